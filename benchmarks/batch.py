"""Hundreds of decks by `deckgen batch`, beside pandoc and bare python-pptx on the same content.

    pip install -e . pypandoc-binary
    python -m benchmarks.batch [--amount 500] [--large 5000]

Everything runs in one go and is compared as ratios of CPU time for each deck, all processes that
were started included; the batch runs once more at the end, to show how far the machine drifted.
Exits with 1 where a target is missed. Linux only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.cold_build import deckgen_command, pandoc
from benchmarks.made_postmortems import varied_postmortems
from benchmarks.process_trees import Usage, usage_of
from deckgen.pptx.zipping import zipped

AS_OF = "2025-02-01"


class Target(NamedTuple):
    """A ratio that was measured, and what it must reach: at least or at most."""

    what: str
    ratio: float
    limit: float
    at_least: bool

    @property
    def is_met(self) -> bool:
        """Whether it is reached."""
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self) -> str:
        """Return the line that says so."""
        asked = f"{'at least' if self.at_least else 'at most'} {self.limit:g}"
        return (
            f"  {self.what:58} {self.ratio:7.3f}  ({asked}: {'met' if self.is_met else 'MISSED'})"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--amount", type=int, default=500)
    parser.add_argument("--large", type=int, default=5_000)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        targets = _measured(Path(place), arguments.amount, arguments.large, arguments.jobs)
    print("\ntargets")
    for target in targets:
        print(target)
    if not all(target.is_met for target in targets):
        raise SystemExit(1)


def _measured(place: Path, amount: int, large: int, jobs: int) -> list[Target]:
    sources, decks, others = place / "sources", place / "decks", place / "others"
    _write_sources(sources, amount)
    _batch(sources, place / "warm", jobs)  # compiles our modules and fills the caches of the disk
    first = _told("deckgen batch", amount, _batch(sources, decks, jobs))
    unchanged = _told("the same again, unchanged", amount, _batch(sources, decks, jobs))
    # In a process of its own: Linux counts the memory of a process from that of the one that
    # started it, so that this one must stay small.
    outlines = [sys.executable, "-m", "benchmarks.write_outlines", str(decks), str(others)]
    subprocess.run(outlines, check=True)
    by_pandoc = _told("pandoc, a process for each", amount, usage_of(_pandoc_each(others, jobs)))
    bare = [sys.executable, "-m", "benchmarks.bare_pool", str(others), str(jobs)]
    by_bare = _told("bare python-pptx in a pool", amount, usage_of(bare))
    zipping = _seconds_zipping(decks)
    print(f"  {'only zipping the same parts':32} {zipping / amount * 1000:8.2f} ms CPU for each")
    again = _told("deckgen batch once more", amount, _batch(sources, place / "again", jobs))
    _multiply(sources, place / "many", large)
    many = _told(f"deckgen batch of {large:,}", large, _batch(place / "many", place / "x", jobs))
    cost = (first.cpu + again.cpu) / 2
    return [
        Target("pandoc's CPU for each deck, in ours", by_pandoc.cpu / cost, 4, True),
        Target("bare python-pptx's CPU for each deck, in ours", by_bare.cpu / cost, 1.5, True),
        Target("our CPU for each deck, in that of only zipping", cost / zipping, 4, False),
        Target("CPU of an unchanged run, in that of the first",
               unchanged.cpu / first.cpu, 0.05, False),
        Target("wall time of an unchanged run, in that of the first",
               unchanged.wall / first.wall, 0.05, False),
        Target(f"CPU for each of {large:,} decks, in that of {amount:,}",
               (many.cpu / large) / (cost / amount), 1.1, False),
    ]  # fmt: skip


def _told(what: str, amount: int, usage: Usage) -> Usage:
    print(
        f"  {what:32} {usage.cpu / amount * 1000:8.2f} ms CPU for each,"
        f" {amount / usage.wall:8.1f} a second, at most {usage.own:.0f} MB,"
        f" in a process below {usage.below:.0f} MB",
        flush=True,
    )
    return usage


def _write_sources(folder: Path, amount: int) -> None:
    folder.mkdir()
    for number, text in enumerate(varied_postmortems(amount)):
        (folder / f"INC-{number:05}.yaml").write_text(text, encoding="utf-8")


def _multiply(sources: Path, folder: Path, amount: int) -> None:
    """Copy the sources under new names until there are `amount`: the same mix, only more of it."""
    folder.mkdir()
    files = sorted(sources.iterdir())
    for number in range(amount):
        shutil.copyfile(files[number % len(files)], folder / f"INC-{number:05}.yaml")


def _batch(sources: Path, target: Path, jobs: int) -> Usage:
    options = ["--jobs", str(jobs), "--as-of", AS_OF]
    return usage_of([*deckgen_command(), "batch", str(sources), "-o", str(target), *options])


def _pandoc_each(folder: Path, jobs: int) -> Sequence[str]:
    script = f'ls "$0"/*.md | xargs -P {jobs} -I FILE {pandoc()} FILE -o FILE.pptx --slide-level=2'
    return ["sh", "-c", script, str(folder)]


def _seconds_zipping(decks: Path) -> float:
    """Return the CPU seconds for making the files of all decks of parts that are there already."""
    total = 0.0
    for deck in sorted(decks.glob("*.pptx")):
        with zipfile.ZipFile(deck) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        begun = time.process_time()
        zipped(parts)
        total += time.process_time() - begun
    return total


if __name__ == "__main__":
    main()
