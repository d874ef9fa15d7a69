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
from deckgen.language.grammar import is_past
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

_TELLS = re.compile(
    r"\b(?:was|were|had|did|didn't|wasn't|weren't|hadn't|went|came|broke|lost|ran|took)\b",
    re.IGNORECASE,
)
"""Words that tell what was."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the key learning where all of it tells what was."""
    key = case.postmortem.key_learning
    if key and _tells(spoken(key.statement)):
        hint = "say what holds from now on: 'A deploy script must stop at the first failed host'"
        yield Finding(("key_learning", "statement"), "the key learning tells a fault", hint)


def _tells(said: str) -> bool:
    if _LASTS.search(said):
        return False
    words = (word.strip(".,;:").lower() for word in said.split())
    return bool(_TELLS.search(said)) or any(map(is_past, words))
