"""From the review of a quarter to the bytes of its deck: the stages one after the other."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckgen.deck import assemble, outline
from deckgen.diagnostics import InputError
from deckgen.imprint import Imprint, at_midnight, in_footer
from deckgen.known_names import check_known
from deckgen.layout import Page, Painter
from deckgen.legibility import check_backgrounds
from deckgen.pipeline import Built, ChartKind
from deckgen.postmortem.wording import count, short_day
from deckgen.pptx import EmbeddedSource, TemplateFile, open_template, write_deck
from deckgen.profiles import Profile
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Footer, Properties
from deckgen.scene.figure import figure_group
from deckgen.scene.fonts import load_font
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme
from deckgen.theme_files import load_theme
from deckgen_layouts.quarter import QUARTER_LAYOUTS

if TYPE_CHECKING:
    from deckgen.rendering import FigureBrowser

_REVIEW = Profile("quarter", "the quarterly review", 45, None)


@dataclass(frozen=True)
class QuarterOptions:
    """How the deck of a quarter looks. `only` and `skip` name layouts of `QUARTER_LAYOUTS`."""

    chart: ChartKind = "native"
    theme: Theme = field(default_factory=load_theme)
    template: TemplateFile | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


def build_quarter(
    review: QuarterReview,
    figures: bytes,
    options: QuarterOptions,
    browser: FigureBrowser | None = None,
) -> Built:
    """Return the deck of `review`, with its `figures`, a JSON file, inside.

    Pictures are drawn by `browser`; without one, a browser is started for this deck alone. Raises
    InputError for names that nobody knows, and where a picture is wanted and cannot be drawn.
    """
    check_known("layout", (*options.only, *options.skip), QUARTER_LAYOUTS)
    if options.chart == "native":
        return _built(review, figures, options, figure_group)
    from deckgen.rendering import FigureBrowser, picture_painter

    with nullcontext(browser) if browser else FigureBrowser() as drawing:
        return _built(review, figures, options, picture_painter(drawing))


def _built(review: QuarterReview, figures: bytes, options: QuarterOptions, draw: Painter) -> Built:
    theme = options.theme
    template = open_template(options.template).with_font(theme.font.family)
    measurer = Measurer(load_font(theme.font.family))
    page = Page(template.boxes, template.title_sizes, theme, measurer, review.as_of, draw)
    plan = outline(_REVIEW, QUARTER_LAYOUTS, options.only, options.skip)
    deck = assemble(review, plan, page, _imprint(review, page))
    if not deck.slides:
        raise InputError.about(review.period.name, "the chosen layouts have nothing to show")
    unchecked = check_backgrounds(deck, template, theme)
    pptx = write_deck(deck, template, EmbeddedSource(f"{review.period.name}.json", figures))
    return Built(deck, pptx, (*template.remarks, *unchecked))


def _imprint(review: QuarterReview, page: Page) -> Imprint:
    rest = f" · as of {short_day(review.as_of)}"
    footer = Footer(review.period.name, in_footer("Incident review", rest, page))
    title = f"Incident review {review.period.name}"
    amount = count(review.basis.incidents, "incident")
    subject = f"{amount} from {review.period.first} to {review.period.last}"
    return Imprint(footer, Properties(title, subject, (), at_midnight(review.as_of)))
