"""Postmortems published within the hours that are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from deckgen.postmortem.vocabulary import Status
from deckgen.quarter.incident import Incident
from deckgen.quarter.publishing import publication
from deckgen.quarter.values import LatePostmortem, Publication
from tests.quarter.builders import incident

END = datetime(2025, 8, 4, 11, 30, tzinfo=UTC)
AS_OF = date(2025, 10, 1)


def told(one: Incident, as_of: date = AS_OF) -> str:
    """How the postmortem of an incident stands, in a word."""
    found = publication([one], 48, as_of)
    assert found.within_hours == 48
    if found.late:
        assert (found.of, found.on_time) == (1, 0)
        return "late" if found.late[0].published else "missing"
    stands = {"on time": found.on_time, "unknown": found.unknown, "open": found.open}
    (word,) = [word for word, amount in stands.items() if amount]
    assert found.of == found.on_time
    return word


def ended(**more: Any) -> Incident:
    return incident(ended_at=END, **more)


@pytest.mark.parametrize(
    ("published", "word"),
    [
        (END + timedelta(hours=48), "on time"),
        (END + timedelta(hours=48, seconds=1), "late"),
        (END - timedelta(hours=1), "on time"),
        (date(2025, 8, 6), "on time"),
        (date(2025, 8, 7), "late"),
    ],
)
def test_it_is_on_time_up_to_the_last_moment_and_by_the_day_where_only_that_is_known(
    published: date, word: str
) -> None:
    assert told(ended(published=published)) == word


def test_one_that_is_not_published_is_missing_from_the_last_moment_on() -> None:
    assert told(ended(), as_of=date(2025, 8, 5)) == "open"
    assert told(ended(), as_of=date(2025, 8, 6)) == "missing"


def test_an_incident_that_lasts_is_not_due_and_one_without_an_end_cannot_be_told() -> None:
    assert told(incident(ended_at=None, status=Status.OPEN)) == "open"
    assert told(incident(ended_at=END, status=Status.MITIGATED)) == "open"
    assert told(incident(ended_at=None)) == "unknown"
    assert told(incident(ended_at=None, status=Status.OPEN, published=AS_OF)) == "unknown"


def test_late_ones_are_told_with_how_long_they_took_the_longest_first() -> None:
    late = ended(id="A", published=END + timedelta(days=3))
    missing = ended(id="B")
    prompt = ended(id="C", published=END)
    by_day = ended(id="D", published=date(2025, 8, 9))
    rest = datetime(2025, 10, 2, tzinfo=UTC) - END
    assert publication([late, missing, prompt, by_day], 48, AS_OF) == Publication(
        within_hours=48,
        on_time=1,
        of=4,
        unknown=0,
        open=0,
        late=(
            LatePostmortem(missing, False, rest),
            LatePostmortem(by_day, True, datetime(2025, 8, 10, tzinfo=UTC) - END),
            LatePostmortem(late, True, timedelta(days=3)),
        ),
    )


def test_the_hours_are_those_that_are_asked_for() -> None:
    one = ended(published=END + timedelta(hours=60))
    assert [publication([one], hours, AS_OF).on_time for hours in (48, 72)] == [0, 1]


def test_a_day_is_counted_in_the_zone_of_the_incident_as_a_check_does() -> None:
    late_in_the_day = datetime(2025, 8, 4, 22, 30, tzinfo=UTC)
    one = incident(ended_at=late_in_the_day, published=date(2025, 8, 7))
    assert told(one) == "late"
    assert told(replace(one, timezone="Europe/Berlin")) == "on time"
