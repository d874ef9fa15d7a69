"""The facts that stand on several slides: severity, status, start, duration, services."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.fitting import Fitted, fitted
from deckgen.layout import Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import Measure, Milestone, measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import day_and_clock, listing, quantity, sentence, zone_label
from deckgen.scene.geometry import Box, points
from deckgen.scene.measure import SAFETY
from deckgen.scene.shapes import Geometry, Item, Shape, TextBox
from deckgen.scene.text import Align, Anchor

NOT_RECORDED = "Not recorded"
_NUMBERS = 3
_WIDEST = 170.0
_BADGE_INSET = 24.0


class Fact(NamedTuple):
    """A label and its value; `badge` is the colour of a value that stands on a fill.

    `weight` is its width beside the others.
    """

    label: str
    value: str
    weight: float
    recorded: bool = True
    badge: str | None = None


def facts(postmortem: Postmortem, page: Page) -> list[Fact]:
    """Return the facts in the order in which a reader asks for them, the services last."""
    services = listing(postmortem.services)
    hit = Fact("Services", services or NOT_RECORDED, 1.4, bool(services))
    return [*_basic_facts(postmortem, page), hit]


def facts_and_numbers(postmortem: Postmortem, page: Page) -> list[Fact]:
    """Return the facts, with the first impact numbers in place of the services if there are any.

    With the numbers room is short, so that each is as wide as its words ask for, within a bound.
    """
    numbers = [
        Fact(metric.label, quantity(metric.value, metric.unit), 1.0)
        for metric in postmortem.impact.metrics[:_NUMBERS]
    ]
    if not numbers:
        return facts(postmortem, page)
    shown = [*_basic_facts(postmortem, page), *numbers]
    return [fact._replace(weight=min(_needed(fact, page), _WIDEST)) for fact in shown]


def _needed(fact: Fact, page: Page) -> float:
    """Return how many points wide a fact is on one line."""
    size, width = page.theme.size, page.measurer.width
    inset = _BADGE_INSET if fact.badge else 0.0
    value = width(fact.value, size.body, bold=True) + inset
    return max(width(fact.label, size.label), value) / SAFETY + 1


def _basic_facts(postmortem: Postmortem, page: Page) -> list[Fact]:
    level = postmortem.severity
    badge = page.theme.colour.severity[level] if level else None
    lasting = measures(postmortem).impact_lasted
    lasted, is_open = lasting.duration, status(postmortem) is Status.OPEN
    started = day_and_clock(postmortem.started_at, postmortem.zone)
    zone = zone_label(postmortem.started_at, postmortem.zone)
    known = lasted is not None
    told = unknown_duration(lasting, is_open=is_open) if lasted is None else short_duration(lasted)
    return [
        Fact("Severity", level or NOT_RECORDED, 0.75, level is not None, badge),
        Fact("Status", sentence(status(postmortem)), 0.85, badge=_status_colour(postmortem, page)),
        Fact(f"Started ({zone})", started, 1.45),
        Fact("Impact lasted", told, 0.85, known),
    ]


def unknown_duration(measure: Measure, *, is_open: bool) -> str:
    """Return what to write for a measure that cannot be taken, for now or for good."""
    if is_open and measure.key == "impact_lasted":
        return "Ongoing"
    return sentence(unknown_moment(measure.ends, is_open=is_open))


def unknown_moment(milestone: Milestone, *, is_open: bool) -> str:
    """Return what to write for a milestone without a time, which may still come or did pass."""
    may_come = is_open and milestone.name in {"mitigated", "resolved"}
    return "not yet" if may_come else "not recorded"


def _status_colour(postmortem: Postmortem, page: Page) -> str:
    colour = page.theme.colour
    state = status(postmortem)
    if state is Status.RESOLVED:
        return colour.good
    return colour.bad if state is Status.OPEN else colour.caution


def fact_strip(page: Page, box: Box, shown: Sequence[Fact]) -> tuple[list[Item], list[Fitted]]:
    """Return a rule and, below it, the facts side by side, with those texts that shrink to fit."""
    colour = page.theme.colour
    items: list[Item] = [Shape("rule", box.row(0, points(page.theme.space.rule)), fill=colour.rule)]
    texts: list[Fitted] = []
    weights = [fact.weight for fact in shown]
    for fact, cell in zip(
        shown, box.columns(weights, points(page.theme.space.gutter)), strict=True
    ):
        head = cell.row(points(10), points(16))
        size = page.theme.size.label
        label = fitted(page, fact.label, head, size, size, colour.muted)
        items.append(TextBox(f"fact:{fact.label}:label", head, label.frame))
        item, value = _value(page, fact, cell.row(points(30), cell.height - points(30)))
        items.append(item)
        texts += [label, value]
    return items, texts


def _value(page: Page, fact: Fact, box: Box) -> tuple[Item, Fitted]:
    colour, size = page.theme.colour, page.theme.size
    name = f"fact:{fact.label}"
    if fact.badge and fact.recorded:
        width = page.measurer.width(fact.value, size.body, bold=True) + _BADGE_INSET
        badge = Box(box.x, box.y, min(points(width), box.width), points(26))
        text = fitted(
            page,
            fact.value,
            badge,
            size.body,
            size.body_min,
            colour.paper,
            bold=True,
            align=Align.CENTRE,
            anchor=Anchor.MIDDLE,
        )
        shape = Shape(
            name,
            badge,
            Geometry.ROUNDED,
            fill=fact.badge,
            alt="",
            rounding=0.3,
            frame=text.frame,
        )
        return shape, text
    ink = colour.ink if fact.recorded else colour.caution
    value = fitted(page, fact.value, box, size.body, size.body_min, ink, bold=True)
    return TextBox(name, box, value.frame), value
