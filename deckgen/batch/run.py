"""A batch: sources in, decks into a folder, and what happened, one event after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.batch.folder import DeckFolder
from deckgen.batch.manifest import Entry, Journal, read_manifest
from deckgen.batch.names import Names, Source, deck_names
from deckgen.batch.plan import Plan, Task, gone, planned
from deckgen.batch.request import Request, digest, file_digests, source_digest
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path, read_file
from deckgen.policy_files import load_policy, policy_for
from deckgen.readers.source import LARGEST_SOURCE
from deckgen.writing import unwritable

if TYPE_CHECKING:
    from deckgen.batch.crew import Crew
    from deckgen.batch.work import Made, Work
    from deckgen.pipeline import Options
    from deckgen.policy import Policy

Start = Callable[[int], AbstractContextManager["Crew"]]
"""Starts a crew for so many works."""


@dataclass(frozen=True)
class Built:
    """A deck that was made, with what is to be said of it."""

    deck: Path
    slides: int
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Failed:
    """A source of which no deck was made; `outdated` is its deck of before, where there is one."""

    source: Path
    faults: tuple[Diagnostic, ...]
    outdated: Path | None


@dataclass(frozen=True)
class Kept:
    """A deck that stays as somebody edited it, and what is said of it."""

    deck: Path
    said: Diagnostic


@dataclass(frozen=True)
class Pruned:
    """A deck that was removed as its source has gone."""

    deck: Path


Event = Built | Failed | Kept | Pruned


class Batch:
    """One run into a folder that nobody else writes into at the time."""

    def __init__(self, folder: DeckFolder, request: Request) -> None:
        self._folder, self._request = folder, request
        self._entries, self.remark = read_manifest(folder.manifest, folder.journal)
        # What an interrupted run had done is taken in before anything is added.
        folder.record(self._entries)

    def plan(self, sources: Iterable[Source], *, force: bool) -> tuple[Names, Plan]:
        """Return how the decks of `sources` are called, and what has to be done for them."""
        if self._request.audience == "public":
            sources = [_for_public(source, self._request) for source in sources]
        names = deck_names(sources)
        plan = planned(names, self._request, self._folder, self._entries, force=force)
        return names, plan

    def make(self, plan: Plan, start: Start) -> Iterator[Event]:
        """Do what is planned, and yield what happens; whatever is done stays recorded.

        Raises InputError with the faults of policy files, and where the folder takes no more.
        """
        for deck, said in plan.kept:
            yield Kept(self._folder.place(deck), said)
        for source, faults in plan.failed:
            yield Failed(source.path, faults, None)
        if plan.tasks:
            options, policies = self._request.options(), self._policies(plan.tasks)
            with start(len(plan.tasks)) as crew, self._journal() as journal:
                yield from self._made(plan.tasks, options, policies, crew, journal)
        self._folder.record(self._entries)

    def prune(self, names: Names) -> Iterator[Event]:
        """Remove the decks whose source has gone, and yield what happened to each.

        One that was edited since, or is not in the folder any more, is only forgotten.
        """
        for deck, entry in list(gone(self._entries, names, self._folder)):
            inside = self._folder.holds(deck)
            if inside and self._folder.digest(deck) == entry.deck:
                self._folder.remove(deck)
                yield Pruned(self._folder.place(deck))
            elif inside and self._folder.digest(deck) is not None:
                yield Kept(self._folder.place(deck), _edited_orphan(self._folder.place(deck)))
            del self._entries[deck]
        self._folder.record(self._entries)

    def _policies(self, tasks: Iterable[Task]) -> dict[Path, Policy]:
        found: dict[Path, Policy] = {}
        faults: dict[Diagnostic, None] = {}
        named = self._request.policy
        for task in tasks:
            path = task.source.path
            try:
                found[path] = load_policy(named) if named else policy_for(path)
            except InputError as error:
                faults.update(dict.fromkeys(error.diagnostics))
        if faults:
            raise InputError(faults)
        return found

    def _journal(self) -> Journal:
        return Journal(self._folder.journal)

    def _made(
        self,
        tasks: Iterable[Task],
        options: Options,
        policies: dict[Path, Policy],
        crew: Crew,
        journal: Journal,
    ) -> Iterator[Event]:
        from deckgen.batch.work import Failed as NotMade

        under_way = deque[Task]()
        unread: list[Failed] = []

        def works() -> Iterator[Work]:
            for task in tasks:
                try:
                    work = _work(task, options, policies[task.source.path], self._request)
                except InputError as error:
                    unread.append(Failed(task.source.path, error.diagnostics, self._old(task)))
                    continue
                under_way.append(task)
                yield work

        for work, outcome in crew.outcomes(works()):
            task = under_way.popleft()
            if isinstance(outcome, NotMade):
                yield Failed(task.source.path, outcome.faults, self._old(task))
            else:
                yield self._placed(task, work, outcome, journal)
        yield from unread

    def _placed(self, task: Task, work: Work, made: Made, journal: Journal) -> Event:
        """Put a deck into its place and record it; raise InputError where the disk takes no more.

        Where only its own place is taken, as by a file where a folder should be, it alone fails.
        """
        day = self._request.as_of.isoformat() if made.as_of_counts else None
        entry = Entry(
            origin=task.origin,
            source=source_digest(task.source.path, work.source),
            files=file_digests(made.beside, work.beside),
            options=task.options,
            as_of=day,
            deck=digest(made.pptx),
        )
        place = self._folder.place(task.deck)
        try:
            self._folder.put(task.deck, made.pptx)
            journal.add(task.deck, entry)
        except (FileExistsError, NotADirectoryError, IsADirectoryError) as fault:
            return Failed(task.source.path, unwritable(place, fault).diagnostics, None)
        except OSError as fault:
            raise unwritable(place, fault) from fault
        self._entries[task.deck] = entry
        return Built(place, made.slides, made.warnings)

    def _old(self, task: Task) -> Path | None:
        place = self._folder.place(task.deck)
        return place if task.deck in self._entries and place.exists() else None


def _work(task: Task, options: Options, policy: Policy, request: Request) -> Work:
    from deckgen.batch.neighbours import likely_files, with_files
    from deckgen.batch.work import Work

    path = task.source.path
    name = printable_path(path)
    content = read_file(path, name, "postmortem file", LARGEST_SOURCE)
    work = Work(name, content, policy, options, strict=request.strict)
    return with_files(work, likely_files(content))


def _for_public(source: Source, request: Request) -> Source:
    """Return `source` with the name of a deck for the public; one with faults has a neutral one."""
    from deckgen.audience import public_stem
    from deckgen.readers import read_postmortem

    try:
        policy = load_policy(request.policy) if request.policy else policy_for(source.path)
        stem = public_stem(read_postmortem(source.path, policy.severity_names), policy)
    except InputError:
        stem = "postmortem"
    return replace(source, called=f"{stem}.public")


def _edited_orphan(place: Path) -> Diagnostic:
    message = "its source has gone; it stays, as it was edited since"
    hint = "remove it yourself if it is of no use"
    return Diagnostic(printable_path(place), 0, 0, message, hint, severity="warning")
