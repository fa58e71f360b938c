"""Words as they are compared: without their endings, and as they sound to somebody who spells by ear."""
import functools
import re
import threading

import snowballstemmer

_HEARD = (("sch", "sk"), ("ph", "f"), ("ght", "t"), ("que", "k"), ("ck", "k"), ("wh", "w"), ("kn", "n"), ("wr", "r"),
          ("tch", "ch"), ("dge", "j"), ("dj", "j"), ("th", "f"), ("v", "f"), ("x", "ks"), ("z", "s"), ("q", "k"))
_SAID_AS = {short: plain for plain, shorts in {
    "no": "nae", "dont": "doesnt didnt dinnae didnae doesnae", "cant": "cannot carnt couldnt cannae couldnae",
    "not": "isnt aint wasnt arent werent havent hasnt hadnt isnae wasnae wisnae havenae", "now": "noo",
    "nothing": "nowt nothin nuffin nuthin nuffink", "something": "summat somethin sumfin"}.items() for short in shorts.split()}
_snowball = snowballstemmer.stemmer("english")
_stemming = threading.Lock()            # the stemmer keeps its place in a word on itself, and several people may search at once


def split(text: str) -> list[str]:
    """Words in small letters: "Mummy's" is mummys, 0-10 is 0 and 10, "didn't" and "doesn't" are one."""
    return [_SAID_AS.get(word, word) for word in re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", text.lower()))]


@functools.lru_cache(maxsize=32768)
def stem(word: str) -> str:
    with _stemming:
        return _snowball.stemWord(word)


@functools.lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A word as it sounds to somebody who spells by ear: poleece and police are one, so are fone and phone."""
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    word = re.sub(r"(?:ss?|t|c)i(?=[oa])", "sh", word)             # stashun
    word = re.sub(r"c(?=[eiy])", "s", word)
    word = re.sub(r"c(?!h)", "k", word)
    word = re.sub(r"(?<=.)e\Z", "", word)
    word = re.sub(r"(?<=[aeiouy])r(?![aeiouy])", "", word)         # an r that nobody in England says: sofer
    word = re.sub(r"[aeiouy]+", "a", word)
    return re.sub(r"(.)\1", r"\1", word.replace("h", "") or word)
