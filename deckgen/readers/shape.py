"""Which keys and words a postmortem has at which place, told from the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.record import Record
from deckgen.readers.nodes import Plain


def record_at(loc: Sequence[str | int]) -> type[Record] | None:
    """Return the record that stands at `loc`, None where a value of another kind does."""
    record: type[Record] | None = Postmortem
    for step in loc:
        if isinstance(step, str) and record is not None:
            record = _records(record).get(step)
    return record


def words_at(loc: Sequence[str | int]) -> tuple[str, ...]:
    """Return the words that the value at `loc` is one of; none where it is free text."""
    record, key = record_at(loc[:-1]), loc[-1]
    if record is None or key not in record.model_fields:
        return ()
    for part in _parts(record.model_fields[str(key)].annotation):
        if isinstance(part, type) and issubclass(part, StrEnum):
            return tuple(str(word) for word in part)
    return ()


@cache
def known_keys() -> frozenset[str]:
    """Return every key that stands anywhere in a postmortem."""
    return frozenset(_keys_within(Postmortem))


def without_blanks(data: Plain, record: type[Record] | None = Postmortem) -> Plain:
    """Return `data` without the known keys that have no value: they count as not written."""
    if isinstance(data, list):
        return [without_blanks(item, record) for item in data]
    if not isinstance(data, dict) or record is None:
        return data
    inner = _records(record)
    return {
        key: without_blanks(value, inner.get(key))
        for key, value in data.items()
        if value is not None or key not in record.model_fields
    }


@cache
def _records(record: type[Record]) -> dict[str, type[Record]]:
    """Return the records that stand under the keys of `record`, in lists or not."""
    return {
        name: part
        for name, field in record.model_fields.items()
        for part in _parts(field.annotation)
        if isinstance(part, type) and issubclass(part, Record)
    }


def _keys_within(record: type[Record]) -> Iterator[str]:
    yield from record.model_fields
    for inner in _records(record).values():
        yield from _keys_within(inner)


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield the types that an annotation is made up of."""
    arguments = get_args(annotation)
    if not arguments:
        yield annotation
    for part in arguments[:1] if get_origin(annotation) is Annotated else arguments:
        yield from _parts(part)
