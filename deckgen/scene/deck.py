"""The deck as one value: slides in their order, sections, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Item


@dataclass(frozen=True)
class Placeholder:
    """Text for a placeholder of the slide layout, in the box where it stands.

    `kind` is the placeholder's type in the template: `title`, `ctrTitle` or `subTitle`. `size`
    is points, None keeps the template's own.
    """

    kind: str
    box: Box
    text: str
    size: float | None = None


@dataclass(frozen=True)
class Slide:
    """One slide as a layout draws it.

    `layout` is the layout's name, `slide_layout` the template's layout it is drawn on. `items`
    stand in reading order, which is also the order of painting, behind title and subtitle.
    `notes` are the speaker's, a paragraph each. `share` is how much of the meeting's time the
    slide takes beside the others; 0 is for reference only.
    """

    layout: str
    slide_layout: str
    title: Placeholder
    items: tuple[Item, ...]
    notes: tuple[str, ...]
    share: float = 0.0
    subtitle: Placeholder | None = None


@dataclass(frozen=True)
class Section:
    """Consecutive slides under one name."""

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of each slide, beside its number."""

    date: str
    text: str


@dataclass(frozen=True)
class Properties:
    """What the document says of itself. `modified` is UTC."""

    title: str
    subject: str
    keywords: tuple[str, ...]
    modified: datetime


@dataclass(frozen=True)
class Deck:
    """Everything that is written into a file."""

    sections: tuple[Section, ...]
    footer: Footer
    properties: Properties

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in their order."""
        return tuple(slide for section in self.sections for slide in section.slides)
