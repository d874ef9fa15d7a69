"""`deckgen quarter`: the review deck over all postmortems of a quarter."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from deckgen.cli.options import (
    as_of_option,
    look_options,
    policy_option,
)
from deckgen.cli.progress import progress
from deckgen.cli.quarter_file import (
    STANDARD_INPUT,
    STANDARD_OUTPUT,
    Form,
    check_place_of,
    form_of,
    put_review,
    usual_target,
)
from deckgen.cli.quarter_period import AskedPeriod, newest_day
from deckgen.cli.terminal import print_diagnostics, reports_faults, say
from deckgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from deckgen.drawing import ChartKind
    from deckgen.quarter.incident import Incident
    from deckgen.quarter.values import QuarterReview
    from deckgen.quarter_deck import QuarterOptions

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("quarter")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="The file to write, or - for standard output.  [default: incident-review-QUARTER.pptx]",
)
@click.option(
    "--quarter",
    metavar="2025-Q3",
    help="Which quarter.  [default: the one of the newest incident]",
)
@click.option(
    "--from", "first", type=_DAY, metavar="YYYY-MM-DD", help="The first day of any other period."
)
@click.option("--to", "last", type=_DAY, metavar="YYYY-MM-DD", help="Its last day.")
@click.option(
    "--fiscal-year-starts",
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
    help="The deck, or its figures.  [default: by the ending of FILE, else pptx]",
)
@look_options
@as_of_option
@policy_option
@click.option("--force", is_flag=True, help="Overwrite a deck that was edited by hand.")
@reports_faults
def command(
    sources: tuple[Path, ...],
    output: Path | None,
    quarter: str | None,
    first: datetime | None,
    last: datetime | None,
    fiscal_year_starts: int,
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

    A source is a file, a folder of them, or a pattern such as 'teams/**/*.yaml'. Give earlier
    quarters along with this one: the figures stand beside those of the quarter before, and causes
    that strike again are found among all. A source with faults is reported and counted in the
    deck, and the exit status is 1.
    """
    begun = time.perf_counter()
    if not sources or STANDARD_INPUT in sources:
        raise click.UsageError("name files, or folders of them: deckgen quarter SOURCES")
    asked = AskedPeriod(quarter, first, last, fiscal_year_starts)
    period, kind = asked.named(), form_of(output, form)
    from deckgen.batch.sources import find_sources
    from deckgen.quarter.review import quarter_review
    from deckgen.today import today

    look = _look(kind, theme, template, chart, only, skip)
    found = find_sources(sources, output.parent if output else Path())
    files = [source.path for source in found.found]
    if output:
        check_place_of(output, kind, files, force=force)
    read = _read(files, found.unlisted, policy_file)
    period = period or asked.of_newest(read.incidents)
    target = output or usual_target(period, kind)
    check_place_of(target, kind, files, force=force)
    review = quarter_review(
        read.incidents,
        period,
        as_of.date() if as_of else today(),
        within_hours=read.within_hours,
        unreadable=read.unreadable,
    )
    print_diagnostics(_remarks(review, read.incidents))
    made = put_review(review, kind, look, target, force=force)
    seconds = time.perf_counter() - begun
    say(f"{made}{_summary(review)}; {seconds:.1f} s", err=target == STANDARD_OUTPUT)
    if review.basis.unreadable:
        raise SystemExit(1)


class _ReadIn(NamedTuple):
    """What was read: the incidents, each once, and how many files and folders have faults."""

    incidents: Sequence[Incident]
    unreadable: int
    within_hours: int


def _look(
    kind: Form,
    theme: str,
    template: Path | None,
    chart: ChartKind,
    only: tuple[str, ...],
    skip: tuple[str, ...],
) -> QuarterOptions | None:
    """Return how the deck is to look; None where none is asked for, and nothing about it.

    Raises InputError for whatever of it is not there or broken, before the sources are read.
    """
    if kind != "pptx":
        if only or skip or template:
            raise click.UsageError("--only, --skip and --template are about a deck's slides")
        return None
    from deckgen.known_names import check_known
    from deckgen.pptx import open_template, read_template
    from deckgen.quarter_deck import QuarterOptions
    from deckgen.theme_files import load_theme
    from deckgen_layouts.quarter import QUARTER_LAYOUTS

    check_known("layout", (*only, *skip), QUARTER_LAYOUTS)
    company = read_template(template) if template else None
    if company:
        open_template(company)
    return QuarterOptions(chart, load_theme(theme), company, only, skip)


def _read(
    files: Sequence[Path], unlisted: Sequence[Diagnostic], policy_file: Path | None
) -> _ReadIn:
    """Read the incidents in `files`; print the faults of those that have some, and `unlisted`."""
    from deckgen.policy_files import policies_for
    from deckgen.quarter_reading import Read, each_once, hours_of, read_incidents

    policies = policies_for(files, policy_file)
    hours = hours_of(policies)
    print_diagnostics(unlisted)
    reads: list[Read] = []
    with progress(len(files), "postmortems") as bar:
        for read in read_incidents(policies):
            reads.append(read)
            bar.step()
            bar.print(read.faults)
    incidents, said = each_once(reads)
    print_diagnostics(said)
    broken = sum(read.incident is None for read in reads)
    return _ReadIn(incidents, broken + len(unlisted), hours)


def _remarks(review: QuarterReview, incidents: Iterable[Incident]) -> Iterator[Diagnostic]:
    """Yield what is odd about the period: nothing is in it, or it is not over."""
    from deckgen.postmortem.wording import day

    newest, period = newest_day(incidents), review.period
    if newest and not review.basis.incidents:
        message = f"has no incident; the newest of the files began on {day(newest)}"
        yield Diagnostic(period.name, 0, 0, message, severity="warning")
    if review.as_of < period.last:
        message = f"ends on {day(period.last)}: its figures of {day(review.as_of)} may still change"
        yield Diagnostic(period.name, 0, 0, message, severity="info")


def _summary(review: QuarterReview) -> str:
    """Return how many incidents the figures rest on, and what they leave out."""
    from deckgen.postmortem.wording import count, listing

    basis = review.basis
    said = f"{count(basis.incidents, 'incident')} in {review.period.name}"
    said += f", {basis.before:,} in {review.before.name}" if basis.before else ""
    left_out = [
        count(amount, what)
        for amount, what in (
            (basis.drills, "exercise"),
            (basis.after, "later incident"),
        )
        if amount
    ]
    if basis.unreadable:
        left_out.append(count(basis.unreadable, "source with faults", "sources with faults"))
    return f"{said}; left out: {listing(left_out)}" if left_out else said
