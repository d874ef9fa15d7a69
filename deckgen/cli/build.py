"""`deckgen build`: a postmortem file to a deck."""

from __future__ import annotations

import gc
import sys
import time
from datetime import date, datetime
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
from deckgen.cli.summary import summary
from deckgen.cli.terminal import print_diagnostics, reports_faults, say

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.drawing import ChartKind
    from deckgen.policy import Audience, Policy
    from deckgen.readers import Document


@click.command("build")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The deck to write, or - for standard output.  [default: beside SOURCE, same name; for "
    "the public NAME.public.pptx]",
)
@profile_option
@look_options
@as_of_option
@audience_option
@policy_option
@strict_option
@click.option("--force", is_flag=True, help="Overwrite a deck that was edited by hand.")
@reports_faults
def command(
    source: Path,
    output: Path | None,
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
) -> None:
    """Turn the postmortem file SOURCE into a PowerPoint deck."""
    begun = time.perf_counter()
    # One deck and out: collecting garbage would cost a tenth of the time and free nothing.
    gc.disable()
    from deckgen import read
    from deckgen.pipeline import Options, build_deck
    from deckgen.policy_files import load_policy, policy_for
    from deckgen.pptx import read_template, save
    from deckgen.theme_files import load_theme
    from deckgen.today import today

    day = as_of.date() if as_of else today()
    policy = load_policy(policy_file) if policy_file else policy_for(source)
    document = read(source, policy)
    look, company = load_theme(theme), read_template(template) if template else None
    options = Options(profile, chart, look, company, only, skip, day, policy, audience)
    target = output or _beside(source, document, policy, audience)
    to_file = str(target) != "-"
    _check(target, source, force=force)
    findings = _findings(document, policy, day, strict=strict)
    built = build_deck(document, options)
    if to_file:
        save(built.pptx, target, force=force, source=source)
    else:
        _write_out(built.pptx)
    print_diagnostics(built.warnings)
    where = str(target) if to_file else "standard output"
    for line in summary(built, where, time.perf_counter() - begun, findings, source):
        say(line, err=not to_file)


def _check(target: Path, source: Path, *, force: bool) -> None:
    """Raise the error that says why no deck can be written to `target`."""
    from deckgen.diagnostics import InputError
    from deckgen.pptx import check_target

    if str(target) == "-":
        if sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError("a deck is not for the terminal: redirect it, or use -o FILE")
    elif not target.name:
        raise InputError.about(str(target), "is a folder", "name a file in it with -o")
    else:
        check_target(target, force=force, source=source)


def _findings(
    document: Document, policy: Policy, day: date, *, strict: bool
) -> tuple[Diagnostic, ...]:
    """Return what a check lists. Raises InputError with the errors where the build is strict."""
    from deckgen.checking import check_document
    from deckgen.diagnostics import InputError

    findings = check_document(document, policy, day)
    errors = [finding for finding in findings if finding.severity == "error"]
    if strict and errors:
        raise InputError(errors)
    return findings


def _beside(source: Path, document: Document, policy: Policy, audience: Audience) -> Path:
    """Return the file of the deck beside its source; that for the public has a name of its own."""
    if audience == "internal":
        return source.with_suffix(".pptx")
    from deckgen.audience import public_stem

    return source.with_name(f"{public_stem(document, policy)}.public.pptx")


def _write_out(pptx: bytes) -> None:
    """Write the deck to standard output. Raises InputError where that is closed or full."""
    from deckgen.diagnostics import InputError

    if sys.stdout is None:
        raise InputError.about("standard output", "is closed", "name a file with -o")
    try:
        rest = memoryview(pptx)
        while rest:  # an unbuffered output may take only part of it
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise InputError.about("standard output", message, "name a file with -o") from error
