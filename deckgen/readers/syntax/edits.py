"""Text that is edited in memory and still knows where each character stood before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from deckgen.readers.source import Place


class Span(NamedTuple):
    """From a line and column up to, and without, another; all count from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Edit:
    """Put `text` in the place of the columns `start` to `end` of `line`; all count from 0."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class EditedText:
    """Lines of text; `origins` holds, for each edited line, the former column of each column."""

    lines: tuple[str, ...]
    origins: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def with_edits(self, edits: Iterable[Edit]) -> EditedText:
        """Return the text with `edits` made; those of one line must not overlap."""
        lines, origins = list(self.lines), dict(self.origins)
        for edit in sorted(edits, key=lambda e: (e.line, e.start), reverse=True):
            line = lines[edit.line]
            columns = origins.get(edit.line) or tuple(range(len(line) + 1))
            kept = (columns[edit.start],) * len(edit.text)
            lines[edit.line] = line[: edit.start] + edit.text + line[edit.end :]
            origins[edit.line] = columns[: edit.start] + kept + columns[edit.end :]
        return EditedText(tuple(lines), origins)

    def line(self, number: int) -> str:
        """Return a line; an empty one past the end, where a parser puts the end of the text."""
        return self.lines[number] if number < len(self.lines) else ""

    def place(self, span: Span) -> Place:
        """Return the former place of `span`, as wide as its first line has of it."""
        line, column, end_line, end_column = span
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        if end_line != line:
            end_column = max(len(self.lines[line].rstrip()), column + 1)
        if line in self.origins:
            columns = self.origins[line]
            last = len(columns) - 1
            column, end_column = columns[min(column, last)], columns[min(end_column, last)]
        return Place(line + 1, column + 1, max(1, end_column - column))
