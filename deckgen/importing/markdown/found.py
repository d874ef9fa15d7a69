"""What is found in a document, piece by piece, and how the pieces become a draft's data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.importing.draft import Guess, Left
from deckgen.postmortem.fields import LONGEST_TEXT
from deckgen.prose import Loc

MOST_ITEMS = 1_000
"""How many items a list of a draft has at most; what is more is left."""

_JOINED = frozenset({("summary",), ("impact", "statement"), ("root_cause", "primary_cause")})
"""The texts that several sections tell together, as long as they are short."""

_LONGEST_JOINED = 700
_ENDS = (".", "!", "?", ":", ";")
_SETS = frozenset({("sources",), ("services",), ("tags",), ("people",)})
"""The lists in which nothing stands twice."""


class Remark(NamedTuple):
    """Something to say about a value: the line it is about, and where within the value it lies."""

    line: int
    text: str
    under: Loc = ()


class Found(NamedTuple):
    """A value for the place `loc`, with what was guessed for it and what was left beside it.

    Where it is one of `many`, `loc` is the place of the list. A `value` of None stands for
    remarks alone. Of several values for one place the first counts, the others are left.
    """

    loc: Loc
    value: object
    line: int
    many: bool = False
    guesses: tuple[Remark, ...] = ()
    left: tuple[Remark, ...] = ()


class Gathered(NamedTuple):
    """The data of a draft with its guesses and what was left."""

    data: Mapping[str, object]
    guesses: tuple[Guess, ...]
    left: tuple[Left, ...]


def left_over(loc: Loc, line: int, text: str) -> Found:
    """Return a text that has no field, to be left at the place `loc`."""
    return Found(loc, None, line, False, (), (Remark(line, text),))


def gathered(pieces: Iterable[Found]) -> Gathered:
    """Return what the pieces make together."""
    data: dict[str, object] = {}
    guesses: list[Guess] = []
    left: list[Left] = []
    for piece in pieces:
        loc = piece.loc
        if piece.value is not None:
            value, rest = _bearable(piece.value)
            place = _put(data, piece, value)
            if place is None:
                left.append(Left(loc, piece.line, _told(piece.value)))
                continue
            loc = place
            left += [Left((*loc, *under), piece.line, text) for under, text in rest]
        guesses += [Guess((*loc, *one.under), one.line, one.text) for one in piece.guesses]
        left += [Left((*loc, *one.under), one.line, one.text) for one in piece.left if one.text]
    return Gathered(data, tuple(guesses), tuple(left))


def _put(data: dict[str, object], piece: Found, value: object) -> Loc | None:
    """Put a value at its place and return the place; None where there is no room for it."""
    holder = data
    for key in piece.loc[:-1]:
        inner = holder.setdefault(str(key), {})
        if not isinstance(inner, dict):
            return None
        holder = inner
    key = str(piece.loc[-1])
    if not piece.many:
        if key in holder:
            return piece.loc if _agrees(holder, key, piece, value) else None
        holder[key] = value
        return piece.loc
    items = holder.setdefault(key, [])
    if not isinstance(items, list) or len(items) >= MOST_ITEMS:
        return None
    if piece.loc in _SETS and value in items:
        return (*piece.loc, items.index(value))
    items.append(value)
    return (*piece.loc, len(items) - 1)


def _agrees(holder: dict[str, object], key: str, piece: Found, value: object) -> bool:
    """Return whether a second value says the same, or could be joined to the first."""
    first = holder[key]
    if first == value:
        return True
    if not isinstance(first, str) or not isinstance(value, str) or piece.loc not in _JOINED:
        return False
    if len(first) + len(value) > _LONGEST_JOINED:
        return False
    holder[key] = f"{first}{'' if first.endswith(_ENDS) else '.'} {value}"
    return True


def _bearable(value: object) -> tuple[object, list[tuple[Loc, str]]]:
    """Return a value with no text longer than a postmortem bears, and what was cut, by place."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        cut = value.rfind(" ", 0, LONGEST_TEXT - 2)
        cut = cut if cut > 0 else LONGEST_TEXT - 2
        return value[:cut] + " …", [((), value[cut:].strip())]
    if not isinstance(value, dict):
        return value, []
    parts = {key: _bearable(one) for key, one in value.items()}
    rest = [((key, *way), text) for key, (_, cut) in parts.items() for way, text in cut]
    return {key: one for key, (one, _) in parts.items()}, rest


def _told(value: object) -> str:
    """Return a value that found no place, in words."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items())
    return str(value)
