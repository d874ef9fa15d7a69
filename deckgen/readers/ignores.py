"""Comments by which an author silences a rule: `# deckgen: ignore=RULE`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from yaml.events import ScalarEvent

from deckgen.diagnostics import Place, Source
from deckgen.readers.yaml_text import events_of, flattened

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*deckgen:[ \t]*ignore\b(?:[ \t]*=[ \t]*)?")
_RULES = re.compile(r"[A-Za-z][\w-]*(?:[ \t]*,[ \t]*[A-Za-z][\w-]*)*")
_RULE = re.compile(r"[\w-]+")


class Ignore(NamedTuple):
    """A comment that silences `rules` in its `line`, each rule with the place of its name.

    `line` counts from 1; 0 where the comment stands before nothing.
    """

    place: Place
    line: int
    rules: tuple[tuple[str, Place], ...]


def ignores(source: Source) -> tuple[Ignore, ...]:
    """Return the comments that silence a rule in the lines of a sound YAML file.

    One that has its line to itself speaks of the next line that holds a value. What only looks
    like a comment, within a text in quotes or a block of text, is none.
    """
    looking = [
        (number, found)
        for number, line in enumerate(source.lines)
        if "deckgen:" in line
        for found in _COMMENT.finditer(line)
    ]
    if not looking:
        return ()
    texts, meant = list(_texts(source)), _lines_meant(source.lines)
    return tuple(
        _ignore(number, found, meant[number])
        for number, found in looking
        if not _is_within(texts, (number, found.start()))
    )


_Mark = tuple[int, int]


def _texts(source: Source) -> Iterator[tuple[_Mark, _Mark]]:
    """Yield where each text in quotes, and each block of text, begins and ends: from 0."""
    for event in events_of("\n".join([*flattened(source), ""])):
        if isinstance(event, ScalarEvent) and event.style:
            start, end = event.start_mark, event.end_mark
            assert start is not None and end is not None  # the parsers mark every event
            if event.style in "|>":  # behind the sign that opens a block a comment may stand
                yield (start.line + 1, 0), (end.line, end.column)
            else:
                yield (start.line, start.column), (end.line, end.column)


def _is_within(texts: Sequence[tuple[_Mark, _Mark]], mark: _Mark) -> bool:
    before = bisect_right(texts, mark, key=itemgetter(0))
    return before > 0 and mark < texts[before - 1][1]


def _ignore(number: int, found: re.Match[str], line_meant: int) -> Ignore:
    line = found.string
    named = _RULES.match(line, found.end()) if "=" in found[0] else None
    rules = tuple(
        (name[0], Place(number + 1, name.start() + 1, len(name[0])))
        for name in (_RULE.finditer(line, named.start(), named.end()) if named else ())
    )
    end = named.end() if named else len(line[: found.end()].rstrip())
    place = Place(number + 1, found.start() + 1, end - found.start())
    return Ignore(place, line_meant, rules)


def _lines_meant(lines: Sequence[str]) -> list[int]:
    """Return the line of which a comment in each line speaks: its own, or the next with a value."""
    meant: list[int] = []
    following = 0
    for number in range(len(lines), 0, -1):
        written = lines[number - 1].strip()
        if written.strip("- ") and not written.lstrip("- ").startswith("#"):
            following = number
        meant.append(following if written.startswith("#") else number)
    return meant[::-1]
