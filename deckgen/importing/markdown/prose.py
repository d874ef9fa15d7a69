"""Sections that are told in words, by what they tell of: from the summary to the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from deckgen.importing.markdown.causes import causes, factors, whys
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.found import Found, Remark
from deckgen.importing.markdown.impacts import impact
from deckgen.importing.markdown.pieces import Piece, pieces_of, whole
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.sections import Section
from deckgen.importing.markdown.told import all_sources, items, left_raw, other, told


def learnings(section: Section, text: Text) -> Iterator[Found]:
    """Yield further learnings; a line with an id in front, such as `L2`, keeps it."""
    for found in items(("learnings",), "text")(section, text):
        value = found.value
        match = (
            re.match(r"^(L\d{1,3})\s*[:.)–-]\s*(.+)$", str(value["text"]))
            if isinstance(value, dict)
            else None
        )
        yield found._replace(value={"id": match[1], "text": match[2]}) if match else found


def decisions(section: Section, text: Text) -> Iterator[Found]:
    """Yield what is asked of the people in the room."""
    yield from items(("decisions",))(section, text)


def sources(section: Section, text: Text) -> Iterator[Found]:
    """Yield the links of a section of references; what stands without one is left."""
    for piece in pieces_of(section.blocks):
        if not isinstance(piece, Piece):
            yield other(("sources",), piece, text)
            continue
        found = list(all_sources(piece))
        words = {anchor.href: anchor.words for anchor in piece.line.anchors}
        for one in found:
            said = words.get(str(one.value), "")
            named = said and said != one.value and one.value is not None
            yield one._replace(left=(Remark(one.line, said),)) if named else one
        bare = piece.line.text
        for anchor in piece.line.anchors:
            bare = bare.replace(anchor.words, "").replace(anchor.href, "")
        if bare.strip(" .,:;()-–<>[]") or not found:
            yield other(("sources",), piece, text)
        yield from left_raw(("sources",), piece, text)


def key_learning(section: Section, text: Text) -> Iterator[Found]:
    """Yield the key learning; what stands below its statement is its evidence."""
    found = [one for one in pieces_of(section.blocks) if isinstance(one, Piece) and one.line.text]
    for block in pieces_of(section.blocks):
        if not isinstance(block, Piece):
            yield other(("key_learning",), block, text)
    for n, piece in enumerate(found):
        if n > 1:
            yield other(("key_learning",), piece, text)
            continue
        yield Found(("key_learning", ("statement", "evidence")[n]), whole(piece), piece.line.number)
        yield from left_raw(("key_learning",), piece, text)
        yield from all_sources(piece)


READERS: Mapping[Role, Callable[[Section, Text], Iterator[Found]]] = MappingProxyType(
    {
        Role.SUMMARY: told(("summary",)),
        Role.IMPACT: impact,
        Role.CAUSE: causes,
        Role.FACTORS: factors,
        Role.WHYS: whys,
        Role.WELL: items(("lessons", "went_well")),
        Role.WRONG: items(("lessons", "went_wrong")),
        Role.LUCKY: items(("lessons", "got_lucky")),
        Role.LESSONS: learnings,
        Role.KEY_LEARNING: key_learning,
        Role.DECISIONS: decisions,
        Role.CRITERIA: items(("follow_up", "success_criteria")),
        Role.SOURCES: sources,
    }
)
"""The readers of prose, by what the section tells of."""
