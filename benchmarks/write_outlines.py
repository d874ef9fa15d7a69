"""What decks hold, for other tools: `python -m benchmarks.write_outlines DECKS FOLDER`.

Writes NAME.json and NAME.md into FOLDER for each NAME.pptx in DECKS.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.deck_outline import markdown_of, outline_of


def main() -> None:
    """Write the outlines."""
    decks, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir()
    for deck in sorted(decks.glob("*.pptx")):
        outline = outline_of(deck, folder)
        (folder / f"{deck.stem}.json").write_text(json.dumps(outline), encoding="utf-8")
        (folder / f"{deck.stem}.md").write_text(markdown_of(outline), encoding="utf-8")


if __name__ == "__main__":
    main()
