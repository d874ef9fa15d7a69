"""What happens in a batch, to be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Diagnostic


@dataclass(frozen=True)
class Built:
    """A deck that was made, with what is to be said of it."""

    source: Path
    deck: Path
    slides: int
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Failed:
    """A source of which no deck was made; `outdated` is its deck of before, where there is one."""

    source: Path
    faults: tuple[Diagnostic, ...]
    outdated: Path | None


@dataclass(frozen=True)
class Kept:
    """A deck that stays as it is, and what is said of it."""

    deck: Path
    said: Diagnostic


@dataclass(frozen=True)
class Pruned:
    """A deck that was removed as its source has gone."""

    deck: Path


@dataclass(frozen=True)
class Spared:
    """That no deck was removed, and why."""

    said: Diagnostic


Event = Built | Failed | Kept | Pruned | Spared
"""What a batch yields, one after the other."""
