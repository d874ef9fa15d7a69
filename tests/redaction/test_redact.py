"""Every text of a postmortem is looked at, and what is private in it does not get out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.policy import Policy
from deckgen.postmortem.fields import Text
from deckgen.postmortem.model import Person, Postmortem
from deckgen.postmortem.record import Record
from deckgen.redaction import redacted
from deckgen.redaction.fields import changed, leaves
from tests.builders import at, event, postmortem, series
from tests.redaction.planted import LINK, POLICY, SECRETS, TEXT, planted

PEOPLE = [
    {"name": "Alice Johnson", "role": "Incident commander"},
    {"name": "Bob Miller", "role": "Responder"},
    {"name": "Carol Öztürk", "role": "Responder"},
]


def public(**fields: Any) -> Postmortem:
    return redacted(postmortem(people=PEOPLE, **fields), Policy()).postmortem


def test_nothing_planted_in_any_text_of_the_model_is_left() -> None:
    there = planted(lambda loc: f"{loc}: {TEXT}", lambda loc: TEXT)
    before, after = (repr(it).casefold() for it in (there, redacted(there, POLICY).postmortem))
    assert [secret for secret in SECRETS if secret.casefold() not in before] == []
    assert [secret for secret in SECRETS if secret.casefold() in after] == []
    assert LINK in before
    assert "planted picture" in before
    assert "planted picture" not in after


def test_what_is_hidden_is_counted_once_a_thing() -> None:
    found = redacted(planted(lambda loc: f"{loc}: {TEXT}", lambda loc: "timeline"), POLICY)
    assert dict(found.masked) == {
        "person": 1,
        "handle": 1,
        "e-mail address": 1,
        "phone number": 1,
        "network address": 2,
        "host": 1,
        "link": 2,
        "token": 6,
        "word": 1,
    }
    assert (found.pictures, found.links) == (1, 3)


def test_a_field_that_is_added_later_is_looked_at_as_well() -> None:
    class Later(Record):
        said: dict[Text, tuple[Text, ...]]
        more: Text | None = None

    record = Later(said={"a": ("b", "c")}, more="d")
    assert [leaf.text for leaf in leaves(record)] == ["a", "b", "c", "d"]
    assert changed(record, lambda leaf: leaf.text.upper()) == Later(
        said={"A": ("B", "C")}, more="D"
    )


def test_times_numbers_zones_and_words_of_closed_lists_stay() -> None:
    fields: dict[str, Any] = {
        "timezone": "Europe/Berlin",
        "severity": "SEV1",
        "published_at": date(2025, 1, 10),
        "timeline": [event("02:15", "Deploy", "trigger")],
        "impact": {
            "metrics": [{"label": "Customers", "value": "12000.50"}],
            "series": [series("Errors", ("02:15", 1.5))],
        },
    }
    people = [{"name": "Berlin", "role": "Responder"}, {"name": "Trigger", "role": "Scribe"}]
    there = postmortem(people=people, **fields)
    names = (Person(name="Responder", role="Responder"), Person(name="Scribe", role="Scribe"))
    assert redacted(there, Policy()).postmortem == there.model_copy(update={"people": names})


def test_people_are_called_by_their_roles_and_those_of_one_role_are_numbered() -> None:
    assert [person.role for person in public().people] == [
        "Incident commander",
        "Responder 1",
        "Responder 2",
    ]


def test_an_action_of_a_person_is_owned_by_the_role() -> None:
    found = public(actions=[{"action": "Add a canary", "owner": "Alice"}])
    assert found.actions[0].owner == "Incident commander"
    assert found.actions[0].is_assigned


def test_a_link_with_something_private_is_left_out_and_another_stays() -> None:
    found = public(
        sources=[
            "https://wiki.corp/x",
            "https://github.com/a/b",
            "https://x.example/alice-johnson",
        ],
        timeline=[event("02:15", source="mailto:bob@mail.example")],
    )
    assert found.sources == ("https://github.com/a/b",)
    assert found.timeline[0].source is None


def test_ids_that_become_one_are_told_apart_and_what_refers_to_them_follows() -> None:
    found = public(
        key_learning={"id": "alice-1", "statement": "One"},
        learnings=[{"id": "johnson-1", "text": "Two"}, {"id": "L3", "text": "Three"}],
        actions=[{"action": "X", "learning": "johnson-1"}, {"action": "Y", "learning": "alice-1"}],
        impact={"series": [series("db-1.corp", ("02:15", 1)), series("db-2.corp", ("02:15", 1))]},
    )
    assert found.key_learning is not None
    ids = [found.key_learning.id, *(learning.id for learning in found.learnings)]
    assert ids == ["[name]-1", "[name]-1 2", "L3"]
    assert [action.learning for action in found.actions] == [ids[1], ids[0]]
    assert [one.label for one in found.impact.series] == ["[host]", "[host] 2"]


def test_earlier_incidents_stay_apart_from_each_other_and_from_this_one() -> None:
    found = public(
        id="alice-1",
        root_cause={"repeats": ["alice-2", "bob-2", "INC-12", "carol-9"]},
    )
    assert (found.id, found.root_cause.repeats) == (
        "[name]-1",
        ("[name]-2", "[name]-2 2", "INC-12", "[name]-9"),
    )


_PIECES = st.sampled_from(
    [*TEXT.split(), "Bob", "carol", "Öztürk", "Miller's", "Responder", "1.2.3.4", "::1", "[host]"]
)
_TEXTS = st.lists(_PIECES | st.text(" .,:@/-[]()\"'x1é", max_size=3), min_size=1, max_size=30)


@given(_TEXTS.map("".join) | _TEXTS.map(" ".join))
@settings(max_examples=300)
def test_what_was_redacted_once_is_not_redacted_further(text: str) -> None:
    there = postmortem(people=PEOPLE, title=f"x{text}", started_at=at("02:15"))
    once = redacted(there, POLICY).postmortem
    assert redacted(once, POLICY).postmortem == once
    assert redacted(once, POLICY).masked == {}


@pytest.mark.parametrize("length", [19_999, 20_000])
def test_a_text_that_grows_by_masking_is_still_one_that_a_file_may_hold(length: int) -> None:
    text = ("Bob " * 10_000)[:length].strip()
    title = public(title=text).title
    assert len(title) <= 20_000
    assert title.startswith("Responder 1 Responder 1 ")
