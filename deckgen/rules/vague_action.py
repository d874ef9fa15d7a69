"""An action that begins with a verb of which nobody can say when it is done.

`Improve`, `ensure`, `review`, `make it faster` and their like are fine with a number, a means (`by
adding`, `with a`) or a state that can be checked (`is documented`) in the same text. `Investigate`,
`consider`, `look into`, `discuss` and their like are fine where the text goes on to a result:
`and decide`, `and publish`. `Be careful` asks for what nobody can keep up. The policy's
`words.vague_verbs` adds verbs of the first sort. Closed actions are left alone.

Fails:

    actions:
      - {action: Improve monitoring of the payment cache}

Fails:

    actions:
      - {action: We should look into the retry settings of the client}

Passes:

    actions:
      - {action: Page when more than 1 cached state in 10000 differs from the ledger}
      - {action: Ensure hosts can be told apart by showing the environment in the prompt}
      - {action: Evaluate two retry libraries and decide on one}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.amounts import holds_number
from deckgen.review.openings import begins_with, opening
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "vague-action"
SEVERITY: Severity = "warning"

_FIRM = re.compile(
    r"\b(?:by[ ](?:\w{1,30}ly[ ])?\w{1,30}ing|via|using|with[ ]an?)\b"
    r"|\b(?:is|are)[ ](?:in[ ]an?|used|documented|enabled|disabled|encrypted|installed|deployed"
    r"|deleted|removed)\b",
    re.IGNORECASE,
)
"""A means, or a state that can be checked."""

_MAKE_MORE = re.compile(
    r"make[ ](?:[\w'’/-]{1,40}[ ]){1,6}?(?:more[ ][\w-]{1,30}|better|clearer|easier|faster|safer"
    r"|simpler|stronger)\b",
    re.IGNORECASE,
)
"""A wish whose object stands within it."""

_RESULT = re.compile(
    r"(?:\b(?:and|then)|[;,])[ ](?:then[ ])?(?:decide|publish|write|report|record|document|propose"
    r"|choose|pick|fix|add|remove|replace|file|agree|list|set|move|migrate|close|delete|update"
    r"|implement|alert|enforce|automate|apply|present|open|raise|lower|limit)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions that begin with a vague verb and say nothing firmer."""
    for n, action in open_actions(case.postmortem):
        found = _vague(action.action, case.policy.words.vague_verbs)
        if found:
            words, hint = found
            begins = f"action {action.id} begins with '{words[0]}'"
            message = f"{begins}: nobody can tell when that is done"
            yield Finding(("actions", n, "action"), message, hint, words.span())


def _vague(text: str, more: tuple[str, ...]) -> tuple[re.Match[str], str] | None:
    """Return the words with which `text` begins in vain and what to write, None if in earnest."""
    if care := begins_with(text, "care_verbs"):
        return care, "change the system so that no care is needed: a check, a limit, a default"
    if study := begins_with(text, "study_verbs"):
        hint = "say what it leaves behind: '... and decide whether', '... and list them'"
        return None if _RESULT.search(text, study.end()) else (study, hint)
    wish = begins_with(text, "vague_verbs", more) or _MAKE_MORE.match(text, opening(text))
    if wish:
        hint = "say what will be different, with a number or a means: 'Page when errors pass 1%'"
        firm = holds_number(text) or _FIRM.search(text)
        return None if firm else (wish, hint)
    return None
