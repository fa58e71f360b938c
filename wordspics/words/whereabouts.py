"""Where somebody can be found: house and street, school, town."""
from collections.abc import Iterator

from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_ordinary

Place = tuple[int, int, str]            # first word, last word, what it is
_PLACING = frozenset("in near from at around outside by through towards to inside into".split())
_ALONG = _PLACING | frozenset("on off down up along above behind beside opposite".split())
_LIVING = frozenset("""
live lives lived living move moves moved moving stay stays stayed staying born house home flat job works worked work
grew village town city estate area prison family centre hospital refuge nursery school based sent foster
""".split())
_NOT_ITS_NAME = frozenset("""
a an the my our your his her their its this that big little new old same another other any no some which every first
next last good nice local special primary secondary infant junior nursery high middle to at from in of and or until
after before while for is was both called whole each right 's sunday boarding forest summer day private
""".split())
_NAMED = frozenset("""
village town city estate school nursery academy college refuge street road hospital centre prison house
""".split())
_PLACE_TITLES = frozenset("st saint king queen prince princess bishop great old".split())
_SCHOOL_AGES = frozenset("junior infant high middle primary secondary nursery special community catholic".split())
_STREETS_FIRST = frozenset("heol ffordd stryd lôn lon rhodfa clos llys maes cwrt tan rue via calle".split())     # "3 Heol y Parc"
_BARE_SCHOOLS = frozenset("primary academy infants juniors comprehensive grammar".split())
_NUMBERED_ELSEWHERE = frozenset("bus page peg class table room shirt bed ward platform button one".split())
_TEAMS = frozenset("united fc rovers wanderers albion athletic match won beat scored game".split())
_SUPPORTS = frozenset("support supports supported supporting beat beats".split())
_OUTINGS = frozenset("""
holiday holidays trip outing seaside beach museum zoo dinosaurs panto pantomime lights tower concert aquarium fair castle show weekend
""".split())
_CALLED = frozenset("is was 's called named".split())
_SCHOOLING = frozenset("school nursery church hospital college class".split())
_SIZES = frozenset("little great upper lower much".split())          # Little Snoring, Great Ayton
_PRISONS = frozenset("hmp yoi hmyoi".split())


def look(passage: Passage) -> Iterator[Place]:
    for i, word in enumerate(passage.words):
        low = word.low
        if low in known("streets") or low in known("streets_that_are_words"):
            yield from _street(passage, i)
        if low in known("schools"):
            yield from _school(passage, i)
        if _is_house(passage, i):
            yield from _school(passage, i)
        if low in _STREETS_FIRST:
            yield from _street_first(passage, i)
        if low in ("flat", "number", "no", "apartment"):
            yield from _door(passage, i)
        if low in ("st", "saint") or low in _PRISONS:
            yield from _saint(passage, i)
        if low in _PLACING or low in ("called", "named"):
            yield from _after_living(passage, i)
        if low in known("towns") or low in known("towns_that_are_words"):
            yield from _town(passage, i)
        elif i + 1 < len(passage.words) and f"{low} {passage.words[i + 1].low}" in known("towns") and not (
                passage.words[i + 2:i + 3] and passage.words[i + 2].low in _TEAMS | known("town_things")):
            if word.is_capital or i and passage.words[i - 1].low in _PLACING and _lives(passage, i):
                yield i, i + 1, "town"


# ---- streets and doors ----

def _street(passage: Passage, i: int) -> Iterator[Place]:
    words = passage.words
    sure = words[i].low in known("streets")
    first = _name_before(passage, i)
    phrase = " ".join(word.low for word in words[first:i + 1])
    if any(phrase.endswith(place) for place in known("known_places")):
        return
    near = [n for n in range(max(i - 4, 0), i - 1) if words[n].sentence == words[i].sentence]
    number = next((n for n in near if words[n].raw[0].isdigit()), None)
    if number is not None and (words[i].is_capital or sure or _says_address(passage, number) and passage.ends_clause(i + 1)):
        yield number, i, "address"
    elif i and words[i - 1].low == "high" and words[i].is_capital and words[i - 1].is_capital and words[max(i - 2, 0)].low in _ALONG:
        yield i - 1, i, "address"
    elif first < i and not _is_person(passage, first) and (words[i].is_capital or sure):
        if sure or words[max(first - 1, 0)].low in _ALONG:
            if not (words[first].opens and is_ordinary(words[first].low) and not words[i].is_capital):
                yield first, i, "address"


