"""Gathering a draft: limits, guesses, and what is left."""

from __future__ import annotations

from datetime import date, timedelta

from deckgen.importing.draft import Guess, Left
from deckgen.importing.exports.building import MOST_ACTIONS, MOST_EVENTS, DraftBuilder
from deckgen.postmortem.vocabulary import EventKind, Status
from tests.builders import at


def test_events_come_in_order_of_time_each_once_and_guesses_go_with_them() -> None:
    builder = DraftBuilder()
    builder.add_event(at("02:30"), "Later")
    builder.add_event(at("02:20"), "Alert", EventKind.DETECTION, guess="an alert")
    builder.add_event(at("02:30"), "Later")
    draft = builder.draft("x")
    assert draft.data["timeline"] == [
        {"at": at("02:20"), "kind": "detection", "text": "Alert"},
        {"at": at("02:30"), "kind": "note", "text": "Later"},
    ]
    assert Guess(("timeline", 0), 0, "an alert") in draft.guesses


def test_times_are_kept_to_the_second() -> None:
    builder = DraftBuilder()
    builder.add_event(at("02:30") + timedelta(microseconds=801_578), "Later")
    builder.reach("started_at", at("02:15") + timedelta(microseconds=1))
    draft = builder.draft("x")
    assert draft.data["started_at"] == at("02:15")
    assert draft.data["timeline"] == [{"at": at("02:30"), "kind": "note", "text": "Later"}]


def test_an_event_without_a_time_is_left() -> None:
    builder = DraftBuilder()
    builder.add_event(None, "When was that?")
    assert builder.draft("x").left == (Left(("timeline",), 0, "without a time: When was that?"),)


def test_the_first_value_stands_and_the_other_is_left() -> None:
    builder = DraftBuilder()
    builder.put_text(("summary",), "One")
    builder.put_text(("summary",), "Two")
    builder.put_text(("summary",), "One")
    draft = builder.draft("x")
    assert draft.data == {"summary": "One"}
    assert draft.left == (Left(("summary",), 0, "summary: Two"),)


def test_a_long_text_is_cut_between_paragraphs_and_the_rest_is_left() -> None:
    builder = DraftBuilder()
    builder.put_text(("summary",), "First  one.\n \nSecond " + "word " * 300, 1_000)
    draft = builder.draft("x")
    assert draft.data == {"summary": "First one. …"}
    assert draft.left[0].text.startswith("'First one. …' goes on: Second word")


def test_a_text_without_a_space_is_cut_all_the_same() -> None:
    builder = DraftBuilder()
    builder.put_text(("title",), "x" * 30_000)
    draft = builder.draft("x")
    assert draft.data == {"title": "x" * 500 + " …"}
    assert draft.left[0].text.endswith("… (27,554 more characters)")


def test_what_no_slide_may_carry_is_replaced() -> None:
    builder = DraftBuilder()
    builder.put_text(("title",), "a\x00b\u202ec\ud800")
    assert builder.draft("x").data == {"title": "a\ufffdb\ufffdc\ufffd"}


def test_what_is_no_link_is_left() -> None:
    builder = DraftBuilder()
    builder.add_source("javascript:alert(1)")
    builder.add_source("https://example.com/a")
    draft = builder.draft("x")
    assert draft.data == {"sources": ["https://example.com/a"]}
    assert draft.left == (Left(("sources",), 0, "no link: javascript:alert(1)"),)


def test_a_person_needs_a_name_and_a_role() -> None:
    builder = DraftBuilder()
    builder.add_person("Ana", "Lead")
    builder.add_person("Bo", None)
    builder.add_person(None, "Scribe")
    draft = builder.draft("x")
    assert draft.data == {"people": [{"name": "Ana", "role": "Lead"}]}
    assert [it.text for it in draft.left] == ["Bo: no role", "nobody: Scribe"]


