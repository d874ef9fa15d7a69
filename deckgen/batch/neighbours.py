"""The files beside a source, read where they lie, to go along with its work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from deckgen.batch.work import Work
from deckgen.readers.beside import Beside, CarriedFile, Folder, Named, Refusal, carried
from deckgen.readers.measurements import KIND as CSV
from deckgen.readers.measurements import LARGEST_CSV
from deckgen.readers.pictures import KIND as PICTURE
from deckgen.readers.pictures import LARGEST_PICTURE

_LIMITS = {PICTURE: LARGEST_PICTURE, CSV: LARGEST_CSV}
_KINDS = {b"image": PICTURE, b"points": CSV}

_KEY = re.compile(
    rb"[\"']?\b(image|points)[\"']?[ \t]*:[ \t]+"
    rb"(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^\s\"'\[{#&*!|>,][^\n,}#]*))"
)
"""A key that names a file, with what stands behind it on its line."""


def likely_files(source: bytes) -> tuple[Named, ...]:
    """Return the files that `source` seems to refer to: a guess that saves asking for them.

    What it guesses wrongly is read in vain, what it misses is asked for.
    """
    found: dict[Named, None] = {}
    for key, double, single, bare in _KEY.findall(source):
        path = (double or single or bare).decode("utf-8", "replace").strip()
        found[path, _KINDS[key]] = None
    return tuple(found)


def with_files(work: Work, wanted: Iterable[Named]) -> Work:
    """Return `work` with the files `wanted`, or why they cannot be had, beside those it has."""
    folder = Folder(work.folder or Path(work.path).parent)
    files: Mapping[Named, CarriedFile | Refusal] = {
        named: _read(folder, named) for named in wanted if named not in work.beside
    }
    return replace(work, beside={**work.beside, **files})


def _read(folder: Beside, named: Named) -> CarriedFile | Refusal:
    path, kind = named
    return carried(folder, path, kind, _LIMITS[kind])
