"""Who does what by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.postmortem.wording import count, count_in_words, in_words, sentence, short_day
from deckgen.scene.deck import Slide
from deckgen.scene.text import Paragraph, Run
from deckgen.typeset import mixed, paragraph
from deckgen_layouts.tables import Column, Entry, table_pages

COLUMNS = (
    Column("ID", 0.62),
    Column("Action", 4.95),
    Column("Owner", 1.6),
    Column("Due", 1.6),
    Column("Priority", 0.93),
    Column("Status", 1.2),
)
_STATUS = {
    ActionStatus.OPEN: "Open",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.DONE: "Done",
    ActionStatus.DROPPED: "Dropped",
}


class Actions(Layout):
    """The table of actions: what, which learning it answers, who, by when, how urgent, how far.

    Needs: one action. What the room must talk about stands first: overdue, then without owner or
    date, then the others; what is done or dropped stands last. "Unassigned", "No due date" and
    overdue stand out in words and colour; overdue counts from the as-of date. Continues on
    further slides with the header repeated and each row whole.
    """

    name: ClassVar[str] = "actions"
    section: ClassVar[str] = "What we do"
    share: ClassVar[float] = 6.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield as many slides as the actions need, nothing where there are none."""
        actions = by_urgency(postmortem.actions, page.as_of)
        if not actions:
            return
        rows = [partial(_entries, action, postmortem, page) for action in actions]
        alt = f"Table of {count(len(actions), 'action')} with owner, due date, priority and status."
        parts = table_pages(page, "Actions", COLUMNS, rows, page.boxes.body, alt, largest=16)
        title = headline(actions, page)
        for part in parts:
            shown = [actions[n] for n in part.rows]
            notes = [*_notes(shown, postmortem, page), *in_full(part.texts)]
            yield self.slide(page, title, [part.table], notes)


def by_urgency(actions: Sequence[ActionItem], as_of: date) -> list[ActionItem]:
    """Return the actions, those first that the room must talk about; else in the file's order."""

    def rank(action: ActionItem) -> int:
        if action.status.is_closed:
            return 3
        if action.is_overdue(as_of):
            return 0
        return 2 if action.is_assigned and action.due else 1

    return sorted(actions, key=rank)


def headline(actions: Sequence[ActionItem], page: Page) -> str:
    """Return how many actions there are, and what about them cannot wait."""
    open_ones = [action for action in actions if not action.status.is_closed]
    late = [action for action in actions if action.is_overdue(page.as_of)]
    unowned = [action for action in open_ones if not action.is_assigned]
    undated = [action for action in open_ones if action.due is None]
    gaps = [(len(late), "overdue")]
    if unowned == undated:
        gaps.append((len(unowned), "without owner and due date"))
    else:
        gaps += [(len(unowned), "without an owner"), (len(undated), "without a due date")]
    named = [f"{in_words(amount)} {what}" for amount, what in gaps if amount]
    done = sum(action.status is ActionStatus.DONE for action in actions)
    head = count_in_words(len(actions), "action")
    if done:
        head = f"{head}, {in_words(done)} done"
    if named:
        return sentence(f"{head}: {', '.join(named)}")
    if all(action.is_assigned and action.due for action in actions):
        return sentence(f"{head}, each with an owner and a date")
    return sentence(head)


def _entries(
    action: ActionItem, postmortem: Postmortem, page: Page, size: float
) -> tuple[Entry, ...]:
    colour = page.theme.colour
    quiet = colour.muted if action.status.is_closed else colour.ink
    text = partial(paragraph, size=size, colour=quiet)
    name = Run(action.id, size, page.theme.colour.link if action.link else quiet, link=action.link)
    return (
        Entry((mixed([name]),)),
        Entry(tuple(_what(action, postmortem, page, size, quiet))),
        _owner(action, page, size),
        _due(action, page, size),
        Entry((text(action.priority or "Not set"),)),
        _status(action, page, size),
    )


def _what(
    action: ActionItem, postmortem: Postmortem, page: Page, size: float, ink: str
) -> Iterator[Paragraph]:
    small = max(page.theme.size.table_min, size - 2)
    yield paragraph(action.action, size, ink)
    parts = [*([sentence(action.kind)] if action.kind else []), *_answers(action, postmortem)]
    if parts:
        yield paragraph("; ".join(parts), small, page.theme.colour.muted, space_before=1)


def _answers(action: ActionItem, postmortem: Postmortem) -> Iterator[str]:
    key = postmortem.key_learning
    if key and key.id == action.learning:
        yield "answers the Key Learning"
        return
    learning = postmortem.learning_text(action.learning)
    if learning:
        yield f"answers {action.learning}: {learning}"


def _owner(action: ActionItem, page: Page, size: float) -> Entry:
    colour, small = page.theme.colour, max(page.theme.size.table_min, size - 2)
    if not action.is_assigned:
        if action.status.is_closed:
            return Entry((paragraph("Unassigned", size, colour.muted),))
        return Entry((paragraph("Unassigned", size, colour.bad, bold=True),), colour.bad_tint)
    ink = colour.muted if action.status.is_closed else colour.ink
    name = paragraph(action.owner or "", size, ink)
    if action.confirmed is False and not action.status.is_closed:
        return Entry((name, paragraph("Not confirmed", small, colour.caution)))
    return Entry((name,))


def _due(action: ActionItem, page: Page, size: float) -> Entry:
    colour = page.theme.colour
    if action.due is None:
        if action.status.is_closed:
            return Entry((paragraph("No due date", size, colour.muted),))
        text = paragraph("No due date", size, colour.caution, bold=True)
        return Entry((text,), colour.caution_tint)
    when = short_day(action.due)
    if action.is_overdue(page.as_of):
        late = f"Overdue {_span((page.as_of - action.due).days)}"
        words = (paragraph(when, size, colour.bad), paragraph(late, size, colour.bad, bold=True))
        return Entry(words, colour.bad_tint)
    ink = colour.muted if action.status.is_closed else colour.ink
    return Entry((paragraph(when, size, ink),))


def _span(days: int) -> str:
    """Return a number of days, in months from three of them on, in years from two on."""
    if days < 90:
        return count(days, "day")
    return count(days // 30, "month") if days < 730 else count(days // 365, "year")


def _status(action: ActionItem, page: Page, size: float) -> Entry:
    done = action.status is ActionStatus.DONE
    ink = page.theme.colour.good if done else page.theme.colour.ink
    if action.status is ActionStatus.DROPPED:
        ink = page.theme.colour.muted
    return Entry((paragraph(_STATUS[action.status], size, ink, bold=done),))


def _notes(actions: Sequence[ActionItem], postmortem: Postmortem, page: Page) -> Iterator[str]:
    yield "For each action: does the owner agree, is the date real, which learning does it answer?"
    for action in actions:
        owner = action.owner if action.is_assigned else "unassigned"
        due = f"due {short_day(action.due)}" if action.due else "no due date"
        late = ", overdue" if action.is_overdue(page.as_of) else ""
        yield f"{action.id}: {action.action} ({owner}, {due}{late})"
