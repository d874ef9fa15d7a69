"""Where in a document an incident's days and its zone may stand, besides its timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from deckgen.importing.markdown.blocks import Line
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.evidence import Evidence, evidence_of
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.section_text import lines_of
from deckgen.importing.markdown.sections import Section


@dataclass(frozen=True)
class Clues:
    """Where to look for the days and the zone of an incident."""

    sections: tuple[Section, ...]
    whole: tuple[Section, ...]
    lines: tuple[str, ...]
    name: str
    zone: tzinfo | None


def visible(text: Text, part: Sequence[Section], several: bool) -> tuple[str, ...]:
    """Return the lines of a document, those of its other incidents empty."""
    if not several:
        return text.lines
    first, last = part[0].first, max(section.last for section in part)
    return tuple(line if first <= n <= last else "" for n, line in enumerate(text.lines, 1))


def evidence_for(clues: Clues, title: Line | None) -> Evidence:
    """Return what the document says of the days and the zone of an incident with this title."""
    fields = [
        (f"the field '{section.title.text}'", line.text, line.number)
        for section in (*clues.sections, *clues.whole)
        if section.role in {Role.DATE, Role.STARTED, Role.TITLE}
        for line in lines_of(section)
    ]
    above = [
        ("the document's title", one.title.text, one.title.number)
        for one in clues.whole
        if not one.labelled
    ]
    heads = [
        (f"the heading in line {one.title.number}", one.title.text, one.title.number)
        for one in clues.sections
        if one.role is Role.TIMELINE and one.group is None and not one.labelled
    ]
    found = [*fields, *above, *heads]
    return evidence_of(clues.lines, title.text if title else "", found, clues.name, clues.zone)
