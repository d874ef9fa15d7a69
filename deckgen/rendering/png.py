"""PNG pictures no larger than they must be."""

from __future__ import annotations

from io import BytesIO

_COLOURS = 256


def compact(png: bytes) -> bytes:
    """Return an opaque picture in a palette of 256 colours, a fraction of its size.

    Charts have few colours; edges of letters and lines take the nearest of their shades.
    """
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        palette = image.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    buffer = BytesIO()
    palette.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
