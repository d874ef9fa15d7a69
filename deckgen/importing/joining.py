"""Events joined to a postmortem file that is there: lines are put in, no other is touched."""

from __future__ import annotations

import bisect
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import yaml

from deckgen.diagnostics import InputError
from deckgen.postmortem.model import Event, Postmortem
from deckgen.readers import Document, parse_postmortem
from deckgen.readers.beside import Beside
from deckgen.readers.source import readable
from deckgen.writers import postmortem_yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_BRACKETS = "write the timeline as a list with a '-' in front of each event"


@dataclass(frozen=True)
class Joined:
    """A file with events put in, those that were, and those that it had already."""

    content: bytes
    added: tuple[Event, ...]
    doubled: tuple[Event, ...]


@dataclass(frozen=True)
class _List:
    """Where a timeline stands in the lines of a file, counted from 0.

    `ends` are the last lines of its events, `opened` the line behind which the first one stands,
    `column` that of the dashes. `removed` is what stands in the place of a list, such as `[]`.
    """

    opened: int
    column: int
    ends: tuple[int, ...] = ()
    removed: tuple[int, int] | None = None


def joined(document: Document, events: Iterable[Event], beside: Beside) -> Joined:
    """Return the file of `document` with `events` in its timeline, in order of time.

    The file is read again with the files `beside` it. An event that it has already, at the same
    instant and with the same words, is not added. Every comment and every line stays as it is.
    Raises InputError where the timeline is written in brackets, and where with the events the file
    would not be read as it was.
    """
    there = {_said(event) for event in document.postmortem.timeline}
    added, doubled = list[Event](), list[Event]()
    for event in sorted(events, key=lambda it: it.at):
        (doubled if _said(event) in there else added).append(event)
        there.add(_said(event))
    content = _with_events(document, added) if added else document.source
    _check(document, content, added, beside)
    return Joined(content, tuple(added), tuple(doubled))


def _said(event: Event) -> tuple[object, str]:
    return event.at, event.text.casefold()


def _with_events(document: Document, added: Sequence[Event]) -> bytes:
    text = document.source.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = [line for line in _LINE.findall(text[len(mark) :]) if line]
    newline = "\r\n" if "\r\n" in text else "\n"
    where = _timeline(document, [line.rstrip("\r\n") for line in lines])
    if where is None:
        lines += [newline] if lines and not lines[-1].endswith(("\n", "\r")) else []
        lines += [newline, f"timeline:{newline}"]
        where = _List(len(lines) - 1, 2)
    if where.removed:
        start, end = where.removed
        line = lines[where.opened]
        lines[where.opened] = line[:start].rstrip(" ") + line[end:]
    latest = list(accumulate((event.at for event in document.postmortem.timeline), max))
    put_in: dict[int, list[str]] = {}
    for event in added:
        before = bisect.bisect_right(latest, event.at)
        behind = where.ends[before - 1] if before else where.opened
        put_in.setdefault(behind, []).extend(_event_lines(event, document, where.column))
    made = []
    for number, line in enumerate(lines):
        made.append(line)
        if number in put_in:
            if not line.endswith(("\n", "\r")):
                made.append(newline)
            made += [it + newline for it in put_in[number]]
    return (mark + "".join(made)).encode()


def _event_lines(event: Event, document: Document, column: int) -> list[str]:
    """Return the lines of an event as they stand in a list of which the dashes are at `column`."""
    zone, start = document.postmortem.timezone, document.postmortem.started_at
    alone = Postmortem(id="x", title="x", timezone=zone, started_at=start, timeline=(event,))
    written = postmortem_yaml(alone).partition("\ntimeline:\n")[2]
    return textwrap.indent(textwrap.dedent(written), " " * column).rstrip("\n").split("\n")


def _timeline(document: Document, lines: Sequence[str]) -> _List | None:
    """Return where the timeline stands in `lines`, None where there is none."""
    # The file was read already, so that no nesting in it is too deep for libyaml.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = yaml.compose("\n".join(map(readable, lines)), Loader=loader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise _in_brackets(document, "the file is written in brackets, as JSON is")
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "timeline":
            return _list(key, value, document)
    return None


def _list(key: yaml.Node, value: yaml.Node, document: Document) -> _List:
    opened = key.end_mark.line
    if isinstance(value, yaml.SequenceNode) and value.value:
        if value.flow_style:
            raise _in_brackets(document, "the timeline is written in brackets")
        ends = tuple(_last_line(item) for item in value.value)
        return _List(opened, value.start_mark.column, ends)
    start, end = value.start_mark, value.end_mark
    if start.line == end.line == opened and end.column > start.column:
        return _List(opened, key.start_mark.column + 2, removed=(start.column, end.column))
    return _List(opened, key.start_mark.column + 2)


def _last_line(node: yaml.Node) -> int:
    """Return the last line of what `node` holds, without comments behind it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.line
    is_block = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
    return end - 1 if is_block and node.end_mark.column == 0 else end


def _in_brackets(document: Document, message: str) -> InputError:
    place = document.place(("timeline",), of_key=True)
    return InputError([document.lines.diagnostic(place, message, _BRACKETS)])


def _check(document: Document, content: bytes, added: Sequence[Event], beside: Beside) -> None:
    """Raise InputError where `content` says anything else than `document` and the events."""
    try:
        found = parse_postmortem(content, document.path, beside).postmortem
    except InputError as error:
        first = error.diagnostics[0]
        message = f"with the events the file could not be read: {first.message}"
        raise InputError.about(document.path, message, first.hint) from None
    asked = Counter(map(_whole, (*document.postmortem.timeline, *added)))
    rest = [it.model_copy(update={"timeline": ()}) for it in (document.postmortem, found)]
    if Counter(map(_whole, found.timeline)) != asked or rest[0] != rest[1]:
        message = "with the events, times without a date would be read as other days"
        raise InputError.about(document.path, message, "write the date with each time first")


def _whole(event: Event) -> tuple[object, ...]:
    return event.at, event.kind, event.text, event.key, event.source
