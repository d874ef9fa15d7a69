"""Text as values: runs of one look, paragraphs, and the frame that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckgen.scene.geometry import Emu

ZERO = Emu(0)


class Align(StrEnum):
    """How the lines of a paragraph stand in the frame."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Where the text stands in a frame that is higher than it."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Run:
    """Text of one look. `size` is points, `colour` is `#RRGGBB`, `link` an address to open."""

    text: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Runs that wrap together.

    `pitch` is the exact distance of its base lines in points, `space_before` points as well.
    `bullet` is a character before the first line; the text then hangs `hang` EMU to its right.
    """

    runs: tuple[Run, ...]
    pitch: float
    align: Align = Align.LEFT
    space_before: float = 0.0
    bullet: str | None = None
    hang: Emu = ZERO

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class TextFrame:
    """Paragraphs inside a box, away from its edges by the four insets (EMU)."""

    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor = Anchor.TOP
    left: Emu = ZERO
    top: Emu = ZERO
    right: Emu = ZERO
    bottom: Emu = ZERO
    wraps: bool = True

    @property
    def text(self) -> str:
        """The paragraphs' texts, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
