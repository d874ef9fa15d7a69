"""The sections of a report, and how lists and tables in them are read by their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from deckgen.importing.draft import Guess, Left
from deckgen.importing.report_blocks import (
    Block,
    Fence,
    Grid,
    Heading,
    Items,
    Paragraph,
    Piece,
    first_line,
)
from deckgen.importing.report_values import Unreadable
from deckgen.prose import Loc

_PIPE = re.compile(r"(?<!\\)\|")

Convert = Callable[[Piece], object]
"""From a text to its value, None where it says nothing; raises Unreadable."""

Columns = Mapping[str, tuple[str, Convert]]
"""By the heading of a column the key of its values, and how they are read."""

Found = Mapping[str, object]
"""The fields of a postmortem that were found, by their names."""

B = TypeVar("B", Fence, Grid, Items, Paragraph)


class Section(NamedTuple):
    """What stands below a heading: the titles of its chapter and its own, empty without one."""

    chapter: str
    title: str
    heading: Heading | None
    blocks: list[Block]


@dataclass
class Notes:
    """What could not be read of the lines of a report, and what is less than was written."""

    lines: Sequence[str]
    guesses: list[Guess] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def leave(self, loc: Loc, first: int, last: int) -> None:
        """Leave the lines `first` to `last`, unless they are nothing but marks."""
        said = "\n".join(self.lines[first - 1 : last]).strip()
        if any(map(str.isalnum, said)):
            self.left.append(Left(loc, first, said))

    def leave_all(self, loc: Loc, blocks: Iterable[Block]) -> None:
        """Leave `blocks`."""
        for block in blocks:
            self.leave(loc, first_line(block), block.last)

    def value(self, loc: Loc, name: str, piece: Piece, convert: Convert) -> object:
        """Return the value of a text, None where there is none; what cannot be read is left."""
        try:
            return convert(piece)
        except Unreadable:
            self.left.append(Left(loc, piece.line, f"{name}: {piece.text}"))
            return None


def sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Yield the sections in their order; the first is what stands before any chapter."""
    section = Section("", "", None, [])
    for block in blocks:
        if not isinstance(block, Heading):
            section.blocks.append(block)
            continue
        yield section
        said = block.piece.text
        if block.level == 1:
            section = Section("", "", block, [])
        elif block.level == 2:
            section = Section(said, "", block, [])
        else:
            section = Section(section.chapter, said, block, [])
    yield section


def rest_of(section: Section, kind: type[B]) -> tuple[list[B], list[Block]]:
    """Return the blocks of one `kind`, and the others."""
    wanted = [block for block in section.blocks if isinstance(block, kind)]
    return wanted, [block for block in section.blocks if not isinstance(block, kind)]


def taken(section: Section, kind: type[B], loc: Loc, notes: Notes) -> list[B]:
    """Return the blocks of one `kind`; the others are left at `loc`."""
    wanted, rest = rest_of(section, kind)
    notes.leave_all(loc, rest)
    return wanted


def told(section: Section, loc: Loc, notes: Notes) -> str | None:
    """Return the text of a section's paragraphs."""
    paragraphs = taken(section, Paragraph, loc, notes)
    return " ".join(filter(None, (block.piece.text for block in paragraphs))) or None


def listed(section: Section, loc: Loc, notes: Notes) -> list[Piece]:
    """Return the items of a section's lists."""
    return [piece for block in taken(section, Items, loc, notes) for piece in block.pieces]


def fields(pieces: Iterable[Piece], known: Columns, loc: Loc, notes: Notes) -> dict[str, object]:
    """Return the values of lines such as `**Severity:** SEV1`, by the key of each name."""
    found: dict[str, object] = {}
    for piece in pieces:
        name, said = piece.led()
        key, convert = known.get(name, ("", None))
        if convert is None or key in found:
            notes.leave(loc, piece.line, piece.line)
            continue
        value = notes.value((*loc, key), name.rstrip(":"), said, convert)
        if value is not None:
            found[key] = value
    return found


def records(
    grids: Iterable[Grid], columns: Columns, needed: Iterable[str], loc: Loc, notes: Notes
) -> Iterator[tuple[dict[str, object], Mapping[str, Piece]]]:
    """Yield the values of each row, and its cells by heading.

    A row without one of the `needed` keys is left, and so is what stands beside the known columns.
    """
    count = 0
    for row in (row for grid in grids for row in _whole_rows(grid, loc, notes)):
        found: dict[str, object] = {}
        place: Loc = (*loc, count)
        said = Notes(notes.lines)
        for heading, cell in row.items():
            key, convert = columns.get(heading, ("", None))
            if convert is not None:
                value = said.value(place, heading, cell, convert)
                found.update({} if value is None else {key: value})
            elif cell.text:
                said.left.append(Left(place, cell.line, f"{heading}: {cell.text}"))
        if not found.keys() >= set(needed):
            line = next(iter(row.values())).line
            notes.leave(loc, line, line)
            continue
        notes.left += said.left
        count += 1
        yield found, row


def _whole_rows(grid: Grid, loc: Loc, notes: Notes) -> Iterator[Mapping[str, Piece]]:
    """Yield the rows by heading; one with more cells than there are headings is left."""
    for row in grid.rows:
        line = row[0].line
        written = notes.lines[line - 1].strip().removeprefix("|").removesuffix("|")
        if len(_PIPE.findall(written)) >= len(grid.header):
            notes.leave(loc, line, line)
        else:
            yield dict(zip(grid.header, row, strict=False))
