"""The presentation's own part: which slides it has, in which order and sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from lxml import etree

from deckgen.pptx.markup import PRESENTATION_ML, RELATIONSHIPS
from deckgen.pptx.relationships import serialised
from deckgen.pptx.sections import add_sections
from deckgen.scene.deck import Section

_P, _R = f"{{{PRESENTATION_ML}}}", f"{{{RELATIONSHIPS}}}"
_LISTS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst")
"""The lists with which CT_Presentation starts, in its order."""

_FIRST_SLIDE_ID = 256  # ST_SlideId


def presentation_xml(
    template: etree._Element, notes_master: str, slides: Sequence[str], sections: Iterable[Section]
) -> bytes:
    """Return the part of a presentation with these slides in these sections.

    `notes_master` and `slides` are ids of relationships, `template` is the part's root element
    without slides, which is changed.
    """
    masters = _listed(template, "notesMasterIdLst")
    if not len(masters):
        # PowerPoint does without it, Keynote drops the notes.
        etree.SubElement(masters, f"{_P}notesMasterId", {f"{_R}id": notes_master})
    ids = range(_FIRST_SLIDE_ID, _FIRST_SLIDE_ID + len(slides))
    rows = _listed(template, "sldIdLst")
    for id_, slide in zip(ids, slides, strict=True):
        etree.SubElement(rows, f"{_P}sldId", {"id": str(id_), f"{_R}id": slide})
    left = iter(ids)
    add_sections(template, [(s.name, list(islice(left, len(s.slides)))) for s in sections])
    return serialised(template)


def _listed(presentation: etree._Element, name: str) -> etree._Element:
    """Return one of the lists; where there is none, it is added in its place."""
    found = presentation.find(f"{_P}{name}")
    if found is None:
        earlier = [f"{_P}{other}" for other in _LISTS[: _LISTS.index(name)]]
        places = [n for n, child in enumerate(presentation, 1) if child.tag in earlier]
        found = etree.Element(f"{_P}{name}")
        presentation.insert(max(places, default=0), found)
    return found
