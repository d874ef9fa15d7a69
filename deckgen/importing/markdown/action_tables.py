"""Action items that stand in a table, whatever its columns are called and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from deckgen.importing.markdown.action_days import DoneOn, day_in, done_in_status
from deckgen.importing.markdown.action_marks import marked
from deckgen.importing.markdown.action_words import kind_of, priority_of, status_of
from deckgen.importing.markdown.blocks import Line, Table
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.found import Found, Remark, left_over
from deckgen.importing.markdown.links import first_link, other_links
from deckgen.postmortem.vocabulary import ActionKind, ActionStatus

_DONE = r"(?:complet(?:ed|ion)|closed|finished|done|resolved|fixed)"
_COLUMNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern)
        for name, pattern in (
            ("id", r"^(?:id|#|no\.?|nr\.?|action id)$"),
            (
                "completed",
                r"^(?!.*\b(?:due|target|planned|expected|estimated|proposed|eta|deadline|by)\b)"
                rf".*\b(?:{_DONE}\b.*\b(?:on|at|date|day)|(?:date|day)\b.*\b{_DONE})\b",
            ),
            ("status", r"^(?:status|state|done\??|progress|complete[d]?\??)"),
            ("due", r"\b(?:due|deadline|eta|target|by when|when)\b|^date\b"),
            ("priority", r"\bpriority\b|^prio\b|^p$"),
            ("owner", r"\b(?:owner|who|assignee|assigned|responsible|dri|lead|team)\b"),
            ("link", r"\b(?:bug|ticket|issue|link|jira|tracking|tracker|pr|url|reference)\b"),
            ("kind", r"^(?:type|kind|category)\b"),
            ("learning", r"\b(?:learning|lesson|answers)\b(?!.*action)"),
            ("action", r"\b(?:action|item|task|what|description|improvement|remediation|title)\b"),
        )
    }
)
_BESIDE = re.compile(r"\b(?:TODO|DONE|WIP|FIXED|CLOSED|IN PROGRESS|OPEN|DROPPED)\b")
_NOBODY = re.compile(r"^[\W_]*(?:tbd|tba|tbc|n/?a|none|unassigned|todo)?[\W_]*$", re.IGNORECASE)


def table_actions(table: Table, evidence: Evidence, kind: ActionKind | None) -> Iterator[Found]:
    """Yield an action for each row of a table; rows without words of an action are left."""
    columns = _columns(table)
    for row in table.rows:
        cells = {name: row[n] for name, n in columns.items()}
        action = cells.get("action")
        if action is None or not action.text:
            said = " | ".join(cell.text for cell in row if cell.text)
            if said:
                yield left_over(("actions",), row[0].number, said)
            continue
        others = [
            (table.header[n].text, cell)
            for n, cell in enumerate(row)
            if n not in columns.values() and cell.text
        ]
        yield _Row(cells, evidence).found(kind, others)


def _columns(table: Table) -> dict[str, int]:
    """Return the columns by what they hold; the action is the widest of those that are unknown."""
    found: dict[str, int] = {}
    for n, head in enumerate(table.header):
        words = " ".join(head.text.casefold().split())
        for name, pattern in _COLUMNS.items():
            if name not in found and n not in found.values() and pattern.search(words):
                found[name] = n
    if "action" not in found:
        free = [n for n in range(len(table.header)) if n not in found.values()]
        widths = [(sum(len(row[n].text) for row in table.rows), -n) for n in free]
        if widths:
            found["action"] = -max(widths)[1]
        elif "learning" in found:
            found["action"] = found.pop("learning")
    return found


class _Row:
    """Reads one row of a table of actions, cell by cell, and notes what it guesses and leaves."""

    def __init__(self, cells: Mapping[str, Line], evidence: Evidence) -> None:
        self._cells, self._evidence = cells, evidence
        self._read = marked(cells["action"].text, evidence)
        self._line = cells["action"].number
        self._guesses = [Remark(self._line, why, (key,)) for key, why in self._read.guessed]
        self._left: list[Remark] = []

    def found(self, kind: ActionKind | None, others: list[tuple[str, Line]]) -> Found:
        anchors = [anchor for cell in self._cells.values() for anchor in cell.anchors]
        anchors = [*(self._cells["link"].anchors if "link" in self._cells else ()), *anchors]
        link = first_link(anchors)
        value = {
            "id": self._text("id"),
            "action": self._read.text,
            "learning": self._text("learning"),
            "kind": self._kind(kind),
            "owner": self._owner(),
            "due": self._due(),
            **self._progress(),
            "priority": self._priority(),
            "link": link,
        }
        for name in ("owner", "due", "priority", "status"):
            beyond = self._cells[name].text.partition(" | ")[2] if name in self._cells else ""
            self._left += [Remark(self._line, beyond)] if beyond else []
        for head, cell in others:
            self._left.append(Remark(self._line, f"{head}: {cell.text}"))
            anchors += cell.anchors
        texts = " ".join(cell.text for _, cell in others) + self._read.text
        self._left += [Remark(self._line, one) for one in other_links(anchors, link, texts)]
        kept = {key: one for key, one in value.items() if one is not None}
        return Found(("actions",), kept, self._line, True, tuple(self._guesses), tuple(self._left))

    def _text(self, name: str) -> str | None:
        cell = self._cells.get(name)
        text = cell.text.split(" | ")[0] if cell else ""
        return text if text and not _NOBODY.match(text) else None

    def _leave(self, name: str) -> None:
        text = self._text(name)
        if text:
            self._left.append(Remark(self._line, f"{name}: {text}", (name,)))

    def _owner(self) -> str | None:
        owner = self._text("owner") or self._read.owner
        cell = self._cells.get("owner")
        if owner is None and cell and cell.text.strip("-– "):
            self._left.append(Remark(self._line, f"owner: {cell.text}", ("owner",)))
        return owner

    def _kind(self, kind: ActionKind | None) -> str | None:
        text = self._text("kind")
        found = kind_of(text) if text else kind
        if found is None:
            self._leave("kind")
        return found.value if found else None

    def _due(self) -> object:
        text = self._text("due")
        if text is None:
            return self._read.due
        due, end, guess = day_in(text, self._evidence)
        if guess:
            self._guesses.append(Remark(self._line, guess, ("due",)))
        if due is None or text[end:].strip(" ()."):
            self._leave("due")
        return due or self._read.due

    def _progress(self) -> dict[str, object]:
        """Return the status and the day on which the action was done, which may share a cell."""
        told = self._done_on("status")
        worded = status_of(self._text("status") or "") if told else self._status()
        dated = told or self._done_on("completed")
        if dated and worded is None:
            self._guesses.append(Remark(self._line, "the day of completion is given", ("status",)))
        status = worded or (ActionStatus.DONE if dated else None)
        if dated and status is ActionStatus.DONE and dated.guess:
            self._guesses.append(Remark(self._line, dated.guess, ("completed",)))
        if told or dated is None or status is not ActionStatus.DONE:
            self._leave("completed")
        beside, done = self._read.completed, status is ActionStatus.DONE
        if beside and (dated or not done):
            self._left.append(Remark(self._line, f"completed: {beside}", ("completed",)))
        day = dated.day if dated else beside
        return {"status": status.value if status else None, "completed": day if done else None}

    def _done_on(self, name: str) -> DoneOn | None:
        text = self._text(name)
        return done_in_status(text, self._evidence) if text else None

    def _status(self) -> ActionStatus | None:
        text = self._text("status")
        cell = self._cells.get("status")
        found = status_of(text or "") or (status_of(cell.text) if cell else None)
        if found is None:
            self._leave("status")
            found = self._read.status
        return found or self._status_of_link()

    def _status_of_link(self) -> ActionStatus | None:
        """Return the status that stands beside the ticket, and leave a ticket without a link."""
        link = self._cells.get("link")
        if link is None:
            return None
        match = _BESIDE.search(link.text)
        words = _BESIDE.sub("", link.text).strip(" ,;:-–")
        if words and first_link(link.anchors) is None and not _NOBODY.match(words):
            self._left.append(Remark(self._line, f"link: {words}", ("link",)))
        return status_of(match[0]) if match else None

    def _priority(self) -> str | None:
        text = self._text("priority")
        found = (priority_of(text) if text else None) or self._read.priority
        if found is None:
            self._leave("priority")
        return found.value if found else None
