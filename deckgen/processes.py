"""Processes that work for this one: how many, how they are started, and how they end with it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def warm_context(module: str) -> BaseContext:
    """Return what starts processes, which find `module` imported where the system allows it.

    They are forked from a server that has imported it: a fork of this process would share its
    locks and the threads that hold them. Where there is no such server they are spawned.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _nothing() -> None:
    """There is nothing to do."""


def follow_parent(orphaned: Callable[[], None] = _nothing) -> None:
    """Let this process not hear Ctrl-C, and end as soon as its parent has, `orphaned` first.

    Whoever started it hears Ctrl-C, and ends it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(orphaned,), daemon=True).start()


def _end_with_parent(orphaned: Callable[[], None]) -> None:
    """Wait until the parent has ended, however it did; then end at once."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        orphaned()
        os.kill(os.getpid(), signal.SIGTERM)
