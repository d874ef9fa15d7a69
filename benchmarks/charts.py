"""Charts as pictures over many decks, and 100,000 readings of one measurement.

    python -m benchmarks.charts

Prints how many browsers 20 decks with pictures start in one process and what each deck takes, as a
ratio to the same decks with native charts; then seconds and peak memory of a whole build from a CSV
file of 100,000 rows, as a ratio to one of 100 rows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from deckgen import build
from deckgen.pipeline import Options
from deckgen.rendering import FigureBrowser

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.yaml"))
_AS_OF = date(2025, 1, 20)
_DECKS = 20
_STARTED = datetime(2025, 1, 8, 2, 15)
_BUILD = """
import sys
import deckgen
deckgen.build(sys.argv[1])
status = open("/proc/self/status").read()
print(status.split("VmHWM:")[1].split()[0])
"""
"""Builds a deck and says the most memory that its process had, in kilobytes (Linux)."""


def main() -> None:
    """Measure and print."""
    _many_decks()
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_readings(Path(folder), rows) for rows in (100, 100_000))
    print(f"build from a CSV file of     100 rows: {few[0]:5.2f} s, peak {few[1]:5.0f} MB")
    print(f"build from a CSV file of 100,000 rows: {many[0]:5.2f} s, peak {many[1]:5.0f} MB")
    print(f"  that is {many[0] / few[0]:.1f} x the time and {many[1] / few[1]:.1f} x the memory")


def _many_decks() -> None:
    sources = [SAMPLES[n % len(SAMPLES)] for n in range(_DECKS)]
    begun = time.perf_counter()
    for source in sources:
        build(source, Options(as_of=_AS_OF))
    native = time.perf_counter() - begun
    begun = time.perf_counter()
    with FigureBrowser() as browser:
        for source in sources:
            build(source, Options(chart="picture", as_of=_AS_OF), browser)
    pictures = time.perf_counter() - begun
    print(f"{_DECKS} decks with pictures: {browser.started} browser started, ", end="")
    print(
        f"{pictures / _DECKS:.2f} s a deck, {pictures / native:.1f} x the same with native charts"
    )


def _readings(folder: Path, rows: int) -> tuple[float, float]:
    """Return seconds and peak megabytes of a process that builds a deck of so many readings."""
    step = timedelta(hours=2) / rows
    lines = (f"{_STARTED + step * n:%Y-%m-%d %H:%M:%S.%f},{n * 7919 % 1000}" for n in range(rows))
    (folder / "latency.csv").write_text("\n".join(["time,value", *lines]), "utf-8")
    source = folder / "incident.yaml"
    source.write_text(
        "title: Many readings\nstarted_at: 2025-01-08 02:15\nresolved_at: 2025-01-08 04:15\n"
        "impact: {series: [{label: Latency, unit: ms, threshold: 900, points: latency.csv}]}\n",
        "utf-8",
    )
    begun = time.perf_counter()
    command = [sys.executable, "-c", _BUILD, str(source)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - begun, int(said) / 1024


if __name__ == "__main__":
    main()
