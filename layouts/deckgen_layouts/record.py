"""Who took part, and where the facts come from: the lists below or behind the measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from deckgen.fitting import Block, Fitted, stacked
from deckgen.layout import Page
from deckgen.postmortem.model import Person, Postmortem
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, Run, TextFrame
from deckgen.typeset import frame, mixed, paragraph

_HEAD = 28.0

Texts = list[Callable[[float], TextFrame]]


def _people(postmortem: Postmortem, page: Page) -> tuple[str, Texts]:
    return "Who took part", [_person(person, page) for person in postmortem.people]


def _person(person: Person, page: Page) -> Callable[[float], TextFrame]:
    """Return the role with the name; the role alone where that is the name, as for the public."""
    colour = page.theme.colour
    named = person.name != person.role
    return lambda size: frame(
        mixed(
            [
                Run(f"{person.role}: " if named else person.role, size, colour.ink, bold=True),
                *([Run(person.name, size, colour.ink)] if named else []),
            ]
        ),
        anchor=Anchor.MIDDLE,
        padding=2,
        side=0,
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
    return lambda size: frame(mixed([text(size)]), anchor=Anchor.MIDDLE, padding=2, side=0)


class RecordPage(NamedTuple):
    """The lists on one slide: what is drawn, and the texts in them."""

    items: tuple[Item, ...]
    texts: tuple[Fitted, ...]


def record_pages(postmortem: Postmortem, page: Page, room: Box) -> list[RecordPage]:
    """Return the lists of people and sources in `room`, on as many pages as they need there."""
    halves = [half for half in (_people(postmortem, page), _sources(postmortem, page)) if half[1]]
    if not halves:
        return []
    boxes = room.columns([1.0] * len(halves), points(page.theme.space.gutter * 2))
    stacks = [_stack(texts, box, page) for (_, texts), box in zip(halves, boxes, strict=True)]
    return [
        _page(n, [heading for heading, _ in halves], boxes, stacks, page)
        for n in range(max(map(len, stacks)))
    ]


def _page(
    n: int, headings: list[str], boxes: list[Box], stacks: list[list[list[Block]]], page: Page
) -> RecordPage:
    items: list[Item] = []
    texts: list[Fitted] = []
    for heading, box, stack in zip(headings, boxes, stacks, strict=True):
        if n < len(stack):
            items += _drawn(heading, box, stack[n], page)
            texts += [block.text for block in stack[n]]
    return RecordPage(tuple(items), tuple(texts))


def _stack(texts: Texts, box: Box, page: Page) -> list[list[Block]]:
    top = points(_HEAD)
    room = Box(box.x, Emu(box.y + top), box.width, Emu(box.height - top))
    return stacked(page, texts, room, 14, page.theme.size.body_min, gap=4, most=1.0)


def _drawn(heading: str, box: Box, blocks: list[Block], page: Page) -> Iterator[Item]:
    head = paragraph(heading, page.theme.size.body, page.theme.colour.accent, bold=True)
    yield TextBox(f"{heading}:heading", box.row(0, points(26)), frame(head))
    for block in blocks:
        yield TextBox(f"{heading}:{block.number + 1}", block.box, block.text.frame)
