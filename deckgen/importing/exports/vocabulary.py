"""The words of incident tools, and what they are in a postmortem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from deckgen.postmortem.vocabulary import ActionStatus, EventKind, Priority, Severity

_LEVEL = re.compile(r"\W*(?:sev(?:erity)?|s|p|priority|level)[\W_]*([0-5])(?!\d).*", re.IGNORECASE)
_SEVERITY_WORDS: Mapping[str, Severity] = {
    "critical": Severity.SEV1,
    "major": Severity.SEV2,
    "high": Severity.SEV2,
    "moderate": Severity.SEV3,
    "medium": Severity.SEV3,
    "minor": Severity.SEV3,
    "low": Severity.SEV4,
}
_NOT_RATED = {"", "pending", "unknown", "unset", "none", "undefined", "n/a", "not set"}

_ACTION_STATUS: Mapping[str, ActionStatus] = {
    **dict.fromkeys(("open", "outstanding", "todo", "to do", "new", "active"), ActionStatus.OPEN),
    **dict.fromkeys(("in progress", "doing", "started"), ActionStatus.IN_PROGRESS),
    **dict.fromkeys(("done", "completed", "complete", "resolved", "closed"), ActionStatus.DONE),
    **dict.fromkeys(
        ("cancelled", "canceled", "not doing", "deleted", "dropped", "skipped"),
        ActionStatus.DROPPED,
    ),
}

_MILESTONES: Mapping[str, str] = {
    **dict.fromkeys(
        ("impact started", "impact start", "impact began", "started", "start", "incident started",
         "outage started", "issue started"),
        "started_at",
    ),
    **dict.fromkeys(("detected", "impact detected", "first detected", "detection"), "detected_at"),
    **dict.fromkeys(("acknowledged", "acked", "acknowledgement"), "acknowledged_at"),
    **dict.fromkeys(
        ("mitigated", "impact mitigated", "impact ended", "impact end", "mitigation"),
        "mitigated_at",
    ),
    **dict.fromkeys(("resolved", "resolution", "incident resolved"), "resolved_at"),
}  # fmt: skip

_INFERRED: Mapping[str, str] = {
    **dict.fromkeys(("fixed", "stable", "stabilised", "stabilized", "monitoring"), "mitigated_at"),
}
"""Milestones of which the name does not say outright that the impact was over."""

_KINDS: Mapping[str, EventKind] = {
    **dict.fromkeys(("identified", "diagnosed", "cause identified"), EventKind.DIAGNOSIS),
    **dict.fromkeys(("escalated", "escalation"), EventKind.ESCALATION),
}


def words(name: str) -> str:
    """Return a name without its case, its dashes and an `at` or `time` at its end."""
    folded = " ".join(re.split(r"[\W_]+", name.casefold())).strip()
    return re.sub(r" (?:at|time|date)$", "", folded)


def severity(name: str) -> tuple[Severity, bool] | None:
    """Return the severity that a tool's name for it means, and whether it says so outright."""
    exact = re.fullmatch(r"\s*sev[\W_]*([0-5])\s*", name, re.IGNORECASE)
    level = exact or _LEVEL.fullmatch(name)
    if level:
        return Severity(f"SEV{level[1]}"), exact is not None
    word = next((it for it in re.split(r"[\W_]+", name.casefold()) if it in _SEVERITY_WORDS), None)
    return (_SEVERITY_WORDS[word], False) if word else None


def is_rated(name: str) -> bool:
    """Return whether a severity's name says how bad it was, or that nobody has said so yet."""
    return name.strip().casefold() not in _NOT_RATED


def action_status(name: str) -> ActionStatus | None:
    """Return the status of an action that a tool's word for it means."""
    return _ACTION_STATUS.get(words(name))


def priority(name: str) -> Priority | None:
    """Return the priority of an action that a tool's word for it means."""
    try:
        return Priority(name)
    except ValueError:
        return None


def milestone(name: str) -> tuple[str, bool] | None:
    """Return the field that a milestone's name stands for, and whether that is sure."""
    word = words(name)
    field = _MILESTONES.get(word)
    if field:
        return field, True
    return (_INFERRED[word], False) if word in _INFERRED else None


def milestone_kind(name: str) -> EventKind:
    """Return what a milestone that has no field is as an event."""
    return _KINDS.get(words(name), EventKind.NOTE)


def is_zone(name: str) -> bool:
    """Return whether `name` is an IANA time zone."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
