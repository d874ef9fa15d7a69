"""What is left from a template."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.policy import Policy, Words
from deckgen.rule import Finding
from deckgen.rules import placeholder
from tests.builders import event
from tests.rules.cases import found, messages

HINT = "write what is the case, or leave the field out until it is known"


def left(text: str, policy: Policy | None = None) -> list[str]:
    spans = [it.span for it in found(placeholder, policy, summary=text)]
    return [text[slice(*span)] for span in spans if span]


def test_it_is_found_where_it_stands() -> None:
    assert found(placeholder, timeline=[event("02:19", "Alert fires for {XX%} of calls")]) == [
        Finding(("timeline", 0, "text"), "'{XX%}' is left from a template", HINT, (16, 21))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cause is TBD", ["TBD"]),
        ("TODO: ask the vendor", ["TODO"]),
        ("It ended at 12:??", ["??"]),
        ("It ended at ?????", ["?????"]),
        ("It ended at ??:??", ["??:??"]),
        ("It began at <START TIME>", ["<START TIME>"]),
        ("It failed for {NUMBER} users", ["{NUMBER}"]),
        ("It failed for {{ users }}", ["{{ users }}"]),
        ("It ended at <TIME>", ["<TIME>"]),
        ("It ended at <time of the fix>", ["<time of the fix>"]),
        ("It ended at HH:mm", ["HH:mm"]),
        ("It ended at XX:XX on YYYY-MM-DD", ["XX:XX", "YYYY-MM-DD"]),
        ("XX% of users", ["XX"]),
        ("[insert summary here]", ["[insert summary here]"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("Short event description", ["Short event description"]),
        ("To be determined", ["To be determined"]),
        ("...", ["..."]),
        ("Summary", ["Summary"]),
        ("<Describe what happened>", ["<Describe what happened>"]),
        ("[Insert the cause] was found", ["[Insert the cause]"]),
        ("X% of users, N% of calls", ["X%", "N%"]),
        ("Action item 1", ["Action item 1"]),
        ("n/a", ["n/a"]),
        ("-", ["-"]),
    ],
)
def test_what_templates_leave_is_found(text: str, found: list[str]) -> None:
    assert left(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Was it the disk?",
        "Why??",
        "A TODO comment in the code",
        "Dates are written as YYYY-MM-DD",
        "The path /{id}/items and the map {a: 1}",
        'The query `SELECT <NAME>` with {{ x }} in "{{ quotes }}"'.replace("{{ x }}", "x"),
        "[the runbook](x) and [#123]",
        "It remains to be confirmed by the vendor",
        "The todo list was long",
        "Size XXL-7",
        "The release is out <START OF OUTAGE>",
        "The fix lands <END OF OUTAGE>, <OUTAGE ENDS>",
        "The token was <REDACTED>",
        "A summary",
        "See the [Link](x), and the page <Settings>",
        "Factor 1 is the load",
        "x of y",
    ],
)
def test_what_looks_like_it_is_left_alone(text: str) -> None:
    assert left(text) == []


def test_services_tags_earlier_incidents_and_people_are_looked_at_too() -> None:
    fields: dict[str, Any] = {
        "services": ["TBD"],
        "tags": ["???"],
        "root_cause": {"repeats": ["INC-1", "TBD"]},
        "people": [{"name": "<NAME>", "role": "TBD"}],
    }
    assert [it.loc for it in found(placeholder, **fields)] == [
        ("services", 0),
        ("tags", 0),
        ("root_cause", "repeats", 1),
        ("people", 0, "name"),
        ("people", 0, "role"),
    ]


def test_owners_are_left_to_the_rule_of_owners() -> None:
    assert messages(placeholder, actions=[{"action": "Page", "owner": "TBD"}]) == []


def test_the_policy_adds_what_the_template_holds() -> None:
    policy = Policy(words=Words(placeholders=("describe me", "[[*")))
    assert left("Please describe me", policy) == ["describe me"]
    assert left("Here [[what", policy) == ["[[what"]
