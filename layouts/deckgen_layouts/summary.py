"""The summary beside the services, and below it the primary cause in a line."""

from __future__ import annotations

from deckgen.fitting import Fitted, clipped, fitted, shrunk
from deckgen.layout import Page
from deckgen.postmortem.model import Postmortem, RootCause
from deckgen.postmortem.wording import clock, listing
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item
from deckgen.scene.text import Anchor, Run, TextFrame
from deckgen.typeset import card, frame, mixed, paragraph
from deckgen_layouts.impact_numbers import Drawn
from deckgen_layouts.recurrence import earlier

_EVENTS = 3
_CAUSE = 28.0
_ROOM_FOR_CAUSE = 110.0
_LONGEST_NAMED = 40
"""How many characters the ids of earlier incidents may take of the line of the cause."""


def summary_and_cause(page: Page, box: Box, postmortem: Postmortem) -> list[Drawn]:
    """Return the summary, and below it the primary cause in a line where that leaves it room."""
    if postmortem.root_cause.primary_cause is None or box.height < points(_ROOM_FOR_CAUSE):
        return [_summary(page, box, postmortem)]
    height, gap = points(_CAUSE), points(page.theme.space.gap)
    upper = Box(box.x, box.y, box.width, Emu(box.height - height - gap))
    line = Box(box.x, Emu(box.bottom - height), box.width, height)
    return [_summary(page, upper, postmortem), _why(page, line, postmortem.root_cause)]


def told_cause(cause: RootCause) -> str:
    """Return the primary cause behind which earlier incidents had it, empty without a cause."""
    if cause.primary_cause is None:
        return ""
    return f"{_head(listing(cause.repeats))}{cause.primary_cause}"


def _head(before: str) -> str:
    return f"Why, as in {before}: " if before else "Why: "


def _why(page: Page, box: Box, cause: RootCause) -> Drawn:
    """Return the cause as one line; in full it stands in the notes anyway."""
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding

    def line(text_size: float) -> TextFrame:
        head = Run(_head(earlier(cause, _LONGEST_NAMED)), text_size, colour.accent, bold=True)
        words = mixed([head, Run(cause.primary_cause or "", text_size, colour.ink)])
        return frame(words, anchor=Anchor.MIDDLE, padding=2, side=pad)

    shown = shrunk(page, line, box, size.body, size.body_min)
    return [card("why", box, shown.frame, colour.accent_tint)], []


def _summary(page: Page, box: Box, postmortem: Postmortem) -> Drawn:
    colour, size = page.theme.colour, page.theme.size
    pad = page.theme.space.padding
    services = listing(postmortem.services)
    parts = box.columns([3.0, 1.0], points(page.theme.space.gutter)) if services else [box]
    text = _told(page, parts[0], postmortem)
    items: list[Item] = [card("summary", parts[0], text.frame, colour.surface)]
    texts = [text]
    if services:
        label = paragraph("Services affected", size.label, colour.muted)
        words = paragraph(services, size.body, colour.ink, bold=True, space_before=2)
        affected = frame(label, words, anchor=Anchor.MIDDLE, padding=pad)
        where = clipped(page, affected, parts[1].width, box.height)
        items.append(card("services", parts[1], where.frame, colour.surface))
        texts.append(where)
    return items, texts


def _told(page: Page, box: Box, postmortem: Postmortem) -> Fitted:
    """Return the summary, or what the timeline says so far where none is recorded yet."""
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding
    if postmortem.summary:
        return fitted(
            page,
            postmortem.summary,
            box,
            size.heading,
            size.body_min,
            colour.ink,
            anchor=Anchor.MIDDLE,
            padding=pad,
        )
    line = points(size.body_min * PITCH + 2)
    spare = max(0, box.height - 2 * points(pad) - line)
    first = postmortem.events[: min(_EVENTS, spare // line)]

    def at(text_size: float) -> TextFrame:
        lines = [paragraph("No summary is recorded yet.", size.body, colour.caution, bold=True)]
        for event in first:
            said = f"{clock(event.at, postmortem.zone)}: {event.text}"
            lines.append(paragraph(said, text_size, colour.ink, space_before=2))
        return frame(*lines, anchor=Anchor.MIDDLE, padding=pad)

    return shrunk(page, at, box, size.body, size.body_min)
