"""`deckgen actions`: the actions of postmortems as cards for a tracker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import as_of_option, audience_option, policy_option
from deckgen.cli.terminal import put_bytes, reports_faults, say

if TYPE_CHECKING:
    from deckgen.policy import Audience
    from deckgen.tracker import Card
    from deckgen.tracker.formats import FormatName


@click.command("actions")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "jira", "github", "ics"]),
    required=True,
    help="For a spreadsheet (CSV or Excel), Jira's CSV import, GitHub issues or a calendar.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    help="The file to write, or - for standard output.  [default: standard output]",
)
@click.option("--all", "closed", is_flag=True, help="Also the actions that are done or dropped.")
@click.option(
    "--base-url",
    metavar="URL",
    help="Where the SOURCES can be read: their paths are put behind it, for links back.",
)
@audience_option
@policy_option
@as_of_option
@reports_faults
def command(
    sources: tuple[Path, ...],
    form: FormatName,
    output: Path,
    closed: bool,
    base_url: str | None,
    audience: Audience,
    policy_file: Path | None,
    as_of: datetime | None,
) -> None:
    """Write the open actions of the postmortems SOURCES as cards for a tracker.

    A source is a file, or a folder whose .yaml and .yml files with a key such as started_at are
    postmortems. All of them go into one file, each card with the id of its incident. Where a
    source cannot be read, its faults are reported and nothing is written.
    """
    from deckgen.searching import postmortem_files
    from deckgen.today import today
    from deckgen.tracker import tracker

    day = as_of.date() if as_of else today()
    found = postmortem_files(sources).files
    _check(output, found, form)
    made = _cards(found, policy_file, audience, base_url, closed=closed)
    content = tracker(made, form, day)
    _write(content, output)
    where = "standard output" if str(output) == "-" else str(output)
    say(f"{where}: {_counted(made, form)}", err=str(output) == "-")


def _check(output: Path, found: Iterable[Path], form: FormatName) -> None:
    """Raise the error that says why no cards can be written to `output`."""
    from deckgen.diagnostics import InputError
    from deckgen.writing import check_place

    if str(output) == "-":
        if form == "xlsx" and sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError("a workbook is not for the terminal: name it with -o FILE")
        return
    place = os.path.realpath(output)
    if any(os.path.realpath(file) == place for file in found):
        raise InputError.about(str(output), "is one of the sources", "name another with -o")
    check_place(output)


def _cards(
    found: Iterable[Path],
    policy_file: Path | None,
    audience: Audience,
    base_url: str | None,
    *,
    closed: bool,
) -> dict[str, Sequence[Card]]:
    """Return the cards of each file by its name; raise InputError with the faults of all files."""
    from deckgen import read
    from deckgen.audience import public_stem, shown_to
    from deckgen.diagnostics import Diagnostic, InputError
    from deckgen.files import printable_path
    from deckgen.policy_files import load_policy, policy_for
    from deckgen.tracker import cards

    named = load_policy(policy_file) if policy_file else None
    made: dict[str, Sequence[Card]] = {}
    faults: set[Diagnostic] = set()
    for file in found:
        try:
            policy = named or policy_for(file)
            document = read(file, policy)
        except InputError as error:
            faults.update(error.diagnostics)
            continue
        shown = shown_to(audience, document, policy).postmortem
        public = audience == "public"
        source = public_stem(document, policy) if public else _link_back(file, base_url)
        made[printable_path(file)] = cards(shown, source, closed=closed)
    if faults:
        raise InputError(faults)
    return made


def _link_back(file: Path, base_url: str | None) -> str:
    """Return where to read a source: its path, or a link."""
    from urllib.parse import quote

    from deckgen.files import printable_path

    if base_url is None:
        return printable_path(file)
    way = Path(os.path.normpath(file)).as_posix().lstrip("/")
    return f"{base_url.rstrip('/')}/{quote(way)}"


def _write(content: bytes, output: Path) -> None:
    from deckgen.writing import write_file

    if str(output) == "-":
        put_bytes(content)
    else:
        write_file(content, output)


def _counted(made: Mapping[str, Sequence[Card]], form: FormatName) -> str:
    """Return how many cards were made, and what of them has no place in a calendar."""
    from deckgen.postmortem.wording import count

    every = [card for found in made.values() for card in found]
    dated = sum(card.action.due is not None for card in every)
    said = f"{count(dated if form == 'ics' else len(every), 'card')}"
    said += f" of {count(len(made), 'incident')}"
    if form == "ics" and dated < len(every):
        left = count(len(every) - dated, "action")
        said += f"; {left} without a due date left out"
    return said
