"""An impact whose only numbers are durations.

How long it took says nothing of how many it hit: four hours of a report that nobody opens are less
than four minutes of checkout.

Fails:

    status: resolved
    impact:
      statement: Checkout was down for 45 minutes
      metrics: [{label: Downtime, value: 45, unit: min}]

Passes:

    status: resolved
    impact:
      statement: Checkout was down for 45 minutes
      metrics: [{label: Failed checkouts, value: 12000}]
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.impact import Impact
from deckgen.review.amounts import amounts, says_all_or_none
from deckgen.review.progress import is_real
from deckgen.rule import Case, Finding

ID = "impact-only-duration"
SEVERITY: Severity = "warning"

_UNITS = frozenset(
    {
        *("ms", "s", "sec", "second", "seconds", "m", "min", "mins", "minute", "minutes"),
        *("h", "hr", "hrs", "hour", "hours", "d", "day", "days", "week", "weeks"),
    }
)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where every number of the impact is a duration."""
    impact = case.postmortem.impact
    stated = [amount.kind for amount in amounts(impact.statement or "")]
    kinds = {*stated, *_kinds_of_metrics(impact)}
    has_more = bool(impact.series) or says_all_or_none(impact.statement or "")
    if is_real(case.postmortem) and kinds == {"duration"} and not has_more:
        loc = ("impact", "statement") if stated else ("impact", "metrics", 0, "value")
        message = "the only numbers of the impact are durations"
        hint = "add how many customers or requests were hit, or which share of them"
        yield Finding(loc, message, hint)


def _kinds_of_metrics(impact: Impact) -> set[str]:
    units = {(metric.unit or "").casefold() for metric in impact.metrics}
    return {"duration" if unit in _UNITS else "other" for unit in units}
