"""How many actions are done, open, overdue and unassigned, and how many were done in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deckgen.postmortem.wording import count
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.incident import Action
from deckgen.quarter.values import ActionsReview, Completion, QuarterReview
from deckgen_layouts.impact_numbers import Tile

WITHIN = "Done within 30 days"


def open_actions(actions: ActionsReview) -> int:
    """Return how many actions are open, of incidents of the period or of earlier ones."""
    return actions.open + actions.carried_over


def overdue_actions(actions: ActionsReview) -> int:
    """Return how many of the open actions are overdue."""
    return actions.overdue + actions.carried_overdue


def age(action: Action, as_of: date) -> str:
    """Return how long an action has been open; one that was opened after the day has no age."""
    return count(max(0, (as_of - action.opened).days), "day")


def action_tiles(review: QuarterReview) -> list[Tile]:
    """Return the figures of a slide's head, without those that there is nothing to say of."""
    completed = [_completed(review)] if review.actions.total else []
    return [*_done(review.actions), *_open(review.actions), *completed]


def _done(actions: ActionsReview) -> Iterator[Tile]:
    if actions.total:
        dropped = f"{actions.dropped:,} dropped" if actions.dropped else None
        yield Tile("actions:done", f"{actions.done:,} of {actions.total:,}", "Done", dropped)


def _open(actions: ActionsReview) -> Iterator[Tile]:
    waiting = open_actions(actions)
    carried = f"{actions.carried_over:,} from earlier incidents" if actions.carried_over else None
    yield Tile("actions:open", f"{waiting:,}", "Open", carried)
    if waiting:
        undated = f"{actions.undated:,} without a due date" if actions.undated else None
        urgent = actions.urgent_overdue
        which = f"{urgent:,} of them P0 or P1" if urgent else "of those open"
        yield Tile("actions:overdue", f"{overdue_actions(actions):,}", "Overdue", which)
        yield Tile("actions:unassigned", f"{actions.unassigned:,}", "Unassigned", undated)


def _completed(review: QuarterReview) -> Tile:
    now, before = review.actions.completion, review.actions.completion_before
    notes = [
        f"{review.before.name}: {_share(before)}" if before.of else "",
        f"{now.unknown:,} on unknown days" if now.unknown else "",
        "too few for a share" if 0 < now.of < DEFINITIONS["completion"].least else "",
    ]
    note = "; ".join(filter(None, notes)) or None
    if not now.of:
        return Tile("actions:within", "None yet", f"{WITHIN}: none is as old", note, False)
    return Tile("actions:within", _share(now), WITHIN, note)


def _share(completion: Completion) -> str:
    return f"{completion.within:,} of {completion.of:,}"
