"""A title that says `outage` or `down` of what was down in part.

Where a metric says that less than 95% failed, it was a degradation. The word costs trust twice:
customers who were not hit wonder, those who were read a figure that is smaller than the title.

Fails:

    title: Checkout outage after a deploy
    impact:
      metrics: [{label: Failed checkouts, value: 31.5, unit: "%"}]

Passes:

    title: A third of checkouts fails after a deploy
    impact:
      metrics: [{label: Failed checkouts, value: 31.5, unit: "%"}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import quantity
from deckgen.review.impact_size import failing, largest
from deckgen.rule import Case, Finding

ID = "partial-outage"
SEVERITY: Severity = "info"

_WHOLE = 95
_DOWN = re.compile(
    r"\boutage\b|\boffline\b|\bunavailable\b"
    r"|\bdown\b(?![ -]?(?:stream|to|by|from)\b)",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\bpart(?:ly|ial|ially)?\b|\bsome\b|\bdegrad|\bslow|\bbreak|\bbroken|%"
    r"|\b(?:shut|scal\w{1,5}|cut|wound)[ ]down\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the title says more than the largest share that failed."""
    title = case.postmortem.title
    word, most = _DOWN.search(title), largest(failing(case.postmortem.impact))
    if word and most and 0 < most.amount < _WHOLE and not _IN_PART.search(title):
        share = quantity(most.amount, "%")
        message = f"'{word[0]}' in the title, and '{most.label}' is {share}"
        hint = f"say what failed and for whom, such as '{share} of requests fail'"
        yield Finding(("title",), message, hint, word.span())
