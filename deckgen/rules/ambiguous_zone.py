"""An abbreviation of a time zone that leaves open which time is meant.

IST is the time of India, of Ireland and of Israel; PST in July is either an hour off or not what
it says. Found behind a clock time and in "times in IST". An abbreviation by which the file's own
`timezone` goes on the day of the incident is clear. One that stands behind many times is told
once.

Fails:

    started_at: 2025-01-08 02:15
    timezone: UTC
    summary: The job started at 07:40 IST and ended at 08:10 CST.

Passes:

    started_at: 2025-01-08 07:45
    timezone: Asia/Kolkata
    summary: The job started at 07:40 IST and ended at 02:40 UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from deckgen.diagnostics import Severity
from deckgen.language.phrases import Hit, Wanted, hits
from deckgen.language.zone_names import NAMES, doubt_about
from deckgen.postmortem.wording import count
from deckgen.prose import Loc
from deckgen.rule import Case, Finding

ID = "ambiguous-zone"
SEVERITY: Severity = "warning"

_CLOCK = Wanted.one(
    r"(?:(?<!\d)\d{1,2}[:.h]\d\d(?::\d\d)? ?(?:[AaPp]\.?[Mm]\.?)?"
    r"|(?<!\d)\d{1,2} ?[AaPp]\.?[Mm]\.?"
    r"|\b[Tt]imes?(?: (?:are|is))?(?: (?:given|shown))? in)"
    rf" {{0,2}}\(?(?:{'|'.join(NAMES)})(?!\w)",
    frozenset(name.lower() for name in NAMES),
    any_case=False,
)
_NAME = re.compile(r"[A-Z]+\Z")


def check(case: Case) -> Iterator[Finding]:
    """Yield the abbreviations that are not clear on the day they are about, each once."""
    zone = case.postmortem.zone
    hint = f"write UTC, an offset such as +05:30, or the time in {zone.key}"
    by_doubt: dict[str, list[Hit]] = {}
    for hit in hits(case.sayings, _CLOCK):
        if doubt := doubt_about(_name(hit), _day_of(hit.loc, case), zone):
            by_doubt.setdefault(doubt, []).append(hit)
    for doubt, (first, *more) in by_doubt.items():
        told = f"{doubt}; so {count(len(more), 'time')} more" if more else doubt
        yield Finding(first.loc, told, hint, (first.end - len(_name(first)), first.end))


def _name(hit: Hit) -> str:
    found = _NAME.search(hit.text[hit.start : hit.end])
    return found[0] if found else ""


def _day_of(loc: Loc, case: Case) -> datetime:
    """Return the instant that the text at `loc` is about: that of its event, else the start."""
    at = loc[1] if len(loc) > 1 and loc[0] == "timeline" else None
    return case.postmortem.timeline[at].at if isinstance(at, int) else case.postmortem.started_at
