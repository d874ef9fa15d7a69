"""Icons as native outlines, scaled into their boxes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckgen.postmortem.vocabulary import IconName
from deckgen.scene.geometry import Box, Emu, inches
from deckgen.scene.icons import icon
from deckgen.scene.shapes import Close, CurveTo, LineTo, MoveTo, Path, Segment

BOX = Box(Emu(24_000), Emu(48_000), Emu(240_000), Emu(240_000))
EACH = pytest.mark.parametrize("name", list(IconName))


def coordinates(segments: tuple[Segment, ...]) -> Iterator[tuple[int, int]]:
    for segment in segments:
        if isinstance(segment, CurveTo):
            yield from ((segment.x1, segment.y1), (segment.x2, segment.y2))
        if not isinstance(segment, Close):
            yield segment.x, segment.y


def moved(segments: tuple[Segment, ...], dx: int, dy: int) -> list[tuple[int, int]]:
    return [(x + dx, y + dy) for x, y in coordinates(segments)]


def test_an_icon_is_a_named_filled_path_that_says_what_it_is_only_if_told() -> None:
    plain, told = icon(IconName.KEY, BOX, "#0B3C5D"), icon(IconName.KEY, BOX, "#0B3C5D", "A key")
    assert plain == Path("icon:key", BOX, plain.segments, fill="#0B3C5D")
    assert told == Path("icon:key", BOX, plain.segments, fill="#0B3C5D", alt="A key")


@EACH
def test_every_icon_is_closed_contours_inside_its_box(name: IconName) -> None:
    segments = icon(name, BOX, "#000000").segments
    kinds = [type(segment) for segment in segments]
    assert (kinds[0], kinds[-1]) == (MoveTo, Close)
    assert kinds.count(MoveTo) == kinds.count(Close)
    assert set(kinds) <= {MoveTo, LineTo, CurveTo, Close}
    outside = [
        (x, y)
        for x, y in coordinates(segments)
        if not (BOX.x <= x <= BOX.right and BOX.y <= y <= BOX.bottom)
    ]
    assert outside == []


@EACH
def test_an_icon_fills_most_of_its_box(name: IconName) -> None:
    xs, ys = zip(*coordinates(icon(name, BOX, "#000000").segments), strict=True)
    assert max(max(xs) - min(xs), max(ys) - min(ys)) > BOX.width * 0.6


@EACH
def test_an_icon_moves_and_grows_with_its_box(name: IconName) -> None:
    small = icon(name, Box(Emu(0), Emu(0), inches(1), inches(1)), "#000000").segments
    there = icon(name, Box(inches(2), inches(3), inches(1), inches(1)), "#000000").segments
    large = icon(name, Box(Emu(0), Emu(0), inches(2), inches(2)), "#000000").segments
    assert list(coordinates(there)) == moved(small, inches(2), inches(3))
    doubled = [n * 2 for point in coordinates(small) for n in point]
    assert [n for point in coordinates(large) for n in point] == pytest.approx(doubled, abs=2)
