"""A document as sections: what stands under which heading, or behind which label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.importing.markdown.blocks import Block, Heading, Line, Paragraph
from deckgen.importing.markdown.leads import Lead, is_labelled_otherwise, leads_of
from deckgen.importing.markdown.roles import Role, role_of
from deckgen.importing.markdown.stamps import stamp_at_start

_OF_ITS_OWN = frozenset(
    {
        *(Role.TIMELINE, Role.ACTIONS, Role.LESSONS, Role.WELL, Role.WRONG, Role.LUCKY),
        *(Role.PEOPLE, Role.SOURCES, Role.APPENDIX, Role.DECISIONS, Role.FOLLOW_UP),
        *(Role.KEY_LEARNING, Role.CRITERIA, Role.KEY_EVENTS, Role.WHYS),
    }
)
"""What a heading says even within a list of actions or a timeline."""

_OPEN_TO_LABELS = frozenset(
    {None, Role.STATS, Role.CONTEXT, Role.SUMMARY, Role.REVIEW, Role.FOLLOW_UP, Role.KEY_EVENTS}
    | {Role.LESSONS, Role.CAUSE, Role.IMPACT, Role.DATE, Role.STATUS}
)
"""The roles under which labels such as `**Severity:**` open something of their own."""


@dataclass(frozen=True)
class Section:
    """The blocks under one heading or label, up to the next one.

    `role` is its own or the one of the heading above; `group` is its own title where the role is
    that of a heading above. `labelled` says that it stands behind a label, not under a heading, and
    `heads` that its heading stands right above it.
    """

    role: Role | None
    title: Line
    level: int
    blocks: tuple[Block, ...]
    first: int
    last: int
    group: Line | None = None
    labelled: bool = False
    heads: bool = True
    under: tuple[str, ...] = ()


def sections_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return the sections of a document, in its order; the first has what stands before any."""
    opened: list[Section] = []
    found: list[Section] = []
    for section in _headed(blocks):
        opened = [one for one in opened if one.level < section.level]
        section = _placed(section, opened, found[-1] if found else None)
        opened.append(section)
        found.append(section)
    return tuple(part for section in found for part in _split(section))


def _headed(blocks: Sequence[Block]) -> Iterator[Section]:
    """Yield the blocks under each heading, those before the first one under none."""
    current = Section(None, Line("", 0), 0, (), 1, 1)
    gathered: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield replace(current, blocks=tuple(gathered), last=_end(current, gathered))
            role = role_of(block.line.text)
            current = Section(role, block.line, block.level, (), block.first, block.last)
            gathered = []
        else:
            gathered.append(block)
    yield replace(current, blocks=tuple(gathered), last=_end(current, gathered))


def _end(section: Section, blocks: Sequence[Block]) -> int:
    return blocks[-1].last if blocks else section.last


def _placed(section: Section, opened: Sequence[Section], before: Section | None) -> Section:
    """Return a section with the role of the heading above where it has none that counts."""
    above = next((one.role for one in reversed(opened) if one.role), None)
    under = tuple(one.title.text for one in opened if one.title.text)
    stamp = stamp_at_start(section.title.text) if before and before.level else None
    if stamp and (stamp.clock or stamp.unknown):
        timed = above is None or above in {Role.TIMELINE, Role.KEY_EVENTS, Role.CONTEXT}
        role = Role.TIMELINE if timed or _follows(before) else above
        return replace(section, role=role, group=section.title, under=under)
    if stamp and stamp.day and _follows(before) and _is_day_alone(section.title.text, stamp.rest):
        return replace(section, role=Role.TIMELINE, group=section.title, under=under)
    if above in {Role.ACTIONS, Role.TIMELINE, Role.APPENDIX}:
        kept = section.role in _OF_ITS_OWN and above is not Role.APPENDIX
        if not kept or section.role is above:
            return replace(section, role=above, group=section.title, under=under)
    if section.role is None and above is not None:
        return replace(section, role=above, group=section.title, under=under)
    return replace(section, under=under)


def _follows(before: Section | None) -> bool:
    return before is not None and before.role is Role.TIMELINE


def _is_day_alone(title: str, rest: int) -> bool:
    return len(title[rest:].strip("()[] ")) <= 12


def _split(section: Section) -> Iterator[Section]:
    """Yield a section, and what stands in it behind labels of its own, in order."""
    if section.role not in _OPEN_TO_LABELS:
        yield section
        return
    leads = list(leads_of(section.blocks))
    if leads and leads[0].role is not None and section.title.text:
        yield replace(section, blocks=(), last=section.first)
    for n, lead in enumerate(leads):
        yield replace(_of_lead(section, lead), heads=not n)


def _of_lead(section: Section, lead: Lead) -> Section:
    if lead.role is None:
        first = lead.blocks[0] if lead.blocks else None
        labelled = isinstance(first, Paragraph) and is_labelled_otherwise(first.lines[0])
        if labelled and section.role is Role.SUMMARY:
            section = replace(section, role=Role.STATS)
        return replace(section, blocks=lead.blocks, last=max(lead.last, section.first))
    is_review_day = section.role is Role.FOLLOW_UP and lead.role is Role.DATE
    return Section(
        Role.FOLLOW_UP if is_review_day else lead.role,
        lead.label,
        section.level + 1,
        lead.blocks,
        lead.first,
        lead.last,
        labelled=True,
        under=(*section.under, section.title.text),
    )
