"""What stands beside the words of an action: a checkbox, an owner, its days, a priority."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from deckgen.importing.markdown.action_days import day_in, done_beside
from deckgen.importing.markdown.action_words import priority_of, status_of
from deckgen.importing.markdown.evidence import Evidence
from deckgen.postmortem.vocabulary import ActionStatus, Priority

_BOX = re.compile(r"^\s*\[(?P<mark>[ xX✓✔-]?)\]\s*")
_EMOJI = re.compile(r"^\s*(?P<mark>✅|☑️?|✔️?|❌|☐|🔲|⬜)\s*")
_PRIORITY = re.compile(
    r"^\W{0,3}(?P<level>(?:p[-_ ]?[0-4])|high|medium|low)(?:\s+priority)?\W{0,3}"
    r"(?:\s*[:–—-]\s*|[\])*]+\s*|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"^\W{0,3}(?:HIGH|MEDIUM|LOW|P[0-4])\b")
_STATUS_FIRST = re.compile(
    r"^\W{0,3}(?P<word>DONE|TODO|WIP|Done|Todo|In progress|IN PROGRESS)\b[\])*]*\s*[:–—-]?\s*"
)
_DONE_IN = re.compile(r"^\W{0,3}DONE\W{0,3}\s+(?P<where>(?:in|by|with)\s[^:]{1,40}):\s*")
_STATUS_LAST = re.compile(
    r"\s*[-–—,.;]?\s*[(\[]?(?P<word>(?:(?<=[(\[])(?:done|completed|todo|in progress|wip|closed"
    r"|fixed|open|dropped|won'?t do|not started|complete))|DONE|TODO|WIP)[)\]]?"
    r"(?P<where>\s+in\s+.{1,60})?\W*$",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:has|have) (?:already )?been (?:done|completed|fixed)\b|✅\s*$|\balready done\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\s*[-–—,;.]?\s*[(\[]?\*{0,2}"
    r"(?:owner|assignee|assigned to|owned by|dri|responsible|who)\*{0,2}"
    r"\s*[:=]\s*\*{0,2}(?P<name>[^,;()\[\]|]{1,60}?)"
    r"(?=\s*(?:[,;)\]|]|\.\s|\.?$|\s[-–—]\s|\bdue\b|\bpriority\b|\bstatus\b))\s*[)\]]?",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"\s*(?:[-–—:,]\s*|\(|\[)?\s*(?P<name>@[\w.-]*\w(?:/[\w.-]*\w)?)\s*[)\]]?\s*\.?$"
)
_HANDLE_FIRST = re.compile(r"^\s*(?:\[|\()?(?P<name>@[\w.-]*\w)[\])]?\s*[:–—-]\s*")
_DUE = re.compile(
    r"\s*[-–—,;]?\s*[(\[]?\*{0,2}\b(?:due(?:\s+(?:by|on|date))?|deadline|eta|target(?:\s+date)?)\*{0,2}\s*[:=]?\s*\*{0,2}(?=[\w@])",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*[-–—,(]?\s*\bby\s+(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_MARKED_PRIORITY = re.compile(
    r"\s*[-–—,;]?\s*[(\[]?\*{0,2}\bpriority\*{0,2}\s*[:=]\s*\*{0,2}"
    r"(?P<level>p[-_ ]?[0-4]|high|medium|low)\b\*{0,2}[)\]]?",
    re.IGNORECASE,
)
_EDGE = " \t-–—,;:|"


@dataclass(frozen=True)
class Marked:
    """The words of an action, and what the marks beside them say; `guessed` are reasons."""

    text: str
    status: ActionStatus | None = None
    owner: str | None = None
    due: date | None = None
    completed: date | None = None
    priority: Priority | None = None
    guessed: tuple[tuple[str, str], ...] = ()


def marked(text: str, evidence: Evidence) -> Marked:
    """Return an action without its marks; what cannot be read as one stays in its words."""
    read = Marked(text.strip())
    for step in _STEPS:
        read = step(read)
    read = _due(_owner(_completed(read, evidence)), evidence)
    return replace(read, text=_tidy(read.text) or text.strip())


def _box(read: Marked) -> Marked:
    match = _BOX.match(read.text)
    if match:
        done = match["mark"] not in {" ", "", "-"}
        status = ActionStatus.DONE if done else ActionStatus.OPEN
        return replace(read, text=read.text[match.end() :], status=status)
    emoji = _EMOJI.match(read.text)
    if emoji:
        return replace(read, text=read.text[emoji.end() :], status=status_of(emoji["mark"]))
    return read


def _status(read: Marked) -> Marked:
    elsewhere = _DONE_IN.match(read.text)
    if elsewhere:
        text = f"{read.text[elsewhere.end() :]} ({elsewhere['where']})"
        return replace(read, text=text, status=ActionStatus.DONE)
    first = _STATUS_FIRST.match(read.text)
    if first and (first["word"].isupper() or ":" in first[0]):
        text = read.text[first.end() :]
        return replace(read, text=text, status=status_of(first["word"]) or read.status)
    last = _STATUS_LAST.search(read.text[-120:])
    if last and (last["word"].isupper() or "(" in last[0] or "[" in last[0]):
        start = len(read.text) - min(len(read.text), 120) + last.start()
        where = f" ({last['where'].strip(' ()[]')})" if last["where"] else ""
        return replace(read, text=read.text[:start] + where, status=status_of(last["word"]))
    if _ALREADY.search(read.text) and read.status is None:
        said = ("status", "its words say that it is done")
        return replace(read, status=ActionStatus.DONE, guessed=(*read.guessed, said))
    return read


def _priority(read: Marked) -> Marked:
    inner = _MARKED_PRIORITY.search(read.text)
    if inner:
        text = read.text[: inner.start()] + read.text[inner.end() :]
        return replace(read, text=text, priority=priority_of(inner["level"]))
    match = _PRIORITY.match(read.text)
    if match and (_SHOUTED.match(read.text) or match["level"].lower().startswith("p")):
        text = read.text[match.end() :]
        return replace(read, text=text, priority=priority_of(match["level"]))
    return read


_STEPS: tuple[Callable[[Marked], Marked], ...] = (_box, _status, _priority)


def _completed(read: Marked, evidence: Evidence) -> Marked:
    done = done_beside(read.text, evidence)
    if done is None:
        return read
    text = read.text[: done.start] + read.text[done.end :]
    guessed = (*read.guessed, ("completed", done.guess)) if done.guess else read.guessed
    return replace(read, text=text, status=ActionStatus.DONE, completed=done.day, guessed=guessed)


def _due(read: Marked, evidence: Evidence) -> Marked:
    match = _DUE.search(read.text)
    by = None if match else _BY.search(read.text)
    found = match or by
    if found is None:
        return read
    due, end, guess = day_in(read.text[found.end() :], evidence)
    if due is None:
        return read
    behind = read.text[found.end() + end :]
    text = read.text if by else f"{read.text[: found.start()]} {behind.lstrip(' )]*.')}"
    guessed = (*read.guessed, ("due", guess)) if guess else read.guessed
    return replace(read, text=text, due=due, guessed=guessed)


def _owner(read: Marked) -> Marked:
    named = _OWNER.search(read.text)
    if named:
        text = read.text[: named.start()] + " " + read.text[named.end() :]
        return replace(read, text=text, owner=named["name"].strip(" *"))
    for form in (_HANDLE, _HANDLE_FIRST):
        match = form.search(read.text)
        if match and read.text[: match.start()].strip() + read.text[match.end() :].strip():
            text = read.text[: match.start()] + read.text[match.end() :]
            return replace(read, text=text, owner=match["name"])
    return read


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(_EDGE)
    return re.sub(r"\s*[(\[]\s*[)\]]|\s+(?=[.,;])", "", text).strip(_EDGE)
