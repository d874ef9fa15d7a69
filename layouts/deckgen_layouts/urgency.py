"""Which actions the room must talk about first, and in which words their state is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from deckgen.postmortem.model import ActionItem
from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.postmortem.wording import count_in_words, in_words, sentence


def by_urgency(actions: Sequence[ActionItem], as_of: date) -> list[ActionItem]:
    """Return the actions, those first that the room must talk about.

    That is what is overdue, then what has no owner or no date, then the rest, then what is
    closed; among these by due date, the undated last, and else in the file's order.
    """

    def rank(action: ActionItem) -> tuple[int, date]:
        return _group(action, as_of), action.due or date.max

    return sorted(actions, key=rank)


def _group(action: ActionItem, as_of: date) -> int:
    if action.status.is_closed:
        return 3
    if action.is_overdue(as_of):
        return 0
    return 2 if action.is_assigned and action.due else 1


def is_due_today(action: ActionItem, as_of: date) -> bool:
    """Whether an action that is not closed is promised for `as_of` itself."""
    return action.due == as_of and not action.status.is_closed


def how_many_open(actions: Sequence[ActionItem]) -> str:
    """Return how many actions are open, of how many where some are closed."""
    total = len(actions)
    closed = [action for action in actions if action.status.is_closed]
    if not closed:
        return sentence(count_in_words(total, "action"))
    if len(closed) < total:
        return sentence(f"{in_words(total - len(closed))} of {in_words(total)} actions open")
    dropped = sum(action.status is ActionStatus.DROPPED for action in closed)
    whole = {1: "One action,", 2: "Both actions"}.get(total, f"All {in_words(total)} actions")
    if dropped in {0, total}:
        return f"{whole} {'dropped' if dropped else 'done'}"
    return f"{whole} closed, {in_words(dropped)} dropped"


def headline(actions: Sequence[ActionItem], as_of: date) -> str:
    """Return how many actions are open, and what about those cannot wait."""
    waiting = [action for action in actions if not action.status.is_closed]
    head, named = how_many_open(actions), list(_gaps(waiting, as_of))
    if named:
        return f"{head}: {', '.join(named)}"
    if not waiting:
        return head
    return f"{head}, {'' if len(waiting) == 1 else 'each '}with an owner and a date"


def _gaps(waiting: Sequence[ActionItem], as_of: date) -> Iterator[str]:
    """Yield what is late or missing of open actions, each with how many they are."""
    late = sum(action.is_overdue(as_of) for action in waiting)
    unowned = [action for action in waiting if not action.is_assigned]
    undated = [action for action in waiting if action.due is None]
    gaps = [(late, "overdue")]
    if unowned == undated:
        gaps.append((len(unowned), "without owner and due date"))
    else:
        gaps += [(len(unowned), "without an owner"), (len(undated), "without a due date")]
    return (f"{in_words(amount)} {what}" for amount, what in gaps if amount)


def how_many_more(further: Sequence[ActionItem], as_of: date) -> str:
    """Return how many open actions are not shown, and how many of those are late or unowned."""
    late = sum(action.is_overdue(as_of) for action in further)
    unowned = sum(not one.is_assigned and not one.status.is_closed for one in further)
    gaps = [(late, "overdue"), (unowned, "unassigned")]
    named = ", ".join(f"{in_words(amount)} {what}" for amount, what in gaps if amount)
    return f"and {len(further)} more{': ' if named else ''}{named}"
