"""The first slide: what happened, when, how bad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from deckgen.fitting import fitted, in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.measures import status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import day
from deckgen.scene.deck import Placeholder, Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import TextBox
from deckgen_layouts.facts import fact_strip, facts

_COMFORTABLE = 40.0


class Cover(Layout):
    """The incident's title, its impact in a sentence, and the facts that everybody asks for first.

    Needs: nothing but the title and the start. Shows severity, status, start, duration and
    services, and says so where one is not recorded. Always one slide.
    """

    name: ClassVar[str] = "title"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 1.0
    slide_layout: ClassVar[str] = "Title Slide"

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the cover."""
        boxes, theme = page.boxes, page.theme
        left, right = boxes.cover_title.x, boxes.body.right
        is_open = status(postmortem) is Status.OPEN
        kind = "Incident in progress" if is_open else "Incident postmortem"
        kind = "Exercise" if postmortem.drill else kind
        started = day(postmortem.started_at.astimezone(postmortem.zone))
        subtitle = f"{kind} · {postmortem.id} · {started}"
        strip = Box(left, Emu(boxes.body.bottom - points(82)), Emu(right - left), points(82))
        room = room_below_subtitle(page, subtitle, strip)
        said = (
            postmortem.impact.statement or postmortem.summary or "The impact is not recorded yet."
        )
        items, texts = fact_strip(page, strip, facts(postmortem, page))
        if room.height >= points(theme.size.body_min * PITCH):
            text = fitted(page, said, room, 22, theme.size.body_min, theme.colour.ink)
            items, texts = [TextBox("impact", room, text.frame), *items], [text, *texts]
        notes = [
            "Welcome. We are here to learn how the system let this happen, not who was on shift.",
            said,
        ]
        slide = self.slide(page, postmortem.title, items, [*notes, *in_full(texts)])
        yield replace(
            slide,
            title=Placeholder("ctrTitle", boxes.cover_title, postmortem.title),
            subtitle=Placeholder("subTitle", boxes.cover_subtitle, subtitle),
        )


def room_below_subtitle(page: Page, subtitle: str, strip: Box) -> Box:
    """Return what is free between the cover's subtitle and `strip`, of no height if nothing is.

    Many a template leaves no room below the subtitle's box, only in it: below its lines.
    """
    box, gutter = page.boxes.cover_subtitle, points(page.theme.space.gutter)
    largest, smallest = page.title_sizes.cover_subtitle, page.theme.size.body_min
    lines = fitted(page, subtitle, box, largest, smallest, page.theme.colour.muted).frame
    end = strip.y - gutter
    top = box.bottom + gutter
    if end - top < points(_COMFORTABLE):
        top = box.y + page.measurer.height(lines, box.width) + gutter
    return Box(strip.x, Emu(top), strip.width, Emu(max(0, end - top)))
