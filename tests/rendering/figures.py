"""Figures to draw, and what they are made of."""

from __future__ import annotations

from typing import Any

from deckgen.figures.impact import impact_figures
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.timeline import timeline_figure
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
