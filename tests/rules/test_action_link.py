"""Open actions without a ticket."""

from __future__ import annotations

from deckgen.rules import action_link
from tests.rules.cases import messages

LINKED = {"action": "Page", "link": "https://tracker.example.com/1"}
UNLINKED = {"action": "Add a canary"}


def test_an_action_without_a_ticket_is_found() -> None:
    assert messages(action_link, actions=[LINKED, UNLINKED]) == ["action A2 links to no ticket"]


def test_many_are_one_finding_that_names_some() -> None:
    assert messages(action_link, actions=[UNLINKED] * 12) == [
        "all 12 open actions link to no ticket: A1, A2, A3, A4, A5, A6, A7 and 5 more"
    ]


def test_closed_actions_need_no_ticket() -> None:
    assert messages(action_link, actions=[{**UNLINKED, "status": "done"}]) == []
