"""What can be wrong with a story or with a file somebody wrote, said once, in a sentence a worker can act on."""
import re


class Missing(LookupError):
    """Somebody asked for a thing that is not there. Its text is one plain sentence."""


class BadStory(ValueError):
    """Something does not fit a story. Its text is one plain sentence that names the place."""


_KINDS = {"str": "words", "int": "a whole number", "float": "a number", "bool": "true or false", "array": "a list", "object": "a table",
          "null": "nothing"}
_SIZES = ((r"of length >= 1\b", "is empty"), (r"of length >= (\d+)", "has fewer than {}"), (r"of length <= (\d+)", "has more than {}"),
          (r">= ([\d.+-]+)", "is less than {}"), (r"<= ([\d.+-]+)", "is more than {}"), (r"> ([\d.+-]+)", "is not more than {}"),
          (r"< ([\d.+-]+)", "is not less than {}"), (r"matching regex", "is not written as it must be"))


def plainly(fault: Exception) -> str:
    """A fault of a file somebody wrote, as the end of a sentence without its full stop: what the reader of types says, in plain words."""
    cause = fault.__cause__ if isinstance(fault.__cause__, BadStory) else fault
    said, _, place = str(cause).rstrip(".").partition(" - at `$")
    steps = re.findall(r"([\w-]+)((?:\[\d+\])*)", place)                   # people[0].hair: the hair of people 1
    parts = [" ".join([word, *(str(int(n) + 1) for n in re.findall(r"\d+", at))]) for word, at in reversed(steps)]
    its = f"its {' of '.join(parts)}" if parts else "it"
    if named := re.search(r"missing required field `(.+)`", said):
        return f"{its} has no {named[1]}"
    if named := re.search(r"unknown field `(.+)`", said):
        return f"{its} has {named[1]!r}, which means nothing here"
    if named := re.search(r"Invalid enum value (.+)", said):
        return f"{its} is {named[1]}, which is none of those it may be"
    if named := re.fullmatch(r"Expected `([\w ]+?)(?: \| .*)?`, got `([\w ]+)`", said):
        return f"{its} is {_KINDS.get(named[2], named[2])} where {_KINDS.get(named[1], named[1])} should be"
    for size, words in _SIZES:
        if said.startswith("Expected") and (named := re.search(size, said)):
            return f"{its} {words.format(*(number.removesuffix('.0') for number in named.groups()))}"
    return re.sub(r" \(at .*\)$", "", said)
