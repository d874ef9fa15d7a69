"""The whole timeline, event by event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar, NamedTuple
from zoneinfo import ZoneInfo

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Event, Postmortem
from deckgen.postmortem.vocabulary import EventKind
from deckgen.postmortem.wording import (
    clock,
    clocks_change,
    count,
    day_and_clock,
    day_range,
    instant,
    labelled_clock,
    sentence,
    shared_zone,
)
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
        moments, zone = [event.at for event in events], postmortem.zone
        wording = _wording(moments, zone)
        rows = [partial(_entries, event, wording.write(event.at, zone), page) for event in events]
        columns = [
            Column(f"Time ({shared_zone(moments, zone)})", wording.weight),
            Column("Kind", 2.1),
            Column("Event", 7.2),
        ]
        parts = table_pages(
            page,
            "Full timeline",
            columns,
            rows,
            page.boxes.body,
            f"Table of {count(len(events), 'event')} with time and kind; times link to records.",
            largest=16,
        )
        for part in parts:
            notes = ["For reference: every recorded event in its order.", *in_full(part.texts)]
            yield self.slide(page, _headline(postmortem), [part.table], notes)


class _Wording(NamedTuple):
    """How the times of the events are written, and how wide their column is beside the others."""

    write: Callable[[datetime, ZoneInfo], str]
    weight: float


def _wording(moments: Sequence[datetime], zone: ZoneInfo) -> _Wording:
    """Return times with their day where there are several, and with their zone if it changes."""
    is_one_day = len({moment.astimezone(zone).date() for moment in moments}) == 1
    if clocks_change(moments, zone):
        return _Wording(labelled_clock, 2.6) if is_one_day else _Wording(instant, 2.9)
    return _Wording(clock, 1.5) if is_one_day else _Wording(day_and_clock, 2.3)


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
