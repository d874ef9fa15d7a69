"""Decks of outlines by python-pptx alone, in a pool of processes that have imported it before.

`python -m benchmarks.bare_pool FOLDER JOBS` writes NAME.bare.pptx beside each NAME.json.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.bare_python_pptx import write


def main() -> None:
    """Write the decks."""
    folder, jobs = Path(sys.argv[1]), int(sys.argv[2])
    with ProcessPoolExecutor(jobs) as pool:
        for _ in pool.map(_write, sorted(folder.glob("*.json"))):
            pass


def _write(outline: Path) -> None:
    plans = json.loads(outline.read_text(encoding="utf-8"))
    write(plans, str(outline.with_suffix(".bare.pptx")))


if __name__ == "__main__":
    main()
