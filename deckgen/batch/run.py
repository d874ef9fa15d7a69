"""A batch: sources in, decks into a folder, and what happened, one event after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from deckgen.batch.events import Built, Event, Failed, Kept, Pruned, Spared
from deckgen.batch.folder import ELSEWHERE, DeckFolder
from deckgen.batch.manifest import Entry, Journal, read_manifest
from deckgen.batch.names import Names, Source, deck_names
from deckgen.batch.plan import Plan, Task, gone, is_there, options_digest, planned
from deckgen.batch.request import Request, digest, file_digests, source_digest
from deckgen.batch.sources import Sources
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import LARGEST_SOURCE, printable_path, read_file
from deckgen.writing import unwritable

if TYPE_CHECKING:
    from deckgen.batch.crew import Crew
    from deckgen.batch.work import Made, Work
    from deckgen.pipeline import Options
    from deckgen.policy import Policy

Start = Callable[[int], AbstractContextManager["Crew"]]
"""Starts a crew for so many works."""


class Batch:
    """One run into a folder that nobody else writes into at the time.

    `remarks` are what is wrong with the manifest of earlier runs.
    """

    def __init__(self, folder: DeckFolder, request: Request) -> None:
        """Take in what an interrupted run had done, before anything is added."""
        self._folder, self._request = folder, request
        self._entries, wrong = read_manifest(folder.manifest, folder.journal)
        self.remarks = (_damaged(folder.manifest, wrong),) if wrong else ()
        folder.record(self._entries)
        self._before = {(it.origin, it.called is not None): d for d, it in self._entries.items()}

    def plan(self, sources: Sources, *, force: bool) -> tuple[Names, Plan]:
        """Return how the decks of `sources` are called, and what has to be done for them.

        Raises InputError where the theme or the template cannot be read.
        """
        found, unreadable = list(sources.found), list[tuple[Source, tuple[Diagnostic, ...]]]()
        if self._request.audience == "public":
            from deckgen.batch.public_names import publicly_called

            asked = options_digest(self._request)
            found, unreadable = publicly_called(
                found, self._request, self._folder, self._entries, asked
            )
        names = deck_names(found)
        plan = planned(names, self._request, self._folder, self._entries, force=force)
        plan.failed += unreadable
        return names, plan

    def make(self, plan: Plan, start: Start) -> Iterator[Event]:
        """Do what is planned, and yield what happens; whatever is done stays recorded.

        Raises InputError where the request has faults, and where the folder takes no more.
        """
        self._entries.update(plan.unchanged)
        for deck, said in plan.kept:
            yield Kept(self._folder.place(deck), said)
        for source, faults in plan.failed:
            yield self._failed(source, faults)
        if plan.tasks:
            options, policy = self._request.options(), self._request.named_policy()
            with start(len(plan.tasks)) as crew, self._folder.opened_journal() as journal:
                yield from self._made(plan.tasks, options, policy, crew, journal)
        self._folder.record(self._entries)

    def prune(self, sources: Sources, names: Names) -> Iterator[Event]:
        """Remove the decks whose source has gone, and yield what happened to each.

        One that was edited since stays; it and one that is not there any more are forgotten.
        Nothing is removed where some of the sources are out of sight: a disk that is not there
        looks like sources that have gone.
        """
        if sources.unlisted or not all(is_there(source.place) for source in sources.found):
            yield Spared(_out_of_sight(self._folder.root))
            return
        for deck, entry in list(gone(self._entries, names.decks, self._folder)):
            yield from self._pruned(deck, entry)
            del self._entries[deck]
        self._folder.record(self._entries)

    def _pruned(self, deck: PurePosixPath, entry: Entry) -> Iterator[Event]:
        place, found = self._folder.place(deck), self._folder.digest(deck)
        if not self._folder.holds(deck) or found is None:
            return
        if found != entry.deck:
            yield Kept(place, _edited_orphan(place))
            return
        try:
            self._folder.remove(deck)
        except OSError as fault:
            raise InputError.about(
                printable_path(place), f"cannot be removed: {fault.strerror}"
            ) from fault
        yield Pruned(place)

    def _made(
        self,
        tasks: Iterable[Task],
        options: Options,
        policy: Policy | None,
        crew: Crew,
        journal: Journal,
    ) -> Iterator[Event]:
        from deckgen.batch.work import Failed as NotMade

        under_way, unread = deque[Task](), list[Failed]()
        works = self._works(tasks, options, policy, under_way, unread)
        for work, outcome in crew.outcomes(works):
            task = under_way.popleft()
            if isinstance(outcome, NotMade):
                yield self._failed(task.source, outcome.faults)
            else:
                yield self._placed(task, work, outcome, journal)
        yield from unread

    def _works(
        self,
        tasks: Iterable[Task],
        options: Options,
        policy: Policy | None,
        under_way: deque[Task],
        unread: list[Failed],
    ) -> Iterator[Work]:
        """Yield the works of `tasks`, which are noted as under way, or unread with their faults."""
        for task in tasks:
            try:
                work = _work(task, options, policy, strict=self._request.strict)
            except InputError as error:
                unread.append(self._failed(task.source, error.diagnostics))
            else:
                under_way.append(task)
                yield work

    def _placed(self, task: Task, work: Work, made: Made, journal: Journal) -> Event:
        """Put a deck into its place and record it; raise InputError where the folder is full.

        Where only its own place is taken, as by a file where a folder should be, it alone fails.
        """
        entry = self._entry(task, work, made)
        place = self._folder.place(task.deck)
        try:
            self._folder.put(task.deck, made.pptx)
        except OSError as fault:
            return self._failed(task.source, unwritable(place, fault, ELSEWHERE).diagnostics)
        try:
            journal.add(task.deck, entry)
        except OSError as fault:
            raise unwritable(self._folder.journal, fault, ELSEWHERE) from fault
        self._entries[task.deck] = entry
        return Built(task.source.path, place, made.slides, made.warnings)

    def _entry(self, task: Task, work: Work, made: Made) -> Entry:
        called = task.source.called
        return Entry(
            origin=task.origin,
            source=source_digest(task.source.path, work.source),
            files=file_digests(made.beside, work.beside),
            options=task.options,
            as_of=self._request.as_of.isoformat() if made.as_of_counts else None,
            deck=digest(made.pptx),
            called=None if called is None else str(called),
        )

    def _failed(self, source: Source, faults: tuple[Diagnostic, ...]) -> Failed:
        """Return that a source failed, with the deck that was made of it before."""
        public = self._request.audience == "public"
        deck = self._before.get((self._folder.origin(source.place), public))
        place = self._folder.place(deck) if deck else None
        return Failed(source.path, faults, place if place and place.exists() else None)


def _work(task: Task, options: Options, policy: Policy | None, *, strict: bool) -> Work:
    from deckgen.batch.neighbours import likely_files, with_files
    from deckgen.batch.work import Work
    from deckgen.policy_files import policy_for

    path = task.source.path
    name = printable_path(path)
    content = read_file(path, name, "postmortem file", LARGEST_SOURCE)
    asked = policy or policy_for(path)
    work = Work(name, content, asked, options, strict=strict, folder=path.parent)
    return with_files(work, likely_files(content))


def _edited_orphan(place: Path) -> Diagnostic:
    message = "its source has gone; it stays, as it was edited since"
    hint = "remove it yourself if it is of no use"
    return Diagnostic(printable_path(place), 0, 0, message, hint, severity="warning")


def _out_of_sight(root: Path) -> Diagnostic:
    message = "no deck is removed, as some sources cannot be found or looked into"
    hint = "correct that, and run this again"
    return Diagnostic(printable_path(root), 0, 0, message, hint, severity="warning")


def _damaged(manifest: Path, wrong: str) -> Diagnostic:
    hint = "a deck that was edited by hand stays all the same"
    return Diagnostic(printable_path(manifest), 0, 0, wrong, hint, severity="warning")
