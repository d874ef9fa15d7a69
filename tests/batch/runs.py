"""Whole batches, in this process and as users run them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.batch.crew import Crew, PoolCrew
from deckgen.batch.events import Built, Event, Failed, Kept, Pruned
from deckgen.batch.folder import deck_folder
from deckgen.batch.request import Request
from deckgen.batch.run import Batch
from deckgen.batch.sources import find_sources
from deckgen.diagnostics import Diagnostic
from tests.batch.processes import marked_process
from tests.batch.sources import AS_OF
from tests.batch.test_crew import AtOnce

USUAL = Request("review", "native", "default", None, (), (), AS_OF, "internal", None, False)


@dataclass(frozen=True)
class Run:
    """What a batch did, by the paths of the decks from their folder."""

    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    said: list[Diagnostic] = field(default_factory=list)


@contextmanager
def in_this_process(_: int) -> Iterator[Crew]:
    """Give a crew that does each work as it comes."""
    yield PoolCrew(AtOnce(), 1)


def batch(
    sources: Path | Sequence[Path],
    decks: Path,
    request: Request = USUAL,
    *,
    force: bool = False,
    prune: bool = False,
) -> Run:
    """Run a batch, and return what it did."""
    named = [sources] if isinstance(sources, Path) else sources
    found = find_sources(named, decks)
    with deck_folder(decks) as folder:
        one = Batch(folder, request)
        names, plan = one.plan(found, force=force)
        run = Run(unchanged=sorted(map(str, plan.unchanged)), said=list(one.remarks))
        for event in one.make(plan, in_this_process):
            _note(run, event, decks)
        if prune:
            for event in one.prune(found, names):
                _note(run, event, decks)
    return run


def _note(run: Run, event: Event, decks: Path) -> None:
    if isinstance(event, Failed):
        run.failed.append(event.source.name)
        run.said.extend(event.faults)
        if event.outdated:
            run.outdated.append(event.outdated.relative_to(decks).as_posix())
        return
    if isinstance(event, Built | Kept | Pruned):
        deck = event.deck.relative_to(decks).as_posix()
        lists = {Built: run.built, Kept: run.kept, Pruned: run.removed}
        lists[type(event)].append(deck)
    if not isinstance(event, Built | Pruned):
        run.said.append(event.said)


def batch_process(sources: Path, decks: Path, mark: str, *options: str) -> subprocess.Popen[str]:
    """Start the command with two processes below it; see `marked_process`."""
    arguments = ["-m", "deckgen", "batch", str(sources), "-o", str(decks)]
    day = ["--as-of", AS_OF.isoformat(), "--jobs", "2"]
    return marked_process([*arguments, *day, *options], mark)
