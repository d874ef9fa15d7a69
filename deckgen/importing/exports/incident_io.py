"""incident.io: an incident of the API v2 with its updates, follow-ups and actions.

Field names: `IncidentV2`, `IncidentUpdateV2`, `FollowUpV2`, `ActionV2` in the client of
incident-io/terraform-provider-incident. The names of its timestamps are the company's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports import vocabulary
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import ActionStatus, EventKind, Status

_STATUS: Mapping[str, Status] = {
    "triage": Status.OPEN,
    "live": Status.OPEN,
    "paused": Status.OPEN,
    "learning": Status.RESOLVED,
    "closed": Status.RESOLVED,
}
_SERVICE_FIELDS = {"services", "service", "affected services", "impacted services"}
_PASSED_OVER = keys(
    """
    creator updater slack_channel_id slack_channel_name slack_team_id call_url incident_id
    merged_into_incident_id visibility mode role category completed_at has_debrief provider
    issue_name pagination_meta incident_type slack_user_id email conference_url
    """
)
_DECLARED = "created_at, when the incident was declared; the export does not say when it began"


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of incident.io."""
    own = {"incident_status", "incident_role_assignments", "incident_timestamp_values"}
    return bool(own & value.keys()) and "name" in value


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        reference = reading.incident.text("reference")
        reading.draft.put_text(("id",), reference)
        for value in reading.incident.parts("incident_timestamp_values"):
            _timestamp(reading, value)
        for holder in (reading.incident, reading.beside):
            updates = holder.parts("incident_updates", "updates", loc=("timeline",))
            for update in oldest_first(updates, "created_at"):
                _update(reading, update)
            for follow_up in holder.parts("follow_ups", loc=("actions",)):
                _follow_up(reading, follow_up)
            for action in holder.parts("actions", loc=("actions",)):
                _action(reading, action)
        yield reading.done(file_name(reference) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("name"))
    draft.put_text(("summary",), incident.text("summary"), 1_000)
    draft.rate(incident.name("severity"), "the severity")
    status = incident.part("incident_status", ("status",))
    for definition in (status, incident.part("severity"), incident.part("incident_type")):
        definition.pass_over("description")  # what the company means by it, not what happened
    draft.set_status(status.text("category"), _STATUS)
    if word := status.text("name"):
        draft.leave(("status",), f"status: {word}")
    if kind := incident.name("incident_type"):
        draft.leave(("tags",), f"incident type: {kind}")
    if (mode := incident.text("mode")) in {"test", "tutorial"}:
        draft.put(("drill",), True)
        draft.guess(("drill",), f"the mode is '{mode}'")
    for key in ("permalink", "postmortem_document_url"):
        draft.add_source(incident.text(key))
    issue = incident.part("external_issue_reference", ("sources",))
    draft.add_source(issue.text("issue_permalink"))
    for one in incident.parts("incident_role_assignments", loc=("people",)):
        draft.add_person(one.name("assignee"), one.part("role").text("name"))
    for entry in incident.parts("custom_field_entries"):
        _custom_field(reading, entry)
    for metric in incident.parts("duration_metrics", loc=("reported",)):
        seconds = metric.number("value_seconds")
        called = metric.name("duration_metric")
        if called and seconds is not None:
            draft.leave(("reported",), f"{called}: {seconds} s, as incident.io counts it")
        metric.pass_over("status")
    draft.start_guessed(incident.instant("created_at"), _DECLARED)


def _custom_field(reading: Reading, entry: Part) -> None:
    field = entry.part("custom_field").text("name") or "custom field"
    values = [text for value in entry.parts("values") if (text := _value(value))]
    entry.part("custom_field").pass_over("field_type", "options")
    if vocabulary.words(field) in _SERVICE_FIELDS:
        for value in values:
            reading.draft.add_text(("services",), value)
    elif values:
        reading.draft.leave((), f"{field}: {', '.join(values)}")


def _value(value: Part) -> str | None:
    option = value.name("value_option") or value.name("value_catalog_entry")
    keys = ("value_text", "value_link", "value_numeric", "value_timestamp")
    return option or value.text(*keys)


def _timestamp(reading: Reading, value: Part) -> None:
    """Take over a milestone by its name; one that is none of ours is an event."""
    called = value.part("incident_timestamp").text("name")
    at = value.part("value").instant("value") or value.instant("value")
    if not called or at is None:
        return
    found = vocabulary.milestone(called)
    if found is None:
        kind = vocabulary.milestone_kind(called)
        reading.draft.add_event(at, called.removesuffix(" at"), kind)
        return
    field, is_sure = found
    reading.draft.reach(field, at, "" if is_sure else f"the timestamp '{called}'")


def _update(reading: Reading, update: Part) -> None:
    message = update.text("message")
    status = update.part("new_incident_status").text("name")
    severity = update.part("new_severity").text("name")
    for key in ("new_incident_status", "new_severity"):
        update.part(key).pass_over("description")
    changes = [
        f"{what}: {word}" for what, word in (("Status", status), ("Severity", severity)) if word
    ]
    text = " · ".join([*([message] if message else []), *([] if message else changes)])
    if message and changes:
        reading.draft.leave(("timeline",), f"{', '.join(changes)} with: {message[:60]}")
    kind = EventKind.COMMUNICATION if message else EventKind.NOTE
    reading.draft.add_event(update.instant("created_at"), text, kind)


def _follow_up(reading: Reading, item: Part) -> None:
    title, description = item.text("title"), item.text("description")
    item.part("priority").pass_over("description")
    owner = item.name("assignee")
    team = item.name("assignee_team")
    notes = [f"description: {description}"] if description and description != title else []
    if owner and team:
        notes.append(f"team: {team}")
    notes += [f"label: {label}" for label in item.names("labels")]
    reading.draft.add_action(
        title or description,
        owner=owner or team,
        status=item.text("status"),
        completed=item.day("completed_at"),
        priority=item.name("priority"),
        link=item.part("external_issue_reference", ("actions",)).text("issue_permalink"),
        notes=tuple(notes),
    )


def _action(reading: Reading, item: Part) -> None:
    """Take over an action of the response that is still open; a done one is left."""
    text, status, owner = item.text("description"), item.text("status"), item.name("assignee")
    if vocabulary.action_status(status or "") is ActionStatus.OPEN:
        loc = reading.draft.add_action(text, owner=owner, status=status)
        reading.draft.guess(loc, "an action of the response that is still outstanding")
    elif text:
        said = ", ".join(filter(None, [status, owner]))
        reading.draft.leave(("actions",), f"action of the response ({said}): {text}")
