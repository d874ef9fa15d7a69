"""Drafts compared with what was counted, on tiny made-up documents."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from benchmarks.import_expected import (
    Expected,
    ExpectedAction,
    ExpectedEvent,
    ExpectedMilestone,
    MilestoneName,
)
from benchmarks.import_scores import Score, differences, score
from deckgen.importing.draft import Draft, Guess

DOCUMENT = "- Alert on the age of the queue\n"


def at(minute: int, day: int = 8) -> datetime:
    return datetime(2025, 1, day, 2, minute, tzinfo=UTC)


def expected(*minutes: int, days: tuple[date, ...] = (), **milestones: int) -> Expected:
    """What was counted: events at these minutes and on these days, milestones at theirs."""
    names: dict[str, MilestoneName] = {"started": "started_at", "resolved": "resolved_at"}
    return Expected(
        events=(
            *(ExpectedEvent(line=1, at=at(minute), sure=True) for minute in minutes),
            *(ExpectedEvent(line=1, at=None, day=day, sure=False) for day in days),
        ),
        milestones={
            names[name]: ExpectedMilestone(line=1, at=at(minute))
            for name, minute in milestones.items()
        },
        actions=(),
    )


def draft(*ats: datetime, guesses: tuple[Guess, ...] = (), **data: object) -> Draft:
    """A draft with events at these instants."""
    timeline = [{"at": one, "text": "Something happened"} for one in ats]
    return Draft("outage", {"timeline": timeline, **data}, guesses)


def test_events_are_matched_by_their_instants() -> None:
    found = score([draft(at(5), at(1), at(1))], expected(1, 1, 5, 9), DOCUMENT)
    assert found == Score(events=4, right=3, missed=1)


def test_several_drafts_of_a_document_are_joined() -> None:
    found = score([draft(at(1)), draft(at(5))], expected(1, 5), DOCUMENT)
    assert found == Score(events=2, right=2)


def test_an_instant_found_once_too_often_is_extra() -> None:
    assert score([draft(at(1), at(1))], expected(1), DOCUMENT) == Score(events=1, right=1, extra=1)


def test_an_instant_of_a_milestone_is_no_wrong_one() -> None:
    found = score([draft(at(1), at(7))], expected(1, resolved=7), DOCUMENT)
    assert found == Score(events=1, right=1, extra=1, milestones=1, milestones_missed=1)


def test_an_instant_that_nobody_counted_is_wrong_and_not_missed_as_well() -> None:
    assert score([draft(at(2))], expected(1), DOCUMENT) == Score(events=1, wrong=1)


def test_a_guess_at_the_event_excuses_it_alone() -> None:
    guess = Guess(("timeline", 0), 1, "the day is taken from the title")
    found = score([draft(at(2), at(3), guesses=(guess,))], expected(1, 4), DOCUMENT)
    assert found == Score(events=2, guessed_wrong=1, wrong=1)


def test_a_guess_at_the_timeline_excuses_every_event() -> None:
    guess = Guess(("timeline",), 1, "the day is taken from the title")
    found = score([draft(at(2), at(3), guesses=(guess,))], expected(1, 4), DOCUMENT)
    assert found == Score(events=2, guessed_wrong=2)


def test_a_guess_at_the_zone_excuses_an_event_that_another_zone_explains() -> None:
    guess = Guess(("timezone",), 1, "no zone is named")
    by_zone = draft(at(1) + timedelta(hours=5, minutes=30), guesses=(guess,))
    assert score([by_zone], expected(1), DOCUMENT) == Score(events=1, guessed_wrong=1)
    for otherwise in (at(2), at(1, day=9)):
        found = score([draft(otherwise, guesses=(guess,))], expected(1), DOCUMENT)
        assert found == Score(events=1, wrong=1)


def test_a_guess_about_an_events_text_excuses_no_instant() -> None:
    guess = Guess(("timeline", 0, "text"), 1, "two lines are one event")
    found = score([draft(at(2), guesses=(guess,))], expected(1), DOCUMENT)
    assert found == Score(events=1, wrong=1)


def test_an_event_of_a_day_only_may_be_placed_with_a_guess() -> None:
    days = (date(2025, 1, 9),)
    guess = Guess(("timeline", 0, "at"), 1, "the document names the day only")
    placed = draft(at(0, day=9), guesses=(guess,))
    assert score([placed], expected(days=days), DOCUMENT) == Score(extra=1)
    assert score([draft(at(0, day=9))], expected(days=days), DOCUMENT) == Score(wrong=1)
    elsewhere = draft(at(0, day=14), guesses=(guess,))
    assert score([elsewhere], expected(days=days), DOCUMENT) == Score(guessed_wrong=1)


def test_milestones_are_right_wrong_or_missed() -> None:
    counted = expected(1, 5, started=1, resolved=5)
    right = score([draft(at(1), at(5), started_at=at(1), resolved_at=at(5))], counted, DOCUMENT)
    assert right == Score(events=2, right=2, milestones=2, milestones_right=2)
    others = score([draft(at(1), at(5), started_at=at(5))], counted, DOCUMENT)
    assert others == Score(events=2, right=2, milestones=2, milestones_wrong=1, milestones_missed=1)


def test_a_milestone_is_found_in_an_event_of_its_kind() -> None:
    event = {"at": at(5), "text": "All is well", "kind": "resolution"}
    found = score([Draft("outage", {"timeline": [event]})], expected(5, resolved=5), DOCUMENT)
    assert found == Score(events=1, right=1, milestones=1, milestones_right=1)


def test_a_milestone_at_an_instant_that_nobody_counted_needs_a_guess() -> None:
    guess = Guess(("started_at",), 1, "the first event")
    told = score([draft(at(1), started_at=at(3), guesses=(guess,))], expected(1), DOCUMENT)
    assert told == Score(events=1, right=1)
    untold = score([draft(at(1), started_at=at(3))], expected(1), DOCUMENT)
    assert untold == Score(events=1, right=1, wrong=1)


def test_a_milestone_from_an_event_is_excused_by_the_events_guess() -> None:
    event = {"at": at(5), "text": "All is well", "kind": "resolution"}
    guess = Guess(("timeline", 0, "at"), 1, "no zone is named")
    found = score([Draft("outage", {"timeline": [event]}, (guess,))], expected(4), DOCUMENT)
    assert found == Score(events=1, guessed_wrong=1)


def test_actions_are_found_or_extra() -> None:
    action = ExpectedAction(line=1, done=False, owner=None, due=None, link=False)
    counted = Expected(events=(), milestones={}, actions=(action,))
    actions = [{"action": "Alert on the age of the queue"}, {"action": "Buy more machines"}]
    found = score([Draft("outage", {"actions": actions})], counted, DOCUMENT)
    assert found == Score(actions=1, actions_found=1, actions_extra=1)


def test_the_differences_name_what_was_missed_and_what_nobody_counted() -> None:
    guess = Guess(("timeline", 1), 1, "the day is taken from the title")
    found = draft(at(1), at(3), at(4), guesses=(guess,), started_at=at(1))
    assert differences([found], expected(1, 1, 2)) == [
        "line 1: 2025-01-08 02:01Z was not found",
        "line 1: 2025-01-08 02:02Z was not found",
        "timeline.1.at: 2025-01-08 02:03Z was not counted (guess noted)",
        "timeline.2.at: 2025-01-08 02:04Z was not counted",
    ]


def test_scores_add_up() -> None:
    assert Score(events=1, right=1) + Score(events=2, missed=2) == Score(3, 1, missed=2)
