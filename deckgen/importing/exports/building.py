"""Gathers what a vendor's module finds into a draft, within what a deck can bear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from deckgen.importing.consistency import consistent
from deckgen.importing.draft import Draft
from deckgen.importing.exports import vocabulary
from deckgen.importing.exports.sheet import LONGEST_LINE, Sheet
from deckgen.postmortem.vocabulary import ActionStatus, EventKind, Status
from deckgen.prose import Loc

MOST_EVENTS = 1_000
MOST_ACTIONS = 200
_LARGEST_NUMBER = 1e15


@dataclass(frozen=True)
class _Event:
    at: datetime
    text: str
    kind: EventKind
    source: str | None
    key: bool
    guess: str


class DraftBuilder(Sheet):
    """A draft that is being made. `zone` is that of times without an offset."""

    def __init__(self, zone: tzinfo = UTC) -> None:
        super().__init__()
        self.zone = zone
        self._events: list[_Event] = []
        self._starts: list[tuple[datetime, str]] = []

    def add_source(self, link: str | None) -> None:
        """Take over a link to where the facts come from."""
        self.append(("sources",), self.link(link, ("sources",)))

    def add_person(self, name: str | None, role: str | None) -> None:
        """Take over somebody who took part, with the role that is named."""
        person = self.short(name, ("people",), LONGEST_LINE)
        part = self.short(role, ("people",), LONGEST_LINE)
        if person and part:
            self.append(("people",), {"name": person, "role": part})
        elif person or part:
            self.leave(("people",), f"{person or 'nobody'}: {part or 'no role'}")

    def add_factor(self, text: str | None) -> None:
        """Take over a contributing factor."""
        loc = ("root_cause", "contributing_factors")
        short = self.short(text, loc, LONGEST_LINE)
        self.append(loc, {"text": short} if short else None)

    def add_metric(self, label: str, value: int | float | None, unit: str = "") -> None:
        """Take over a number of the impact, unless it is nought, which stands for not known."""
        if value and not -_LARGEST_NUMBER < value < _LARGEST_NUMBER:
            self.leave(("impact",), f"{label}: {value:.6g}")
        elif value:
            metric: dict[str, object] = {"label": label, "value": str(value)}
            self.append(("impact", "metrics"), {**metric, "unit": unit} if unit else metric)

    def add_event(
        self,
        at: datetime | None,
        text: str | None,
        kind: EventKind = EventKind.NOTE,
        *,
        source: str | None = None,
        key: bool = False,
        guess: str = "",
    ) -> None:
        """Take over an event, `guess` saying what of it was inferred; without a time it is left."""
        if at is None or not (text or "").strip():
            if text:
                self.leave(("timeline",), f"without a time: {text}")
            return
        short = self.short(text, ("timeline",), LONGEST_LINE)
        if short and len(self._events) < MOST_EVENTS:
            link = self.link(source, ("timeline",))
            self._events.append(_Event(at, short, kind, link, key, guess))
        else:
            self.leave(("timeline",), f"{at:%Y-%m-%d %H:%M:%S}Z {text}")

    def add_action(
        self,
        text: str | None,
        *,
        owner: str | None = None,
        due: date | None = None,
        status: str | None = None,
        completed: date | None = None,
        priority: str | None = None,
        link: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> Loc:
        """Take over an action, in a tool's words for status and priority; return its place.

        `completed` is the day it was done, left where it is not said to be; `notes` are what else
        is said of it.
        """
        actions = self.data.setdefault("actions", [])
        assert isinstance(actions, list)
        loc: Loc = ("actions", len(actions))
        short = self.short(text, loc, LONGEST_LINE)
        if not short or len(actions) >= MOST_ACTIONS:
            loc = ("actions",)
            self.leave(loc, f"no text: {owner or ''} {due or ''}" if not short else str(text))
        else:
            known = self._known(vocabulary.action_status, status, (*loc, "status"))
            action: dict[str, object | None] = {
                "action": short,
                "owner": self.short(owner, loc, LONGEST_LINE),
                "due": due,
                "status": known,
                "completed": completed if known == ActionStatus.DONE else None,
                "priority": self._known(vocabulary.priority, priority, (*loc, "priority")),
                "link": self.link(link, loc),
            }
            actions.append({key: value for key, value in action.items() if value is not None})
            if completed and known != ActionStatus.DONE:
                self.leave(loc, f"completed: {completed}")
        for note in notes:
            self.leave(loc, note)
        return loc

    def rate(self, name: str | None, what: str) -> None:
        """Take over the severity that `what` names; where that is our reading, it is a guess."""
        if not name or not vocabulary.is_rated(name):
            return
        found = vocabulary.severity(name)
        if found is None or "severity" in self.data:
            self.leave(("severity",), f"{what}: {name}")
            return
        self.put(("severity",), str(found[0]))
        if not found[1]:
            self.guess(("severity",), f"{what} '{name}' is read as {found[0]}")

    def set_status(self, name: str | None, meanings: Mapping[str, Status]) -> None:
        """Take over how far the incident has come, in a tool's own words; others are left."""
        if not name:
            return
        found = meanings.get(name.casefold())
        if found is None:
            self.leave(("status",), f"status: {name}")
        else:
            self.put(("status",), str(found))

    def reach(self, field: str, at: datetime | None, inferred: str = "") -> bool:
        """Take over a milestone such as `detected_at`, `inferred` saying why it is one."""
        taken = self.put((field,), at)
        if taken and inferred:
            self.guess((field,), inferred)
        return taken

    def start_guessed(self, at: datetime | None, reason: str) -> None:
        """Name an instant that may stand for the start, where none is stated; the first counts."""
        if at is not None:
            self._starts.append((at, reason))

    def draft(self, name: str) -> Draft:
        """Return the draft, its events in order of time."""
        self._put_events()
        self._settle_start()
        data = {key: _to_the_second(value) for key, value in self.data.items() if value}
        fields = consistent(data)
        return Draft(name, fields.data, tuple(self.guesses), (*fields.left, *self.left))

    def _put_events(self) -> None:
        timeline: list[dict[str, object]] = []
        seen = set[tuple[object, str]]()
        for event in sorted(self._events, key=lambda it: it.at):
            at = event.at.replace(microsecond=0)
            if (at, event.text) in seen:
                continue
            seen.add((at, event.text))
            if event.guess:
                self.guess(("timeline", len(timeline)), event.guess)
            fields: dict[str, object] = {"at": at, "kind": str(event.kind), "text": event.text}
            if event.key:
                fields["key"] = True
            if event.source:
                fields["source"] = event.source
            timeline.append(fields)
        self.put(("timeline",), timeline or None)

    def _settle_start(self) -> None:
        """Where no start is stated take the first that may be one, or what came still earlier."""
        if "started_at" in self.data:
            return
        reached = [
            (at, field)
            for field in ("detected_at", "acknowledged_at", "mitigated_at", "resolved_at")
            if isinstance(at := self.data.get(field), datetime)
        ]
        if not self._starts and self._events:
            first = min(event.at for event in self._events)
            self._starts.append((first, "the first event; the export does not say when it began"))
        candidates = [*self._starts[:1], *reached]
        if candidates:
            at, reason = min(candidates, key=lambda it: it[0])
            if (at, reason) not in self._starts:
                reason = f"{reason}, the earliest time; the export does not say when it began"
            self.reach("started_at", at, reason)

    def _known(
        self, meaning: Callable[[str], object | None], word: str | None, loc: Loc
    ) -> str | None:
        if not word:
            return None
        found = meaning(word)
        if found is None:
            self.leave(loc, f"{loc[-1]}: {word}")
        return None if found is None else str(found)


def _to_the_second(value: object) -> object:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value
