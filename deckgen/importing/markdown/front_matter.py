"""The front matter of a document: YAML between `---`, or TOML between `+++`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

_LONGEST = 200
"""How many lines a front matter may have: what is longer is text between two rules."""


class FrontMatter(NamedTuple):
    """The keys of a front matter as texts, with their lines; `lines` is how many it takes up.

    `unread` says that it could not be read, so that its lines are left.
    """

    fields: Mapping[str, tuple[str, ...]]
    lines: int
    places: Mapping[str, int]
    unread: bool = False


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """Return the front matter that a document begins with, an empty one where it has none."""
    none = FrontMatter({}, 0, {})
    mark = lines[0].rstrip() if lines else ""
    if mark not in {"---", "+++"}:
        return none
    ends = (n for n, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() in {mark, "..."})
    end = next(ends, None)
    if end is None:
        return none
    text = "\n".join(lines[1:end])
    try:
        read = yaml.load(text, yaml.BaseLoader) if mark == "---" else tomllib.loads(text)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError):
        return FrontMatter({}, end + 1, {}, True)
    if not isinstance(read, dict):
        return none if read is not None else FrontMatter({}, end + 1, {})
    fields = {str(key): tuple(_texts(value)) for key, value in read.items()}
    return FrontMatter(fields, end + 1, {key: _place(lines, key, end) for key in fields})


def _place(lines: Sequence[str], key: str, end: int) -> int:
    found = (n for n, line in enumerate(lines[:end], 1) if line.lstrip(" [").startswith(key))
    return next(found, 1)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the texts in a value; a mapping's as `key: value`."""
    if depth > 5:
        return
    if isinstance(value, dict):
        for key, one in value.items():
            yield from (f"{key}: {text}" for text in _texts(one, depth + 1))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one, depth + 1)
    elif value is not None and str(value).strip():
        yield " ".join(str(value).split())
