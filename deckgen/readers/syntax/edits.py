"""Text that is edited in memory and still knows where each character stood before."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from deckgen.diagnostics import Place


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
    origins: Mapping[int, array[int]] = field(default_factory=dict)

    def with_edits(self, edits: Iterable[Edit]) -> EditedText:
        """Return the text with `edits` made; those of one line must not overlap."""
        lines, origins = list(self.lines), dict(self.origins)
        in_order = sorted(edits, key=lambda edit: (edit.line, edit.start))
        for number, of_line in groupby(in_order, lambda edit: edit.line):
            line, end, pieces, kept = lines[number], 0, list[str](), array("L")
            columns = origins.get(number) or array("L", range(len(line) + 1))
            for edit in of_line:
                pieces += [line[end : edit.start], edit.text]
                kept += columns[end : edit.start]
                kept += columns[edit.start : edit.start + 1] * len(edit.text)
                end = edit.end
            lines[number] = "".join([*pieces, line[end:]])
            origins[number] = kept + columns[end:]
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
