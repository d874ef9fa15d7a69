"""Small builders of postmortems and pages, holding only what a test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from deckgen.layout import Page, PageBoxes, TitleSizes
from deckgen.postmortem.model import Postmortem
from deckgen.scene.fonts import load_font
from deckgen.scene.geometry import Box, inches
from deckgen.scene.measure import Measurer
from deckgen.theme_files import load_theme

AS_OF = date(2025, 2, 1)


def at(clock: str, day: str = "2025-01-08") -> datetime:
    """Return the instant of a clock time, UTC."""
    return datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=UTC)


def event(
    clock: str, text: str = "Something happens", kind: str = "note", **more: Any
) -> dict[str, Any]:
    """Return an event of the timeline as plain data."""
    return {"at": at(clock), "text": text, "kind": kind, **more}


def postmortem(**fields: Any) -> Postmortem:
    """Return a postmortem of these fields; title, id and start are given where they are not."""
    least = {"id": "INC-1", "title": "Checkout down", "started_at": at("02:15")}
    return Postmortem.model_validate({**least, **fields})


def box(x: float, y: float, width: float, height: float) -> Box:
    """Return a box given in inches."""
    return Box(inches(x), inches(y), inches(width), inches(height))


@cache
def page(as_of: date = AS_OF) -> Page:
    """Return the page of the packaged template and theme, without opening the template."""
    boxes = PageBoxes(
        cover_title=box(0.95, 1.25, 11.4, 1.75),
        cover_subtitle=box(0.95, 3.15, 11.4, 1.0),
        title=box(0.5, 0.35, 12.333, 0.9),
        body=box(0.5, 1.45, 12.333, 5.4),
        footer=box(3.6, 7.02, 6.1333, 0.28),
    )
    theme = load_theme()
    sizes = TitleSizes(cover_title=40, cover_subtitle=20, title=26, footer=10)
    return Page(boxes, sizes, theme, Measurer(load_font(theme.font.family)), as_of)


def series(label: str, *readings: tuple[str, float], **more: Any) -> dict[str, Any]:
    """Return a measurement as plain data; its readings are pairs of a clock time and a value."""
    return {"label": label, "points": [(at(clock), value) for clock, value in readings], **more}
