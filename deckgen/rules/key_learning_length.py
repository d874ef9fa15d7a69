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
    """Yield what is behind the first sentence, or else a statement that is too long."""
    key = case.postmortem.key_learning
    if key is None:
        return
    loc = ("key_learning", "statement")
    parts = sentences(spoken(key.statement))
    count = len(key.statement.split())
    if len(parts) > 1:
        message = f"the key learning has {len(parts)} sentences"
        hint = "keep the one to remember; reasons go into evidence, the rest into learnings"
        yield Finding(loc, message, hint, (parts[1].start, len(key.statement)))
    elif count > MOST_WORDS:
        hint = f"say it in at most {MOST_WORDS}; reasons go into evidence"
        yield Finding(loc, f"the key learning has {count} words", hint)
