"""Owners who have not agreed."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import owner_confirmed
from tests.rules.cases import found, messages

OWNED = {"action": "Add a canary", "owner": "Platform"}


def test_a_refusal_is_told_from_silence() -> None:
    actions = [{**OWNED, "confirmed": False}, OWNED, {**OWNED, "confirmed": True}]
    hint = "ask, then write 'confirmed: true'"
    assert found(owner_confirmed, actions=actions) == [
        Finding(("actions", 0, "confirmed"), "action A1: 'Platform' has not agreed to it", hint),
        Finding(
            ("actions", 1, "confirmed"),
            "action A2: 'Platform' is not said to have agreed to it",
            hint,
        ),
    ]


def test_many_are_one_finding() -> None:
    assert messages(owner_confirmed, actions=[OWNED] * 3) == [
        "all 3 open actions with an owner lack its agreement: A1, A2 and A3"
    ]


def test_actions_without_an_owner_and_closed_ones_are_left_alone() -> None:
    actions = [{"action": "Page"}, {**OWNED, "owner": "TBD"}, {**OWNED, "status": "done"}]
    assert messages(owner_confirmed, actions=actions) == []
