"""The one slide to remember."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from deckgen.fitting import fitted, in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.icons import icon
from deckgen.scene.shapes import Geometry, Item, Shape, TextBox
from deckgen.scene.text import Anchor


class KeyLearning(Layout):
    """The one slide to remember: the key learning as a bold statement beside an icon.

    Needs: `key_learning`. Below the statement stands one line on why we believe it, and nothing
    else. Always one slide, always titled "Key Learning".
    """

    name: ClassVar[str] = "key-learning"
    section: ClassVar[str] = "What we learned"
    share: ClassVar[float] = 5.0
    slide_layout: ClassVar[str] = "Key Learning"
    title: ClassVar[str] = "Key Learning"

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where no key learning is recorded."""
        learning = postmortem.key_learning
        if learning is None:
            return
        colour, size = page.theme.colour, page.theme.size
        body = page.boxes.body.inset(0, points(24))
        panel = Box(body.x, body.y, body.height, body.height)
        left = Emu(panel.right + points(36))
        beside = Box(left, body.y, Emu(body.right - left), body.height)
        weights = [2.6, 1.0] if learning.evidence else [1.0]
        room, *below = beside.rows(weights, points(18))
        margin = panel.height // 5
        statement = fitted(
            page,
            learning.statement,
            room,
            size.statement,
            size.statement_min,
            colour.ink,
            bold=True,
            anchor=Anchor.MIDDLE,
        )
        items: list[Item] = [
            Shape("icon:panel", panel, Geometry.ROUNDED, fill=colour.accent, rounding=0.06),
            icon(learning.icon, panel.inset(margin, margin), colour.on_accent),
            TextBox("statement", room, statement.frame),
        ]
        texts = [statement]
        for box in below:
            rule = box.row(0, points(page.theme.space.stroke))
            said = Box(box.x, Emu(box.y + points(14)), box.width, Emu(box.height - points(14)))
            why = learning.evidence or ""
            evidence = fitted(page, why, said, size.heading, size.body_min, colour.muted)
            items += [
                Shape("rule", rule, fill=colour.rule),
                TextBox("evidence", said, evidence.frame),
            ]
            texts.append(evidence)
        notes = [
            "Let this stand for a moment before you speak.",
            learning.statement,
            *([f"Why we believe it: {learning.evidence}"] if learning.evidence else []),
            "Ask: where else in our systems would this have helped?",
        ]
        yield self.slide(page, self.title, items, [*notes, *in_full(texts)])
