"""What a command takes with every process that it starts, and those that these start."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import struct_rusage
from typing import NamedTuple

_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


class Usage(NamedTuple):
    """Wall and CPU seconds of a command and all below it, and peaks of memory.

    `own` is the largest resident set of the command's own process in MB, `below` that of any single
    process below it, looked at ten times a second.
    """

    wall: float
    cpu: float
    own: float
    below: float


def usage_of(command: Sequence[str]) -> Usage:
    """Run `command`, wait for it and for whatever it leaves behind, and return what they took.

    Raises CalledProcessError where its status is not 0. Linux only.
    """
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)  # whose parent has ended becomes a child of ours
    # Without compiled modules of its own code, deckgen would be compiled anew in each process.
    keeping = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=keeping)
    peaks: dict[int, float] = {}
    ended = threading.Event()
    watching = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
    watching.start()
    _, status, own = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    ended.set()
    watching.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    taken = [own, *_left_behind()]
    cpu = sum(one.ru_utime + one.ru_stime for one in taken)
    own_peak = peaks.pop(process.pid, 0.0)
    return Usage(wall, cpu, own_peak, max(peaks.values(), default=0.0))


def _watch(pid: int, peaks: dict[int, float], ended: threading.Event) -> None:
    """Keep the peak of each process of the tree below `pid` in `peaks`, by its id."""
    while not ended.wait(0.1):
        for one in [pid, *_below(pid)]:
            try:
                status = Path(f"/proc/{one}/status").read_text()
            except OSError:  # it has ended
                continue
            if (found := _PEAK.search(status)) is not None:
                peaks[one] = max(peaks.get(one, 0.0), int(found[1]) / 1024)


def _below(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from _below(child)


def _left_behind() -> Iterator[struct_rusage]:
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return
        yield used
