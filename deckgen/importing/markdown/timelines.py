"""The timelines of a document as one: the events, the milestones, and the start."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckgen.importing.markdown.dating import Dated, dated
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.doubts import contradictions
from deckgen.importing.markdown.events import (
    events_of,
    kinds_of,
    milestones_of,
    start_of,
    zone_notes,
)
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.found import Found, Remark, left_over
from deckgen.importing.markdown.marks import Loose, Mark, NewList, Row
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.rows import rows_in_prose, rows_of, rows_of_sentences
from deckgen.importing.markdown.sections import Section

_TIMELINE = ("timeline",)
_TOLD = frozenset({None, Role.SUMMARY, Role.IMPACT, Role.DETECTION, Role.RESOLUTION, Role.REVIEW})
"""The roles whose sentences are searched for times where the document has no timeline."""


def timeline_of(
    sections: Sequence[Section], text: Text, evidence: Evidence, known: frozenset[str]
) -> Iterator[Found]:
    """Yield the events of all timelines of one incident, its milestones and its start.

    `known` are the milestones that fields of the document state.
    """
    marks = [mark for section in sections for mark in _marks(section)]
    if not any(isinstance(mark, Row) for mark in marks):
        found = _unheaded(sections) or _of_sentences(sections)
        marks = [*marks, *found]
    rows, loose = dated(marks, evidence)
    kinds = kinds_of(rows)
    yield from events_of(rows, kinds, text)
    yield from milestones_of(rows, kinds, _keyed(sections), known)
    if "started_at" not in known:
        yield from start_of(rows, kinds)
    yield from zone_notes(rows)
    yield from _joined(marks, rows)
    yield from contradictions(rows, text.lines)
    for one in loose:
        yield left_over(_TIMELINE, one.first, text.between(one.first, one.last))


def _keyed(sections: Sequence[Section]) -> frozenset[int]:
    """Return the lines in which key events stand, each with its label."""
    keyed = (section for section in sections if section.role is Role.KEY_EVENTS)
    return frozenset(line for one in keyed for line in range(one.first, one.last + 1))


def _marks(section: Section) -> list[Mark]:
    if section.role in {Role.TIMELINE, Role.KEY_EVENTS}:
        own = section.group is None or section.labelled
        return [*([NewList(section.first)] if own else []), *rows_of(section)]
    if section.role is Role.CONTEXT:
        return [NewList(section.first), *rows_in_prose(section)]
    return []


def _unheaded(sections: Sequence[Section]) -> list[Mark]:
    """Return the rows of a section that no heading calls a timeline, but that is made of times."""
    for section in sections:
        if section.role is None and not section.labelled:
            marks = list(rows_of(section))
            rows = [mark for mark in marks if isinstance(mark, Row) and mark.stamp.has_clock]
            if len(rows) > 1 and len(rows) >= sum(isinstance(mark, Loose) for mark in marks):
                return [mark for mark in marks if not isinstance(mark, Loose)]
    return []


def _of_sentences(sections: Sequence[Section]) -> list[Mark]:
    marks: list[Mark] = []
    for section in sections:
        if section.role in _TOLD:
            marks += [NewList(section.first), *rows_of_sentences(section)]
    return marks


def _joined(marks: Sequence[Mark], rows: Sequence[Dated]) -> Iterator[Found]:
    """Yield that several timelines were joined, where more than one has events."""
    starts = [mark.line for mark in marks if isinstance(mark, NewList)]
    lines = [row.row.line for row in rows if row.at is not None and not row.row.within]
    filled = [
        start
        for start, end in pairwise([*starts, sys.maxsize])
        if any(start <= line < end for line in lines)
    ]
    if len(filled) > 1:
        said = f"the timelines in lines {', '.join(map(str, filled))} are joined into one"
        yield Found(_TIMELINE, None, filled[0], False, (Remark(filled[0], said),))
