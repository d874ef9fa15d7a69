"""Figures to draw, and what they are made of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from deckgen.figures.bars import Bar, Bars, bars_figure
from deckgen.figures.categories import Categories, Category, categories_figure
from deckgen.figures.columns import Column, Columns, columns_figure
from deckgen.figures.impact import impact_figures
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.spread import Dot, Spread, Spreads, spread_figure
from deckgen.figures.timeline import timeline_figure
from deckgen.figures.tones import Part
from deckgen.postmortem.model import Postmortem
from tests.builders import at, event, page, postmortem, series

SIZE = (1184.0, 518.0)


def incident(**fields: Any) -> Postmortem:
    """An incident with every milestone and two measurements."""
    told = [
        event("02:15", "Deploy reaches all regions", "trigger"),
        event("02:35", "Alert fires", "detection"),
        event("02:41", "The cache of region eu-west-1 is found torn", "diagnosis"),
        event("03:00", "Rollback is complete", "mitigation"),
        event("03:30", "Errors are back to normal", "resolution"),
    ]
    errors = ("02:00", 0.2), ("02:15", 0.3), ("02:30", 38), ("03:00", 12), ("03:10", 0.4)
    latency = ("02:00", 80), ("02:20", 1_200), ("02:40", 4_000), ("03:05", 300), ("03:40", 90)
    measured = [
        series("Checkout errors", *errors, unit="%", threshold=1),
        series("Latency", *latency, unit="ms", threshold=500),
    ]
    return postmortem(
        **{"timeline": told, "resolved_at": at("03:30"), "impact": {"series": measured}, **fields}
    )


def timeline() -> Figure:
    """The timeline of the incident."""
    return timeline_figure(incident(), page().theme, page().measurer, SIZE)


def impact() -> Figure:
    """The measurements of the incident."""
    [found] = impact_figures(incident(), page().theme, page().measurer, SIZE)
    return found.figure


def columns() -> Figure:
    """Incidents by age in two parts, as large as on a slide."""
    on = page()
    drawn = Columns(
        "Open actions by age",
        (Part("Overdue", "bad"), Part("Not overdue", "accent")),
        (Column("0 to 29", (0, 4)), Column("30 to 59", (2, 3)), Column("60 and more", (6, 1))),
    )
    return columns_figure(drawn, on.theme, on.measurer, SIZE)


def bars() -> Figure:
    """Incidents by service beside those of the period before, as large as on a slide."""
    on = page()
    drawn = Bars(
        "Incidents by service",
        (Part("SEV1", "bad"), Part("Other", "accent")),
        (Bar("checkout", (2, 4), 3), Bar("search", (0, 2), 1), Bar("login", (1, 0), 5)),
        "2025-Q2",
    )
    return bars_figure(drawn, on.theme, on.measurer, SIZE)


def spread() -> Figure:
    """Times to detect and to mitigate of some incidents, as large as on a slide."""
    on = page()
    rows = tuple(
        Spread(
            name,
            tuple(Dot(f"INC-{n}", timedelta(minutes=k * n), n % 4 == 0) for n in range(1, 40)),
            0,
            timedelta(minutes=20 * k),
        )
        for name, k in (("Time to detect", 1), ("Time to mitigate", 11))
    )
    return spread_figure(Spreads(rows, "SEV1"), on.theme, on.measurer, SIZE)


def categories() -> Figure:
    """Contributing factors by month, as large as on a slide."""
    on = page()
    drawn = Categories(
        "Contributing factors",
        ("Jul", "Aug", "Sep"),
        (Category("Monitoring", (3, 2, 4)), Category("Design", (0, 1, 2))),
    )
    return categories_figure(drawn, on.theme, on.measurer, SIZE)
