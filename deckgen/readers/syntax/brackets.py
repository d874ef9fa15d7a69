"""Brackets that are not closed, wrongly closed, and commas missing within them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckgen.readers.syntax.edits import Edit
from deckgen.readers.syntax.failure import Failure, Repair, Stage
from deckgen.readers.syntax.lines import (
    KEY,
    above,
    in_brackets,
    indent,
    is_blank,
    open_brackets,
    starts_item,
    text_column,
    value_column,
    value_end,
)

_CLOSERS = {"[": "]", "{": "}"}


def open_bracket(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`services: [payments, checkout`: a bracket that nothing closes."""
    opener = _opener(at, lines)
    if at.stage is not Stage.FLOW or not opener:
        return None
    end = _end_of_brackets(lines, at.opened_line)
    if end is None or at.line <= end:
        return None
    column = value_end(lines[end], 0)
    outermost = min(at.opened_column, value_column(lines[at.opened_line]))
    missing = open_brackets(lines, (at.opened_line, outermost), (end, column))
    if not missing:
        return None
    message = f"the '{opener}' that opens here is never closed"
    hint = f"write '{missing}' where it ends"
    edits = (Edit(end, column, column, f" {missing}"),)
    return Repair(at.opened_line, at.opened_column, at.opened_column + 1, message, hint, edits)


def wrong_bracket(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`[payments, checkout}`: a bracket that is closed by one of another kind."""
    line = lines[at.line]
    character, opener = line[at.column : at.column + 1], _opener(at, lines)
    if at.stage is not Stage.FLOW or not opener or character not in {"]", "}"}:
        return None
    outermost = value_column(lines[at.opened_line])
    closers = open_brackets(lines, (at.opened_line, outermost), (at.line, at.column))
    wanted = _CLOSERS[opener]
    if character in closers[1:]:
        edit = Edit(at.line, at.column, at.column, wanted)
        message = f"the '{opener}' of column {at.opened_column + 1} is not closed before this"
        return Repair(at.line, at.column, at.column + 1, message, f"write '{wanted}'", (edit,))
    edit = Edit(at.line, at.column, at.column + 1, wanted)
    message = f"'{character}' cannot close the '{opener}' of column {at.opened_column + 1}"
    return Repair(at.line, at.column, at.column + 1, message, f"write '{wanted}'", (edit,))


def missing_comma(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`{at: "02:15" text: Deploy}`: nothing between two values within brackets."""
    line = lines[at.line]
    if at.stage is not Stage.FLOW or not line.strip():
        return None
    key = KEY.match(line, at.column)
    first = at.line > at.opened_line and KEY.match(line)
    if at.column > indent(line) and key and key["key"].strip("\"'") in known:
        number, column = at.line, len(line[: at.column].rstrip())
    elif at.line > at.opened_line and (at.column == indent(line) or first):
        number = next(above(lines, at.line))
        column = value_end(lines[number], 0)
    else:
        return None
    message, hint = "a ',' is missing after this", "write ',' between the values in brackets"
    edits = (Edit(number, column, column, ","),)
    return Repair(number, max(0, column - 1), column, message, hint, edits)


def empty_value(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`[a,, b]`: a comma too many within brackets."""
    line = lines[at.line]
    if at.stage is not Stage.VALUE or line[at.column : at.column + 1] != ",":
        return None
    if not in_brackets(lines, at.line, at.column):
        return None
    edits = (Edit(at.line, at.column, at.column + 1, " "),)
    message, hint = "nothing stands before this ','", "remove it"
    return Repair(at.line, at.column, at.column + 1, message, hint, edits)


def _opener(at: Failure, lines: Sequence[str]) -> str:
    """Return the bracket at which the parser says it began, or nothing."""
    line = lines[at.opened_line]
    character = line[at.opened_column : at.opened_column + 1]
    return character if character in _CLOSERS else ""


def _end_of_brackets(lines: Sequence[str], opened: int) -> int | None:
    """Return the last line before one that starts a key or an item beside or outside line `opened`.

    None where no such line follows and the brackets may go on to the end.
    """
    last, outer = opened, text_column(lines[opened])
    for number in range(opened + 1, len(lines)):
        line = lines[number]
        if is_blank(line):
            continue
        if indent(line) <= outer and (KEY.match(line) or starts_item(line)):
            return last
        last = number
    return last
