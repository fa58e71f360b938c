"""Schools and homes whose names are everyday words, or that no list has: told by what is said around them."""
from collections.abc import Iterator

from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_ordinary
from wordspics.words.whereabouts import is_outing

Place = tuple[int, int, str]            # first word, last word, what it is
_KINDS = frozenset("school nursery playgroup college church hospital prison refuge home house town village street road hostel".split())
_AT = frozenset("at to from".split())
_TAUGHT = frozenset("""
school nursery playgroup college class pupil pupils teacher teachers teach teaches taught start starts started starting attend attended
staff ward nurse nurses doctor doctors carers minister vicar imam reception
""".split())
_STAYS = frozenset("live lives lived living stay stays stayed staying moved moving home".split())
_OWNERS = frozenset("your our my his her their the".split())
_NO_NAME = frozenset("""
class year key stage reception big new old sunday forest soft play boarding father mother christmas easter the
""".split())
_ENDINGS = tuple("""
field fields side lands wood woods hill hills dale bank view brook croft mead bourne ford hurst worth wick thorpe bury borough burgh
mouth bridge pool port shaw stead stow chester cester combe minster haven mere park gate house lodge
ington ingham ingley thwaite cliffe burn caster head well stone moor fell ness
""".split())
_SAINTLY = frozenset("st saint our king queen all prince princess bishop ysgol royal".split())
_SIZES = frozenset("little big great old".split())
_TOLD = frozenset("read reads reading book books film story watch watched song sang listened".split())
_BEGINS = frozenset("start starts started starting moved transferred go goes going".split())
_NO_HOSPITAL = frozenset("family mail wedding navy icing visit ascot jelly".split())
LONG = 7                                # letters: shorter ones may be anything


def look(passage: Passage) -> Iterator[Place]:
    """Names in capitals that the words beside them tell to be a house: "your school is called ...", "lives at The ..."."""
    words = passage.words
    for i, word in enumerate(words):
        if not word.is_capital or not word.opens and words[i - 1].is_capital and words[i - 1].low not in _AT and passage.joined(i - 1):
            continue
        last = _name_end(passage, i)
        if last is None:
            continue
        near = {w.low for w in words[max(i - 7, 0):i] if w.sentence == word.sentence}
        if word.opens:
            if _is_told(passage, i, last):
                yield i, last, "school"
        elif _is_appositive(passage, i, last) or _is_called(passage, i, near) or _is_placed(passage, i, last, near):
            yield i, last, "school"


def _name_end(passage: Passage, i: int) -> int | None:
    """The last word of a name of capitals from word `i` on; none if it names a person, a day or only one everyday word."""
    words, last = passage.words, i
    while last + 1 < passage.stop(i) and passage.joined(last) and (words[last + 1].is_capital or words[last + 1].low == "y"):
        last += 1
    if last + 1 < passage.stop(i) and words[last + 1].low == "'s":
        last += 1
        if words[i].low not in _SAINTLY:
            return None
    lows = [word.low for word in words[i:last + 1]]
    people = (known("kin") | known("titles") | known("first_names") | passage.named) - (_SIZES if last > i else set())
    saintly = last > i and (lows[0] in _SAINTLY or lows[-1] in ("house", "lodge", "rc"))
    if not saintly and (set(lows) & people or lows[0] in _NO_NAME - {"the"} or lows == ["the"]):
        return None
    if " ".join(lows) in known("known_places") | known("known_characters"):
        return None
    return last if last > i or not is_ordinary(lows[0]) and lows[0].isalpha() and len(lows[0]) > 4 else None


def _is_told(passage: Passage, i: int, last: int) -> bool:
    """ "The Willows is your new home", "St Mary's is our school"."""
    rest = [word.low for word in passage.words[last + 1:min(last + 6, passage.stop(i))]]
    if len(rest) < 3 or rest[0] not in ("is", "was") or rest[1] not in _OWNERS - {"the"}:
        return False
    at = next((n for n in (2, 3) if n < len(rest) and rest[n] in _KINDS), None)
    return at is not None and passage.ends_clause(last + 2 + at)


def _is_appositive(passage: Passage, i: int, last: int) -> bool:
    """ "your nursery, Tiny Tots": a kind of house with its owner, a comma, a name, and a comma or the end."""
    words = passage.words
    return i > 1 and words[i - 1].low in _KINDS and words[i - 2].low in _OWNERS and passage.ends_clause(last + 1) and (
        passage.text[words[i - 1].end:words[i].start].strip() == ",")


def _is_called(passage: Passage, i: int, near: set[str]) -> bool:
    """ "your children's home is called The Beeches"."""
    return passage.words[i - 1].low in ("called", "named") and bool(near & _KINDS)


def _is_placed(passage: Passage, i: int, last: int, near: set[str]) -> bool:
    """ "the teachers at Blackfen", "you live at The Willows", "you go to Hillside"."""
    words = passage.words
    before = words[i - 1].low
    if words[i].low == "royal" and last > i and before == "the" and words[max(i - 2, 0)].low in _AT | {"in"}:
        return words[i + 1].low not in _NO_HOSPITAL
    named = words[i].low != "the" or last > i
    if before not in _AT | {"in"} or not named or near & _TOLD:
        return False
    if words[i].low in _SAINTLY and last + 1 < passage.stop(i) and words[last + 1].low in ("church", "school", "chapel", "primary"):
        return True
    if before == "at" and near & _TAUGHT or before == "to" and near & _BEGINS and near & _TAUGHT - _BEGINS:
        return True
    if before == "from" and near & {"teacher", "teachers", "nurse", "doctor", "staff"}:
        return True
    if words[i].low == "the" and near & _STAYS:
        return True
    low = words[i].low
    likely = last == i and len(low) >= LONG and low.endswith(_ENDINGS) and low not in known("surnames") | known("towns")
    return likely and not is_outing(passage, i)
