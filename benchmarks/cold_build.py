"""One cold `deckgen build`, beside bare python-pptx and pandoc on the same content, as ratios.

    pip install -e . pypandoc-binary
    python -m benchmarks.cold_build [samples/redis-cache-race.yaml] [--rounds 15]

Each round runs the three one after the other as whole processes, so that a machine whose speed
drifts slows all of them; the ratios are taken within a round and their median is printed. Also:
the CPU time of each further deck in one process, and `deckgen --help` beside `import click`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.deck_outline import markdown_of, outline_of

HERE = Path(__file__).parent
ROOT = HERE.parent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default=ROOT / "samples" / "redis-cache-race.yaml")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(arguments.source), Path(folder), arguments.rounds)
    _further_decks(Path(arguments.source))
    _help(arguments.rounds)


def _compare(source: Path, folder: Path, rounds: int) -> None:
    ours = [*deckgen_command(), "build", str(source), "-o", str(folder / "deckgen.pptx")]
    _seconds(ours)
    outline = outline_of(folder / "deckgen.pptx", folder)
    (folder / "outline.json").write_text(json.dumps(outline), encoding="utf-8")
    (folder / "outline.md").write_text(markdown_of(outline), encoding="utf-8")
    shapes = sum(len(plan["texts"]) + plan["plain"] for plan in outline)
    cells = sum(len(rows) * len(rows[0]) for plan in outline for rows in plan["tables"])
    print(f"{source.name}: {len(outline)} slides, {shapes} shapes, {cells} table cells")
    bare = [sys.executable, str(HERE / "bare_python_pptx.py")]
    bare += [str(folder / "outline.json"), str(folder / "bare.pptx")]
    by_pandoc = [pandoc(), str(folder / "outline.md"), "-o", str(folder / "pandoc.pptx")]
    by_pandoc += ["--slide-level=2"]
    commands = {"deckgen": ours, "bare python-pptx": bare, "pandoc": by_pandoc}
    _table("cold build", commands, rounds)


def _table(title: str, commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Run all commands in every round and print each one's median and its ratio to the first."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for command in commands.values():
        _seconds(command)
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(_seconds(command))
    print(f"\n{title}, {rounds} rounds, median of whole processes")
    first = next(iter(commands))
    for name, runs in taken.items():
        wall, cpu = (statistics.median(run[n] for run in runs) for n in (0, 1))
        ratios = [
            statistics.median(a[n] / b[n] for a, b in zip(taken[first], runs, strict=True))
            for n in (0, 1)
        ]
        print(f"  {name:18} wall {wall:6.3f} s  cpu {cpu:6.3f} s", end="")
        print(
            ""
            if name == first
            else f"   {first} takes {ratios[0]:.2f} x wall, {ratios[1]:.2f} x cpu"
        )


def _seconds(command: Sequence[str]) -> tuple[float, float]:
    """Return wall and CPU seconds of one run of `command`."""
    before, begun = os.times(), time.perf_counter()
    # Without compiled modules of its own code, deckgen would be compiled anew each time.
    keeping = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    nothing = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=nothing, stderr=nothing, env=keeping)
    wall, after = time.perf_counter() - begun, os.times()
    cpu = after.children_user + after.children_system
    return wall, cpu - before.children_user - before.children_system


def _further_decks(source: Path, amount: int = 30) -> None:
    import deckgen

    def per_deck(work: Callable[[], object]) -> float:
        begun = time.process_time()
        work()
        return (time.process_time() - begun) * 1000

    first = per_deck(lambda: deckgen.build(source))
    further = [per_deck(lambda: deckgen.build(source)) for _ in range(amount)]
    print(f"\nin one process, CPU: first deck {first:.0f} ms with all imports", end="")
    print(f", each further one {statistics.median(further):.1f} ms (median of {amount})")


def _help(rounds: int) -> None:
    commands = {
        "deckgen --help": [*deckgen_command(), "--help"],
        "import click": [sys.executable, "-c", "import click"],
    }
    _table("help", commands, rounds)


def deckgen_command() -> list[str]:
    """Return how the command of this environment is called."""
    return [str(Path(sys.executable).with_name("deckgen"))]


def pandoc() -> str:
    """Return the path of pandoc."""
    import pypandoc

    path: str = pypandoc.get_pandoc_path()
    return path


if __name__ == "__main__":
    main()
