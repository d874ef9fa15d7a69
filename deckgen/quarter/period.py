"""Periods of time: quarters of calendar and fiscal years, and any other span of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, and what they are called: `2025-Q3`."""

    first: date
    last: date
    name: str

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last
