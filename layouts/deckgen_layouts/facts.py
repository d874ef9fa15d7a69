"""The facts that stand on several slides: severity, status, start, duration, services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.layout import Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import day_and_clock, listing, sentence, zone_label
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Geometry, Item, Shape, TextBox
from deckgen.scene.text import Align, Anchor
from deckgen.typeset import clipped, fitted, frame, paragraph

NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class Fact:
    """A label and its value; `badge` is the colour of a value that stands on a fill."""

    label: str
    value: str
    recorded: bool = True
    badge: str | None = None


def facts(postmortem: Postmortem, page: Page) -> list[Fact]:
    """Return the facts in the order in which a reader asks for them."""
    level = postmortem.severity
    badge = page.theme.colour.severity[level] if level else None
    lasted = measures(postmortem).impact_lasted.duration
    started = day_and_clock(postmortem.started_at, postmortem.zone)
    zone = zone_label(postmortem.started_at, postmortem.zone)
    return [
        Fact("Severity", level or NOT_RECORDED, level is not None, badge),
        Fact("Status", sentence(status(postmortem)), badge=_status_colour(postmortem, page)),
        Fact(f"Started ({zone})", started),
        Fact(
            "Impact lasted", short_duration(lasted) if lasted else NOT_RECORDED, lasted is not None
        ),
        Fact("Services", listing(postmortem.services) or NOT_RECORDED, bool(postmortem.services)),
    ]


def _status_colour(postmortem: Postmortem, page: Page) -> str:
    colour = page.theme.colour
    state = status(postmortem)
    if state is Status.RESOLVED:
        return colour.good
    return colour.bad if state is Status.OPEN else colour.caution


def fact_strip(page: Page, box: Box, shown: Sequence[Fact]) -> Iterator[Item]:
    """Yield a rule and, below it, the facts side by side; the last may be twice as wide."""
    colour = page.theme.colour
    yield Shape("rule", box.row(0, points(page.theme.space.rule)), fill=colour.rule)
    weights = [1.0] * (len(shown) - 1) + [1.6]
    for fact, cell in zip(
        shown, box.columns(weights, points(page.theme.space.gutter)), strict=True
    ):
        label = paragraph(fact.label, page.theme.size.label, colour.muted)
        head = cell.row(points(10), points(16))
        yield TextBox(
            f"fact:{fact.label}:label",
            head,
            clipped(page, frame(label), head.width, head.height).frame,
        )
        yield _value(page, fact, cell.row(points(30), cell.height - points(30)))


def _value(page: Page, fact: Fact, box: Box) -> Item:
    colour, size = page.theme.colour, page.theme.size
    name = f"fact:{fact.label}"
    if fact.badge and fact.recorded:
        width = page.measurer.width(fact.value, size.body, bold=True) + 24
        badge = Box(box.x, box.y, min(points(width), box.width), points(26))
        text = paragraph(fact.value, size.body, colour.paper, bold=True, align=Align.CENTRE)
        return Shape(
            name,
            badge,
            Geometry.ROUNDED,
            fill=fact.badge,
            alt="",
            rounding=0.3,
            frame=frame(text, anchor=Anchor.MIDDLE),
        )
    ink = colour.ink if fact.recorded else colour.caution
    value = fitted(page, fact.value, box, size.body, size.body_min, ink, bold=True)
    return TextBox(name, box, value.frame)
