"""`deckgen check`: what a reviewer would object to."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import as_of_option, audience_option, policy_option
from deckgen.cli.terminal import painted, put, reports_faults, say

if TYPE_CHECKING:
    from deckgen.checking import Checked
    from deckgen.findings.tally import FailOn
    from deckgen.policy import Audience, Policy
    from deckgen.readers import Document


@click.command("check")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="For a person, a program, a GitHub workflow or code scanning.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The least severity of a finding with which the exit status is 1.",
)
@policy_option
@audience_option
@as_of_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write the findings to.  [default: standard output]",
)
@click.option("--explain", metavar="RULE", help="Print a rule's page of the manual, and stop.")
@reports_faults
def command(
    sources: tuple[Path, ...],
    form: str,
    fail_on: FailOn,
    policy_file: Path | None,
    audience: Audience,
    as_of: datetime | None,
    output: Path | None,
    explain: str | None,
) -> None:
    """Tell what a reviewer would object to in the postmortems SOURCES.

    A source is a file, a folder whose .yaml and .yml files with a key such as started_at are
    postmortems, or - for standard input. The findings go to standard output, their number to
    standard error. A source that cannot be read is reported with its faults, the others are
    checked all the same, and the exit status is 1.
    """
    if explain is not None:
        _explain(explain)
        return
    if not sources:
        raise click.UsageError("name a postmortem, or a folder of them: deckgen check SOURCES")
    from deckgen.findings import FORMATS, Run
    from deckgen.findings.tally import Tally
    from deckgen.policy_files import policies_for
    from deckgen.searching import postmortem_files
    from deckgen.today import today

    run = Run(as_of.date() if as_of else today(), _here())
    found = postmortem_files(sources)
    if output is not None:
        _check_target(output, found.files)
    asked = policies_for(found.files, policy_file)
    tally = Tally()
    checked = tally.counting(_checked(asked, run.as_of, audience))
    if output is not None:
        _write(FORMATS[form](checked, run), output)
    elif form == "text" and sys.stdout is not None and sys.stdout.isatty():
        _show(checked)
    else:
        encoding = "utf-8" if form != "text" or sys.stdout is None else sys.stdout.encoding
        for piece in FORMATS[form](checked, run):
            put(piece, encoding)
    say(tally.summary(found.passed_over), err=True)
    if tally.fails(fail_on):
        raise SystemExit(1)


def _here() -> Path:
    from deckgen.diagnostics import InputError

    try:
        return Path.cwd()
    except OSError:
        raise InputError.about("the working directory", "is not there any more") from None


def _explain(rule: str) -> None:
    from deckgen.diagnostics import did_you_mean, one_of
    from deckgen.manual import pages

    page = pages().get(rule)
    if page is None:
        hint = did_you_mean(rule, pages()) or f"known: {one_of(list(pages()))}"
        raise click.BadParameter(f"there is no rule {rule!r}. {hint}", param_hint="--explain")
    put(f"{page.id} ({page.severity})\n\n{page.text}\n")


def _checked(
    asked: Iterable[tuple[Path, Policy]], day: date, audience: Audience
) -> Iterator[Checked]:
    """Yield what there is to say about each file, one after the other."""
    from deckgen.checking import checked, unreadable
    from deckgen.diagnostics import InputError
    from deckgen.files import printable_path

    # A file leaves no rings of references behind, so there is no garbage to look for.
    gc.disable()
    for file, policy in asked:
        try:
            document = _read(file, policy)
        except InputError as error:
            yield unreadable(_NAME_OF_INPUT if _is_input(file) else printable_path(file), error)
        else:
            yield checked(document, policy, day, audience)


_NAME_OF_INPUT = "<stdin>"


def _is_input(file: Path) -> bool:
    return str(file) == "-"


def _read(file: Path, policy: Policy) -> Document:
    from deckgen.diagnostics import InputError
    from deckgen.files import LARGEST_SOURCE
    from deckgen.readers import Folder, parse_postmortem, read_postmortem

    if not _is_input(file):
        return read_postmortem(file, policy.severity_names)
    if sys.stdin is None:
        raise InputError.about(_NAME_OF_INPUT, "is closed")
    source = sys.stdin.buffer.read(LARGEST_SOURCE + 1)
    return parse_postmortem(source, _NAME_OF_INPUT, Folder(_here()), policy.severity_names)


def _check_target(output: Path, files: Iterable[Path]) -> None:
    """Raise InputError where the findings cannot be written to `output`, or are not to be."""
    from deckgen.diagnostics import InputError
    from deckgen.writing import check_place

    place = os.path.realpath(output)
    if any(os.path.realpath(file) == place for file in files):
        raise InputError.about(str(output), "is one of the files to check", "name another with -o")
    check_place(output)


def _write(pieces: Iterable[str], output: Path) -> None:
    from deckgen.writing import write_file

    write_file("".join(pieces).encode("utf-8", "backslashreplace"), output)


def _show(checked: Iterable[Checked]) -> None:
    """Print the findings in colours."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    for source in checked:
        for finding in source.findings:
            console.print(painted(finding))
            console.print()
