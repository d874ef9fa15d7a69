"""A crew on a real Dask cluster: the same decks, whatever of it is lost, and plain words if all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckgen.batch.dask_crew import dask_crew
from deckgen.batch.work import Failed, Made, Work, outcome
from deckgen.diagnostics import InputError
from deckgen.version import __version__
from tests.batch.clusters import cluster
from tests.batch.sources import small, work

ENDS_AT_FATAL = """
import os, signal
from deckgen.batch import worker
plain = worker.done
def done(work):
    if b"Fatal" in work.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(work)
worker.done = done
"""
OF_ANOTHER_VERSION = "import deckgen.version\ndeckgen.version.__version__ = '0.0.1'\n"
WITHOUT_DECKGEN = "import sys\nsys.modules['deckgen'] = None\n"


def works(amount: int) -> list[Work]:
    return [work(small(f"Incident {n}"), f"incident-{n}.yaml") for n in range(amount)]


def test_a_worker_killed_in_the_middle_costs_no_deck(tmp_path: Path) -> None:
    asked = works(60)
    with cluster(tmp_path) as machines:
        machines.add_worker()
        machines.add_worker()
        with dask_crew(machines.address) as crew:
            outcomes = crew.outcomes(asked)
            done = [next(outcomes) for _ in range(5)]
            machines.workers[0].kill()
            done += outcomes
    assert done == [(one, outcome(one)) for one in asked]


def test_a_work_that_ends_every_worker_fails_alone(tmp_path: Path) -> None:
    asked = works(6)
    asked[2] = work(small("Fatal"), "fatal.yaml")
    with cluster(tmp_path) as machines:
        machines.add_worker("--nanny", before=ENDS_AT_FATAL)
        with dask_crew(machines.address) as crew:
            done = [made for _, made in crew.outcomes(asked)]
    failed = done.pop(2)
    assert isinstance(failed, Failed)
    assert failed.faults[0].hint == "try it alone: deckgen build fatal.yaml"
    assert all(isinstance(made, Made) for made in done)


def test_threads_of_one_worker_share_its_browser_in_turn(tmp_path: Path) -> None:
    asked = [work(small(f"Incident {n}"), chart="picture") for n in range(6)]
    with cluster(tmp_path) as machines:
        machines.add_worker(threads=4)
        with dask_crew(machines.address) as crew:
            done = [made for _, made in crew.outcomes(asked)]
    assert all(isinstance(made, Made) for made in done)


def test_a_scheduler_lost_in_the_middle_is_told(tmp_path: Path) -> None:
    with cluster(tmp_path) as machines:
        machines.add_worker()
        with pytest.raises(InputError) as told, dask_crew(machines.address) as crew:
            for _ in crew.outcomes(works(40)):
                machines.scheduler.kill()
        assert told.value.diagnostics[0].path == machines.address
    assert "the Dask scheduler was lost" in str(told.value)


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://127.0.0.1:1", "tcp://", ""])
def test_an_address_where_nobody_answers_is_told(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("deckgen.batch.dask_crew._PATIENCE", "500ms")
    with pytest.raises(InputError, match="no Dask scheduler answers there"), dask_crew(address):
        pass


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    with cluster(tmp_path) as machines:
        address = machines.address
        with pytest.raises(InputError, match="has no workers") as told, dask_crew(address):
            pass
    assert told.value.diagnostics[0].hint == f"start some: dask worker {address}"


@pytest.mark.parametrize(
    ("scheduler", "worker", "said"),
    [
        ("", OF_ANOTHER_VERSION, f"there is deckgen 0.0.1 over there, and {__version__} here"),
        (OF_ANOTHER_VERSION, "", f"there is deckgen 0.0.1 over there, and {__version__} here"),
        ("", WITHOUT_DECKGEN, "deckgen cannot be used there: "),
        (WITHOUT_DECKGEN, "", "deckgen cannot be used there: "),
    ],
)
def test_machines_without_this_deckgen_are_told(
    tmp_path: Path, scheduler: str, worker: str, said: str
) -> None:
    with cluster(tmp_path, scheduler) as machines:
        machines.add_worker(before=worker)
        with pytest.raises(InputError) as told, dask_crew(machines.address):
            pass
    assert told.value.diagnostics[0].message.startswith(said)


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError) as told, dask_crew("tcp://127.0.0.1:8786"):
        pass
    assert "pip install 'deckgen[dask]'" in str(told.value)
