"""How each measure was computed, who took part, and where the facts come from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import Measure, Milestone, Origin, measures
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.wording import day_and_clock, in_words, sentence, zone_label
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Table
from deckgen.typeset import paragraph
from deckgen_layouts.record import RecordPage, record_pages
from deckgen_layouts.tables import Column, Entry, table_pages

_NOTE = (
    "For reference. Every time to counts from the start of the impact; the time to acknowledge "
    "counts from the detection; the impact lasted until the mitigation, or until the resolution "
    "where no mitigation is recorded."
)
_RECORD = "Who took part, and where the facts come from"


class AppendixMeasures(Layout):
    """How each measure was computed; below it, who took part and where the facts come from.

    Needs: nothing. Each measure stands with the two moments it lies between: "stated" is written
    in the file, "from the timeline" is the first event of its kind. People and sources go onto
    slides of their own where there is no room below.
    """

    name: ClassVar[str] = "appendix-measures"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the table of measures."""
        taken = list(measures(postmortem))
        rows = [partial(_entries, measure, postmortem, page) for measure in taken]
        alt = "Table of the measures with the moments they lie between and where those come from."
        body = page.boxes.body
        largest = 14 if postmortem.people or postmortem.sources else 18
        parts = list(
            table_pages(page, "Measures", _columns(postmortem), rows, body, alt, largest=largest)
        )
        below, behind = _record(postmortem, page, parts[-1].table)
        for part in parts:
            shown = below if part is parts[-1] else RecordPage((), ())
            texts = [*part.texts, *shown.texts]
            items = [part.table, *shown.items]
            yield self.slide(page, _headline(taken), items, [_NOTE, *in_full(texts)])
        for record in behind:
            notes = ["For reference: roles and sources.", *in_full(record.texts)]
            yield self.slide(page, _RECORD, record.items, notes)


def _record(
    postmortem: Postmortem, page: Page, table: Table
) -> tuple[RecordPage, list[RecordPage]]:
    """Return people and sources as they stand below the table, or else on slides of their own."""
    body = page.boxes.body
    top = Emu(table.box.bottom + points(page.theme.space.gutter))
    room = Box(body.x, top, body.width, Emu(body.bottom - top))
    if room.height > body.height // 4:
        pages = record_pages(postmortem, page, room)
        if len(pages) == 1:
            return pages[0], []
    return RecordPage((), ()), record_pages(postmortem, page, body)


def _columns(postmortem: Postmortem) -> list[Column]:
    zone = zone_label(postmortem.started_at, postmortem.zone)
    return [
        Column("Measure", 2.2),
        Column("Value", 1.45),
        Column(f"From ({zone})", 3.0),
        Column(f"To ({zone})", 3.0),
        Column("Reported", 1.35),
    ]


def _headline(taken: list[Measure]) -> str:
    known = sum(measure.duration is not None for measure in taken)
    apart = sum(measure.disagrees for measure in taken)
    if known < len(taken):
        return sentence(f"{in_words(known)} of {in_words(len(taken))} measures recorded")
    end = "; one differs from what was reported" if apart == 1 else ""
    if apart > 1:
        end = f"; {in_words(apart)} differ from what was reported"
    return f"How each measure was computed{end}"


def _entries(
    measure: Measure, postmortem: Postmortem, page: Page, size: float
) -> tuple[Entry, ...]:
    colour = page.theme.colour
    small = max(page.theme.size.table_min, size - 2)
    known = measure.duration is not None
    value = short_duration(measure.duration) if measure.duration is not None else "Not recorded"
    reported = short_duration(measure.reported) if measure.reported is not None else "–"
    ink = colour.caution if measure.disagrees else colour.ink
    return (
        Entry((paragraph(measure.name, size, colour.ink, bold=True),)),
        Entry((paragraph(value, size, colour.ink if known else colour.caution, bold=known),)),
        _moment(measure.begins, postmortem, page, size, small),
        _moment(measure.ends, postmortem, page, size, small),
        Entry((paragraph(reported, size, ink, bold=measure.disagrees),)),
    )


def _moment(
    milestone: Milestone, postmortem: Postmortem, page: Page, size: float, small: float
) -> Entry:
    colour = page.theme.colour
    if milestone.at is None:
        said = f"{sentence(milestone.name)}: not recorded"
        return Entry((paragraph(said, size, colour.caution),))
    when = f"{sentence(milestone.name)} {day_and_clock(milestone.at, postmortem.zone)}"
    words = [paragraph(when, size, colour.ink)]
    if milestone.origin is Origin.TIMELINE and milestone.event is not None:
        words.append(paragraph(f"From the timeline: {milestone.event.text}", small, colour.muted))
    elif milestone.name != "started":
        words.append(paragraph("Stated in the file", small, colour.muted))
    return Entry(tuple(words))
