"""`deckgen batch`: many postmortem files to decks in a folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import (
    as_of_option,
    audience_option,
    look_options,
    policy_option,
    profile_option,
    strict_option,
)
from deckgen.cli.progress import progress
from deckgen.cli.tally import Tally
from deckgen.cli.terminal import print_diagnostics, reports_faults, say
from deckgen.diagnostics import Diagnostic
from deckgen.files import printable_path

if TYPE_CHECKING:
    from deckgen.batch.crew import Crew
    from deckgen.batch.folder import DeckFolder
    from deckgen.batch.names import Names
    from deckgen.drawing import ChartKind
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
@look_options
@as_of_option
@audience_option
@policy_option
@strict_option
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
    if dask is not None and jobs is not None:
        raise click.UsageError("--jobs is for this machine: leave it out with --dask")
    from deckgen.batch.folder import deck_folder
    from deckgen.batch.request import Request
    from deckgen.batch.run import Batch
    from deckgen.batch.sources import find_sources
    from deckgen.today import today

    day = as_of.date() if as_of else today()
    request = Request(
        profile, chart, theme, template, only, skip, day, audience, policy_file, strict
    )
    found = find_sources(sources, output)
    tally = Tally()
    with deck_folder(output) as folder:
        batch = Batch(folder, request)
        names, plan = batch.plan(found, force=force)
        print_diagnostics([*batch.remarks, *_remarks(folder, names)])
        tally.take_in(plan, found)
        with progress(len(plan.tasks) + len(plan.failed), "decks") as bar:
            for event in batch.make(plan, lambda works: _crew(works, jobs, dask)):
                tally.tell(event, bar)
            if prune:
                for event in batch.prune(found, names):
                    tally.tell(event, bar)
    say(tally.summary(time.perf_counter() - begun))
    if tally.counts["failed"]:
        raise SystemExit(1)


def _remarks(folder: DeckFolder, names: Names) -> Iterator[Diagnostic]:
    for deck in names.apart:
        said = "is called so, as the deck of another source would have the same name"
        yield Diagnostic(printable_path(folder.place(deck)), 0, 0, said, severity="info")


def _crew(works: int, jobs: int | None, dask: str | None) -> AbstractContextManager[Crew]:
    if dask is not None:
        from deckgen.batch.dask_crew import dask_crew

        return dask_crew(dask)
    from deckgen.batch.crew import local_crew
    from deckgen.processes import processors

    return local_crew(min(works, jobs or processors()))
