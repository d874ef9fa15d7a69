"""One browser that draws: found or told, started again once, ended for certain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.rendering import FigureBrowser
from deckgen.rendering import browser as module
from tests.cli.commands import ROOT
from tests.programs import require
from tests.rendering.figures import impact, timeline
from tests.rendering.processes import SECONDS, assert_nothing_is_left, commands, group_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


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
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    program = tmp_path / "browser"
    program.write_text("#!/bin/sh\nwhile :; do sleep 0.2; done\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(program))
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
"""Draws until it is interrupted."""

INTERRUPTED_AT_THE_START = """
import os, signal, sys
from deckgen.cli import main

def interrupt(event, args):
    if event == "subprocess.Popen":
        os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(interrupt)
main()
"""
"""Runs the command and interrupts it when the browser is about to be started."""


def running(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'layouts'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_an_interrupt_while_drawing_leaves_nothing(chromium: Path) -> None:
    with running(DRAWS) as drawing:
        try:
            assert drawing.stdout is not None
            assert drawing.stdout.readline() == "drawn 0\n"
            assert commands(chromium)
            drawing.send_signal(signal.SIGINT)
            assert drawing.wait(SECONDS) == -signal.SIGINT
        finally:
            drawing.kill()
    assert_nothing_is_left(chromium)


def test_an_interrupt_while_the_browser_starts_leaves_nothing(
    chromium: Path, tmp_path: Path
) -> None:
    sample, target = ROOT / "samples" / "redis-cache-race.yaml", tmp_path / "timeline.png"
    arguments = "chart", str(sample), "-o", str(target)
    with running(INTERRUPTED_AT_THE_START, *arguments) as command:
        assert command.communicate(timeout=SECONDS) == ("", "\nAborted!\n")
        assert command.returncode == 130
    assert list(tmp_path.iterdir()) == []
    assert_nothing_is_left(chromium)
