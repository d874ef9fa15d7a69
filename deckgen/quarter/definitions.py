"""What each figure of a quarter means, with its formula; slides and docs say it from here."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_FOR_MEDIAN = 5
"""From how many incidents on a median is given; below, every value is shown instead."""


@dataclass(frozen=True)
class Definition:
    """One figure: its name, what it means, its formula, and the least basis that carries it.

    Where it rests on fewer than `least` incidents or actions, it is said to be thin.
    """

    key: str
    name: str
    meaning: str
    formula: str
    least: int = 1
