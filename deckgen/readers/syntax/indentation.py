"""Tabs, dashes and keys that stand in the wrong column, and spaces that are missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from deckgen.readers.remarks import clipped
from deckgen.readers.syntax.edits import Edit
from deckgen.readers.syntax.failure import Failure, Repair, Stage
from deckgen.readers.syntax.lines import (
    KEY,
    above,
    indent,
    is_blank,
    starts_item,
    text_column,
    value_column,
)

_UNSPACED_KEY = re.compile(r"[ ]*(?:-[ ]+)*([A-Za-z_]+):(?=\S)")
_UNSPACED_DASH = re.compile(r"([ ]*)-(?=[^\s-])")
_BULLET = re.compile(r"[ ]*([*•–—])[ ]+(?=\S)")


def tabs(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """A line that is indented with a tab."""
    if at.stage is not Stage.SIGN or lines[at.line][at.column : at.column + 1] != "\t":
        return None
    spaces = " " * (4 if all(n % 4 == 0 for n in map(_spaces, lines)) else 2)
    indented = [n for n, line in enumerate(lines) if "\t" in line[: indent(line)]]
    edits = [_without_tabs(number, lines[number], spaces) for number in indented]
    more = f" (and {len(indented) - 1} more)" if len(indented) > 1 else ""
    message = f"this line is indented with a tab{more}; YAML allows only spaces"
    return Repair(at.line, at.column, at.column + 1, message, "use spaces", edits)


def _without_tabs(number: int, line: str, spaces: str) -> Edit:
    first, end = line.index("\t"), indent(line)
    return Edit(number, first, end, line[first:end].replace("\t", spaces))


def missing_space(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`title:Checkout` or `-payments`: no space after the colon or the dash."""
    if at.stage not in {Stage.NO_COLON, Stage.COLON}:
        return None
    number = at.opened_line if at.stage is Stage.NO_COLON else next(above(lines, at.line), None)
    if number is None or (at.stage is Stage.COLON and KEY.match(lines[number])):
        return None
    line = lines[number]
    key = _UNSPACED_KEY.match(line)
    if key and key[1] in known:
        end = key.end()
        hint = f"write {key[1]}: {clipped(line[end:])}"
        message = "a space is missing after the ':'"
        return Repair(number, end - 1, end, message, hint, (Edit(number, end, end, " "),))
    dash = _UNSPACED_DASH.match(line)
    if dash and at.stage is Stage.NO_COLON:
        end = dash.end()
        message, hint = "a space is missing after the '-'", f"write - {clipped(line[end:])}"
        return Repair(number, end - 1, end, message, hint, (Edit(number, end, end, " "),))
    return None


def bullet(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """`* payments`: a bullet in the place of the dash of a list."""
    if at.stage is not Stage.MARKER:
        return None
    match = _BULLET.match(lines[at.opened_line])
    if not match or match.start(1) != at.opened_column:
        return None
    edits = [
        Edit(number, found.start(1), found.end(1), "-")
        for number, line in enumerate(lines)
        if (found := _BULLET.match(line)) and found[1] == match[1]
    ]
    message = f"'{match[1]}' starts no item of a list"
    return Repair(at.opened_line, match.start(1), match.end(1), message, "write '-'", edits)


def loose_text(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """A line without a key that goes on with the text above it, but is not indented."""
    number = at.opened_line
    if at.stage is Stage.COLON:
        number = next(above(lines, at.line), at.line)
        if KEY.match(lines[number]) or starts_item(lines[number]) or indent(lines[number]):
            return None
    elif at.stage is not Stage.NO_COLON or at.opened_column != indent(lines[number]):
        return None
    line = lines[number]
    if starts_item(line):
        return None
    message = "this line is neither 'key: value' nor indented as a part of the text above it"
    start, end = indent(line), len(line.rstrip())
    before = next(above(lines, number), None)
    if before is None or not _holds_plain_text(lines[before]):
        return Repair(number, start, end, message, "write it as 'key: value'")
    edit = Edit(number, 0, 0, " " * (text_column(lines[before]) + 2 - start))
    hint = "indent it, or write it as 'key: value'"
    return Repair(number, start, end, message, hint, (edit,))


def _holds_plain_text(line: str) -> bool:
    value = line[value_column(line) :]
    return KEY.match(line) is not None and value != "" and value[0] not in "\"'[{|>"


def dash_column(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """The dash of an item that does not stand under the other dashes of its list."""
    if at.stage not in {Stage.BLOCK, Stage.COLON}:
        return None
    line = lines[at.line]
    if not starts_item(line):
        return None
    if at.stage is Stage.BLOCK and at.column != indent(line):
        return None
    sibling = next((n for n in above(lines, at.line) if starts_item(lines[n])), None)
    if sibling is None or indent(lines[sibling]) == indent(line):
        return None
    wanted = indent(lines[sibling])
    message = (
        f"the '-' stands in column {indent(line) + 1}, "
        f"the one of line {sibling + 1} in column {wanted + 1}"
    )
    edits = tuple(_shifted(lines, at.line, wanted))
    hint = "put the dashes of a list under each other"
    return Repair(at.line, indent(line), indent(line) + 1, message, hint, edits)


def key_column(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair | None:
    """A key that does not stand under the other keys of its block."""
    if at.stage not in {Stage.BLOCK, Stage.COLON}:
        return None
    line = lines[at.line]
    key = KEY.match(line)
    if not key or key["key"].strip("\"'") not in known or starts_item(line):
        return None
    if at.column >= key.end() or (at.stage is Stage.BLOCK and at.column != indent(line)):
        return None
    here = indent(line)
    columns = dict(_key_columns(lines, at.line))
    if not columns or here in columns:
        return None
    wanted = min(columns, key=lambda column: (abs(column - here), -column))
    message = (
        f"'{key['key']}' stands in column {here + 1}, "
        f"the key of line {columns[wanted] + 1} in column {wanted + 1}"
    )
    edits = tuple(_shifted(lines, at.line, wanted))
    hint = "put the keys that belong together under each other"
    return Repair(at.line, here, len(line[: key.end()].rstrip()), message, hint, edits)


def _key_columns(lines: Sequence[str], line: int) -> Iterator[tuple[int, int]]:
    """Yield the columns of the keys open above `line`, each with its line, inmost first."""
    inmost = len(max(lines, key=len))
    for number in above(lines, line):
        column = text_column(lines[number])
        if column < inmost and KEY.match(lines[number]):
            yield column, number
        inmost = min(inmost, indent(lines[number]), column)
        if not inmost:
            return


def _shifted(lines: Sequence[str], first: int, wanted: int) -> Iterator[Edit]:
    """Yield the edits that move line `first`, and what belongs to it, to the column `wanted`."""
    here, is_item = indent(lines[first]), starts_item(lines[first])
    for number in range(first, len(lines)):
        line = lines[number]
        if is_blank(line):
            continue
        stands_right = indent(line) == wanted and starts_item(line) == is_item
        if number > first and (indent(line) < here or stands_right):
            return
        yield Edit(number, 0, max(0, here - wanted), " " * max(0, wanted - here))


def _spaces(line: str) -> int:
    """Return how many spaces, and no tab, `line` starts with; none where it is blank."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else 0
