"""What a slide says of a repeat: how it is known, and what had become of the earlier actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from deckgen.postmortem.wording import count, listing, sentence, short_day
from deckgen.quarter.values import EarlierAction, Repeat
from deckgen_layouts.quarter.action_tiles import age

Then = Literal["open", "dropped", "unknown"]

ORDER: tuple[Then, ...] = ("open", "dropped", "unknown")
"""How an earlier action stood when the cause struck again, the worst first."""

_IN_HEADLINE: dict[Then, str] = {
    "open": "still open then",
    "dropped": "dropped before",
    "unknown": "perhaps still open then",
}
_OVER_ACTIONS: dict[Then, tuple[str, str]] = {
    "open": ("Still open when it struck again", "still open when it struck again"),
    "dropped": ("Dropped before it struck again", "dropped before it struck again"),
    "unknown": ("Done on a day not recorded", "done on days not recorded"),
}


def ground(repeat: Repeat) -> str:
    """Return how a repeat is known: `stated in INC-7`, or by which tags or words."""
    if repeat.ground == "stated":
        return f"stated in {repeat.incident.id}"
    what = "tags in common" if repeat.ground == "tags" else "both causes name"
    return f"{what}: {listing(repeat.evidence)}"


def time_between(repeat: Repeat) -> str:
    """Return how long after the earlier incident the later one began, in days of the calendar."""
    days = (repeat.incident.day - repeat.earlier.day).days
    return f"{count(days, 'day')} later" if days else "the same day"


def cause(repeat: Repeat) -> str:
    """Return the cause in the words of the later postmortem, else of the earlier one."""
    told = repeat.incident.primary_cause or repeat.earlier.primary_cause
    return told or "The same cause, which neither postmortem puts into words"


def not_done(repeats: Sequence[Repeat], then: Then) -> list[EarlierAction]:
    """Return the distinct actions that stood so when the cause struck again."""
    found = {
        (one.action.incident, one.action.id): one
        for repeat in repeats
        for one in repeat.actions
        if one.then == then
    }
    return list(found.values())


def not_done_in_words(repeats: Sequence[Repeat]) -> str:
    """Return how many of the earlier actions were open, else dropped, else of unknown state."""
    for then in ORDER:
        if amount := len(not_done(repeats, then)):
            return f"{count(amount, 'action')} {_IN_HEADLINE[then]}"
    return "no action still open then"


def over_actions(repeat: Repeat) -> str:
    """Return the head over the earlier actions: how many of them stood worst, and how."""
    for then in ORDER:
        if amount := len(not_done([repeat], then)):
            one, many = _OVER_ACTIONS[then]
            return one if amount == 1 else f"{count(amount, 'action')} {many}"
    return "No earlier action was still open"


def why_none(repeat: Repeat) -> str:
    """Return what is known of the earlier actions where none was left to do."""
    actions, earlier = len(repeat.earlier.actions), repeat.earlier.id
    if not actions:
        return f"{earlier} has no action"
    done = "The only action" if actions == 1 else f"All {actions} actions"
    verb = "was" if actions == 1 else "were"
    return f"{done} of {earlier} {verb} done, and the cause came back"


def action_told(one: EarlierAction, as_of: date) -> str:
    """Return who has an earlier action, when it was due, and what has become of it since."""
    action = one.action
    owner = action.owner or "Unassigned"
    due = f"due {short_day(action.due)}" if action.due else "no due date"
    return sentence(f"{owner}, {due}; {_state(one, as_of)}")


def _state(one: EarlierAction, as_of: date) -> str:
    action = one.action
    if one.then != "open":
        return "dropped" if one.then == "dropped" else "done"
    if not action.status.is_closed:
        return f"open to this day, {age(action, as_of)} old"
    return f"done since, {short_day(action.completed)}" if action.completed else "dropped since"
