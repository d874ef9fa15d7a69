"""Which decks are to be made: those of which anything has changed that they were made of."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PurePosixPath

from deckgen.batch.folder import ELSEWHERE, DeckFolder
from deckgen.batch.manifest import Entries, Entry
from deckgen.batch.names import Names, Source
from deckgen.batch.request import Request, digest, source_digest
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import LARGEST_SOURCE, printable_path, read_file
from deckgen.writing import ELSEWHERE as ANOTHER_FILE

_LARGEST_BESIDE = 20_000_000
_WITHOUT_EDITS = "--force makes it anew, without what was edited; or move it away"


@dataclass(frozen=True)
class Task:
    """A deck to be made: of which source, and what `origin` and options its entry will say."""

    source: Source
    deck: PurePosixPath
    origin: str
    options: str


@dataclass
class Plan:
    """What a batch has to do, and what it has not.

    `unchanged` are the decks that are as they would be made, with their entries; `kept` those that
    somebody has edited, each with what is said of it. `failed` are sources of which no deck can be
    made, with their faults.
    """

    tasks: list[Task] = field(default_factory=list)
    unchanged: dict[PurePosixPath, Entry] = field(default_factory=dict)
    kept: list[tuple[PurePosixPath, Diagnostic]] = field(default_factory=list)
    failed: list[tuple[Source, tuple[Diagnostic, ...]]] = field(default_factory=list)


def planned(
    names: Names, request: Request, folder: DeckFolder, entries: Entries, *, force: bool
) -> Plan:
    """Return what is to be done for the sources of `names`; with `force` every deck is made.

    Raises InputError where the theme or the template cannot be read.
    """
    asked = options_digest(request)
    origins = {source: folder.origin(source.place) for source in names.decks}
    ours = frozenset(origins.values())
    plan = Plan()
    for source, deck in names.decks.items():
        try:
            task = Task(source, deck, origins[source], asked(source))
            entry = entries.get(deck)
            if entry and entry.origin not in ours and not force:
                _check_gone(folder, deck, entry)
            _add(plan, task, None if force else entry, request, folder, force=force)
        except InputError as error:
            plan.failed.append((source, error.diagnostics))
    return plan


def options_digest(request: Request) -> Callable[[Source], str]:
    """Return what gives the digest of everything that is asked of a source's deck, but the day.

    Raises InputError where the theme or the template cannot be read, or later a policy file.
    """
    asked = request.digest()

    def of(source: Source) -> str:
        return digest(f"{asked}:{request.policy_digest(source.path) or ''}".encode())

    return of


def _add(
    plan: Plan,
    task: Task,
    entry: Entry | None,
    request: Request,
    folder: DeckFolder,
    *,
    force: bool,
) -> None:
    current = entry is not None and is_current(entry, task, request)
    if entry is not None and current and folder.digest(task.deck) == entry.deck:
        plan.unchanged[task.deck] = replace(entry, origin=task.origin)
    elif entry is not None and (said := _edited(folder, task.deck, current=current)):
        plan.kept.append((task.deck, said))
    else:
        _check_deck(folder, task, force=force)
        plan.tasks.append(task)


def _check_gone(folder: DeckFolder, deck: PurePosixPath, entry: Entry) -> None:
    """Raise InputError where a deck is that of another source, which is still there."""
    other = folder.place_of(entry.origin)
    if is_there(other):
        place, named = printable_path(folder.place(deck)), printable_path(Path(other))
        hint = f"name both in one run, so that they are told apart, or {ELSEWHERE}"
        raise InputError.about(place, f"is the deck of {named}", hint)


def _check_deck(folder: DeckFolder, task: Task, *, force: bool) -> None:
    """Raise InputError where the deck must not or cannot be written, as `deckgen build` does."""
    place = folder.place(task.deck)
    if not folder.holds(task.deck):
        message = "leads out of the folder of the decks"
        raise InputError.about(printable_path(place), message, "remove this link")
    if os.path.lexists(place):
        from deckgen.pptx import check_target

        try:
            check_target(place, force=force, source=task.source.path)
        except InputError as error:
            raise InputError(_in_a_batch(one) for one in error.diagnostics) from None


def _in_a_batch(fault: Diagnostic) -> Diagnostic:
    """Return a fault of a deck's file with what to do about it in a batch."""
    return replace(fault, hint=fault.hint.replace(ANOTHER_FILE, ELSEWHERE))


def _edited(folder: DeckFolder, deck: PurePosixPath, *, current: bool) -> Diagnostic | None:
    """Return that a deck stays as somebody edited it; None where nobody did."""
    from deckgen.pptx import Provenance, provenance

    place = folder.place(deck)
    try:
        if not place.is_file() or not place.stat().st_size:
            return None
        with place.open("rb") as file:
            if provenance(file) is Provenance.UNCHANGED:
                return None
    except OSError:  # why it cannot be read is told where it is to be written
        return None
    done = "nothing else has changed" if current else "what it is made of has changed since"
    message = f"was edited since deckgen wrote it, and stays as it is; {done}"
    return Diagnostic(printable_path(place), 0, 0, message, _WITHOUT_EDITS, severity="warning")


def is_current(entry: Entry, task: Task, request: Request) -> bool:
    """Return whether a deck would be made of the same things as the one of `entry` was.

    Raises InputError where the source cannot be read.
    """
    if entry.options != task.options or entry.as_of not in {None, request.as_of.isoformat()}:
        return False
    path = task.source.path
    return entry.source == digest_of_source(path) and _same_files(entry, path.parent)


def digest_of_source(path: Path) -> str:
    """Return the digest of the source at `path`; raises InputError where it cannot be read."""
    content = read_file(path, printable_path(path), "postmortem file", LARGEST_SOURCE)
    return source_digest(path, content)


def _same_files(entry: Entry, folder: Path) -> bool:
    if not entry.files:
        return True
    from deckgen.readers.beside import Folder, NotBeside

    beside = Folder(folder)
    try:
        return all(
            digest(beside.content(path, kind, _LARGEST_BESIDE)) == known
            for kind, path, known in entry.files
        )
    except NotBeside:
        return False


def gone(
    entries: Entries, decks: Mapping[Source, PurePosixPath], folder: DeckFolder
) -> Iterable[tuple[PurePosixPath, Entry]]:
    """Yield the decks whose source has gone, or makes a deck of another name now.

    `decks` are those of this run. A source that is in a place that cannot be looked into has not
    gone, and one that makes a deck for those inside may make one for the public as well.
    """
    now = {(folder.origin(it.place), it.called is not None) for it in decks}
    current = frozenset(decks.values())
    for deck, entry in entries.items():
        elsewhere = (entry.origin, entry.called is not None) in now
        if deck not in current and (elsewhere or not is_there(folder.place_of(entry.origin))):
            yield deck, entry


def is_there(place: PurePath) -> bool:
    """Return whether something is at `place`, or may be, as it cannot be looked into."""
    try:
        os.lstat(place)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True
