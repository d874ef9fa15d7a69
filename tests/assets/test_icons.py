"""The icons are one path each, of the few commands that a PowerPoint freeform has too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from deckgen.postmortem.vocabulary import IconName

ICONS = sorted((Path(__file__).parents[2] / "assets" / "icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
COORDINATES = {"M": 2, "L": 2, "C": 6, "Z": 0}
SCAN_LINES = 97
ROUNDING = 1e-9

Point = tuple[float, float]
Commands = list[tuple[str, list[float]]]

EACH = pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)


def path_data(icon: Path) -> str:
    [path] = ElementTree.parse(icon).getroot()
    return path.attrib["d"]


def commands(data: str) -> Commands:
    return [
        (letter, [float(number) for number in re.findall(r"[-.\d]+", numbers)])
        for letter, numbers in re.findall(r"([A-Za-z])([^A-Za-z]*)", data)
    ]


def outlines(found: Commands, steps: int = 8) -> Iterator[list[Point]]:
    """Each sub-path as a closed polygon, curves cut into `steps` chords."""
    polygon: list[Point] = []
    for letter, numbers in found:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "Z":
            yield [*polygon, polygon[0]]
            polygon = []
        elif letter == "C":
            corners = (polygon[-1], *points)
            polygon += [on_curve(corners, n / steps) for n in range(1, steps + 1)]
        else:
            polygon += points


def on_curve(corners: tuple[Point, ...], t: float) -> Point:
    """The point at `t` of a cubic Bezier curve, by Bernstein's polynomials."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y


def winding_numbers(polygons: list[list[Point]], y: float) -> set[int]:
    """The winding numbers met on the horizontal line at `y`, from left to right."""
    crossings = sorted(
        (x0 + (y - y0) / (y1 - y0) * (x1 - x0), 1 if y1 > y0 else -1)
        for polygon in polygons
        for (x0, y0), (x1, y1) in pairwise(polygon)
        if (y0 <= y) != (y1 <= y)
    )
    winding, met = 0, {0}
    for _, turn in crossings:
        winding += turn
        met.add(winding)
    return met


def test_every_icon_a_postmortem_may_name_is_drawn_and_no_other() -> None:
    assert len(ICONS) >= 12
    assert {icon.stem for icon in ICONS} == set(IconName)


@EACH
def test_an_icon_is_one_even_odd_path_on_a_24_unit_square(icon: Path) -> None:
    root = ElementTree.parse(icon).getroot()
    [path] = root
    assert (root.tag, root.attrib) == (f"{SVG}svg", {"viewBox": "0 0 24 24"})
    assert (path.tag, sorted(path.attrib)) == (f"{SVG}path", ["d", "fill-rule"])
    assert path.attrib["fill-rule"] == "evenodd"


@EACH
def test_a_path_is_closed_outlines_of_lines_and_cubic_curves(icon: Path) -> None:
    data = path_data(icon)
    found = commands(data)
    assert re.fullmatch(r"[MLCZ\d., -]+", data)
    assert [(letter, len(numbers)) for letter, numbers in found] == [
        (letter, COORDINATES[letter]) for letter, _ in found
    ]
    assert re.fullmatch(r"(M[LC]+Z)+", "".join(letter for letter, _ in found))


@EACH
def test_an_icon_keeps_clear_of_the_edge(icon: Path) -> None:
    ends = [end for line in outlines(commands(path_data(icon))) for point in line for end in point]
    assert min(ends) >= 2 - ROUNDING
    assert max(ends) <= 22 + ROUNDING


@EACH
def test_even_odd_and_non_zero_filling_paint_the_same(icon: Path) -> None:
    polygons = list(outlines(commands(path_data(icon))))
    met: set[int] = set()
    for line in range(SCAN_LINES):
        met |= winding_numbers(polygons, 24 * (line + 0.5) / SCAN_LINES)
    assert met in ({0, 1}, {0, -1})
