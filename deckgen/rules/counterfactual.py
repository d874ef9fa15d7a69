"""What somebody should or could have done, or what would have been.

Nobody could do then what is only known now; a sentence about what did not happen hides what did,
and why it made sense. Found are "should have", "could have", "would have" and "did not check" (or
notice, test, consider and their like) with a person or a team as their subject; the same in the
passive where only people can be meant ("should have been caught in review"); and "if only we" and
"if we had known". What a machine should have done is left alone, and so is "if we had more users".

The policy adds words that mean somebody under `words.people`.

Fails:

    lessons:
      went_wrong:
        - The team should have tested the restore
        - This should have been caught in review

Passes:

    lessons:
      went_wrong:
        - The last test of the restore was 14 months before
        - The review showed the change without the configuration that it breaks
        - The pod should have restarted within 30 seconds and took 12 minutes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.grammar import is_adverb, is_participle, word_set
from deckgen.language.people import people_of
from deckgen.language.phrases import Hit, Wanted, hits, phrases
from deckgen.language.subjects import subject_before
from deckgen.rule import Case, Finding

ID = "counterfactual"
SEVERITY: Severity = "warning"

_MODAL = Wanted.one(
    r"\b(?:should|could|would|ought\s+to)(?:n['’]t|\s+not)?(?:\s+(?:also|never|probably))?"
    r"(?:\s+have|['’]ve)\b",
    frozenset({"shou", "coul", "woul", "ough"}),
)
_NOT_DONE = Wanted.one(
    r"\bdid(?:\s+not|n['’]t)\s+(?:anticipate|catch|check|communicate|consider|coordinate"
    r"|double-check|escalate|foresee|monitor|notice|plan|prepare|review|spot|test|validate"
    r"|take\s+into\s+account|verify)\b",
    frozenset({"did", "didn"}),
)
_VERB = re.compile(r"\s+(?:not\s+)?(?:\w+ly\s+)?(?:been\s+)?[\w-]+")
_ONLY_PEOPLE = word_set(
    "addressed anticipated avoided caught checked communicated considered discussed documented done"
    " escalated foreseen found handled known noticed planned prevented questioned reviewed spotted"
    " tested verified"
)
"""What only people are expected to have done, by its participle."""

_WISHED = word_set("expected liked loved preferred thought")
_AFTER = 60
"""How many characters behind `have` are looked at."""


def check(case: Case) -> Iterator[Finding]:
    """Yield what people should, could or would have done, and what they did not do."""
    people = people_of(case.postmortem, case.policy)
    for hit in hits(case.sayings, _MODAL):
        after = _behind(hit)
        is_told = is_participle(after) and not _WISHED.intersection(after[:2])
        if is_told and (_asks_of_people(after) or subject_before(hit.text, hit.start, people)):
            yield _finding(_with_verb(hit))
    for hit in hits(case.sayings, _NOT_DONE):
        if subject_before(hit.text, hit.start, people):
            yield _finding(hit)
    for hit in hits(case.sayings, phrases("counterfactuals")):
        if not _leads_to_verb(hit) or is_participle(_behind(hit)):
            yield _finding(hit)


def _behind(hit: Hit) -> list[str]:
    return hit.text[hit.end : hit.end + _AFTER].lower().split()


def _leads_to_verb(hit: Hit) -> bool:
    """Whether `hit` is an `if we had`, behind which a noun may stand: if we had more users."""
    return hit.words.lower().startswith("if ") and hit.words.lower().endswith(("had", "'d", "’d"))


def _with_verb(hit: Hit) -> Hit:
    """Return `hit` up to the verb behind it: `should have been caught`."""
    verb = _VERB.match(hit.text, hit.end)
    return hit._replace(end=verb.end()) if verb else hit


def _asks_of_people(after: list[str]) -> bool:
    """Whether `after`, the words behind `have`, say `been` and what only people can have done."""
    words = [word.strip(".,;:!?()") for word in after if not is_adverb(word)]
    return words[:1] == ["been"] and not _ONLY_PEOPLE.isdisjoint(words[1:2])


def _finding(hit: Hit) -> Finding:
    hint = "say what happened, and what information, check or tool was missing for the other way"
    return Finding(hit.loc, f"'{hit.words}' is about what did not happen", hint, hit.span)
