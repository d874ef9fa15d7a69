"""A key learning that tells a fault and not what is learned from it.

"The deploy script was broken" is true of one day. What is learned holds from now on: it says what
must, can or cannot be, in a sentence that somebody else can act on.

Fails:

    key_learning:
      statement: The deploy script was broken and nobody noticed

Passes:

    key_learning:
      statement: A deploy script must stop at the first host that does not answer
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.grammar import is_past, word_set
from deckgen.language.sayings import spoken
from deckgen.rule import Case, Finding

ID = "key-learning-fault"
SEVERITY: Severity = "warning"

_LASTS = re.compile(
    r"\b(?:must|should|shall|need|needs|can|cannot|can't|may|will|would|could|has to|have to|never"
    r"|always|only|do|does|don't|doesn't|is|are|isn't|aren't|if|unless|until|before|whenever|learned"
    r"|learnt|showed|taught|require|requires|ought)\b",
    re.IGNORECASE,
)
"""Words of what holds from now on, or of a condition."""

_TELLS = word_set("was were had didn't wasn't weren't hadn't")
"""Words that tell what was, beside past tenses."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the key learning where all of it tells what was."""
    key = case.postmortem.key_learning
    if key and _tells(spoken(key.statement)):
        hint = "say what holds from now on: 'A deploy script must stop at the first failed host'"
        yield Finding(("key_learning", "statement"), "the key learning tells a fault", hint)


def _tells(said: str) -> bool:
    """Whether the first verb of `said` is a past tense, as far as endings show it."""
    words = said.lower().replace("’", "'").split()
    bare = [word.strip(".,;:") for word in words]
    told = next((n for n, word in enumerate(bare) if word in _TELLS or is_past(word)), None)
    if _LASTS.search(said) or not told:
        return False
    is_participle = words[told - 1].endswith(",")
    has_present = any(word.endswith("s") and len(word) > 3 for word in bare[: told - 1])
    return not is_participle and not has_present
