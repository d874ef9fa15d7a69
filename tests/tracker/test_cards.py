"""One card for each action that is still to be done."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen.tracker import Card, cards
from tests.builders import postmortem

_LEARNINGS = {
    "key_learning": {"statement": "A canary must prove consistency"},
    "learnings": [{"id": "L2", "text": "A rollback must undo what code wrote"}],
}


def made(*actions: dict[str, object], closed: bool = False) -> tuple[Card, ...]:
    found = postmortem(actions=list(actions), **_LEARNINGS)
    return cards(found, "checkout.yaml", closed=closed)


def test_a_card_is_titled_for_the_learning_that_its_action_answers() -> None:
    found = made(
        {"action": "Add a canary stage", "learning": "L1"},
        {"action": "Purge the keys", "learning": "L2"},
        {"action": "Post sooner"},
    )
    assert [card.title for card in found] == [
        "Postmortem - Learning: A canary must prove consistency",
        "Postmortem - Learning: A rollback must undo what code wrote",
        "Postmortem: Post sooner",
    ]


def test_cards_for_one_learning_are_told_apart_by_their_actions() -> None:
    found = made(
        {"action": "a", "learning": "L1"}, {"action": "b", "learning": "L1", "status": "done"}
    )
    assert [card.title for card in found] == [
        "Postmortem - Learning: A canary must prove consistency (A1)"
    ]


def test_a_long_title_is_cut_and_the_whole_stands_in_the_card() -> None:
    (card,) = made({"action": "word " * 100})
    assert len(card.title) <= 255
    assert card.title.startswith("Postmortem: word word") and card.title.endswith("…")
    assert dict(card.facts())["Action"] == ("word " * 100).strip()


def test_what_is_done_or_dropped_has_a_card_on_request() -> None:
    states = ("open", "done", "dropped")
    actions: list[dict[str, object]] = [{"action": state, "status": state} for state in states]
    assert [card.action.action for card in made(*actions)] == ["open"]
    assert len(made(*actions, closed=True)) == 3


@pytest.mark.parametrize(
    ("owner", "handle", "address"),
    [
        ("@octo-cat", "octo-cat", None),
        ("@org/team", None, None),
        ("Payments", None, None),
        ("sre@example.com", None, "sre@example.com"),
        (None, None, None),
    ],
)
def test_an_owner_is_known_to_a_tracker_by_login_or_address(
    owner: str | None, handle: str | None, address: str | None
) -> None:
    (card,) = made({"action": "a", "owner": owner})
    assert (card.handle, card.address) == (handle, address)


def test_a_card_can_stand_alone() -> None:
    (card,) = made({"action": "a", "learning": "L2", "due": date(2025, 1, 15), "confirmed": True})
    assert dict(card.facts()) == {
        "Action": "a",
        "Owner": "unassigned",
        "Due": "2025-01-15",
        "Status": "open",
        "Learning": "A rollback must undo what code wrote",
        "Agreed with the owner": "yes",
        "Incident": "INC-1, Checkout down",
        "Action id": "A1",
        "Postmortem": "checkout.yaml",
    }
