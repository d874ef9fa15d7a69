"""When the incidents began, and how bad they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from deckgen.figures import weeks as figure
from deckgen.figures.tones import tone_colour
from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.vocabulary import Severity
from deckgen.postmortem.wording import count, in_words, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview, Week
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Item
from deckgen_layouts.quarter.panels import canvas, defined, less_foot, remark
from deckgen_layouts.quarter.row_panel import PanelRow, most_rows, row_panel, row_places
from deckgen_layouts.quarter.wording import (
    how_many_and_how_bad,
    impact_lasted,
    part_of,
    severities,
    severity_name,
)

_WEIGHTS = (2.8, 1.0)
_MOST_WEEKS, _COLUMNS = 54, 27
_EACH = 5
_ASK = (
    "Say which weeks stand out and what happened in them: a launch, a migration, a season. A few "
    "incidents more or fewer in a week are chance."
)


class QuarterWeeks(LayoutOf[QuarterReview]):
    """Incidents by the week in which they began, the worst severity at the foot of each column.

    Needs: two incidents; a single one stands on the slide of the worst. Beside the columns stands
    each incident where they are few, else how many there are of each severity and how long their
    impact lasted. Weeks without incidents are shown. Where a period has more than 54 weeks, several
    share a column.
    """

    name: ClassVar[str] = "quarter-weeks"
    section: ClassVar[str] = "Incidents"
    share: ClassVar[float] = 2.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where there is nothing to compare."""
        if len(review.incidents) < 2:
            return
        step = _step(review.weeks)
        said = f"Each column is {in_words(step)} weeks, named by its first day" if step > 1 else ""
        body = less_foot(page.boxes.body) if said else page.boxes.body
        left, right = body.columns(_WEIGHTS, points(page.theme.space.gutter))
        rows = _rows(review.incidents, page, most_rows(page, right))
        beside, texts = row_panel(page, "incidents", rows, row_places(page, len(rows), right))
        items = [_chart(review, step, left, page), *beside]
        if said:
            items.append(remark(page, said))
        notes = [_ASK, defined("weeks"), *_spoken(review), *in_full(texts)]
        yield self.slide(page, _headline(review), items, notes)


def _step(weeks: Sequence[Week]) -> int:
    """Return how many weeks share a column: one, unless there are too many columns then."""
    return 1 if len(weeks) <= _MOST_WEEKS else -(-len(weeks) // _COLUMNS)


def _chart(review: QuarterReview, step: int, box: Box, page: Page) -> Item:
    levels = [level for level, _ in severities(review.incidents)]
    drawn = _weeks(review.weeks, levels, step)
    size = canvas(box, figure.LEAST_SIZE)
    chart = figure.weeks_figure(drawn, page.theme, page.measurer, size)
    return page.draw(chart, box, "Incidents by week", figure.weeks_alt(drawn))


def _weeks(weeks: Sequence[Week], levels: Sequence[Severity | None], step: int) -> figure.Weeks:
    """Return the weeks as they are drawn, `step` of them to a column."""
    groups = [weeks[n : n + step] for n in range(0, len(weeks), step)]
    return figure.Weeks(
        tuple(levels),
        tuple(
            figure.Week(
                group[0].first,
                tuple(sum(week.by_severity.get(level, 0) for week in group) for level in levels),
            )
            for group in groups
        ),
    )


def _rows(incidents: Sequence[Incident], page: Page, most: int) -> list[PanelRow]:
    """Return a row for each incident where they are few, else one for each severity."""
    if len(incidents) <= min(_EACH, most):
        return [
            PanelRow(
                severity_name(one.severity),
                tone_colour(page.theme, one.severity or "muted"),
                one.title,
                f"{short_day(one.day)} · {impact_lasted([one])}",
            )
            for one in incidents
        ]
    levels = [level for level, _ in severities(incidents)]
    milder = levels[most - 1 :] if len(levels) > most else []
    alone = levels[: len(levels) - len(milder)]
    rows = [_row(severity_name(level), [level], incidents, page) for level in alone]
    return [*rows, _row("Milder, or none", milder, incidents, page)] if milder else rows


def _row(
    head: str, levels: Sequence[Severity | None], incidents: Sequence[Incident], page: Page
) -> PanelRow:
    colour = tone_colour(page.theme, levels[0] or "muted")
    of_them = [one for one in incidents if one.severity in levels]
    return PanelRow(head, colour, count(len(of_them), "incident"), impact_lasted(of_them))


def _headline(review: QuarterReview) -> str:
    head = how_many_and_how_bad(review.incidents)
    most = max(week.total for week in review.weeks)
    fullest = [week for week in review.weeks if week.total == most]
    if most == len(review.incidents):
        return f"{head}; {part_of(most, most)} in the week of {short_day(fullest[0].first)}"
    if len(fullest) == 1:
        return f"{head}; the week of {short_day(fullest[0].first)} had {most:,}"
    if most == 1:
        return f"{head}; no week had more than one"
    return f"{head}; at most {most:,} in a week"


def _spoken(review: QuarterReview) -> Iterator[str]:
    for level, amount in severities(review.incidents):
        yield f"{severity_name(level)}: {count(amount, 'incident')}."
    quiet = sum(not week.total for week in review.weeks)
    if quiet:
        yield f"{quiet:,} of {count(len(review.weeks), 'week')} had no incident."
