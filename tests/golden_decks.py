"""Committed decks to hold new ones against; `python -m tests.golden_decks` writes them anew."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from deckgen.pipeline import Built
from tests.quarter_samples import sample_review_deck
from tests.sample_decks import SAMPLE_DECKS, built

FOLDER = Path(__file__).parent / "golden"

_DECKS: dict[str, Callable[[], Built]] = {
    **{sample.name: partial(built, sample) for sample in SAMPLE_DECKS},
    "mybinder-2018-Q1-quarter": sample_review_deck,
}
GOLDEN = (
    "redis-cache-race-review",
    "first-hour-executive",
    "dfds-adfs-2021-03-31-onepage",
    "mybinder-2018-Q1-quarter",
)
"""The decks that are committed: one of every profile, and the review of a quarter."""


def file_of(name: str) -> Path:
    """Return where a committed deck lies."""
    return FOLDER / f"{name}.pptx"


def made(name: str) -> bytes:
    """Return a deck as it is made now."""
    return _DECKS[name]().pptx


def parts_of(pptx: bytes) -> dict[str, bytes]:
    """Return the parts of a deck by name."""
    with zipfile.ZipFile(BytesIO(pptx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main() -> None:
    """Write the golden decks as they are made now."""
    FOLDER.mkdir(exist_ok=True)
    for name in GOLDEN:
        file_of(name).write_bytes(made(name))


if __name__ == "__main__":
    main()
