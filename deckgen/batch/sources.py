"""The sources of a batch: files, what lies in folders, and what patterns match."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from deckgen.batch.names import Source
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path
from deckgen.searching import postmortem_files


def find_sources(named: Iterable[Path]) -> list[Source]:
    """Return the postmortems that `named` files, folders and patterns mean, each once.

    A name that is no file is a pattern if it has one of `*?[`; `**` goes through folders. Raises
    InputError with every folder and pattern that means none.
    """
    found: dict[str, Source] = {}
    faults: list[Diagnostic] = []
    for path in named:
        try:
            for source in _meant(path):
                found.setdefault(os.path.realpath(source.place), source)
        except InputError as error:
            faults += error.diagnostics
    if faults:
        raise InputError(faults)
    return list(found.values())


def _meant(path: Path) -> Iterator[Source]:
    if os.path.lexists(path) or not glob.has_magic(str(path)):
        yield from _in(path)
        return
    matches = sorted(glob.glob(str(path), recursive=True))
    if not matches:
        raise InputError.about(printable_path(path), "matches no file", "look at the pattern")
    for match in matches:
        yield from _in(Path(match))


def _in(path: Path) -> Iterator[Source]:
    """Yield the source at `path`, or those in that folder, which keep their way down from it."""
    if not os.path.isdir(path):
        yield Source(_absolute(path), path)
        return
    for file in postmortem_files([path]).files:
        yield Source(_absolute(file), file, len(file.relative_to(path).parts))


def _absolute(path: Path) -> Path:
    try:
        return Path(os.path.abspath(path))
    except OSError:
        message = "is not there any more"
        raise InputError.about("the working directory", message) from None
