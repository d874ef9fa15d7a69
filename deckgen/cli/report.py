"""`deckgen report`: a postmortem file to the Markdown report that is sent ahead."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import as_of_option, audience_option, policy_option
from deckgen.cli.summary import masked
from deckgen.cli.terminal import print_diagnostics, put, reports_faults, say

if TYPE_CHECKING:
    from deckgen.policy import Audience, Policy
    from deckgen.readers import Document
    from deckgen.report.report import FlavourName, PictureFormat, Report


@click.command("report")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The report to write, or - for standard output.  [default: beside SOURCE, NAME.md; for "
    "the public NAME.public.md]",
)
@click.option(
    "--picture",
    type=click.Choice(["none", "png", "svg"]),
    default="none",
    show_default=True,
    help="The timeline as a picture beside the report, which needs Chrome or Chromium.",
)
@click.option(
    "--flavour",
    type=click.Choice(["github", "confluence", "slack"]),
    default="github",
    show_default=True,
    help="Where the report is to be pasted.",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE.md.j2",
    help="Your own Jinja2 template, alone or on top of the packaged one.",
)
@audience_option
@policy_option
@as_of_option
@click.option("--force", is_flag=True, help="Overwrite a report that was edited by hand.")
@reports_faults
def command(
    source: Path,
    output: Path | None,
    picture: PictureFormat,
    flavour: FlavourName,
    template: Path | None,
    audience: Audience,
    policy_file: Path | None,
    as_of: datetime | None,
    force: bool,
) -> None:
    """Write the postmortem file SOURCE as a Markdown report to send ahead of the review.

    With a picture, that is written beside the report: NAME-timeline.png. Both are written, or
    neither. A report is overwritten as long as nobody has edited it.
    """
    from deckgen import read
    from deckgen.policy_files import load_policy, policy_for
    from deckgen.report import ReportOptions, report
    from deckgen.today import today

    day = as_of.date() if as_of else today()
    policy = load_policy(policy_file) if policy_file else policy_for(source)
    document = read(source, policy)
    target = output or _beside(source, document, policy, audience)
    drawn = target.with_name(f"{target.stem}-timeline.{picture}") if picture != "none" else None
    _check(target, drawn, source, force=force)
    options = ReportOptions(
        picture, drawn.name if drawn else "", _folder(source, target), flavour, template, audience,
        policy, day,
    )  # fmt: skip
    made = report(document, options)
    _write(made, target, drawn, source)
    print_diagnostics(document.notices)
    _sum_up(made, target, drawn)


def _beside(source: Path, document: Document, policy: Policy, audience: Audience) -> Path:
    """Return the file of the report beside its source; that for the public has its own name."""
    if audience == "internal":
        return source.with_suffix(".md")
    from deckgen.audience import public_stem

    return source.with_name(f"{public_stem(document, policy)}.public.md")


def _folder(source: Path, target: Path) -> str:
    """Return the way from the report to the folder of its source, for links to pictures."""
    if str(target) == "-":
        return ""
    places = (os.path.realpath(path.parent) for path in (source, target))
    way = os.path.relpath(*places)
    return "" if way == "." else Path(way).as_posix()


def _check(target: Path, drawn: Path | None, source: Path, *, force: bool) -> None:
    """Raise the error that says why no report can be written to `target`."""
    from deckgen.diagnostics import InputError
    from deckgen.report.saving import check_report
    from deckgen.writing import check_place

    if str(target) == "-":
        if drawn is not None:
            raise click.UsageError("a picture needs a file beside it: name the report with -o")
        return
    if not target.name:
        raise InputError.about(str(target), "is a folder", "name a file in it with -o")
    check_report(target, source, force=force)
    if drawn is not None:
        check_place(drawn, source)


def _write(made: Report, target: Path, drawn: Path | None, source: Path) -> None:
    from deckgen.report.saving import save_report

    if str(target) == "-":
        put(made.text)
    else:
        save_report(made, target, drawn, source)


def _sum_up(made: Report, target: Path, drawn: Path | None) -> None:
    to_file = str(target) != "-"
    size = len(made.text.encode("utf-8", "replace")) / 1000
    said = f"{target if to_file else 'standard output'}: the report, {size:,.0f} kB"
    if made.messages > 1:
        said += f", in {made.messages} messages"
    say(said, err=not to_file)
    if drawn is not None:
        say(f"{drawn}: the timeline in it", err=not to_file)
    if made.hidden:
        say(masked(made.hidden), err=not to_file)
