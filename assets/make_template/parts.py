"""Which parts the template has, how they relate, and the small ones that have no module."""

from __future__ import annotations

from assets.make_template.drawing import NAMESPACES
from assets.make_template.notes import PAGE_HEIGHT, PAGE_WIDTH, notes_master
from assets.make_template.slides import (
    SLIDE_HEIGHT,
    SLIDE_WIDTH,
    default_text_style,
    layouts,
    master,
)
from assets.make_template.theme import theme
from assets.make_template.zipping import Part, Relationships

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument."
_PRESENTATION_ML = f"{_MEDIA_TYPE}presentationml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MASTER_ID = 2_147_483_648
_WRITTEN = "2026-01-01T00:00:00Z"
_NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"

PACKAGE_RELATIONSHIPS: Relationships = (
    (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
    (f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml"),
    (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
)


def template_parts() -> tuple[Part, ...]:
    """Return every part but the content types and relationships, in the order of the file."""
    return (
        _presentation(),
        *_slide_parts(),
        *_notes_parts(),
        _small("presProps", "presentationPr"),
        _small("viewProps", "viewPr"),
        _table_styles(),
        _core_properties(),
        _extended_properties(),
    )


def _presentation() -> Part:
    xml = f"""
        <p:presentation {NAMESPACES} saveSubsetFonts="1">
          <p:sldMasterIdLst><p:sldMasterId id="{_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>
          <p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>
          <p:sldSz cx="{SLIDE_WIDTH}" cy="{SLIDE_HEIGHT}"/>
          <p:notesSz cx="{PAGE_WIDTH}" cy="{PAGE_HEIGHT}"/>
          {default_text_style()}
        </p:presentation>"""
    relationships = (
        (f"{_OFFICE}/slideMaster", "ppt/slideMasters/slideMaster1.xml"),
        (f"{_OFFICE}/notesMaster", "ppt/notesMasters/notesMaster1.xml"),
        (f"{_OFFICE}/presProps", "ppt/presProps.xml"),
        (f"{_OFFICE}/viewProps", "ppt/viewProps.xml"),
        (f"{_OFFICE}/theme", "ppt/theme/theme1.xml"),
        (f"{_OFFICE}/tableStyles", "ppt/tableStyles.xml"),
    )
    media_type = f"{_PRESENTATION_ML}presentation.main+xml"
    return Part("ppt/presentation.xml", media_type, xml, relationships)


def _slide_parts() -> tuple[Part, ...]:
    master_name = "ppt/slideMasters/slideMaster1.xml"
    layout_parts = tuple(
        Part(
            f"ppt/slideLayouts/slideLayout{number}.xml",
            f"{_PRESENTATION_ML}slideLayout+xml",
            layout.xml(),
            ((f"{_OFFICE}/slideMaster", master_name),),
        )
        for number, layout in enumerate(layouts(), start=1)
    )
    theme_name = "ppt/theme/theme1.xml"
    master_part = Part(
        master_name,
        f"{_PRESENTATION_ML}slideMaster+xml",
        master(len(layout_parts)),
        (
            *((f"{_OFFICE}/slideLayout", part.name) for part in layout_parts),
            (f"{_OFFICE}/theme", theme_name),
        ),
    )
    return master_part, *layout_parts, Part(theme_name, f"{_MEDIA_TYPE}theme+xml", theme())


def _notes_parts() -> tuple[Part, ...]:
    theme_name = "ppt/theme/theme2.xml"
    return (
        Part(
            "ppt/notesMasters/notesMaster1.xml",
            f"{_PRESENTATION_ML}notesMaster+xml",
            notes_master(),
            ((f"{_OFFICE}/theme", theme_name),),
        ),
        Part(theme_name, f"{_MEDIA_TYPE}theme+xml", theme()),
    )


def _small(name: str, element: str) -> Part:
    """Return a part PowerPoint wants to find but that says nothing."""
    return Part(f"ppt/{name}.xml", f"{_PRESENTATION_ML}{name}+xml", f"<p:{element} {NAMESPACES}/>")


def _table_styles() -> Part:
    xml = f"""
        <a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
                       def="{_NO_STYLE_NO_GRID}"/>"""
    return Part("ppt/tableStyles.xml", f"{_PRESENTATION_ML}tableStyles+xml", xml)


def _core_properties() -> Part:
    namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xml = f"""
        <cp:coreProperties
            xmlns:cp="{namespace}"
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <dc:title>deckgen template</dc:title>
          <dc:creator>deckgen</dc:creator>
          <dc:language>en-US</dc:language>
          <dcterms:created xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:created>
          <dcterms:modified xsi:type="dcterms:W3CDTF">{_WRITTEN}</dcterms:modified>
        </cp:coreProperties>"""
    media_type = "application/vnd.openxmlformats-package.core-properties+xml"
    return Part("docProps/core.xml", media_type, xml)


def _extended_properties() -> Part:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    xml = f"""
        <Properties xmlns="{namespace}">
          <Application>deckgen</Application>
          <PresentationFormat>Widescreen</PresentationFormat>
        </Properties>"""
    return Part("docProps/app.xml", f"{_MEDIA_TYPE}extended-properties+xml", xml)