def _street_first(passage: Passage, i: int) -> Iterator[Place]:
    """ "3 Heol y Parc", "in Ffordd Celyn": the word for street stands before its name."""
    words, last = passage.words, i + 1
    if not words[i].is_capital or i == 0 or last >= passage.stop(i):
        return
    if words[last].low in ("y", "yr", "de", "la", "des", "del") and last + 1 < passage.stop(i):
        last += 1
    numbered = words[i - 1].raw[0].isdigit()
    if words[last].is_capital and (numbered or words[i - 1].low in _ALONG | _CALLED):
        yield i - numbered, last, "address"


def _says_address(passage: Passage, i: int) -> bool:
    return any(word.low in ("at", "is", "address", "number", "flat", "house", "to") for word in passage.words[max(i - 2, 0):i])


def _name_before(passage: Passage, i: int, ages: frozenset[str] = frozenset()) -> int:
    """The first of the words in capitals that stand right before word `i`: of "the Oak Tree Road", that of Oak."""
    first = i
    while first > 0 and passage.words[first - 1].sentence == passage.words[i].sentence:
        before = passage.words[first - 1]
        if before.low == "'s" and first > 1 and passage.words[first - 2].is_capital:
            first -= 2
        elif before.is_capital and before.low not in _NOT_ITS_NAME - known("schools") - ages and passage.joined(first - 1):
            first -= 1
        else:
            break
    return first


def _is_person(passage: Passage, i: int) -> bool:
    low = passage.words[i].low
    if low == "lady" and i and passage.words[i - 1].low == "our":            # Our Lady's Primary School
        return False
    return low in known("kin") or low in passage.named or low in known("titles") and low not in _PLACE_TITLES


def _door(passage: Passage, i: int) -> Iterator[Place]:
    """ "Flat 3", "at number 12"."""
    words = passage.words
    if i + 1 >= len(words) or not words[i + 1].raw[0].isdigit() or words[i + 1].sentence != words[i].sentence:
        return
    before = {word.low for word in words[max(i - 3, 0):i]}
    if words[i].low in ("flat", "apartment") or before & {"live", "lives", "lived", "living", "house", "door"} or (
            "at" in before and not before & _NUMBERED_ELSEWHERE):
        yield i, i + 1, "address"


# ---- schools and other named houses ----

def _school(passage: Passage, i: int) -> Iterator[Place]:
    words = passage.words
    first, last = _name_before(passage, i, _SCHOOL_AGES), i
    while last + 1 < len(words) and passage.joined(last) and (words[last + 1].low in known("schools")
                                                              or _is_house(passage, last)):
        last += 1
    named = [word for word in words[first:i] if word.is_capital and word.low not in known("schools")]
    own = [word for word in named if word.low not in _NOT_ITS_NAME]
    saint = any(word.low in ("st", "saint") for word in words[first:i])
    people = [n for n in range(first, i) if _is_person(passage, n)]
    owned = any(word.low == "'s" for word in words[first:i]) and not words[i].is_capital
    told = own and (not all(is_ordinary(word.low) for word in own) or words[i].is_capital and not own[0].opens)
    if told and not (people or owned) or own and saint:
        if not (words[first].opens and first == i - 1 and last == i and not words[i].is_capital):
            yield first, last, "school"
    elif words[i].low in _BARE_SCHOOLS and i > 1 and _is_bare_name(passage, i):
        yield i - 1, last, "school"


def _is_house(passage: Passage, i: int) -> bool:
    """ "Family Centre", "Health Centre": two words that tell a kind of house."""
    return i + 1 < len(passage.words) and f"{passage.words[i].low} {passage.words[i + 1].low}" in known("schools_in_capitals")


def _is_bare_name(passage: Passage, i: int) -> bool:
    """ "goes to oakfield primary", typed without capitals."""
    name, before = passage.words[i - 1], passage.words[i - 2]
    if name.low in _NOT_ITS_NAME or is_ordinary(name.low) or name.low in known("kin") or not name.low.isalpha():
        return False
    return before.low in ("at", "to", "from")


