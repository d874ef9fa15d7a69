"""The data of a chart as a workbook, read by the standard library and lxml alone."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.pptx.workbook import cell_range, workbook
from tests.pptx.decks import chart
from tests.pptx.packages import unzipped
from tests.strategies import texts as any_text
from tests.validators.audit import audit_findings

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Cells = dict[str, str | float]


def cells(xlsx: bytes) -> Cells:
    """What stands in each cell of the only sheet: a text, or a number."""
    parts = unzipped(xlsx)
    strings = [
        "".join(map(str, item.itertext()))
        for item in etree.fromstring(parts["xl/sharedStrings.xml"])
    ]
    sheet = etree.fromstring(parts["xl/worksheets/sheet1.xml"])
    found: Cells = {}
    for cell in sheet.iter(f"{MAIN}c"):
        value = cell.findtext(f"{MAIN}v") or ""
        found[str(cell.get("r"))] = strings[int(value)] if cell.get("t") == "s" else float(value)
    return found


def test_each_line_has_a_column_of_times_and_one_of_values() -> None:
    assert cells(workbook(chart("Errors", "Threshold 1%"))) == {
        "A1": "Time (UTC)", "B1": "Errors", "C1": "Time (UTC)", "D1": "Threshold 1%",
        "A2": 45665.125, "B2": 0.0, "C2": 45665.125, "D2": 0.5,
        "A3": 45665.14, "B3": 40.25, "C3": 45665.14, "D3": 40.25,
        "A4": 45665.15, "B4": 1e-05, "C4": 45665.15, "D4": 1e-05,
    }  # fmt: skip


def test_times_are_shown_as_dates_with_their_clock() -> None:
    styles = etree.fromstring(unzipped(workbook(chart("Errors")))["xl/styles.xml"])
    assert [one.get("formatCode") for one in styles.iter(f"{MAIN}numFmt")] == [
        r"yyyy\-mm\-dd\ hh:mm:ss"
    ]


NASTY = [
    "=1+1",
    '=HYPERLINK("http://x.example","y")',
    "{=SUM(A1)}",
    "http://x.example",
    "mailto:a@example.com",
    "internal:Data!A1",
    "+1",
    "-1",
    "@x",
    "1234",
    "2025-01-08",
    "<b>&amp;</b>",
    "x" * 20_000,
]


@pytest.mark.parametrize("name", NASTY, ids=lambda name: name[:20])
def test_a_name_is_text_whatever_it_looks_like(name: str) -> None:
    xlsx = workbook(chart(name))
    assert cells(xlsx)["B1"] == name
    sheet = etree.fromstring(unzipped(xlsx)["xl/worksheets/sheet1.xml"])
    assert list(sheet.iter(f"{MAIN}f", f"{MAIN}hyperlink")) == []
    assert not [part for part in unzipped(xlsx) if "sheet1.xml.rels" in part]


def test_the_same_chart_gives_the_same_workbook_which_says_of_no_day_that_it_is_today() -> None:
    xlsx = workbook(chart("Errors"))
    assert workbook(chart("Errors")) == xlsx
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}
    core = unzipped(xlsx)["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}


def test_no_judge_finds_anything_in_it(tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"
    file.write_bytes(workbook(chart(*NASTY)))
    assert audit_findings(file) == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 3), "$A$2:$A$4"),
        ((1, 0), "$B$1"),
        ((25, 1), "$Z$2:$Z$2"),
        ((26, 2), "$AA$2:$AA$3"),
        ((702, 2), "$AAA$2:$AAA$3"),
    ],
)
def test_cells_are_named_by_their_column(place: tuple[int, int], expected: str) -> None:
    assert cell_range(*place) == expected


@given(st.lists(any_text(), min_size=1, max_size=4))
@settings(max_examples=20)
def test_any_name_comes_back_as_it_was(names: list[str]) -> None:
    found = cells(workbook(chart(*names)))
    assert [found[f"{'BDFH'[n]}1"] for n in range(len(names))] == names
