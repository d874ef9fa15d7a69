"""A figure as native shapes."""

from __future__ import annotations

from typing import Any, cast

import pytest

from deckgen.figures.impact import impact_figures
from deckgen.figures.plotly_schema import Annotation, Figure, Lines, Panel, Shape
from deckgen.figures.timeline import timeline_figure
from deckgen.scene.figure import figure_group
from deckgen.scene.geometry import Box, Emu, pixels, to_pixels
from deckgen.scene.shapes import (
    ChartLine,
    Close,
    Geometry,
    Group,
    Item,
    Line,
    LineChart,
    LineTo,
    MoveTo,
    Path,
    TextBox,
)
from deckgen.scene.shapes import Shape as NativeShape
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame
from tests.builders import at, event, page, postmortem, series

BOX = Box(pixels(100), pixels(200), pixels(400), pixels(300))


def figure(
    shapes: list[Shape] | None = None,
    annotations: list[Annotation] | None = None,
    data: list[Any] | None = None,
) -> Figure:
    """A figure on a canvas of 400 x 300 pixels, as large as BOX."""
    return {
        "data": data or [],
        "layout": {
            "width": 400,
            "height": 300,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "#FFFFFF",
            "plot_bgcolor": "#FFFFFF",
            "showlegend": False,
            "font": {"family": "Arial", "size": 16, "color": "#1F2A37"},
            "xaxis": {"range": [0, 400], "visible": False, "fixedrange": True},
            "yaxis": {"range": [300, 0], "visible": False, "fixedrange": True},
            "shapes": shapes or [],
            "annotations": annotations or [],
        },
    }


def drawn(found: Figure, box: Box = BOX) -> Item:
    (child,) = figure_group(found, box, "Figure", "A figure").children
    return child


def box(left: float, top: float, width: float, height: float) -> Box:
    """A box in pixels of the canvas, on the slide."""
    return Box(pixels(100 + left), pixels(200 + top), pixels(width), pixels(height))


def rectangle(**fields: Any) -> Shape:
    shape: dict[str, Any] = {
        "type": "rect", "name": "area", "layer": "below", "xref": "x", "yref": "y",
        "x0": 10, "y0": 20, "x1": 110, "y1": 60, "line": {"color": "rgba(0,0,0,0)", "width": 0},
        "fillcolor": "#FBD5D0",
    }  # fmt: skip
    return cast(Shape, {**shape, **fields})


def line(x0: float, y0: float, x1: float, y1: float) -> Shape:
    return {
        "type": "line", "name": "rule", "layer": "below", "xref": "x", "yref": "y",
        "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": {"color": "#5B6776", "width": 2},
    }  # fmt: skip


def path(contours: str) -> Shape:
    return {
        "type": "path", "name": "leader", "layer": "below", "xref": "x", "yref": "y",
        "path": contours, "line": {"color": "#5B6776", "width": 1},
    }  # fmt: skip


def text(**fields: Any) -> Annotation:
    least: dict[str, Any] = {
        "name": "label", "text": "Deploy", "hovertext": "Deploy", "x": 50, "y": 100, "xref": "x",
        "yref": "y", "showarrow": False, "xanchor": "left", "yanchor": "bottom", "align": "left",
        "valign": "bottom", "width": 120, "height": 40, "borderpad": 0, "borderwidth": 0,
        "font": {"family": "Arial", "size": 16, "color": "#1F2A37"},
    }  # fmt: skip
    return cast(Annotation, {**least, **fields})


def test_a_figure_is_one_described_group_in_its_box() -> None:
    group = figure_group(figure([rectangle()]), BOX, "Timeline", "What happened")
    assert (group.name, group.box, group.alt) == ("Timeline", BOX, "What happened")


def test_a_rectangle_is_a_filled_shape_that_only_decorates() -> None:
    expected = NativeShape("area", box(10, 20, 100, 40), fill="#FBD5D0")
    assert drawn(figure([rectangle()])) == expected


def test_a_rectangle_given_from_its_far_corner_is_the_same() -> None:
    assert drawn(figure([rectangle(x0=110, y0=60, x1=10, y1=20)])) == drawn(figure([rectangle()]))


