"""`deckgen batch`: many postmortem files to decks in a folder."""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import (
    as_of_option,
    audience_option,
    chart_option,
    only_option,
    policy_option,
    profile_option,
    skip_option,
    template_option,
    theme_option,
)
from deckgen.cli.progress import Progress, progress
from deckgen.cli.terminal import reports_faults, say

if TYPE_CHECKING:
    from deckgen.batch.crew import Crew
    from deckgen.batch.run import Event
    from deckgen.pipeline import ChartKind
    from deckgen.policy import Audience


@click.command("batch")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="The folder of the decks; it is made where it is not there.",
)
@profile_option
@theme_option
@template_option
@chart_option
@only_option
@skip_option
@as_of_option
@audience_option
@policy_option
@click.option(
    "--strict", is_flag=True, help="Write no deck where 'deckgen check' would report an error."
)
@click.option(
    "--force", is_flag=True, help="Make every deck anew, also over one that was edited by hand."
)
@click.option(
    "--prune", is_flag=True, help="Remove the decks of earlier runs whose source has gone."
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="How many processes make decks.  [default: one for each processor]",
)
@click.option(
    "--dask",
    metavar="tcp://HOST:PORT",
    help="Have a Dask cluster make the decks; needs deckgen[dask] here and on its workers.",
)
@reports_faults
def command(
    sources: tuple[Path, ...],
    output: Path,
    profile: str,
    theme: str,
    template: Path | None,
    chart: ChartKind,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    as_of: datetime | None,
    audience: Audience,
    policy_file: Path | None,
    strict: bool,
    force: bool,
    prune: bool,
    jobs: int | None,
    dask: str | None,
) -> None:
    """Turn the postmortems SOURCES into decks in DIR, each only when something has changed.

    A source is a file, a folder of them, or a pattern such as 'teams/**/*.yaml'. The decks of a
    folder keep their way down from it. A source with faults is reported, the others are done all
    the same, and the exit status is 1.
    """
    begun = time.perf_counter()
    if not sources:
        raise click.UsageError("name postmortems, or folders of them: deckgen batch SOURCES -o DIR")
    from deckgen.batch.folder import deck_folder
    from deckgen.batch.request import Request
    from deckgen.batch.run import Batch
    from deckgen.batch.sources import find_sources
    from deckgen.today import today

    day = as_of.date() if as_of else today()
    request = Request(
        profile, chart, theme, template, only, skip, day, audience, policy_file, strict
    )
    found = find_sources(sources)
    counts: Counter[str] = Counter()
    with deck_folder(output) as folder:
        batch = Batch(folder, request)
        if batch.remark:
            say(f"{folder.manifest}: {batch.remark}", err=True)
        names, plan = batch.plan(found, force=force)
        for deck in names.apart:
            say(f"{folder.place(deck)}: called so as another source has the same name", err=True)
        counts["unchanged"] = len(plan.unchanged)
        with progress(len(plan.tasks), "decks") as bar:
            for event in batch.make(plan, lambda works: _crew(works, jobs, dask)):
                _tell(event, bar, counts)
            if prune:
                for event in batch.prune(names):
                    _tell(event, bar, counts)
    say(_summary(counts, time.perf_counter() - begun))
    if counts["failed"]:
        raise SystemExit(1)


def _crew(works: int, jobs: int | None, dask: str | None) -> AbstractContextManager[Crew]:
    if dask is not None:
        from deckgen.batch.dask_crew import dask_crew

        return dask_crew(dask)
    from deckgen.batch.crew import local_crew

    return local_crew(min(works, jobs or _processors()))


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tell(event: Event, bar: Progress, counts: Counter[str]) -> None:
    from deckgen.batch.run import Built, Failed, Kept
    from deckgen.postmortem.wording import count

    if isinstance(event, Built):
        counts["built"] += 1
        bar.step(f"{event.deck}: {count(event.slides, 'slide')}")
        bar.print(event.warnings)
    elif isinstance(event, Failed):
        counts["failed"] += 1
        bar.step()
        bar.print(event.faults)
        if event.outdated:
            bar.note(f"{event.outdated}: stays as it was, out of date")
    elif isinstance(event, Kept):
        counts["kept"] += 1
        bar.print([event.said])
    else:
        counts["removed"] += 1
        bar.note(f"{event.deck}: removed, as its source has gone")


_SAID = {
    "built": "built",
    "unchanged": "unchanged",
    "kept": "kept as edited",
    "removed": "removed",
    "failed": "failed",
}


def _summary(counts: Counter[str], seconds: float) -> str:
    from deckgen.postmortem.wording import listing

    parts = [f"{counts[kind]:,} {said}" for kind, said in _SAID.items() if counts[kind]]
    rate = f" ({counts['built'] / seconds:.1f} a second)" if counts["built"] else ""
    return f"{listing(parts) or 'nothing to do'} in {seconds:.1f} s{rate}"
