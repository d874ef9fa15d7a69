"""FireHydrant: an incident with its milestones, events, tasks, tickets and retrospective.

Field names: `IncidentEntity`, `IncidentEventEntity`, `TaskEntity`, `Ticketing_TicketEntity` and
`PostMortems_PostMortemReportEntity` in openapi.yaml of firehydrant/firehydrant-go-sdk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports import vocabulary
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {
    **dict.fromkeys(
        ("started", "detected", "acknowledged", "investigating", "identified"), Status.OPEN
    ),
    "mitigated": Status.MITIGATED,
    **dict.fromkeys(
        ("resolved", "closed", "postmortem_started", "postmortem_completed",
         "retrospective_started", "retrospective_completed"),
        Status.RESOLVED,
    ),
}  # fmt: skip
_TEXTS = ("body", "message", "text", "summary", "note", "content", "description", "name", "title")
_QUESTIONS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("go well", "went well"), ("lessons", "went_well")),
    (("go wrong", "went wrong", "go poorly", "went poorly", "not go"), ("lessons", "went_wrong")),
    (("lucky",), ("lessons", "got_lucky")),
)
_PASSED_OVER = keys(
    """
    author created_by updated_by organization severity_color organization_id severity_impact
    severity_condition severity_impact_object duration current_milestone
    severity_condition_object status_pages channel_name channel_reference channel_status
    incident_channels conference_bridges conversations votes private_status_page_url
    retro_exports context_object field_requirements source incident_name
    incident_current_milestone milestones lifecycle_measurements report_id visibility
    monetary_impact_cents pagination question_type_id discarded_at phases tooltip kind
    available_options email context
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of FireHydrant."""
    own = {"current_milestone", "lifecycle_phases", "customer_impact_summary", "severity_condition"}
    return bool(own & value.keys()) and "name" in value


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`."""
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        number = reading.incident.text("number")
        reading.draft.put_text(("id",), number or reading.incident.text("id"))
        _milestones(reading)
        for holder in (reading.incident, reading.beside):
            events = holder.parts("events", "incident_events", "data", loc=("timeline",))
            for event in oldest_first(events, "occurred_at"):
                _event(reading, event)
            keys = ("tasks", "tickets", "incident_tickets", "follow_ups")
            for item in holder.parts(*keys, loc=("actions",)):
                _action(reading, item)
        _retrospective(reading)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("name"))
    for key in ("summary", "description"):
        draft.put_text(("summary",), incident.text(key), 1_000)
    draft.put_text(("impact", "statement"), incident.text("customer_impact_summary"))
    draft.add_metric("Customers affected", incident.number("customers_impacted"))
    draft.add_metric("Monetary impact", incident.number("monetary_impact"))
    draft.rate(incident.name("severity"), "the severity")
    draft.rate(incident.name("priority"), "the priority")
    draft.set_status(incident.text("current_milestone"), _STATUS)
    for service in incident.names("services"):
        draft.add_text(("services",), service)
    for tag in incident.names("tag_list"):
        draft.add_text(("tags",), tag)
    draft.add_source(incident.text("incident_url"))
    for one in incident.parts("role_assignments", loc=("people",)):
        role = one.part("incident_role")
        draft.add_person(one.name("user"), role.text("name") or one.name("role"))
        role.pass_over("summary", "description")
        one.pass_over("status")
    draft.reach("started_at", incident.instant("started_at"))
    draft.start_guessed(
        incident.instant("created_at"),
        "created_at, when the incident was opened; the export does not say when it began",
    )


def _milestones(reading: Reading) -> None:
    """Take over the milestones: those of the phases, or the older list where there are none."""
    phases = reading.incident.parts("lifecycle_phases")
    found = [milestone for phase in phases for milestone in phase.parts("milestones")]
    for phase in phases:
        phase.pass_over("name", "description")
    for milestone in found or reading.incident.parts("milestones"):
        called = milestone.text("slug") or milestone.text("type") or milestone.text("name")
        milestone.pass_over("name", "description")
        at = milestone.instant("occurred_at")
        if not called or at is None:
            continue
        field = vocabulary.milestone(called)
        if field is None:
            text = called.replace("_", " ").capitalize()
            reading.draft.add_event(at, text, vocabulary.milestone_kind(called))
        else:
            reading.draft.reach(field[0], at, "" if field[1] else f"the milestone '{called}'")


def _event(reading: Reading, event: Part) -> None:
    """Take over an event; of which kind of data it has, the first text tells what happened."""
    data = event.part("data", ("timeline",))
    text = next((found for key in _TEXTS if (found := data.text(key))), None)
    at, kind = event.instant("occurred_at"), event.text("type") or "event"
    if text is None:
        if at is not None:
            reading.draft.leave(("timeline",), f"{at:%Y-%m-%d %H:%M:%S}Z {kind}")
        return
    is_public = event.text("visibility") == "open_to_public"
    of_kind = EventKind.COMMUNICATION if is_public else EventKind.NOTE
    key = any(event.flag(name) or data.flag(name) for name in ("starred", "is_starred"))
    reading.draft.add_event(at, text, of_kind, key=key)


def _action(reading: Reading, item: Part) -> None:
    if item.text("type") == "incident":  # the ticket of the incident itself
        reading.draft.add_source(_link(item))
        return
    text = item.text("title") or item.text("summary")
    description = item.text("description")
    owners = [name for name in [item.name("assignee"), *item.names("assignees")] if name]
    notes = [f"description: {description}"] if description and description != text else []
    notes += [f"also assigned: {name}" for name in owners[1:] if name != owners[0]]
    notes += [f"tag: {tag}" for tag in item.names("tag_list")]
    reading.draft.add_action(
        text or description,
        owner=owners[0] if owners else None,
        due=item.day("due_at"),
        status=item.text("state"),
        priority=item.name("priority"),
        link=_link(item),
        notes=tuple(notes),
    )


def _link(item: Part) -> str | None:
    link = item.part("link", ("actions",))
    link.pass_over("href_text", "display_text")
    return link.text("href_url") or link.text("url") or link.text("href")


def _retrospective(reading: Reading) -> None:
    """Take over the report: its summary, its questions by what they ask, contributing factors."""
    holders = [reading.beside]
    holders += [reading.beside.part(key) for key in ("report", "retrospective", "post_mortem")]
    holders += reading.beside.parts("reports", "retrospectives", "post_mortem_reports")
    for holder in holders:
        reading.draft.put_text(("summary",), holder.text("summary"), 1_000)
        holder.pass_over("name")
        for question in holder.parts("questions") or [holder.part("questions")]:
            _question(reading, question)
        for reason in holder.parts("reasons", "contributing_factors"):
            reading.draft.add_factor(reason.text("summary"))


def _question(reading: Reading, question: Part) -> None:
    title, body = question.text("title") or "question", question.text("body")
    if not body:
        return
    asked = title.casefold()
    loc = next((loc for words, loc in _QUESTIONS if any(word in asked for word in words)), None)
    if loc is None:
        reading.draft.leave(("lessons",), f"{title}\n{body}")
        return
    for line in body.splitlines():
        reading.draft.add_text(loc, line.strip().lstrip("-*•").strip())
