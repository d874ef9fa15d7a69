"""What every vendor's module begins and ends with: an incident and its draft."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from deckgen.importing.draft import Draft
from deckgen.importing.exports.building import DraftBuilder
from deckgen.importing.exports.bundles import Bundle, IsIncident, bundles, named_object
from deckgen.importing.exports.json_text import Json
from deckgen.importing.exports.parts import Part


@dataclass(frozen=True)
class Reading:
    """An incident that is being read, what was saved beside it, and the draft that it becomes."""

    incident: Part
    beside: Part
    draft: DraftBuilder

    def done(self, name: str, passed_over: Collection[str]) -> Draft:
        """Return the draft; whatever was not read, and not `passed_over`, is left in it."""
        self.incident.leave_rest(passed_over)
        self.beside.leave_rest(passed_over)
        return self.draft.draft(name)


def readings(data: Json, is_incident: IsIncident, zone: tzinfo) -> Iterator[Reading]:
    """Yield the incidents in `data`; where none looks like one, the objects that must be them."""
    for bundle in bundles(data, is_incident) or named_object(data):
        yield _reading(bundle, zone)


def _reading(bundle: Bundle, zone: tzinfo) -> Reading:
    draft = DraftBuilder(zone)
    return Reading(Part(bundle.incident, "", draft), Part(bundle.beside, "", draft), draft)


def file_name(text: str | None) -> str:
    """Return a name for a file that says `text`, empty where there is nothing to say."""
    words = re.sub(r"[^\w.-]+", "-", text or "").strip("-._")
    return words[:60].rstrip("-._")
