"""From a document's sections to drafts: one for each incident that it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import chain
from types import MappingProxyType

from deckgen.importing.consistency import consistent
from deckgen.importing.draft import Draft
from deckgen.importing.markdown import facts, prose
from deckgen.importing.markdown.actions import actions
from deckgen.importing.markdown.blocks import Line, Paragraph
from deckgen.importing.markdown.checks import checked
from deckgen.importing.markdown.clues import Clues, evidence_for, visible
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.found import Found, Remark, gathered, left_over
from deckgen.importing.markdown.front_matter import FrontMatter, front_matter
from deckgen.importing.markdown.incidents import incidents
from deckgen.importing.markdown.inline import written_links
from deckgen.importing.markdown.learnings import with_learnings
from deckgen.importing.markdown.names import title_of_name
from deckgen.importing.markdown.parsing import Document, parsed
from deckgen.importing.markdown.roles import Role, role_of_label
from deckgen.importing.markdown.section_text import lines_of
from deckgen.importing.markdown.sections import Section, sections_of
from deckgen.importing.markdown.timelines import timeline_of
from deckgen.prose import Loc

_PLACES: Mapping[Role | None, Loc] = MappingProxyType(
    {
        None: (),
        Role.STATS: ("reported",),
        Role.REVIEW: (),
        Role.APPENDIX: (),
        Role.TRIGGER: ("root_cause",),
        Role.DETECTION: ("detected_at",),
        Role.RESOLUTION: ("resolved_at",),
        Role.CONTEXT: ("timeline",),
    }
)
"""Where the sections are left that no field holds."""

_OF_TIMELINE = frozenset({Role.TIMELINE, Role.KEY_EVENTS, Role.CONTEXT})


@dataclass(frozen=True)
class _Incident:
    """The sections that tell of one incident, and what the document around them says."""

    sections: tuple[Section, ...]
    text: Text
    evidence: Evidence
    name: str
    title: Line | None


def drafts_of(text: Text, name: str, zone: tzinfo | None = None) -> tuple[Draft, ...]:
    """Return a draft for each incident in the text of the document called `name`."""
    matter = front_matter(text.lines)
    document = parsed(text.lines, matter.lines)
    parts, shared = incidents(sections_of(document.blocks))
    whole = (*_of_matter(matter), *shared)
    around = [*_around(document, text, matter), *_shared(shared, text)]
    found = []
    for n, part in enumerate(parts):
        sections = part if n else (*_of_matter(matter), *part)
        title = _heading(part)
        clues = Clues(sections, whole, visible(text, part, len(parts) > 1), name, zone)
        incident = _Incident(sections, text, evidence_for(clues, title), name, title)
        stem = name if len(parts) == 1 else f"{name}-{n + 1}"
        found.append(_draft(incident, stem, [] if n else around, len(parts) > 1))
    return tuple(found)


def _shared(sections: Sequence[Section], text: Text) -> Iterator[Found]:
    """Yield what a document of several incidents says of all of them."""
    for section in sections:
        if not section.blocks and not section.title.text:
            continue
        last = section.blocks[-1].last if section.blocks else section.last
        yield left_over((), section.first, text.between(section.first, last))


def _heading(sections: Sequence[Section]) -> Line | None:
    """Return the heading that names the incident: the first, unless it names a section."""
    headed = [one for one in sections if one.level and not one.labelled and one.title.number]
    first = headed[0] if headed else None
    return first.title if first and first.role is None and first.title.text else None


def _of_matter(matter: FrontMatter) -> Iterator[Section]:
    """Yield the front matter's keys as labelled sections."""
    for key, texts in matter.fields.items():
        number = matter.places[key]
        lines = tuple(Line(one, number, written_links(one)) for one in texts)
        role = role_of_label(key.replace("_", " ")) or role_of_label(key)
        if lines:
            blocks = tuple(Paragraph((line,), number, number) for line in lines)
            yield Section(role, Line(key, number), 0, blocks, number, number, None, True)


def _around(document: Document, text: Text, matter: FrontMatter) -> Iterator[Found]:
    """Yield what of the document stands in no section, and how it was decoded."""
    for doubt in text.doubts:
        yield Found((), None, 0, False, (Remark(0, doubt),))
    if matter.unread:
        yield left_over((), 1, text.between(1, matter.lines))
    for first, last in document.unread:
        yield left_over((), first, text.between(first, last))
    for line, anchor in document.unused:
        yield left_over(("sources",), line, f"{anchor.words} {anchor.href}".strip())


