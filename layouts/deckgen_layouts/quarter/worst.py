"""The incidents that did the most harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import ClassVar, NamedTuple

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import long_duration, short_duration
from deckgen.postmortem.wording import count_in_words, in_words, listing, sentence, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Slide
from deckgen.typeset import paragraph
from deckgen_layouts.quarter.panels import defined
from deckgen_layouts.quarter.worst_cards import most_cards, worst_cards
from deckgen_layouts.tables import Column, Entry, TablePage, cell_rooms, table_pages

_LARGEST = 18.0
_LINES = (4, 3, 2)
"""The most lines that a text in the table may take, tried one after the other."""

_NOT_RECORDED = "Not recorded"
_ASK = "For each: what did customers feel, and what would have made it half as long?"


class QuarterWorst(LayoutOf[QuarterReview]):
    """The worst incidents: severity, how long the impact lasted, services, what customers felt.

    Needs: one incident. Up to four are cards where they have room, which say the cause as well;
    more are a table that continues on further slides. A title or statement too long for its cell is
    in the notes in full. Columns that no incident has anything for are left out.
    """

    name: ClassVar[str] = "quarter-worst"
    section: ClassVar[str] = "Incidents"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield cards or a table, nothing where there is no incident."""
        if not review.worst:
            return
        if len(review.worst) <= most_cards(page):
            items, texts = worst_cards(review.worst, page)
            notes = [_ASK, defined("worst"), *map(_spoken, review.worst), *in_full(texts)]
            yield self.slide(page, _headline(review), items, notes)
            return
        for part in _table(review.worst, page):
            shown = [review.worst[n] for n in part.rows]
            notes = [_ASK, defined("worst"), *map(_spoken, shown), *in_full(part.texts)]
            yield self.slide(page, _headline(review), [part.table], notes)


def _table(worst: Sequence[Incident], page: Page) -> list[TablePage]:
    """Return the table, its texts on as many lines as leave it on one slide, else on the fewest."""
    fields = _fields(worst)
    columns = [field.column for field in fields]
    rooms = cell_rooms(page, columns, page.boxes.body)
    alt = f"Table of the {len(worst)} worst incidents."
    for lines in _LINES:
        rows = [partial(_entries, one, fields, rooms, page, lines) for one in worst]
        parts = table_pages(
            page, "Worst incidents", columns, rows, page.boxes.body, alt, largest=_LARGEST
        )
        found = list(parts)
        if len(found) == 1:
            break
    return found


def _headline(review: QuarterReview) -> str:
    worst, total = review.worst, len(review.incidents)
    if total == 1:
        return f"{_how_bad(worst[0])}: {worst[0].title}"
    if len(worst) == total:
        return f"The worst of {count_in_words(total, 'incident')}: {_how_bad(worst[0])}"
    head = f"The {in_words(len(worst))} worst of {total:,} incidents"
    if len(worst) == 1:
        return f"The worst of {total:,} incidents: {_how_bad(worst[0])}"
    part, whole = _lasted(worst), _lasted(review.incidents)
    if not part:
        return f"{head}: how long their impact lasted is not recorded"
    return f"{head} make {short_duration(part)} of {short_duration(whole)} of impact"


def _how_bad(incident: Incident) -> str:
    level = incident.severity or "no severity recorded"
    if incident.lasted is None:
        return sentence(f"{level}, its duration not recorded")
    return sentence(f"{level}, {long_duration(incident.lasted)} of impact")


def _lasted(incidents: Sequence[Incident]) -> timedelta:
    return sum((one.lasted for one in incidents if one.lasted is not None), timedelta())


class _Cell(NamedTuple):
    """Where an entry is set: on which page, how wide and in which size, in points.

    `lines` are the most that a text may take.
    """

    page: Page
    room: float
    size: float
    lines: int

    def clipped(self, text: str, *, bold: bool = False) -> str:
        """Return as much of `text` as its lines hold; the notes have it in full."""
        return self.page.measurer.shortened(text, self.room, self.lines, self.size, bold)


class _Field(NamedTuple):
    """A column, what stands in it of an incident, and whether anything stands in it at all."""

    column: Column
    entry: Callable[[Incident, _Cell], Entry]
    is_filled: bool = True


def _fields(incidents: Sequence[Incident]) -> list[_Field]:
    fields = [
        _Field(Column("Severity", 0.95), _severity, any(one.severity for one in incidents)),
        _Field(Column("Incident", 3.0), _title),
        _Field(Column("When", 1.75), _when),
        _Field(Column("Impact", 1.0), _impact),
        _Field(Column("Services", 1.8), _services, any(one.services for one in incidents)),
        _Field(Column("What it meant", 3.2), _meaning, any(one.statement for one in incidents)),
    ]
    return [field for field in fields if field.is_filled]


def _entries(
    incident: Incident,
    fields: Sequence[_Field],
    rooms: Sequence[float],
    page: Page,
    lines: int,
    size: float,
) -> list[Entry]:
    return [
        field.entry(incident, _Cell(page, room, size, lines))
        for field, room in zip(fields, rooms, strict=True)
    ]


def _severity(incident: Incident, cell: _Cell) -> Entry:
    colour = cell.page.theme.colour
    if incident.severity is None:
        return Entry((paragraph(_NOT_RECORDED, cell.size, colour.caution),))
    text = paragraph(incident.severity, cell.size, colour.paper, bold=True)
    return Entry((text,), colour.severity[incident.severity])


def _title(incident: Incident, cell: _Cell) -> Entry:
    title = cell.clipped(incident.title, bold=True)
    return Entry((paragraph(title, cell.size, cell.page.theme.colour.ink, bold=True),))


def _when(incident: Incident, cell: _Cell) -> Entry:
    colour, small = cell.page.theme.colour, max(cell.page.theme.size.table_min, cell.size - 2)
    shown = cell._replace(size=small, lines=1)
    return Entry(
        (
            paragraph(short_day(incident.day), small, colour.ink),
            paragraph(shown.clipped(incident.id), small, colour.muted),
        )
    )


def _impact(incident: Incident, cell: _Cell) -> Entry:
    colour = cell.page.theme.colour
    if incident.lasted is None:
        return Entry((paragraph(_NOT_RECORDED, cell.size, colour.caution),))
    return Entry((paragraph(short_duration(incident.lasted), cell.size, colour.ink, bold=True),))


def _services(incident: Incident, cell: _Cell) -> Entry:
    return _plain(cell.clipped(listing(incident.services)), cell)


def _meaning(incident: Incident, cell: _Cell) -> Entry:
    return _plain(cell.clipped(incident.statement or ""), cell)


def _plain(text: str, cell: _Cell) -> Entry:
    colour = cell.page.theme.colour
    return Entry((paragraph(text or "–", cell.size, colour.ink if text else colour.muted),))


def _spoken(incident: Incident) -> str:
    """Return an incident as a speaker's note, with every text in full."""
    services = f" Services: {listing(incident.services)}." if incident.services else ""
    meant = f" {incident.statement}" if incident.statement else ""
    cause = f" Cause: {incident.primary_cause}" if incident.primary_cause else ""
    head = f"{incident.id}, {short_day(incident.day)}: {incident.title}. {_how_bad(incident)}."
    return f"{head}{services}{meant}{cause}"
