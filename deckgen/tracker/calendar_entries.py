"""Due dates as an iCalendar file (RFC 5545): one entry of a whole day for each card with a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from deckgen.diagnostics import InputError
from deckgen.postmortem.vocabulary import Priority
from deckgen.tracker.cards import Card, by_due

_LONGEST_LINE = 75
"""How many octets a line may have without its end."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_PRIORITIES: Mapping[Priority, int] = MappingProxyType(
    {Priority.P0: 1, Priority.P1: 3, Priority.P2: 5, Priority.P3: 7, Priority.P4: 9}
)


def write(cards: Sequence[Card], as_of: date) -> bytes:
    """Return the file of `cards`; raise InputError where none has a due date.

    An entry keeps its identity as long as the ids of incident and action do, so that a calendar
    that takes the file a second time moves it.
    """
    dated = [(card.action.due, card) for card in sorted(cards, key=by_due) if card.action.due]
    if not dated:
        hint = "give actions a due date, or choose another format"
        raise InputError.about("the calendar", "would be empty: no action has a due date", hint)
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//deckgen//actions//EN", "CALSCALE:GREGORIAN"),
        *(line for due, card in dated for line in _entry(card, due, as_of)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _entry(card: Card, due: date, as_of: date) -> Iterator[str]:
    told = "\n".join(f"{name}: {value}" for name, value in card.facts())
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'deckgen:{card.incident}/{card.action.id}')}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{card.title.translate(_ESCAPED)}"
    yield f"DESCRIPTION:{told.translate(_ESCAPED)}"
    if card.action.link:
        yield f"URL:{card.action.link}"
    if card.action.priority:
        yield f"PRIORITY:{_PRIORITIES[card.action.priority]}"
    yield "CATEGORIES:Postmortem"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, no character of which is torn."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