def _draft(incident: _Incident, stem: str, around: Sequence[Found], several: bool) -> Draft:
    told = list(_sections(incident))
    known = frozenset(str(one.loc[0]) for one in told if one.value is not None and one.loc)
    timeline = timeline_of(incident.sections, incident.text, incident.evidence, known)
    found = gathered(chain(_title(incident), told, timeline, _several(several, incident), around))
    linked = with_learnings(found.data)
    whole = consistent(linked.data)
    return checked(Draft(stem, whole.data, found.guesses, (*found.left, *linked.left, *whole.left)))


def _several(several: bool, incident: _Incident) -> Iterator[Found]:
    if several:
        line = incident.title.number if incident.title else 0
        said = "the document tells of several incidents; this is one of them"
        yield Found((), None, line, False, (Remark(line, said),))


def _title(incident: _Incident) -> Iterator[Found]:
    stated = [one for one in incident.sections if one.role is Role.TITLE]
    lines = [line for one in stated for line in lines_of(one) if line.text]
    title = incident.title
    if title is not None:
        yield Found(("title",), title.text, title.number)
        yield from (
            left_over(("title",), line.number, line.text)
            for line in lines
            if line.text != title.text
        )
    elif lines:
        yield Found(("title",), lines[0].text, lines[0].number)
    else:
        name = title_of_name(incident.name)
        if name:
            said = "the document has no title; this is the name of its file"
            yield Found(("title",), name, 1, guesses=(Remark(1, said),))


def _sections(incident: _Incident) -> Iterator[Found]:
    summarised = any(one.role is Role.SUMMARY for one in incident.sections)
    for section in incident.sections:
        if section.role is Role.TITLE or section.role in _OF_TIMELINE:
            continue
        opening = not section.level or section.title is incident.title
        if section.role is None and opening and not section.labelled and not summarised:
            yield from prose.READERS[Role.SUMMARY](section, incident.text)
            summarised = bool(section.blocks)
            continue
        yield from _heading_left(section, incident)
        yield from _of_section(section, incident)


def _heading_left(section: Section, incident: _Incident) -> Iterator[Found]:
    """Yield a heading that says more than what its section tells of."""
    if section.role is None or section.labelled or section.title is incident.title:
        return
    if section.role not in _PLACES and role_of_label(section.title.text) is None:
        loc = _HEADED.get(section.role, ())
        yield left_over(loc, section.first, incident.text.between(section.first, section.first))


_HEADED: Mapping[Role, Loc] = MappingProxyType(
    {
        Role.SUMMARY: ("summary",),
        Role.IMPACT: ("impact",),
        Role.ACTIONS: ("actions",),
        Role.LESSONS: ("learnings",),
        **dict.fromkeys((Role.WELL, Role.WRONG, Role.LUCKY), ("lessons",)),
        **dict.fromkeys((Role.CAUSE, Role.FACTORS, Role.WHYS), ("root_cause",)),
    }
)


def _of_section(section: Section, incident: _Incident) -> Iterator[Found]:
    text, role = incident.text, section.role
    if role is Role.ACTIONS:
        yield from actions(section, text, incident.evidence)
    elif role is Role.ID:
        line = next((line for line in lines_of(section) if line.text), None)
        if line is not None:
            yield Found(("id",), line.text, line.number)
    elif role is not None and role in facts.READERS:
        yield from facts.READERS[role](section, text, incident.evidence)
    elif role is not None and role in prose.READERS:
        yield from prose.READERS[role](section, text)
    elif section.blocks or (
        role is None and section.title.text and section.title is not incident.title
    ):
        yield from _left(section, incident)


def _left(section: Section, incident: _Incident) -> Iterator[Found]:
    """Yield a section that no field holds: its lines, without the title of the incident."""
    loc = _PLACES.get(section.role, ())
    text = incident.text
    parts = [text.between(block.first, block.last) for block in section.blocks]
    first = section.blocks[0].first if section.blocks else section.first
    if section.labelled and not section.level:
        said = "; ".join(line.text for line in lines_of(section))
        parts, first = [f"{section.title.text}: {said}"], section.first
    elif section.labelled:
        parts = [text.between(section.first, section.last)]
        first = section.first
    elif section.title is not incident.title and section.title.text and section.heads:
        parts = [text.between(section.first, section.first), *parts]
        first = section.first
    yield left_over(loc, first, "\n\n".join(parts))
