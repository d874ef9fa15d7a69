"""The words by which teams say what an action is: its kind, its status, its priority."""

from __future__ import annotations

import re

from deckgen.postmortem.vocabulary import ActionKind, ActionStatus, Priority

_KINDS: tuple[tuple[re.Pattern[str], ActionKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\bprevent", ActionKind.PREVENT),
        (r"\bdetect", ActionKind.DETECT),
        (r"\bmitigat", ActionKind.MITIGATE),
        (r"\bprocess\b", ActionKind.PROCESS),
    )
)
_STATUSES: tuple[tuple[re.Pattern[str], ActionStatus], ...] = tuple(
    (re.compile(rf"^\W*(?:{pattern})\b", re.IGNORECASE), status)
    for pattern, status in (
        (
            r"not started|not done|to ?do|open|planned|pending|backlog|new|no|scheduled",
            ActionStatus.OPEN,
        ),
        (r"in[ _-]progress|wip|started|ongoing|doing|in review|underway", ActionStatus.IN_PROGRESS),
        (
            r"done|completed?|closed|fixed|merged|shipped|resolved|finished|yes|x|implemented",
            ActionStatus.DONE,
        ),
        (
            r"dropped|won'?t (?:do|fix)|wontfix|cancell?ed|abandoned|rejected|not doing|deleted",
            ActionStatus.DROPPED,
        ),
    )
)
_COMPLETED = re.compile(
    r"\b(?:completed|done|already (?:done|taken)|actions? taken|finished)\b|✅", re.IGNORECASE
)
_PRIORITY = re.compile(r"\bp[-_ ]?(?P<level>[0-4])\b|\b(?P<word>high|medium|low)\b", re.IGNORECASE)
_LAST_KIND_WORD = 60


def kind_of(text: str) -> ActionKind | None:
    """Return the kind that a heading or a cell names, None where it names none or several."""
    if len(text) > _LAST_KIND_WORD:
        return None
    found = {kind for pattern, kind in _KINDS if pattern.search(text)}
    return found.pop() if len(found) == 1 else None


def status_of(text: str) -> ActionStatus | None:
    """Return the status that a short text begins with, None where it says none."""
    if any(mark in text for mark in "✅☑✔"):
        return ActionStatus.DONE
    if any(mark in text for mark in "❌☐🔲"):
        return ActionStatus.OPEN
    return next((status for pattern, status in _STATUSES if pattern.search(text)), None)


def completed(title: str) -> bool:
    """Whether a heading says that what stands below it is done."""
    return bool(_COMPLETED.search(title))


def priority_of(text: str) -> Priority | None:
    """Return the priority that a short text states, None where it states none."""
    match = _PRIORITY.search(text) if len(text) <= _LAST_KIND_WORD else None
    if match is None:
        return None
    return Priority(f"P{match['level']}" if match["level"] else match["word"])
