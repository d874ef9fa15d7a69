"""Customers noticed first, and no action makes the next one be detected.

The text of the detection says who noticed: `customers report`, `reported by users`, `support
tickets`, `tweets`. An action of kind `detect` answers that, or one without a kind that speaks of
an alert or a monitor. Exercises are left alone.

Fails:

    status: resolved
    timeline:
      - {at: "02:19", kind: detection, text: Customers report failing checkouts}
    actions:
      - {action: Close a connection whose read was cancelled, kind: prevent}

Passes:

    status: resolved
    timeline:
      - {at: "02:19", kind: detection, text: Customers report failing checkouts}
    actions:
      - {action: Page on a checkout error rate above 1%, kind: detect}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.phrases import compiled
from deckgen.postmortem.measures import first_of_kind
from deckgen.postmortem.model import ActionItem, Event
from deckgen.postmortem.vocabulary import ActionKind, EventKind
from deckgen.review.progress import is_real, kept_actions
from deckgen.rule import Case, Finding

ID = "detected-by-customer"
SEVERITY: Severity = "warning"

_THEY = (
    r"customers?|users?|clients?|merchants?|subscribers?|visitors?|partners?|players?|shoppers?"
    r"|the public|press|journalists?"
)
_TELL = (
    r"report(?:ed|s|ing)?|complain(?:ed|s|ing)?|notic(?:e|ed|es|ing)|call(?:ed|s|ing)?"
    r"|tell(?:s|ing)?|told|tweet(?:ed|s|ing)?|ask(?:ed|s|ing)?|flag(?:ged|s)?|rais(?:e|ed|es)"
    r"|e?-?mail(?:ed|s)?|contact(?:ed|s)?|inform(?:ed|s)?"
)
_BY_CUSTOMER = (
    r"(?i)"
    rf"\b(?:{_THEY})[ ](?:\w{{1,20}}[ ]){{0,2}}?(?:{_TELL})\b"
    rf"|\b(?:by|from|of)[ ](?:\w{{1,20}}[ ]){{0,2}}?(?:{_THEY})\b(?![-'’])"
    rf"|\b(?:{_THEY})[ ](?:reports?|complaints?|tickets?|calls?|mails?|feedback)\b"
    r"|\bsupport[ ](?:tickets?|requests?|calls?|cases?|reports?|hears?|heard|receive[sd]?)\b"
    r"|\bcomplaints?\b|\bhelp[ ]?desk\b"
    r"|\b(?:tweets?|twitter|social[ ]media|reddit|downdetector)\b"
)
_BY_ITSELF = re.compile(
    r"\b(?:alert|alarm|monitor|paged\b|pages?[ ](?:for|report|fire|the|on)|pager|probe|synthetic"
    r"|threshold|automat)",
    re.IGNORECASE,
)
_DETECTIVE = re.compile(r"\b(?:alert|alarm|monitor|page[ ]|probe|detect|watch)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the detection was by customers and no action changes that."""
    event = _detection(case)
    if not event or not is_real(case.postmortem) or _BY_ITSELF.search(event.text):
        return
    found = compiled(_BY_CUSTOMER).search(event.text)
    if found and not any(map(_detects, kept_actions(case.postmortem))):
        n = next(n for n, one in enumerate(case.postmortem.timeline) if one is event)
        message = f"'{found[0]}': customers noticed first, and no action detects it sooner"
        hint = "add an action of kind 'detect': 'Page when checkout errors pass 1% for 2 minutes'"
        yield Finding(("timeline", n, "text"), message, hint, found.span())


def _detection(case: Case) -> Event | None:
    """Return the event that noticed the incident, also where the time of it is stated."""
    taken = case.milestones.detected.event
    return taken or first_of_kind(case.postmortem.timeline, EventKind.DETECTION)


def _detects(action: ActionItem) -> bool:
    if action.kind is None:
        return _DETECTIVE.search(action.action) is not None
    return action.kind is ActionKind.DETECT
