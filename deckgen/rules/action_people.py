"""An action that changes people instead of the system.

Who was trained or reminded leaves, forgets or is tired at three in the morning; a check, a limit
or a better tool stays. Meant are `train`, `remind`, `teach`, `encourage` and their like with people
as their object, `training for`, `hold a training`, `raise awareness` and `engineers need to learn`.
A tool that reminds is left alone (`automatically`, `bot`), and so is a model that is trained. The
policy's `words.people` adds words for people.

Fails:

    actions:
      - {action: Train engineers not to run unsafe commands}

Fails:

    actions:
      - {action: Raise awareness of the risks of a config change}

Passes:

    actions:
      - {action: Refuse a removal that takes a subsystem below its minimum capacity}
      - {action: Train the fraud model on the transactions of the last 30 days}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckgen.diagnostics import Severity
from deckgen.language.phrases import phrase_list
from deckgen.review.openings import opening
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-people"
SEVERITY: Severity = "warning"

_ALSO_PEOPLE = ("SREs", "new hires", "newcomers", "each other", "ourselves", "us", "agents")
_AWARENESS = re.compile(
    r"\b(?:rais|increas|improv|build|creat|spread)(?:e|ing)?[ ](?:\w{1,20}[ ])?awareness\b"
    r"|\bsensiti[sz]e\b",
    re.IGNORECASE,
)
_STEMS = re.compile(
    r"\b(?:re-?)?(?:train|remind|teach|educat|coach|encourag|urg(?:e|ing)|tell|instruct|refresher"
    r"|workshop|aware|sensiti|learn|remember|be more|attention|double)",
    re.IGNORECASE,
)
"""One of these is in every text that the patterns below find; to look for them takes less time."""

_BY_ITSELF = re.compile(r"remind.*?\b(?:automat\w{0,10}|bot|script|tool|hook|job)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions that train, remind or teach somebody."""
    for n, action in open_actions(case.postmortem):
        text = action.action
        if not _STEMS.search(text):
            continue
        opens, needs = _patterns(case.policy.words.people)
        found = opens.match(text, opening(text)) or _AWARENESS.search(text) or needs.search(text)
        if found and not _BY_ITSELF.match(text, found.start()):
            message = f"action {action.id}: '{found[0]}' changes people, not the system"
            hint = "write what in the system makes it hard to go wrong: a check, a limit, a default"
            yield Finding(("actions", n, "action"), message, hint, found.span())


@lru_cache(maxsize=8)
def _patterns(own: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what an action about people begins with, and what may stand anywhere in it."""
    people = "|".join(map(re.escape, (*phrase_list("people"), *_ALSO_PEOPLE, *own)))
    words = r"(?:[\w'’-]{1,30}[ ]){0,4}?"
    somebody = rf"{words}(?:{people})\b(?!-)(?:[ ](?:{people})\b(?!-))?"
    opens = (
        r"(?:(?:re-?)?train(?:ing)?|remind(?:ing)?|teach(?:ing)?|educat(?:e|ing)|coach(?:ing)?)"
        rf"[ ]{somebody}"
        rf"|(?:tell|instruct|encourage|urge)(?:ing)?[ ]{somebody}[ ](?:(?:not[ ])?to|about|that)\b"
        r"|(?:hold|give|run|organi[sz]e|arrange|schedule|conduct|provide|offer)[ ]"
        r"(?:an?|another|regular|more|monthly|quarterly|yearly|annual|mandatory)[ ]"
        r"(?:(?!model|data|ml)[\w-]{1,30}[ ]){0,2}?(?:training|refresher)s?\b"
        r"(?![ ](?:data|job|set|run|pipeline|model|cluster))"
        rf"|(?:\w{{1,30}}[ ]){{0,3}}?(?:training|refresher|workshop)[ ]{words}for[ ]{somebody}"
    )
    needs = (
        rf"\b(?:{people})[ ](?:(?:needs?|has|have|ought)[ ]to|must|should)[ ]"
        r"(?:learn|remember|be[ ](?:re)?trained|be[ ]reminded|be[ ](?:made[ ])?(?:more[ ])?aware"
        r"|be[ ]more[ ]\w{1,20}|pay[ ](?:more[ ])?attention|double[- ]check)\b"
    )
    return re.compile(opens, re.IGNORECASE), re.compile(needs, re.IGNORECASE)
