"""A Deck and a template into the bytes of a .pptx file."""

from __future__ import annotations

from functools import partial
from typing import cast

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml.presentation import CT_Presentation

from deckgen.pptx.notes import notes_master, notes_xml
from deckgen.pptx.package import DeckPackage, zipped
from deckgen.pptx.properties import set_properties
from deckgen.pptx.scope import SlideScope
from deckgen.pptx.sections import add_sections
from deckgen.pptx.slide_xml import slide_xml
from deckgen.pptx.source import (
    PROPERTIES_PART,
    SOURCE_PART,
    EmbeddedSource,
    properties_xml,
    sealed,
)
from deckgen.pptx.template import Template
from deckgen.scene.deck import Deck
from deckgen.scene.shapes import Picture

_PICTURE_TYPES = {"png": CT.PNG, "jpeg": CT.JPEG, "gif": CT.GIF}


def write_deck(deck: Deck, template: Template, source: EmbeddedSource) -> bytes:
    """Return the .pptx file of `deck` drawn on `template`, with what it was made of inside.

    The same arguments give the same bytes.
    """
    package = DeckPackage.of(template.parts.content)
    set_properties(package, deck, source.version)
    presentation = cast(CT_Presentation, package.presentation.presentation.element)
    ids = _add_slides(package, presentation, deck, template)
    add_sections(presentation, _sections(deck, ids))
    _make_room_for_source(package)
    return zipped(sealed(package.contents(), source))


def _add_slides(
    package: DeckPackage, presentation: CT_Presentation, deck: Deck, template: Template
) -> list[int]:
    """Add the slides with their notes; return their ids."""
    parts = package.parts_by_name()
    master = notes_master(package)
    pictures: dict[bytes, Part] = {}
    listed, ids = presentation.get_or_add_sldIdLst(), []
    for number, slide in enumerate(deck.slides, 1):
        layout = template.layout(slide.slide_layout)
        part = package.part(f"ppt/slides/slide{number}.xml", CT.PML_SLIDE)
        part.relate_to(parts[layout.part], RT.SLIDE_LAYOUT)
        notes = package.part(f"ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE)
        notes.blob = notes_xml(slide.notes)
        notes.relate_to(master, RT.NOTES_MASTER)
        notes.relate_to(part, RT.SLIDE)
        part.relate_to(notes, RT.NOTES_SLIDE)
        ids.append(listed.add_sldId(package.presentation.relate_to(part, RT.SLIDE)).id)
        scope = SlideScope(
            partial(part.relate_to, reltype=RT.HYPERLINK, is_external=True),
            partial(_related_picture, package, part, pictures),
        )
        part.blob = slide_xml(slide, number, layout, deck.footer, scope)
    return ids


def _related_picture(
    package: DeckPackage, slide: Part, pictures: dict[bytes, Part], picture: Picture
) -> str:
    """Return the slide's relationship to a picture, whose bytes stand in the package once."""
    data, kind = picture.file.data, picture.file.format
    if data not in pictures:
        name = package.free_name(f"ppt/media/image%d.{kind}")
        pictures[data] = package.part(name, _PICTURE_TYPES[kind], data)
    return slide.relate_to(pictures[data], RT.IMAGE)


def _sections(deck: Deck, ids: list[int]) -> list[tuple[str, list[int]]]:
    sections, start = [], 0
    for section in deck.sections:
        end = start + len(section.slides)
        sections.append((section.name, ids[start:end]))
        start = end
    return sections


def _make_room_for_source(package: DeckPackage) -> None:
    """Add the source's part, empty: what it says of all parts is known when they are complete."""
    part = package.part(SOURCE_PART, CT.XML)
    properties = package.part(PROPERTIES_PART, CT.OFC_CUSTOM_XML_PROPERTIES, properties_xml())
    part.relate_to(properties, RT.CUSTOM_XML_PROPS)
    package.presentation.relate_to(part, RT.CUSTOM_XML)
