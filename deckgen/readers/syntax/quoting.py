"""Texts that need quotes, and quotes that do not end where they should."""

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
    is_blank,
    starts_item,
    text_column,
    text_end,
    value_column,
)

_LONGEST_QUOTED = 60
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
    if at.stage in {Stage.SIGN, Stage.DASH, Stage.QUESTION_MARK, Stage.VALUE}:
        number, start = at.line, at.column
    elif at.stage in {Stage.MARKER, Stage.BLOCK_TEXT}:
        number, start = at.opened_line, at.opened_column
    else:
        return None
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


def text_after_quotes(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: "Pay" is down`, `'Don't panic'`: quotes that end before the text does."""
    line = lines[at.line]
    start = value_column(line)
    if at.stage is Stage.FLOW and at.line == at.opened_line:
        start = flow_value(line, at.column)[0]
    elif at.stage not in {Stage.BLOCK, Stage.COLON}:
        return None
    quote = line[start : start + 1]
    if quote not in {'"', "'"} or start >= at.column or at.column >= len(line):
        return None
    end = len(line.rstrip()) if line.rstrip().endswith(quote) else text_end(line, at.column)
    if at.stage is Stage.FLOW:
        end = flow_value(line, at.column)[1]
    if not _closes(line, start, at.column):
        return None
    inner = line[start + 1 : end - 1] if line[start:end].endswith(quote) else line[start:end]
    message = f"the text ends at this {quote}, but the line goes on"
    hint = f"write {shown(line[:start].strip(), inner)}"
    edits = (Edit(at.line, start, end, _single(inner)),)
    return Repair(at.line, at.column - 1, at.column, message, hint, edits)


def text_after_bracket(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: [payments] is down`: a text that starts with a bracket."""
    line = lines[at.line]
    start = value_column(line)
    sign = line[start : start + 1]
    if at.stage is not Stage.BLOCK or sign not in {"[", "{"} or start >= at.column:
        return None
    rest = line[at.column : text_end(line, at.column)]
    if rest and not rest.strip("]} "):
        message = f"'{rest[0]}' closes nothing: there is one bracket too many"
        edits = (Edit(at.line, at.column, at.column + len(rest), " " * len(rest)),)
        return Repair(at.line, at.column, at.column + 1, message, "remove it", edits)
    message = f"a text that starts with '{sign}' needs quotes"
    return quoted(lines, at.line, start, text_end(line, at.column), message, start)


def open_quote(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: "Payments are down`: a quote that nothing closes in its line."""
    if at.stage not in {Stage.OPEN_QUOTE, Stage.BLOCK, Stage.COLON, Stage.ESCAPE}:
        return None
    first = at.opened_line if at.stage is Stage.OPEN_QUOTE else 0
    last = at.opened_line if at.stage is Stage.OPEN_QUOTE else at.line
    for number in range(min(first, last), min(last + 1, len(lines))):
        line = lines[number]
        start = value_column(line)
        quote = line[start : start + 1]
        if quote in {'"', "'"} and not _closes(line, start, len(line)) and _ends(lines, number):
            end = len(line.rstrip())
            message = f"the {quote} that opens here is not closed on its line"
            hint = f"write {shown(line[:start].strip(), line[start + 1 : end])}"
            return Repair(number, start, start + 1, message, hint, (Edit(number, end, end, quote),))
    if at.stage is Stage.OPEN_QUOTE:
        message = "the quote that opens here is never closed"
        return Repair(at.opened_line, at.opened_column, at.opened_column + 1, message, "close it")
    return None


def backslash(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    r"""`path: "C:\Users"`: a backslash in double quotes starts an escape."""
    if at.stage is not Stage.ESCAPE:
        return None
    line = lines[at.line]
    start = at.opened_column if at.opened_line == at.line else 0
    column = line.rfind("\\", start, at.column + 1)
    close = re.compile(r'(?:\\"|[^"])*').match(line, start + 1)
    if column < 0 or close is None:
        return None
    inner = line[start + 1 : close.end()]
    message = "a backslash in double quotes starts an escape, and there is none such"
    hint = f"write {shown('', inner)}"
    doubled = re.sub(r'\\([\\"]?)', lambda found: found[0] if found[1] else "\\\\", inner)
    edits = (Edit(at.line, start + 1, close.end(), doubled),)
    return Repair(at.line, column, column + 2, message, hint, edits)


def quoted(
    lines: Sequence[str], number: int, start: int, end: int, message: str, column: int
) -> Repair:
    """Return the repair that puts the columns `start` to `end` of a line in quotes."""
    line = lines[number]
    text = line[start:end]
    lead = re.search(r"(?:(?:- +)?[^\s\[{,]+:|-)\s*$", line[:start])
    edit = Edit(number, start, end, _single(text))
    hint = f"write {shown(lead[0].strip() if lead else '', text)}"
    return Repair(number, column, column + 1, message, hint, (edit,))


def shown(lead: str, text: str) -> str:
    """Return `text` in the quotes that it needs, behind its key, cut where it is long."""
    if len(text) > _LONGEST_QUOTED:
        text = text[: _LONGEST_QUOTED - 2].rstrip() + " …"
    inside = _single(text) if '"' in text or "\\" in text else f'"{text}"'
    return f"{lead} {inside}".strip()


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _closes(line: str, start: int, end: int) -> bool:
    """Return whether the quote in column `start` is closed before `end`."""
    text = r"(?:\\.|[^\"\\])*" if line[start] == '"' else r"(?:''|[^'])*"
    return bool(re.compile(line[start] + text + line[start]).match(line, start, end))


def _ends(lines: Sequence[str], number: int) -> bool:
    """Return whether what follows line `number` is a key or an item beside or outside it."""
    following = next((line for line in lines[number + 1 :] if not is_blank(line)), None)
    if following is None:
        return True
    is_outside = indent(following) <= text_column(lines[number])
    return is_outside and (bool(KEY.match(following)) or starts_item(following))


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
