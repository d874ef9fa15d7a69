"""How a line of YAML is made up, told by its text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

KEY = re.compile(
    r"""(?P<lead>[ \t]*(?:-[ ]+)*)
        (?P<key>"[^"]*"|'[^']*'|(?:[^\s"'\[\]{},#&*!|>%@`-]|-(?=\S))(?:[^:]++|:(?![ ]|$))*+)
        [ ]*:(?:[ ]+|$)""",
    re.VERBOSE,
)
"""What stands before a value: dashes, a key and its colon."""

_DASHES = re.compile(r"[ \t]*(?:-[ ]+)*")
_COMMENT = re.compile(r"(?:^|\s)#")
_SPACED_COMMENT = re.compile(r"\s#(?!\w)")
_FLOW_BREAK = re.compile(r"[\[{,]\s*|:\s+")
_FLOW_END = re.compile(r"[,\]}]")
_CLOSERS = {"[": "]", "{": "}"}


def is_blank(line: str) -> bool:
    """Return whether nothing but a comment stands in `line`."""
    return not line.strip() or line.lstrip().startswith("#")


def indent(line: str) -> int:
    """Return how many blanks `line` starts with."""
    return len(line) - len(line.lstrip(" \t"))


def starts_item(line: str) -> bool:
    """Return whether `line` starts with the dash of a list's item."""
    return bool(re.match(r"[ \t]*-(?:\s|$)", line))


def text_column(line: str) -> int:
    """Return the column of what stands behind the dashes of `line`."""
    match = _DASHES.match(line)
    return match.end() if match else 0


def value_column(line: str) -> int:
    """Return the column of the value in `line`: behind dashes and key."""
    key = KEY.match(line)
    return key.end() if key else text_column(line)


def value_end(line: str, start: int, comment: re.Pattern[str] = _COMMENT) -> int:
    """Return the column where the value that starts in `start` ends: a comment is none of it."""
    found = comment.search(line, start + 1)
    return len(line[: found.start() if found else None].rstrip())


def text_end(line: str, start: int) -> int:
    """Return the same for a text that its author did not quote: `#4812` is a part of it."""
    return value_end(line, start, _SPACED_COMMENT)


def above(lines: Sequence[str], line: int) -> Iterator[int]:
    """Yield the numbers of the lines before `line` that hold more than a comment, nearest first."""
    return (number for number in range(line - 1, -1, -1) if not is_blank(lines[number]))


def open_brackets(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return the closing brackets missing between two places, innermost first.

    Brackets in quotes and comments do not count.
    """
    missing: list[str] = []
    quote = ""
    before = " "
    for character in _characters(lines, start, end):
        if quote:
            quote = "" if character == quote and before != "\\" else quote
        elif character in "\"'" and before in " [{,:\n":
            quote = character
        elif character in _CLOSERS:
            missing.append(_CLOSERS[character])
        elif missing and character == missing[-1]:
            missing.pop()
        before = character
    return "".join(reversed(missing))


def _characters(
    lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]
) -> Iterator[str]:
    for number in range(start[0], min(end[0], len(lines) - 1) + 1):
        line = lines[number]
        first = start[1] if number == start[0] else 0
        last = min(end[1], value_end(line, 0)) if number == end[0] else value_end(line, 0)
        yield from line[first:last]
        yield "\n"


def in_brackets(lines: Sequence[str], line: int, column: int) -> bool:
    """Return whether the place lies within the brackets of a list or of keys.

    They open where a value starts, so what is read runs from the nearest value above that starts
    with a bracket.
    """
    for number in [line, *above(lines, line)]:
        start = value_column(lines[number])
        if lines[number][start : start + 1] in {"[", "{"} and (number, start) < (line, column):
            return bool(open_brackets(lines, (number, start), (line, column)))
        if number != line and not indent(lines[number]):
            break
    return False


def flow_value(line: str, column: int) -> tuple[int, int]:
    """Return where the value around `column` starts and ends within brackets."""
    before = takewhile(lambda match: match.end() <= column, _FLOW_BREAK.finditer(line))
    start = max((match.end() for match in before), default=indent(line))
    closer = _FLOW_END.search(line, column)
    end = closer.start() if closer else text_end(line, column)
    return start, len(line[:end].rstrip())
