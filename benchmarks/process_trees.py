"""What a command takes with every process that it starts, and those that these start."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from resource import struct_rusage
from typing import NamedTuple

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


class Usage(NamedTuple):
    """Wall and CPU seconds of a command and all below it, and the peak memory of the largest.

    `largest` is the resident set of a single process in MB.
    """

    wall: float
    cpu: float
    largest: float


def usage_of(command: Sequence[str]) -> Usage:
    """Run `command`, wait for it and for whatever it leaves behind, and return what they took.

    Raises CalledProcessError where its status is not 0. Linux only.
    """
    ctypes.CDLL(None).prctl(_SUBREAPER, 1)  # whose parent has ended becomes a child of ours
    # Without compiled modules of its own code, deckgen would be compiled anew in each process.
    keeping = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=keeping)
    _, status, own = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    taken = [own, *_left_behind()]
    cpu = sum(one.ru_utime + one.ru_stime for one in taken)
    return Usage(wall, cpu, max(one.ru_maxrss for one in taken) / 1024)


def _left_behind() -> Iterator[struct_rusage]:
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return
        yield used
