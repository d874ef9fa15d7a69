"""Where and at what a YAML parser gave up, told alike for libyaml and for PyYAML's own parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from yaml.error import MarkedYAMLError

from deckgen.readers.syntax.edits import Edit


class Stage(Enum):
    """What the parser was at when it gave up."""

    COLON = auto()
    DASH = auto()
    QUESTION_MARK = auto()
    SIGN = auto()
    MARKER = auto()
    BLOCK_TEXT = auto()
    ESCAPE = auto()
    OPEN_QUOTE = auto()
    NO_COLON = auto()
    BLOCK = auto()
    FLOW = auto()
    VALUE = auto()
    DOCUMENT = auto()
    OTHER = auto()


_WORDS = (
    (Stage.OPEN_QUOTE, "found unexpected end of stream"),
    (Stage.OPEN_QUOTE, "found unexpected document separator"),
    (Stage.OPEN_QUOTE, "found unexpected document indicator"),
    (Stage.COLON, "mapping values are not allowed"),
    (Stage.DASH, "sequence entries are not allowed"),
    (Stage.QUESTION_MARK, "mapping keys are not allowed"),
    (Stage.SIGN, "cannot start any token"),
    (Stage.SIGN, "tab character that violates"),
    (Stage.MARKER, "scanning an alias"),
    (Stage.MARKER, "scanning an anchor"),
    (Stage.MARKER, "scanning a tag"),
    (Stage.MARKER, "parsing a tag"),
    (Stage.BLOCK_TEXT, "scanning a block scalar"),
    (Stage.NO_COLON, "could not find expected ':'"),
    (Stage.ESCAPE, "quoted scalar"),
    (Stage.FLOW, "found unexpected ':'"),
    (Stage.FLOW, "parsing a flow sequence"),
    (Stage.FLOW, "parsing a flow mapping"),
    (Stage.BLOCK, "parsing a block mapping"),
    (Stage.BLOCK, "parsing a block collection"),
    (Stage.VALUE, "parsing a block node"),
    (Stage.VALUE, "parsing a flow node"),
    (Stage.DOCUMENT, "document start>"),
)
"""What either parser says, in its context or its problem; the first that fits counts."""


@dataclass(frozen=True)
class Failure:
    """Where the parser gave up, and where the value it was at begins; all count from 0."""

    stage: Stage
    line: int
    column: int
    opened_line: int
    opened_column: int

    @property
    def sign(self) -> tuple[int, int]:
        """Where the sign stands that the parser took for more than a text."""
        if self.stage in {Stage.MARKER, Stage.BLOCK_TEXT}:
            return self.opened_line, self.opened_column
        return self.line, self.column


@dataclass(frozen=True)
class Repair:
    """What to say about the columns `start` to `end` of `line`, and edits that repair it.

    Without edits there is no telling what was meant, so that reading ends there.
    """

    line: int
    start: int
    end: int
    message: str
    hint: str
    edits: Sequence[Edit] = ()


def failure(error: MarkedYAMLError) -> Failure:
    """Return the failure that `error` tells of."""
    told = f"{error.context or ''} {error.problem or ''}"
    stage = next((stage for stage, words in _WORDS if words in told), Stage.OTHER)
    at = error.problem_mark or error.context_mark
    opened = error.context_mark or at
    line, column = (at.line, at.column) if at else (0, 0)
    opened_line, opened_column = (opened.line, opened.column) if opened else (0, 0)
    return Failure(stage, line, column, opened_line, opened_column)