def test_a_circle_is_an_ellipse_with_its_outline() -> None:
    shape = rectangle(type="circle", line={"color": "#B42318", "width": 1.5})
    assert drawn(figure([shape])) == NativeShape(
        "area", box(10, 20, 100, 40), Geometry.ELLIPSE, "#FBD5D0", Line("#B42318", pixels(1.5))
    )


def test_a_shape_without_a_fill_stays_open() -> None:
    child = drawn(figure([rectangle(fillcolor="rgba(0,0,0,0)")]))
    assert isinstance(child, NativeShape)
    assert child.fill is None


def test_lines_along_an_axis_are_thin_rectangles() -> None:
    upright, level = (drawn(figure([line(*ends)])) for ends in ((50, 10, 50, 90), (80, 30, 20, 30)))
    assert upright == NativeShape("rule", box(49, 10, 2, 80), fill="#5B6776")
    assert level == NativeShape("rule", box(20, 29, 60, 2), fill="#5B6776")


def test_a_slanting_line_is_a_path() -> None:
    assert drawn(figure([line(10, 20, 40, 60)])) == Path(
        "rule",
        box(10, 20, 30, 40),
        (MoveTo(pixels(110), pixels(220)), LineTo(pixels(140), pixels(260))),
        line=Line("#5B6776", pixels(2)),
    )


def test_a_path_keeps_its_contours() -> None:
    child = drawn(figure([path("M 10,20 L 30.4,20 L 30.4,60 Z M 5,5 L 6,6")]))
    assert isinstance(child, Path)
    assert child.box == box(5, 5, 25.4, 55)
    assert child.segments == (
        MoveTo(pixels(110), pixels(220)),
        LineTo(pixels(130.4), pixels(220)),
        LineTo(pixels(130.4), pixels(260)),
        Close(),
        MoveTo(pixels(105), pixels(205)),
        LineTo(pixels(106), pixels(206)),
    )


@pytest.mark.parametrize(
    ("symbol", "geometry", "extent"),
    [
        ("circle", Geometry.ELLIPSE, (-8, -8, 16, 16)),
        ("square", Geometry.RECTANGLE, (-8, -8, 16, 16)),
        ("diamond", Geometry.DIAMOND, (-10.4, -10.4, 20.8, 20.8)),
        ("triangle-up", Geometry.TRIANGLE, (-9.24, -8, 18.48, 12)),
        ("pentagon", Geometry.PENTAGON, (-7.608, -8, 15.216, 14.472)),
        ("hexagon2", Geometry.HEXAGON, (-8, -6.928, 16, 13.856)),
    ],
)
def test_a_marker_is_the_outline_that_plotly_draws(
    symbol: str, geometry: Geometry, extent: tuple[float, float, float, float]
) -> None:
    marker = {"symbol": symbol, "size": 16, "color": "#B42318", "opacity": 1,
              "line": {"color": "#FFFFFF", "width": 1.5}}  # fmt: skip
    trace = {
        "type": "scatter",
        "mode": "markers",
        "ids": ["event:E01"],
        "x": [100],
        "y": [50],
        "marker": marker,
    }
    child = drawn(figure(data=[trace]))
    assert isinstance(child, NativeShape)
    assert (child.name, child.geometry, child.fill) == ("event:E01:marker", geometry, "#B42318")
    left, top, width, height = extent
    sides = (child.box.x, child.box.y, child.box.width, child.box.height)
    assert [to_pixels(side) for side in sides] == pytest.approx(
        [200 + left, 250 + top, width, height], abs=0.001
    )


def test_a_text_is_a_box_anchored_as_the_annotation() -> None:
    assert drawn(figure(annotations=[text()])) == TextBox(
        "label",
        box(50, 60, 120, 40),
        TextFrame(
            (Paragraph((Run("Deploy", 12.0, "#1F2A37"),), pitch=14.4),),
            Anchor.BOTTOM,
            wraps=False,
        ),
    )


