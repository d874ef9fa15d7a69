"""Processes that work for this one: warm from the start, deaf to Ctrl-C, gone with their parent."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods

import pytest

from deckgen.processes import follow_parent, processors, warm_context

MODULE = "deckgen.postmortem.wording"


def known_at_once(module: str) -> bool:
    """Whether a module was imported before this process was asked anything."""
    return module in sys.modules


def after_ctrl_c() -> str:
    """What a process says that got the signal of Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)
    return "still here"


def test_there_is_at_least_one_processor_and_no_more_than_the_machine_has() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)


@pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="this system only spawns")
def test_a_process_finds_the_module_imported() -> None:
    with ProcessPoolExecutor(1, warm_context(MODULE), follow_parent) as pool:
        assert pool.submit(known_at_once, MODULE).result()


def test_a_process_does_not_hear_ctrl_c() -> None:
    with ProcessPoolExecutor(1, warm_context(MODULE), follow_parent) as pool:
        assert pool.submit(after_ctrl_c).result() == "still here"