def _saint(passage: Passage, i: int) -> Iterator[Place]:
    """ "goes to St Joseph's", "in HMP Frankland"."""
    words = passage.words
    if i + 1 < len(words) and words[i].is_capital and words[i + 1].is_capital and words[i + 1].sentence == words[i].sentence:
        owner = i + 2 < len(words) and words[i + 2].low == "'s"
        told = i > 0 and (words[i - 1].low in _PLACING or words[i - 1].low in _CALLED and not _SCHOOLING.isdisjoint(
            passage.lows[words[i].sentence]))
        if words[i].low in _PRISONS or owner and told:
            yield i, i + 2 if owner else i + 1, "school"


# ---- towns ----

def _town(passage: Passage, i: int) -> Iterator[Place]:
    words = passage.words
    word, before = words[i], words[i - 1] if i and words[i - 1].sentence == words[i].sentence else None
    after = words[i + 1] if i + 1 < len(words) and words[i + 1].sentence == word.sentence else None
    doubtful = word.low in known("towns_that_are_words") or word.low in known("first_names") or word.low in known("surnames")
    if word.low in passage.named or after and after.low in _TEAMS | known("town_things") or before and before.low in _SUPPORTS:
        return
    if _is_known_place(passage, i) or is_outing(passage, i):
        return
    if before and before.is_capital and not before.opens and not is_ordinary(before.low) and passage.joined(i - 1) or before and (
            before.low in known("titles") or before.low in known("kin") and before.is_capital):
        return                                                           # Ben Carlisle, Miss Preston, Nan Chelsea
    placed = before is not None and before.low in _PLACING - {"by"}
    if doubtful:
        if not (placed and word.is_capital) or after and (after.low == "'s" or after.is_capital):
            return
        if word.low in known("first_names") and not (before.low in ("in", "near") or _lives(passage, i - 1)):
            return
    elif not (word.is_capital or placed):
        return
    yield i, i, "town"


def _is_known_place(passage: Passage, i: int) -> bool:
    """ "the Fire of London", "London Bridge"."""
    lows = [word.low for word in passage.words]
    return any(" ".join(lows[a:b]) in known("known_places") for a, b in ((max(i - 2, 0), i + 1), (i, i + 2)))


def is_outing(passage: Passage, i: int) -> bool:
    """ "We went to London to see the dinosaurs": a day or two away shows nobody where a child lives."""
    lows = [word.low for word in passage.words[max(i - 12, 0):passage.stop(i)]]
    gone = i > 0 and passage.words[i - 1].low == "to" and not _lives(passage, i - 1)
    return gone and bool(_OUTINGS & set(lows) or "for the day" in " ".join(lows))


def _lives(passage: Passage, i: int) -> bool:
    """Whether the few words before word `i` speak of living or staying somewhere."""
    return any(word.low in _LIVING and word.sentence == passage.words[i].sentence for word in passage.words[max(i - 5, 0):i])


def _after_living(passage: Passage, i: int) -> Iterator[Place]:
    """ "lives in Ferryhill": a capital that nothing else explains, after words about living somewhere."""
    words = passage.words
    if i + 1 >= len(words) or words[i + 1].sentence != words[i].sentence or not _lives(passage, i):
        return
    name, after = words[i + 1], words[i + 2] if i + 2 < len(words) else None
    if name.is_capital and name.low in _SIZES and after and after.is_capital and passage.joined(i + 1) and not _is_person(passage, i + 2):
        yield i + 1, i + 2, "town"
        return
    if not name.is_capital or is_ordinary(name.low) or not name.low.isalpha() or _is_person(passage, i + 1):
        return
    if after and after.low == "'s":
        return
    if words[i].low in ("called", "named", "of") and not _NAMED & {w.low for w in words[max(i - 2, 0):i]}:
        return
    if words[i].low in ("to", "by", "from", "at", "into") and (
            name.low in known("first_names") or words[i - 1].low not in ("move", "moved", "moves", "moving", "over", "back")):
        return
    if name.low in known("first_names") and name.low not in known("towns_that_are_words") or name.low in known("schools"):
        return
    yield i + 1, i + 1, "town"
