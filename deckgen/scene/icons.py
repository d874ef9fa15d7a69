"""Icons as native shapes: the path of an SVG in assets/icons, scaled into a box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from deckgen.assets import assets_dir
from deckgen.postmortem.vocabulary import IconName
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.shapes import Close, CurveTo, LineTo, MoveTo, Path, Segment

_VIEW = 24.0
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


def icon(name: IconName, box: Box, colour: str, alt: str | None = None) -> Path:
    """Return the icon `name` in `colour`, filling the square `box`; decorative without `alt`."""
    segments = tuple(_placed(_outline(name), box))
    return Path(f"icon:{name}", box, segments, fill=colour, alt=alt)


@cache
def _outline(name: IconName) -> tuple[tuple[str, tuple[float, ...]], ...]:
    svg = (assets_dir() / "icons" / f"{name}.svg").read_text("utf-8")
    match = re.search(r'\sd="([^"]+)"', svg)
    if match is None:
        raise ValueError(f"icon {name} has no path")
    return tuple(
        (command, tuple(float(n) for n in re.findall(r"-?[\d.]+", numbers)))
        for command, numbers in _STEP.findall(match[1])
    )


def _placed(outline: tuple[tuple[str, tuple[float, ...]], ...], box: Box) -> Iterator[Segment]:
    scale = box.width / _VIEW
    kinds: dict[str, tuple[int, Callable[..., Segment]]] = {
        "M": (2, MoveTo),
        "L": (2, LineTo),
        "C": (6, CurveTo),
    }
    for command, numbers in outline:
        if command == "Z":
            yield Close()
            continue
        arity, kind = kinds[command]
        for n in range(0, len(numbers), arity):
            pairs = zip(numbers[n : n + arity : 2], numbers[n + 1 : n + arity : 2], strict=True)
            placed = [
                Emu(round(origin + value * scale))
                for x, y in pairs
                for origin, value in ((box.x, x), (box.y, y))
            ]
            yield kind(*placed)
