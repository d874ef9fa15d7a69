"""What each figure of a quarter means, with its formula; slides and docs say it from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["count", "time", "share"]
"""What a figure is: so many of something, a length of time, or a part of a whole from 0 to 1."""

LEAST_FOR_MEDIAN = 5
"""From how many incidents on a median is given; below, every value is shown instead."""

LEAST_FOR_SHARE = 5
"""From how many on a share is given in per cent; below, the two counts say more."""


@dataclass(frozen=True)
class Definition:
    """One figure: its name, what it means, its formula, and the least basis that carries it.

    Where it rests on fewer than `least` incidents or actions, it is said to be thin.
    """

    key: str
    name: str
    meaning: str
    formula: str
    least: int = 1
    unit: Unit = "count"


_ALL = (
    Definition(
        "incidents",
        "Incidents",
        "Incidents whose impact began in the period. Exercises are left out and counted apart.",
        "count of postmortems with drill false and started_at, in the incident's own time zone, "
        "within the period; files with one id count once",
    ),
    Definition(
        "severe_incidents",
        "SEV0 and SEV1",
        "Incidents of the two worst severities.",
        "count of incidents with severity SEV0 or SEV1",
    ),
    Definition(
        "time_lost",
        "Impact in all",
        "How long the impact of all incidents lasted together; two at once count twice.",
        "sum of (mitigated_at, else resolved_at) - started_at over the incidents that record both",
        unit="time",
    ),
    Definition(
        "time_to_detect",
        "Median time to detect",
        "How long it took until somebody or something noticed.",
        "median of detected_at - started_at over the incidents that record both",
        LEAST_FOR_MEDIAN,
        "time",
    ),
    Definition(
        "time_to_mitigate",
        "Median time to mitigate",
        "How long it took until the impact ended.",
        "median of mitigated_at - started_at over the incidents that record both",
        LEAST_FOR_MEDIAN,
        "time",
    ),
    Definition(
        "time_to_resolve",
        "Median time to resolve",
        "How long it took until the cause was out of the system.",
        "median of resolved_at - started_at over the incidents that record both",
        LEAST_FOR_MEDIAN,
        "time",
    ),
    Definition(
        "repeats",
        "Same cause again",
        "Incidents whose cause an earlier one had already: stated by the later postmortem; else "
        "two tags or more in common, and a third of all tags of both; else primary causes "
        "that share half of their words. What most incidents have in common does not count.",
        "count of incidents with an earlier one in root_cause.repeats, or with an earlier one "
        "whose tags have a Jaccard index of at least 0.34 and 2 in common, or whose words of "
        "primary_cause have one of at least 0.5 and 4 in common; without the tags and words of "
        "more than half of all incidents (where that is more than 10) or of more than 200",
    ),
    Definition(
        "actions",
        "Action items",
        "Action items of the period's incidents, by how far they have come.",
        "count of actions by status; overdue: due < as of, and neither done nor dropped",
    ),
    Definition(
        "overdue_actions",
        "Overdue actions",
        "Open action items, of earlier incidents too, whose date has passed.",
        "count of actions of all incidents up to the end of the period with due < as of and status "
        "open or in_progress",
    ),
    Definition(
        "age",
        "Age of open actions",
        "How long an action has been open.",
        "as of - (published_at, else the end, else the start of the incident), in days",
        unit="time",
    ),
    Definition(
        "completion",
        "Actions completed within 30 days",
        "Of the actions that have had 30 days, those that were completed within them. Dropped "
        "ones, and those done on a day that nobody recorded, are left out.",
        "count of completed <= opened + 30 days, over count of opened + 30 days <= as of",
        LEAST_FOR_SHARE,
        "share",
    ),
    Definition(
        "publication",
        "Postmortems published in time",
        "Of the postmortems that were due, those published within the hours that the policy allows "
        "after the incident ended.",
        "count of published_at <= end + publish_within_hours, over count of incidents that ended "
        "and are published or past that moment; end: resolved_at, else mitigated_at; a day without "
        "a time counts to its end in the incident's own time zone",
        LEAST_FOR_SHARE,
        "share",
    ),
    Definition(
        "weeks",
        "Incidents by week",
        "Incidents by the week, from Monday on, in which they began.",
        "count of incidents by week of started_at and severity",
    ),
    Definition(
        "services",
        "Incidents by service",
        "Incidents that affected a service; one that affected two counts for both.",
        "count of incidents with the service among services",
    ),
    Definition(
        "factors",
        "Contributing factors",
        "Incidents that name a contributing factor of a category; each counts once for it.",
        "count of incidents with the category among contributing_factors",
    ),
    Definition(
        "worst",
        "Worst incidents",
        "The incidents of the worst severities, of one severity those whose impact lasted longest.",
        "by severity, then by how long the impact lasted, longest first",
    ),
)

DEFINITIONS = {one.key: one for one in _ALL}
"""The definitions of all figures by their keys, in the order in which they are told."""
