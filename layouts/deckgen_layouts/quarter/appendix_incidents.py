"""Every incident of the quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count, day_range, listing, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Slide
from deckgen.typeset import paragraph
from deckgen_layouts.quarter.panels import column_weight
from deckgen_layouts.tables import Column, Entry, cell_rooms, table_pages

_LINES = 2
_WHOLE = 12.4
_IDS = (1.0, 2.2)


class QuarterAppendixIncidents(LayoutOf[QuarterReview]):
    """Every incident of the period in the order of their start, with its key learning.

    Needs: one incident. Below the title stands which earlier incident it repeats. Severity, key
    learning and services have a column where any incident has them; what is longer than two lines
    stands in the notes in full. Continues on as many slides as the incidents need.
    """

    name: ClassVar[str] = "quarter-appendix-incidents"
    section: ClassVar[str] = "Appendix"
    share: ClassVar[float] = 0.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the table's slides, nothing where there was no incident."""
        incidents = review.incidents
        if not incidents:
            return
        fields = _fields(
            incidents, page, {one.incident.id: one.earlier.id for one in review.repeats}
        )
        columns = [field.column for field in fields]
        rooms = cell_rooms(page, columns, page.boxes.body)
        rows = [partial(_entries, one, fields, rooms, page) for one in incidents]
        named = listing([column.heading.lower() for column in columns])
        alt = f"Table of {count(len(incidents), 'incident')} with {named}."
        parts = table_pages(page, "Incidents", columns, rows, page.boxes.body, alt, largest=16)
        for part in parts:
            notes = [
                "For reference: every incident in the order of their start.",
                *map(_spoken, incidents[part.rows.start : part.rows.stop]),
                *in_full(part.texts),
            ]
            yield self.slide(page, headline(incidents), [part.table], notes)


def headline(incidents: Sequence[Incident]) -> str:
    """Return how many incidents there were, from which day to which."""
    days = [incident.day for incident in incidents]
    every = "The only incident" if len(incidents) == 1 else f"All {len(incidents):,} incidents"
    return f"{every}, {day_range(min(days), max(days))}"


class _Cell(NamedTuple):
    """Where an entry is set: on which page, how wide and in which size, in points."""

    page: Page
    room: float
    size: float

    def short(self, text: str | None) -> Entry:
        """Return a plain text, shortened to its lines, and a dash where there is none."""
        if not text:
            return Entry((paragraph("–", self.size, self.page.theme.colour.muted),))
        shown = self.page.measurer.shortened(text, self.room, _LINES, self.size)
        return Entry((paragraph(shown, self.size, self.page.theme.colour.ink),))


class _Field(NamedTuple):
    """A column, and what stands in it of an incident."""

    column: Column
    entry: Callable[[Incident, _Cell], Entry]


def _fields(incidents: Sequence[Incident], page: Page, repeats: Mapping[str, str]) -> list[_Field]:
    ids = column_weight(page, [one.id for one in incidents], _WHOLE, _IDS)
    fields = [
        _Field(Column("Day", 1.2), lambda one, cell: cell.short(short_day(one.day))),
        _Field(Column("ID", ids), lambda one, cell: cell.short(one.id)),
        _Field(Column("Severity", 0.95), _severity),
        _Field(Column("Incident", 3.1), partial(_what, repeats)),
        _Field(Column("Key learning", 3.1), lambda one, cell: cell.short(one.key_learning)),
        _Field(Column("Services", 1.75), lambda one, cell: cell.short(listing(one.services))),
        _Field(Column("Impact", 0.95), _lasted),
    ]
    recorded = {
        "Severity": any(one.severity for one in incidents),
        "Key learning": any(one.key_learning for one in incidents),
        "Services": any(one.services for one in incidents),
    }
    return [field for field in fields if recorded.get(field.column.heading, True)]


def _severity(incident: Incident, cell: _Cell) -> Entry:
    colour, level = cell.page.theme.colour, incident.severity
    if level is None:
        return cell.short(None)
    return Entry((paragraph(level, cell.size, colour.severity[level], bold=True),))


def _what(repeats: Mapping[str, str], incident: Incident, cell: _Cell) -> Entry:
    colour, short = cell.page.theme.colour, cell.page.measurer.shortened
    small = max(cell.page.theme.size.table_min, cell.size - 2)
    title = short(incident.title, cell.room, _LINES, cell.size)
    words = [paragraph(title, cell.size, colour.ink)]
    if incident.id in repeats:
        repeat = short(f"Repeats {repeats[incident.id]}", cell.room, 1, small)
        words.append(paragraph(repeat, small, colour.caution))
    return Entry(tuple(words))


def _lasted(incident: Incident, cell: _Cell) -> Entry:
    if incident.lasted is None:
        return Entry((paragraph("Not recorded", cell.size, cell.page.theme.colour.caution),))
    return cell.short(short_duration(incident.lasted))


def _entries(
    incident: Incident, fields: Sequence[_Field], rooms: Sequence[float], page: Page, size: float
) -> list[Entry]:
    return [
        field.entry(incident, _Cell(page, room, size))
        for field, room in zip(fields, rooms, strict=True)
    ]


def _spoken(incident: Incident) -> str:
    services = f" ({listing(incident.services)})" if incident.services else ""
    learned = f" Learned: {incident.key_learning}" if incident.key_learning else ""
    return f"{incident.id}: {incident.title}{services}.{learned}"
