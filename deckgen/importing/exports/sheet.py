"""The fields of a draft that is being made, within what a deck can bear, and what is left."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from deckgen.importing.draft import Guess, Left
from deckgen.importing.exports.texts import beginning, cleaned, left_text, one_line
from deckgen.postmortem.fields import Link
from deckgen.prose import Loc

MOST_LISTED = 100
"""How many people, services, tags and sources."""

LONGEST_LINE = 500
"""How many characters a text of one sentence may have; the rest is left."""

_MOST_LEFT = 1_000
_ROOM = 700_000
"""How many characters a draft holds, so that the file written of it can be read."""

_ROOM_LEFT = 250_000
_LINK: TypeAdapter[str] = TypeAdapter(Link)


class Sheet:
    """Fields by their place, guesses, and what is left.

    Every text that is put in is cleaned and cut to a bearable length; what is cut off is left at
    the same place. Where a field is put in twice, the first one stands and the other is left.
    """

    def __init__(self) -> None:
        self.data: dict[str, object] = {}
        self.guesses: list[Guess] = []
        self._left: list[Left] = []
        self._unlisted = 0
        self._room, self._room_left = _ROOM, _ROOM_LEFT

    @property
    def left(self) -> tuple[Left, ...]:
        """What is left, and how much more there is than a file can list."""
        if not self._unlisted:
            return tuple(self._left)
        more = Left((), 0, f"{self._unlisted:,} more texts of the export, not listed")
        return (*self._left, more)

    def guess(self, loc: Loc, reason: str) -> None:
        """Note that the value at `loc` was inferred, and why; the same reason once a place."""
        guess = Guess(loc, 0, one_line(reason)[:LONGEST_LINE])
        if guess not in self.guesses[-MOST_LISTED:]:
            self.guesses.append(guess)

    def leave(self, loc: Loc, text: str) -> None:
        """Note a text that has no field, near `loc`; very long ones and very many are counted."""
        if len(self._left) >= _MOST_LEFT:
            self._unlisted += 1
            return
        clean = left_text(text)
        if not clean:
            return
        if len(clean) <= self._room_left:
            self._room_left -= len(clean)
            self._left.append(Left(loc, 0, clean))
        else:
            self._unlisted += 1

    def put(self, loc: tuple[str, ...], value: object | None, what: str = "") -> bool:
        """Put a value at `loc`, unless it is None; return whether it went in."""
        if value is None or value == "":
            return False
        inner = self.data
        for step in loc[:-1]:
            found = inner.setdefault(step, {})
            assert isinstance(found, dict)
            inner = found
        there = inner.setdefault(loc[-1], value)
        if there is not value and there != value:
            self.leave(loc, f"{what or loc[-1]}: {value}")
        return there is value

    def put_text(self, loc: tuple[str, ...], text: str | None, longest: int = LONGEST_LINE) -> bool:
        """Put a text at `loc`; return whether there was one."""
        return self.put(loc, self.short(text, loc, longest))

    def add_text(self, loc: tuple[str, ...], text: str | None) -> None:
        """Put a text at the end of the list at `loc`, unless it is in it."""
        self.append(loc, self.short(text, loc, LONGEST_LINE))

    def append(self, loc: tuple[str, ...], item: object | None) -> None:
        """Put an item at the end of the list at `loc`, unless it is None or in it."""
        if item is None:
            return
        inner = self.data
        for step in loc[:-1]:
            found = inner.setdefault(step, {})
            assert isinstance(found, dict)
            inner = found
        items = inner.setdefault(loc[-1], [])
        assert isinstance(items, list)
        if item not in items:
            if len(items) < MOST_LISTED:
                items.append(item)
            else:
                self.leave(loc, str(item))

    def short(self, text: str | None, loc: Loc, longest: int) -> str | None:
        """Return a text on one line, no longer than is bearable; leave the rest of it."""
        if not text:
            return None
        whole = cleaned(text)
        short = beginning(whole, min(longest, self._room))
        rest = whole[len(short) :].strip()
        line = one_line(short)
        if rest:
            self.leave(loc, f"'{line[:40]} …' goes on: {rest}")
        self._room -= len(line)
        return f"{line} …" if rest and line else line or None

    def link(self, link: str | None, loc: Loc) -> str | None:
        """Return a link that a slide may carry; leave another."""
        if not link:
            return None
        try:
            return _LINK.validate_python(link)
        except ValidationError:
            self.leave(loc, f"no link: {link}")
            return None
