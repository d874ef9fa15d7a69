"""What `check --audience public` tells beforehand: what is hidden, and what looks like a name."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.policy import Policy
from deckgen.redaction import undeclared_names, would_mask
from deckgen.redaction.fields import Leaf
from deckgen.redaction.undeclared import names_in
from deckgen.rule import Case
from tests.builders import AS_OF, event, postmortem
from tests.redaction.planted import PICTURE


def case(not_names: tuple[str, ...] = (), **fields: Any) -> Case:
    policy = Policy.model_validate({"words": {"not_names": not_names}})
    return Case(postmortem(**fields), policy, AS_OF)


def test_each_thing_that_would_be_masked_is_told_with_its_place() -> None:
    found = would_mask(
        case(
            timeline=[event("02:15", "Alice logs in to db-1.corp", source="https://wiki.corp/x")],
            people=[{"name": "Alice Johnson", "role": "Commander"}],
            evidence=[{"image": PICTURE, "caption": "Errors"}],
            headlines={"timeline": "From 10.0.0.1"},
        )
    )
    assert [(it.loc, it.span, it.message) for it in found] == [
        (("timeline", 0, "text"), (0, 5), "the person 'Alice' would be shown as 'Commander'"),
        (("timeline", 0, "text"), (17, 26), "the host 'db-1.corp' would be shown as '[host]'"),
        (("timeline", 0, "source"), None, "this link would be left out"),
        (("people", 0, "name"), None, "'Alice Johnson' would be shown as 'Commander'"),
        (
            ("headlines", "timeline"),
            (5, 13),
            "the network address '10.0.0.1' would be shown as '[IP]'",
        ),
        (("evidence", 0, "image"), None, "this picture would be left out"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Katharine restarts it", "Katharine"),
        ("We paged Katharine", "Katharine"),
        ("Reviewed by Goro Matsumoto via the form", "Goro Matsumoto"),
        ("Katharine B. Okafor joins", "Katharine B. Okafor"),
        ("Xanthe Okafor restarted it", "Xanthe Okafor"),
        ("then Will restarted it", "Will"),
        ("On-call engineer Xanthe Okafor", "Xanthe Okafor"),
        ("`T` is Tony's token", "Tony"),
        ("José left", "José"),
    ],
)
def test_what_looks_like_a_name(text: str, name: str) -> None:
    assert [found.text for found in names_in(Leaf(("summary",), text))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        *("Cloud Platform restarted it", "Apache Felix fails", "Will the pods restart", "In June"),
        *(
            "Mark the pods as failed",
            "the Jenkins job",
            "Northern Virginia was down",
            "On 20 Jan 2025",
        ),
        *("https://x.example/Katharine", "/srv/Katharine", "Route Table Associations destroyed"),
        *("Payments on-call acknowledges", "Redis Sentinel failed over", "Automate Boskos deploys"),
        *("Grafana.Katharine", "KATHARINE", "Incident Commander asked", "European Union rules"),
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert [found.text for found in names_in(Leaf(("summary",), text))] == []


def test_an_owner_of_two_words_that_are_not_of_the_trade_looks_like_a_person() -> None:
    owners = ["Xanthe Okafor", "Platform Delivery", "Observability", "Architecture Board", "Tony"]
    found = [name.text for one in owners for name in names_in(Leaf(("actions", 0, "owner"), one))]
    assert found == ["Xanthe Okafor", "Tony"]


def test_a_name_is_told_once_where_it_first_stands_and_not_where_it_is_declared() -> None:
    found = undeclared_names(
        case(
            summary="Alice paged Tony",
            timeline=[event("02:15", "Tony restarts it"), event("02:20", "Katharine joins")],
            people=[{"name": "Alice Johnson", "role": "Commander"}],
            not_names=("Katharine",),
        )
    )
    assert [(it.loc, it.span, it.message) for it in found] == [
        (
            ("summary",),
            (12, 16),
            "'Tony' looks like the name of a person who is not in 'people'",
        )
    ]
