"""deckgen: a structured incident postmortem in, a PowerPoint deck out.

    from deckgen import build, read
    built = build("postmortem.yaml")
    Path("postmortem.pptx").write_bytes(built.pptx)

Bad input raises `deckgen.diagnostics.InputError`, which carries every fault with its place.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.pipeline import Built, Options
    from deckgen.readers import Document
    from deckgen.rendering import FigureBrowser

__all__ = ["__version__", "build", "read"]


def read(source: str | PathLike[str]) -> Document:
    """Return the postmortem file `source` as a document; raise InputError with all its faults."""
    from pathlib import Path

    from deckgen.readers import read_postmortem

    return read_postmortem(Path(source))


def build(
    source: str | PathLike[str],
    options: Options | None = None,
    browser: FigureBrowser | None = None,
) -> Built:
    """Return the deck made of the postmortem file `source`; raise InputError for bad input.

    Where charts are wanted as pictures, several decks may share one `browser`.
    """
    from deckgen.pipeline import Options, build_deck

    return build_deck(read(source), options or Options(), browser)
