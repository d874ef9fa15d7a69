"""Committed decks to hold new ones against; `python -m tests.golden_decks` writes them anew."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from tests.sample_decks import SAMPLE_DECKS, SampleDeck, built

FOLDER = Path(__file__).parent / "golden"
GOLDEN = [
    sample
    for sample in SAMPLE_DECKS
    if sample.name
    in {"redis-cache-race-review", "first-hour-executive", "dfds-adfs-2021-03-31-onepage"}
]


def file_of(sample: SampleDeck) -> Path:
    """Return where the committed deck of a sample lies."""
    return FOLDER / f"{sample.name}.pptx"


def parts_of(pptx: bytes) -> dict[str, bytes]:
    """Return the parts of a deck by name."""
    with zipfile.ZipFile(BytesIO(pptx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main() -> None:
    """Write the golden decks as they are built now."""
    FOLDER.mkdir(exist_ok=True)
    for sample in GOLDEN:
        file_of(sample).write_bytes(built(sample).pptx)


if __name__ == "__main__":
    main()
