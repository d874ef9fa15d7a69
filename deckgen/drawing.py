"""What any deck is drawn with, whatever it is about: a page, a painter, a file at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import TYPE_CHECKING, Literal

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.layout import Page, Painter
from deckgen.legibility import check_backgrounds
from deckgen.pptx import EmbeddedSource, Template, TemplateFile, open_template, write_deck
from deckgen.scene.deck import Deck
from deckgen.scene.figure import figure_group
from deckgen.scene.fonts import load_font
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

if TYPE_CHECKING:
    from deckgen.rendering import FigureBrowser

ChartKind = Literal["native", "picture"]
"""How figures are drawn: as native shapes and charts, or as pictures."""


@contextmanager
def painting(chart: ChartKind, browser: FigureBrowser | None) -> Iterator[Painter]:
    """Give what draws figures as `chart` says.

    Pictures are drawn by `browser`; without one, a browser is started, and ended with the block.
    """
    if chart == "native":
        yield figure_group
        return
    from deckgen.rendering import FigureBrowser, picture_painter

    with nullcontext(browser) if browser else FigureBrowser() as drawing:
        yield picture_painter(drawing)


def template_for(theme: Theme, file: TemplateFile | None) -> Template:
    """Return the template in `file`, deckgen's own without one, in the font of `theme`."""
    return open_template(file).with_font(theme.font.family)


def page_of(template: Template, theme: Theme, as_of: date, draw: Painter) -> Page:
    """Return the page that layouts draw on."""
    measurer = Measurer(load_font(theme.font.family))
    return Page(template.boxes, template.title_sizes, theme, measurer, as_of, draw)


def written(
    deck: Deck, template: Template, theme: Theme, source: EmbeddedSource, about: str
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the .pptx file of `deck` with `source` inside, and the warnings about its template.

    Raises InputError about `about` where there is no slide, and where texts could not be read.
    """
    if not deck.slides:
        raise InputError.about(about, "the chosen layouts have nothing to show")
    unchecked = check_backgrounds(deck, template, theme)
    return write_deck(deck, template, source), (*template.remarks, *unchecked)
