"""Speaker notes: a notes page for each slide, and the master that they all share."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from deckgen.pptx.markup import NAMESPACES, PRESENTATION_ML, RELATIONSHIPS, document
from deckgen.pptx.package import DeckPackage
from deckgen.pptx.slide_xml import COLOURS_OF_MASTER, TREE_START
from deckgen.pptx.template import open_template
from deckgen.pptx.text_xml import plain_paragraph

_P, _R = f"{{{PRESENTATION_ML}}}", f"{{{RELATIONSHIPS}}}"


def notes_xml(notes: Iterable[str]) -> bytes:
    """Return the notes part with a picture of the slide and a paragraph for each note."""
    written = "".join(map(plain_paragraph, notes)) or plain_paragraph("")
    return document(
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_START}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{written}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{COLOURS_OF_MASTER}</p:notes>"
    )


def notes_master(package: DeckPackage) -> Part:
    """Return the package's notes master; where it has none, deckgen's own is added."""
    presentation = package.presentation
    masters = [r.target_part for r in presentation.rels.values() if r.reltype == RT.NOTES_MASTER]
    master = masters[0] if masters else _own_master(package)
    relationship = presentation.relate_to(master, RT.NOTES_MASTER)
    declared = presentation.presentation.element
    if declared.find(f"{_P}notesMasterIdLst") is None:
        # PowerPoint does without this list, Keynote drops the notes.
        rows = etree.Element(f"{_P}notesMasterIdLst")
        etree.SubElement(rows, f"{_P}notesMasterId", {f"{_R}id": relationship})
        declared.find(f"{_P}sldMasterIdLst").addnext(rows)
    return master


def _own_master(package: DeckPackage) -> Part:
    own = open_template()
    name = own.parts.related(own.presentation, "notesMaster")[0]
    theme = own.parts.related(name, "theme")[0]
    master = package.part(
        package.free_name("ppt/notesMasters/notesMaster%d.xml"),
        CT.PML_NOTES_MASTER,
        own.parts.content[name],
    )
    theme_name = package.free_name("ppt/theme/theme%d.xml")
    master.relate_to(package.part(theme_name, CT.OFC_THEME, own.parts.content[theme]), RT.THEME)
    return master
