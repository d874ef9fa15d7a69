"""A word that leaves open how many or when, in a sentence without a number.

Many, several, soon, quickly: each may be harmless where it stands, so this is a remark, not a
warning. What is surely a claim without its number is found by `vague-claim`.

Fails:

    timeline:
      - {at: "02:31", text: Several pods restarted shortly after}

Passes:

    timeline:
      - {at: "02:31", text: Nine pods restarted within two minutes}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.claims import uncounted
from deckgen.language.phrases import phrases, stands_within
from deckgen.rule import Case, Finding

ID = "vague-word"
SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Yield the words that are no part of a claim that `vague-claim` finds."""
    longer = (phrases("vague_claims", case.policy.words.vague_claims), phrases("vague_terms"))
    for hit in uncounted(case.sayings, phrases("vague_words")):
        if not any(stands_within(hit, phrase) for phrase in longer):
            yield Finding(
                hit.loc, f"'{hit.words}' leaves it open", "say how many or when", hit.span
            )
