"""The people that a document names, with the role that the heading or their line gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from deckgen.importing.markdown.blocks import Line
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.found import Found, left_over
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.section_text import lines_of, says_nothing
from deckgen.importing.markdown.sections import Section

ROLES_OF_PEOPLE: Mapping[Role, str] = MappingProxyType(
    {
        Role.AUTHORS: "Author",
        Role.OWNER: "Postmortem owner",
        Role.COMMANDER: "Incident commander",
        Role.PEOPLE: "Participant",
    }
)
_SPLIT = re.compile(r"\s*[,;]\s*|\s+&\s+|\s+and\s+|\s*/\s*")
_MAIL = re.compile(r"\s*[<(]?[\w.+-]+@[\w.-]+\.\w+[>)]?")
_PERSON = re.compile(r"^@?[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}$")
_WITH_ROLE = re.compile(r"^(?P<one>[^():–—]+?)\s*(?:[(:–—]|\s-\s)\s*(?P<other>[^()]+?)\)?$")


def people(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield the people who are named, with the role that the heading or their line gives them."""
    role = ROLES_OF_PEOPLE.get(section.role or Role.PEOPLE, "Participant")
    if section.role is Role.PEOPLE and section.title.text:
        heading = section.title.text.strip(" :").casefold()
        role = {"attendees": "Attendee", "atendees": "Attendee", "responders": "Responder"}.get(
            heading, role
        )
    for line in lines_of(section):
        found = list(_people(line, role))
        yield from found
        if not any(one.value for one in found) and line.text:
            yield left_over(("people",), line.number, line.text)


def _people(line: Line, role: str) -> Iterator[Found]:
    said = _MAIL.sub("", line.text).strip()
    if says_nothing(said):
        return
    if said != line.text:
        yield left_over(("people",), line.number, line.text)
    paired = _WITH_ROLE.match(said)
    if paired and "," not in said:
        one, other = paired["one"].strip(), paired["other"].strip()
        if _PERSON.match(one) and _PERSON.match(other):
            first = ":" in said[: len(one) + 2]
            name, what = (other, one) if first else (one, other)
            yield Found(("people",), {"name": name, "role": what}, line.number, many=True)
            return
    names = [name.strip(" .@") for name in _SPLIT.split(said)]
    if names and all(_PERSON.match(name) for name in names if name):
        for name in filter(None, names):
            yield Found(("people",), {"name": name, "role": role}, line.number, many=True)
