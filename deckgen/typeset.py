"""Text set in the roles of a page: paragraphs, frames, cards and panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from deckgen.layout import Page
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Geometry, Group, Shape, TextBox
from deckgen.scene.text import ZERO, Align, Anchor, Paragraph, Run, TextFrame


def paragraph(
    text: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    align: Align = Align.LEFT,
    space_before: float = 0.0,
    bullet: str | None = None,
) -> Paragraph:
    """Return `text` as a paragraph of one look; `size` and `space_before` are points."""
    run = Run(text, size, colour, bold)
    hang = points(size) if bullet else ZERO
    return Paragraph((run,), _pitch(size), align, space_before, bullet, hang)


def mixed(
    runs: Sequence[Run],
    *,
    align: Align = Align.LEFT,
    space_before: float = 0.0,
    bullet: str | None = None,
) -> Paragraph:
    """Return runs of several looks as one paragraph, lines as far apart as the largest needs."""
    size = max(run.size for run in runs)
    return Paragraph(
        runs=tuple(runs),
        pitch=_pitch(size),
        align=align,
        space_before=space_before,
        bullet=bullet,
        hang=points(size) if bullet else ZERO,
    )


@lru_cache(64)
def _pitch(size: float) -> float:
    """Return how far lines of `size` points are apart, in points."""
    return round(size * PITCH, 2)


def frame(
    *paragraphs: Paragraph,
    anchor: Anchor = Anchor.TOP,
    padding: float = 0.0,
    side: float | None = None,
) -> TextFrame:
    """Return a frame with `padding` points above and below, `side` (default: as much) beside."""
    vertical, horizontal = points(padding), points(padding if side is None else side)
    return TextFrame(paragraphs, anchor, horizontal, vertical, horizontal, vertical)


def card(name: str, box: Box, text: TextFrame, fill: str) -> Shape:
    """Return a filled panel with text in it; the text says everything, so it needs no alt."""
    return Shape(name, box, Geometry.ROUNDED, fill=fill, frame=text, alt="", rounding=0.04)


def panel(name: str, box: Box, fill: str) -> Shape:
    """Return a filled panel for texts that stand on it; decorative by itself."""
    return Shape(name, box, Geometry.ROUNDED, fill=fill, rounding=0.04)


BADGE = 30.0
"""The diameter of a badge in points."""


def badged_card(
    page: Page, name: str, box: Box, text: TextFrame, badge: str, fill: str, badge_fill: str
) -> Group:
    """Return a panel with a round badge on its left edge and `text` beside it, as one group.

    The frame's left inset must leave room for the half of the badge that lies on the panel.
    """
    half = points(BADGE / 2)
    round_box = Box(
        Emu(box.x - half), Emu(box.y + box.height // 2 - half), points(BADGE), points(BADGE)
    )
    words = Box(Emu(box.x + half), box.y, Emu(box.width - half), box.height)
    on_accent = page.theme.colour.on_accent
    mark = paragraph(badge, page.theme.size.body, on_accent, bold=True, align=Align.CENTRE)
    whole = Box(round_box.x, box.y, Emu(box.right - round_box.x), box.height)
    children = (
        panel(f"{name}:panel", box, fill),
        Shape(
            f"{name}:badge",
            round_box,
            Geometry.ELLIPSE,
            fill=badge_fill,
            alt="",
            frame=frame(mark, anchor=Anchor.MIDDLE),
        ),
        TextBox(f"{name}:text", words, replace(text, left=Emu(text.left - half))),
    )
    return Group(name, whole, children, f"{badge}: {text.text}")


def stripe(name: str, box: Box, colour: str, width: float) -> Shape:
    """Return a decorative bar `width` points wide along the left edge of `box`."""
    return Shape(name, Box(box.x, box.y, points(width), box.height), fill=colour)
