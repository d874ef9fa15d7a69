"""The impact figure of any incident: everything has its place, and Plotly accepts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random

import plotly.graph_objects as go
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from deckgen.figures.impact import ImpactFigure
from deckgen.figures.plotly_schema import Lines
from deckgen.postmortem.impact import LARGEST_READING
from deckgen.postmortem.model import Postmortem
from tests.builders import at, postmortem
from tests.figures.measured import TOLERANCE, extents, texts
from tests.figures.test_impact import SIZES, drawn, lines, panels
from tests.strategies import texts as any_text

_MINUTES = st.sampled_from([0, 1, 65, 2_880, 525_600])
_UNITS = st.sampled_from([None, "%", "$", "ms", "requests per second"]) | any_text(4)
_STATED = st.sets(st.sampled_from(["detected", "mitigated", "resolved"]))


@st.composite
def incidents(draw: st.DrawFn) -> Postmortem:
    """Incidents of up to a year with 1 to 24 measurements of 1 to 4,000 readings."""
    started = draw(st.sampled_from([datetime(2025, 3, 29, 22, 41, tzinfo=UTC), at("02:15")]))
    span = timedelta(minutes=draw(_MINUTES))
    said = draw(st.lists(any_text(), min_size=1, max_size=4))
    units = draw(st.lists(_UNITS, min_size=1, max_size=5))
    amount = draw(st.integers(1, 4) | st.integers(1, 24))
    readings = draw(st.sampled_from([1, 2, 40, 4_000 if amount <= 4 else 400]))
    value = draw(values())
    random = draw(st.randoms(use_true_random=False))

    def instants() -> list[datetime]:
        return sorted(started + span * (random.random() * 2.2 - 0.6) for _ in range(readings))

    measurements = [
        {
            "label": said[n % len(said)],
            "unit": units[n % len(units)],
            "threshold": random.choice([None, value(random), 3 * value(random)]),
            "points": [(moment, value(random)) for moment in instants()],
        }
        for n in range(amount)
    ]
    stated = {f"{name}_at": started + span * draw(st.floats(0, 1)) for name in draw(_STATED)}
    zone = draw(st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kolkata"]))
    return postmortem(started_at=started, impact={"series": measurements}, timezone=zone, **stated)


@st.composite
def values(draw: st.DrawFn) -> Callable[[Random], float]:
    """What makes the readings of an incident: any magnitude, also narrow around a far value."""
    size = draw(st.sampled_from([1e-320, 1e-300, 1e-12, 1.0, 100.0, 1e6, 0.3 * LARGEST_READING]))
    base = size * draw(st.sampled_from([0, 0, 0.3, -1, 1e4, 1e8]))
    base = min(base, LARGEST_READING / 2)
    return lambda random: base / 3 + (random.random() - 0.4) * size / 3


@given(incidents(), st.sampled_from(SIZES))
@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_everything_has_its_place_whatever_was_measured(
    incident: Postmortem, size: tuple[float, float]
) -> None:
    figures = drawn(incident, size)
    assert figures
    for found in figures:
        assert [one for one in extents(found.figure) if not one.is_inside(*size)] == []
        pairs = combinations(texts(found.figure), 2)
        assert [pair for pair in pairs if pair[0].overlaps(pair[1])] == []
        assert [
            trace["name"] for trace in lines(found.figure) if not _is_in_panel(trace, found)
        ] == []


def _is_in_panel(trace: Lines, found: ImpactFigure) -> bool:
    panel = panels(found.figure)[trace["meta"]]
    return (
        panel["left"] - TOLERANCE <= min(trace["x"])
        and max(trace["x"]) <= panel["right"] + TOLERANCE
        and panel["top"] - TOLERANCE <= min(trace["y"])
        and max(trace["y"]) <= panel["bottom"] + TOLERANCE
    )


@given(incidents(), st.sampled_from(SIZES))
@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_plotly_accepts_the_figures(incident: Postmortem, size: tuple[float, float]) -> None:
    for found in drawn(incident, size):
        assert go.Figure(found.figure).to_dict()["layout"]["width"] == size[0]


@given(incidents())
@settings(max_examples=5, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_the_same_incident_gives_the_same_figures(incident: Postmortem) -> None:
    again = Postmortem.model_validate(incident.model_dump())
    assert drawn(incident) == drawn(again)
