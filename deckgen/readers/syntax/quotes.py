"""Quotes that do not end where they should, and escapes that are none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from deckgen.readers.syntax.edits import Edit
from deckgen.readers.syntax.failure import Failure, Repair, Stage
from deckgen.readers.syntax.lines import (
    KEY,
    flow_value,
    indent,
    is_blank,
    starts_item,
    text_column,
    text_end,
    value_column,
)
from deckgen.readers.syntax.quoting import SIGNS, shown, single_quoted


def text_after_quotes(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: "Pay" is down`, `'Don't panic'`: quotes that end before the text does."""
    number, column = at.sign
    line = lines[number]
    start = value_column(line)
    if at.stage is Stage.FLOW and number == at.opened_line:
        start = flow_value(line, column)[0]
    elif at.stage not in SIGNS | {Stage.BLOCK, Stage.COLON}:
        return None
    quote = line[start : start + 1]
    if quote not in {'"', "'"} or start >= column or column >= len(line):
        return None
    end = len(line.rstrip()) if line.rstrip().endswith(quote) else text_end(line, column)
    if at.stage is Stage.FLOW:
        end = flow_value(line, column)[1]
    close = _closed(line, start, column)
    if not close:
        return None
    inner = line[start + 1 : end - 1] if line[start:end].endswith(quote) else line[start:end]
    message = f"the text ends at this {quote}, but the line goes on"
    hint = f"write {shown(line[:start], inner)}"
    edits = (Edit(number, start, end, single_quoted(inner)),)
    return Repair(number, close - 1, close, message, hint, edits)


def open_quote(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`text: "Payments are down`: a quote that nothing closes in its line."""
    if at.stage not in {Stage.OPEN_QUOTE, Stage.BLOCK, Stage.COLON, Stage.ESCAPE}:
        return None
    last = at.opened_line if at.stage is Stage.OPEN_QUOTE else at.line
    for number in range(last + 1):
        line = lines[number]
        start = value_column(line)
        quote = line[start : start + 1]
        if quote in {'"', "'"} and not _closed(line, start, len(line)) and _ends(lines, number):
            end = len(line.rstrip())
            message = f"the {quote} that opens here is not closed on its line"
            hint = f"write {shown(line[:start], line[start + 1 : end])}"
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
    close = re.compile(r'(?:\\.|[^"\\])*').match(line, start + 1)
    if column < 0 or close is None:
        return None
    inner = line[start + 1 : close.end()]
    message = "a backslash in double quotes starts an escape, and there is none such"
    hint = f"write {shown('', inner)}"
    doubled = re.sub(r'\\([\\"]?)', lambda found: found[0] if found[1] else "\\\\", inner)
    edits = (Edit(at.line, start + 1, close.end(), doubled),)
    return Repair(at.line, column, column + 2, message, hint, edits)


def _closed(line: str, start: int, end: int) -> int:
    """Return the column behind the quote that closes the one in `start`, 0 if none before `end`."""
    text = r"(?:\\.|[^\"\\])*" if line[start] == '"' else r"(?:''|[^'])*"
    found = re.compile(line[start] + text + line[start]).match(line, start, end)
    return found.end() if found else 0


def _ends(lines: Sequence[str], number: int) -> bool:
    """Return whether what follows line `number` is a key or an item beside or outside it."""
    after = map(lines.__getitem__, range(number + 1, len(lines)))
    following = next((line for line in after if not is_blank(line)), None)
    if following is None:
        return True
    is_outside = indent(following) <= text_column(lines[number])
    return is_outside and (bool(KEY.match(following)) or starts_item(following))
