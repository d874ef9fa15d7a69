"""Dask clusters on loopback: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

from tests.batch.processes import soon
from tests.sources import ROOT

_LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass
class Cluster:
    """A scheduler, and the workers that were started for it, in a folder of their own."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def file(self) -> Path:
        """Where the scheduler says how it is reached."""
        return self.folder / "scheduler.json"

    @property
    def address(self) -> str:
        """The address of the scheduler."""
        address: str = json.loads(self.file.read_text())["address"]
        return address

    def add_worker(self, *options: str, threads: int = 1, before: str = "") -> None:
        """Start a worker, and wait until the scheduler knows it.

        `before` is Python that runs in it before everything else.
        """
        arguments = [
            "dask_worker", "--scheduler-file", str(self.file), *_LOOPBACK, "--no-nanny",
            "--nthreads", str(threads), "--local-directory", str(self.folder), *options,
        ]  # fmt: skip
        self.workers.append(_started(self.folder, arguments, before))
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), 60)


@contextmanager
def cluster(folder: Path, before: str = "") -> Iterator[Cluster]:
    """Give a cluster without workers; all its processes end with the block."""
    file = folder / "scheduler.json"
    arguments = ["dask_scheduler", "--scheduler-file", str(file), "--port", "0", *_LOOPBACK]
    made = Cluster(folder, _started(folder, arguments, before))
    try:
        assert soon(lambda: file.exists() and bool(file.read_text()), 60)
        yield made
    finally:
        for processes in (made.workers, [made.scheduler]):  # workers take leave of their scheduler
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(60)


def _started(folder: Path, arguments: list[str], before: str) -> subprocess.Popen[bytes]:
    customs = folder / f"customs-{abs(hash(before))}"
    customs.mkdir(exist_ok=True)
    (customs / "sitecustomize.py").write_text(before)
    paths = [str(customs), str(ROOT), str(ROOT / "layouts")]
    command, *options = arguments
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{command}", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
