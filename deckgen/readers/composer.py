"""From YAML's events to nodes with places, refusing what a postmortem has no use for.

The nodes are built here, one event at a time and to a limited depth: libyaml's own composer
recurses in C without a limit, so that a file of a hundred thousand brackets ends the process.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from deckgen.diagnostics import Diagnostic, Place, Source
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER
from deckgen.readers.escapes import unprintable_escapes, with_joined_surrogates
from deckgen.readers.nodes import Entry, Items, Mapping, Node, Scalar
from deckgen.readers.plain_text import misread
from deckgen.readers.remarks import clipped
from deckgen.readers.syntax.edits import EditedText, Span

DEEPEST = 50
"""How many levels of lists and keys may stand within each other."""

MOST_VALUES = 100_000
"""How many values a file may hold."""

_TOO_DEEP = f"lists and keys stand more than {DEEPEST} levels deep"

_PARSER_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says of its own limit, which it may meet before the event of the first bracket."""

_NULL = {"", "~", "null", "Null", "NULL"}


class Unbounded(Exception):
    """The file is too deep or too large to go on."""


class Composer:
    """Composes one document."""

    def __init__(self, events: Iterator[Event], text: EditedText, source: Source) -> None:
        self._said: list[Diagnostic] = []
        self._unprintable: list[Span] = []
        self._events = events
        self._text = text
        self._source = source
        self._values = 0

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there was to say about the document so far."""
        escapes = unprintable_escapes(self._source, self._text, self._unprintable)
        return (*self._said, *escapes)

    def document(self) -> Node | None:
        """Return the root of the first document, None where there is none.

        Raises Unbounded, with a fault in `diagnostics`, and whatever the events raise.
        """
        try:
            return self._first_document()
        except MarkedYAMLError as error:
            mark = error.problem_mark
            if mark is None or error.problem != _PARSER_TOO_DEEP:
                raise
            place = self._text.place(Span(mark.line, mark.column, mark.line, mark.column + 1))
            self._stop(place, _TOO_DEEP)

    def _first_document(self) -> Node | None:
        root = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                self._say(event, "a second document starts here", "keep one postmortem in a file")
                break
            if isinstance(event, NodeEvent):
                root = self._node(event, depth=1)
        return root

    def _node(self, event: NodeEvent, depth: int) -> Node:
        span = _span(event)
        place = self._text.place(span)
        self._count(event, depth)
        if isinstance(event, AliasEvent):
            self._refuse_mark(event, "*" + str(event.anchor))
            return Scalar(place, f"*{event.anchor}", span[2:])
        if event.anchor is not None:
            self._refuse_mark(event, "&" + event.anchor)
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
            self._refuse_tag(event)
        if isinstance(event, SequenceStartEvent):
            return Items(place, tuple(self._items(depth)))
        if isinstance(event, MappingStartEvent):
            return Mapping(place, self._entries(depth), bool(event.flow_style))
        assert isinstance(event, ScalarEvent)
        return Scalar(place, self._scalar(event, span), span[2:])

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return
            assert isinstance(event, NodeEvent)
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            assert isinstance(event, NodeEvent)
            key = self._key(event, depth)
            if key is not None and key.startswith("x-"):
                self._skip(next(self._events), depth)
                continue
            value = self._node(self._next_node(), depth + 1)
            if key in entries:
                self._refuse_doubled(event, key, entries[key].key)
            elif key is not None:
                entries[key] = Entry(self._place(event), value)
        return entries

    def _next_node(self) -> NodeEvent:
        event = next(self._events)
        assert isinstance(event, NodeEvent)
        return event

    def _key(self, event: NodeEvent, depth: int) -> str | None:
        """Return the text of a key; None, with a fault, where it is none."""
        if not isinstance(event, ScalarEvent):
            self._say(event, "a key must be a text", "put it in quotes if these signs belong to it")
            self._skip(event, depth)
            return None
        if event.anchor is not None:
            self._refuse_mark(event, "&" + event.anchor)
        if event.value == "<<" and not event.style:
            hint = "write out the keys that are meant"
            self._say(event, "'<<' merges keys from elsewhere, which is not read", hint)
            return None
        if event.tag is not None:
            self._refuse_tag(event)
        key = self._scalar(event, _span(event))
        if not key:
            self._say(event, "a key is missing before the ':'")
        return key or None

    def _scalar(self, event: ScalarEvent, span: Span) -> str | None:
        """Return the text of a scalar, None where it is empty or says that it is."""
        value: str = event.value
        if not event.style:
            self._said += misread(self._source, self._text, span)
            return None if value in _NULL else value
        if event.style == '"':
            value = with_joined_surrogates(value)
            if FORBIDDEN_CHARACTER.search(value):
                self._unprintable.append(span)
                value = FORBIDDEN_CHARACTER.sub("\ufffd", value)
        return value

    def _skip(self, event: Event, outer: int) -> None:
        """Read over a value within `outer` levels, and whatever is in it."""
        depth = 0
        while True:
            self._count(event, outer + depth)
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if not depth:
                return
            event = next(self._events)

    def _count(self, event: Event, depth: int) -> None:
        """Count a value at this depth; raise Unbounded where there are too many, or too deep."""
        self._values += 1
        if self._values > MOST_VALUES:
            self._stop(self._place(event), f"holds more than {MOST_VALUES:,} values")
        if depth > DEEPEST:
            self._stop(self._place(event), _TOO_DEEP)

    def _refuse_mark(self, event: NodeEvent, mark: str) -> None:
        what = "repeats a value from elsewhere" if mark[0] == "*" else "names a value for elsewhere"
        hint = f"write the value out; if '{mark[0]}' belongs to the text, put the text in quotes"
        self._say(event, f"in YAML '{clipped(mark)}' {what}, which is not read", hint)

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        tag = clipped(str(event.tag).replace("tag:yaml.org,2002:", "!!"))
        hint = "leave it out; if '!' belongs to the text, put the text in quotes"
        self._say(event, f"in YAML '{tag}' is the type of a value, which is not read", hint)

    def _refuse_doubled(self, event: Event, key: str, first: Place) -> None:
        message = f"the key '{clipped(key)}' stands here again; the first is in line {first.line}"
        self._say(event, message, "keep one of the two")

    def _say(self, event: Event, message: str, hint: str = "") -> None:
        self._said.append(self._source.diagnostic(self._place(event), message, hint))

    def _stop(self, place: Place, message: str) -> NoReturn:
        self._said.append(self._source.diagnostic(place._replace(width=1), message))
        raise Unbounded

    def _place(self, event: Event) -> Place:
        return self._text.place(_span(event))


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # the parsers mark every event
    return Span(start.line, start.column, end.line, end.column)
