"""A postmortem as the YAML that somebody would have written: what is not the default, in order."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain, pairwise
from types import MappingProxyType
from typing import NamedTuple, TypeGuard
from zoneinfo import ZoneInfo

from deckgen.postmortem.fields import FORBIDDEN_CHARACTER, Picture
from deckgen.postmortem.model import Postmortem, Why
from deckgen.postmortem.record import Record
from deckgen.prose import Loc
from deckgen.writers.yaml_scalars import (
    duration_scalar,
    listed_scalar,
    moment_scalar,
    number_scalar,
    text_scalar,
)

_WIDTH = 100
_LONGEST_KEY = 100
"""How many characters a key in front of a `:` may have; YAML reads 1,024."""


class _Text(NamedTuple):
    """A text, which may be folded over several lines."""

    text: str


class _Scalar(NamedTuple):
    """A value as it is written."""

    written: str


class _Commented(NamedTuple):
    """A value with the lines of a comment in front of its key or its dash."""

    comment: tuple[str, ...]
    node: _Text | _Scalar | Sequence[_Node] | Mapping[str, _Node]


_Node = _Text | _Scalar | _Commented | Sequence["_Node"] | Mapping[str, "_Node"]


def postmortem_yaml(
    postmortem: Postmortem,
    comments: Mapping[Loc, Sequence[str]] = MappingProxyType({}),
    unknown: Collection[str] = (),
) -> str:
    """Return a file that is read as `postmortem`; pictures by their paths, times in its zone.

    `comments` are lines to stand in front of the value at a place, or where its section would
    stand. The keys in `unknown` are left out, whatever the postmortem has there.
    """
    # Without an id a file takes its own name for it, so that even the default one is written.
    tree = {"id": _Text(postmortem.id), **_mapping(postmortem, postmortem.zone)}
    said = _by_place(tree, comments)
    blocks = []
    for key in type(postmortem).model_fields:
        if key in tree and key not in unknown:
            blocks.append("\n".join(_entry(key, _commented(tree[key], (key,), said), 0)))
        elif (key,) in said:
            blocks.append("\n".join(_comment_lines(said[(key,)], 0)))
    opening = "\n".join([*_comment_lines(said[()], 0), "", ""]) if () in said else ""
    gaps = ("\n" * ("\n" in before + block) + "\n" for before, block in pairwise(blocks))
    return opening + "".join(chain.from_iterable(zip(blocks, [*gaps, "\n"], strict=True)))


def _by_place(
    tree: Mapping[str, _Node], comments: Mapping[Loc, Sequence[str]]
) -> dict[Loc, tuple[str, ...]]:
    """Return the comments by the nearest place that is written, or by the section's own."""
    placed: dict[Loc, tuple[str, ...]] = {}
    for loc, lines in comments.items():
        place = _written(tree, loc) or loc[:1]
        placed[place] = (*placed.get(place, ()), *lines)
    return placed


def _written(tree: _Node, loc: Loc) -> Loc:
    """Return as much of the way `loc` as leads to something with a line of its own."""
    node, way = tree, 0
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            node = node[str(step)]
        elif _is_list(node) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
        way += 1
    return loc[:way]


def _is_list(node: _Node) -> TypeGuard[Sequence[_Node]]:
    return isinstance(node, list)


def _commented(node: _Node, loc: Loc, said: Mapping[Loc, tuple[str, ...]]) -> _Node:
    """Return `node`, which stands at `loc`, with the comments on it and within it."""
    if isinstance(node, Mapping):
        node = {key: _commented(value, (*loc, key), said) for key, value in node.items()}
    elif _is_list(node):
        node = [_commented(item, (*loc, n), said) for n, item in enumerate(node)]
    return _Commented(said[loc], node) if loc in said else node


def _comment_lines(comment: Iterable[str], indent: int) -> Iterator[str]:
    for line in chain.from_iterable(map(str.splitlines, comment)):
        yield f"{' ' * indent}# {FORBIDDEN_CHARACTER.sub(' ', line)}".rstrip()


