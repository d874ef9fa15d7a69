"""What is asked of leadership: decisions of postmortems, and what the figures ask for."""

from __future__ import annotations

from datetime import date

from deckgen.postmortem.vocabulary import ActionStatus, Priority
from deckgen.quarter.incident import Incident
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import Ask
from tests.quarter.builders import AS_OF, PERIOD, action, incident

PUBLISHED = date(2025, 8, 5)


def asked(*incidents: Incident) -> list[Ask]:
    return list(quarter_review(incidents, PERIOD, AS_OF).asks)


def test_where_nothing_is_open_nothing_is_asked() -> None:
    done = action(status=ActionStatus.DONE, completed=PUBLISHED)
    assert asked(incident(published=PUBLISHED, actions=(done,))) == []


def test_decisions_of_postmortems_are_asked_with_their_incident() -> None:
    assert asked(incident(published=PUBLISHED, decisions=("Freeze changes?",))) == [
        Ask("Freeze changes?", "INC-1")
    ]


def test_figures_ask_first_and_name_nobody() -> None:
    late = action("A1", owner="Jo Doe", priority=Priority.P0)
    before = incident("INC-0", date(2025, 6, 1), published=date(2025, 6, 2), actions=(late,))
    again = incident(
        "INC-1",
        repeats=("INC-0",),
        actions=(action("A2", owner=None, due=None),),
        decisions=("Freeze changes?",),
    )
    assert asked(again, before) == [
        Ask("Finish earlier actions first: 1 incident repeats a cause whose action was still open",
            None),
        Ask("Give time to 1 overdue action of 2 open, 1 of them P0 or P1, or drop them", None),
        Ask("Name a team for 1 open action without an owner", None),
        Ask("Make room to write 1 postmortem due within 48 hours and not published", None),
        Ask("Freeze changes?", "INC-1"),
    ]  # fmt: skip


def test_an_earlier_action_that_was_done_in_time_asks_for_nothing() -> None:
    done = action(status=ActionStatus.DONE, completed=date(2025, 7, 1))
    before = incident("INC-0", date(2025, 6, 1), actions=(done,))
    assert asked(incident("INC-1", published=PUBLISHED, repeats=("INC-0",)), before) == []
