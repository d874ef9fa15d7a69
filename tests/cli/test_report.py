"""`deckgen report`: the files, the lines it says, and every way in which it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from deckgen.report.signature import is_unedited
from tests.cli.commands import deckgen, deckgen_process
from tests.programs import require
from tests.test_chart import SOURCE


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A postmortem with events."""
    file = tmp_path / "checkout.yaml"
    file.write_text(SOURCE, encoding="utf-8")
    return file


def test_the_report_stands_beside_its_source(source: Path) -> None:
    result = deckgen("report", source)
    assert (result.exit_code, result.stderr) == (0, "")
    target = source.with_suffix(".md")
    assert re.fullmatch(rf"{re.escape(str(target))}: the report, \d+ kB\n", result.stdout)
    assert is_unedited(target.read_text(encoding="utf-8"))


def test_a_picture_stands_beside_the_report_and_in_it(source: Path) -> None:
    require("chromium")
    target = source.with_name("ahead.md")
    result = deckgen("report", source, "--picture", "png", "-o", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{source.with_name('ahead-timeline.png')}: the timeline in it" in result.stdout
    assert "](ahead-timeline.png)" in target.read_text(encoding="utf-8")
    with Image.open(source.with_name("ahead-timeline.png")) as image:
        assert image.format == "PNG"


def test_without_a_browser_neither_report_nor_picture_is_written(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "missing"))
    result = deckgen("report", source, "--picture", "svg")
    assert result.exit_code == 1
    assert sorted(tmp_path.iterdir()) == [source]
    assert deckgen("report", source).exit_code == 0


def test_a_report_is_overwritten_until_somebody_has_edited_it(source: Path) -> None:
    target = source.with_suffix(".md")
    assert [deckgen("report", source).exit_code for _ in range(2)] == [0, 0]
    target.write_text(target.read_text(encoding="utf-8") + "More\n", encoding="utf-8")
    result = deckgen("report", source)
    assert result.exit_code == 1
    assert "was not written by deckgen, or was edited since" in result.stderr
    assert target.read_text(encoding="utf-8").endswith("More\n")
    assert deckgen("report", source, "--force").exit_code == 0
    assert is_unedited(target.read_text(encoding="utf-8"))


def test_the_report_for_the_public_has_a_name_of_its_own(source: Path) -> None:
    result = deckgen("report", source, "--audience", "public")
    assert "masked: nothing" in result.stdout
    assert source.with_name("checkout.public.md").exists()


def test_a_report_goes_to_standard_output_alone(source: Path) -> None:
    result = deckgen_process("report", source, "-o", "-", folder=source.parent)
    assert is_unedited(result.stdout.decode())
    assert result.stderr.startswith(b"standard output: the report, ")
    refused = deckgen("report", source, "-o", "-", "--picture", "png")
    assert refused.exit_code == 2
    assert "a picture needs a file beside it" in refused.stderr


def test_several_messages_are_counted(source: Path) -> None:
    events = "".join(f"  - {{at: '02:{n:02}', text: {'word ' * 30}}}\n" for n in range(20, 59))
    source.write_text(f"{SOURCE}{events}", encoding="utf-8")
    result = deckgen("report", source, "--flavour", "slack")
    assert re.search(r"kB, in \d messages\n", result.stdout)


def test_a_template_at_fault_is_told_with_its_line(source: Path) -> None:
    template = source.with_name("own.md.j2")
    template.write_text("# {{ postmortem.title }}\n{{ x }}\n", encoding="utf-8")
    result = deckgen("report", source, "--template", template)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{template}:2:1: error: 'x' is undefined\n")
    assert not source.with_suffix(".md").exists()


def test_the_source_is_never_overwritten(source: Path) -> None:
    result = deckgen("report", source, "-o", source, "--force")
    assert result.exit_code == 1
    assert "is the file that it is made of" in result.stderr
    assert source.read_text(encoding="utf-8") == SOURCE
