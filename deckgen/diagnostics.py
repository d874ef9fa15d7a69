"""Faults and warnings with the place where they stand, and the one error class for bad input."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]

_LONGEST_SHOWN_LINE = 500

_MOST_COMPARED = 1_000
"""With how many words another is compared; there are 600 time zones."""

_LONGEST_COMPARED = 40
"""How many characters of a word are compared: the time goes with their square."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing to say about an input file.

    `line` and `column` count from 1, in characters; 0 means the file as a whole. `width` is how
    many characters the caret line marks. `source` is the text of that line, `hint` what to do.
    `rule` is the id of the rule that found it, empty for what reading the file found.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    width: int = 1
    source: str = ""
    severity: Severity = "error"
    rule: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`, or the file's name alone when the fault has no place in it."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def __str__(self) -> str:
        """Head line, then the source line with a caret, then the hint."""
        rule = f" [{self.rule}]" if self.rule else ""
        parts = [_shown(f"{self.place}: {self.severity}: {self.message}{rule}")]
        if self.line and self.source.strip():
            gutter = " " * len(str(self.line))
            parts += [f"{self.line} | {_shown(self.source)}", f"{gutter} | {self._caret()}"]
        if self.hint:
            parts.append(_shown(f"  help: {self.hint}"))
        return "\n".join(parts)

    def _caret(self) -> str:
        before = _shown(self.source[: self.column - 1])
        marked = _shown(self.source[self.column - 1 : self.column - 1 + self.width])
        pad = "".join("\t" if c == "\t" else " " * _cells(c) for c in before)
        return pad + "^" * max(1, sum(map(_cells, marked)))


class Place(NamedTuple):
    """Where something stands: line and column count from 1, the width is in characters."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True)
class Source:
    """The lines of a file as they were written, for showing where a fault lies."""

    path: str
    lines: tuple[str, ...]

    def diagnostic(
        self,
        place: Place,
        message: str,
        hint: str = "",
        severity: Severity = "error",
        rule: str = "",
    ) -> Diagnostic:
        """Return what there is to say about `place`, with the line it stands in.

        A line too long to read, such as JSON without line breaks, is left out.
        """
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        shown = line if len(line) <= _LONGEST_SHOWN_LINE else ""
        width = max(1, min(place.width, len(line) - place.column + 1))
        return Diagnostic(
            self.path, place.line, place.column, message, hint, width, shown, severity, rule
        )


class InputError(Exception):
    """The input cannot be used. Carries every fault found, in file order.

    The library raises it, only the command prints it. `diagnostics` is never empty.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))

    @classmethod
    def about(cls, path: str, message: str, hint: str = "") -> InputError:
        """Return the error of one fault that concerns the file `path` as a whole."""
        return cls([Diagnostic(path, 0, 0, message, hint)])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the nearest known word, or an empty text when none is near.

    No more than the first thousand words are compared, and no more than the beginning of each.
    """
    by_fold = {_compared(name): name for name in islice(known, _MOST_COMPARED)}
    near = difflib.get_close_matches(_compared(word), by_fold, n=1, cutoff=0.6)
    return f"did you mean '{by_fold[near[0]]}'?" if near else ""


def _compared(word: str) -> str:
    return word[:_LONGEST_COMPARED].casefold()


def one_of(words: Sequence[str]) -> str:
    """Return `a, b or c`, as the end of a sentence that lists what is known."""
    return " or ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _cells(character: str) -> int:
    """Return how many terminal cells `character` takes (0, 1 or 2)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(text: str) -> str:
    """Return `text` with what a terminal must not receive replaced by U+FFFD."""
    return "".join(
        c
        if c == "\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else "\ufffd"
        for c in text
    )
