"""One figure of a document as the bytes of a file."""

from __future__ import annotations

from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html
from PIL import Image

from deckgen import read
from deckgen.chart import ChartFormat, ChartOptions, FigureName, chart
from deckgen.diagnostics import InputError
from deckgen.readers import Document
from deckgen.rendering import FigureBrowser

SOURCE = """\
title: Checkout down for 45 minutes
started_at: 2025-01-08 02:15
timeline:
  - {at: "02:15", kind: trigger, text: Deploy 4812 reaches all regions, source: https://example.com/1}
  - {at: "02:19", kind: detection, text: Checkout success alert fires}
  - {at: "03:00", kind: mitigation, text: Cache disabled}
"""
SERIES = """\
impact:
  series:
    - label: Checkout errors
      unit: "%"
      threshold: 1
      points: [["02:00", 0.2], ["02:15", 0.4], ["02:30", 38], ["03:20", 0.3]]
    - {label: Latency, unit: ms, points: [["02:00", 80], ["02:40", 4000], ["03:20", 90]]}
"""


def document(folder: Path, text: str = SOURCE + SERIES) -> Document:
    file = folder / "checkout.yaml"
    file.write_text(text, encoding="utf-8")
    return read(file)


def refusal(found: Document, options: ChartOptions) -> str:
    with pytest.raises(InputError) as raised:
        chart(found, options)
    return str(raised.value)


@pytest.fixture
def shared(browser: FigureBrowser, monkeypatch: pytest.MonkeyPatch) -> FigureBrowser:
    """The browser of all tests, for a chart to use as its own."""
    monkeypatch.setattr("deckgen.rendering.FigureBrowser", lambda: nullcontext(browser))
    return browser


@pytest.mark.usefixtures("shared")
def test_a_png_has_two_pixels_for_each_of_the_canvas_and_few_colours(tmp_path: Path) -> None:
    content = chart(document(tmp_path), ChartOptions("timeline", "png", (800, 300)))
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1600, 600), "P")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("which", ["timeline", "impact"])
def test_an_svg_is_as_large_as_the_canvas_and_holds_the_texts(
    tmp_path: Path, which: FigureName
) -> None:
    root = etree.fromstring(chart(document(tmp_path), ChartOptions(which, "svg", (900, 400))))
    assert (root.get("width"), root.get("height")) == ("900", "400")
    assert "02:19" in " ".join(map(str, root.itertext()))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_the_same_document_gives_the_same_bytes(tmp_path: Path, format: ChartFormat) -> None:
    found, options = document(tmp_path), ChartOptions("impact", format)
    assert chart(found, options) == chart(found, options)


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without a browser."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "missing"))


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize(
    ("which", "title"),
    [
        ("timeline", "Checkout down for 45 minutes: timeline"),
        ("impact", "Checkout down for 45 minutes: impact"),
    ],
)
def test_a_page_needs_no_browser_to_be_made(tmp_path: Path, which: FigureName, title: str) -> None:
    content = chart(document(tmp_path), ChartOptions(which, "html"))
    page = html.fromstring(content.decode())
    assert (page.findtext(".//title"), page.findtext(".//h1")) == (title, title)
    assert content == chart(document(tmp_path), ChartOptions(which, "html"))


@pytest.mark.usefixtures("no_browser")
def test_a_picture_without_a_browser_is_refused(tmp_path: Path) -> None:
    said = refusal(document(tmp_path), ChartOptions("timeline", "png"))
    assert "BROWSER_PATH names no browser" in said


def test_an_impact_without_measurements_is_refused(tmp_path: Path) -> None:
    said = refusal(document(tmp_path, SOURCE), ChartOptions("impact", "html"))
    assert "error: no measurements to draw" in said
    assert "help: add impact.series: points of time and value, or a CSV file" in said


def test_all_measurements_stand_in_one_figure_however_many(tmp_path: Path) -> None:
    rows = "".join(
        f"    - {{label: Queue {n}, unit: jobs {n}, points: [['02:00', {n}], ['03:20', 9]]}}\n"
        for n in range(24)
    )
    found = document(tmp_path, f"{SOURCE}impact:\n  series:\n{rows}")
    content = chart(found, ChartOptions("impact", "html")).decode()
    assert [n for n in range(24) if f"Queue {n}, jobs {n}" not in content] == []


def test_measurements_far_from_the_incident_are_drawn_where_they_are(tmp_path: Path) -> None:
    rows = (
        "    - {label: Before, points: [['2025-01-07 02:00', 1], ['2025-01-07 03:00', 2]]}\n"
        "    - {label: After, points: [['2025-01-09 02:00', 1], ['2025-01-09 03:00', 2]]}\n"
    )
    found = document(tmp_path, f"{SOURCE}impact:\n  series:\n{rows}")
    content = chart(found, ChartOptions("impact", "html")).decode()
    assert "Before and After" in content


@pytest.mark.parametrize(
    ("which", "size", "least"),
    [
        ("timeline", (399, 130), "400x130"),
        ("timeline", (400, 129), "400x130"),
        ("timeline", (4001, 500), "400x130"),
        ("impact", (559, 240), "560x240"),
        ("impact", (560, 239), "560x240"),
        ("impact", (560, 4001), "560x240"),
    ],
)
def test_a_size_that_no_figure_has_is_refused(
    tmp_path: Path, which: FigureName, size: tuple[float, float], least: str
) -> None:
    assert refusal(document(tmp_path), ChartOptions(which, "html", size)) == (
        f"a size of {size[0]}x{size[1]} pixels: error: is not one for the {which}\n"
        f"  help: choose one from {least} to 4000x4000"
    )


@pytest.mark.parametrize(("which", "size"), [("timeline", (400, 130)), ("impact", (560, 240))])
def test_the_least_and_the_largest_size_are_drawn(
    tmp_path: Path, which: FigureName, size: tuple[float, float]
) -> None:
    for one in (size, (4_000, 4_000)):
        assert chart(document(tmp_path), ChartOptions(which, "html", one))


def test_an_unknown_theme_is_refused(tmp_path: Path) -> None:
    options = ChartOptions("timeline", "html", theme="defualt")
    assert "did you mean 'default'?" in refusal(document(tmp_path), options)
