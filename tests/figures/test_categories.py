"""Categories over time: a cell for each step, the darker the more, and a bar for the total."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.categories import (
    LEAST_SIZE,
    Categories,
    Category,
    categories_alt,
    categories_figure,
)
from deckgen.figures.plotly_schema import Figure
from tests.builders import page
from tests.figures.measured import bar_extents, overlapping, texts
from tests.figures.test_columns import words
from tests.strategies import texts as any_text

SIZE = (760.0, 420.0)
FACTORS = Categories(
    "Contributing factors",
    ("Jul", "Aug", "Sep"),
    (Category("Monitoring", (3, 2, 4)), Category("Design", (0, 0, 2))),
)


def figure(categories: Categories, size: tuple[float, float] = SIZE) -> Figure:
    on = page()
    return categories_figure(categories, on.theme, on.measurer, size)


def test_a_cell_has_its_number_and_one_without_any_is_empty() -> None:
    found = figure(FACTORS)
    assert words(found, "cell:1:.*") == ["3", "2", "4"]
    assert words(found, "cell:2:.*") == ["2"]
    assert words(found, "step:.*") == ["Jul", "Aug", "Sep"]
    assert words(found, "row:.*:total") == ["9", "2"]


def test_the_darkest_cell_is_the_most_frequent() -> None:
    on = page()
    cells = {it["name"]: it for it in figure(FACTORS)["layout"]["shapes"]}
    fills = {name: cell.get("fillcolor") for name, cell in cells.items() if "cell" in name}
    assert fills["cell:1:3"] == on.theme.colour.accent.upper()
    assert fills["cell:2:1"] == on.theme.colour.surface
    assert len(set(fills.values())) == 4


def test_totals_are_a_chart_to_scale() -> None:
    long, short = (one.right - one.left for one in bar_extents(figure(FACTORS)))
    assert long / short == pytest.approx(9 / 2, rel=0.001)


def test_it_is_told_in_words() -> None:
    assert categories_alt(FACTORS) == (
        "Contributing factors over Jul to Sep. Monitoring: 9, most in Sep (4). "
        "Design: 2, most in Sep (2)."
    )


def test_more_rows_than_there_is_room_for_are_refused() -> None:
    many = FACTORS._replace(categories=FACTORS.categories * 20)
    with pytest.raises(ValueError, match="40 categories do not fit into 240 pixels"):
        figure(many, LEAST_SIZE)


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        figure(FACTORS._replace(categories=(Category("Design", (0, 0, 0)),)))


@st.composite
def any_categories(draw: st.DrawFn) -> Categories:
    steps = draw(st.lists(any_text(), min_size=1, max_size=13))
    value = st.one_of(st.integers(0, 3), st.integers(0, 999))
    rows = [
        Category(draw(any_text()), tuple(draw(value) for _ in steps))
        for _ in range(draw(st.integers(1, 8)))
    ]
    rows[0] = rows[0]._replace(counts=(rows[0].counts[0] + 1, *rows[0].counts[1:]))
    return Categories("Anything", tuple(steps), tuple(rows))


@given(any_categories(), st.sampled_from([LEAST_SIZE, SIZE, (1184.0, 480.0)]))
@settings(max_examples=40)
def test_whatever_there_is_stays_on_the_canvas_and_apart(
    categories: Categories, size: tuple[float, float]
) -> None:
    found = figure(categories, size)
    assert [box for box in texts(found) if not box.is_inside(*size)] == []
    assert overlapping(texts(found)) == []
    go.Figure({"data": found["data"], "layout": found["layout"]})
