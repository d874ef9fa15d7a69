"""What contributed, by category and over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise, zip_longest
from typing import ClassVar

from deckgen.figures import categories as figure
from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count, listing, sentence
from deckgen.quarter.values import CategoryCount, QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Item
from deckgen_layouts.quarter.factor_cards import MOST_CARDS, category_name, factor_cards
from deckgen_layouts.quarter.panels import canvas, defined, less_foot, remark
from deckgen_layouts.quarter.row_panel import PanelRow, most_rows, row_panel, row_places
from deckgen_layouts.quarter.wording import before_name, month_name, part_of

_WEIGHTS = (2.2, 1.0)
_EXAMPLES = 4
_FEW = 5
_NAMED = 2
_LONGEST_MONTH = 31
_ASK = (
    "An incident counts once for each category that it names. Ask which category we could change "
    "with one decision, not who caused it."
)


class QuarterFactors(LayoutOf[QuarterReview]):
    """Contributing factors: how many incidents name each category, in each part of the period.

    Needs: one contributing factor. Up to six are cards, as there is nothing to count. Beside the
    counts of more stand factors in the words of their postmortems. Fewer than five incidents are
    said to be too few to see a change in; incidents that name no factor are counted on the slide.
    """

    name: ClassVar[str] = "quarter-factors"
    section: ClassVar[str] = "Learning"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where no incident names a factor."""
        named = [one for one in review.factors.categories if one.now]
        factors = sum(len(one.factors) for one in review.incidents)
        if 0 < factors <= MOST_CARDS:
            items, texts = factor_cards(review.incidents, page)
            spoken = [_spoken(one, review) for one in named]
            notes = [_ASK, defined("factors"), *spoken, *in_full(texts)]
            yield self.slide(page, _few(factors, len(review.incidents)), items, notes)
        elif named:
            yield self._counted(named, review, page)

    def _counted(self, named: Sequence[CategoryCount], review: QuarterReview, page: Page) -> Slide:
        said = ". ".join(_remarks(review))
        body = less_foot(page.boxes.body) if said else page.boxes.body
        left, right = body.columns(_WEIGHTS, points(page.theme.space.gutter))
        fits = canvas(left, figure.LEAST_SIZE)[0] > figure.LEAST_SIZE[0]
        rows = _examples(named, page, min(_EXAMPLES, most_rows(page, right))) if fits else []
        beside, texts = row_panel(page, "factors", rows, row_places(page, len(rows), right))
        items = [_chart(review, named, left if fits else body, page), *beside]
        if said:
            items.append(remark(page, said))
        spoken = [_spoken(one, review) for one in named]
        notes = [_ASK, defined("factors"), *spoken, *in_full(texts)]
        return self.slide(page, _headline(named, len(review.incidents)), items, notes)


def _chart(review: QuarterReview, named: Sequence[CategoryCount], box: Box, page: Page) -> Item:
    drawn = _categories(review.factors.steps, named)
    size = canvas(box, figure.LEAST_SIZE)
    chart = figure.categories_figure(drawn, page.theme, page.measurer, size)
    return page.draw(chart, box, "Contributing factors", figure.categories_alt(drawn))


def _categories(steps: Sequence[date], named: Sequence[CategoryCount]) -> figure.Categories:
    return figure.Categories(
        "Incidents that name a factor",
        tuple(step_names(steps)),
        tuple(figure.Category(category_name(one.category), one.steps) for one in named),
    )


def step_names(steps: Sequence[date]) -> Iterator[str]:
    """Yield `Jul`, `Aug`; the first of each year bears it where there are several years.

    Parts of three months are called by their first and last: `Jul-Sep`.
    """
    quarterly = any((after - step).days > _LONGEST_MONTH for step, after in pairwise(steps))
    year = None if len({step.year for step in steps}) > 1 else steps[0].year
    for step in steps:
        name = month_name(step)
        if quarterly:
            name += f"-{month_name(date(step.year, (step.month + 1) % 12 + 1, 1))}"
        yield name if step.year == year else f"{name} {step.year}"
        year = step.year


def _few(factors: int, incidents: int) -> str:
    told, where = count(factors, "contributing factor"), count(incidents, "incident")
    return f"{told} in {where}: too few to see a pattern"


def _headline(named: Sequence[CategoryCount], incidents: int) -> str:
    most = named[0].now
    first = [category_name(one.category) for one in named if one.now == most]
    of_all = f"{part_of(most, incidents)} incidents" if incidents > 1 else "the one incident"
    where = f"named in {of_all}"
    if len(first) > _NAMED:
        return f"{len(first):,} categories of factors are each {where}"
    names = sentence(listing([one.lower() for one in first]))
    return f"{names} {'is' if len(first) == 1 else 'are each'} {where}"


def _examples(named: Sequence[CategoryCount], page: Page, most: int) -> list[PanelRow]:
    """Return factors in the words of their postmortems: one of each category, then second ones."""
    accent = page.theme.colour.accent
    rounds = zip_longest(*([(one.category, *it) for it in one.examples] for one in named))
    told = [example for turn in rounds for example in turn if example is not None]
    return [
        PanelRow(category_name(category), accent, text, incident)
        for category, text, incident in told[:most]
    ]


def _remarks(review: QuarterReview) -> Iterator[str]:
    incidents = len(review.incidents)
    if incidents < _FEW:
        yield f"{count(incidents, 'incident')}: too few to see a change over time"
    without = review.factors.without
    if without:
        verb = "names" if without == 1 else "name"
        yield f"{without:,} of {count(incidents, 'incident')} {verb} no factor"


def _spoken(one: CategoryCount, review: QuarterReview) -> str:
    before = f"; {before_name(review)}: {one.before:,}" if review.basis.before else ""
    told = " ".join(f"{incident}: {text}" for text, incident in one.examples)
    return f"{category_name(one.category)}: {count(one.now, 'incident')}{before}. {told}".strip()
