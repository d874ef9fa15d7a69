"""Which decks are to be made: those of which anything has changed that they were made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from deckgen.batch.folder import DeckFolder
from deckgen.batch.manifest import Entries, Entry
from deckgen.batch.names import Names, Source
from deckgen.batch.request import Request, digest, source_digest
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path, read_file
from deckgen.readers.beside import Folder, NotBeside
from deckgen.readers.source import LARGEST_SOURCE

_LARGEST_BESIDE = 20_000_000


@dataclass(frozen=True)
class Task:
    """A deck to be made: of which source, and what `origin` and options its entry will say."""

    source: Source
    deck: PurePosixPath
    origin: str
    options: str


@dataclass(frozen=True)
class Plan:
    """What a batch has to do, and what it has not.

    `unchanged` are decks that are as they would be made, `kept` those of them that were edited
    since, each with what is said of it. `failed` are sources of which no deck can be made, with
    their faults.
    """

    tasks: tuple[Task, ...]
    unchanged: tuple[PurePosixPath, ...]
    kept: tuple[tuple[PurePosixPath, Diagnostic], ...]
    failed: tuple[tuple[Source, tuple[Diagnostic, ...]], ...]


def planned(
    names: Names, request: Request, folder: DeckFolder, entries: Entries, *, force: bool
) -> Plan:
    """Return what is to be done for the sources of `names`; with `force` every deck is made.

    Raises InputError where the theme or the template cannot be read.
    """
    asked = request.digest()
    tasks, unchanged = list[Task](), list[PurePosixPath]()
    kept = list[tuple[PurePosixPath, Diagnostic]]()
    failed = list[tuple[Source, tuple[Diagnostic, ...]]]()
    for source, deck in names.decks.items():
        try:
            options = f"{asked}:{request.policy_digest(source.path) or ''}"
            task = Task(source, deck, origin(source.place, folder.root), digest(options.encode()))
            entry = entries.get(deck)
            if force or entry is None or not _is_current(entry, task, request):
                check_deck(folder, task, entry, force=force)
                tasks.append(task)
            elif folder.digest(deck) == entry.deck:
                unchanged.append(deck)
            elif (edited := _edited(folder, deck)) is None:
                tasks.append(task)
            else:
                kept.append((deck, edited))
        except InputError as error:
            failed.append((source, error.diagnostics))
    return Plan(tuple(tasks), tuple(unchanged), tuple(kept), tuple(failed))


def origin(place: PurePath, root: Path) -> str:
    """Return the path of a source from the folder of the decks, with forward slashes."""
    try:
        path = Path(os.path.relpath(place, os.path.abspath(root)))
    except ValueError:  # on another drive of Windows
        path = Path(place)
    return printable_path(path).replace("\\", "/")


def check_deck(folder: DeckFolder, task: Task, entry: Entry | None, *, force: bool) -> None:
    """Raise InputError where the deck must not or cannot be written, as `deckgen build` does."""
    from deckgen.pptx import check_target

    place = folder.place(task.deck)
    if not os.path.lexists(place) or (entry and folder.digest(task.deck) == entry.deck):
        return
    if not folder.holds(task.deck):
        message = "leads out of the folder of the decks"
        raise InputError.about(printable_path(place), message, "remove this link")
    check_target(place, force=force, source=task.source.path)


def _edited(folder: DeckFolder, deck: PurePosixPath) -> Diagnostic | None:
    """Return that a deck stays as somebody edited it; None where nobody would miss it."""
    from deckgen.pptx import check_target

    place = folder.place(deck)
    if not os.path.lexists(place):
        return None
    try:
        check_target(place)
    except InputError:
        message = "was edited since deckgen wrote it, and stays as it is"
        hint = "nothing that it is made of has changed; --force makes it anew"
        return Diagnostic(printable_path(place), 0, 0, message, hint, severity="warning")
    return None


def _is_current(entry: Entry, task: Task, request: Request) -> bool:
    """Return whether a deck would be made of the same things as the one of `entry` was."""
    if entry.options != task.options or entry.as_of not in {None, request.as_of.isoformat()}:
        return False
    path = task.source.path
    content = read_file(path, printable_path(path), "postmortem file", LARGEST_SOURCE)
    return entry.source == source_digest(path, content) and _same_files(entry, path.parent)


def _same_files(entry: Entry, folder: Path) -> bool:
    beside = Folder(folder)
    try:
        return all(
            digest(beside.content(path, kind, _LARGEST_BESIDE)) == known
            for kind, path, known in entry.files
        )
    except NotBeside:
        return False


def gone(
    entries: Entries, names: Names, folder: DeckFolder
) -> Iterable[tuple[PurePosixPath, Entry]]:
    """Yield the decks whose source has gone, or makes a deck of another name now."""
    now = {origin(source.place, folder.root): deck for source, deck in names.decks.items()}
    for deck, entry in entries.items():
        elsewhere = now.get(entry.origin, deck) != deck
        if elsewhere or not os.path.lexists(folder.root / entry.origin):
            yield deck, entry
