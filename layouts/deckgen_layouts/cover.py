"""The first slide: what happened, when, how bad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.wording import day
from deckgen.scene.deck import Placeholder, Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import TextBox
from deckgen.typeset import fitted, in_full
from deckgen_layouts.facts import fact_strip, facts


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
        strip = Box(left, Emu(boxes.body.bottom - points(82)), Emu(right - left), points(82))
        top = boxes.cover_subtitle.bottom + points(theme.space.gutter)
        room = Box(
            left, Emu(top), Emu(right - left), Emu(strip.y - points(theme.space.gutter) - top)
        )
        said = (
            postmortem.impact.statement or postmortem.summary or "The impact is not recorded yet."
        )
        text = fitted(page, said, room, 22, theme.size.body_min, theme.colour.ink)
        shown, texts = fact_strip(page, strip, facts(postmortem, page))
        items = [TextBox("impact", room, text.frame), *shown]
        notes = [
            "Welcome. We are here to learn how the system let this happen, not who was on shift.",
            said,
        ]
        slide = self.slide(page, postmortem.title, items, [*notes, *in_full([text, *texts])])
        kind = "Exercise" if postmortem.drill else "Incident postmortem"
        started = day(postmortem.started_at.astimezone(postmortem.zone))
        subtitle = f"{kind} · {postmortem.id} · {started}"
        yield replace(
            slide,
            title=Placeholder("ctrTitle", boxes.cover_title, postmortem.title),
            subtitle=Placeholder("subTitle", boxes.cover_subtitle, subtitle),
        )
