"""Who took part, and where the facts come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar
from urllib.parse import urlsplit

from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Person, Postmortem
from deckgen.postmortem.wording import count, day_or_instant
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, Run, TextFrame
from deckgen.typeset import Block, card, frame, in_full, mixed, paragraph, stacked

_HEAD = 34.0


class AppendixRecord(Layout):
    """The people by their roles, and the sources of the facts as links.

    Needs: a person or a source. More than fits continues on a further slide.
    """

    name: ClassVar[str] = "appendix-record"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the lists, nothing where neither people nor sources are recorded."""
        halves = [
            half for half in (_people(postmortem, page), _sources(postmortem, page)) if half[1]
        ]
        if not halves:
            return
        boxes = page.boxes.body.columns([1.0] * len(halves), points(page.theme.space.gutter * 2))
        stacks = [_stack(texts, box, page) for (_, texts), box in zip(halves, boxes, strict=True)]
        for n in range(max(map(len, stacks))):
            items: list[Item] = []
            blocks: list[Block] = []
            for (heading, _), box, stack in zip(halves, boxes, stacks, strict=True):
                if n < len(stack):
                    items += _drawn(heading, box, stack[n], page)
                    blocks += stack[n]
            cut = in_full([block.text for block in blocks])
            yield self.slide(page, _headline(postmortem), items, [*_notes(postmortem), *cut])


Texts = list[Callable[[float], TextFrame]]


def _people(postmortem: Postmortem, page: Page) -> tuple[str, Texts]:
    return "Who took part", [_person(person, page) for person in postmortem.people]


def _person(person: Person, page: Page) -> Callable[[float], TextFrame]:
    colour = page.theme.colour
    return lambda size: frame(
        mixed(
            [
                Run(f"{person.role}: ", size, colour.ink, bold=True),
                Run(person.name, size, colour.ink),
            ]
        ),
        anchor=Anchor.MIDDLE,
        padding=6,
        side=12,
    )


def _sources(postmortem: Postmortem, page: Page) -> tuple[str, Texts]:
    return "Where the facts come from", [_source(link, page) for link in postmortem.sources]


def _source(link: str, page: Page) -> Callable[[float], TextFrame]:
    parts = urlsplit(link)
    where = parts.hostname or parts.path
    rest = f"{parts.path}{'?' + parts.query if parts.query else ''}".strip("/")
    words = f"{where}: {rest}" if parts.hostname and rest else where
    colour = page.theme.colour.link
    text = partial(Run, words, colour=colour, link=link)
    return lambda size: frame(mixed([text(size)]), anchor=Anchor.MIDDLE, padding=6, side=12)


def _stack(texts: Texts, box: Box, page: Page) -> list[list[Block]]:
    top = points(_HEAD)
    room = Box(box.x, Emu(box.y + top), box.width, Emu(box.height - top))
    return stacked(page, texts, room, 20, page.theme.size.body_min, gap=8, most=1.5)


def _drawn(heading: str, box: Box, blocks: list[Block], page: Page) -> Iterator[Item]:
    head = paragraph(heading, page.theme.size.heading, page.theme.colour.accent, bold=True)
    yield TextBox(f"{heading}:heading", box.row(0, points(26)), frame(head))
    for block in blocks:
        name = f"{heading}:{block.number + 1}"
        yield card(name, block.box, block.text.frame, page.theme.colour.surface)


def _headline(postmortem: Postmortem) -> str:
    people, sources = len(postmortem.people), len(postmortem.sources)
    took_part = f"{count(people, 'person', 'people')} took part" if people else ""
    facts = f"the facts come from {count(sources, 'source')}" if sources else ""
    joined = "; ".join(filter(None, [took_part, facts]))
    return joined[:1].upper() + joined[1:]


def _notes(postmortem: Postmortem) -> Iterator[str]:
    yield "For reference: roles and sources."
    if postmortem.published_at:
        yield f"Published {day_or_instant(postmortem.published_at, postmortem.zone)}."
