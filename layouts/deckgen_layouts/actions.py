"""Who does what by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.postmortem.wording import count, listing, sentence, short_day
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import to_points
from deckgen.scene.measure import SAFETY
from deckgen.scene.text import Run
from deckgen.typeset import mixed, paragraph
from deckgen_layouts.tables import Column, Entry, TablePage, cell_rooms, table_pages
from deckgen_layouts.urgency import by_urgency, headline, is_due_today

_DUE, _DUE_WITH_SPAN = 1.6, 2.0
_WHOLE = 10.9
_ID_WEIGHTS = (0.62, 2.0)
_ID_LINES, _OWNER_LINES = 2, 4
_STATUS = {
    ActionStatus.OPEN: "Open",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.DONE: "Done",
    ActionStatus.DROPPED: "Dropped",
}


class Actions(Layout):
    """The table of actions: what, which learning it answers, who, by when, how urgent, how far.

    Needs: one action. What the room must talk about stands first: overdue, then without owner or
    date, then the others, each by due date; what is done or dropped stands last, a done action with
    the day where it is known. "Unassigned", "No due date", overdue and due today stand out in words
    and colour; overdue counts from the as-of date. Without any priority there is no column for it.
    Continues on further slides with the header repeated and each row whole.
    """

    name: ClassVar[str] = "actions"
    section: ClassVar[str] = "What we do"
    share: ClassVar[float] = 6.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield as many slides as the actions need, nothing where there are none."""
        actions = by_urgency(postmortem.actions, page.as_of)
        if not actions:
            return
        title = headline(actions, page.as_of)
        for part in _table(actions, postmortem, page):
            shown = [actions[n] for n in part.rows]
            notes = [*_notes(shown, postmortem, page), *in_full(part.texts)]
            yield self.slide(page, title, [part.table], notes)


def _table(
    actions: Sequence[ActionItem], postmortem: Postmortem, page: Page
) -> Sequence[TablePage]:
    """Return the table, with "Overdue 6 years" on one line where that needs no further slide."""
    narrow = _table_of(actions, _fields(actions, page, _DUE), postmortem, page)
    if not any(action.is_overdue(page.as_of) for action in actions):
        return narrow
    wide = _table_of(actions, _fields(actions, page, _DUE_WITH_SPAN), postmortem, page)
    return wide if len(wide) <= len(narrow) else narrow


def _table_of(
    actions: Sequence[ActionItem], fields: Sequence[_Field], postmortem: Postmortem, page: Page
) -> Sequence[TablePage]:
    columns = [field.column for field in fields]
    rooms = cell_rooms(page, columns, page.boxes.body)
    rows = [partial(_entries, action, fields, rooms, postmortem, page) for action in actions]
    told = listing([column.heading.lower() for column in columns[2:]])
    alt = f"Table of {count(len(actions), 'action')} with {told}."
    return list(table_pages(page, "Actions", columns, rows, page.boxes.body, alt, largest=16))


class _Cell(NamedTuple):
    """Where an entry is set: on which page, how wide and in which size, in points."""

    postmortem: Postmortem
    page: Page
    room: float
    size: float

    @property
    def small(self) -> float:
        """The size of what stands below the entry's first line."""
        return max(self.page.theme.size.table_min, self.size - 2)

    def ink(self, action: ActionItem) -> str:
        """Return the colour of plain words: quiet where the action is closed."""
        colour = self.page.theme.colour
        return colour.muted if action.status.is_closed else colour.ink


class _Field(NamedTuple):
    """A column, and what stands in it of an action."""

    column: Column
    entry: Callable[[ActionItem, _Cell], Entry]


def _fields(actions: Sequence[ActionItem], page: Page, due: float) -> list[_Field]:
    """Return the columns: the first as wide as the longest id asks, the second what is left.

    `due` is the weight of the column of due dates.
    """
    others = [
        _Field(Column("Owner", 1.6), _owner),
        _Field(Column("Due", due), _due),
        _Field(Column("Priority", 0.93), _priority),
        _Field(Column("Status", 1.2), _status),
    ]
    if not any(action.priority for action in actions):
        others = [field for field in others if field.entry is not _priority]
    longest = max(page.measurer.width(action.id, page.theme.size.table) for action in actions)
    needed = longest / SAFETY + 2 * page.theme.space.cell + 1
    least, most = _ID_WEIGHTS
    weight = min(max(least, _WHOLE * needed / to_points(page.boxes.body.width)), most)
    rest = _WHOLE - weight - sum(field.column.weight for field in others)
    return [_Field(Column("ID", weight), _id), _Field(Column("Action", rest), _what), *others]


