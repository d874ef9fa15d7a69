"""PNG pictures no larger than they must be."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_COLOURS = 256
_KEPT = 32
_APART = 8

Colour = tuple[int, ...]


def compact(png: bytes) -> bytes:
    """Return an opaque picture in a palette of 256 colours, a fraction of its size.

    Paper, areas and strokes keep their colours; edges of letters and lines take the nearest of
    their shades.
    """
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        opaque = image.convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in _palette(opaque) for channel in colour])
    buffer = BytesIO()
    packed = opaque.quantize(palette=palette, dither=Image.Dither.NONE)
    packed.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _palette(image: Image) -> list[Colour]:
    """Return the commonest colours of a picture, and shades that stand for all others."""
    from PIL.Image import Dither, Quantize

    counted = image.getcolors(image.width * image.height) or []
    amounts = [(amount, colour) for amount, colour in counted if isinstance(colour, tuple)]
    common = [colour for _, colour in sorted(amounts, reverse=True)]
    if len(common) <= _COLOURS:
        return common
    kept = _apart(common)
    spread = image.quantize(_COLOURS - _KEPT, method=Quantize.MAXCOVERAGE, dither=Dither.NONE)
    channels = iter(spread.getpalette() or [])
    shades = zip(channels, channels, channels, strict=True)
    return kept + [shade for shade in shades if not any(_is_near(shade, one) for one in kept)]


def _apart(common: list[Colour]) -> list[Colour]:
    """Return the commonest colours less those that a commoner one is near to.

    Edges that lie between pixels have common shades too, which paper must not be given.
    """
    kept: list[Colour] = []
    for colour in common:
        if not any(_is_near(colour, one) for one in kept):
            kept.append(colour)
            if len(kept) == _KEPT:
                break
    return kept


def _is_near(one: Colour, other: Colour) -> bool:
    """Whether colours are so alike that pixels of one could be given the other."""
    return all(abs(a - b) < _APART for a, b in zip(one, other, strict=True))
