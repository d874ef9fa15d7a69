"""Words of alarm or ridicule, and exclamation marks.

A postmortem is read by those who were in the room and by those who pay for it: facts calm and
convince, exclamations do neither. Terms of the trade are not meant: disaster recovery, chaos
engineering, a kernel panic. A sentence that begins with thanks may end as it likes.

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
from deckgen.language.phrases import Hit, Wanted, hits, phrases, stands_within
from deckgen.rule import Case, Finding

ID = "animated-language"
SEVERITY: Severity = "warning"

_EXCLAMATION = Wanted.one(
    r"""(?<=[\w%)\]'"’”·])!+(?=[\s)\]'"’”]|\Z)""",
    frozenset("!"),
)
_THANKS = ("thanks", "thank you", "many thanks", "kudos", "well done")
_LONGEST_THANKS = 200
"""How many characters before a mark the beginning of its sentence is looked for."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the words and the marks."""
    yield from _words(case)
    for hit in hits(case.sayings, _EXCLAMATION):
        if not _gives_thanks(hit):
            hint = "end the sentence with a full stop"
            yield Finding(hit.loc, "an exclamation mark", hint, hit.span)


def _words(case: Case) -> Iterator[Finding]:
    hint = "say what happened, and how much of it, in plain words"
    terms = phrases("animated_terms")
    for hit in hits(case.sayings, phrases("animated", case.policy.words.animated)):
        if not stands_within(hit, terms):
            yield Finding(hit.loc, f"'{hit.words}' is a feeling, not a fact", hint, hit.span)


def _gives_thanks(hit: Hit) -> bool:
    """Whether the sentence that ends with the mark `hit` begins with thanks."""
    before = hit.text[max(0, hit.start - _LONGEST_THANKS) : hit.start]
    begin = max(before.rfind(mark) for mark in ".!?") + 1
    return before[begin:].lstrip().lower().startswith(_THANKS)
