"""The standard names of what a deck is made of (ECMA-376 part 1, 13 and 15; part 2, annex E).

`CT_` are content types, which say what a part is; `RT_` are relationship types, which say what it
is to another.
"""

from __future__ import annotations

from deckgen.pptx.markup import RELATIONSHIPS

_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

CT_CHART = f"{_OFFICE}.drawingml.chart+xml"
CT_CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
CT_CUSTOM_XML_PROPERTIES = f"{_OFFICE}.customXmlProperties+xml"
CT_EXTENDED_PROPERTIES = f"{_OFFICE}.extended-properties+xml"
CT_NOTES_MASTER = f"{_OFFICE}.presentationml.notesMaster+xml"
CT_NOTES_SLIDE = f"{_OFFICE}.presentationml.notesSlide+xml"
CT_PRESENTATION = f"{_OFFICE}.presentationml.presentation.main+xml"
CT_SLIDE = f"{_OFFICE}.presentationml.slide+xml"
CT_THEME = f"{_OFFICE}.theme+xml"

CT_BY_EXTENSION = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
"""What a part is by the end of its name, where nothing else is said of it."""

RT_CHART = f"{RELATIONSHIPS}/chart"
RT_CORE_PROPERTIES = f"{_PACKAGE}/metadata/core-properties"
RT_CUSTOM_XML = f"{RELATIONSHIPS}/customXml"
RT_CUSTOM_XML_PROPERTIES = f"{RELATIONSHIPS}/customXmlProps"
RT_EXTENDED_PROPERTIES = f"{RELATIONSHIPS}/extended-properties"
RT_HYPERLINK = f"{RELATIONSHIPS}/hyperlink"
RT_IMAGE = f"{RELATIONSHIPS}/image"
RT_NOTES_MASTER = f"{RELATIONSHIPS}/notesMaster"
RT_NOTES_SLIDE = f"{RELATIONSHIPS}/notesSlide"
RT_OFFICE_DOCUMENT = f"{RELATIONSHIPS}/officeDocument"
RT_PACKAGE = f"{RELATIONSHIPS}/package"
RT_SLIDE = f"{RELATIONSHIPS}/slide"
RT_SLIDE_LAYOUT = f"{RELATIONSHIPS}/slideLayout"
RT_THEME = f"{RELATIONSHIPS}/theme"
