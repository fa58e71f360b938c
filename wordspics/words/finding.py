"""What the reader of a text is told: a place, one kind sentence, and better words."""
from typing import Literal

from wordspics.story.value import Value

Kind = Literal["jargon", "blame", "euphemism", "suicide", "promise", "frightening", "identifying", "long", "hard-word"]
KINDS: dict[Kind, str] = {
    "suicide": "How we speak of suicide",
    "blame": "Words that blame",
    "euphemism": "Words a child may take another way",
    "frightening": "Words that frighten",
    "promise": "Words that promise too much",
    "identifying": "Words that show who or where",
    "jargon": "Workers' words",
    "long": "A long sentence",
    "hard-word": "A hard word",
}
NOTES: frozenset[Kind] = frozenset(("long", "hard-word"))        # worth a look; nothing is amiss


class Ask(Value, frozen=True):
    """A question for the adults, where a better wording would state a fact. Each choice is a wording they may take."""

    question: str
    choices: tuple[str, ...]


class Finding(Value, frozen=True, kw_only=True):
    """`text[start:end] == found`, counted in code points. `say` may take its place; "____" is a gap the adults fill in."""

    kind: Kind
    start: int
    end: int
    found: str
    why: str
    say: tuple[str, ...] = ()
    ask: Ask | None = None

    @property
    def is_note(self) -> bool:
        return self.kind in NOTES

    @property
    def key(self) -> str:
        """The same for the same words found again, so that a finding put aside stays aside."""
        return f"{self.kind}:{' '.join(self.found.lower().split())}"
