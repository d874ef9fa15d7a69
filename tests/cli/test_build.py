"""`deckgen build`: the deck, the line it says, and the warnings."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Self

import pytest
from pptx import Presentation

from deckgen.rendering import FigureBrowser
from tests.cli.checkout import SOURCE
from tests.cli.commands import deckgen, deckgen_process, deckgen_shell
from tests.programs import require
from tests.test_chart import SERIES


def _titles(pptx: Path | bytes) -> list[str]:
    deck = Presentation(BytesIO(pptx) if isinstance(pptx, bytes) else str(pptx))
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def test_the_deck_stands_beside_its_source_and_one_line_says_so(source: Path) -> None:
    result = deckgen("build", source)
    assert (result.exit_code, result.stderr) == (0, "")
    target = source.with_suffix(".pptx")
    said = rf"{re.escape(str(target))}: 7 slides in \d+\.\d\d s\ncheck: .+\n"
    assert re.fullmatch(said, result.stdout)
    assert _titles(target) == [
        "Checkout down for 45 minutes",
        "SEV1: the impact lasted 45 minutes",
        "Detected in 4 minutes, mitigated in 45",
        "Key Learning",
        "One action: one overdue",
        "Full timeline: 3 events, 8 Jan 2025",
        "Three of five measures recorded",
    ]


def test_the_executive_gets_five_slides(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "executive.pptx"
    assert deckgen("build", source, "--profile", "executive", "-o", target).exit_code == 0
    assert len(_titles(target)) == 5


def test_a_headline_for_the_key_learning_slide_is_told_to_have_no_effect(
    source: Path, tmp_path: Path
) -> None:
    source.write_text(source.read_text() + "headlines: {key-learning: Our own words}\n")
    target = tmp_path / "deck.pptx"
    result = deckgen("build", source, "--only", "key-learning", "-o", target)
    said = "headlines: the slide of 'key-learning' is always titled 'Key Learning'"
    assert f"{source}:12:13: warning: {said}" in result.stderr
    assert _titles(target) == ["Key Learning"]


def test_a_minor_incident_gets_one_slide(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.pptx"
    assert deckgen("build", source, "--profile", "onepage", "-o", target).exit_code == 0
    assert _titles(target) == ["Checkout down for 45 minutes"]


def test_layouts_can_be_chosen_and_left_out(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "some.pptx"
    assert deckgen("build", source, "--only", "key-learning", "-o", target).exit_code == 0
    assert _titles(target) == ["Key Learning"]
    arguments = ("--profile", "executive", "--skip", "title", "--skip", "timeline", "--force")
    assert deckgen("build", source, *arguments, "-o", target).exit_code == 0
    assert len(_titles(target)) == 3


def test_the_as_of_date_decides_what_is_overdue(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    for day, headline in (
        ("2025-01-15", "One action, with an owner and a date"),
        ("2025-01-16", "One action: one overdue"),
    ):
        assert deckgen("build", source, "--as-of", day, "-o", target).exit_code == 0
        assert headline in _titles(target)


def test_source_date_epoch_is_the_default_day(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736300000")
    assert deckgen("build", source).exit_code == 0
    assert "One action, with an owner and a date" in _titles(source.with_suffix(".pptx"))


def test_a_source_date_epoch_that_is_no_number_is_refused(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = deckgen("build", source)
    assert result.exit_code == 1
    assert "SOURCE_DATE_EPOCH: error: is not a number of seconds: 'yesterday'" in result.stderr


def test_a_dash_writes_the_deck_to_standard_output(source: Path) -> None:
    done = deckgen_process("build", source, "-o", "-", folder=source.parent)
    assert done.returncode == 0
    assert len(_titles(done.stdout)) == 7
    assert re.fullmatch(
        r"standard output: 7 slides in \d+\.\d\d s\ncheck: .+\n", done.stderr.decode()
    )
    assert not source.with_suffix(".pptx").exists()


@pytest.mark.parametrize("redirection", [">&-", "> /dev/full"])
def test_a_standard_output_that_takes_nothing_is_a_clear_error(
    source: Path, redirection: str
) -> None:
    done = deckgen_shell(f"build checkout.yaml -o - {redirection}", folder=source.parent)
    assert done.returncode == 1
    assert done.stderr.startswith("standard output: error: ")
    assert "Traceback" not in done.stderr


def test_a_text_that_no_slide_could_show_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "long.yaml"
    source.write_text(f"title: {'word ' * 5_000}\nstarted_at: 2025-01-08 02:15\n", encoding="utf-8")
    result = deckgen("build", source)
    assert result.exit_code == 1
    assert f"{source}:1:8: error: " in result.stderr
    assert "characters long" in result.stderr


def test_a_deck_is_written_even_where_its_summary_cannot_be(source: Path) -> None:
    done = deckgen_shell("build checkout.yaml > /dev/full", folder=source.parent)
    assert (done.returncode, len(_titles(source.with_suffix(".pptx")))) == (1, 7)
    assert done.stderr.startswith("standard output: error: ")
    assert "Traceback" not in done.stderr


def test_a_choice_that_reading_made_is_said_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "first.yaml"
    source.write_text(
        "title: Down\nstarted_at: 2025-01-08 23:50\ntimeline:\n"
        "  - {at: '23:55', text: Pages fail}\n  - {at: '00:10', text: Still failing}\n",
        encoding="utf-8",
    )
    result = deckgen("build", source, "--as-of", "2025-01-10")
    assert result.exit_code == 0
    heads = [line for line in result.stderr.splitlines() if ": warning: " in line]
    assert len(heads) == 1
    assert heads[0].startswith(f"{source}:5:10: warning: ")
    assert "2025-01-09" in heads[0]
    assert result.stdout.splitlines()[0].endswith(", 1 warning")


def test_what_a_check_would_list_is_counted_in_one_line(source: Path) -> None:
    source.write_text(source.read_text() + "  - {action: Tell support, owner: TBD}\n")
    result = deckgen("build", source, "--as-of", "2025-01-10")
    line = result.stdout.splitlines()[-1]
    assert line.startswith("check: 1 error")
    assert line.endswith(f"; see them with: deckgen check {source}")
    assert "TBD" not in result.stderr


def test_a_strict_build_writes_no_deck_where_a_check_finds_an_error(source: Path) -> None:
    source.write_text(source.read_text() + "  - {action: Tell support, owner: TBD}\n")
    result = deckgen("build", source, "--strict", "--as-of", "2025-01-10")
    assert (result.exit_code, source.with_suffix(".pptx").exists()) == (1, False)
    heads = [line for line in result.stderr.splitlines() if ": error: " in line]
    assert [head.endswith("action A2: 'TBD' is nobody [action-owner]") for head in heads] == [True]


def test_a_strict_build_writes_the_deck_where_a_check_finds_no_error(source: Path) -> None:
    assert deckgen("build", source, "--strict", "--as-of", "2025-01-10").exit_code == 0
    assert source.with_suffix(".pptx").exists()


def test_a_deck_edited_by_hand_is_kept(source: Path) -> None:
    target = source.with_suffix(".pptx")
    assert deckgen("build", source).exit_code == 0
    deck = Presentation(str(target))
    deck.slides[0].shapes.title.text_frame.text = "My own words"
    deck.save(str(target))
    edited = target.read_bytes()
    result = deckgen("build", source)
    assert result.exit_code == 1
    assert str(target) in result.stderr
    assert "--force" in result.stderr
    assert target.read_bytes() == edited
    assert deckgen("build", source, "--force").exit_code == 0
    assert _titles(target)[0] == "Checkout down for 45 minutes"


def test_an_unchanged_deck_is_replaced_without_asking(source: Path) -> None:
    assert deckgen("build", source).exit_code == 0
    assert deckgen("build", source, "--profile", "executive").exit_code == 0
    assert len(_titles(source.with_suffix(".pptx"))) == 5


def test_an_author_overrides_any_headline(source: Path) -> None:
    source.write_text(SOURCE + "headlines: {timeline: 45 minutes that we could have had back}\n")
    assert deckgen("build", source).exit_code == 0
    assert "45 minutes that we could have had back" in _titles(source.with_suffix(".pptx"))


def test_a_headline_for_an_unknown_layout_is_a_fault_with_its_place(source: Path) -> None:
    source.write_text(SOURCE + "headlines: {time-line: X}\n")
    result = deckgen("build", source)
    assert result.exit_code == 1
    assert f"{source}:12:13: error: headlines: there is no layout 'time-line'" in result.stderr
    assert "did you mean 'timeline'?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "timline"], "did you mean 'timeline'?"),
        (["--skip", "apendix-timeline"], "did you mean 'appendix-timeline'?"),
        (["--theme", "defualt"], "did you mean 'default'?"),
        (["--theme", "missing.toml"], "missing.toml: error: there is no such file"),
        (["--template", "missing.potx"], "missing.potx: error: "),
        (["--only", "evidence"], "nothing to show"),
    ],
)
def test_unknown_names_are_refused_with_their_neighbour(
    source: Path, arguments: list[str], said: str
) -> None:
    result = deckgen("build", source, *arguments)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not source.with_suffix(".pptx").exists()


@pytest.mark.parametrize(
    "arguments",
    [["--profile", "exec"], ["--as-of", "tomorrow"], ["--as-of", "2025-02-30"], ["--frobnicate"]],
)
def test_a_wrong_command_line_exits_with_2(source: Path, arguments: list[str]) -> None:
    result = deckgen("build", source, *arguments)
    assert result.exit_code == 2
    assert not source.with_suffix(".pptx").exists()


def test_a_misspelt_command_is_answered_with_its_neighbour() -> None:
    result = deckgen("biuld", "x.yaml")
    assert result.exit_code == 2
    assert "did you mean 'build'?" in result.stderr


def test_the_source_travels_inside(source: Path) -> None:
    assert deckgen("build", source).exit_code == 0
    with zipfile.ZipFile(source.with_suffix(".pptx")) as package:
        parts = [name for name in package.namelist() if name.startswith("customXml/item")]
        assert any("Deploy 4812" in package.read(name).decode() for name in parts)


def test_figures_can_be_pictures_drawn_by_one_browser(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("chromium")
    started: list[FigureBrowser] = []

    class Noted(FigureBrowser):
        def __enter__(self) -> Self:
            started.append(self)
            return super().__enter__()

    monkeypatch.setattr("deckgen.rendering.FigureBrowser", Noted)
    source.write_text(SOURCE + SERIES, encoding="utf-8")
    result = deckgen("build", source, "--chart", "picture")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [one.started for one in started] == [1]
    with zipfile.ZipFile(source.with_suffix(".pptx")) as package:
        media = sorted(name for name in package.namelist() if "/media/" in name)
    assert [name.rpartition(".")[2] for name in media] == ["png", "svg", "png", "svg"]


def test_pictures_without_a_browser_are_refused_and_nothing_is_written(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(source.with_name("missing")))
    result = deckgen("build", source, "--chart", "picture")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'deckgen build --chart native' needs no browser" in result.stderr
    assert [path.name for path in source.parent.iterdir()] == ["checkout.yaml"]
    assert deckgen("build", source, "--chart", "native").exit_code == 0


def test_a_kind_of_chart_that_nobody_knows_exits_with_2(source: Path) -> None:
    assert deckgen("build", source, "--chart", "drawn").exit_code == 2
