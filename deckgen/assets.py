"""Where the packaged data lies: template, themes, icons, font metrics."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def assets_dir() -> Traversable:
    """Return the assets folder: of an installed wheel, else of the checkout it runs from."""
    packaged = files("deckgen") / "assets"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "assets"
