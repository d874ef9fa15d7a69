"""Processes that tests start and look for, by /proc."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.sources import ROOT

_MARK = "DECKGEN_TEST_MARK"


def marked_process(
    arguments: Sequence[str], mark: str, folder: Path | None = None
) -> subprocess.Popen[str]:
    """Start Python with `arguments`; it and all below it can be found by `mark`."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    return subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": paths, _MARK: mark},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def processes_marked(mark: str) -> list[int]:
    """Return the ids of the living processes with `mark`."""
    wanted = f"{_MARK}={mark}".encode()
    return [pid for pid in _all() if wanted in _environment(pid).split(b"\0")]


def descendants(pid: int) -> list[int]:
    """Return the ids of all processes below `pid`."""
    parents = {child: parent_of(child) for child in _all()}
    below: set[int] = set()
    while more := {c for c, p in parents.items() if p in {pid, *below}} - below:
        below |= more
    return sorted(below)


def soon(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Return whether `condition` comes true before long."""
    end = time.monotonic() + seconds
    while not (true := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return true


def _all() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _environment(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:  # it has ended, or is somebody else's
        return b""


def parent_of(pid: int) -> int:
    """Return the id of the process that started `pid`, 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
