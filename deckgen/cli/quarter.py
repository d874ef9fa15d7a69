"""`deckgen quarter`: the review deck over all postmortems of a quarter."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from deckgen.cli.options import (
    as_of_option,
    chart_option,
    only_option,
    policy_option,
    skip_option,
    template_option,
    theme_option,
)
from deckgen.cli.progress import progress
from deckgen.cli.terminal import print_diagnostics, put_bytes, reports_faults, say

if TYPE_CHECKING:
    from deckgen.pipeline import ChartKind
    from deckgen.quarter.incident import Incident
    from deckgen.quarter.period import Period
    from deckgen.quarter.values import QuarterReview
    from deckgen.quarter_formats import FormatName

Form = Literal["pptx", "json", "csv", "md"]

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("quarter")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="The deck, or other file, to write; - for standard output.",
)
@click.option(
    "--quarter",
    "quarter",
    metavar="2025-Q3",
    help="Which quarter.  [default: the one of the newest incident]",
)
@click.option(
    "--from",
    "first",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help="The first day of another period instead.",
)
@click.option("--to", "last", type=_DAY, metavar="YYYY-MM-DD", help="The last day of the period.")
@click.option(
    "--year-starts",
    type=click.IntRange(1, 12),
    default=1,
    show_default=True,
    metavar="MONTH",
    help="The month in which your years begin; a year is called by the one in which it ends.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["pptx", "json", "csv", "md"]),
    help="What to write.  [default: by the ending of FILE, else pptx]",
)
@theme_option
@template_option
@chart_option
@only_option
@skip_option
@as_of_option
@policy_option
@click.option("--force", is_flag=True, help="Overwrite a deck that was edited by hand.")
@reports_faults
def command(
    sources: tuple[Path, ...],
    output: Path,
    quarter: str | None,
    first: datetime | None,
    last: datetime | None,
    year_starts: int,
    form: Form | None,
    theme: str,
    template: Path | None,
    chart: ChartKind,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    as_of: datetime | None,
    policy_file: Path | None,
    force: bool,
) -> None:
    """Make the review deck of a quarter out of the postmortems SOURCES.

    A source is a file or a folder of them. Give earlier quarters along with this one: the figures
    stand beside those of the quarter before, and causes that strike again are found among all.
    A source with faults is reported and counted in the deck, and the exit status is 1.
    """
    begun = time.perf_counter()
    from deckgen.policy_files import load_policy, policy_for
    from deckgen.quarter.review import quarter_review
    from deckgen.searching import postmortem_files
    from deckgen.today import today

    kind = form or _by_ending(output)
    files = postmortem_files(sources).files
    _check(output, files, kind, force=force)
    policy = load_policy(policy_file) if policy_file else policy_for(files[0])
    incidents, unreadable = _read(files, policy_file)
    period = _period(incidents, quarter, (first, last), year_starts)
    review = quarter_review(
        incidents,
        period,
        as_of.date() if as_of else today(),
        within_hours=policy.publish_within_hours,
        unreadable=unreadable,
    )
    if kind == "pptx":
        _save(review, output, QuarterLook(theme, template, chart, only, skip), force=force)
    else:
        _write(review, output, kind)
    say(_summary(review, output, time.perf_counter() - begun), err=str(output) == "-")
    if unreadable:
        raise SystemExit(1)


class QuarterLook(NamedTuple):
    """How the deck is to look, as it is asked for."""

    theme: str
    template: Path | None
    chart: ChartKind
    only: tuple[str, ...]
    skip: tuple[str, ...]


def _by_ending(output: Path) -> Form:
    """Return what a file of this name holds."""
    forms: dict[str, Form] = {".json": "json", ".csv": "csv", ".md": "md"}
    return forms.get(output.suffix.casefold(), "pptx")


def _check(output: Path, files: Iterable[Path], form: Form, *, force: bool) -> None:
    """Raise the error that says why nothing can be written to `output`."""
    from deckgen.diagnostics import InputError
    from deckgen.pptx import check_target
    from deckgen.writing import check_place

    if str(output) == "-":
        if form == "pptx" and sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError("a deck is not for the terminal: redirect it, or use -o FILE")
        return
    place = os.path.realpath(output)
    if any(os.path.realpath(file) == place for file in files):
        raise InputError.about(str(output), "is one of the sources", "name another with -o")
    if form == "pptx":
        check_target(output, force=force)
    else:
        check_place(output)


def _read(files: Sequence[Path], policy_file: Path | None) -> tuple[list[Incident], int]:
    """Return the incidents in `files`, and how many of these have faults; print these."""
    from deckgen.quarter_reading import Read, once_each, read_incidents

    reads: list[Read] = []
    with progress(len(files), "postmortems") as bar:
        for read in read_incidents(files, policy_file):
            reads.append(read)
            bar.step()
            bar.print(read.faults)
    incidents, said = once_each(reads)
    print_diagnostics(said)
    return incidents, sum(read.incident is None for read in reads)


def _period(
    incidents: Iterable[Incident],
    quarter: str | None,
    ends: tuple[datetime | None, datetime | None],
    year_starts: int,
) -> Period:
    """Return the period that is asked for, else the quarter of the newest incident."""
    from deckgen.diagnostics import InputError
    from deckgen.quarter.period import NoPeriod, named_quarter, quarter_of, span

    first, last = ends
    if quarter and (first or last):
        raise click.UsageError("give --quarter, or --from and --to, not both")
    if bool(first) != bool(last):
        raise click.UsageError("give both --from and --to")
    try:
        if quarter:
            return named_quarter(quarter, year_starts)
        if first and last:
            return span(first.date(), last.date())
    except NoPeriod as error:
        raise click.UsageError(f"{error}. {error.hint}".strip(". ")) from None
    days = [one.day for one in incidents if not one.drill]
    if not days:
        hint = "name the quarter with --quarter, or more sources"
        raise InputError.about("the sources", "hold no incident to take the quarter from", hint)
    return quarter_of(max(days), year_starts)


def _save(review: QuarterReview, output: Path, look: QuarterLook, *, force: bool) -> None:
    from deckgen.pptx import read_template, save
    from deckgen.quarter_deck import QuarterOptions, build_quarter
    from deckgen.quarter_formats import figures
    from deckgen.theme_files import load_theme

    template = read_template(look.template) if look.template else None
    options = QuarterOptions(look.chart, load_theme(look.theme), template, look.only, look.skip)
    built = build_quarter(review, figures(review, "json"), options)
    if str(output) == "-":
        put_bytes(built.pptx)
    else:
        save(built.pptx, output, force=force)
    print_diagnostics(built.warnings)


def _write(review: QuarterReview, output: Path, form: FormatName) -> None:
    from deckgen.quarter_formats import figures
    from deckgen.writing import write_file

    content = figures(review, form)
    if str(output) == "-":
        put_bytes(content)
    else:
        write_file(content, output)


def _summary(review: QuarterReview, output: Path, seconds: float) -> str:
    from deckgen.postmortem.wording import count

    basis = review.basis
    where = "standard output" if str(output) == "-" else str(output)
    said = f"{where}: {count(basis.incidents, 'incident')} in {review.period.name}"
    left = [
        count(amount, what)
        for amount, what in (
            (basis.drills, "exercise"),
            (basis.unreadable, "unreadable file"),
        )
        if amount
    ]
    left += [f"{basis.outside:,} of other periods"] * bool(basis.outside)
    said += f"; left out: {', '.join(left)}" if left else ""
    return f"{said}; {seconds:.1f} s"
