"""A key learning of more than one sentence or more than 30 words.

What cannot be said in one breath is not remembered. Why it is believed has its own field,
`evidence`; what else was learned goes into `learnings`.

Fails:

    key_learning:
      statement: A backup needs a test. It also needs an owner who reads the result.

Passes:

    key_learning:
      statement: A backup counts only when a restore from it is tested
      evidence: The last test of a restore was 14 months ago.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.sayings import spoken
from deckgen.language.sentences import sentences
from deckgen.rule import Case, Finding

ID = "key-learning-length"
SEVERITY: Severity = "warning"

MOST_WORDS = 30


def check(case: Case) -> Iterator[Finding]:
    """Yield what is behind the first sentence, or else behind the thirtieth word."""
    key = case.postmortem.key_learning
    if key is None:
        return
    loc = ("key_learning", "statement")
    several = sentences(spoken(key.statement))
    count = len(key.statement.split())
    if len(several) > 1:
        hint = "keep the one to remember; reasons go into evidence, the rest into learnings"
        span = several[1].start, len(key.statement)
        yield Finding(
            loc, f"the key learning has {len(several)} sentences", hint, _bare(key.statement, span)
        )
    elif count > MOST_WORDS:
        hint = f"say it in at most {MOST_WORDS}; reasons go into evidence"
        yield Finding(loc, f"the key learning has {count} words", hint)


def _bare(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end
