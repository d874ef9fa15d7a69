"""Texts that need quotes, because YAML takes a sign in them for more than a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from deckgen.readers.syntax.edits import Edit
from deckgen.readers.syntax.failure import Failure, Repair, Stage
from deckgen.readers.syntax.lines import (
    KEY,
    above,
    flow_value,
    in_brackets,
    indent,
    starts_item,
    text_column,
    text_end,
    value_column,
)

_LONGEST_QUOTED = 60
SIGNS = {Stage.SIGN, Stage.MARKER, Stage.DASH, Stage.QUESTION_MARK, Stage.BLOCK_TEXT}
"""Where the parser took a sign at the start of a word for more than a text."""

_LEAD = re.compile(r"(?:(?:- +)?[^\s\[{,]+:|-)\s*$")
_HASH_WORD = re.compile(r"\s#(?=\w)")


def text_with_colon(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`title: Checkout: all payments fail`: a colon and a blank within a text."""
    line = lines[at.line]
    key = KEY.match(line)
    if at.stage is not Stage.COLON or not key or key.end() > at.column:
        return None
    in_item = key["lead"].strip() and key["key"] not in known
    start = key.end("lead") if in_item else key.end()
    message = "a text with ': ' in it needs quotes"
    return quoted(lines, at.line, start, text_end(line, start), message, at.column)


def text_with_colon_in_brackets(
    at: Failure, lines: Sequence[str], known: Collection[str]
) -> Repair | None:
    """`{at: "02:15", text: Deploy: all regions}`: the same, within brackets."""
    line = lines[at.line]
    if at.stage is not Stage.FLOW or line[at.column : at.column + 1] != ":":
        return None
    start, end = flow_value(line, at.column)
    if line[start : start + 1] in {'"', "'"}:
        return None
    message = "a text with ': ' in it needs quotes"
    return quoted(lines, at.line, start, end, message, at.column)


def text_with_hash_in_brackets(
    at: Failure, lines: Sequence[str], known: Collection[str]
) -> Repair | None:
    """`{text: Deploy #4812, kind: trigger}`: a comment to YAML, which hides the bracket's end."""
    if at.stage is not Stage.FLOW:
        return None
    line = lines[at.opened_line]
    hash_sign = _HASH_WORD.search(line, at.opened_column)
    if not hash_sign:
        return None
    start, end = flow_value(line, hash_sign.end() - 1)
    message = "in YAML ' #' starts a comment: a text with it needs quotes"
    return quoted(lines, at.opened_line, start, end, message, hash_sign.end() - 1)


def text_over_lines(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """A text that goes on in the next line, where it holds a colon and a blank."""
    key = KEY.match(lines[at.line])
    if at.stage is not Stage.COLON or not key or key.end() <= at.column or key["key"] in known:
        return None
    start = next((n for n in above(lines, at.line) if KEY.match(lines[n])), None)
    if start is None or starts_item(lines[at.line]):
        return None
    outer = text_column(lines[start])
    last = _last_of_text(lines, start, outer)
    column = value_column(lines[start])
    if last < at.line or column >= len(lines[start]):
        return None
    hint = f"write '{lines[start][:column].strip()} >' and the whole text below it, indented"
    message = "a text over several lines with ': ' in it needs a '>' before it"
    edits = _quoting_span(lines, start, column, last)
    return Repair(at.line, at.column, at.column + 1, message, hint, edits)


def text_with_first_sign(
    at: Failure, lines: Sequence[str], known: Collection[str]
) -> Repair | None:
    """`owner: @payments`, `text: **bold**`, `text: >50% of users`: a sign that means something."""
    if at.stage not in SIGNS | {Stage.VALUE}:
        return None
    number, start = at.sign
    line = lines[number]
    sign = line[start : start + 1]
    if not sign.strip() or (start > value_column(line) and not in_brackets(lines, number, start)):
        return None
    if at.stage is Stage.VALUE and in_brackets(lines, number, start):
        return None
    end = text_end(line, start)
    if in_brackets(lines, number, start):
        end = flow_value(line, start + 1)[1]
    message = f"a text that starts with '{sign}' needs quotes"
    return quoted(lines, number, start, end, message, start)


def text_after_bracket(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: [payments] is down`: a text that starts with a bracket."""
    number, column = at.sign
    line = lines[number]
    start = value_column(line)
    sign = line[start : start + 1]
    if (
        at.stage not in SIGNS | {Stage.BLOCK, Stage.COLON}
        or sign not in {"[", "{"}
        or start >= column
    ):
        return None
    if in_brackets(lines, number, column):
        return None
    rest = line[column : text_end(line, column)]
    if rest and not rest.strip("]} "):
        message = f"'{rest[0]}' closes nothing: there is one bracket too many"
        edits = (Edit(number, column, column + len(rest), " " * len(rest)),)
        return Repair(number, column, column + 1, message, "remove it", edits)
    message = f"a text that starts with '{sign}' needs quotes"
    return quoted(lines, number, start, text_end(line, column), message, start)


def quoted(
    lines: Sequence[str], number: int, start: int, end: int, message: str, column: int
) -> Repair:
    """Return the repair that puts the columns `start` to `end` of a line in quotes."""
    line = lines[number]
    text = line[start:end]
    edit = Edit(number, start, end, single_quoted(text))
    hint = f"write {shown(line[:start], text)}"
    return Repair(number, column, column + 1, message, hint, (edit,))


def shown(lead: str, text: str) -> str:
    """Return `text` in the quotes that it needs, after its key, cut where it is long.

    `lead` is what stands before it in its line.
    """
    if len(text) > _LONGEST_QUOTED:
        text = text[: _LONGEST_QUOTED - 2].rstrip() + " …"
    inside = single_quoted(text) if '"' in text or "\\" in text else f'"{text}"'
    key = _LEAD.search(lead)
    return f"{key[0].strip() if key else ''} {inside}".strip()


def single_quoted(text: str) -> str:
    """Return `text` in single quotes, in which only they themselves mean something."""
    return "'" + text.replace("'", "''") + "'"


def _last_of_text(lines: Sequence[str], start: int, outer: int) -> int:
    """Return the last line of a text that starts in line `start` under a key in column `outer`."""
    last = start
    for number in range(start + 1, len(lines)):
        if lines[number].strip() and indent(lines[number]) <= outer:
            break
        if lines[number].strip():
            last = number
    return last


def _quoting_span(lines: Sequence[str], start: int, column: int, last: int) -> list[Edit]:
    doubled = [
        Edit(number, match.start(), match.end(), "''")
        for number in range(start, last + 1)
        for match in re.compile("'").finditer(lines[number], column if number == start else 0)
    ]
    end = len(lines[last].rstrip())
    return [Edit(start, column, column, "'"), *doubled, Edit(last, end, end, "'")]
