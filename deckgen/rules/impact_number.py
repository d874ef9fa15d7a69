"""An impact without a number.

Who was hit, and how hard, is what every reader asks first; `many customers` does not say it.
Numbers are looked for in the statement, the metrics and the measurements; `all customers`, `no
request` and `one account` say how many, too. An incident that is still open and an exercise are
left alone.

Fails:

    status: resolved
    impact: {statement: Many customers could not pay}

Passes:

    status: resolved
    impact: {statement: "12,000 customers could not pay for 45 minutes"}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.impact import Impact
from deckgen.review.amounts import holds_number, says_all_or_none
from deckgen.review.progress import is_real
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "impact-number"
SEVERITY: Severity = "warning"

_HINT = "say how many customers or requests, which share of them, and for how long"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the impact of an incident that is over has no number."""
    impact = case.postmortem.impact
    if is_real(case.postmortem) and not _has_number(impact):
        if impact.statement:
            message = "the impact is stated without a number, and no metric is given"
            yield Finding(("impact", "statement"), message, _HINT)
        else:
            loc = key_of(case.postmortem, "impact")
            yield Finding(loc, "the impact is not stated", _HINT, of_key=True)


def _has_number(impact: Impact) -> bool:
    stated = impact.statement or ""
    has_figures = bool(impact.metrics or impact.series)
    return has_figures or holds_number(stated) or says_all_or_none(stated)
