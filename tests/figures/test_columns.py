"""Columns: to scale, in parts that add up, with names and values that never touch."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.columns import LEAST_SIZE, Column, Columns, columns_alt, columns_figure
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.timeline_alt import MOST_CHARACTERS
from deckgen.figures.tones import Part
from tests.builders import page
from tests.figures.measured import (
    TOLERANCE,
    bar_extents,
    overlapping,
    shape_extent,
    texts,
    touching,
)
from tests.strategies import texts as any_text

SIZE = (760.0, 420.0)
AGES = Columns(
    "Open actions by age",
    (Part("Overdue", "bad"), Part("Not overdue", "accent")),
    (Column("0 to 29", (0, 4)), Column("30 to 59", (2, 3)), Column("60 and more", (6, 0))),
)


def figure(columns: Columns, size: tuple[float, float] = SIZE) -> Figure:
    on = page()
    return columns_figure(columns, on.theme, on.measurer, size)


def words(found: Figure, pattern: str) -> list[str]:
    names = {box.name for box in texts(found, pattern)}
    shown = [it for it in found["layout"]["annotations"] if it["name"] in names]
    return [it["text"].replace("<b>", "").replace("</b>", "") for it in shown]


def test_parts_stand_on_each_other_to_scale() -> None:
    found = figure(AGES)
    heights = [round(one.bottom - one.top, 1) for one in bar_extents(found)]
    unit = min(heights) / 2
    assert [height / unit for height in heights] == pytest.approx([2, 6, 4, 3], abs=0.02)
    overdue, other = found["data"]
    assert (overdue["name"], other["name"]) == ("Overdue", "Not overdue")


def test_a_column_tells_its_total_and_its_parts() -> None:
    found = figure(AGES)
    assert words(found, "column:.*:total") == ["4", "5", "6"]
    assert words(found, "column:2:value") == ["2", "3"]
    assert words(found, "legend:.*") == ["Overdue: 8", "Not overdue: 7"]
    assert words(found, "column:.*:name") == ["0 to 29", "30 to 59", "60 and more"]


def test_the_line_that_columns_stand_on_is_not_cut_by_empty_ones() -> None:
    found = figure(AGES)
    [foot] = [shape_extent(it) for it in found["layout"]["shapes"] if it["name"] == "foot"]
    edge = max(one["marker"]["line"]["width"] / 2 for one in found["data"] if one["type"] == "bar")
    assert foot.top >= max(one.bottom for one in bar_extents(found)) + edge - TOLERANCE


def test_a_single_part_needs_no_legend() -> None:
    alone = Columns("Incidents", (Part("Incidents", "accent"),), (Column("Jul", (3,)),))
    assert words(figure(alone), "legend:.*") == []


def test_it_is_told_in_words() -> None:
    assert columns_alt(AGES) == (
        "Open actions by age: 15 in 3 columns. Overdue: 8, Not overdue: 7. "
        "Most in 60 and more: 6. 0 to 29: 4. 30 to 59: 5. 60 and more: 6."
    )


@pytest.mark.parametrize("size", [(LEAST_SIZE[0] - 1, 400.0), (800.0, LEAST_SIZE[1] - 1)])
def test_a_canvas_too_small_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="columns need 400 x 200 pixels"):
        figure(AGES, size)


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        figure(AGES._replace(columns=(Column("0 to 29", (0, 0)),)))


_VALUES = st.one_of(st.integers(0, 9), st.integers(0, 99_999))


@st.composite
def any_columns(draw: st.DrawFn) -> Columns:
    parts = draw(st.integers(1, 7))
    names = draw(st.lists(any_text(), min_size=1, max_size=54))
    columns = [Column(name, tuple(draw(_VALUES) for _ in range(parts))) for name in names]
    columns[0] = Column(columns[0].name, (1 + columns[0].values[0], *columns[0].values[1:]))
    tones = [Part(draw(any_text()), "accent") for _ in range(parts)]
    return Columns("Anything", tuple(tones), tuple(columns))


@given(any_columns(), st.sampled_from([LEAST_SIZE, SIZE, (1184.0, 480.0)]))
@settings(max_examples=40)
def test_whatever_there_is_stays_on_the_canvas_and_apart(
    columns: Columns, size: tuple[float, float]
) -> None:
    found = figure(columns, size)
    assert [box for box in texts(found) if not box.is_inside(*size)] == []
    assert overlapping(texts(found)) == []
    assert overlapping(bar_extents(found)) == []
    beside = [box for box in texts(found) if not box.name.endswith(":value")]
    assert touching(beside, bar_extents(found)) == []
    assert len(columns_alt(columns)) <= MOST_CHARACTERS
    go.Figure({"data": found["data"], "layout": found["layout"]})
