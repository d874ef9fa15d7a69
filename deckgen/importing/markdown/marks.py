"""What the lines of a timeline say, one by one: happenings, and what holds for those below."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.importing.markdown.blocks import Line
from deckgen.importing.markdown.days import WrittenDay
from deckgen.importing.markdown.stamps import Stamp
from deckgen.importing.markdown.zones import Zone
from deckgen.postmortem.vocabulary import EventKind


@dataclass(frozen=True)
class Row:
    """One happening: its time as written, its text, and the lines of what else belongs to it."""

    line: int
    stamp: Stamp
    text: Line
    details: tuple[tuple[int, int], ...] = ()
    headed: bool = False
    within: bool = False
    year: int | None = None
    kind: EventKind | None = None


@dataclass(frozen=True)
class DayMark:
    """A line or a heading that gives its day to the rows below it.

    One that is not `stated` only mentions it; one `of_all` gives it to every row without a day.
    """

    line: int
    day: WrittenDay
    stated: bool = True
    of_all: bool = False


@dataclass(frozen=True)
class ZoneMark:
    """A line or a heading that gives its zone to the rows of its timeline."""

    line: int
    zone: Zone
    approximate: bool = False


@dataclass(frozen=True)
class Loose:
    """Lines of a timeline that belong to no row."""

    first: int
    last: int


@dataclass(frozen=True)
class NewList:
    """Where a timeline begins that has a heading of its own: no day is carried into it."""

    line: int


Mark = Row | DayMark | ZoneMark | Loose | NewList
