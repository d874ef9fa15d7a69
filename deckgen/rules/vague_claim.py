"""A claim about how much, how many or how long without a number.

"Much slower" can be argued about, "p99 from 80 ms to 1.2 s" cannot. A claim is let pass where its
sentence counts or measures something; clock times, days, versions and names do not count.

The policy adds words under `words.vague_claims`.

Fails:

    summary: Checkout was significantly slower and many users could not pay.

Passes:

    summary: Checkout took 1.2 s instead of 80 ms and 4,100 users could not pay.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.claims import uncounted
from deckgen.language.phrases import phrases, stands_within
from deckgen.rule import Case, Finding

ID = "vague-claim"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the claims in sentences without a number."""
    hint = "give the number, from what to what or of how many, or leave the claim out"
    terms = phrases("vague_terms")
    for hit in uncounted(case.sayings, phrases("vague_claims", case.policy.words.vague_claims)):
        if not stands_within(hit, terms):
            yield Finding(hit.loc, f"'{hit.words}' without a number", hint, hit.span)
