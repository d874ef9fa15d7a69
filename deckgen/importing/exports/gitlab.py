"""GitLab: an incident issue of the REST API, whose description is a document in Markdown.

Field names: the answer of GET /projects/:id/issues/:iid of GitLab's REST API v4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo

from deckgen.diagnostics import InputError
from deckgen.importing.consistency import consistent
from deckgen.importing.draft import Draft, Guess, Left
from deckgen.importing.exports.building import DraftBuilder
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.measures import MILESTONE_EVENTS
from deckgen.postmortem.vocabulary import Status

_STATUS: Mapping[str, Status] = {
    "active": Status.OPEN,
    "mitigated": Status.MITIGATED,
    "resolved": Status.RESOLVED,
}
_LISTS = {"services", "tags", "sources", "people", "timeline"}
"""What is gathered from the description and from the fields."""

_TITLE_LINES = 2
"""How many lines the title takes that is put in front of the description."""

_PASSED_OVER = keys(
    """
    author milestone username references time_stats task_completion_status _links epic state
    merge_requests_count confidential discussion_locked issue_type upvotes closed_by project
    iteration health_status system noteable_type notes import_source imported_from moved_to_id
    service_desk_reply_to due_date epic_iid blocking_issues_count created_at updated_at
    closed_at severity assignee
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an issue of GitLab."""
    return {"iid", "title"} <= value.keys() and bool({"description", "labels"} & value.keys())


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each issue in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        number = reading.incident.text("iid")
        title, text = reading.incident.text("title"), reading.incident.text("description")
        called = file_name(number) or name
        told = _told(title, text, called, zone) if text else None
        if text and told is None:
            reading.draft.leave((), f"description: {text}")
        _issue(reading, number, title)
        for holder in (reading.incident, reading.beside):
            for key in ("notes", "timeline_events", "timelineEvents"):
                for note in oldest_first(holder.parts(key, loc=("timeline",)), "created_at"):
                    _note(reading.draft, note)
        written = reading.done(called, _PASSED_OVER)
        yield _joined(told, written) if told else written


def _told(title: str | None, text: str, name: str, zone: tzinfo) -> Draft | None:
    """Return what the description tells, if it can be read; the title may name the day."""
    from deckgen.importing.markdown import read_markdown

    document = f"# {title or name}\n\n{text}".encode("utf-8", "replace")
    try:
        drafts = read_markdown(document, f"{name}.md", None if zone is UTC else zone)
    except InputError:
        return None
    return _with_lines_of_description(drafts[0]) if drafts else None


def _with_lines_of_description(draft: Draft) -> Draft:
    """Return `draft` without lines, which would count in the file; they are said in words."""
    guesses = tuple(Guess(it.loc, 0, f"{_line(it.line)}{it.reason}") for it in draft.guesses)
    left = tuple(Left(it.loc, 0, f"{_line(it.line)}{it.text}") for it in draft.left)
    return Draft(draft.name, draft.data, guesses, left)


def _line(number: int) -> str:
    line = number - _TITLE_LINES
    return f"line {line} of the description: " if line > 0 else ""


def _issue(reading: Reading, number: str | None, title: str | None) -> None:
    issue, draft = reading.incident, reading.draft
    draft.put_text(("id",), number)
    draft.put_text(("title",), title)
    draft.add_source(issue.text("web_url"))
    draft.rate(issue.text("severity"), "the severity")
    for label in issue.names("labels"):
        scope, _, value = label.partition("::")
        if scope.casefold() == "severity" and value:
            draft.rate(value if value[:1].isalpha() else label, "the label")
        elif scope.casefold() == "incident":
            draft.set_status(value, _STATUS)
        elif scope.casefold() == "service":
            draft.add_text(("services",), value)
        else:
            draft.add_text(("tags",), label)
    draft.start_guessed(
        issue.instant("created_at"),
        "created_at, when the issue was opened; the issue does not say when it began",
    )
    for person in issue.names("assignees"):
        draft.add_person(person, "Assignee")


def _note(draft: DraftBuilder, note: Part) -> None:
    """Take over an event of the timeline tab; a comment is left."""
    text = note.text("note") or note.text("body")
    if note.has("occurred_at") or note.has("occurredAt"):
        draft.add_event(note.instant("occurred_at", "occurredAt"), text)
    elif text and not note.flag("system"):
        draft.leave((), f"comment: {text}")


def _joined(told: Draft, written: Draft) -> Draft:
    """Return what the description tells, with what only the issue's fields say."""
    data = {**written.data, **told.data}
    for key in _LISTS & written.data.keys():
        data[key] = _both(told.data, written.data, key)
    data["id"] = written.data.get("id", written.name)
    guesses = [*told.guesses]
    guesses += [it for it in written.guesses if it.loc[:1] and it.loc[0] not in told.data]
    begun = _earliest(told.data)
    if begun and "started_at" not in told.data and begun < _at(written.data, "started_at", begun):
        data["started_at"] = begun
        guesses.append(Guess(("started_at",), 0, "the earliest time that the description names"))
    whole = consistent(data)
    other = tuple(_other(told.data, written.data))
    return Draft(
        written.name, whole.data, tuple(guesses), (*told.left, *written.left, *other, *whole.left)
    )


def _other(told: Mapping[str, object], written: Mapping[str, object]) -> Iterator[Left]:
    """Yield what the issue's fields say otherwise than its description."""
    for key in (written.keys() & told.keys()) - _LISTS - {"id", "title", "started_at"}:
        if told[key] != written[key]:
            yield Left((key,), 0, f"{key}: {written[key]}, as the issue's fields say")


def _earliest(data: Mapping[str, object]) -> datetime | None:
    timeline = data.get("timeline")
    events = timeline if isinstance(timeline, list | tuple) else ()
    named = [data.get(f"{name}_at") for name in MILESTONE_EVENTS]
    found = [at for at in (*named, *(it["at"] for it in events)) if isinstance(at, datetime)]
    return min(found, default=None)


def _at(data: Mapping[str, object], key: str, default: datetime) -> datetime:
    at = data.get(key)
    return at if isinstance(at, datetime) else default


def _both(first: Mapping[str, object], second: Mapping[str, object], key: str) -> list[object]:
    items: list[object] = []
    for source in (first, second):
        found = source.get(key)
        for item in found if isinstance(found, list | tuple) else ():
            if item not in items:
                items.append(item)
    return items
