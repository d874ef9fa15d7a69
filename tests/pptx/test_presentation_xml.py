from __future__ import annotations

import pytest
from lxml import etree

from deckgen.pptx.markup import NAMESPACES, PRESENTATION_ML, RELATIONSHIPS
from deckgen.pptx.presentation_xml import presentation_xml
from deckgen.scene.deck import Section
from tests.pptx.decks import slide

SLIDES = ["rId7", "rId8", "rId9"]
SECTIONS = (Section("One", (slide("a"), slide("b"))), Section("Two", (slide("c"),)))
AFTER = ["sldIdLst", "sldSz", "extLst"]


def written(lists: str) -> etree._Element:
    """The part that three slides in two sections make of a presentation with these lists."""
    root = etree.fromstring(f"<p:presentation {NAMESPACES}>{lists}<p:sldSz/></p:presentation>")
    return etree.fromstring(presentation_xml(root, "rId2", SLIDES, SECTIONS))


def names(root: etree._Element) -> list[str]:
    """What a presentation holds, in its order, comments left out."""
    return [etree.QName(child).localname for child in root.iterchildren("*")]


def rows(root: etree._Element, name: str) -> list[tuple[str | None, str | None]]:
    """Id and relationship of each row of a list."""
    found = root.iterfind(f"{{{PRESENTATION_ML}}}{name}/*")
    return [(row.get("id"), row.get(f"{{{RELATIONSHIPS}}}id")) for row in found]


@pytest.mark.parametrize("before", ["", "<!-- made by hand -->"])
@pytest.mark.parametrize("notes", ["", "<p:notesMasterIdLst/>"])
@pytest.mark.parametrize("handout", [[], ["handoutMasterIdLst"]])
@pytest.mark.parametrize("masters", [[], ["sldMasterIdLst"]])
def test_lists_stand_where_the_schema_wants_them(
    masters: list[str], handout: list[str], notes: str, before: str
) -> None:
    first, last = ("".join(f"<p:{name}/>" for name in some) for some in (masters, handout))
    root = written(f"{before}{first}{notes}{last}")
    assert names(root) == [*masters, "notesMasterIdLst", *handout, *AFTER]


def test_slides_are_listed_in_their_order_with_the_least_ids_allowed() -> None:
    assert rows(written(""), "sldIdLst") == [("256", "rId7"), ("257", "rId8"), ("258", "rId9")]


def test_a_notes_master_is_declared_once() -> None:
    own = '<p:notesMasterIdLst><p:notesMasterId r:id="rId5"/></p:notesMasterIdLst>'
    assert rows(written(own), "notesMasterIdLst") == [(None, "rId5")]
    assert rows(written(""), "notesMasterIdLst") == [(None, "rId2")]


def test_each_section_has_its_own_slides() -> None:
    sections = written("").iter("{*}section")
    assert [[row.get("id") for row in section.iter("{*}sldId")] for section in sections] == [
        ["256", "257"],
        ["258"],
    ]
