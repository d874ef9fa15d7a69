"""The incidents and when their postmortems were published, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import LatePostmortem, QuarterReview
from deckgen.review.progress import day_of
from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Table
from deckgen.typeset import paragraph
from deckgen_layouts.impact_numbers import Drawn
from deckgen_layouts.quarter.panels import column_weight, one_table, remark
from deckgen_layouts.tables import Column, Entry, cell_rooms

_OTHERS = (Column("Ended", 1.5), Column("Published", 1.5), Column("After its end", 2.0))
_WHOLE = 11.0
_IDS = (1.0, 2.2)
_LINES = 2
_ORDER = ("bad", "good", "muted", "caution")


class _Told(NamedTuple):
    """What is said of an incident's postmortem; `colour` names the role of the theme."""

    incident: Incident
    published: str
    after: str
    is_late: bool
    colour: str


def publication_table(review: QuarterReview, page: Page, box: Box) -> Drawn:
    """Return the table of as many incidents as `box` holds, with its shortened texts."""
    told = list(_told(review))
    ids = column_weight(page, [one.incident.id for one in told], _WHOLE, _IDS)
    rest = _WHOLE - ids - sum(column.weight for column in _OTHERS)
    columns = [Column("ID", ids), Column("Incident", rest), *_OTHERS]
    rooms = cell_rooms(page, columns, box)
    rows = [partial(_entries, one, rooms, page) for one in told]
    alt = "Table of incidents: when each ended, and when its postmortem was published."
    shown = one_table(page, "Publication", columns, rows, box, alt, largest=16)
    texts = [*shown.texts, *_cut(told, shown.table)]
    further = told[len(shown.rows) :]
    if not further:
        return [shown.table], texts
    late = sum(one.is_late for one in further)
    of_them = f", {late:,} of them late and in the notes" if late else ""
    return [shown.table, remark(page, f"and {len(further):,} more{of_them}")], texts


def _cut(told: Sequence[_Told], table: Table) -> Iterator[Fitted]:
    """Yield the titles that are shortened; those of late ones stand in the notes anyway."""
    for one, row in zip(told, table.rows[1:], strict=False):
        shown, title = row.cells[1].frame, one.incident.title
        if not one.is_late and shown.text != title:
            yield Fitted(shown, shown.paragraphs[0].runs[0].size, (title,))


def _told(review: QuarterReview) -> Iterator[_Told]:
    """Yield what is late, the latest first, then what is in time, not due, or cannot be told."""
    late = sorted(review.publication.late, key=lambda one: (-one.took, one.incident.id))
    yield from map(_late, late)
    known = {one.incident.id for one in late}
    others = [_not_late(one) for one in review.incidents if one.id not in known]
    yield from sorted(others, key=lambda one: _ORDER.index(one.colour))


def _not_late(incident: Incident) -> _Told:
    if incident.published is None and incident.status is not Status.RESOLVED:
        return _Told(
            incident, _published(incident), "Not due: incident not resolved", False, "muted"
        )
    if incident.ended_at is None:
        return _Told(incident, _published(incident), "No end recorded", False, "caution")
    if incident.published is None:
        return _Told(incident, _published(incident), "Not due yet", False, "muted")
    return _in_time(incident)


def _late(late: LatePostmortem) -> _Told:
    took = short_duration(late.took)
    after = took if late.published else f"{took} so far"
    return _Told(late.incident, _published(late.incident), after, True, "bad")


def _in_time(incident: Incident) -> _Told:
    published, ended = incident.published, incident.ended_at
    after = "In time"
    if isinstance(published, datetime) and ended is not None and published > ended:
        after = f"In time, {short_duration(published - ended)}"
    return _Told(incident, _published(incident), after, False, "good")


def _published(incident: Incident) -> str:
    moment = incident.published
    if moment is None:
        return "Not published"
    return short_day(day_of(moment, incident.zone))


def _entries(told: _Told, rooms: Sequence[float], page: Page, size: float) -> tuple[Entry, ...]:
    colour, incident = page.theme.colour, told.incident
    tone: str = getattr(colour, told.colour)
    name = page.measurer.shortened(incident.id, rooms[0], _LINES, size)
    title = page.measurer.shortened(incident.title, rooms[1], _LINES, size)
    ended = incident.ended_at
    ended_on = short_day(day_of(ended, incident.zone)) if ended else "Not recorded"
    fill = colour.bad_tint if told.is_late else None
    after = paragraph(told.after, size, tone, bold=told.is_late)
    return (
        Entry((paragraph(name, size, colour.ink),)),
        Entry((paragraph(title, size, colour.ink),)),
        Entry((paragraph(ended_on, size, colour.ink),)),
        Entry((paragraph(told.published, size, tone if told.is_late else colour.ink),), fill),
        Entry((after,), fill),
    )
