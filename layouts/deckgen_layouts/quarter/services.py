"""Which services the incidents affected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import floor
from typing import ClassVar

from deckgen.figures import bars as figure
from deckgen.figures.tones import Part
from deckgen.fitting import Fitted, in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count
from deckgen.quarter.values import QuarterReview, ServiceCount
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Item
from deckgen_layouts.impact_numbers import Tile, tiles
from deckgen_layouts.quarter.panels import canvas, defined, less_foot, remark
from deckgen_layouts.quarter.row_panel import PanelRow, most_rows, row_panel, row_places
from deckgen_layouts.quarter.wording import before_name, most_affected, severities, severity_name

_WEIGHTS = (2.3, 1.0)
_COSTLIEST = 5
_FEW, _ROOMY, _LEAST = 3, 330.0, 120.0
_LARGEST = 1.35
_LEGEND, _BAR, _BELOW = 40.0, 64.0, 150.0
_ASK = (
    "An incident counts once for each service that it affected, so that the bars add up to more "
    "than the incidents. Ask what the most affected services depend on in common."
)


class QuarterServices(LayoutOf[QuarterReview]):
    """Incidents by service, those with the most first, by severity, over the period before.

    Needs: two incidents, one of them with a service; a single one stands on the slide of the worst.
    Beside the bars, or below a few of them, stand the services whose incidents lasted longest.
    Services that have no room are counted on the slide and named in the notes.
    """

    name: ClassVar[str] = "quarter-services"
    section: ClassVar[str] = "Incidents"
    share: ClassVar[float] = 2.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where there is nothing to compare."""
        hit = [service for service in review.services if service.now]
        if len(review.incidents) < 2 or not hit:
            return
        body = less_foot(page.boxes.body)
        draw = _few if len(hit) <= _FEW and body.height >= points(_ROOMY) else _many
        shown, items, texts = draw(review, hit, body, page)
        said = ". ".join(_left_out(review, hit[shown:]))
        if said:
            items.append(remark(page, said))
        notes = [_ASK, defined("services"), *map(_spoken, hit), *in_full(texts)]
        yield self.slide(page, _headline(review), items, notes)


_Drawn = tuple[int, list[Item], list[Fitted]]
"""How many services are shown, and what shows them."""


def _many(review: QuarterReview, hit: Sequence[ServiceCount], body: Box, page: Page) -> _Drawn:
    """Return the bars, and beside them the services whose incidents lasted longest."""
    left, right = body.columns(_WEIGHTS, points(page.theme.space.gutter))
    size = _canvas(left, len(hit))
    shown = hit[: figure.most_bars(page.theme, size[1])]
    rows = [_row(one, page) for one in _longest(hit)[: min(_COSTLIEST, most_rows(page, right))]]
    beside, texts = row_panel(page, "services", rows, row_places(page, len(rows), right))
    return len(shown), [_chart(review, shown, left, size, page), *beside], texts


def _few(review: QuarterReview, hit: Sequence[ServiceCount], body: Box, page: Page) -> _Drawn:
    """Return the bars of a few services, and below them what each of them had."""
    gutter = points(page.theme.space.gutter)
    upper, lower = body.rows([max(_LEAST, _LEGEND + _BAR * len(hit)), _BELOW], gutter)
    chart = _chart(review, hit, upper, _canvas(upper, len(hit)), page)
    items, texts = [chart], list[Fitted]()
    for drawn, shown in tiles(page, lower, [_tile(one) for one in hit], per_row=_FEW, lead=False):
        items += drawn
        texts += shown
    return len(hit), items, texts


def _canvas(box: Box, bars: int) -> tuple[float, float]:
    """Return the canvas for `box`: where a few bars would not fill it, all is drawn larger."""
    width, height = canvas(box, figure.LEAST_SIZE)
    least = min(width / figure.LEAST_SIZE[0], height / figure.LEAST_SIZE[1])
    larger = floor(100 * min(_LARGEST, least, height / (_LEGEND + _BAR * bars))) / 100
    return width / max(1.0, larger), height / max(1.0, larger)


def _chart(
    review: QuarterReview,
    shown: Sequence[ServiceCount],
    box: Box,
    size: tuple[float, float],
    page: Page,
) -> Item:
    drawn = _bars(review, shown)
    chart = figure.bars_figure(drawn, page.theme, page.measurer, size)
    return page.draw(chart, box, "Incidents by service", figure.bars_alt(drawn))


def _headline(review: QuarterReview) -> str:
    total = len(review.incidents)
    return most_affected(review.services, total, " incidents") or ""


def _bars(review: QuarterReview, shown: Sequence[ServiceCount]) -> figure.Bars:
    levels = [level for level, _ in severities(review.incidents)]
    counts = Counter(
        (service, incident.severity)
        for incident in review.incidents
        for service in {name.casefold() for name in incident.services}
    )
    has_before = review.basis.before > 0
    return figure.Bars(
        "Incidents by service",
        tuple(Part(severity_name(level), level or "quiet") for level in levels),
        tuple(
            figure.Bar(
                service.name,
                tuple(counts[service.name.casefold(), level] for level in levels),
                service.before if has_before else None,
            )
            for service in shown
        ),
        before_name(review) if has_before else None,
    )


def _longest(hit: Sequence[ServiceCount]) -> list[ServiceCount]:
    """Return the services of which it is known, those whose incidents lasted longest first."""
    known = [(one.time_lost, one) for one in hit if one.time_lost is not None]
    return [one for _, one in sorted(known, key=lambda pair: pair[0], reverse=True)]


def _row(service: ServiceCount, page: Page) -> PanelRow:
    lost = service.time_lost
    words = "Duration not recorded" if lost is None else f"{short_duration(lost)} of impact"
    below = f"{count(service.now, 'incident')}, {_worst(service)}"
    return PanelRow(service.name, page.theme.colour.accent, words, below)


def _tile(service: ServiceCount) -> Tile:
    lost, below = service.time_lost, f"{count(service.now, 'incident')}, {_worst(service)}"
    name = f"service:{service.name}"
    if lost is None:
        return Tile(name, "Not recorded", service.name, below, recorded=False)
    return Tile(name, short_duration(lost), service.name, f"of impact in {below}")


def _worst(service: ServiceCount) -> str:
    return f"worst {service.worst}" if service.worst else "no severity recorded"


def _left_out(review: QuarterReview, rest: Sequence[ServiceCount]) -> Iterator[str]:
    """Yield what the bars do not show: services without room, incidents without services."""
    if rest:
        most = max(service.now for service in rest)
        each = "1 incident each" if most == 1 else f"at most {count(most, 'incident')} each"
        yield f"And {len(rest):,} more with {each}, in the notes"
    nowhere = sum(not incident.services for incident in review.incidents)
    if nowhere:
        verb = "names" if nowhere == 1 else "name"
        yield f"{nowhere:,} of {count(len(review.incidents), 'incident')} {verb} no service"


def _spoken(service: ServiceCount) -> str:
    lost = service.time_lost
    lasted = f", {short_duration(lost)} of impact" if lost is not None else ""
    return f"{service.name}: {count(service.now, 'incident')}, {_worst(service)}{lasted}."
