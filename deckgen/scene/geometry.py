"""Lengths and boxes in EMU: 914,400 to the inch, 12,700 to the point, 9,525 to the pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

Emu = NewType("Emu", int)
"""A length in English Metric Units."""

EMU_PER_POINT = 12_700
EMU_PER_PIXEL = 9_525
EMU_PER_INCH = 914_400


def inches(length: float) -> Emu:
    """Return a length given in inches."""
    return Emu(round(length * EMU_PER_INCH))


def points(length: float) -> Emu:
    """Return a length given in points (1/72 inch)."""
    return Emu(round(length * EMU_PER_POINT))


def pixels(length: float) -> Emu:
    """Return a length given in pixels (1/96 inch)."""
    return Emu(round(length * EMU_PER_PIXEL))


def to_points(length: int) -> float:
    """Return a length of EMU in points."""
    return length / EMU_PER_POINT


def to_pixels(length: int) -> float:
    """Return a length of EMU in pixels."""
    return length / EMU_PER_PIXEL


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide: left, top, width and height in EMU."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        """The x of the right edge."""
        return Emu(self.x + self.width)

    @property
    def bottom(self) -> Emu:
        """The y of the lower edge."""
        return Emu(self.y + self.height)

    def inset(self, dx: int, dy: int) -> Box:
        """Return the box less `dx` on the left and right and `dy` at the top and bottom."""
        return Box(
            Emu(self.x + dx), Emu(self.y + dy), Emu(self.width - 2 * dx), Emu(self.height - 2 * dy)
        )

    def row(self, top: int, height: int) -> Box:
        """Return the strip of full width that starts `top` below the upper edge."""
        return Box(self.x, Emu(self.y + top), self.width, Emu(height))

    def column(self, left: int, width: int) -> Box:
        """Return the strip of full height that starts `left` of the left edge."""
        return Box(Emu(self.x + left), self.y, Emu(width), self.height)

    def columns(self, weights: Sequence[float], gutter: int) -> list[Box]:
        """Return boxes side by side, as wide as `weights` say, with `gutter` between them."""
        return [self.column(x, w) for x, w in _shares(self.width, weights, gutter)]

    def rows(self, weights: Sequence[float], gutter: int) -> list[Box]:
        """Return boxes below one another, as high as `weights` say, with `gutter` between them."""
        return [self.row(y, h) for y, h in _shares(self.height, weights, gutter)]

    def contains(self, other: Box, tolerance: int = 0) -> bool:
        """Whether `other` lies inside, give or take `tolerance` EMU."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Box, tolerance: int = 0) -> bool:
        """Whether the two share an area wider and higher than `tolerance` EMU."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > tolerance
            and min(self.bottom, other.bottom) - max(self.y, other.y) > tolerance
        )


def _shares(length: int, weights: Sequence[float], gutter: int) -> list[tuple[int, int]]:
    """Divide `length` into parts with gutters; return each part's start and length."""
    free, total, passed = length - gutter * (len(weights) - 1), sum(weights), 0.0
    shares = []
    for n, weight in enumerate(weights):
        start = round(free * passed / total)
        passed += weight
        shares.append((start + n * gutter, round(free * passed / total) - start))
    return shares
