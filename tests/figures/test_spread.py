"""Durations as distributions: every incident a point, a median only where one is given."""

from __future__ import annotations

from datetime import timedelta

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.plotly_schema import DotPanel, Figure
from deckgen.figures.spread import Dot, Spread, Spreads, spread_alt, spread_figure
from tests.builders import page
from tests.figures.measured import dot_extents, overlapping, texts, touching
from tests.figures.test_columns import words
from tests.strategies import texts as any_text

SIZE = (900.0, 460.0)


def minutes(*amounts: int) -> tuple[Dot, ...]:
    return tuple(Dot(f"INC-{n}", timedelta(minutes=n)) for n in amounts)


MITIGATE = Spread("Time to mitigate", minutes(5, 40, 90, 300, 1440), 2, timedelta(minutes=90))
DETECT = Spread("Time to detect", minutes(1, 3), 0, None)
BOTH = Spreads((DETECT, MITIGATE))


def figure(spreads: Spreads, size: tuple[float, float] = SIZE) -> Figure:
    on = page()
    return spread_figure(spreads, on.theme, on.measurer, size)


def panel(found: Figure) -> DotPanel:
    [one] = found["layout"]["meta"]["panels"]
    assert one["kind"] == "dots"
    return one


def test_every_incident_is_a_point_of_the_chart_with_its_minutes() -> None:
    found = figure(BOTH)
    [dots] = [trace for trace in found["data"] if trace["type"] == "scatter"]
    assert [point[:2] for point in dots["customdata"] if isinstance(point[0], str)] == [
        ("INC-1: 1m", 1.0), ("INC-3: 3m", 3.0), ("INC-5: 5m", 5.0), ("INC-40: 40m", 40.0),
        ("INC-90: 1h 30m", 90.0), ("INC-300: 5h", 300.0), ("INC-1440: 24h", 1440.0),
    ]  # fmt: skip
    assert (panel(found)["scale"], panel(found)["lowest"], panel(found)["highest"]) == (
        "log", 1.0, 1440.0
    )  # fmt: skip


def test_durations_that_differ_little_stand_on_a_linear_axis_from_nought() -> None:
    found = figure(Spreads((MITIGATE._replace(dots=minutes(30, 45, 60, 70, 90)),)))
    assert (panel(found)["scale"], panel(found)["lowest"]) == ("linear", 0.0)


def test_what_takes_no_time_stands_at_the_left_end() -> None:
    found = figure(Spreads((MITIGATE._replace(dots=minutes(0, 40, 90, 300, 1440)),)))
    assert min(one.left + one.right for one in dot_extents(found)) / 2 == pytest.approx(
        panel(found)["left"]
    )
    assert words(found, "row:1:end") == ["24h", "0m"]


def test_the_basis_of_each_row_is_told() -> None:
    found = figure(BOTH)
    assert words(found, "row:1:name") == ["Time to detect", "n = 2", "too few for a median"]
    assert words(found, "row:2:name") == ["Time to mitigate", "n = 5", "2 not recorded"]


def test_a_median_is_drawn_only_where_it_is_given() -> None:
    found = figure(BOTH)
    assert words(found, "row:1:median:label") == []
    assert words(found, "row:2:median:label") == ["median 1h 30m"]


def test_the_worst_are_marked_by_colour_and_shape() -> None:
    marked = MITIGATE.dots[0]._replace(is_marked=True)
    found = figure(Spreads((MITIGATE._replace(dots=(marked, *MITIGATE.dots[1:])),), "SEV0 or SEV1"))
    assert words(found, "legend:.*") == ["SEV0 or SEV1", "Other incidents"]
    looks = [
        (trace["marker"]["symbol"], len(trace["x"]))
        for trace in found["data"]
        if trace["type"] == "scatter" and trace["mode"] == "markers"
    ]
    assert looks == [("circle", 4), ("diamond", 1)]
    swatches = {one["name"]: one["type"] for one in found["layout"]["shapes"]}
    assert (swatches["legend:1:swatch"], swatches["legend:2:swatch"]) == ("path", "circle")


def test_it_is_told_in_words() -> None:
    assert spread_alt(BOTH) == (
        "A point for every incident. Time to detect: 2 incidents, 1m to 3m. "
        "Time to mitigate: 5 incidents, 5m to 24h, median 1h 30m, 2 not recorded."
    )


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        figure(Spreads((DETECT._replace(dots=()),)))


_DURATIONS = st.one_of(
    st.timedeltas(timedelta(), timedelta(hours=5)),
    st.timedeltas(timedelta(), timedelta(days=9_000)),
)  # fmt: skip


@st.composite
def any_spreads(draw: st.DrawFn) -> Spreads:
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        durations = draw(st.lists(_DURATIONS, max_size=40))
        dots = tuple(Dot("INC", one, draw(st.booleans())) for one in durations)
        median = sorted(durations)[len(durations) // 2] if len(durations) >= 5 else None
        rows.append(Spread(draw(any_text()), dots, draw(st.integers(0, 400)), median))
    rows[0] = rows[0]._replace(dots=(Dot("INC", draw(_DURATIONS)), *rows[0].dots))
    return Spreads(tuple(rows), draw(st.none() | any_text()))


@given(any_spreads(), st.sampled_from([(560.0, 340.0), SIZE, (1184.0, 480.0)]))
@settings(max_examples=40)
def test_whatever_there_is_stays_on_the_canvas_and_texts_apart(
    spreads: Spreads, size: tuple[float, float]
) -> None:
    found = figure(spreads, size)
    everything = [*texts(found), *dot_extents(found)]
    assert [box for box in everything if not box.is_inside(*size)] == []
    assert overlapping(texts(found)) == []
    assert touching(texts(found), dot_extents(found)) == []
    go.Figure({"data": found["data"], "layout": found["layout"]})


def test_four_hundred_points_stay_in_their_rows() -> None:
    dots = tuple(Dot(f"INC-{n}", timedelta(minutes=1 + n * n % 997)) for n in range(400))
    rows = tuple(Spread(f"Row {n}", dots, 0, timedelta(minutes=300)) for n in range(3))
    found = figure(Spreads(rows), SIZE)
    step = (panel(found)["bottom"] - panel(found)["top"]) / 3
    centres = [(one.top + one.bottom) / 2 - panel(found)["top"] for one in dot_extents(found)]
    assert [sum(int(y // step) == row for y in centres) for row in range(3)] == [400] * 3