def test_a_centred_text_stands_around_its_point() -> None:
    centred = text(xanchor="center", yanchor="middle", align="center", valign="middle")
    child = drawn(figure(annotations=[centred]))
    assert isinstance(child, TextBox)
    assert child.box == box(-10, 80, 120, 40)
    assert child.frame.anchor is Anchor.MIDDLE
    assert child.frame.paragraphs[0].align is Align.CENTRE


def test_a_right_text_ends_at_its_point() -> None:
    child = drawn(figure(annotations=[text(xanchor="right", yanchor="top", align="right")]))
    assert child.box == box(-70, 100, 120, 40)


def test_marked_up_text_becomes_runs_and_unbroken_paragraphs() -> None:
    told = '<b><span style="color:#B42318">02:15 · Trigger</span></b>'
    child = drawn(
        figure(
            annotations=[
                text(
                    text=f"{told}<br>A &lt;b&gt;<br>&amp; <i>more</i>",
                    hovertext=f"{told}<br>A &lt;b&gt; &amp; <i>more</i> for &#36;5",
                )
            ]
        )
    )
    assert isinstance(child, TextBox)
    assert child.frame.wraps
    head, body = child.frame.paragraphs
    assert head.runs == (Run("02:15 · Trigger", 12.0, "#B42318", bold=True),)
    assert body.runs == (
        Run("A <b> & ", 12.0, "#1F2A37"),
        Run("more", 12.0, "#1F2A37", italic=True),
        Run(" for $5", 12.0, "#1F2A37"),
    )


def test_a_larger_box_scales_places_and_type() -> None:
    double = Box(Emu(0), Emu(0), pixels(800), pixels(600))
    child = drawn(figure(annotations=[text()]), double)
    assert isinstance(child, TextBox)
    assert child.box == Box(pixels(100), pixels(120), pixels(240), pixels(80))
    assert (child.frame.paragraphs[0].runs[0].size, child.frame.paragraphs[0].pitch) == (24, 28.8)


def timeline() -> Group:
    incident = postmortem(
        timeline=[
            event("02:15", "Deploy reaches all regions", "trigger"),
            event("02:35", "Alert fires", "detection"),
            event("03:00", "Rollback is complete", "mitigation"),
        ],
        resolved_at=at("03:30"),
    )
    full = Box(pixels(48), pixels(110), pixels(1184), pixels(518))
    drawing = timeline_figure(incident, page().theme, page().measurer, (1184, 518))
    return figure_group(drawing, full, "Timeline", "What happened")


def test_a_timeline_s_shapes_stay_in_its_box() -> None:
    group = timeline()
    assert [child.name for child in group.children if not group.box.contains(child.box, 200)] == []


def test_a_timeline_s_texts_take_no_more_room_than_their_boxes() -> None:
    measurer = page().measurer
    boxes = [child for child in timeline().children if isinstance(child, TextBox)]
    high = [one.name for one in boxes if measurer.height(one.frame, one.box.width) > one.box.height]
    assert len(boxes) > 15
    assert high == []


def test_marks_are_painted_over_leaders_and_texts_over_all() -> None:
    names = [child.name for child in timeline().children]
    order = [names.index(f"event:E01:{part}") for part in ("leader", "marker", "label")]
    assert order == sorted(order)


def panel(**fields: Any) -> Panel:
    least: dict[str, Any] = {
        "kind": "lines", "title": "Errors, %", "left": 40, "top": 60, "right": 340, "bottom": 260,
        "begins": "2025-01-08 02:00:00.000", "ends": "2025-01-08 03:30:00.000",
        "lowest": 0.0, "highest": 50.0, "zone": "CET",
    }  # fmt: skip
    return cast(Panel, {**least, **fields})


def trace(name: str, *readings: tuple[str, float], **fields: Any) -> Lines:
    """A line of a panel, its times on 8 January 2025."""
    least: dict[str, Any] = {
        "type": "scatter", "mode": "lines", "name": name, "x": [], "y": [], "text": [],
        "customdata": [(f"2025-01-08 {clock}:00.000", value) for clock, value in readings],
        "hovertemplate": "%{text}<extra></extra>", "cliponaxis": False, "meta": 0,
        "line": {"color": "#0B3C5D", "width": 2, "dash": "solid"},
    }  # fmt: skip
    return cast(Lines, {**least, **fields})


