"""The same cause again: by what is stated, by tags, by wording; and what was still to do then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.quarter.incident import Incident
from deckgen.quarter.repeats import repeats, unknown_repeats
from deckgen.quarter.values import EarlierAction, Repeat
from tests.quarter.builders import action, incident
from tests.quarter.strategies import incident_lists

MAY, JUNE, JULY, AUGUST = (date(2025, month, 3) for month in (5, 6, 7, 8))
DAYS = (MAY, JUNE, JULY)
CAUSE = "Retries without a pause kept the queue full"


def found(*incidents: Incident) -> list[tuple[str, str, str, tuple[str, ...], int]]:
    """The repeats among incidents: which, of what, how it is known, and how many there were."""
    return [
        (one.incident.id, one.earlier.id, one.ground, one.evidence, one.times)
        for one in repeats(incidents, incidents)
    ]


def tagged(id: str, day: date, *tags: str, **more: Any) -> Incident:
    return incident(id, day, tags=tags, **more)


def caused(id: str, day: date, cause: str) -> Incident:
    return incident(id, day, primary_cause=cause)


def test_what_a_postmortem_states_counts_whatever_its_case() -> None:
    one, other = incident("INC-1", MAY), incident("INC-2", JULY, repeats=(" inc-1",))
    assert found(one, other) == [("INC-2", "INC-1", "stated", (), 1)]


def test_what_the_earlier_one_states_to_repeat_counts_as_well() -> None:
    first, second = incident("A", MAY), incident("B", JUNE, repeats=("A",))
    assert found(first, second, incident("C", JULY, repeats=("B",))) == [
        ("B", "A", "stated", (), 1),
        ("C", "B", "stated", (), 2),
    ]


def test_two_common_tags_and_a_third_of_all_are_one_cause() -> None:
    one = tagged("A", MAY, "cache", "deploy", "retry")
    assert found(one, tagged("B", JULY, "cache", "deploy", "dns")) == [
        ("B", "A", "tags", ("cache", "deploy"), 1)
    ]
    assert found(one, tagged("B", JULY, "cache")) == []
    assert found(one, tagged("B", JULY, "cache", "deploy", "dns", "tls", "disk")) == []


def test_causes_that_share_half_of_their_telling_words_are_one() -> None:
    again = "The queue was kept full by retries that had no pause"
    assert found(caused("A", MAY, CAUSE), caused("B", JULY, again)) == [
        ("B", "A", "wording", ("full", "kept", "pause", "queue", "retries"), 1)
    ]
    assert found(caused("A", MAY, CAUSE), caused("B", JULY, "The queue was full of mail")) == []
    assert found(caused("A", MAY, "Disk full"), caused("B", JULY, "Disk full")) == []


def test_the_stronger_ground_counts_alone() -> None:
    stated = tagged("C", JULY, "cache", "deploy", repeats=("B",))
    assert found(tagged("A", MAY, "cache", "deploy"), incident("B", JUNE), stated) == [
        ("C", "B", "stated", (), 1)
    ]


def test_it_stands_beside_the_latest_of_the_earlier_ones() -> None:
    tags = ("cache", "deploy")
    first, second, third = (tagged(id, day, *tags) for id, day in zip("ABC", DAYS, strict=True))
    assert found(first, second, third)[1] == ("C", "B", "tags", tags, 2)


def test_nothing_repeats_what_began_later() -> None:
    assert found(incident("A", MAY, repeats=("B",)), incident("B", JULY)) == []


def test_tags_that_most_incidents_have_tell_nothing() -> None:
    days = [MAY + timedelta(days=n) for n in range(12)]
    assert found(*(tagged(f"I{n}", day, "cloud", "web") for n, day in enumerate(days))) == []
    some = [tagged(f"I{n}", day, "cloud", "web") for n, day in enumerate(days[:10])]
    assert len(found(*some)) == 9


@pytest.mark.parametrize(
    ("more", "then"),
    [
        ({}, "open"),
        ({"status": ActionStatus.IN_PROGRESS}, "open"),
        ({"status": ActionStatus.DROPPED}, "dropped"),
        ({"status": ActionStatus.DONE}, "unknown"),
        ({"status": ActionStatus.DONE, "completed": JULY + timedelta(days=1)}, "open"),
        ({"status": ActionStatus.DONE, "completed": JULY}, None),
    ],
)
def test_an_earlier_action_is_told_as_it_stood_when_the_cause_struck_again(
    more: dict[str, Any], then: Any
) -> None:
    earlier = action(**more)
    one = incident("A", MAY, actions=(earlier,))
    again = incident("B", JULY, repeats=("A",))
    actions = (EarlierAction(earlier, then),) if then else ()
    assert repeats([again], [again, one]) == (Repeat(again, one, "stated", (), 1, actions),)


def test_the_actions_of_all_earlier_ones_are_told_the_latest_first() -> None:
    one = incident("A", MAY, actions=(action("A1"),))
    two = incident("B", JUNE, repeats=("A",), actions=(action("A2"),))
    (found,) = repeats([three := incident("C", JULY, repeats=("B",))], [one, two, three])
    assert [it.action.id for it in found.actions] == ["A2", "A1"]


def test_actions_are_told_of_the_latest_five_alone() -> None:
    days = [MAY + timedelta(days=n) for n in range(8)]
    all_of_them = [
        tagged(f"I{n}", day, "cache", "deploy", actions=(action(f"A{n}"),))
        for n, day in enumerate(days)
    ]
    *_, last = repeats(all_of_them, all_of_them)
    assert (last.times, [it.action.id for it in last.actions]) == (
        7,
        ["A6", "A5", "A4", "A3", "A2"],
    )


def test_only_what_is_asked_about_is_told_but_looked_for_among_all() -> None:
    one, two = incident("A", MAY), incident("B", JUNE, repeats=("A",))
    assert repeats([one], [one, two]) == ()


def test_what_is_stated_to_repeat_an_unknown_or_a_later_incident_is_named() -> None:
    one = incident("A", MAY, repeats=("B", "Z"))
    two = incident("B", JUNE, repeats=("a",))
    assert list(unknown_repeats([one, two])) == [(one, "B"), (one, "Z")]


@given(incident_lists())
def test_a_repeat_began_after_what_it_repeats_and_shares_its_evidence(
    incidents: list[Incident],
) -> None:
    for one in repeats(incidents, incidents):
        assert one.earlier.started_at < one.incident.started_at or one.earlier.id < one.incident.id
        assert (one.ground == "stated") == (not one.evidence)
        if one.ground == "tags":
            assert set(one.evidence) <= {*one.earlier.tags} & {*one.incident.tags}
        assert one.times >= 1


def test_four_thousand_incidents_of_the_same_few_tags_are_not_compared_pair_by_pair() -> None:
    """Each tag is one of 500, so that a pair is looked at only where it has one in common."""
    days = [MAY + timedelta(days=n % 90) for n in range(4_000)]
    many = [tagged(f"I{n}", day, f"t{n % 500}", f"u{n % 500}") for n, day in enumerate(days)]
    assert len(found(*many)) == 3_500
