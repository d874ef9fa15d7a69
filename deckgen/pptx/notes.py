"""Speaker notes: a notes page for each slide, and the master that they all share."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.pptx.markup import NAMESPACES, document
from deckgen.pptx.package import Package
from deckgen.pptx.package_names import CT_NOTES_MASTER, CT_THEME, RT_NOTES_MASTER, RT_THEME
from deckgen.pptx.slide_xml import COLOURS_OF_MASTER, TREE_START
from deckgen.pptx.template import open_template
from deckgen.pptx.text_xml import plain_paragraph


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


def notes_master(package: Package, presentation: str) -> str:
    """Return the part of the presentation's notes master; where it has none, deckgen's is added."""
    return package.related(presentation, RT_NOTES_MASTER) or _own_master(package)


def _own_master(package: Package) -> str:
    own = open_template()
    source = own.parts.related(own.presentation, "notesMaster")[0]
    theme_source = own.parts.related(source, "theme")[0]
    master = package.free_name("ppt/notesMasters/notesMaster%d.xml")
    theme = package.free_name("ppt/theme/theme%d.xml")
    package.add_part(master, CT_NOTES_MASTER, own.parts.content[source])
    package.add_part(theme, CT_THEME, own.parts.content[theme_source])
    package.relate(master, RT_THEME, theme)
    return master
