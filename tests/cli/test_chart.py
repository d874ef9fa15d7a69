"""`deckgen chart`: the file, the line it says, and every way in which it refuses."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from tests.cli.commands import deckgen
from tests.programs import require
from tests.test_chart import SERIES, SOURCE


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A postmortem with events and measurements."""
    file = tmp_path / "checkout.yaml"
    file.write_text(SOURCE + SERIES, encoding="utf-8")
    return file


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a browser: the path that should name one."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "missing"))
    return tmp_path / "missing"


def test_the_timeline_stands_as_a_picture_beside_its_source(source: Path) -> None:
    require("chromium")
    result = deckgen("chart", source)
    assert (result.exit_code, result.stderr) == (0, "")
    target = source.with_name("checkout-timeline.png")
    assert re.fullmatch(rf"{re.escape(str(target))}: the timeline, \d+ kB\n", result.stdout)
    with Image.open(target) as image:
        assert (image.format, image.size) == ("PNG", (2368, 1036))


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize("name", ["impact.html", "IMPACT.HTML"])
def test_the_ending_of_the_name_says_the_format(source: Path, name: str) -> None:
    target = source.with_name(name)
    result = deckgen("chart", source, "--which", "impact", "--size", "900x400", "-o", target)
    assert result.exit_code == 0
    assert re.fullmatch(rf"{re.escape(str(target))}: the impact, [\d,]+ kB\n", result.stdout)
    page = html.fromstring(target.read_bytes().decode())
    assert page.findtext(".//h1") == "Checkout down for 45 minutes: impact"
    assert "main{width:900px" in target.read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_browser")
def test_what_was_chosen_in_reading_is_said(source: Path) -> None:
    source.write_text(
        "title: Down\nstarted_at: 2025-01-08 23:50\n"
        "timeline:\n  - {at: '23:55', text: a}\n  - {at: '00:10', text: b}\n",
        encoding="utf-8",
    )
    result = deckgen("chart", source, "-o", source.with_suffix(".html"))
    assert result.exit_code == 0
    assert f"{source}:5:10: warning: " in result.stderr


@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_without_a_browser_pictures_are_refused_and_nothing_is_written(
    source: Path, no_browser: Path, format: str
) -> None:
    old = source.with_name("old.svg")
    old.write_text("an old one")
    for target in (source.with_name(f"new.{format}"), old):
        result = deckgen("chart", source, "-o", target)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(
            f"the browser: error: BROWSER_PATH names no browser: {no_browser}\n  help: "
        )
    assert old.read_text() == "an old one"
    assert sorted(path.name for path in source.parent.iterdir()) == ["checkout.yaml", "old.svg"]


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize("name", ["timeline", "timeline.jpg", "timeline.svgz", ".png"])
def test_an_ending_that_no_chart_has_is_refused(source: Path, name: str) -> None:
    result = deckgen("chart", source, "-o", source.with_name(name))
    assert result.exit_code == 1
    assert result.stderr == (
        f"{source.with_name(name)}: error: is not a name for a chart\n"
        "  help: let it end in .png, .svg, .pdf or .html\n"
    )
    assert [path.name for path in source.parent.iterdir()] == ["checkout.yaml"]


def _the_source(folder: Path) -> Path:
    (folder / "checkout.html").symlink_to("checkout.yaml")
    return folder / "checkout.html"


def _folder(folder: Path) -> Path:
    (folder / "timeline.png").mkdir()
    return folder / "timeline.png"


def _absent_folder(folder: Path) -> Path:
    return folder / "nowhere" / "timeline.png"


@pytest.mark.parametrize("prepare", [_the_source, _folder, _absent_folder])
def test_a_target_that_must_not_be_written_is_told_before_anything_is_drawn(
    source: Path, no_browser: Path, prepare: Callable[[Path], Path]
) -> None:
    target = prepare(source.parent)
    result = deckgen("chart", source, "-o", target)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{target}: error: ")
    assert str(no_browser) not in result.stderr
    assert source.read_text(encoding="utf-8") == SOURCE + SERIES


def test_a_postmortem_without_measurements_has_no_impact_to_draw(source: Path) -> None:
    source.write_text(SOURCE, encoding="utf-8")
    result = deckgen("chart", source, "--which", "impact")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{source}:1:1: error: no measurements to draw\n")
    assert [path.name for path in source.parent.iterdir()] == ["checkout.yaml"]


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    result = deckgen("chart", tmp_path / "none.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'none.yaml'}: error: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--size", "big"],
        ["--size", "1184"],
        ["--size", "1184x"],
        ["--size", "-5x400"],
        ["--size", "1184.5x518"],
        ["--which", "both"],
    ],
)
def test_a_wrong_command_line_exits_with_2(source: Path, arguments: list[str]) -> None:
    result = deckgen("chart", source, *arguments)
    assert result.exit_code == 2
    assert [path.name for path in source.parent.iterdir()] == ["checkout.yaml"]


def test_a_size_that_no_figure_has_exits_with_1(source: Path) -> None:
    result = deckgen("chart", source, "--size", "100x100")
    assert result.exit_code == 1
    assert "help: choose one from 400x130 to 4000x4000" in result.stderr


@pytest.mark.usefixtures("no_browser")
def test_a_page_is_made_without_what_only_pictures_need(source: Path) -> None:
    script = (
        "import sys; from deckgen.cli import main; sys.argv[1:] = ['chart', 'checkout.yaml', '-o', "
        "'a.html']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'kaleido', 'choreographer', 'pptx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=source.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith(" kB\n[]\n")
