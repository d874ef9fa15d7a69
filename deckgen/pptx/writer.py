"""A Deck and a template into the bytes of a .pptx file."""

from __future__ import annotations

from functools import partial

from deckgen.pptx.chart_xml import chart_xml
from deckgen.pptx.notes import notes_master, notes_xml
from deckgen.pptx.package import Package
from deckgen.pptx.package_names import (
    CT_BY_EXTENSION,
    CT_CHART,
    CT_CUSTOM_XML_PROPERTIES,
    CT_NOTES_SLIDE,
    CT_PRESENTATION,
    CT_SLIDE,
    RT_CHART,
    RT_CUSTOM_XML,
    RT_CUSTOM_XML_PROPERTIES,
    RT_HYPERLINK,
    RT_IMAGE,
    RT_NOTES_MASTER,
    RT_NOTES_SLIDE,
    RT_PACKAGE,
    RT_SLIDE,
    RT_SLIDE_LAYOUT,
)
from deckgen.pptx.presentation_xml import presentation_xml
from deckgen.pptx.properties import set_properties
from deckgen.pptx.scope import SlideScope
from deckgen.pptx.slide_xml import slide_xml
from deckgen.pptx.source import (
    PROPERTIES_PART,
    SOURCE_PART,
    EmbeddedSource,
    properties_xml,
    sealed,
)
from deckgen.pptx.template import Template
from deckgen.pptx.workbook import workbook
from deckgen.pptx.zipping import zipped
from deckgen.scene.deck import Deck
from deckgen.scene.shapes import Chart, Picture


def write_deck(deck: Deck, template: Template, source: EmbeddedSource) -> bytes:
    """Return the .pptx file of `deck` drawn on `template`, with what it was made of inside.

    The same arguments give the same bytes.
    """
    package, main = Package(template.parts), template.presentation
    set_properties(package, deck, source.version)
    master = notes_master(package, main)
    slides = _add_slides(package, deck, template, master)
    content = presentation_xml(
        template.parts.copied_tree(main),
        package.relate(main, RT_NOTES_MASTER, master),
        [package.relate(main, RT_SLIDE, slide) for slide in slides],
        deck.sections,
    )
    package.add_part(main, CT_PRESENTATION, content)
    _make_room_for_source(package, main)
    return zipped(sealed(package.contents(), source))


def _add_slides(package: Package, deck: Deck, template: Template, master: str) -> list[str]:
    """Add the slides with their notes; return the names of their parts."""
    media: dict[bytes, str] = {}
    names = []
    for number, slide in enumerate(deck.slides, 1):
        name = f"ppt/slides/slide{number}.xml"
        notes = f"ppt/notesSlides/notesSlide{number}.xml"
        layout = template.layout(slide.slide_layout)
        package.relate(name, RT_SLIDE_LAYOUT, layout.part)
        package.relate(name, RT_NOTES_SLIDE, notes)
        scope = SlideScope(
            partial(package.relate_external, name, RT_HYPERLINK),
            partial(_related_picture, package, name, media),
            partial(_related_media, package, name, media, "svg"),
            partial(_related_chart, package, name),
        )
        package.add_part(name, CT_SLIDE, slide_xml(slide, number, layout, deck.footer, scope))
        package.relate(notes, RT_NOTES_MASTER, master)
        package.relate(notes, RT_SLIDE, name)
        package.add_part(notes, CT_NOTES_SLIDE, notes_xml(slide.notes))
        names.append(name)
    return names


def _related_picture(
    package: Package, slide: str, media: dict[bytes, str], picture: Picture
) -> str:
    return _related_media(package, slide, media, picture.file.format, picture.file.data)


def _related_media(
    package: Package, slide: str, media: dict[bytes, str], kind: str, data: bytes
) -> str:
    """Return the slide's relationship to a picture, whose bytes stand in the package once."""
    if data not in media:
        media[data] = package.free_name(f"ppt/media/image%d.{kind}")
        package.add_part(media[data], CT_BY_EXTENSION[kind], data)
    return package.relate(slide, RT_IMAGE, media[data])


def _related_chart(package: Package, slide: str, chart: Chart) -> str:
    """Add a chart with the workbook of its data; return the slide's relationship to it."""
    name = package.free_name("ppt/charts/chart%d.xml")
    data = package.free_name("ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx")
    package.add_part(data, CT_BY_EXTENSION["xlsx"], workbook(chart))
    package.add_part(name, CT_CHART, chart_xml(chart, package.relate(name, RT_PACKAGE, data)))
    return package.relate(slide, RT_CHART, name)


def _make_room_for_source(package: Package, presentation: str) -> None:
    """Add the source's part, empty: what it says of all parts is known when they are complete."""
    package.add_part(SOURCE_PART, CT_BY_EXTENSION["xml"], b"")
    package.add_part(PROPERTIES_PART, CT_CUSTOM_XML_PROPERTIES, properties_xml())
    package.relate(SOURCE_PART, RT_CUSTOM_XML_PROPERTIES, PROPERTIES_PART)
    package.relate(presentation, RT_CUSTOM_XML, SOURCE_PART)
