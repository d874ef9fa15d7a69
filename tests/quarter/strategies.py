"""Incidents of a quarter and of the time around it, of every kind, in any order."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import ActionStatus, FactorCategory, Priority, Severity, Status
from deckgen.quarter.incident import Action, Incident
from tests.quarter.builders import PERIOD, action, incident

DAYS = st.dates(PERIOD.first - timedelta(days=150), PERIOD.last + timedelta(days=40))
_TAGS = ["cache", "deploy", "dns", "retry", "tls"]
_CAUSES = [
    "Retries without a pause kept the queue full",
    "The queue was kept full by retries that had no pause",
    "A certificate ran out",
]
_DURATIONS = st.none() | st.timedeltas(timedelta(), timedelta(days=40))


@st.composite
def actions(draw: st.DrawFn, day: date) -> Action:
    """Return an action of an incident of that day, in any state."""
    status = draw(st.sampled_from(ActionStatus))
    opened = day + timedelta(days=draw(st.integers(0, 20)))
    later = st.none() | st.dates(opened, opened + timedelta(days=120))
    return action(
        owner=draw(st.sampled_from(["Platform", "Search", None])),
        opened=opened,
        due=draw(later),
        status=status,
        completed=draw(later) if status is ActionStatus.DONE else None,
        priority=draw(st.none() | st.sampled_from(Priority)),
    )


@st.composite
def incidents(draw: st.DrawFn, number: int) -> Incident:
    """Return an incident of the quarter or of the time around it."""
    day = draw(DAYS)
    started = datetime.combine(day, time(draw(st.integers(0, 23))), UTC)
    some: dict[str, Any] = {
        "services": st.lists(st.sampled_from(["login", "Login", "search"]), max_size=2),
        "tags": st.lists(st.sampled_from(_TAGS), unique=True, max_size=3),
        "repeats": st.lists(st.sampled_from(["I0", "I1", "I2", "gone"]), unique=True, max_size=2),
        "factors": st.lists(
            st.builds(
                ContributingFactor,
                category=st.sampled_from(FactorCategory),
                text=st.just("No alert"),
            ),
            max_size=3,
        ),
        "actions": st.lists(actions(day), max_size=3),
        "decisions": st.just(["Freeze changes?"]) | st.just([]),
    }
    return incident(
        f"I{number}",
        day,
        started_at=started,
        severity=draw(st.none() | st.sampled_from(Severity)),
        status=draw(st.sampled_from(Status)),
        primary_cause=draw(st.none() | st.sampled_from(_CAUSES)),
        ended_at=draw(st.none() | st.just(started + timedelta(hours=3))),
        published=draw(st.none() | st.just(day + timedelta(days=3))),
        drill=draw(st.booleans()) and draw(st.booleans()),
        **{name: tuple(draw(values)) for name, values in some.items()},
        **{
            name: draw(_DURATIONS)
            for name in ("time_to_detect", "time_to_mitigate", "time_to_resolve", "lasted")
        },
    )


@st.composite
def incident_lists(draw: st.DrawFn) -> list[Incident]:
    """Return up to eight incidents, each with an id of its own, in any order."""
    amount = draw(st.integers(0, 8))
    made = [draw(incidents(number)) for number in range(amount)]
    return draw(st.permutations(made))
