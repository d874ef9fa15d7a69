"""Ctrl-C at any moment ends the command with one word, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import ROOT

SAMPLE = ROOT / "samples" / "redis-cache-race.yaml"
INTERRUPTED = """
import os, signal, sys
moments = sys.argv.pop(1).split("|")

def interrupt(event, args):
    if f"{event} {args[0]}".startswith(tuple(moments)):
        os.kill(os.getpid(), signal.SIGINT)

from deckgen.cli import main
sys.addaudithook(interrupt)
main()
"""
"""Runs the command and interrupts it each time that one of the moments comes."""


def interrupted(moments: str, target: Path) -> tuple[int, str, str]:
    """Status, standard output and standard error of a build that is interrupted."""
    arguments = [moments, "build", str(SAMPLE), "-o", str(target)]
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, *arguments],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'layouts'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def moments(folder: Path) -> dict[str, str]:
    """When a build may be interrupted, in the order in which it comes to pass."""
    return {
        "the first import": "import",
        "the command's own import": "import deckgen.cli.group",
        "a library's import": "import pydantic",
        "an import in compiled code": "import lxml.etree",
        "reading": f"open {SAMPLE}",
        "reading the theme": f"open {ROOT / 'assets' / 'themes'}",
        "writing": f"open {folder / '.deckgen-'}",
        "renaming": f"os.rename {folder / '.deckgen-'}",
    }


@pytest.mark.parametrize("moment", moments(Path()))
def test_an_interrupted_build_says_one_word_and_writes_nothing(tmp_path: Path, moment: str) -> None:
    happened = interrupted(moments(tmp_path)[moment], tmp_path / "deck.pptx")
    assert happened == (130, "", "\nAborted!\n")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_build_leaves_the_deck_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    assert interrupted("never", target)[0] == 0
    before = target.read_bytes()
    assert interrupted(f"os.rename {tmp_path / '.deckgen-'}", target)[0] == 130
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("deck.pptx", before)
    ]


def test_a_second_interrupt_does_not_keep_the_first_from_cleaning_up(tmp_path: Path) -> None:
    beside = tmp_path / ".deckgen-"
    happened = interrupted(f"os.rename {beside}|os.remove {beside}", tmp_path / "deck.pptx")
    assert happened == (130, "", "\nAborted!\n")
    assert list(tmp_path.iterdir()) == []
