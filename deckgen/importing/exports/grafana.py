"""Grafana Incident (IRM): an incident with its tasks and activity.

Field names: `Incident`, `ActivityItem` and `Task` in client.gen.go of grafana/incident-go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {"active": Status.OPEN, "resolved": Status.RESOLVED}
_BOOKKEEPING = {
    *("incidentUpdated", "incidentDeleted", "incidentIsDrillChanged", "incidentTitleChanged"),
    *("roleAssigned", "roleUnassigned", "actionRun", "hookRunMetadata", "messageReaction"),
    *("taskAdded", "taskUpdated", "taskCompleted", "taskDeleted", "labelAdded", "labelRemoved"),
}
"""Kinds of activity that say how the tool was used; the tasks and roles stand elsewhere anyway."""

_PASSED_OVER = keys(
    """
    createdByUser authorUser key user subjectUser refs incidentChannels version immutable
    fieldValues attachments heroImagePath durationSeconds cursor relevance activityKind
    incidentType status photoURL colorHex description todoCount doneCount createdTime
    modifiedTime closedTime important query
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of Grafana."""
    own = {"isDrill", "incidentStart", "overviewURL", "incidentMembership", "taskList"}
    return "incidentID" in value and "activityItemID" not in value and bool(own & value.keys())


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        number = reading.incident.text("incidentID")
        reading.draft.put_text(("id",), number)
        for holder in (reading.incident, reading.beside):
            items = holder.parts("activityItems", "activity", "", loc=("timeline",))
            for item in oldest_first(items, "eventTime", "createdTime"):
                _activity(reading, item)
            for task in holder.part("taskList").parts("tasks", loc=("actions",)):
                _task(reading, task)
            for task in holder.parts("tasks", loc=("actions",)):
                _task(reading, task)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("title"))
    draft.put_text(("summary",), incident.text("summary"), 1_000)
    draft.rate(incident.name("severity") or incident.name("severityLabel"), "the severity")
    status = incident.text("status")
    draft.set_status(status, _STATUS)
    if incident.flag("isDrill"):
        draft.put(("drill",), True)
    for label in incident.names("labels"):
        draft.add_text(("tags",), label)
    draft.add_source(incident.text("overviewURL"))
    membership = incident.part("incidentMembership", ("people",))
    for one in membership.parts("assignments"):
        role = one.part("role").text("name")
        draft.add_person(one.name("user"), role or one.text("roleID", "role"))
    draft.reach("started_at", incident.instant("incidentStart"))
    draft.start_guessed(
        incident.instant("createdTime"),
        "createdTime, when the incident was declared; the export does not say when it began",
    )
    if status == "resolved":
        ended, closed = incident.instant("incidentEnd"), incident.instant("closedTime")
        draft.reach("resolved_at", ended, "incidentEnd, as the status is 'resolved'")
        if ended is None:
            draft.reach("resolved_at", closed, "closedTime, as the status is 'resolved'")


def _activity(reading: Reading, item: Part) -> None:
    kind, body = item.text("activityKind") or "", item.text("body")
    at = item.instant("eventTime", "createdTime")
    for tag in item.names("tags"):
        reading.draft.leave(("timeline",), f"tag: {tag}")
    is_archived = item.text("relevance") == "archive"
    if kind in _BOOKKEEPING or is_archived or body is None:
        if at is not None:
            reading.draft.leave(("timeline",), f"{at:%Y-%m-%d %H:%M:%S}Z {kind}: {body or ''}")
        item.pass_over("url")
        return
    of_kind = EventKind.RESOLUTION if kind == "incidentEnd" else EventKind.NOTE
    key = item.text("relevance") == "high"
    reading.draft.add_event(at, body, of_kind, source=item.text("url"), key=key)


def _task(reading: Reading, task: Part) -> None:
    reading.draft.add_action(
        task.text("text"), owner=task.name("assignedUser"), status=task.text("status")
    )
