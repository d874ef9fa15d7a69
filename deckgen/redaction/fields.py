"""The texts of a postmortem, whatever field they stand in, and the postmortem with others in it.

Nothing here names a field: what the model may hold tomorrow is looked at as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from deckgen.postmortem.fields import Link, Picture, ZoneName
from deckgen.postmortem.record import Record
from deckgen.prose import Loc

R = TypeVar("R", bound=Record)


class Leaf(NamedTuple):
    """A text with the way to it, and whether it must stay a link; `of_key` for that of a key."""

    loc: Loc
    text: str
    is_link: bool = False
    of_key: bool = False


class LeftOut(Exception):
    """A value that nothing can stand in for; the nearest around it that may be absent is."""


Change = Callable[[Leaf], str | None]
"""From a text to what stands in its place; None where it is a link and is left out."""


def leaves(record: Record, loc: Loc = ()) -> Iterator[Leaf]:
    """Yield every text in `record`; no words of a closed list, times, numbers and zones."""
    for name in type(record).model_fields:
        yield from _leaves(getattr(record, name), (*loc, name), _holds(type(record), name))


def picture_locs(record: Record) -> Iterator[Loc]:
    """Yield the way to each picture in `record`."""
    yield from _pictures(record, ())


def changed(record: R, change: Change, loc: Loc = ()) -> R:
    """Return `record` with every text as `change` has it, without its pictures.

    Raises LeftOut where what must be there is left out.
    """
    values: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        try:
            value = getattr(record, name)
            values[name] = _changed(value, change, (*loc, name), _holds(type(record), name))
        except LeftOut:
            if field.is_required():
                raise
    return type(record).model_validate(values)


class _Holds(NamedTuple):
    """What the texts of a field are."""

    links: bool
    zones: bool


@cache
def _holds(record: type[Record], name: str) -> _Holds:
    field = record.model_fields[name]
    marks = [*field.metadata, *_marks(field.annotation)]
    return _Holds(links=_mark(Link) in marks, zones=_mark(ZoneName) in marks)


def _mark(annotated: Any) -> object:
    """Return the last mark of an annotated type, which is its own and not that of its base."""
    return get_args(annotated)[-1]


def _marks(annotation: Any) -> Iterator[object]:
    """Yield the marks of every annotated type that an annotation is made up of."""
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from parts[1:]
        parts = parts[:1]
    for part in parts:
        yield from _marks(part)


def _leaves(value: object, loc: Loc, holds: _Holds) -> Iterator[Leaf]:
    if isinstance(value, Record):
        yield from leaves(value, loc)
    elif _is_text(value, holds):
        yield Leaf(loc, str(value), holds.links)
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _leaves(item, (*loc, n), holds)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield Leaf((*loc, key), key, of_key=True)
            yield from _leaves(item, (*loc, key), holds)


def _pictures(value: object, loc: Loc) -> Iterator[Loc]:
    if isinstance(value, Picture):
        yield loc
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _pictures(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _pictures(item, (*loc, n))


def _changed(value: object, change: Change, loc: Loc, holds: _Holds) -> object:
    if isinstance(value, Record):
        return changed(value, change, loc)
    if isinstance(value, Picture):
        raise LeftOut
    if _is_text(value, holds):
        text = change(Leaf(loc, str(value), holds.links))
        if text is None:
            raise LeftOut
        return text
    if isinstance(value, tuple):
        return tuple(_items(value, change, loc, holds))
    if isinstance(value, Mapping):
        return {
            change(Leaf((*loc, key), key, of_key=True)): _changed(item, change, (*loc, key), holds)
            for key, item in value.items()
        }
    return value


def _items(items: tuple[object, ...], change: Change, loc: Loc, holds: _Holds) -> Iterator[object]:
    for n, item in enumerate(items):
        try:
            yield _changed(item, change, (*loc, n), holds)
        except LeftOut:
            continue


def _is_text(value: object, holds: _Holds) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum) and not holds.zones
