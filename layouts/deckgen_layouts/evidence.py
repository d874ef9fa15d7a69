"""Pictures that show what is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from deckgen.layout import Layout, Page
from deckgen.postmortem.fields import Picture as PictureFile
from deckgen.postmortem.model import Evidence as EvidenceItem
from deckgen.postmortem.model import Postmortem
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, pixels, points
from deckgen.scene.shapes import Picture

_LARGEST = 2.0
_THINNEST = 6.0  # points; what is thinner is taken for a line, or not seen at all


class Evidence(Layout):
    """A picture, as large as the slide and its own pixels allow, with what to see in it.

    Needs: one picture. The caption is the headline; what the picture shows, in words, is its alt
    text and stands in the notes. One slide a picture.
    """

    name: ClassVar[str] = "evidence"
    section: ClassVar[str] = "Evidence"
    share: ClassVar[float] = 1.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield a slide for each picture."""
        for number, item in enumerate(postmortem.evidence, 1):
            yield self._shown(item, number, page)

    def _shown(self, item: EvidenceItem, number: int, page: Page) -> Slide:
        alt = item.alt or item.caption
        box = _placed(item.image, page.boxes.body)
        picture = Picture(f"evidence:{number}", box, item.image, alt)
        notes = [f"What to see: {item.caption}"]
        if alt != item.caption:
            notes.append(f"In words: {alt}")
        return self.slide(page, item.caption, [picture], notes)


def _placed(picture: PictureFile, room: Box) -> Box:
    """Return the box of the picture in `room`, centred, its proportions kept if it can be seen."""
    width, height = pixels(picture.width), pixels(picture.height)
    scale = min(room.width / width, room.height / height, _LARGEST)
    w, h = (Emu(max(points(_THINNEST), int(side * scale))) for side in (width, height))
    return Box(Emu(room.x + (room.width - w) // 2), Emu(room.y + (room.height - h) // 2), w, h)
