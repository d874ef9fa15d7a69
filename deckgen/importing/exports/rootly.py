"""Rootly: an incident as JSON:API, with its events, action items, causes and retrospective.

Field names: `incident`, `incident_event`, `incident_action_item`, `incident_post_mortem` and
`cause` in swagger.json of rootlyhq/rootly-go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.bundles import is_json_api_incident
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {
    **dict.fromkeys(("in_triage", "started", "detected", "acknowledged"), Status.OPEN),
    "mitigated": Status.MITIGATED,
    "resolved": Status.RESOLVED,
    "closed": Status.RESOLVED,
}
_EVENTS = ("events", "incident_events")
_ACTIONS = ("action_items", "incident_action_items")
_PASSED_OVER = keys(
    """
    slack_channel_name slack_channel_url slack_channel_archived retrospective_progress_status
    user created_by started_by mitigated_by resolved_by cancelled_by relationships included
    visibility source kind meta links short_url show_timeline_order in_triage_at notify_emails
    slack_channels slack_aliases sequential_id
    """
)
_ENTERED = "Rootly sets it when the incident is declared, unless somebody corrects it"


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of Rootly."""
    own = {"mitigated_at", "in_triage_at", "retrospective_progress_status", "mitigation_message"}
    return is_json_api_incident(value, own)


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        incident = reading.incident.part("attributes")
        _incident(reading, incident)
        number = incident.text("sequential_id") or incident.text("slug")
        reading.draft.put_text(("id",), number or reading.incident.text("id"))
        for holder in (incident, reading.beside):
            events = [it.part("attributes") for it in holder.parts(*_EVENTS, loc=("timeline",))]
            for event in oldest_first(events, "occurred_at"):
                _event(reading, event)
            for item in holder.parts(*_ACTIONS, loc=("actions",)):
                _action(reading, item.part("attributes"))
        _included(reading)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading, incident: Part) -> None:
    draft = reading.draft
    draft.put_text(("title",), incident.text("title"))
    draft.put_text(("summary",), incident.text("summary"), 1_000)
    level = incident.part("severity", ("severity",))
    level = level.part("data").part("attributes") if level.has("data") else level
    level.pass_over("description", "severity")
    named = level.text("name") or level.text("slug") or incident.text("severity")
    draft.rate(named, "the severity")
    draft.set_status(incident.text("status"), _STATUS)
    kind = incident.text("kind") or ""
    if kind.startswith(("test", "example")):
        draft.put(("drill",), True)
        draft.guess(("drill",), f"the kind is '{kind}'")
    elif kind.startswith("scheduled"):
        draft.leave((), "a scheduled maintenance, not an incident")
    for service in incident.names("services"):
        draft.add_text(("services",), service)
    for key in ("environments", "incident_types", "functionalities", "groups", "causes"):
        for word in incident.names(key):
            if key == "causes":
                draft.add_factor(word)
            else:
                draft.leave(("tags",), f"{key.replace('_', ' ')}: {word}")
    draft.add_source(incident.text("url"))
    _times(reading, incident)


def _times(reading: Reading, incident: Part) -> None:
    draft = reading.draft
    draft.reach("started_at", incident.instant("started_at"), f"started_at: {_ENTERED}")
    for field in ("detected_at", "acknowledged_at", "mitigated_at", "resolved_at"):
        draft.reach(field, incident.instant(field))
    draft.start_guessed(
        incident.instant("created_at"),
        "created_at, when the incident was declared; the export does not say when it began",
    )
    for key, kind in (("mitigation", EventKind.MITIGATION), ("resolution", EventKind.RESOLUTION)):
        at = incident.instant("mitigated_at" if key == "mitigation" else "resolved_at")
        draft.add_event(at, incident.text(f"{key}_message"), kind)


def _included(reading: Reading) -> None:
    """Take over the objects that the answer includes, each by its type."""
    for key in ("included", "data", ""):
        for one in reading.beside.parts(key):
            kind, attributes = one.text("type") or "", one.part("attributes")
            if kind in _EVENTS:
                _event(reading, attributes)
            elif kind in _ACTIONS:
                _action(reading, attributes)
            elif kind in {"incident_post_mortems", "incident_post_mortem"}:
                _retrospective(reading, attributes)
            elif kind in {"causes", "cause"}:
                _cause(reading, attributes)
    for key in ("post_mortem", "incident_post_mortem", "retrospective"):
        holder = reading.beside.part(key)
        holder = holder.part("data") if holder.has("data") else holder
        _retrospective(reading, holder.part("attributes"))
    for cause in reading.beside.parts("causes"):
        _cause(reading, cause.part("attributes"))


def _event(reading: Reading, event: Part) -> None:
    is_external = event.text("visibility") == "external"
    kind = EventKind.COMMUNICATION if is_external else EventKind.NOTE
    reading.draft.add_event(event.instant("occurred_at", "created_at"), event.text("event"), kind)


def _action(reading: Reading, item: Part) -> None:
    text, description = item.text("summary"), item.text("description")
    owner = _owner(item)
    user = item.text("assigned_to_user_id")
    notes = [f"description: {description}"] if description and description != text else []
    notes += [f"assigned to the user with id {user}"] if user and not owner else []
    notes += [f"assigned to the group {group}" for group in item.names("assigned_to_group_ids")]
    reading.draft.add_action(
        text or description,
        owner=owner,
        due=item.day("due_date"),
        status=item.text("status"),
        priority=item.text("priority"),
        link=item.text("jira_issue_url") or item.text("url"),
        notes=tuple(notes),
    )


def _owner(item: Part) -> str | None:
    for key in ("assigned_to_user", "assigned_to"):
        user = item.part(key, ("actions",))
        user = user.part("data") if user.has("data") else user
        user = user.part("attributes") if user.has("attributes") else user
        name = user.text("full_name") or user.text("name") or user.text("email")
        if name:
            user.pass_over("email", "name", "first_name", "last_name")
            return name
    return None


def _cause(reading: Reading, cause: Part) -> None:
    reading.draft.add_factor(cause.text("name"))
    if description := cause.text("description"):
        reading.draft.leave(("root_cause",), f"cause: {description}")


def _retrospective(reading: Reading, report: Part) -> None:
    """Leave the text of the retrospective, which is a document of its own."""
    report.pass_over("title", "started_at", "mitigated_at", "resolved_at", "status")
    if content := report.text("content"):
        reading.draft.leave((), f"retrospective: {content}")
    reading.draft.add_source(report.text("url"))
