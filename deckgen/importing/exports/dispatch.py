"""Netflix Dispatch: an incident with its events, tasks and participants.

Field names: `IncidentRead`, `EventRead` and `TaskRead` in src/dispatch/*/models.py of
Netflix/dispatch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import Status

_STATUS: Mapping[str, Status] = {
    "active": Status.OPEN,
    "stable": Status.MITIGATED,
    "closed": Status.RESOLVED,
}
_BOOKKEEPING_EVENTS = {"Participant updated"}
_PASSED_OVER = keys(
    """
    project visibility documents storage conversation conference search_filters
    workflow_instances individual email participants_team participants_location source
    ended_at created_at resolved_at creator primary_team description primary_location
    incident_costs terms renounced_at assumed_at delay_executive
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of Dispatch."""
    own, times = {"incident_priority", "incident_severity"}, {"reported_at", "stable_at"}
    return "title" in value and (bool(own & value.keys()) or times <= value.keys())


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        called = reading.incident.text("name")
        reading.draft.put_text(("id",), called)
        for holder in (reading.incident, reading.beside):
            events = holder.parts("events", loc=("timeline",))
            for event in oldest_first(events, "started_at"):
                _event(reading, event)
            for task in holder.parts("tasks", loc=("actions",)):
                _task(reading, task)
        _people(reading)
        yield reading.done(file_name(called) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("title"))
    draft.put_text(("summary",), incident.text("description"), 1_000)
    if summary := incident.text("summary"):
        draft.put_text(("summary",), summary, 1_000)
    if resolution := incident.text("resolution"):
        draft.leave(("root_cause",), f"resolution: {resolution}")
    draft.rate(incident.name("incident_severity"), "the severity")
    draft.rate(incident.name("incident_priority"), "the priority")
    for key in ("incident_severity", "incident_priority", "incident_type"):
        incident.part(key).pass_over("description", "view_order")
    if kind := incident.name("incident_type"):
        draft.leave(("tags",), f"incident type: {kind}")
    for tag in incident.names("tags"):
        draft.add_text(("tags",), tag)
    if cost := incident.text("total_cost", "cost"):
        draft.leave(("impact",), f"cost of the response, as Dispatch counts it: {cost}")
    draft.set_status(incident.text("status"), _STATUS)
    draft.add_source(incident.part("ticket", ("sources",)).text("weblink"))
    draft.start_guessed(
        incident.instant("reported_at") or incident.instant("created_at"),
        "reported_at, when the incident was reported; the export does not say when it began",
    )
    draft.reach("mitigated_at", incident.instant("stable_at"), "stable_at, when it became stable")
    draft.reach("resolved_at", incident.instant("closed_at"), "closed_at, when it was closed")


def _event(reading: Reading, event: Part) -> None:
    at, text = event.instant("started_at"), event.text("description")
    if event.text("type") in _BOOKKEEPING_EVENTS and at and text:
        reading.draft.leave(("timeline",), f"{at:%Y-%m-%d %H:%M:%S}Z {text}")
    else:
        reading.draft.add_event(at, text, key=event.flag("pinned"))
    event.pass_over("owner", "details")


def _task(reading: Reading, task: Part) -> None:
    text = task.text("description") or task.text("name")
    assignees = [_person(one) for one in task.parts("assignees", loc=("actions",))]
    owners = list(dict.fromkeys(filter(None, [*assignees, _person(task.part("owner"))])))
    owner = owners[0] if owners else task.text("owner")
    task.pass_over("owner", "source")
    reading.draft.add_action(
        text,
        owner=owner,
        due=task.day("resolve_by"),
        status=task.text("status"),
        completed=task.day("resolved_at"),
        priority=task.name("priority"),
        link=task.text("weblink") or task.part("ticket", ("actions",)).text("weblink"),
        notes=tuple(f"also assigned: {name}" for name in owners[1:]),
    )


def _people(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.add_person(_person(incident.part("commander", ("people",))), "Incident commander")
    draft.add_person(_person(incident.part("reporter", ("people",))), "Reporter")
    for one in incident.parts("participants", loc=("people",)):
        name = _person(one)
        for role in one.names("participant_roles") or _roles(one):
            if name:
                draft.add_person(name, role)


def _roles(participant: Part) -> list[str]:
    return [role for one in participant.parts("participant_roles") if (role := one.text("role"))]


def _person(participant: Part) -> str | None:
    """Return the name of a participant, or else its address; no role goes without one."""
    individual = participant.part("individual")
    for part in (individual, participant):
        name = part.text("name") or part.text("email")
        if name:
            return name
    return None
