"""Level bars: ranked, named before and valued behind, the period before below each."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.bars import LEAST_SIZE, Bar, Bars, bars_alt, bars_figure, most_bars
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.timeline_alt import MOST_CHARACTERS
from deckgen.figures.tones import Part
from deckgen.postmortem.vocabulary import Severity
from tests.builders import page
from tests.figures.measured import (
    TOLERANCE,
    bar_extents,
    overlapping,
    shape_extent,
    texts,
    touching,
)
from tests.figures.test_columns import words
from tests.strategies import texts as any_text

SIZE = (760.0, 420.0)
SERVICES = Bars(
    "Incidents by service",
    (Part("SEV1", "bad"), Part("Other", "accent")),
    (Bar("checkout", (2, 4), 3), Bar("search", (0, 2), 0)),
    "2025-Q2",
)


def figure(bars: Bars, size: tuple[float, float] = SIZE) -> Figure:
    on = page()
    return bars_figure(bars, on.theme, on.measurer, size)


def test_bars_are_to_scale_beside_those_of_the_period_before() -> None:
    found = figure(SERVICES)
    widths = {
        (one.name, round(one.right - one.left)): round(one.bottom - one.top)
        for one in bar_extents(found)
    }
    unit = min(width for _, width in widths) / 2
    assert sorted((name, round(width / unit)) for name, width in widths) == [
        ("2025-Q2", 3), ("Other", 2), ("Other", 4), ("SEV1", 2)
    ]  # fmt: skip
    now, before = found["layout"]["meta"]["panels"]
    assert (now["kind"], before["kind"]) == ("bars", "bars")
    assert now["left"] == before["left"]


def test_each_bar_tells_what_it_is() -> None:
    found = figure(SERVICES)
    assert words(found, "bar:.*:name") == ["checkout", "search"]
    assert words(found, "bar:.*:value") == ["6", "2"]
    assert words(found, "bar:.*:before") == ["3", "0"]
    assert words(found, "legend:.*") == ["SEV1", "Other", "2025-Q2"]


def test_the_period_before_is_hollow_and_taken_for_no_part() -> None:
    paper = page().theme.colour.paper
    unstated = SERVICES._replace(parts=(Part("SEV1", Severity.SEV1), Part("No severity", "quiet")))
    looks = [one["marker"] for one in figure(unstated)["data"] if one["type"] == "bar"]
    assert [(one["color"] == paper, one["line"]["width"]) for one in looks] == [
        (False, 1), (False, 1), (True, 1)
    ]  # fmt: skip
    swatches = {one["name"]: one for one in figure(unstated)["layout"]["shapes"]}
    assert swatches["legend:3:swatch"].get("fillcolor") == paper
    assert swatches["legend:3:swatch"]["line"] == looks[2]["line"]


def test_the_line_that_bars_stand_on_is_not_cut_by_them() -> None:
    found = figure(SERVICES)
    [foot] = [shape_extent(it) for it in found["layout"]["shapes"] if it["name"] == "foot"]
    edge = max(one["marker"]["line"]["width"] / 2 for one in found["data"] if one["type"] == "bar")
    assert foot.right <= min(one.left for one in bar_extents(found)) - edge + TOLERANCE


def test_a_single_part_without_a_period_before_needs_no_legend() -> None:
    alone = Bars("Open actions", (Part("Open", "accent"),), (Bar("Platform", (3,)),))
    found = figure(alone)
    assert words(found, "legend:.*") == []
    assert len(found["layout"]["meta"]["panels"]) == 1


def test_they_are_told_in_words_the_longest_first() -> None:
    assert bars_alt(SERVICES) == (
        "Incidents by service: 8 in all. checkout: 6 (2 SEV1, 4 Other), 3 in 2025-Q2. "
        "search: 2 (0 SEV1, 2 Other), 0 in 2025-Q2."
    )


def test_as_many_as_there_is_room_for_and_no_more() -> None:
    most = most_bars(page().theme, LEAST_SIZE[1])
    assert most >= 4
    bar = Bar("checkout", (1, 1), 1)
    figure(SERVICES._replace(bars=(bar,) * most), LEAST_SIZE)
    with pytest.raises(ValueError, match="do not fit into 160 pixels"):
        figure(SERVICES._replace(bars=(bar,) * (most + 1)), LEAST_SIZE)


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        figure(SERVICES._replace(bars=(Bar("checkout", (0, 0), 4),)))


@st.composite
def any_bars(draw: st.DrawFn) -> Bars:
    parts = draw(st.integers(1, 7))
    before = draw(st.none() | any_text())
    value = st.one_of(st.integers(0, 9), st.integers(0, 99_999))
    bars = [
        Bar(
            draw(any_text()), tuple(draw(value) for _ in range(parts)),
            None if before is None else draw(value),
        )
        for _ in range(draw(st.integers(1, 12)))
    ]  # fmt: skip
    bars[0] = bars[0]._replace(values=(bars[0].values[0] + 1, *bars[0].values[1:]))
    named = tuple(Part(draw(any_text()), "accent") for _ in range(parts))
    return Bars("Anything", named, tuple(bars), before)


@given(any_bars(), st.sampled_from([(400.0, 420.0), SIZE, (1184.0, 520.0)]))
@settings(max_examples=40)
def test_whatever_there_is_stays_on_the_canvas_and_apart(
    bars: Bars, size: tuple[float, float]
) -> None:
    found = figure(bars, size)
    assert [box for box in texts(found) if not box.is_inside(*size)] == []
    assert overlapping(texts(found)) == []
    assert overlapping(bar_extents(found)) == []
    assert touching(texts(found), bar_extents(found)) == []
    assert len(bars_alt(bars)) <= MOST_CHARACTERS
    go.Figure({"data": found["data"], "layout": found["layout"]})
