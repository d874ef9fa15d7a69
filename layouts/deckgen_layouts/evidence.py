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
from deckgen.scene.shapes import Picture, TextBox
from deckgen.scene.text import Anchor
from deckgen.typeset import fitted, in_full

_LARGEST = 2.0


class Evidence(Layout):
    """A picture, as large as the slide and its own pixels allow, with what to see in it.

    Needs: one picture. The caption is the headline; below the picture stands what it shows, in
    words. One slide a picture.
    """

    name: ClassVar[str] = "evidence"
    section: ClassVar[str] = "Evidence"
    share: ClassVar[float] = 1.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield a slide for each picture."""
        for number, item in enumerate(postmortem.evidence, 1):
            yield self._shown(item, number, len(postmortem.evidence), page)

    def _shown(self, item: EvidenceItem, number: int, of: int, page: Page) -> Slide:
        body = page.boxes.body
        line = Box(body.x, Emu(body.bottom - points(40)), body.width, points(40))
        room = Box(body.x, body.y, body.width, Emu(line.y - points(8) - body.y))
        alt = item.alt or item.caption
        words = alt if alt != item.caption else f"Picture {number} of {of}: {item.image.path}"
        size = page.theme.size
        text = fitted(
            page, words, line, 14, size.body_min, page.theme.colour.muted, anchor=Anchor.BOTTOM
        )
        picture = Picture(f"evidence:{number}", _placed(item.image, room), item.image, alt)
        notes = [f"What to see: {item.caption}", *in_full([text])]
        return self.slide(
            page, item.caption, [picture, TextBox("caption", line, text.frame)], notes
        )


def _placed(picture: PictureFile, room: Box) -> Box:
    """Return the box of the picture in `room`, its proportions kept, centred."""
    width, height = pixels(picture.width), pixels(picture.height)
    scale = min(room.width / width, room.height / height, _LARGEST)
    w, h = Emu(max(1, int(width * scale))), Emu(max(1, int(height * scale)))
    return Box(Emu(room.x + (room.width - w) // 2), Emu(room.y + (room.height - h) // 2), w, h)
