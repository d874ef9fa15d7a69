"""What every figure means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count, sentence
from deckgen.quarter.definitions import DEFINITIONS, Definition
from deckgen.quarter.values import Basis, QuarterReview
from deckgen.scene.deck import Slide
from deckgen.typeset import paragraph
from deckgen_layouts.tables import Column, Entry, table_pages

_COLUMNS = (
    Column("Figure", 1.8),
    Column("What it means", 4.0),
    Column("Formula", 4.0),
    Column("Least basis", 1.2),
)


class QuarterAppendixDefinitions(LayoutOf[QuarterReview]):
    """What every figure means, its formula, and from how many on it is given.

    Needs: nothing. A figure that rests on fewer than its least basis says so where it is shown.
    The notes tell which postmortems the figures rest on. Continues on as many slides as it needs.
    """

    name: ClassVar[str] = "quarter-appendix-definitions"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the table's slides."""
        figures = list(DEFINITIONS.values())
        rows = [partial(_entries, one, page) for one in figures]
        alt = f"Table of {count(len(figures), 'figure')}: meaning, formula and least basis."
        parts = table_pages(page, "Definitions", _COLUMNS, rows, page.boxes.body, alt, largest=14)
        for part in parts:
            notes = ["For reference.", _rests_on(review.basis), *in_full(part.texts)]
            title = "What each figure means, and how it is computed"
            yield self.slide(page, title, [part.table], notes)


def _entries(figure: Definition, page: Page, size: float) -> tuple[Entry, ...]:
    colour = page.theme.colour
    least = f"{figure.least:,}" if figure.least > 1 else "–"
    return (
        Entry((paragraph(figure.name, size, colour.ink, bold=True),)),
        Entry((paragraph(figure.meaning, size, colour.ink),)),
        Entry((paragraph(sentence(figure.formula), size, colour.muted),)),
        Entry((paragraph(least, size, colour.ink),)),
    )


def _rests_on(basis: Basis) -> str:
    before = count(basis.outside - basis.after, "earlier incident")
    left_out = [
        (basis.drills, "exercise", "left out"),
        (basis.after, "later incident", "left out"),
        (basis.unreadable, "file", "with faults, not read"),
    ]
    told = [f"{count(amount, noun)} {what}" for amount, noun, what in left_out if amount]
    rests = f"The figures rest on {count(basis.incidents, 'incident')} and on {before}"
    return "; ".join([rests, *told]) + "."
