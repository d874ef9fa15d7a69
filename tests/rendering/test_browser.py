"""One browser that draws: found or told, started again once, ended for certain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.rendering import FigureBrowser
from deckgen.rendering import browser as module
from tests.cli.commands import ROOT
from tests.programs import require
from tests.rendering.figures import impact, timeline

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

SECONDS = 10
"""How long what is to end may take before it counts as left behind."""


def commands(folder: Path) -> dict[int, str]:
    """The command lines of the processes that name a folder, by their id."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = file.read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(folder) in line:
            found[int(file.parent.name)] = line.replace("\0", " ")
    return found


def group_of(folder: Path) -> int:
    """The process group of the browser whose profile lies in a folder."""
    [group] = {os.getpgid(process) for process in commands(folder)}
    return group


def assert_nothing_is_left(folder: Path) -> None:
    """No process names the folder, nothing is in it, and nothing is made in it any more."""
    last = time.monotonic() + SECONDS
    while commands(folder) and time.monotonic() < last:
        time.sleep(0.05)
    assert commands(folder) == {}
    assert list(folder.iterdir()) == []


@pytest.fixture
def chromium(temporary: Path) -> Iterator[Path]:
    """The folder for temporary files of a test that starts a browser, empty again after it."""
    require("chromium")
    yield temporary
    assert_nothing_is_left(temporary)


def refusal(drawing: FigureBrowser) -> str:
    """What is said where a figure cannot be drawn."""
    with pytest.raises(InputError) as raised:
        drawing.draw(timeline(), "svg")
    return str(raised.value)


def test_figures_are_drawn_in_every_format_by_one_browser(browser: FigureBrowser) -> None:
    assert browser.draw(timeline(), "png", 2).startswith(b"\x89PNG\r\n\x1a\n")
    assert browser.draw(timeline(), "svg").startswith(b"<svg ")
    assert browser.draw(impact(), "pdf").startswith(b"%PDF-")
    assert browser.started == 1


def test_a_block_that_draws_nothing_starts_nothing(temporary: Path) -> None:
    with FigureBrowser() as drawing:
        assert list(temporary.iterdir()) == []
    assert drawing.started == 0


@pytest.mark.usefixtures("chromium")
def test_an_error_in_the_block_ends_the_browser() -> None:
    with pytest.raises(ZeroDivisionError), FigureBrowser() as drawing:
        drawing.draw(timeline(), "svg")
        raise ZeroDivisionError


def test_a_browser_that_dies_is_started_again_and_draws_the_same(
    chromium: Path, browser: FigureBrowser
) -> None:
    expected = [browser.draw(timeline(), "svg"), browser.draw(timeline(), "png", 2)]
    with FigureBrowser() as drawing:
        assert drawing.draw(timeline(), "svg") == expected[0]
        [before] = chromium.iterdir()
        kill = threading.Timer(0.05, os.killpg, (group_of(chromium), signal.SIGKILL))
        kill.start()
        assert drawing.draw(timeline(), "png", 2) == expected[1]
        kill.join()
        assert drawing.started == 2
        assert commands(before) == {}
        assert not before.exists()


def test_a_browser_that_hangs_is_ended_after_the_stated_time(
    chromium: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.5)
    with FigureBrowser() as drawing:
        drawing.draw(timeline(), "svg")
        os.killpg(group_of(chromium), signal.SIGSTOP)
        monkeypatch.setattr(module, "SECONDS_TO_DRAW", 1.5)
        assert refusal(drawing) == (
            "the browser: error: did not draw a figure within 1.5 seconds, and was ended\n"
            "  help: try again, or update it; 'deckgen build --chart native' needs no browser"
        )
        assert_nothing_is_left(chromium)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("path", ["missing", "."])
def test_a_browser_path_that_names_none_is_told(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(temporary / path))
    with FigureBrowser() as drawing:
        said = refusal(drawing)
    assert said.startswith(
        f"the browser: error: BROWSER_PATH names no browser: {temporary / path}\n"
    )
    assert "'deckgen build --chart native' needs no browser" in said
    assert_nothing_is_left(temporary)


def test_without_a_browser_it_is_told_how_to_get_one(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from choreographer.browsers import Chromium

    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: None)
    with FigureBrowser() as drawing:
        assert refusal(drawing) == (
            "the browser: error: pictures of charts need Chrome or Chromium, and none was found\n"
            "  help: run 'plotly_get_chrome', or install the package 'chromium' or 'google-chrome' "
            "of your system; 'deckgen build --chart native' needs no browser"
        )
    assert_nothing_is_left(temporary)


def test_a_program_that_ends_at_once_is_no_browser(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROWSER_PATH", require("true"))
    with FigureBrowser() as drawing:
        assert refusal(drawing) == (
            "the browser: error: ended twice while it should draw\n"
            "  help: update it; 'deckgen build --chart native' needs no browser"
        )
    assert drawing.started == 2
    assert_nothing_is_left(temporary)
    assert capfd.readouterr() == ("", "")


def test_a_program_that_never_answers_is_no_browser(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROWSER_PATH", require("cat"))
    monkeypatch.setattr(module, "SECONDS_TO_START", 0.5)
    monkeypatch.setattr(module, "_SECONDS_TO_END", 0.5)
    with FigureBrowser() as drawing:
        assert "did not start within 0.5 seconds, and was ended" in refusal(drawing)
    assert_nothing_is_left(temporary)
    assert capfd.readouterr() == ("", "")


DRAWS = """
import itertools
from deckgen.rendering import FigureBrowser
from tests.rendering.figures import timeline

with FigureBrowser() as drawing:
    for n in itertools.count():
        drawing.draw(timeline(), "png", 2)
        print("drawn", n, flush=True)
"""


def test_an_interrupt_while_drawing_leaves_nothing(chromium: Path) -> None:
    drawing = subprocess.Popen(
        [sys.executable, "-c", DRAWS],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'layouts'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with drawing:
        assert drawing.stdout is not None
        assert drawing.stdout.readline() == "drawn 0\n"
        assert commands(chromium)
        drawing.send_signal(signal.SIGINT)
        assert drawing.wait(SECONDS) == -signal.SIGINT
    assert_nothing_is_left(chromium)
