"""Rectangles on a slide, and the way from a shape's own coordinates to the slide's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tests.validators.xmlnames import A

EMU_PER_PIXEL = 9525

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle whose sides are parallel to the slide's, in EMU from the slide's top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def contains(self, other: Box, slack: float = EMU_PER_PIXEL) -> bool:
        """Whether `other` lies inside, or sticks out by no more than `slack` EMU."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlap(self, other: Box) -> tuple[float, float]:
        """Width and height in EMU of what the two share; one is negative when they are apart."""
        return (
            min(self.right, other.right) - max(self.x, other.x),
            min(self.bottom, other.bottom) - max(self.y, other.y),
        )


def around(points: Sequence[Point]) -> Box:
    """The smallest box that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@dataclass(frozen=True, slots=True)
class Frame:
    """An `a:xfrm`: offset and extent in EMU of the parent's coordinates, turn in radians.

    A group maps its children from the rectangle `inner` (chOff, chExt) onto its own.
    """

    x: int
    y: int
    width: int
    height: int
    turn: float = 0.0
    inner: tuple[int, int, int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it has no area, or maps its children from one that has none."""
        return min(self.width, self.height, *(self.inner or (0, 0, 1, 1))[2:]) <= 0

    def corners(self) -> list[Point]:
        """The four corners after the turn about the centre, in the parent's coordinates."""
        right, bottom = self.x + self.width, self.y + self.height
        square = [(self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom)]
        return [self._turned(point) for point in square]

    def from_inner(self, point: Point) -> Point:
        """A point of the group's children, in the coordinates of the group's parent."""
        if self.inner is None or self.is_empty:
            return self._turned(point)
        left, top, width, height = self.inner
        x = self.x + (point[0] - left) * self.width / width
        y = self.y + (point[1] - top) * self.height / height
        return self._turned((x, y))

    def _turned(self, point: Point) -> Point:
        if not self.turn:
            return point
        centre_x, centre_y = self.x + self.width / 2, self.y + self.height / 2
        dx, dy = point[0] - centre_x, point[1] - centre_y
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        return centre_x + dx * cos - dy * sin, centre_y + dx * sin + dy * cos


def frame_of(xfrm: etree._Element | None) -> Frame | None:
    """Read an `a:xfrm` or `p:xfrm`; None when it is missing or gives no place."""
    if xfrm is None:
        return None
    offset, extent = _pair(xfrm, "off", "x", "y"), _pair(xfrm, "ext", "cx", "cy")
    if offset is None or extent is None:
        return None
    inner_offset, inner_extent = _pair(xfrm, "chOff", "x", "y"), _pair(xfrm, "chExt", "cx", "cy")
    inner = inner_offset + inner_extent if inner_offset and inner_extent else None
    turn = math.radians(int(xfrm.get("rot", "0")) / 60000)
    return Frame(*offset, *extent, turn, inner)


def _pair(xfrm: etree._Element, tag: str, first: str, second: str) -> tuple[int, int] | None:
    element = xfrm.find(A + tag)
    if element is None:
        return None
    return int(element.get(first, "0")), int(element.get(second, "0"))
