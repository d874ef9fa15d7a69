"""Where the review of a quarter goes, and how it is put there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from deckgen.cli.terminal import print_diagnostics, put_bytes
from deckgen.diagnostics import InputError
from deckgen.files import printable_path

if TYPE_CHECKING:
    from deckgen.quarter.period import Period
    from deckgen.quarter.values import QuarterReview
    from deckgen.quarter_deck import QuarterOptions

Form = Literal["pptx", "json", "csv", "md"]

_BY_ENDING: dict[str, Form] = {".pptx": "pptx", ".json": "json", ".csv": "csv", ".md": "md"}

STANDARD_INPUT = STANDARD_OUTPUT = Path("-")


def form_of(output: Path | None, asked: Form | None) -> Form:
    """Return what to write: what is `asked` for, else what the ending of `output` says.

    Raises click.UsageError where the two contradict each other.
    """
    by_ending = _BY_ENDING.get(output.suffix.casefold()) if output else None
    if asked and by_ending and asked != by_ending:
        raise click.UsageError(f"--format {asked} does not go into a file called {output}")
    return asked or by_ending or "pptx"


def usual_target(period: Period, form: Form) -> Path:
    """Return the file in the working directory that a review goes to where none is named."""
    return Path(f"incident-review-{period.name.replace(' ', '-')}.{form}")


def check_place_of(target: Path, form: Form, sources: Iterable[Path], *, force: bool) -> None:
    """Raise the error that says why a review cannot be written to `target`."""
    from deckgen.pptx import check_target
    from deckgen.writing import check_place

    if target == STANDARD_OUTPUT:
        if form == "pptx" and sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError("a deck is not for the terminal: redirect it, or use -o FILE")
        return
    place = os.path.realpath(target)
    if any(os.path.realpath(source) == place for source in sources):
        raise InputError.about(str(target), "is one of the sources", "name another with -o")
    if form == "pptx" and target.name:
        check_target(target, force=force)
    else:
        check_place(target)


def put_review(
    review: QuarterReview, form: Form, look: QuarterOptions | None, target: Path, *, force: bool
) -> str:
    """Write the deck of `review`, where it has a `look`, else its figures, to `target`.

    Returns what the line about it begins with.
    """
    slides = ""
    if look:
        slides = f"{_put_deck(review, look, target, force=force)}; "
    else:
        _put_figures(review, form, target)
    where = "standard output" if target == STANDARD_OUTPUT else printable_path(target)
    return f"{where}: {slides}"


def _put_deck(review: QuarterReview, look: QuarterOptions, target: Path, *, force: bool) -> str:
    from deckgen.postmortem.wording import count
    from deckgen.pptx import save
    from deckgen.quarter_deck import build_quarter
    from deckgen.quarter_formats import figures

    built = build_quarter(review, figures(review, "json"), look)
    if target == STANDARD_OUTPUT:
        put_bytes(built.pptx)
    else:
        save(built.pptx, target, force=force)
    print_diagnostics(built.warnings)
    return count(len(built.deck.slides), "slide")


def _put_figures(review: QuarterReview, form: Form, target: Path) -> None:
    from deckgen.quarter_formats import figures
    from deckgen.writing import write_file

    assert form != "pptx", "that is a deck"
    content = figures(review, form)
    if target == STANDARD_OUTPUT:
        put_bytes(content)
    else:
        write_file(content, target)
