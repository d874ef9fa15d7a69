"""A batch that is interrupted or killed at one moment or another: the next run does the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.sources import contents, small, with_action, write
from tests.cli.commands import ROOT, deckgen

DAY = ("--as-of", "2025-02-01")
ENDED = """
import os, signal, sys
number, moment, time = int(sys.argv.pop(1)), sys.argv.pop(1), int(sys.argv.pop(1))

def end(event, args):
    global time
    if f"{event} {args[0] if args else ''}".startswith(moment):
        time -= 1
        if time <= 0:
            os.kill(os.getpid(), number)

from deckgen.cli import main
sys.addaudithook(end)
main()
"""
"""Runs the command and sends it a signal from the time on that a moment has come so often."""

MOMENTS = [
    ("import filelock", 1),
    ("import deckgen.batch.crew", 1),
    ("open {decks}/.deckgen/running.json", 1),
    ("open {decks}/.deckgen/manifest.json", 1),
    ("open {decks}/.deckgen/journal.jsonl", 2),
    ("os.mkdir {decks}/web", 1),
    ("open {decks}/.deckgen/writing.tmp", 1),
    ("os.rename {decks}/.deckgen/writing.tmp", 1),
    ("open {decks}/.deckgen/writing.tmp", 3),
    ("os.rename {decks}/.deckgen/writing.tmp", 3),
    ("os.rename {decks}/.deckgen/writing.tmp", 5),
]
"""Of a run: what is about to be done, and the how manieth time."""


def run_ended(number: int, moment: str, time: int, *arguments: str) -> tuple[int, str]:
    """Return status and standard error of a command that was sent a signal at a moment."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    done = subprocess.run(
        [sys.executable, "-c", ENDED, str(number), moment, str(time), *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
@pytest.mark.parametrize(("moment", "time"), MOMENTS)
def test_the_next_run_leaves_the_folder_of_a_run_that_nobody_disturbed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    moment: str,
    time: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(write(Path("q"), one=small(), two=with_action()) / "web", three=small())
    at = moment.format(decks=tmp_path / "decks")
    batch = ("batch", "q", "-o", str(tmp_path / "decks"), *DAY)
    status, said = run_ended(number, at, time, *batch)
    if number == signal.SIGKILL:
        assert status == -signal.SIGKILL
    else:
        assert (status, said) == (130, "\nAborted!\n")
        assert list(tmp_path.rglob("*.tmp")) + list(tmp_path.rglob("running.json")) == []
    assert deckgen(*batch).exit_code == 0
    deckgen("batch", "q", "-o", "undisturbed", *DAY)
    assert contents(tmp_path / "decks") == contents(tmp_path / "undisturbed")
