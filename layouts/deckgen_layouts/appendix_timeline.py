"""The whole timeline, event by event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Event, Postmortem
from deckgen.postmortem.vocabulary import EventKind
from deckgen.postmortem.wording import clock, count, day_and_clock, day_range, sentence, zone_label
from deckgen.scene.deck import Slide
from deckgen.scene.text import Run
from deckgen.typeset import mixed, paragraph
from deckgen_layouts.tables import Column, Entry, table_pages


class AppendixTimeline(Layout):
    """Every event of the timeline as a table: when (linked to its record), what kind, and what.

    Needs: one event. Continues on as many slides as the events need; the header is repeated.
    """

    name: ClassVar[str] = "appendix-timeline"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the table's slides, nothing where no event is recorded."""
        events = postmortem.events
        if not events:
            return
        write = day_and_clock if _several_days(postmortem) else clock
        rows = [
            partial(_entries, event, write(event.at, postmortem.zone), page) for event in events
        ]
        parts = table_pages(
            page,
            "Full timeline",
            _columns(postmortem),
            rows,
            page.boxes.body,
            f"Table of {count(len(events), 'event')} with time and kind; times link to records.",
            largest=16,
        )
        for part in parts:
            notes = ["For reference: every recorded event in its order.", *in_full(part.texts)]
            yield self.slide(page, _headline(postmortem), [part.table], notes)


def _columns(postmortem: Postmortem) -> list[Column]:
    zone = zone_label(postmortem.started_at, postmortem.zone)
    when = Column(f"Time ({zone})", 2.3 if _several_days(postmortem) else 1.5)
    return [when, Column("Kind", 2.1), Column("Event", 7.2)]


def _several_days(postmortem: Postmortem) -> bool:
    days = {event.at.astimezone(postmortem.zone).date() for event in postmortem.events}
    return len(days) > 1


def _headline(postmortem: Postmortem) -> str:
    first, last = (postmortem.events[n].at.astimezone(postmortem.zone).date() for n in (0, -1))
    return f"Full timeline: {count(len(postmortem.events), 'event')}, {day_range(first, last)}"


def _entries(event: Event, when: str, page: Page, size: float) -> tuple[Entry, ...]:
    colour = page.theme.colour
    kind = paragraph(sentence(event.kind), size, colour.event[event.kind], bold=True)
    plain = paragraph("Note", size, colour.muted)
    time = Run(when, size, colour.link if event.source else colour.ink, link=event.source)
    return (
        Entry((mixed([time]),)),
        Entry((plain if event.kind is EventKind.NOTE else kind,)),
        Entry((paragraph(event.text, size, colour.ink, bold=event.key),)),
    )
