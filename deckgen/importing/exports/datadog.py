"""Datadog: an incident of the API v2, with its impacts, timeline cells and todos where saved.

Field names: `IncidentResponseAttributes`, `IncidentTodoAttributes` and their neighbours in
DataDog/datadog-api-client-python, v2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.bundles import is_json_api_incident
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {
    "active": Status.OPEN,
    "stable": Status.MITIGATED,
    "resolved": Status.RESOLVED,
    "completed": Status.RESOLVED,
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "root_cause": ("root_cause", "primary_cause"),
}
_FIGURES = (
    *("time_to_detect", "time_to_internal_response", "time_to_repair", "time_to_resolve"),
    "customer_impact_duration",
)
_PASSED_OVER = keys(
    """
    relationships included visibility case_id created modified archived notification_handles
    non_datadog_creator field_analytics meta handle state creation_idempotency_key
    commander_user created_by_user severity customer_impacted
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of Datadog."""
    own = {"customer_impact_scope", "customer_impacted", "time_to_detect", "public_id"}
    return is_json_api_incident(value, own)


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        incident = reading.incident.part("attributes")
        _incident(reading, incident)
        number = incident.text("public_id")
        reading.draft.put_text(("id",), number or reading.incident.text("id"))
        for key in ("included", "data", "todos", "timeline", "cells", "impacts", ""):
            for one in reading.beside.parts(key):
                _beside(reading, one.text("type") or "", one.part("attributes"))
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading, incident: Part) -> None:
    draft = reading.draft
    draft.put_text(("title",), incident.text("title"))
    draft.put_text(("impact", "statement"), incident.text("customer_impact_scope"))
    fields = incident.part("fields")
    draft.rate(incident.text("severity") or _field(fields, "severity"), "the severity")
    draft.set_status(incident.text("state") or _field(fields, "state"), _STATUS)
    for key, loc in _FIELDS.items():
        draft.put_text(loc, _field(fields, key), 1_000)
    for service in fields.part("services").names("value"):
        draft.add_text(("services",), service)
    if incident.flag("is_test"):
        draft.put(("drill",), True)
        draft.guess(("drill",), "is_test is true")
    for figure in _FIGURES:
        if seconds := incident.number(figure):
            draft.leave(("reported",), f"{figure}: {seconds} s, as Datadog counts it")
    draft.reach("started_at", incident.instant("customer_impact_start"))
    draft.start_guessed(
        incident.instant("detected") or incident.instant("declared") or incident.instant("created"),
        "the first time that is given; the export does not say when the impact began",
    )
    draft.reach("detected_at", incident.instant("detected"))
    draft.reach("mitigated_at", incident.instant("customer_impact_end"))
    draft.reach("resolved_at", incident.instant("resolved"))
    draft.add_event(incident.instant("declared"), "Incident declared")


def _field(fields: Part, key: str) -> str | None:
    return fields.part(key).text("value")


def _beside(reading: Reading, kind: str, one: Part) -> None:
    """Take over an object beside the incident, by what it is."""
    if "todo" in kind or one.has("assignees"):
        owners = one.names("assignees")
        reading.draft.add_action(
            one.text("content"),
            owner=owners[0] if owners else None,
            due=one.day("due_date"),
            status="done" if one.has("completed") else "open",
            completed=one.day("completed"),
            notes=tuple(f"also assigned: {name}" for name in owners[1:]),
        )
        one.pass_over("completed")
    elif one.has("cell_type") or one.has("content"):
        content = one.part("content")
        text = content.text("content") or one.text("content")
        at = one.instant("display_time", "created")
        reading.draft.add_event(at, text, EventKind.NOTE, key=one.flag("important"))
        one.pass_over("cell_type")
    elif one.has("start_at") or one.has("impact_type"):
        for key, word in (("start_at", "began"), ("end_at", "ended")):
            at, text = one.instant(key), one.text("description")
            if at and text:
                reading.draft.add_event(at, f"Impact {word}: {text}")
