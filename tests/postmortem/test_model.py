"""The postmortem as a value."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from deckgen.postmortem.model import ActionItem, KeyLearning, Postmortem, Why, numbered
from deckgen.postmortem.vocabulary import ActionStatus
from tests.builders import at, event, postmortem


def test_only_a_title_and_a_start_are_needed() -> None:
    least = Postmortem.model_validate({"title": "a", "started_at": at("02:15")})
    assert least.model_fields_set == {"title", "started_at"}
    assert (least.timezone, least.timeline, least.drill) == ("UTC", (), False)


def test_a_postmortem_is_frozen_and_equal_by_value() -> None:
    assert postmortem() == postmortem()
    with pytest.raises(ValidationError):
        postmortem().title = "b"  # type: ignore[misc]


def test_events_are_in_the_order_of_time_and_else_of_the_file() -> None:
    incident = postmortem(timeline=[event("02:30", "c"), event("02:16", "a"), event("02:16", "b")])
    assert [one.text for one in incident.events] == ["a", "b", "c"]


def test_actions_and_learnings_without_an_id_get_the_next_free_one() -> None:
    incident = postmortem(
        actions=[{"action": "a"}, {"action": "b", "id": "A1"}, {"action": "c"}],
        learnings=[{"text": "a"}, {"text": "b"}],
    )
    assert [action.id for action in incident.actions] == ["A2", "A1", "A3"]
    assert [learning.id for learning in incident.learnings] == ["L2", "L3"]


@pytest.mark.parametrize(
    "key", [{"statement": "a", "id": "L2"}, KeyLearning(statement="a", id="L2")]
)
def test_a_learning_does_not_get_the_id_of_the_key_learning(key: object) -> None:
    incident = postmortem(key_learning=key, learnings=[{"text": "b"}])
    assert incident.learnings[0].id == "L3"
    assert (incident.learning_text("L2"), incident.learning_text("L3")) == ("a", "b")
    assert incident.learning_text("L4") is None


def test_what_is_no_mapping_is_left_for_the_validation_to_refuse() -> None:
    made = ActionItem(id="A1", action="a")
    assert numbered(["x", made, {}], "A", 1) == ["x", made, {"id": "A2"}]


def test_a_bare_why_is_one_without_an_answer() -> None:
    incident = postmortem(root_cause={"five_whys": ["a", {"why": "b", "because": "c"}]})
    assert incident.root_cause.five_whys == (Why(why="a"), Why(why="b", because="c"))


@pytest.mark.parametrize(
    "owner",
    [
        *(None, "TBD", "tba", "?", "Unassigned", "n/a", "nobody", "???", "Someone"),
        *("TBD?", "(TBD)", "TBD (Platform?)", "tbd - Platform", "Owner TBD", "<owner>", "@owner"),
        *("[owner]", "to be assigned", "N.N.", "XXX", "- none -"),
    ],
)
def test_an_action_without_an_owner_is_not_assigned(owner: str | None) -> None:
    assert not ActionItem(id="A1", action="a", owner=owner).is_assigned


@pytest.mark.parametrize("owner", ["Platform", "@ann", "[name]", "Open Data", "TBC Bank", "(SRE)"])
def test_an_action_with_an_owner_is_assigned(owner: str) -> None:
    assert ActionItem(id="A1", action="a", owner=owner).is_assigned


def test_an_action_is_overdue_from_the_day_after_it_was_due_until_it_is_closed() -> None:
    due = date(2025, 1, 15)
    action = ActionItem(id="A1", action="a", due=due)
    assert [action.is_overdue(date(2025, 1, day)) for day in (14, 15, 16)] == [False, False, True]
    done = ActionItem(id="A1", action="a", due=due, status=ActionStatus.DONE)
    assert not done.is_overdue(date(2025, 2, 1))
    assert not ActionItem(id="A1", action="a").is_overdue(date(2025, 2, 1))
