"""The layouts that installed packages offer, by their entry points: none of them is imported."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoints, entry_points

GROUP = "deckgen.layouts"
"""The group of entry points that a package adds layouts to."""


@cache
def layout_plugins() -> EntryPoints:
    """Return the layouts that installed packages offer; a process asks for them once."""
    return entry_points(group=GROUP)
