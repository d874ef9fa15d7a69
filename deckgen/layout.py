"""What a layout is, and the page it draws on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Generic, TypeVar

from deckgen.figures.plotly_schema import Figure
from deckgen.postmortem.model import Postmortem
from deckgen.scene.deck import Placeholder, Slide
from deckgen.scene.figure import figure_group
from deckgen.scene.geometry import Box
from deckgen.scene.measure import Measurer
from deckgen.scene.shapes import Item
from deckgen.theme import Theme


@dataclass(frozen=True)
class PageBoxes:
    """Where a template has room: the boxes of titles, of the cover's subtitle and of the body.

    `footer` is the narrowest of those at the foot, None where a template has none.
    """

    cover_title: Box
    cover_subtitle: Box
    title: Box
    body: Box
    footer: Box | None


@dataclass(frozen=True)
class TitleSizes:
    """How large a template sets its titles, the cover's subtitle and the footer, in points."""

    cover_title: float
    cover_subtitle: float
    title: float
    footer: float


Painter = Callable[[Figure, Box, str, str], Item]
"""Draws a figure into a box, as an item of a name that an alternative text describes."""


@dataclass(frozen=True)
class Page:
    """What a layout is given to draw on: room, look, text measuring, and the day it counts from.

    `as_of` decides what is overdue. `draw` turns a figure into an item of a slide: native shapes
    unless a picture is wanted.
    """

    boxes: PageBoxes
    title_sizes: TitleSizes
    theme: Theme
    measurer: Measurer
    as_of: date
    draw: Painter = figure_group


Subject = TypeVar("Subject")
"""What a deck is about."""


class LayoutOf(ABC, Generic[Subject]):
    """One type of slide about a subject. A subclass's docstring is its page of the manual.

    `name` is how the command and `headlines` refer to it, `section` the deck's section that it
    belongs to, `share` how much of the meeting's time it takes beside the other layouts. `title`
    is the headline that its slide has in every deck, None where the headline tells what is shown.
    """

    name: ClassVar[str]
    section: ClassVar[str]
    share: ClassVar[float]
    slide_layout: ClassVar[str] = "Title Only"
    title: ClassVar[str | None] = None

    @abstractmethod
    def slides(self, subject: Subject, page: Page, /) -> Iterator[Slide]:
        """Yield the slides, none where the subject has nothing to show."""

    def slide(
        self, page: Page, headline: str, items: Sequence[Item], notes: Sequence[str]
    ) -> Slide:
        """Return a slide of this layout; the deck fits the headline and shares out the time."""
        return Slide(
            layout=self.name,
            slide_layout=self.slide_layout,
            title=Placeholder("title", page.boxes.title, headline),
            items=tuple(items),
            notes=tuple(notes),
            share=self.share,
        )


class Layout(LayoutOf[Postmortem]):
    """One type of slide about a postmortem."""