def _entries(
    action: ActionItem,
    fields: Sequence[_Field],
    rooms: Sequence[float],
    postmortem: Postmortem,
    page: Page,
    size: float,
) -> list[Entry]:
    return [
        field.entry(action, _Cell(postmortem, page, room, size))
        for field, room in zip(fields, rooms, strict=True)
    ]


def _id(action: ActionItem, cell: _Cell) -> Entry:
    shown = cell.page.measurer.shortened(action.id, cell.room, _ID_LINES, cell.size)
    ink = cell.page.theme.colour.link if action.link else cell.ink(action)
    return Entry((mixed([Run(shown, cell.size, ink, link=action.link)]),))


def _what(action: ActionItem, cell: _Cell) -> Entry:
    words = [paragraph(action.action, cell.size, cell.ink(action))]
    kind = [sentence(action.kind)] if action.kind else []
    parts = [*kind, *_answers(action, cell.postmortem)]
    if parts:
        muted = cell.page.theme.colour.muted
        words.append(paragraph("; ".join(parts), cell.small, muted, space_before=1))
    return Entry(tuple(words))


def _answers(action: ActionItem, postmortem: Postmortem) -> Iterator[str]:
    key = postmortem.key_learning
    if key and key.id == action.learning:
        yield "answers the Key Learning"
        return
    learning = postmortem.learning_text(action.learning)
    if learning:
        yield f"answers: {learning}"


def _owner(action: ActionItem, cell: _Cell) -> Entry:
    colour, size = cell.page.theme.colour, cell.size
    if not action.is_assigned:
        if action.status.is_closed:
            return _nothing(cell)
        return Entry((paragraph("Unassigned", size, colour.bad, bold=True),), colour.bad_tint)
    shown = cell.page.measurer.shortened(action.owner or "", cell.room, _OWNER_LINES, size)
    name = paragraph(shown, size, cell.ink(action))
    if action.confirmed is False and not action.status.is_closed:
        return Entry((name, paragraph("Not confirmed", cell.small, colour.caution)))
    return Entry((name,))


def _due(action: ActionItem, cell: _Cell) -> Entry:
    colour, as_of = cell.page.theme.colour, cell.page.as_of
    set_in = partial(paragraph, size=cell.size)
    if action.due is None:
        if action.status.is_closed:
            return _nothing(cell)
        loud = set_in("No due date", colour=colour.caution, bold=True)
        return Entry((loud,), colour.caution_tint)
    when = short_day(action.due)
    if action.is_overdue(as_of):
        late = set_in(f"Overdue {_span((as_of - action.due).days)}", colour=colour.bad, bold=True)
        return Entry((set_in(when, colour=colour.bad), late), colour.bad_tint)
    if is_due_today(action, as_of):
        today = set_in("Due today", colour=colour.caution, bold=True)
        return Entry((set_in(when, colour=colour.caution), today), colour.caution_tint)
    return Entry((set_in(when, colour=cell.ink(action)),))


def _span(days: int) -> str:
    """Return a number of days, in months from three of them on, in years from two on."""
    if days < 90:
        return count(days, "day")
    return count(days // 30, "month") if days < 730 else count(days // 365, "year")


def _priority(action: ActionItem, cell: _Cell) -> Entry:
    if action.priority is None and action.status.is_closed:
        return _nothing(cell)
    return Entry((paragraph(action.priority or "Not set", cell.size, cell.ink(action)),))


def _nothing(cell: _Cell) -> Entry:
    """Return what stands where a closed action lacks something that nobody asks for any more."""
    return Entry((paragraph("–", cell.size, cell.page.theme.colour.muted),))


def _status(action: ActionItem, cell: _Cell) -> Entry:
    colour, done = cell.page.theme.colour, action.status is ActionStatus.DONE
    ink = colour.muted if action.status is ActionStatus.DROPPED else colour.ink
    text = paragraph(_STATUS[action.status], cell.size, colour.good if done else ink, bold=done)
    if action.completed is None:
        return Entry((text,))
    return Entry((text, paragraph(short_day(action.completed), cell.small, colour.muted)))


def _notes(actions: Sequence[ActionItem], postmortem: Postmortem, page: Page) -> Iterator[str]:
    yield "For each action: does the owner agree, is the date real, which learning does it answer?"
    for action in actions:
        owner = action.owner if action.is_assigned else "unassigned"
        due = f"due {short_day(action.due)}" if action.due else "no due date"
        done = f", done {short_day(action.completed)}" if action.completed else ""
        late = ", overdue" if action.is_overdue(page.as_of) else ""
        late = ", today" if is_due_today(action, page.as_of) else late
        yield f"{action.id}: {action.action} ({owner}, {due}{late}{done})"
