"""The two kinds of value the domain is made of."""
from typing import Literal, Self

import msgspec
from msgspec.structs import force_setattr, replace


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value. `value.with_(x=1)` is the next value; nothing is ever changed in place."""

    def with_(self, **changes) -> Self:
        return replace(self, **changes)

    def _settle(self, **fields) -> None:
        """Only from `__post_init__`: put tidied or clamped fields in place while the value is being made."""
        for name, value in fields.items():
            force_setattr(self, name, value)


class Sheet(Value, frozen=True, tag_field="kind", kw_only=True, omit_defaults=False):
    """A part of a story that is stored and revised on its own: about, cast, order, a panel, a version, the record."""

    v: Literal[1] = 1