def test_an_action_keeps_what_is_known_and_leaves_words_that_are_not() -> None:
    builder = DraftBuilder()
    loc = builder.add_action("Do", owner="Ana", status="waiting", priority="Urgent", notes=("a",))
    draft = builder.draft("x")
    assert loc == ("actions", 0)
    assert draft.data == {"actions": [{"action": "Do", "owner": "Ana"}]}
    assert [it.text for it in draft.left] == ["status: waiting", "priority: Urgent", "a"]


def test_a_severity_that_is_read_is_a_guess_and_one_that_cannot_be_is_left() -> None:
    builder = DraftBuilder()
    builder.rate("Gameday", "the severity")
    builder.rate("pending", "the severity")
    builder.rate("P1", "the priority")
    builder.rate("SEV3", "the severity")
    draft = builder.draft("x")
    assert draft.data == {"severity": "SEV1"}
    assert [it.reason for it in draft.guesses] == ["the priority 'P1' is read as SEV1"]
    assert [it.text for it in draft.left] == ["the severity: Gameday", "the severity: SEV3"]


def test_a_status_that_nobody_knows_is_left() -> None:
    builder = DraftBuilder()
    builder.set_status("merged", {"live": Status.OPEN})
    assert builder.draft("x").left == (Left(("status",), 0, "status: merged"),)


def test_the_start_is_the_one_stated() -> None:
    builder = DraftBuilder()
    builder.reach("started_at", at("02:15"))
    builder.start_guessed(at("02:00"), "created")
    draft = builder.draft("x")
    assert draft.data == {"started_at": at("02:15")}
    assert draft.guesses == ()


def test_without_one_it_is_when_the_tool_was_told_or_a_milestone_before_that() -> None:
    builder = DraftBuilder()
    builder.start_guessed(at("02:20"), "created")
    assert builder.draft("x").guesses == (Guess(("started_at",), 0, "created"),)
    builder = DraftBuilder()
    builder.start_guessed(at("02:20"), "created")
    builder.reach("detected_at", at("02:10"))
    draft = builder.draft("x")
    assert draft.data["started_at"] == at("02:10")
    assert "detected_at, the earliest time" in draft.guesses[0].reason


def test_without_any_it_is_the_first_event() -> None:
    builder = DraftBuilder()
    builder.add_event(at("02:30"), "Later")
    builder.add_event(at("02:20"), "Sooner")
    draft = builder.draft("x")
    assert draft.data["started_at"] == at("02:20")
    assert "the first event" in draft.guesses[0].reason


def test_what_is_more_than_a_deck_bears_is_left_or_counted() -> None:
    builder = DraftBuilder()
    for n in range(MOST_EVENTS + 2_000):
        builder.add_event(at("02:20") + timedelta(seconds=n), f"Event {n}")
    for n in range(MOST_ACTIONS + 1):
        builder.add_action(f"Action {n}")
    draft = builder.draft("x")
    timeline, actions = draft.data["timeline"], draft.data["actions"]
    assert isinstance(timeline, list)
    assert isinstance(actions, list)
    assert (len(timeline), len(actions), len(draft.left)) == (MOST_EVENTS, MOST_ACTIONS, 1_001)
    assert draft.left[-1].text == "1,001 more texts of the export, not listed"


def test_the_day_of_completion_is_left_where_the_status_denies_it() -> None:
    builder = DraftBuilder()
    done, day = "Add a canary", date(2025, 1, 20)
    builder.add_action(done, status="completed", completed=day)
    builder.add_action("Page two people", status="in progress", completed=day)
    builder.add_action("Rehearse", completed=day)
    draft = builder.draft("x")
    assert draft.data["actions"] == [
        {"action": done, "status": "done", "completed": day},
        {"action": "Page two people", "status": "in_progress"},
        {"action": "Rehearse"},
    ]
    assert [(it.loc, it.text) for it in draft.left] == [
        (("actions", 1), "completed: 2025-01-20"),
        (("actions", 2), "completed: 2025-01-20"),
    ]
