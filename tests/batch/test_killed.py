"""Fifty processes killed at random moments, and then a run to the end: nothing shows of it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.batch.processes import descendants, processes_marked, soon
from tests.batch.runs import batch_process
from tests.batch.sources import contents, small, with_action, write

KILLED = 50
MOST_ROUNDS = 50
"""In each a worker is killed, and then the run itself; some come too late."""

SOURCES = 12
MARK = f"deckgen-killed-{os.getpid()}"


@pytest.fixture
def q(tmp_path: Path) -> Iterator[Path]:
    """A folder of postmortems; in the end no process is left."""
    yield write(tmp_path / "q", **{f"one-{n}": small(f"First {n}") for n in range(SOURCES)})
    for pid in processes_marked(MARK):
        os.kill(pid, signal.SIGKILL)


def workers(pid: int) -> list[int]:
    """Return the processes that make the decks of a run: those below its own children."""
    return sorted({worker for child in descendants(pid) for worker in descendants(child)})


def change(q: Path, chance: random.Random, number: int) -> None:
    """Change most sources, take one away and add one in a folder."""
    for path in sorted(q.rglob("*.yaml")):
        if chance.random() < 0.7:
            path.write_text(chance.choice([small, with_action])(f"Round {number} {path.stem}"))
    chance.choice(sorted(q.glob("*.yaml"))).unlink()
    write(q / f"team-{chance.randrange(3)}", **{f"new-{number}": small(f"New {number}")})
    write(q, **{f"one-{SOURCES + number}": small(f"Next {number}")})


def run_killed(q: Path, decks: Path, chance: random.Random) -> int:
    """Run a batch, kill one of its workers and then itself; return how many were killed."""
    killed = 0
    with batch_process(q, decks, MARK, "--prune") as run:
        assert run.stdout is not None
        for _ in range(chance.randrange(1, 4)):
            run.stdout.readline()
        time.sleep(chance.random() * 0.02)
        for worker in chance.sample(found := workers(run.pid), min(1, len(found))):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
                killed += 1
        for _ in range(chance.randrange(0, 4)):
            run.stdout.readline()
        time.sleep(chance.random() * 0.1)
        killed += run.poll() is None
        run.kill()
    return killed


def run_to_the_end(q: Path, decks: Path) -> dict[str, bytes]:
    with batch_process(q, decks, MARK, "--prune") as run:
        out, _ = run.communicate()
    assert run.returncode == 0, out
    return contents(decks)


def folders(decks: Path) -> set[Path]:
    return {path.relative_to(decks) for path in decks.rglob("*") if path.is_dir()}


def test_the_folder_is_that_of_a_run_that_nobody_disturbed(q: Path, tmp_path: Path) -> None:
    chance, decks, killed = random.Random(6), tmp_path / "decks", 0
    for number in range(MOST_ROUNDS):
        change(q, chance, number)
        killed += run_killed(q, decks, chance)
        assert soon(lambda: not processes_marked(MARK))
        if killed >= KILLED:
            break
    assert killed >= KILLED
    assert run_to_the_end(q, decks) == run_to_the_end(q, tmp_path / "undisturbed")
    assert folders(decks) == folders(tmp_path / "undisturbed")