def charted(panels: list[Panel], data: list[Any]) -> Figure:
    found = figure(data=data)
    found["layout"]["meta"] = {"panels": panels}
    return found


def test_a_panel_is_a_chart_whose_box_is_the_plot_and_whose_times_are_spreadsheet_days() -> None:
    line = trace("Errors", ("02:00", 0.5), ("03:00", 38))
    dashed = {"color": "#B42318", "width": 1.5, "dash": "dash"}
    limit = trace("Threshold 1%", ("02:00", 1), ("03:30", 1), line=dashed)
    assert drawn(charted([panel()], [line, limit])) == LineChart(
        name="plot:1",
        box=box(40, 60, 300, 200),
        lines=(
            ChartLine(
                "Errors", ((45665 + 2 / 24, 0.5), (45665.125, 38)), Line("#0B3C5D", pixels(2))
            ),
            ChartLine(
                "Threshold 1%",
                ((45665 + 2 / 24, 1), (45665 + 3.5 / 24, 1)),
                Line("#B42318", pixels(1.5), dashed=True),
            ),
        ),
        times=(45665 + 2 / 24, 45665 + 3.5 / 24),
        values=(0.0, 50.0),
        heading="Time (CET)",
        alt="Line chart: Errors, %.",
    )


def test_the_dots_of_a_line_scale_with_the_figure() -> None:
    dotted = trace("Errors", ("02:00", 1), marker={"size": 5, "color": "#0B3C5D"})
    double = Box(Emu(0), Emu(0), pixels(800), pixels(600))
    for place, size in ((BOX, 5), (double, 10)):
        chart = drawn(charted([panel()], [dotted]), place)
        assert isinstance(chart, LineChart)
        assert chart.lines[0].dot == pixels(size)


def test_each_panel_has_its_own_lines() -> None:
    traces = [trace("a", ("02:00", 1)), trace("b", ("02:00", 2), meta=1), trace("c", ("02:00", 3))]
    children = figure_group(charted([panel(), panel()], traces), BOX, "Impact", "").children
    charts = [child for child in children if isinstance(child, LineChart)]
    assert [(chart.name, [line.name for line in chart.lines]) for chart in charts] == [
        ("plot:1", ["a", "c"]), ("plot:2", ["b"])
    ]  # fmt: skip


def impact() -> Group:
    measured = [
        series("Errors", ("02:00", 0.5), ("02:30", 38), ("03:30", 1), unit="%", threshold=1),
        series("Latency", ("02:00", 80), ("02:30", 900), ("03:30", 90), unit="ms", threshold=300),
    ]
    incident = postmortem(
        detected_at=at("02:35"), mitigated_at=at("03:00"), impact={"series": measured}
    )
    full = Box(pixels(48), pixels(110), pixels(1184), pixels(518))
    [found] = impact_figures(incident, page().theme, page().measurer, (1184, 518))
    return figure_group(found.figure, full, "Impact", "What customers felt")


def test_charts_are_painted_over_the_phases_and_under_the_texts() -> None:
    kinds = [type(child) for child in impact().children]
    charts = [n for n, kind in enumerate(kinds) if kind is LineChart]
    assert len(charts) == 2
    assert max(n for n, kind in enumerate(kinds) if kind in {NativeShape, Path}) < charts[0]
    assert min(n for n, kind in enumerate(kinds) if kind is TextBox) > charts[-1]


def test_in_a_chart_the_dashed_threshold_comes_last() -> None:
    charts = [child for child in impact().children if isinstance(child, LineChart)]
    assert [[line.line.dashed for line in chart.lines] for chart in charts] == [[False, True]] * 2


def test_the_impact_s_shapes_and_texts_stay_in_their_boxes() -> None:
    group, measurer = impact(), page().measurer
    assert [child.name for child in group.children if not group.box.contains(child.box, 200)] == []
    boxes = [child for child in group.children if isinstance(child, TextBox)]
    high = [one.name for one in boxes if measurer.height(one.frame, one.box.width) > one.box.height]
    assert high == []
