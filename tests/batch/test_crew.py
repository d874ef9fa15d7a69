"""A crew of real processes: outcomes in order, lost processes replaced, nobody wrongly blamed."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from threading import Timer

import pytest

from deckgen.batch.crew import LocalPool, PoolCrew, local_crew
from deckgen.batch.work import Failed, Made, Outcome, Work, outcome
from deckgen.diagnostics import InputError
from deckgen.readers.beside import CarriedFile
from tests.batch.processes import descendants, marked_process, processes_marked, soon
from tests.batch.sources import small, work
from tests.batch.test_work import CSV, MEASURED


def works(amount: int) -> list[Work]:
    return [work(small(f"Incident {n}"), f"incident-{n}.yaml") for n in range(amount)]


def start(_: str) -> Executor:
    return ProcessPoolExecutor(2, mp_context=get_context("forkserver"))


def fatal(asked: Work) -> Outcome:
    """Do a work, but end the process where its title says so."""
    if b"Fatal" in asked.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return outcome(asked)


def fatal_once(asked: Work) -> Outcome:
    """End the process the first time, of which a file beside tells."""
    marker = Path(asked.path).with_suffix(".begun")
    if b"Fatal" in asked.source and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return outcome(asked)


def fatal_while_telling(asked: Work) -> Outcome:
    """End the process while it hands over much, the first time, of which a file beside tells."""
    marker = Path(asked.path).with_suffix(".begun")
    if b"Fatal" in asked.source and not marker.exists():
        marker.touch()
        Timer(0.05, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return Made(bytes(200_000_000), 1)
    return outcome(asked)


def test_outcomes_come_in_the_order_of_the_works_and_are_those_of_one_process() -> None:
    asked = works(12)
    with local_crew(2) as crew:
        done = list(crew.outcomes(asked))
    assert done == [(one, outcome(one)) for one in asked]


def test_files_that_were_not_guessed_are_fetched(tmp_path: Path) -> None:
    (tmp_path / "errors.csv").write_text(CSV)
    with local_crew(1) as crew:
        [(sent, made)] = crew.outcomes([work(MEASURED, str(tmp_path / "a.yaml"))])
    assert isinstance(made, Made)
    assert list(sent.beside) == [("errors.csv", "CSV file")]


def test_works_are_taken_as_they_are_needed() -> None:
    taken = 0

    def lazily() -> Iterator[Work]:
        nonlocal taken
        for one in works(40):
            taken += 1
            yield one

    next(PoolCrew(AtOnce(), 1).outcomes(lazily()))
    assert taken < 20


def test_works_that_weigh_much_are_taken_one_after_the_other() -> None:
    content = bytes(100_000_000)
    heavy = {("a.png", "picture"): CarriedFile("a.png", "a.png", content)}
    taken = 0

    def lazily() -> Iterator[Work]:
        nonlocal taken
        for one in works(10):
            taken += 1
            yield replace(one, beside=heavy)

    next(PoolCrew(AtOnce(), 1).outcomes(lazily()))
    assert taken == 2


def test_a_work_that_ends_every_process_fails_alone() -> None:
    asked = works(9)
    asked[4] = work(small("Fatal"), "fatal incident.yaml")
    pool = LocalPool(start, fatal)
    done = list(PoolCrew(pool, 2).outcomes(asked))
    pool.end()
    assert [one.path for one, _ in done] == [one.path for one in asked]
    failed = [made for _, made in done if isinstance(made, Failed)]
    assert [fault.path for made in failed for fault in made.faults] == ["fatal incident.yaml"]
    assert failed[0].faults[0].hint == "try it alone: deckgen build 'fatal incident.yaml'"


@pytest.mark.parametrize("do", [fatal_once, fatal_while_telling])
def test_a_work_that_was_lost_with_its_process_is_done_again(
    tmp_path: Path, do: Callable[[Work], Outcome]
) -> None:
    asked = works(5)
    asked[2] = work(small("Fatal"), str(tmp_path / "fatal.yaml"))
    pool = LocalPool(start, do)
    done = list(PoolCrew(pool, 2).outcomes(asked))
    pool.end()
    assert (tmp_path / "fatal.begun").exists()
    assert done == [(one, outcome(one)) for one in asked]


def test_without_room_for_what_is_handed_over_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pool = LocalPool(start, outcome)
    [folder] = tmp_path.iterdir()
    folder.rmdir()
    with pytest.raises(InputError, match="decks cannot be handed over: No such file"):
        list(PoolCrew(pool, 2).outcomes(works(1)))
    pool.end()


def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    mark = f"deckgen-test-{os.getpid()}"
    script = (
        "import time\n"
        "from deckgen.batch.crew import local_crew\n"
        "from tests.batch.test_crew import works\n"
        "if __name__ == '__main__':\n"
        "    with local_crew(2) as crew:\n"
        "        list(crew.outcomes(works(4)))\n"
        "        print('ready', flush=True)\n"
        "        time.sleep(600)\n"
    )
    (tmp_path / "parent.py").write_text(script)
    parent = marked_process([str(tmp_path / "parent.py")], mark)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    assert len(processes_marked(mark)) >= 3
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert soon(lambda: not processes_marked(mark))


class AtOnce:
    """A pool that does a work as it is handed over."""

    def submit(self, asked: Work) -> Future[Outcome]:
        """Do it at once."""
        future = Future[Outcome]()
        future.set_result(outcome(asked))
        return future

    def renew(self) -> None:
        """There is nothing to renew."""


def test_any_executor_will_do() -> None:
    asked = works(3)
    assert [made for _, made in PoolCrew(AtOnce(), 1).outcomes(asked)] == [
        outcome(one) for one in asked
    ]


def test_processes_do_not_hear_the_ctrl_c_of_a_terminal() -> None:
    with local_crew(1) as crew:
        outcomes = crew.outcomes(works(6))
        next(outcomes)
        for child in descendants(os.getpid()):
            os.kill(child, signal.SIGINT)
        assert all(isinstance(made, Made) for _, made in outcomes)
