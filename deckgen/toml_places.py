"""Where the keys of a TOML file stand: `tomllib` says what is written, but not where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.diagnostics import Place

Places = dict[tuple[str, ...], Place]

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_WRITTEN = re.compile(rf"[ \t]*(?:\[\[?[ \t]*(?P<table>{_KEYS})[ \t]*\]|(?P<key>{_KEYS})[ \t]*=)")
_DEEPEST = 5
"""How many keys a way has at most: `tool.deckgen.severities.SEV1.names`."""


def key_places(lines: Sequence[str]) -> Places:
    """Return the places of the tables and keys in the lines of a TOML file, by their keys.

    What stands in an inline table, or on a further line of a value, is not looked for. A table
    that has no line of its own stands where the first of its keys does.
    """
    places: Places = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, start=1):
        if (found := _WRITTEN.match(line)) is None:
            continue
        name = "table" if found["table"] else "key"
        keys = _keys(found[name])
        if name == "table":
            table = path = keys
        else:
            path = table + keys
        place = Place(number, found.start(name) + 1, len(found[name]))
        for length in range(1, min(len(path), _DEEPEST) + 1):
            places.setdefault(path[:length], place)
    return places


def nearest_place(places: Places, keys: Sequence[str]) -> Place | None:
    """Return the place of the key, or of the nearest table around it; None where none is known."""
    ways = (tuple(keys[:length]) for length in range(len(keys), 0, -1))
    return next((places[way] for way in ways if way in places), None)


def _keys(written: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, written))
