"""How long it took to detect, to mitigate and to resolve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from deckgen.figures import spread as figure
from deckgen.fitting import fitted, in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import long_duration, short_duration
from deckgen.postmortem.vocabulary import Severity
from deckgen.postmortem.wording import count, in_words
from deckgen.quarter.definitions import LEAST_FOR_MEDIAN
from deckgen.quarter.values import QuarterReview, Spread
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import TextBox
from deckgen.scene.text import Anchor
from deckgen_layouts.quarter.panels import canvas, defined
from deckgen_layouts.quarter.wording import before_name

_MARKED = (Severity.SEV0, Severity.SEV1)
_FOOT_LINES = 2
_DONE = {
    "time_to_detect": "detected",
    "time_to_mitigate": "mitigated",
    "time_to_resolve": "resolved",
}
_FIRST = ("time_to_mitigate", "time_to_resolve", "time_to_detect")
_WHY_NO_MEAN = "No mean and no trend: durations are skewed, and both move by chance"
_SOURCES = (
    "Why no mean, no trend arrow: in Monte Carlo simulations on real incidents the mean time to "
    "resolve did not reliably show an improvement of 10%, and seemed to improve where nothing had "
    "changed; medians and percentiles did no better. Štěpán Davidovič, Incident Metrics in SRE, "
    "Google, 2021: https://sre.google/resources/practices-and-processes/incident-metrics-in-sre/",
    "Over nearly 10,000 public incidents durations were skewed and not correlated with severity; "
    "the report calls the mean time to resolve no viable metric. The VOID report, 2022: "
    "https://www.thevoid.community/report",
)
_ASK = (
    "Talk about single points: what made the longest one long, and what made the short ones short? "
    "Do not compare quarters by these numbers."
)


class QuarterTimes(LayoutOf[QuarterReview]):
    """Time to detect, mitigate and resolve as distributions: every incident is a point.

    Needs: one incident that records one of the times. Each row shows the range, how many there are
    and, from five on, the median; below that the slide says that they are too few for one. There
    is no mean and no trend; the notes cite why (Davidovič, 2021; the VOID report, 2022).
    """

    name: ClassVar[str] = "quarter-times"
    section: ClassVar[str] = "Incidents"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where no incident records any of the times."""
        lead = _leading(review.spreads)
        if lead is None:
            return
        upper, foot = _chart_and_foot(page)
        drawn = _spreads(review.spreads)
        chart = figure.spread_figure(
            drawn, page.theme, page.measurer, canvas(upper, figure.LEAST_SIZE)
        )
        item = page.draw(chart, upper, "Times", figure.spread_alt(drawn))
        size, muted = page.theme.size.label, page.theme.colour.muted
        said = fitted(page, _remark(review), foot, size, size, muted, anchor=Anchor.BOTTOM)
        formulas = [defined(spread.key) for spread in review.spreads]
        spoken = [_spoken(spread) for spread in review.spreads]
        notes = [_ASK, *spoken, *_SOURCES, *formulas, *in_full([said])]
        yield self.slide(page, _headline(lead), [item, TextBox("remark", foot, said.frame)], notes)


def _leading(spreads: Sequence[Spread]) -> Spread | None:
    """Return the measure that the headline tells: the first of _FIRST that any incident has."""
    taken = {spread.key: spread for spread in spreads if spread.points}
    named = (taken[key] for key in _FIRST if key in taken)
    return next(named, next(iter(taken.values()), None))


def _chart_and_foot(page: Page) -> tuple[Box, Box]:
    body = page.boxes.body
    height = points(page.theme.size.label * PITCH * _FOOT_LINES + 2)
    upper = Box(
        body.x, body.y, body.width, Emu(body.height - height - points(page.theme.space.gap))
    )
    return upper, Box(body.x, Emu(body.bottom - height), body.width, height)


def _spreads(spreads: Sequence[Spread]) -> figure.Spreads:
    rows = tuple(
        figure.Spread(
            spread.name,
            tuple(
                figure.Dot(point.incident, point.duration, point.severity in _MARKED)
                for point in spread.points
            ),
            spread.missing,
            spread.median,
        )
        for spread in spreads
    )
    levels = {point.severity for spread in spreads for point in spread.points}
    marked = " or ".join(level for level in _MARKED if level in levels)
    return figure.Spreads(rows, marked or None)


def _headline(lead: Spread) -> str:
    n, done = len(lead.points), _DONE.get(lead.key, f"done ({lead.name})")
    shortest, longest = (long_duration(lead.points[at].duration) for at in (0, -1))
    if n == 1:
        return f"1 incident, {done} after {longest}: too few for a median"
    if lead.median is not None:
        half = long_duration(lead.median)
        return f"Half of {n:,} incidents were {done} within {half}, all within {longest}"
    return f"{n:,} incidents, {done} after {shortest} to {longest}: too few for a median"


def _remark(review: QuarterReview) -> str:
    parts = [f"{_WHY_NO_MEAN} (sources in the notes)."]
    if any(0 < len(spread.points) < LEAST_FOR_MEDIAN for spread in review.spreads):
        least = in_words(LEAST_FOR_MEDIAN)
        parts.append(f"Below {least} incidents there is no median; every one is shown.")
    before = [
        f"{spread.name.lower()} {short_duration(spread.median_before)} (n = {spread.n_before:,})"
        for spread in review.spreads
        if spread.median_before is not None
    ]
    if before:
        parts.append(f"Medians of {before_name(review)}: {', '.join(before)}.")
    return " ".join(parts)


def _spoken(spread: Spread) -> str:
    n = len(spread.points)
    missing = f" {count(spread.missing, 'incident')} without it." if spread.missing else ""
    if not n:
        return f"{spread.name}: not recorded.{missing}"
    shortest, longest = spread.points[0], spread.points[-1]
    median = f", median {short_duration(spread.median)}" if spread.median is not None else ""
    return (
        f"{spread.name}: {count(n, 'incident')}, from {short_duration(shortest.duration)} "
        f"({shortest.incident}) to {short_duration(longest.duration)} ({longest.incident}){median}."
        f"{missing}"
    )
