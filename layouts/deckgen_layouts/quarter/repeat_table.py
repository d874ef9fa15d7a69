"""Further repeats as a table of one slide, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.postmortem.wording import sentence, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import Repeat
from deckgen.scene.shapes import Item
from deckgen.typeset import paragraph
from deckgen_layouts.quarter.panels import one_table, remark
from deckgen_layouts.quarter.repeat_words import ORDER, cause, ground, over_actions, why_none
from deckgen_layouts.tables import Column, Entry, cell_rooms

_COLUMNS = (
    Column("Cause", 3.2),
    Column("Before", 2.6),
    Column("Again", 2.6),
    Column("Earlier actions", 3.2),
)
_LINES = 2


def repeat_table(
    repeats: Sequence[Repeat], page: Page
) -> tuple[list[Item], int, tuple[Fitted, ...]]:
    """Return the table of the first of `repeats`, how many it holds, and its shortened texts."""
    box = page.boxes.body
    rooms = cell_rooms(page, _COLUMNS, box)
    rows = [partial(_entries, repeat, rooms, page) for repeat in repeats]
    alt = "Table of further repeats: cause, earlier incident, later incident, earlier actions."
    shown = one_table(page, "Further repeats", _COLUMNS, rows, box, alt, largest=18)
    amount = len(shown.rows)
    items: list[Item] = [shown.table]
    if amount < len(repeats):
        left = f"and {len(repeats) - amount} more, each marked in the appendix of all incidents"
        items.append(remark(page, left))
    return items, amount, shown.texts


def _entries(repeat: Repeat, rooms: Sequence[float], page: Page, size: float) -> tuple[Entry, ...]:
    ink = page.theme.colour.ink
    return (
        _entry((cause(repeat), ink), sentence(ground(repeat)), rooms[0], page, size),
        _incident(repeat.earlier, rooms[1], page, size),
        _incident(repeat.incident, rooms[2], page, size),
        _undone(repeat, rooms[3], page, size),
    )


def _incident(incident: Incident, room: float, page: Page, size: float) -> Entry:
    where = f"{short_day(incident.day)}, {incident.id}"
    return _entry((incident.title, page.theme.colour.ink), where, room, page, size)


def _undone(repeat: Repeat, room: float, page: Page, size: float) -> Entry:
    colour, actions = page.theme.colour, sorted(repeat.actions, key=lambda a: ORDER.index(a.then))
    if not actions:
        return _entry((why_none(repeat), colour.ink), "", room, page, size)
    loud = actions[0].then == "open"
    head = over_actions(repeat), colour.bad if loud else colour.caution
    fill = colour.bad_tint if loud else colour.caution_tint
    what = actions[0].action.text
    return _entry(head, what, room, page, size, fill)


def _entry(
    head: tuple[str, str],
    below: str,
    room: float,
    page: Page,
    size: float,
    fill: str | None = None,
) -> Entry:
    """Return a text and its colour, and below it a smaller one, each of two lines at most."""
    colour, small = page.theme.colour, max(page.theme.size.table_min, size - 2)
    short = partial(page.measurer.shortened, width=room, lines=_LINES)
    words = [paragraph(short(head[0], size=size), size, head[1], bold=fill is not None)]
    if below:
        quiet = colour.ink if fill else colour.muted
        words.append(paragraph(short(below, size=small), small, quiet))
    return Entry(tuple(words), fill)
