"""How each measure was computed, who took part, and where the facts come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar, NamedTuple

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import Measure, Milestone, Origin, measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import (
    clocks_change,
    day_and_clock,
    in_words,
    instant,
    sentence,
    shared_zone,
)
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Table
from deckgen.typeset import paragraph
from deckgen_layouts.facts import unknown_duration, unknown_moment
from deckgen_layouts.record import RecordPage, record_pages
from deckgen_layouts.tables import Column, Entry, cell_rooms, table_pages

_NOTE = (
    "For reference. Every time to counts from the start of the impact; the time to acknowledge "
    "counts from the detection; the impact lasted until the mitigation, or until the resolution "
    "where no mitigation is recorded."
)
_EVENT_LINES = 3
_RECORD = "Who took part, and where the facts come from"


class AppendixMeasures(Layout):
    """How each measure was computed; below it, who took part and where the facts come from.

    Needs: nothing. Each measure stands with the two moments it lies between: "stated" is written
    in the file, "from the timeline" is the first event of its kind. What was reported elsewhere
    has a column where anything was. People and sources go onto
    slides of their own where there is no room below.
    """

    name: ClassVar[str] = "appendix-measures"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the table of measures."""
        taken = list(measures(postmortem))
        zone = postmortem.zone
        ends = [end.at for one in taken for end in (one.begins, one.ends) if end.at]
        write = partial(instant if clocks_change(ends, zone) else day_and_clock, zone=zone)
        is_open = status(postmortem) is Status.OPEN
        fields = _fields(taken, shared_zone(ends, zone))
        columns = [field.column for field in fields]
        room = cell_rooms(page, columns, page.boxes.body)[2]
        cell = partial(_Cell, page, room, write, is_open)
        rows = [partial(_entries, measure, fields, cell) for measure in taken]
        alt = "Table of the measures with the moments they lie between and where those come from."
        body = page.boxes.body
        largest = 14 if postmortem.people or postmortem.sources else 18
        parts = list(table_pages(page, "Measures", columns, rows, body, alt, largest=largest))
        below, behind = _record(postmortem, page, parts[-1].table)
        for part in parts:
            shown = below if part is parts[-1] else RecordPage((), ())
            cut = in_full([*part.texts, *shown.texts])
            told = _shortened(part.table, [taken[n] for n in part.rows])
            items = [part.table, *shown.items]
            yield self.slide(page, _headline(taken), items, [_NOTE, *told, *cut])
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


class _Cell(NamedTuple):
    """How an entry is set: the room of a moment and the size in points, and how times are told."""

    page: Page
    room: float
    write: Callable[[datetime], str]
    is_open: bool
    size: float


class _Field(NamedTuple):
    """A column, and what stands in it of a measure."""

    column: Column
    entry: Callable[[Measure, _Cell], Entry]


def _fields(taken: Sequence[Measure], zone: str) -> list[_Field]:
    fields = [
        _Field(Column("Measure", 2.2), _name),
        _Field(Column("Value", 1.45), _value),
        _Field(Column(f"From ({zone})", 3.0), lambda one, cell: _moment(one.begins, cell)),
        _Field(Column(f"To ({zone})", 3.0), lambda one, cell: _moment(one.ends, cell)),
    ]
    if any(measure.reported is not None for measure in taken):
        fields.append(_Field(Column("Reported", 1.35), _reported))
    return fields


def _headline(taken: list[Measure]) -> str:
    known = sum(measure.duration is not None for measure in taken)
    apart = sum(measure.disagrees for measure in taken)
    if known < len(taken):
        recorded = in_words(known) if known else "none"
        return sentence(f"{recorded} of {in_words(len(taken))} measures recorded")
    end = "; one differs from what was reported" if apart == 1 else ""
    if apart > 1:
        end = f"; {in_words(apart)} differ from what was reported"
    return f"How each measure was computed{end}"


def _entries(
    measure: Measure, fields: Sequence[_Field], cell: Callable[[float], _Cell], size: float
) -> list[Entry]:
    return [field.entry(measure, cell(size)) for field in fields]


def _name(measure: Measure, cell: _Cell) -> Entry:
    return Entry((paragraph(measure.name, cell.size, cell.page.theme.colour.ink, bold=True),))


def _value(measure: Measure, cell: _Cell) -> Entry:
    colour = cell.page.theme.colour
    if measure.duration is None:
        unknown = unknown_duration(measure, is_open=cell.is_open)
        return Entry((paragraph(unknown, cell.size, colour.caution),))
    value = short_duration(measure.duration)
    return Entry((paragraph(value, cell.size, colour.ink, bold=True),))


def _reported(measure: Measure, cell: _Cell) -> Entry:
    colour = cell.page.theme.colour
    reported = "–" if measure.reported is None else short_duration(measure.reported)
    ink = colour.caution if measure.disagrees else colour.ink
    return Entry((paragraph(reported, cell.size, ink, bold=measure.disagrees),))


def _shortened(table: Table, taken: Sequence[Measure]) -> list[str]:
    """Return a speaker's note for each event of the measures that `table` shows the start of."""
    shown = [cell.frame.text for row in table.rows for cell in row.cells]
    ends = (end for one in taken for end in (one.begins, one.ends))
    texts = dict.fromkeys(end.event.text for end in ends if end.event)
    return [f"In full: {text}" for text in texts if not any(text in cell for cell in shown)]


def _moment(milestone: Milestone, cell: _Cell) -> Entry:
    page, size = cell.page, cell.size
    colour, small = page.theme.colour, max(page.theme.size.table_min, size - 2)
    if milestone.at is None:
        said = f"{sentence(milestone.name)}: {unknown_moment(milestone, is_open=cell.is_open)}"
        return Entry((paragraph(said, size, colour.caution),))
    when = f"{sentence(milestone.name)} {cell.write(milestone.at)}"
    words = [paragraph(when, size, colour.ink)]
    if milestone.origin is Origin.TIMELINE and milestone.event is not None:
        # In full it stands in the appendix with the whole timeline.
        said = f"From the timeline: {milestone.event.text}"
        shown = page.measurer.shortened(said, cell.room, _EVENT_LINES, small)
        words.append(paragraph(shown, small, colour.muted))
    elif milestone.name != "started":
        words.append(paragraph("Stated in the file", small, colour.muted))
    return Entry(tuple(words))
