"""Words of alarm or ridicule, and exclamation marks.

A postmortem is read by those who were in the room and by those who pay for it: facts calm and
convince, exclamations do neither. Terms of the trade are not meant: disaster recovery, chaos
engineering, a kernel panic.

The policy adds words under `words.animated`.

Fails:

    lessons:
      went_wrong:
        - The failover was a complete disaster, which is ridiculous!

Passes:

    lessons:
      went_wrong:
        - The failover took 41 minutes, 36 more than in the last drill
      went_well:
        - The disaster recovery plan named the right contact
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.phrases import Wanted, hits, phrases, stands_within
from deckgen.rule import Case, Finding

ID = "animated-language"
SEVERITY: Severity = "warning"

_EXCLAMATION = Wanted.one(
    r"""(?<=[\w%)\]'"’”·])!+(?=[\s)\]'"’”]|\Z)""",
    frozenset("!"),
)


def check(case: Case) -> Iterator[Finding]:
    """Yield the words and the marks."""
    yield from _words(case)
    for hit in hits(case.sayings, _EXCLAMATION):
        yield Finding(hit.loc, "an exclamation mark", "end the sentence with a full stop", hit.span)


def _words(case: Case) -> Iterator[Finding]:
    hint = "say what happened, and how much of it, in plain words"
    terms = phrases("animated_terms")
    for hit in hits(case.sayings, phrases("animated", case.policy.words.animated)):
        if not stands_within(hit, terms):
            yield Finding(hit.loc, f"'{hit.words}' is a feeling, not a fact", hint, hit.span)
