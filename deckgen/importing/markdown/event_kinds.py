"""What an event is to the incident, where its own words say so."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.postmortem.vocabulary import EventKind


class Said(NamedTuple):
    """What a text says an event is; `starts` that the impact begins with it."""

    kind: EventKind
    starts: bool = False


_WHAT = r"(?:outage|incident|impact|problem|issue|degradation|downtime|disruption)"
_BE = r"(?:\s+(?:is|was|has been|fully|officially|now|were))*"
_PLAIN: tuple[tuple[str, EventKind, bool], ...] = (
    (rf"\b{_WHAT}{_BE}\s+(?:over|ended)\b|\b{_WHAT}\s+ends\b", EventKind.RESOLUTION, False),
    (
        rf"\b{_WHAT}{_BE}\s+(?:declared\s+(?:as\s+)?)?(?:resolved|closed)\b",
        EventKind.RESOLUTION,
        False,
    ),
    (r"^\W*(?:fully )?resolved\b|\(resolved\)|^\W*all[- ]clear\b", EventKind.RESOLUTION, False),
    (r"\bend of (?:the )?(?:incident|outage|impact)\b", EventKind.RESOLUTION, False),
    (rf"\b(?:incident|outage){_BE}\s+declared\b", EventKind.ESCALATION, False),
    (r"\bdeclare[sd]? (?:an? |the )?(?:incident|outage|sev)\b", EventKind.ESCALATION, False),
    (rf"\b{_WHAT}s?{_BE}\s+(?:begins?|began|starts?|started)\b", EventKind.TRIGGER, True),
    (r"\b(?:start|beginning) of (?:the )?(?:incident|outage|impact)\b", EventKind.TRIGGER, True),
    (r"\bfault occur(?:s|red)\b|^\W*(?:impact )?start(?:ed)?\W*$", EventKind.TRIGGER, True),
    (r"^\W*trigger\b\W", EventKind.TRIGGER, False),
    (rf"\b{_WHAT}{_BE}\s+(?:mitigated|repaired)\b", EventKind.MITIGATION, False),
    (
        r"^\W*(?:mitigat(?:ed|ion)|repaired)\b(?!\s+(?:plan|option|step))",
        EventKind.MITIGATION,
        False,
    ),
    (
        r"^\W*(?:first |fault |incident |issue |problem )?detect(?:ed|ion)\b",
        EventKind.DETECTION,
        False,
    ),
    (rf"\b{_WHAT}{_BE}\s+detected\b|\(detected\)", EventKind.DETECTION, False),
    (r"^\W*acknowledged\b", EventKind.ACKNOWLEDGEMENT, False),
    (
        r"\b(?:on[- ]?call|engineer|responder|team)\b.{0,30}\backnowledge[sd]?\b",
        EventKind.ACKNOWLEDGEMENT,
        False,
    ),
    (
        r"\backnowledge[sd]? (?:the |an? )?(?:alert|page|issue|incident|alarm)\b",
        EventKind.ACKNOWLEDGEMENT,
        False,
    ),
    (r"^\W*(?:escalat(?:ed|ion)|declared)\b", EventKind.ESCALATION, False),
    (r"^\W*(?:diagnosis|identified|diagnosed)\b", EventKind.DIAGNOSIS, False),
    (
        rf"\b(?:root cause|{_WHAT}){_BE}\s+(?:identified|found|discovered)\b",
        EventKind.DIAGNOSIS,
        False,
    ),
)
_ALERT = r"(?:alerts?|alarms?|pages?|monitors?|warnings?)"
_TELLER = r"(?:users?|customers?|clients?|developers?|teams?)"
_SERVICE = r"(?:services?|sites?|websites?|clusters?|systems?|everything|traffic)"
_SOFT: tuple[tuple[str, EventKind], ...] = (
    (
        rf"\b{_ALERT}\b.{{0,60}}?\b(?:fires?|fired|received|triggered|went off)\b"
        rf"|\breceived?\b.{{0,30}}\b{_ALERT}\b|\bautomated warning\b"
        r"|\balert(?:ed)? (?:by|via|from)\b",
        EventKind.DETECTION,
    ),
    (
        r"\bfirst (?:report|noticed|user report)|\breports? of\b|\bincoming report\b"
        r"|\breported (?:on|by)\b"
        rf"|\b{_TELLER}\b.{{0,20}}\b(?:reported|reports|notified us)\b|\bnotified by\b"
        r"|\bnotice[ds]?\b.{0,30}\b(?:drops?|issues?|problems?|something)\b"
        r"|\b(?:was|is|were) (?:first )?noticed\b",
        EventKind.DETECTION,
    ),
    (
        r"\binvestigations?\b.{0,12}\b(?:start(?:s|ed)?|launched|begins?|began)\b"
        r"|\b(?:started?|begins?|began)\b.{0,12}\b(?:investigat\w+|looking|troubleshooting)\b",
        EventKind.ACKNOWLEDGEMENT,
    ),
    (
        rf"\b{_SERVICE}\b.{{0,25}}\b(?:restored|recovered)\b"
        r"|\bback (?:up|online|to (?:normal|100 ?%))"
        r"|\breturn(?:s|ed)? to normal\b|\bsolved the (?:issue|problem)\b",
        EventKind.MITIGATION,
    ),
    (
        r"\bfully restored\b|\b(?:issue|problem) (?:is |was |has been )?(?:permanently )?fixed\b"
        r"|\ball systems (?:are |verified )*operational\b"
        r"|\beverything (?:is |seems |works )+fine\b",
        EventKind.RESOLUTION,
    ),
)
_PLAIN_FORMS = tuple((re.compile(p, re.IGNORECASE), Said(k, s)) for p, k, s in _PLAIN)
_SOFT_FORMS = tuple((re.compile(p, re.IGNORECASE), kind) for p, kind in _SOFT)
_LONGEST_READ = 400
_DENIED = re.compile(r"\b(?:not|n't|never|no)\b", re.IGNORECASE)


def said_kind(text: str) -> Said | None:
    """Return what a text says outright that its event is, None where it says nothing."""
    start = text[:_LONGEST_READ]
    for form, said in _PLAIN_FORMS:
        match = form.search(start)
        if match and not _DENIED.search(match[0]):
            return said
    return None


def likely_kind(text: str) -> EventKind | None:
    """Return what the words of a text make likely that its event is."""
    start = text[:_LONGEST_READ]
    return next((kind for form, kind in _SOFT_FORMS if form.search(start)), None)
