"""From the review of a quarter to the bytes of its deck: the stages one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckgen.deck import assemble, outline
from deckgen.drawing import ChartKind, page_of, painting, template_for, written
from deckgen.imprint import Imprint, at_midnight, in_footer
from deckgen.known_names import check_known
from deckgen.layout import Page, Painter
from deckgen.pipeline import Built
from deckgen.postmortem.wording import count, short_day
from deckgen.pptx import EmbeddedSource, TemplateFile
from deckgen.profiles import Profile
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Footer, Properties
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
    with painting(options.chart, browser) as draw:
        return _built(review, figures, options, draw)


def _built(review: QuarterReview, figures: bytes, options: QuarterOptions, draw: Painter) -> Built:
    template = template_for(options.theme, options.template)
    page = page_of(template, options.theme, review.as_of, draw)
    plan = outline(_REVIEW, QUARTER_LAYOUTS, options.only, options.skip)
    deck = assemble(review, plan, page, _imprint(review, page))
    name = review.period.name
    source = EmbeddedSource(f"{name}.json", figures)
    pptx, said = written(deck, template, options.theme, source, name)
    return Built(deck, pptx, said)


def _imprint(review: QuarterReview, page: Page) -> Imprint:
    rest = f" · as of {short_day(review.as_of)}"
    footer = Footer(review.period.name, in_footer("Incident review", rest, page))
    title = f"Incident review {review.period.name}"
    amount = count(review.basis.incidents, "incident")
    subject = f"{amount} from {review.period.first} to {review.period.last}"
    return Imprint(footer, Properties(title, subject, (), at_midnight(review.as_of)))
