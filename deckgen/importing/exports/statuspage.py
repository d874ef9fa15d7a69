"""Statuspage: the incidents of a page, as /api/v2/incidents.json and the manage API give them.

Field names: `Incident` and `IncidentUpdate` of Atlassian's Statuspage API. What stands there is
what the public was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from html.parser import HTMLParser

from deckgen.importing.draft import Draft
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from deckgen.importing.exports.reading import Reading, file_name, readings
from deckgen.importing.exports.vocabulary import is_zone
from deckgen.postmortem.vocabulary import EventKind, Status

_STATUS: Mapping[str, Status] = {
    "investigating": Status.OPEN,
    "identified": Status.OPEN,
    "monitoring": Status.MITIGATED,
    "resolved": Status.RESOLVED,
    "postmortem": Status.RESOLVED,
}
_MAINTENANCE = {"scheduled", "in_progress", "verifying", "completed"}
_PASSED_OVER = keys(
    """
    page impact_override custom_tweet affected_components scheduled_reminded_at old_status
    new_status code metadata postmortem_body_last_updated_at reminder_intervals showcase
    start_date status tweet_id description group only_show_if_degraded updated_at
    auto_transition twitter_updated_at
    """
)


def is_incident(value: JsonObject) -> bool:
    """Return whether `value` is an incident of Statuspage."""
    return "incident_updates" in value and "name" in value


def read(data: Json, name: str, zone: tzinfo) -> Iterator[Draft]:
    """Yield a draft for each incident in `data`; a time without an offset is in `zone`.

    A scheduled maintenance is no incident: its draft says so, and holds what is known of it.
    """
    for reading in readings(data, is_incident, zone):
        _incident(reading)
        number = reading.incident.text("id")
        reading.draft.put_text(("id",), number)
        updates = reading.incident.parts("incident_updates", loc=("timeline",))
        for update in oldest_first(updates, "display_at", "created_at"):
            _update(reading, update)
        _postmortem(reading)
        page = reading.beside.part("page")
        page.pass_over("name", "url")
        if (page_zone := page.text("time_zone")) and is_zone(page_zone):
            reading.draft.put(("timezone",), page_zone)
        yield reading.done(file_name(number) or name, _PASSED_OVER)


def _incident(reading: Reading) -> None:
    incident, draft = reading.incident, reading.draft
    draft.put_text(("title",), incident.text("name"))
    impact, status = incident.text("impact"), incident.text("status")
    if impact == "maintenance" or incident.has("scheduled_for") or status in _MAINTENANCE:
        draft.leave((), "a scheduled maintenance, not an incident")
    else:
        draft.rate(impact, "the impact")
        draft.set_status(status, _STATUS)
    for component in incident.names("components"):
        draft.add_text(("services",), component)
    draft.add_source(incident.text("shortlink"))
    draft.reach("started_at", incident.instant("started_at"))
    draft.start_guessed(
        incident.instant("created_at"),
        "created_at, when the first update was published; the export does not say when it began",
    )
    monitoring = "monitoring_at: from then on a fix was being watched"
    draft.reach("mitigated_at", incident.instant("monitoring_at"), monitoring)
    draft.reach("resolved_at", incident.instant("resolved_at"))


def _update(reading: Reading, update: Part) -> None:
    status, body = update.text("status"), update.text("body")
    at = update.instant("display_at", "created_at")
    text = plain(body) if body else None
    if status == "postmortem":
        if text:
            reading.draft.leave((), f"postmortem, as published: {text}")
        return
    said = f"{status.replace('_', ' ').capitalize()}: {text}" if status and text else text or status
    reading.draft.add_event(at, said, EventKind.COMMUNICATION)
    if status == "resolved" and not reading.incident.has("resolved_at"):
        reading.draft.reach("resolved_at", at, "the update 'resolved'")


def _postmortem(reading: Reading) -> None:
    incident = reading.incident
    published = incident.instant("postmortem_published_at")
    reading.draft.put(("published_at",), published)
    if body := incident.text("postmortem_body"):
        reading.draft.leave((), f"postmortem, as published: {plain(body)}")


def plain(text: str) -> str:
    """Return the text of HTML, links behind their words; what is no HTML stays as it is."""
    if "<" not in text and "&" not in text:
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Gathers the text of HTML, with a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins; remember where a link leads."""
        if tag in {"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "tr"}:
            self.pieces.append("\n")
        if tag == "a":
            self._link = dict(attrs).get("href")

    def handle_endtag(self, tag: str) -> None:
        """Put where a link leads behind its words."""
        if tag == "a" and self._link:
            self.pieces.append(f" ({self._link})")
            self._link = None

    def handle_data(self, data: str) -> None:
        """Take over what is not markup."""
        self.pieces.append(data)
