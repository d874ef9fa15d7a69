"""Bars and dots of a figure as native charts that stand where the figure has them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deckgen.figures.bars import Bar, Bars, bars_figure
from deckgen.figures.columns import Column, Columns, columns_figure
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.spread import Dot, Spread, Spreads, spread_figure
from deckgen.figures.tones import Part
from deckgen.scene.figure import figure_group
from deckgen.scene.shapes import BarChart, DotChart, Geometry
from tests.builders import box, page
from tests.figures.measured import bar_extents, dot_extents

SIZE = (800.0, 400.0)
PLACE = box(1, 1, 8, 4)  # 9,144 EMU to a pixel


def columns() -> Figure:
    on = page()
    drawn = Columns(
        "Incidents by week",
        (Part("SEV1", "bad"), Part("SEV2", "accent")),
        (Column("7 Jul", (1, 2)), Column("14 Jul", (0, 4)), Column("21 Jul", (2, 0))),
    )
    return columns_figure(drawn, on.theme, on.measurer, SIZE)


def level() -> Figure:
    on = page()
    drawn = Bars(
        "Incidents by service", (Part("Incidents", "accent"),),
        (Bar("checkout", (4,), 2), Bar("search", (1,), 3)), "2025-Q2",
    )  # fmt: skip
    return bars_figure(drawn, on.theme, on.measurer, SIZE)


def swarm() -> Figure:
    on = page()
    dots = tuple(Dot(f"INC-{n}", timedelta(minutes=n), n > 50) for n in (3, 40, 41, 600))
    return spread_figure(
        Spreads((Spread("Time to mitigate", dots, 0, None),), "SEV1"), on.theme, on.measurer, SIZE
    )


def charts(figure: Figure) -> list[BarChart | DotChart]:
    group = figure_group(figure, PLACE, "figure", "alt")
    return [one for one in group.children if isinstance(one, BarChart | DotChart)]


def test_stacked_columns_are_where_the_figure_has_them() -> None:
    [chart] = charts(columns())
    assert isinstance(chart, BarChart)
    assert (chart.stacked, chart.level, chart.categories) == (
        True, False, ("7 Jul", "14 Jul", "21 Jul")
    )  # fmt: skip
    [first, *_] = bar_extents(columns())
    step = chart.box.width / 3
    wide = step * 100 / (100 + chart.gap)
    assert (chart.box.x + (step - wide) / 2 - PLACE.x) / 9144 == pytest.approx(first.left, abs=1)
    assert wide / 9144 == pytest.approx(first.right - first.left, abs=1)
    high = chart.box.height / chart.highest
    assert high / 9144 == pytest.approx(first.bottom - first.top, abs=1)


def test_the_period_before_is_a_chart_of_its_own_below_each_bar() -> None:
    now, before = charts(level())
    assert isinstance(now, BarChart)
    assert isinstance(before, BarChart)
    assert [one.values for one in (*now.series, *before.series)] == [(4.0, 1.0), (2.0, 3.0)]
    assert (now.highest, now.box.x, now.box.width) == (before.highest, before.box.x,
                                                       before.box.width)  # fmt: skip
    found = bar_extents(level())
    for chart, extent in ((now, found[0]), (before, found[2])):
        step = chart.box.height / 2
        middle = (chart.box.y + step / 2 - PLACE.y) / 9144
        assert middle == pytest.approx((extent.top + extent.bottom) / 2, abs=0.1)
        thick = step * 100 / (100 + chart.gap) / 9144
        assert thick == pytest.approx(extent.bottom - extent.top, abs=0.5)


def test_dots_are_where_the_figure_has_them() -> None:
    [chart] = charts(swarm())
    assert isinstance(chart, DotChart)
    assert [(one.name, one.outline, len(one.points)) for one in chart.series] == [
        ("Incidents", Geometry.ELLIPSE, 3), ("SEV1", Geometry.DIAMOND, 1)
    ]  # fmt: skip
    heights = [height for one in chart.series for _, _, height in one.points]
    tops = [
        (chart.box.bottom - height * chart.box.height / chart.highest - PLACE.y) / 9144
        for height in heights
    ]
    assert tops == pytest.approx(
        [(one.top + one.bottom) / 2 for one in dot_extents(swarm())], abs=0.1
    )
