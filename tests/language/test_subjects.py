"""Whether a person or a team is the subject of a verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.language.subjects import subject_before
from tests.language.speaking import people

VERB = "overlooked"
WORDS = ["the", "of", "team", "engineer", "who", "and", ",", ".", "they", "it", "we", "by"]


def subject(text: str, *policy_words: str) -> str:
    place = subject_before(text, text.index(VERB), people(*policy_words))
    return text[slice(*place)] if place else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("We overlooked it", "We"),
        ("Then I overlooked it", "I"),
        ("The on-call engineer overlooked it", "engineer"),
        ("The primary on-call engineer also quickly overlooked it", "engineer"),
        ("One of the engineers overlooked it", "engineers"),
        ("The engineer on duty overlooked it", "engineer"),
        ("The team in Berlin overlooked it", "team"),
        ("The engineer who overlooked it", "engineer"),
        ("The engineer who wrote the script overlooked it", "engineer"),
        ("The on-call, tired after a long night, overlooked it", "on-call"),
        ("We, as a team, overlooked it", "We"),
        ("Robin overlooked it", "Robin"),
        ("After the alert, Robin Example overlooked it", "Example"),
        ("Platform Delivery overlooked it", "Delivery"),
        ("@kim overlooked it", "@kim"),
        ("Robin restarted the pod and overlooked it", "Robin"),
        ("Engineers restarted the pod, and then overlooked it", "Engineers"),
        ("The pod restarted because the reviewer overlooked it", "reviewer"),
        ("The engineers said that they overlooked it", "they"),
        ("The pod fell over. We had overlooked it", "We"),
    ],
)
def test_who_acts_is_the_subject(text: str, who: str) -> None:
    assert subject(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "overlooked",
        "The server overlooked it",
        "The script used by engineers overlooked it",
        "The page to on-call overlooked it",
        "The team dashboard overlooked it",
        "The on-call's laptop overlooked it",
        "The alert for the SRE team overlooked it",
        "The deploy by the team in Berlin overlooked it",
        "The server that the team runs overlooked it",
        "The pods crashed because they overlooked it",
        "The engineer left. The server overlooked it",
        "Tintin overlooked it",
        "Pay overlooked it",
        "Users overlooked it",
        "An i overlooked it",
    ],
)
def test_what_is_nobody_or_not_the_subject_is_none(text: str) -> None:
    assert subject(text) == ""


def test_the_policy_says_who_else_is_somebody() -> None:
    assert subject("The gremlins overlooked it") == ""
    assert subject("The gremlins overlooked it", "Gremlins") == "gremlins"
    assert subject("The night watch overlooked it", "night watch") == "watch"


@given(st.lists(st.sampled_from(WORDS)))
def test_the_subject_stands_before_the_verb(before: list[str]) -> None:
    text = " ".join([*before, VERB])
    place = subject_before(text, len(text) - len(VERB), people())
    assert place is None or 0 <= place[0] < place[1] <= len(text) - len(VERB)
