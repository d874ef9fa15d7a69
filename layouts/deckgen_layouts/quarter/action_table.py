"""The open actions as a table of one slide, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.postmortem.wording import count, short_day
from deckgen.quarter.incident import Action
from deckgen.quarter.values import QuarterReview
from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Item
from deckgen.typeset import paragraph
from deckgen_layouts.quarter.action_tiles import age, open_actions
from deckgen_layouts.quarter.panels import column_weight, one_table, remark
from deckgen_layouts.tables import Column, Entry, cell_rooms

_OTHERS = (Column("Owner", 1.7), Column("Due", 2.0), Column("Open for", 1.2))
_WHOLE = 10.9
_NAMES = (1.3, 2.2)
_LINES = 2


class ActionTable(NamedTuple):
    """What is drawn, the actions in it, and the texts that are cut short."""

    items: list[Item]
    actions: list[Action]
    texts: tuple[Fitted, ...]


def action_table(review: QuarterReview, page: Page, box: Box) -> ActionTable:
    """Return the table of as many of the oldest open actions as `box` holds."""
    oldest, waiting = review.actions.oldest, open_actions(review.actions)
    columns = _columns(oldest, page)
    rooms = cell_rooms(page, columns, box)
    rows = [partial(_entries, action, rooms, page) for action in oldest]
    alt = "Table of open actions, the oldest first: incident, owner, due date and age."
    shown = one_table(
        page,
        "Oldest open actions",
        columns,
        rows,
        box,
        alt,
        largest=16,
        further=waiting - len(oldest),
    )
    actions = list(oldest[: len(shown.rows)])
    items: list[Item] = [shown.table]
    if left := waiting - len(actions):
        items.append(remark(page, f"and {count(left, 'more open action')}, none of them older"))
    return ActionTable(items, actions, shown.texts)


def _columns(actions: Sequence[Action], page: Page) -> list[Column]:
    names = column_weight(page, map(_name, actions), _WHOLE, _NAMES)
    rest = _WHOLE - names - sum(column.weight for column in _OTHERS)
    return [Column("Action", rest), Column("Incident", names), *_OTHERS]


def _name(action: Action) -> str:
    return f"{action.incident} {action.id}"


def _entries(action: Action, rooms: Sequence[float], page: Page, size: float) -> tuple[Entry, ...]:
    colour = page.theme.colour
    short = partial(page.measurer.shortened, lines=_LINES, size=size)
    plain = partial(paragraph, size=size, colour=colour.ink)
    unassigned = paragraph("Unassigned", size, colour.bad, bold=True)
    owner = plain(short(action.owner, rooms[2])) if action.owner else unassigned
    return (
        Entry((plain(short(action.text, rooms[0])),)),
        Entry((plain(short(_name(action), rooms[1])),)),
        Entry((owner,), None if action.owner else colour.bad_tint),
        _due(action, page, size),
        Entry((plain(age(action, page.as_of)),)),
    )


def _due(action: Action, page: Page, size: float) -> Entry:
    colour = page.theme.colour
    if action.due is None:
        none = paragraph("No due date", size, colour.caution, bold=True)
        return Entry((none,), colour.caution_tint)
    if action.is_overdue(page.as_of):
        late = count((page.as_of - action.due).days, "day")
        when = paragraph(short_day(action.due), size, colour.bad)
        return Entry(
            (when, paragraph(f"Overdue {late}", size, colour.bad, bold=True)), colour.bad_tint
        )
    return Entry((paragraph(short_day(action.due), size, colour.ink),))
