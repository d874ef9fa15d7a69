"""The values of a file, each with the place where it stands, and the same as plain data."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.diagnostics import Place

Loc = tuple[str | int, ...]
"""The way from the root to a value: keys of mappings, indices of lists."""

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""A value without its place: every scalar is text, an empty one None."""


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A text, or None where nothing is written.

    `end` are the indices of the line and of the character behind it.
    """

    place: Place
    text: str | None
    end: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A key and its value."""

    key: Place
    value: Node


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys and values; `in_braces` where it is written in curly brackets."""

    place: Place
    entries: dict[str, Entry]
    in_braces: bool


Node = Scalar | Items | Mapping


def plain(node: Node) -> Plain:
    """Return the value of `node` without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def filled(data: Plain, values: MappingOf[Loc, object], loc: Loc = ()) -> object:
    """Return `data` with each of `values` in its place."""
    if loc in values:
        return values[loc]
    if isinstance(data, list):
        return [filled(item, values, (*loc, n)) for n, item in enumerate(data)]
    if isinstance(data, dict):
        return {key: filled(value, values, (*loc, key)) for key, value in data.items()}
    return data


def found(root: Node, loc: Sequence[str | int]) -> Node | None:
    """Return the node that `loc` names from `root`, None where there is none."""
    node: Node | None = root
    for step in loc:
        node = _child(node, step)
    return node


def nearest(root: Node, loc: Sequence[str | int]) -> Node:
    """Return the node that `loc` names from `root`, passing over steps that name none."""
    node = root
    for step in loc:
        node = _child(node, step) or node
    return node


def place_of(root: Node, loc: Sequence[str | int], *, of_key: bool = False) -> Place:
    """Return the place of the value that `loc` names, or of its key.

    A step that names no node (a missing key, the tag of a union) stays put, so that the place is
    that of the nearest value around it.
    """
    node, place = root, root.place
    for step in loc:
        child = _child(node, step)
        if child is None:
            continue
        at_key = of_key and isinstance(node, Mapping)
        place = node.entries[str(step)].key if at_key and isinstance(node, Mapping) else child.place
        node = child
    return place


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
        return node.entries[step].value
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None
