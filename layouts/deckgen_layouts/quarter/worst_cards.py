"""A few incidents as cards: each with its severity, its facts, what it meant, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import listing, short_day
from deckgen.quarter.incident import Incident
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Group, Item, Shape, TextBox
from deckgen.scene.text import Align, Anchor, Run, TextFrame
from deckgen.typeset import frame, mixed, panel, paragraph
from deckgen_layouts.quarter.panels import set_alike

_BAND = 92.0
_LEAST, _MOST = 82.0, 4
_LARGEST = 28.0


def most_cards(page: Page) -> int:
    """Return how many incidents have room as cards, at least one."""
    gutter = points(page.theme.space.gutter)
    room = (page.boxes.body.height + gutter) // (points(_LEAST) + gutter)
    return min(_MOST, max(1, room))


def worst_cards(incidents: Sequence[Incident], page: Page) -> tuple[list[Item], list[Fitted]]:
    """Return a card for each incident, below one another, all in the same size of text.

    A single one has room for what was learned as well.
    """
    rows = page.boxes.body.rows([1.0] * len(incidents), points(page.theme.space.gutter))
    rooms = [_room(row) for row in rows]
    alone = incidents[0].key_learning if len(incidents) == 1 else None
    texts = [partial(_text, incident, alone, page) for incident in incidents]
    fitted = set_alike(page, zip(texts, rooms, strict=True), _LARGEST)
    items: list[Item] = [
        _card(incident, row, text.frame, page)
        for incident, row, text in zip(incidents, rows, fitted, strict=True)
    ]
    return items, fitted


def _room(row: Box) -> Box:
    return row.column(points(_BAND), row.width - points(_BAND))


def _card(incident: Incident, row: Box, text: TextFrame, page: Page) -> Group:
    colour, size = page.theme.colour, page.theme.size
    level = incident.severity
    fill = colour.severity[level] if level else colour.muted
    mark = paragraph(level or "No severity", size.body, colour.paper, bold=True, align=Align.CENTRE)
    band = row.column(0, points(_BAND))
    children = (
        panel(f"{incident.id}:panel", row, colour.surface),
        Shape(
            f"{incident.id}:severity",
            band,
            fill=fill,
            alt="",
            frame=frame(mark, anchor=Anchor.MIDDLE, padding=4),
        ),
        TextBox(f"{incident.id}:text", _room(row), text),
    )
    return Group(f"incident:{incident.id}", row, children, f"{level or 'No severity'}: {text.text}")


def _text(incident: Incident, learned: str | None, page: Page, size: float) -> TextFrame:
    colour = page.theme.colour
    small = min(page.theme.size.heading, max(page.theme.size.label, size - 4))
    words = [
        paragraph(incident.title, size * 1.2, colour.ink, bold=True),
        paragraph(_facts(incident), small, colour.muted, space_before=3),
    ]
    if incident.statement:
        words.append(paragraph(incident.statement, size, colour.ink, space_before=4))
    if incident.primary_cause:
        why = Run("Why: ", size, colour.accent, bold=True)
        cause = Run(incident.primary_cause, size, colour.ink)
        words.append(mixed([why, cause], space_before=3))
    if learned:
        head = Run("Learned: ", size, colour.accent, bold=True)
        words.append(mixed([head, Run(learned, size, colour.ink)], space_before=3))
    return frame(*words, anchor=Anchor.MIDDLE, padding=4, side=18)


def _facts(incident: Incident) -> str:
    lasted = incident.lasted
    impact = (
        f"{short_duration(lasted)} of impact" if lasted is not None else "duration not recorded"
    )
    return " · ".join(
        filter(None, [short_day(incident.day), impact, listing(incident.services), incident.id])
    )