def _mapping(record: Record, zone: ZoneInfo) -> dict[str, _Node]:
    """Return the fields of `record` that say something, in the model's order."""
    return {
        name: _node(value, zone)
        for name, field in type(record).model_fields.items()
        if (value := getattr(record, name)) is not None
        and (field.is_required() or value != field.get_default(call_default_factory=True))
    }


def _node(value: object, zone: ZoneInfo) -> _Node:
    if isinstance(value, Why) and value.because is None:
        return _Text(value.why)
    if isinstance(value, Record):
        return _mapping(value, zone)
    if isinstance(value, Mapping):
        return {str(key): _node(item, zone) for key, item in value.items()}
    if isinstance(value, tuple):
        return _list(value, zone)
    if isinstance(value, str):
        return _Text(str(value))
    return _Scalar(_scalar(value, zone))


def _list(values: tuple[object, ...], zone: ZoneInfo) -> _Node:
    """Return a list; in brackets where it is a reading, or made of a few words."""
    if any(isinstance(value, datetime) for value in values):
        return _bracketed(_scalar(value, zone) for value in values)
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values) and not any(" " in text for text in texts):
        listed = _bracketed(map(listed_scalar, texts))
        if len(listed.written) < _WIDTH - 20:
            return listed
    return [_node(value, zone) for value in values]


def _bracketed(written: Iterable[str]) -> _Scalar:
    return _Scalar(f"[{', '.join(written)}]")


def _scalar(value: object, zone: ZoneInfo) -> str:
    if isinstance(value, datetime):
        return moment_scalar(value, zone)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_scalar(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return number_scalar(value)
    if isinstance(value, Decimal | int):
        return str(value)
    if isinstance(value, Picture):
        return text_scalar(value.path)
    raise TypeError(f"a {type(value).__name__} has no form in YAML")


def _entry(key: str, node: _Node, indent: int) -> Iterator[str]:
    """Yield the lines of a key with its value, a comment on it first."""
    if isinstance(node, _Commented):
        yield from _comment_lines(node.comment, indent)
        node = node.node
    written = text_scalar(key)
    if len(written) > _LONGEST_KEY:
        yield f"{' ' * indent}? {written}"
        written = ""
    yield from _valued(f"{' ' * indent}{written}:", node, indent + 2)


def _valued(head: str, node: _Node, indent: int) -> Iterator[str]:
    """Yield the lines of a value behind `head`, further ones indented by `indent`."""
    if isinstance(node, _Scalar):
        yield f"{head} {node.written}"
    elif isinstance(node, _Text):
        yield from _text(head, node.text, indent)
    elif isinstance(node, Mapping):
        yield head
        for key, value in node.items():
            yield from _entry(key, value, indent)
    elif _is_list(node):
        yield head
        for item in node:
            yield from _item(item, indent)


def _item(node: _Node, indent: int) -> Iterator[str]:
    """Yield the lines of an item of a list; a mapping begins behind the dash."""
    if isinstance(node, _Commented):
        yield from _comment_lines(node.comment, indent)
        node = node.node
    dash = f"{' ' * indent}-"
    if not isinstance(node, Mapping):
        yield from _valued(dash, node, indent + 2)
        return
    first, value = next(iter(node.items()))
    if isinstance(value, _Commented):
        yield from _comment_lines(value.comment, indent)
        node = {**node, first: value.node}
    lines = (line for key, value in node.items() for line in _entry(key, value, indent + 2))
    for n, line in enumerate(lines):
        yield f"{dash} {line.lstrip()}" if n == 0 else line


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """Yield a text behind `head`, folded where it is longer than a line and has spaces."""
    line = f"{head} {text_scalar(text)}"
    if len(line) <= _WIDTH or " " not in text or "\ufeff" in text:
        yield line
        return
    yield f"{head} >-"
    room = max(_WIDTH - indent, _WIDTH // 2)
    for folded in textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False):
        yield f"{' ' * indent}{folded}"
