"""What a document is made of: paragraphs, lists, tables and the rest, as plain values with lines.

Line numbers count from 1. A `Line` is one line of text without its marks; what matters of the marks
is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Anchor(NamedTuple):
    """A link in a text: the words that carry it, and where it leads."""

    words: str
    href: str


@dataclass(frozen=True)
class Line:
    """A line of text. Its first `bold` characters stand in bold; `pictures` are image paths."""

    text: str
    number: int
    anchors: tuple[Anchor, ...] = ()
    bold: int = 0
    struck: bool = False
    pictures: tuple[str, ...] = ()

    def after(self, start: int) -> Line:
        """Return what stands behind `start`, without white space around it."""
        rest = self.text[start:]
        lead = len(rest) - len(rest.lstrip())
        bold = max(0, self.bold - start - lead)
        return Line(rest.strip(), self.number, self.anchors, bold, self.struck, self.pictures)


@dataclass(frozen=True)
class Heading:
    """A heading; a lower `level` contains a higher one."""

    level: int
    line: Line
    first: int
    last: int


@dataclass(frozen=True)
class Paragraph:
    """Lines of text that belong together."""

    lines: tuple[Line, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Item:
    """One item of a list, with the blocks in it."""

    blocks: tuple[Block, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Bullets:
    """A list. `start` is the first number of an ordered one, None for bullets."""

    items: tuple[Item, ...]
    start: int | None
    first: int
    last: int


@dataclass(frozen=True)
class Table:
    """A table; every row has a cell for each column of the header."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    first: int
    last: int


@dataclass(frozen=True)
class Quote:
    """A quotation."""

    blocks: tuple[Block, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Raw:
    """Code, HTML or a rule: nothing of it is read as text."""

    kind: str
    first: int
    last: int


Block = Heading | Paragraph | Bullets | Table | Quote | Raw


def plain(lines: tuple[Line, ...]) -> str:
    """Return lines as one text."""
    return " ".join(line.text for line in lines if line.text)


def anchors_of(lines: tuple[Line, ...]) -> tuple[Anchor, ...]:
    """Return the links of all `lines`."""
    return tuple(anchor for line in lines for anchor in line.anchors)


def joined(lines: tuple[Line, ...]) -> Line:
    """Return lines as one line that stands where the first of them does."""
    if len(lines) == 1:
        return lines[0]
    return Line(
        plain(lines),
        lines[0].number,
        anchors_of(lines),
        lines[0].bold,
        all(line.struck for line in lines),
        tuple(path for line in lines for path in line.pictures),
    )
