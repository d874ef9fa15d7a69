"""What a stage has to say about a value, and the values that it puts in the place of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from deckgen.diagnostics import Severity
from deckgen.readers.nodes import Loc, Plain

V = TypeVar("V")

LONGEST_SHOWN = 60
"""How many characters of the author's own words a message shows."""


@dataclass(frozen=True)
class Remark:
    """What to say about the value at `loc`, or about its key; the place is found later."""

    loc: Loc
    message: str
    hint: str = ""
    severity: Severity = "error"
    of_key: bool = False


@dataclass(frozen=True)
class Understood(Generic[V]):
    """The values that texts stand for, by their place in the data, and the remarks on the way."""

    values: Mapping[Loc, V]
    remarks: tuple[Remark, ...]


def clipped(text: str) -> str:
    """Return `text` on one line, cut where it is longer than a message shows."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 2].rstrip() + " …"


def value_at(data: Plain, *keys: str) -> Plain:
    """Return the value under `keys`, one within the other; None where there is none."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def items_at(data: Plain, *keys: str) -> list[Plain]:
    """Return the list under `keys`, one within the other; an empty one where there is none."""
    value = value_at(data, *keys)
    return value if isinstance(value, list) else []


def text_at(data: Plain, *keys: str) -> str | None:
    """Return the text under `keys`, one within the other; None where there is none."""
    value = value_at(data, *keys)
    return value if isinstance(value, str) else None
