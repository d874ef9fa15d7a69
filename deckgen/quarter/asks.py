"""What is asked of leadership: what postmortems ask, and what the figures ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckgen.postmortem.wording import count
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import ActionsReview, Ask, Publication, Repeat


def asks(
    incidents: Iterable[Incident],
    repeats: Sequence[Repeat],
    actions: ActionsReview,
    publication: Publication,
) -> tuple[Ask, ...]:
    """Return what is asked: first what the figures ask for, then the decisions of postmortems.

    Nothing names a person: what is asked for is a decision about work, not about somebody.
    """
    decisions = (Ask(text, one.id) for one in incidents for text in one.decisions)
    return (*_of_figures(repeats, actions, publication), *decisions)


def _of_figures(
    repeats: Sequence[Repeat], actions: ActionsReview, publication: Publication
) -> Iterator[Ask]:
    preventable = [one for one in repeats if any(it.then == "open" for it in one.actions)]
    if preventable:
        again = count(len(preventable), "incident repeats", "incidents repeat")
        yield Ask(
            f"Finish earlier actions first: {again} a cause whose action was still open", None
        )
    overdue = actions.overdue + actions.carried_overdue
    if overdue:
        open_now = actions.open + actions.carried_over
        urgent = f", {actions.urgent_overdue:,} of them P0 or P1" * bool(actions.urgent_overdue)
        given = f"{count(overdue, 'overdue action')} of {open_now:,} open{urgent}"
        yield Ask(f"Give time to {given}, or drop them", None)
    if actions.unassigned:
        unassigned = count(actions.unassigned, "open action")
        yield Ask(f"Name a team for {unassigned} without an owner", None)
    missing = sum(not one.published for one in publication.late)
    if missing:
        late = count(missing, "postmortem")
        hours = publication.within_hours
        yield Ask(f"Make room to write {late} due within {hours} hours and not published", None)
