"""A severity that the numbers of the impact contradict.

The policy's severities may say from how many customers (`customers_from`) or from which share of
failures (`percent_from`) on an incident is at least of that severity; metrics whose label speaks
of them are held against it. Without a policy: a SEV0 or SEV1 whose metrics say that no customer
was affected, and a SEV4 or SEV5 in which half of something failed.

Fails:

    severity: SEV1
    impact:
      metrics: [{label: Customers affected, value: 0}]

Fails:

    severity: SEV4
    impact:
      metrics: [{label: Failed checkouts, value: 82, unit: "%"}]

Passes:

    severity: SEV1
    impact:
      metrics: [{label: Customers affected, value: 12000}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen import diagnostics
from deckgen.policy import SeverityLevel
from deckgen.postmortem.vocabulary import Severity
from deckgen.postmortem.wording import number, quantity, stated
from deckgen.review.impact_size import Size, customers, failing, largest
from deckgen.rule import Case, Finding

ID = "severity-impact"
SEVERITY: diagnostics.Severity = "warning"

_HALF = 50
_WORST = frozenset({Severity.SEV0, Severity.SEV1})
_MILDEST = frozenset({Severity.SEV4, Severity.SEV5})


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the severity is too mild for a metric, or too grave for all."""
    severity, impact = case.postmortem.severity, case.postmortem.impact
    if severity is None or case.postmortem.drill:
        return
    counted, shares = customers(impact), failing(impact)
    found = _by_policy(case.policy.severities, largest(counted), largest(shares))
    if found and found[0] < severity:
        yield _finding(f"{severity}: {found[2]} make it {found[0]} at least", found[1])
    elif severity in _WORST and counted and not any(size.amount for size in counted):
        yield _finding(f"{severity}, and no customer: '{counted[0].label}' is 0", counted[0])
    elif severity in _MILDEST and (most := largest(shares)) and most.amount >= _HALF:
        yield _finding(f"{severity}, and '{most.label}' is {quantity(most.amount, '%')}", most)


def _by_policy(
    levels: Mapping[Severity, SeverityLevel], counted: Size | None, share: Size | None
) -> tuple[Severity, Size, str] | None:
    """Return the gravest severity that the policy asks for, by which metric, and the reason."""
    for severity in sorted(levels):
        level = levels[severity]
        if counted and level.customers_from and counted.amount >= level.customers_from:
            told = f"{number(counted.amount)} '{counted.label}'"
            return severity, counted, f"{told} (from {stated(level.customers_from, None)} on)"
        if share and level.percent_from and share.amount >= level.percent_from:
            told = f"{quantity(share.amount, '%')} '{share.label}'"
            return severity, share, f"{told} (from {stated(level.percent_from, '%')} on)"
    return None


def _finding(message: str, size: Size) -> Finding:
    hint = "correct the severity or the figure; the severity counts what customers felt"
    return Finding(("impact", "metrics", size.metric, "value"), message, hint)
