"""The little of English grammar that follows a name: she, he or they, and a verb behind several people."""
import re

SAID = {"he": ("he", "him", "his", "himself"), "she": ("she", "her", "her", "herself"), "they": ("they", "them", "their", "themself")}
PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}


def plural(verb: str) -> str:
    """"comes" as it stands behind "they" or two names; a verb that does not change stays as it is."""
    if verb.lower() in PLURAL:
        return PLURAL[verb] if verb in PLURAL else PLURAL[verb.lower()].capitalize()
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return re.sub(r"(?<=sh|ch|ss|zz)es$|(?<=[xo])es$|s$", "", verb)
