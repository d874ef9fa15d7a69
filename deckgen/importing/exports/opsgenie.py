"""Opsgenie: an incident with its timeline.

Field names: `Incident` in opsgenie/opsgenie-oas, and the answers of the Incident Timeline API.
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
    "open": Status.OPEN,
    "resolved": Status.RESOLVED,
    "closed": Status.RESOLVED,
}
_PASSED_OVER = keys(
    """
    actor owner isSeen source requestId took updatedAt createdAt group lastEdit hidden web api
    impactedServices
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident, and not an alert, of Opsgenie."""
    return {"tinyId", "message"} <= value.keys() and "alias" not in value


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        number = reading.incident.text("tinyId")
        reading.draft.put_text(("id",), number)
        for holder in (reading.incident, reading.beside, reading.beside.part("data")):
            entries = holder.parts("entries", "timeline", loc=("timeline",))
            for entry in oldest_first(entries, "eventTime", "time"):
                _entry(reading, entry)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("message"))
    draft.put_text(("summary",), incident.text("description"), 1_000)
    draft.rate(incident.text("priority"), "the priority")
    draft.set_status(incident.text("status"), _STATUS)
    for tag in incident.names("tags"):
        draft.add_text(("tags",), tag)
    services = incident.names("impactedServices")
    if services:
        draft.leave(("services",), f"ids of the impacted services: {', '.join(services)}")
    draft.add_source(incident.part("links", ("sources",)).text("web"))
    for responder in incident.parts("responders", loc=("people",)):
        if named := responder.text("name"):
            draft.add_person(named, "Responder")
    if team := incident.name("ownerTeam"):
        draft.leave(("people",), f"owner team: {team}")
    draft.reach("started_at", incident.instant("impactStartDate"))
    draft.start_guessed(
        incident.instant("createdAt"),
        "createdAt, when the incident was created; the export does not say when it began",
    )
    draft.reach("mitigated_at", incident.instant("impactEndDate"))


def _entry(reading: Reading, entry: Part) -> None:
    title = entry.part("title", ("timeline",)).text("content") or entry.text("title")
    described = entry.part("description", ("timeline",))
    text = described.text("content") or described.text("name") or entry.text("description")
    whole = ": ".join(filter(None, [title, text if text != title else None]))
    reading.draft.add_event(entry.instant("eventTime", "time", "createdAt"), whole)
