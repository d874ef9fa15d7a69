"""Native bars and dots: read back by python-pptx, held to their workbook, valid, drawn alike."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import load_workbook  # type: ignore[import-untyped]
from pptx import Presentation

from deckgen.pptx.chart_xml import chart_xml
from deckgen.pptx.workbook import workbook
from deckgen.scene.geometry import points
from deckgen.scene.shapes import (
    BarChart,
    BarSeries,
    Chart,
    DotChart,
    DotSeries,
    Geometry,
    Line,
)
from tests.builders import box
from tests.pptx.decks import ACCENT, deck, slide, written
from tests.pptx.test_workbook import NASTY
from tests.validators.audit import audit_findings
from tests.validators.structure import structure_findings

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def bars(*, level: bool = False, stacked: bool = True) -> BarChart:
    return BarChart(
        name="plot:1",
        box=box(1, 2, 6, 3),
        categories=("7 Jul", "14 Jul"),
        series=(
            BarSeries("SEV1", (2.0, 0.0), "#B42318", Line("#FFFFFF", points(1))),
            BarSeries("SEV2", (1.0, 3.0), ACCENT),
        ),
        level=level,
        stacked=stacked,
        highest=3.0,
        gap=40,
        heading="Week",
        alt="Bar chart: Incidents by week.",
    )


def dots(*, logarithmic: bool = True) -> DotChart:
    return DotChart(
        name="plot:1",
        box=box(1, 2, 6, 3),
        series=(
            DotSeries("Incidents", (("INC-1: 5m", 5.0, 0.5), ("INC-2: 1h", 60.0, 0.4)),
                      Geometry.ELLIPSE, points(9), ACCENT),
            DotSeries("SEV1", (("INC-3: 2h", 120.0, 0.5),), Geometry.DIAMOND, points(9), "#B42318"),
        ),
        values=(5.0, 240.0),
        logarithmic=logarithmic,
        highest=1.0,
        heading="Minutes",
        alt="Strip chart: Time to mitigate.",
    )  # fmt: skip


def read_back(chart: Chart) -> Any:
    [read] = Presentation(io.BytesIO(written(deck(slide("Quarter", chart))))).slides
    [frame] = [shape for shape in read.shapes if shape.has_chart]
    return frame.chart


def tree(chart: Chart) -> etree._Element:
    return etree.fromstring(chart_xml(chart, "rId1"))


def values(of: etree._Element, name: str) -> list[str]:
    return [str(element.get("val")) for element in of.iter(C + name)]


def sheet(chart: Chart) -> list[list[object]]:
    found = load_workbook(io.BytesIO(workbook(chart)))["Data"]
    return [[cell.value for cell in row] for row in found.iter_rows()]


def test_python_pptx_reads_bars_with_their_categories_and_values() -> None:
    found = read_back(bars())
    assert found.chart_type.name == "COLUMN_STACKED"
    [plot] = found.plots
    assert list(plot.categories) == ["7 Jul", "14 Jul"]
    assert [(one.name, tuple(one.values)) for one in plot.series] == [
        ("SEV1", (2.0, 0.0)), ("SEV2", (1.0, 3.0))
    ]  # fmt: skip


def test_level_bars_begin_at_the_top() -> None:
    found = tree(bars(level=True))
    assert read_back(bars(level=True)).chart_type.name == "BAR_STACKED"
    assert values(found, "orientation") == ["maxMin", "minMax"]


def test_bars_side_by_side_do_not_overlap() -> None:
    found = tree(bars(stacked=False))
    assert (values(found, "grouping"), values(found, "overlap")) == (["clustered"], ["0"])
    assert read_back(bars(stacked=False)).chart_type.name == "COLUMN_CLUSTERED"


def test_bars_stand_as_far_apart_as_asked_on_an_axis_from_nought() -> None:
    found = tree(bars())
    assert (values(found, "gapWidth"), values(found, "min"), values(found, "max")) == (
        ["40"], ["0.0"], ["3.0"]
    )  # fmt: skip


def test_python_pptx_reads_dots_with_their_values() -> None:
    [plot] = read_back(dots()).plots
    assert [(one.name, tuple(one.iter_values())) for one in plot.series] == [
        ("Incidents", (0.5, 0.4)), ("SEV1", (0.5,))
    ]  # fmt: skip


def test_dots_are_symbols_on_a_scale_and_no_lines() -> None:
    found = tree(dots())
    assert values(found, "symbol") == ["circle", "diamond"]
    assert values(found, "size") == ["9", "9"]
    assert values(found, "logBase") == ["10"]
    assert values(tree(dots(logarithmic=False)), "logBase") == []


def test_the_workbook_has_what_the_chart_shows() -> None:
    assert sheet(bars()) == [["Week", "SEV1", "SEV2"], ["7 Jul", 2, 1], ["14 Jul", 0, 3]]
    assert sheet(dots()) == [
        ["Name", "Minutes", "Incidents", "Name", "Minutes", "SEV1"],
        ["INC-1: 5m", 5, 0.5, "INC-3: 2h", 120, 0.5],
        ["INC-2: 1h", 60, 0.4, None, None, None],
    ]


def test_the_cells_that_a_series_names_are_those_of_its_values() -> None:
    assert [str(one.text) for one in tree(dots()).iter(f"{C}f")] == [
        "Data!$C$1", "Data!$B$2:$B$3", "Data!$C$2:$C$3",
        "Data!$F$1", "Data!$E$2:$E$2", "Data!$F$2:$F$2",
    ]  # fmt: skip
    assert [str(one.text) for one in tree(bars()).iter(f"{C}f")] == [
        "Data!$B$1", "Data!$A$2:$A$3", "Data!$B$2:$B$3",
        "Data!$C$1", "Data!$A$2:$A$3", "Data!$C$2:$C$3",
    ]  # fmt: skip


def test_no_judge_finds_anything_whatever_the_names_are(tmp_path: Path) -> None:
    nasty = BarChart(
        "plot:1", box(1, 2, 6, 3), tuple(NASTY),
        (BarSeries(NASTY[0], (1.0,) * len(NASTY), ACCENT),),
        level=True, stacked=True, highest=1.0, gap=100, heading=NASTY[1], alt="Bars.",
    )  # fmt: skip
    pptx = written(
        deck(slide("A", bars()), slide("B", bars(level=True, stacked=False)), slide("C", dots()),
             slide("D", dots(logarithmic=False)), slide("E", nasty))
    )  # fmt: skip
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert structure_findings(pptx) == []
    assert audit_findings(file) == []
    assert list(read_back(nasty).plots[0].categories) == NASTY
