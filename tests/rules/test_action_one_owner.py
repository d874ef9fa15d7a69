"""Several owners of one action, told from a team whose name has several words."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import action_one_owner
from tests.rules.cases import found


def owners_found(owner: str, policy: Policy | None = None, **fields: Any) -> list[Finding]:
    actions = [{"action": "Add a canary", "owner": owner}, *fields.pop("actions", [])]
    return found(action_one_owner, policy, actions=actions, **fields)


@pytest.mark.parametrize(
    ("owner", "first"),
    [
        ("Ann and Bob", "Ann"),
        ("Ann Lee & Bob Ray", "Ann Lee"),
        ("Platform, Payments", "Platform"),
        ("Platform / Payments", "Platform"),
        ("Ann/Bob", "Ann"),
        ("Platform or Payments", "Platform"),
        ("Platform + Payments", "Platform"),
        ("@ann @bob", "@ann @bob"),
        ("@ann/@bob", "@ann"),
        ("Platform and Payments teams", "Platform"),
        ("Platform team and Payments team", "Platform team"),
    ],
)
def test_several_owners_are_found(owner: str, first: str) -> None:
    assert owners_found(owner) == [
        Finding(
            ("actions", 0, "owner"),
            f"action A1: '{owner}' is more than one owner",
            f"name the one that answers for it: owner: {first}",
        )
    ]


@pytest.mark.parametrize("owner", ["everyone", "All teams", "the team", "us"])
def test_everybody_is_no_owner(owner: str) -> None:
    assert [it.message for it in owners_found(owner)] == [
        f"action A1: '{owner}' is everybody, so nobody"
    ]


@pytest.mark.parametrize(
    "owner",
    [
        *("Research and Development", "Trust & Safety", "Payments and Billing", "R&D", "P&L"),
        *("CI/CD", "UI/UX", "@acme/payments", "acme/payments", "C++ guild", "Acme, Inc."),
        *("Ann Lee (Platform)", "Ann Lee (Platform, Payments)", "ann@example.com", "Platform"),
        *("Storage and Databases team", "Sandy Anderson", "Orlando", "TBD"),
    ],
)
def test_one_owner_is_left_alone(owner: str) -> None:
    assert owners_found(owner) == []


def test_a_half_that_stands_alone_elsewhere_is_an_owner_of_its_own() -> None:
    owner = "Platform and Payments"
    assert owners_found(owner) == []
    assert owners_found(owner, services=["payments"]) != []
    assert owners_found(owner, actions=[{"action": "Page", "owner": "Platform"}]) != []
    assert owners_found(owner, Policy(words=Words(people=("payments",)))) != []


def test_those_who_took_part_are_known_by_name() -> None:
    people = [{"name": "Zebulon Example", "role": "Incident commander"}]
    assert owners_found("Zebulon and Platform") == []
    assert owners_found("Zebulon and Platform", people=people) != []


def test_the_policy_names_what_is_one() -> None:
    policy = Policy(words=Words(not_names=("Risk, Fraud and Compliance",)))
    assert owners_found("Risk, Fraud and Compliance") != []
    assert owners_found("Risk, Fraud and Compliance", policy) == []


def test_closed_actions_are_left_alone() -> None:
    actions = [{"action": "Add a canary", "owner": "Ann and Bob", "status": "done"}]
    assert found(action_one_owner, actions=actions) == []
