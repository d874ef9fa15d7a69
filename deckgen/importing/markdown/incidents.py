"""One document, several incidents: told by headings of one level that each have a story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.sections import Section

_STORY = frozenset({Role.TIMELINE, Role.KEY_EVENTS})
_PARTS = frozenset({Role.SUMMARY, Role.IMPACT, Role.CAUSE, Role.ACTIONS, Role.RESOLUTION})


class Incidents(NamedTuple):
    """The sections of each incident, and those of a document of several that tell of none."""

    parts: tuple[tuple[Section, ...], ...]
    shared: tuple[Section, ...] = ()


def incidents(sections: Sequence[Section]) -> Incidents:
    """Return the sections by incident: those of the one, or of each of several."""
    for level in range(1, 4):
        starts = [n for n, one in enumerate(sections) if _begins(one, level)]
        stories = [
            _is_story(sections[begin:end], level)
            for begin, end in pairwise([*starts, len(sections)])
        ]
        if sum(stories) > 1:
            begins = [begin for begin, story in zip(starts, stories, strict=True) if story]
            parts = [tuple(sections[a:b]) for a, b in pairwise([*begins, len(sections)])]
            return Incidents(tuple(parts), tuple(sections[: begins[0]]))
    return Incidents((tuple(sections),))


def _begins(section: Section, level: int) -> bool:
    own = section.role is None and section.group is None and not section.labelled
    return own and section.level == level and bool(section.title.text)


def _is_story(sections: Sequence[Section], level: int) -> bool:
    """Whether the sections below one heading, of a lower level, tell of an incident."""
    below = [one for one in sections[1:] if one.level > level]
    roles = {one.role for one in below}
    return bool(roles & _STORY) or len(roles & _PARTS) >= 3
