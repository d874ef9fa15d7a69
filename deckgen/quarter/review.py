"""The review of a period: every figure of it, from the incidents of all time that are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.actions import actions_review
from deckgen.quarter.asks import asks
from deckgen.quarter.counting import factors, services, weeks
from deckgen.quarter.durations import spreads
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import Period, period_before
from deckgen.quarter.publishing import publication
from deckgen.quarter.repeats import repeats
from deckgen.quarter.values import (
    ActionsReview,
    Basis,
    Completion,
    Number,
    Publication,
    QuarterReview,
    Spread,
)

_SEVERE = frozenset({Severity.SEV0, Severity.SEV1})
_WORST = 8


def quarter_review(
    incidents: Sequence[Incident],
    period: Period,
    as_of: date,
    *,
    within_hours: int = 48,
    unreadable: int = 0,
) -> QuarterReview:
    """Return the review of `period` over all `incidents` that are at hand, in whatever order.

    Of those before the period come the figures beside, the causes that struck again and the actions
    still open. `within_hours` is by when a postmortem is to be published, `unreadable` how many
    files could not be read.
    """
    before = period_before(period)
    real = sorted((one for one in incidents if not one.drill), key=_start)
    now, last = _within(real, period), _within(real, before)
    earlier = [one for one in real if one.day < period.first]
    actions = actions_review(now, last, earlier, as_of)
    published = publication(now, within_hours, as_of)
    again = repeats(now, real)
    durations = spreads(now, last)
    return QuarterReview(
        period=period,
        before=before,
        as_of=as_of,
        basis=_basis(incidents, now, last, period, unreadable),
        numbers=(
            *_counts(now, last),
            *(_median(one) for one in durations),
            Number("repeats", len(again), len(now), len(repeats(last, real)), len(last)),
            _overdue(actions),
            _completed(actions.completion, actions.completion_before),
            _published(published, publication(last, within_hours, as_of)),
        ),
        incidents=tuple(now),
        weeks=weeks(now, period),
        services=services(now, last),
        spreads=durations,
        worst=tuple(sorted(now, key=_how_bad)[:_WORST]),
        factors=factors(now, last, period),
        repeats=again,
        actions=actions,
        publication=published,
        asks=asks(now, again, actions, published),
    )


def _start(incident: Incident) -> tuple[float, str]:
    return incident.started_at.timestamp(), incident.id


def _within(incidents: Sequence[Incident], period: Period) -> list[Incident]:
    return [one for one in incidents if one.day in period]


def _how_bad(incident: Incident) -> tuple[str, timedelta, float]:
    """Return what incidents are ordered by, the worst first; those without a severity last."""
    lasted = incident.lasted or timedelta()
    return incident.severity or "~", -lasted, incident.started_at.timestamp()


def _basis(
    incidents: Sequence[Incident],
    now: Sequence[Incident],
    last: Sequence[Incident],
    period: Period,
    unreadable: int,
) -> Basis:
    outside = [one for one in incidents if not one.drill and one.day not in period]
    return Basis(
        incidents=len(now),
        before=len(last),
        drills=sum(one.drill and one.day in period for one in incidents),
        unreadable=unreadable,
        outside=len(outside),
        after=sum(one.day > period.last for one in outside),
    )


def _counts(now: Sequence[Incident], last: Sequence[Incident]) -> tuple[Number, ...]:
    lost, lost_before = _time_lost(now), _time_lost(last)
    return (
        Number("incidents", len(now), len(now), len(last), len(last)),
        Number("severe_incidents", _severe(now), len(now), _severe(last), len(last)),
        Number("time_lost", _total(lost), len(lost), _total(lost_before), len(lost_before)),
    )


def _severe(incidents: Sequence[Incident]) -> int:
    return sum(one.severity in _SEVERE for one in incidents)


def _time_lost(incidents: Sequence[Incident]) -> list[timedelta]:
    return [one.lasted for one in incidents if one.lasted is not None]


def _total(durations: Sequence[timedelta]) -> timedelta | None:
    return sum(durations, timedelta()) if durations else None


def _median(spread: Spread) -> Number:
    return Number(
        spread.key, spread.median, len(spread.points), spread.median_before, spread.n_before
    )


def _overdue(actions: ActionsReview) -> Number:
    """Return the overdue actions; how many there were a period ago, nobody has recorded."""
    overdue = actions.overdue + actions.carried_overdue
    return Number("overdue_actions", overdue, actions.open + actions.carried_over, None, 0)


def _completed(now: Completion, last: Completion) -> Number:
    return Number("completion", _share(now.within, now.of), now.of,
                  _share(last.within, last.of), last.of)  # fmt: skip


def _published(now: Publication, last: Publication) -> Number:
    return Number("publication", _share(now.on_time, now.of), now.of,
                  _share(last.on_time, last.of), last.of)  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
