"""A process of a crew: it keeps one browser, ends tidily, and survives a fault of the program."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.batch import worker
from deckgen.batch.work import Failed
from deckgen.rendering.browser import FOLDER_PREFIX
from tests.batch.processes import marked_process, parent_of, processes_marked, soon
from tests.batch.sources import small, work
from tests.programs import require
from tests.rendering.processes import group_of

DRAWING = """
from deckgen.batch.crew import local_crew
from tests.batch.sources import small, work
if __name__ == "__main__":
    with local_crew(1) as crew:
        for _ in crew.outcomes([work(small(), chart="picture")] * {amount}):
            print("made", flush=True)
"""


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files; its name is short, as that of a socket must be."""
    require("chromium")
    with tempfile.TemporaryDirectory(prefix="dg") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


def profiles(folder: Path) -> list[Path]:
    """The profiles of browsers in a folder for temporary files."""
    return list(folder.glob(f"{FOLDER_PREFIX}*"))


def test_a_fault_of_the_program_costs_one_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(worker, "outcome", broken)
    failed = worker.done(work(small(), "incident.yaml"))
    assert isinstance(failed, Failed)
    [fault] = failed.faults
    assert fault.path == "incident.yaml"
    assert fault.message.startswith(
        "deckgen failed to make its deck: ZeroDivisionError: division by zero (test_worker.py, line"
    )
    assert fault.hint.startswith("this is a fault of deckgen: please report it")


def test_one_browser_draws_for_all_decks_and_ends_with_the_crew(
    temporary: Path, tmp_path: Path
) -> None:
    mark = f"deckgen-drawing-{os.getpid()}"
    (tmp_path / "drawing.py").write_text(DRAWING.format(amount=4))
    parent = marked_process([str(tmp_path / "drawing.py")], mark)
    assert parent.stdout is not None
    seen = set()
    while parent.stdout.readline():
        seen.update(profiles(temporary))
    assert parent.wait() == 0
    parent.stdout.close()
    assert len(seen) == 1
    assert list(temporary.iterdir()) == []
    assert soon(lambda: not processes_marked(mark))


@pytest.mark.parametrize("victim", ["parent", "worker"])
def test_whoever_is_ended_in_the_middle_no_browser_is_left(
    temporary: Path, tmp_path: Path, victim: str
) -> None:
    mark = f"deckgen-{victim}-{os.getpid()}"
    (tmp_path / "drawing.py").write_text(DRAWING.format(amount=500))
    parent = marked_process([str(tmp_path / "drawing.py")], mark)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "made\n"
    assert len(profiles(temporary)) == 1
    if victim == "worker":
        [before] = profiles(temporary)
        os.kill(parent_of(group_of(before)), signal.SIGTERM)
        assert soon(lambda: not before.exists())
        while parent.stdout.readline() == "made\n" and not profiles(temporary):
            pass  # decks that were done before; then the run goes on with a new browser
        assert len(profiles(temporary)) == 1
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert soon(lambda: not processes_marked(mark))
    assert profiles(temporary) == []
