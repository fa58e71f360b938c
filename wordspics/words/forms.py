"""The endings of a word: from a plain form ("place", "bad choice") to the forms people write ("placed", "choices")."""
import functools
from collections.abc import Iterator

from wordspics.words.passage import Passage

_IRREGULAR = [forms.split() for forms in """
be is are was were been being am 's|have has had having 've|do does did done doing|go goes went gone going
take takes took taken taking|get gets got gotten getting|come comes came coming|give gives gave given giving
lose loses lost losing|leave leaves left leaving|say says said saying|tell tells told telling|make makes made making
see sees saw seen seeing|keep keeps kept keeping|hurt hurts hurting|hit hits hitting|put puts putting|let lets letting
cut cuts cutting|shut shuts shutting|hang hangs hung hanged hanging|shoot shoots shot shooting
drown drowns drowned drowning|fall falls fell fallen falling|sleep sleeps slept sleeping|know knows knew known knowing
think thinks thought thinking|feel feels felt feeling|bring brings brought bringing|break breaks broke broken breaking
drink drinks drank drunk drinking|fight fights fought fighting|choose chooses chose chosen choosing
find finds found finding|run runs ran running|ring rings rang rung ringing|speak speaks spoke spoken speaking
steal steals stole stolen stealing|hide hides hid hidden hiding|throw throws threw thrown throwing
drive drives drove driven driving|grow grows grew grown growing|become becomes became becoming
begin begins began begun beginning|beat beats beaten beating|bite bites bit bitten biting|die dies died dying
lie lies lied lying|tie ties tied tying|wake wakes woke woken waking|write writes wrote written writing
mean means meant meaning|send sends sent sending|spend spends spent spending|stand stands stood standing
understand understands understood understanding|fly flies flew flown flying|forget forgets forgot forgotten forgetting
swear swears swore sworn swearing|tear tears tore torn tearing|wear wears wore worn wearing|win wins won winning
hold holds held holding|hear hears heard hearing|meet meets met meeting|stick sticks stuck sticking
sit sits sat sitting|set sets setting|child children|man men|woman women|baby babies|life lives|wife wives
knife knives|person people|foot feet
""".replace("\n", "|").strip("|").split("|")]
_BY_BASE = {forms[0]: frozenset(forms) for forms in _IRREGULAR}
_FORMS = {form: forms for forms in _IRREGULAR[:_IRREGULAR.index("child children".split())] for form in forms}
_HELPING = frozenset("am is are was were has had have do does did will would can could should may might must".split())
_VOWELS = "aeiou"


@functools.cache
def endings(word: str) -> frozenset[str]:
    """The word and its forms. Given a plain form, all of them; given one form ("gone", "placed"), in effect that form alone.

    Some made here are not English ("goned"): they do no harm, for nobody writes them.
    """
    if word in _BY_BASE:
        return _BY_BASE[word]
    if len(word) < 3 or not word.isalpha() or word in _FIXED:
        return frozenset((word, word + "s") if len(word) == 2 and word.isalpha() and word not in _FIXED else (word,))
    made = {word, word + "s", word + "ed", word + "ing"}
    if word.endswith("e"):
        made |= {word + "d"} | ({word[:-1] + "ing"} if word[-2] != "e" else set())        # a bee is no "being"
    if word.endswith("y") and word[-2] not in _VOWELS:
        made |= {word[:-1] + "ies", word[:-1] + "ied"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        made.add(word + "es")
    if word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        made |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return frozenset(made)


def finite(low: str, after_subject: bool) -> bool:
    """Whether a word says that somebody does, did or is something; a plain form ("drink") only right after who does it."""
    if low in _HELPING or len(low) > 4 and low.endswith("ed"):
        return True
    forms = _FORMS.get(low)
    return bool(forms) and not low.endswith("ing") and low != "bit" and (after_subject or low not in (forms[0], forms[0] + "s"))


def past_at(passage: Passage, i: int, stop: int) -> Iterator[int]:
    """What may follow "have": any word in -ed. The others stand in groups.toml."""
    if i < stop and len(passage.words[i].low) > 4 and passage.words[i].low.endswith("ed"):
        yield i + 1


_FIXED = frozenset("""
a an the of to in on at by for from with and or but not no as if so up off out down away over it its he she we you i me
him her us them they my your his our their this that will would can could should shall may might must who what when
because after now then all any every some too very more most than back into about until before only just even ever never
always once s c p
""".split())
