"""PagerDuty: an incident of the REST API v2 with its log entries, notes and status updates.

Field names: `Incident`, `LogEntry`, `IncidentNote` and `StatusUpdate` of PagerDuty/api-schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {
    "triggered": Status.OPEN,
    "acknowledged": Status.OPEN,
    "resolved": Status.RESOLVED,
}
_KINDS: Mapping[str, EventKind] = {
    "trigger_log_entry": EventKind.DETECTION,
    "acknowledge_log_entry": EventKind.ACKNOWLEDGEMENT,
    "escalate_log_entry": EventKind.ESCALATION,
    "delegate_log_entry": EventKind.ESCALATION,
    "resolve_log_entry": EventKind.RESOLUTION,
}
_MACHINERY = {
    "notify_log_entry",
    "reach_ack_limit_log_entry",
    "reach_trigger_limit_log_entry",
    "repeat_escalation_path_log_entry",
}
_ALERTED = "the log entry 'trigger' is the alert, by which the incident was noticed"
_PASSED_OVER = keys(
    """
    agent user sender last_status_change_by acknowledgements pending_actions incident_key
    assigned_via contexts log_entries_url first_trigger_log_entry html_url escalation_policy
    incident alert_counts self status channel_type last_status_change_at basic_alert_grouping
    alert_grouping event_type incident_type since until occurred_at resource_type
    """
)
"""Who wrote an entry, and how the tool keeps things: neither belongs into a postmortem."""


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of PagerDuty."""
    own = {"urgency", "incident_key", "escalation_policy", "assigned_via", "alert_counts"}
    named = "incident_number" in value or value.get("type") == "incident"
    return named and bool(own & value.keys())


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        number = reading.incident.text("incident_number", "number")
        reading.draft.put_text(("id",), number or reading.incident.text("id"))
        entries = reading.incident.parts("log_entries") + reading.beside.parts("log_entries")
        for entry in oldest_first(entries, "created_at"):
            _log_entry(reading, entry)
        _written(reading)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("title") or incident.text("summary"))
    incident.pass_over("summary")  # the number and the title
    draft.put_text(("summary",), incident.text("description"), 1_000)
    draft.put_text(("summary",), incident.part("body", ("summary",)).text("details"), 1_000)
    draft.rate(incident.name("priority"), "the priority")
    if urgency := incident.text("urgency"):
        draft.leave(("severity",), f"urgency: {urgency}")
    status = incident.text("status")
    draft.set_status(status, _STATUS)
    for service in [incident.name("service"), *incident.names("impacted_services")]:
        draft.add_text(("services",), service)
    draft.add_source(incident.text("html_url"))
    _responders(reading)
    draft.start_guessed(
        incident.instant("created_at"),
        "created_at, when the incident was triggered; the export does not say when it began",
    )
    changed = incident.instant("last_status_change_at")
    if not draft.reach("resolved_at", incident.instant("resolved_at")) and status == "resolved":
        draft.reach("resolved_at", changed, "the last change of the status, which is 'resolved'")


def _responders(reading: Reading) -> None:
    for assignment in reading.incident.parts("assignments", loc=("people",)):
        reading.draft.add_person(assignment.name("assignee"), "Assignee")
        assignment.pass_over("at")
    for responder in reading.incident.parts("incidents_responders", loc=("people",)):
        reading.draft.add_person(responder.name("user"), "Responder")


def _log_entry(reading: Reading, entry: Part) -> None:
    kind = entry.text("type") or ""
    at = entry.instant("created_at")
    channel = entry.part("channel", ("timeline",))
    text = entry.text("summary")
    note = entry.text("note")
    if kind == "annotate_log_entry":
        text = channel.text("summary", "content") or note or text
    elif note and text and note not in text:
        text = f"{text}: {note}"
    if kind in _MACHINERY:
        when = f"{at:%Y-%m-%d %H:%M:%S}Z " if at else ""
        reading.draft.leave(("timeline",), f"{when}{text or kind}")
        return
    guess = _ALERTED if kind == "trigger_log_entry" else ""
    of_kind = _KINDS.get(kind, EventKind.NOTE)
    reading.draft.add_event(at, text, of_kind, source=entry.text("html_url"), guess=guess)


def _written(reading: Reading) -> None:
    """Take over what people wrote: notes, and updates to stakeholders."""
    for holder in (reading.incident, reading.beside):
        for note in holder.parts("notes", loc=("timeline",)):
            reading.draft.add_event(note.instant("created_at"), note.text("content"))
        for update in holder.parts("status_updates", loc=("timeline",)):
            at, text = update.instant("created_at"), update.text("message")
            reading.draft.add_event(at, text, EventKind.COMMUNICATION)
