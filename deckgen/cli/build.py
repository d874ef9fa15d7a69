"""`deckgen build`: a postmortem file to a deck."""

from __future__ import annotations

import gc
import shlex
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import as_of_option, audience_option, theme_option
from deckgen.cli.terminal import print_diagnostics, reports_faults, say
from deckgen.postmortem.wording import count, listing
from deckgen.profiles import PROFILES, REVIEW

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic, Severity
    from deckgen.pipeline import Built, ChartKind, Options
    from deckgen.policy import Audience
    from deckgen.readers import Document
    from deckgen.redaction import Redacted


_PLURALS = {
    "person": "people",
    "e-mail address": "e-mail addresses",
    "network address": "network addresses",
}
"""Of what is masked, where it is not just an `s`."""


@click.command("build")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The deck to write, or - for standard output.  [default: beside SOURCE, same name; for "
    "the public NAME.public.pptx]",
)
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default=REVIEW.name,
    show_default=True,
    help="Which slides: for the review, for an executive, or all on one page.",
)
@theme_option
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your own .pptx or .potx, for its master, layouts and footers.",
)
@click.option(
    "--chart",
    type=click.Choice(["native", "picture"]),
    default="native",
    show_default=True,
    help="Figures as shapes and charts to edit, or as pictures, which need Chrome or Chromium.",
)
@click.option("--only", multiple=True, metavar="LAYOUT", help="Only this layout; may be repeated.")
@click.option("--skip", multiple=True, metavar="LAYOUT", help="Not this layout; may be repeated.")
@as_of_option
@audience_option
@click.option(
    "--strict", is_flag=True, help="Write no deck where 'deckgen check' would report an error."
)
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
    strict: bool,
    force: bool,
) -> None:
    """Turn the postmortem file SOURCE into a PowerPoint deck."""
    begun = time.perf_counter()
    # One deck and out: collecting garbage would cost a tenth of the time and free nothing.
    gc.disable()
    from deckgen import read
    from deckgen.checking import check_document
    from deckgen.diagnostics import InputError
    from deckgen.pipeline import Options, build_deck
    from deckgen.pptx import check_target, save
    from deckgen.today import today

    day = as_of.date() if as_of else today()
    document = read(source)
    options = Options(profile, chart, theme, template, only, skip, day, audience=audience)
    target = output or _beside(source, document, options)
    to_file = str(target) != "-"
    if to_file and not target.name:
        raise InputError.about(str(target), "is a folder", "name a file in it with -o")
    if to_file:
        check_target(target, force=force, source=source)
    elif sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError("a deck is not for the terminal: redirect it, or use -o FILE")
    findings = check_document(document, options.policy, day)
    errors = [finding for finding in findings if finding.severity == "error"]
    if strict and errors:
        raise InputError(errors)
    built = build_deck(document, options)
    if to_file:
        save(built.pptx, target, force=force, source=source)
    else:
        _write_out(built.pptx)
    print_diagnostics(built.warnings)
    _summarise(built, target, time.perf_counter() - begun)
    if built.hidden:
        say(_masked(built.hidden), err=not to_file)
    say(_counted(findings, source), err=not to_file)


def _beside(source: Path, document: Document, options: Options) -> Path:
    """Return the file of the deck beside its source; that for the public has a name of its own."""
    if options.audience == "internal":
        return source.with_suffix(".pptx")
    from deckgen.audience import public_stem

    return source.with_name(f"{public_stem(document, options.policy)}.public.pptx")


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


def _summarise(built: Built, target: Path, seconds: float) -> None:
    slides, warnings = len(built.deck.slides), len(built.warnings)
    where = "standard output" if str(target) == "-" else str(target)
    said = f"{where}: {slides} slide{'' if slides == 1 else 's'} in {seconds:.2f} s"
    if warnings:
        said += f", {warnings} warning{'' if warnings == 1 else 's'}"
    say(said, err=str(target) == "-")


def _masked(hidden: Redacted) -> str:
    """Return the line that says what the public is not shown."""
    said = [count(amount, kind, _PLURALS.get(kind)) for kind, amount in hidden.masked.items()]
    left_out = [
        count(amount, what)
        for amount, what in ((hidden.pictures, "picture"), (hidden.links, "link"))
        if amount
    ]
    parts = [f"masked: {listing(said) or 'nothing'}"]
    return "; ".join(parts + [f"left out: {listing(left_out)}"] * bool(left_out))


def _counted(findings: Sequence[Diagnostic], source: Path) -> str:
    """Return the line that says how many findings a check lists."""
    if not findings:
        return "check: nothing to object to"
    amounts = Counter(finding.severity for finding in findings)
    names: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}
    counts = [count(amounts[kind], name) for kind, name in names.items() if amounts[kind]]
    return f"check: {listing(counts)}; see them with: deckgen check {shlex.quote(str(source))}"
