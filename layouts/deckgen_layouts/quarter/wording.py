"""A review in words: what is found of incidents and services, values, and what is too few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.vocabulary import Severity
from deckgen.postmortem.wording import count, listing, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview, ServiceCount

NO_SEVERITY = "No severity"
_NAMED = 3
_LONGEST_NAME = 12
_BRIEF = 48


def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole per cent; 0% and 100% are only what is exactly that."""
    if not 0 < share < 1:
        return f"{share:.0%}"
    return f"{min(99, max(1, round(share * 100)))}%"


def before_name(review: QuarterReview) -> str:
    """Return what the period before is called: `2025-Q2`, or that it is the days before a span."""
    name = review.before.name
    return name if len(name) <= _LONGEST_NAME else f"{review.before.days:,} days before"


def month_name(day: date) -> str:
    """Return the month of a day as `Jul`."""
    return short_day(day).split()[1]


def severity_name(level: Severity | None) -> str:
    """Return a severity, or that there is none."""
    return level or NO_SEVERITY


def severities(incidents: Sequence[Incident]) -> list[tuple[Severity | None, int]]:
    """Return how many incidents there are of each severity, the worst first, None last."""
    counts = Counter(incident.severity for incident in incidents)
    return sorted(counts.items(), key=lambda pair: pair[0] or "~")


def how_many_and_how_bad(incidents: Sequence[Incident]) -> str:
    """Return `7 incidents, 2 of them SEV1`: how many (one at least), and how many of the worst."""
    total = count(len(incidents), "incident")
    worst, of_it = severities(incidents)[0]
    if worst is None:
        return f"{total}, no severity recorded"
    if len(incidents) == 1:
        return f"{total}, {worst}"
    if of_it == len(incidents):
        return f"{total}, {'both' if of_it == 2 else 'all'} {worst}"
    return f"{total}, {of_it:,} of them {worst}"


def part_of(part: int, whole: int) -> str:
    """Return `4 of 7`, `all 7` or `both`."""
    if part < whole:
        return f"{part:,} of {whole:,}"
    return "both" if whole == 2 else f"all {whole:,}"


def most_affected(services: Sequence[ServiceCount], incidents: int, noun: str = "") -> str | None:
    """Return `checkout has 4 of 7`, which service has the most of so many incidents.

    Up to three that have equally many are named, long names shortened. `noun` is what follows the
    amount, such as ` incidents`. None where no service is affected.
    """
    hit = [service for service in services if service.now]
    most = max((service.now for service in hit), default=0)
    first = [_brief(service.name) for service in hit if service.now == most]
    if not first:
        return None
    names = listing(first) if len(first) <= _NAMED else count(len(first), "service")
    if incidents == 1:
        return f"it affected {names}"
    if most == 1 and len(first) > 1:
        return f"{len(first):,} services affected, none more than once"
    of_all = part_of(most, incidents)
    return f"{names} {'has' if len(first) == 1 else 'have'} {of_all}{noun}" + (
        " each" if len(first) > 1 and most < incidents else ""
    )


def _brief(name: str) -> str:
    """Return a name as it stands in a sentence; a longer one stands in full where it is shown."""
    return name if len(name) <= _BRIEF else f"{name[:_BRIEF].rstrip()}…"


def impact_lasted(incidents: Sequence[Incident]) -> str:
    """Return how long the impact of `incidents` lasted together, and of how many that is known."""
    known = [one.lasted for one in incidents if one.lasted is not None]
    if not known:
        return "duration not recorded"
    total = f"{short_duration(sum(known, timedelta()))} of impact"
    if len(known) < len(incidents):
        return f"{total} in {len(known):,} of them, else not recorded"
    return total


def too_few_for_a_median(incidents: int) -> str:
    """Return `3 incidents: too few for a median`."""
    return f"{count(incidents, 'incident')}: too few for a median"
