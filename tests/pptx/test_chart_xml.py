"""Native charts: read back by python-pptx, and held to the data beside them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from deckgen.pptx.chart_xml import chart_xml
from deckgen.scene.geometry import points
from deckgen.scene.shapes import ChartLine, Line, LineChart
from tests.builders import box
from tests.pptx.decks import ACCENT, chart, deck, slide, written
from tests.pptx.packages import unzipped
from tests.pptx.test_workbook import NASTY, cells
from tests.strategies import texts as any_text
from tests.validators.audit import audit_findings
from tests.validators.structure import structure_findings

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def tree(shown: LineChart) -> etree._Element:
    return etree.fromstring(chart_xml(shown, "rId1"))


def read_back(*charts: LineChart) -> list[Any]:
    """The charts of a slide as python-pptx reads them."""
    [read] = Presentation(io.BytesIO(written(deck(slide("Impact", *charts))))).slides
    return [shape for shape in read.shapes if shape.has_chart]


def values(of: etree._Element, name: str) -> list[str]:
    return [str(element.get("val")) for element in of.iter(C + name)]


def test_python_pptx_reads_the_lines_with_their_names_and_values() -> None:
    [frame] = read_back(chart("Errors", "Threshold 1%"))
    [plot] = frame.chart.plots
    assert frame.chart.chart_type.name == "XY_SCATTER_LINES"
    assert [(line.name, tuple(line.iter_values())) for line in plot.series] == [
        ("Errors", (0.0, 40.25, 1e-05)), ("Threshold 1%", (0.5, 40.25, 1e-05))
    ]  # fmt: skip


def test_a_chart_stands_in_its_box_and_is_described() -> None:
    [frame] = read_back(chart("Errors", place=box(1, 2, 6, 3)))
    assert (frame.left, frame.top, frame.width, frame.height) == (
        914400, 1828800, 5486400, 2743200
    )  # fmt: skip
    properties = frame._element.nvGraphicFramePr.cNvPr
    assert (frame.name, properties.get("descr")) == ("plot:1", "Line chart: Checkout errors, %.")


def test_the_plot_fills_the_frame_and_draws_no_axis_of_its_own() -> None:
    found = tree(chart("Errors"))
    [layout] = found.iter(f"{C}manualLayout")
    assert [(etree.QName(one).localname, one.get("val")) for one in layout] == [
        ("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"),
        ("x", "0"), ("y", "0"), ("w", "1"), ("h", "1"),
    ]  # fmt: skip
    assert values(found, "delete") == ["1", "1"]
    assert values(found, "autoTitleDeleted") == ["1"]
    assert list(found.iter(f"{C}legend", f"{C}majorGridlines")) == []


def test_the_ends_of_both_axes_are_fixed() -> None:
    across, up = tree(chart("Errors")).iter(f"{C}valAx")
    assert [(values(axis, "min"), values(axis, "max")) for axis in (across, up)] == [
        (["45665.125"], ["45665.166666666664"]), (["0.0"], ["50.0"])
    ]  # fmt: skip


def test_a_line_has_the_colour_width_and_dash_of_its_stroke() -> None:
    first, second = tree(chart("Errors", "Threshold 1%")).iter(f"{C}ser")
    for line, dash in ((first, "solid"), (second, "dash")):
        stroke = line.find(f"{C}spPr/{A}ln")
        assert stroke is not None
        assert stroke.get("w") == str(points(2))
        assert [e.get("val") for e in stroke.iter(f"{A}srgbClr", f"{A}prstDash")] == [
            ACCENT[1:], dash
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("dot", "symbol", "size"),
    [
        (None, "none", []),
        (points(4), "circle", ["4"]),
        (points(0.3), "circle", ["2"]),
        (points(400), "circle", ["72"]),
    ],
)
def test_dots_are_as_large_as_charts_may_have_them(dot: Any, symbol: str, size: list[str]) -> None:
    line = ChartLine("Errors", ((45665.125, 1.0),), Line(ACCENT, points(2)), dot)
    [marker] = tree(replace(chart(), lines=(line,))).iter(f"{C}marker")
    assert (values(marker, "symbol"), values(marker, "size")) == ([symbol], size)


def test_nothing_is_smoothed_between_the_readings() -> None:
    assert values(tree(chart("Errors", "Limit")), "smooth") == ["0", "0"]


_NUMBERS = st.floats(-1e15, 1e15)
_POINTS = st.lists(st.tuples(st.floats(25_000, 110_000), _NUMBERS), min_size=1, max_size=9)


@given(st.lists(st.tuples(any_text(), _POINTS), min_size=1, max_size=9))
@settings(max_examples=20)
def test_the_chart_shows_what_stands_in_the_cells_that_it_names(
    lines: list[tuple[str, list[tuple[float, float]]]],
) -> None:
    shown = tuple(ChartLine(name, tuple(at), Line(ACCENT, points(2))) for name, at in lines)
    parts = unzipped(written(deck(slide("Impact", replace(chart(), lines=shown)))))
    data = cells(parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    references = list(etree.fromstring(parts["ppt/charts/chart1.xml"]).iter(f"{C}f"))
    assert len(references) == 3 * len(lines)
    for reference in references:
        sheet, _, named = str(reference.text).partition("!")
        cached = reference.getnext()
        assert sheet == "Data"
        assert cached is not None
        texts = [str(point.text) for point in cached.iter(f"{C}v")]
        found = [data[cell] for cell in _cells_of(named)]
        if isinstance(found[0], str):
            assert texts == found
        else:
            assert [float(text) for text in texts] == pytest.approx(found, rel=1e-15, abs=0)


def _cells_of(named: str) -> list[str]:
    """The names of the cells of a range in one column, such as `$A$2:$A$4`."""
    first, _, last = named.partition(":")
    letters, begin = first.strip("$").split("$")
    end = (last or first).strip("$").split("$")[1]
    return [f"{letters}{row}" for row in range(int(begin), int(end) + 1)]


def test_names_stay_text_in_chart_and_workbook_and_no_judge_finds_anything(tmp_path: Path) -> None:
    charts = [chart(name, place=box(1, 1.5, 4, 1)) for name in NASTY[:4]]
    pptx = written(
        deck(slide("Impact", chart(*NASTY)), slide("More", *charts), slide("Bare", chart("x")))
    )
    read = read_back(chart(*NASTY))
    assert [line.name for line in read[0].chart.plots[0].series] == NASTY
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert structure_findings(pptx) == []
    assert audit_findings(file) == []
    embedded = [name for name in unzipped(pptx) if name.startswith("ppt/embeddings/")]
    assert embedded == [f"ppt/embeddings/Microsoft_Excel_Sheet{n}.xlsx" for n in range(1, 7)]


def test_the_same_deck_with_charts_gives_the_same_bytes() -> None:
    made = deck(slide("Impact", chart("Errors"), chart("Latency")))
    assert written(made) == written(made)


@pytest.mark.parametrize("number", [1e-300, -1e-300, 1e15, -1e15, 0.0, 5e-324])
def test_numbers_of_any_magnitude_are_written_as_schemas_allow(
    number: float, tmp_path: Path
) -> None:
    line = ChartLine("Errors", ((45665.125, number),), Line(ACCENT, points(2)))
    ends = (min(number, 0.0), max(number, 0.0) or 1.0)
    file = tmp_path / "deck.pptx"
    file.write_bytes(written(deck(slide("Impact", replace(chart(), lines=(line,), values=ends)))))
    assert audit_findings(file) == []
