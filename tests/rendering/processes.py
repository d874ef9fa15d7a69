"""The processes of this machine that work with a folder."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

SECONDS = 10
"""How long what is to end may take before it counts as left behind."""


def commands(folder: Path) -> dict[int, str]:
    """Return the command lines of the processes that name a folder, by their id."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = file.read_bytes().decode(errors="replace")
        except OSError:
            continue
        if str(folder) in line:
            found[int(file.parent.name)] = line.replace("\0", " ")
    return found


def group_of(folder: Path) -> int:
    """Return the process group of the browser whose profile lies in a folder."""
    groups = set()
    for process in commands(folder):
        with suppress(ProcessLookupError):  # it ended just now
            groups.add(os.getpgid(process))
    [group] = groups
    return group


def assert_nothing_is_left(folder: Path) -> None:
    """Wait until no process names the folder; then it is empty."""
    last = time.monotonic() + SECONDS
    while commands(folder) and time.monotonic() < last:
        time.sleep(0.05)
    assert commands(folder) == {}
    assert list(folder.iterdir()) == []
