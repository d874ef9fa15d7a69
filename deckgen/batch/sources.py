"""The sources of a batch: files, what lies in folders, and what patterns match."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from deckgen.batch.names import SUFFIX, Source
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path
from deckgen.searching import STANDARD_INPUT, no_postmortem, postmortems_in

_THROUGH_FOLDERS = "**"


@dataclass(frozen=True)
class Sources:
    """What was named: the postmortems, each once, and the faults of folders that keep theirs."""

    found: tuple[Source, ...]
    unlisted: tuple[Diagnostic, ...] = ()


def find_sources(named: Iterable[Path], decks: Path) -> Sources:
    """Return the postmortems that `named` files, folders and patterns mean, in order.

    A name that is no file is a pattern if it has one of `*?[`; `**` goes through folders. What is
    in the folder `decks` and is called as a deck is none. Of several ways to one file the one that
    is no link and keeps the most folders counts, whatever was named first. Raises InputError with
    the faults of all folders and patterns that mean none, and where the working directory is gone.
    """
    _check_working_directory()
    ways: dict[str, list[Source]] = {}
    faults: list[Diagnostic] = []
    unlisted: dict[Diagnostic, None] = {}
    for path in named:
        try:
            meant = _meant(path)
            unlisted.update(dict.fromkeys(meant.unlisted))
            for source in meant.found:
                ways.setdefault(os.path.realpath(source.place), []).append(source)
        except InputError as error:
            faults += error.diagnostics
    if faults:
        raise InputError(faults)
    root = os.path.realpath(decks)
    found = (_best(sources, place) for place, sources in ways.items() if not _deck(place, root))
    return Sources(tuple(sorted(found)), tuple(unlisted))


def _check_working_directory() -> None:
    """Raise InputError where it is gone: no process could be started."""
    try:
        os.getcwd()
    except OSError:
        message = "is not there any more"
        raise InputError.about("the working directory", message, "change to another") from None


def _best(ways: Iterable[Source], place: str) -> Source:
    return min(ways, key=lambda it: (str(it.place) != place, -it.below, it))


def _deck(place: str, root: str) -> bool:
    path = PurePath(place)
    return path.suffix.casefold() == SUFFIX and path.is_relative_to(root)


def _meant(path: Path) -> Sources:
    """Return what one name means; raise InputError where that is nothing."""
    if path == STANDARD_INPUT:
        hint = "save it as a file and name that"
        raise InputError.about("-", "a batch does not read standard input", hint)
    if os.path.lexists(path) or not glob.has_magic(str(path)):
        return _in(path)
    matches = [_in(match) for match in _matches(path)]
    if not matches:
        hint = "look at the pattern; ** stands for folders within folders"
        raise InputError.about(printable_path(path), "matches no file", hint)
    found = (source for match in matches for source in match.found)
    return Sources(tuple(found), tuple(fault for match in matches for fault in match.unlisted))


def _matches(pattern: Path) -> Iterator[Path]:
    """Yield what a pattern matches as a shell does: not what is hidden, and through no link."""
    parts = pattern.parts
    first = parts.index(_THROUGH_FOLDERS) if _THROUGH_FOLDERS in parts else len(parts)
    before = sorted(Path(match) for match in glob.glob(str(Path(*parts[:first]))))
    if first == len(parts):
        yield from before
        return
    rest = str(PurePath(*parts[first:]))
    for folder in before:
        try:
            matches = sorted(folder.glob(rest))
        except (ValueError, NotImplementedError) as error:
            raise InputError.about(printable_path(pattern), f"is no pattern: {error}") from None
        shown = (match.relative_to(folder).parts for match in matches)
        yield from (folder.joinpath(*it) for it in shown if not _hidden(it))


def _hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def _in(path: Path) -> Sources:
    """Return the source at `path`, or those in that folder, which keep their way down from it."""
    if not os.path.isdir(path):
        return Sources((Source(Path(os.path.abspath(path)), path),))
    inside = postmortems_in(path)
    if not inside.files and not inside.unlisted:
        raise InputError([no_postmortem(path)])
    found = (
        Source(Path(os.path.abspath(it)), it, len(it.relative_to(path).parts))
        for it in inside.files
    )
    return Sources(tuple(found), inside.unlisted)
