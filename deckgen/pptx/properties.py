"""What the document says of itself: docProps/core.xml and docProps/app.xml."""

from __future__ import annotations

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckgen.pptx.markup import LANGUAGE, document
from deckgen.pptx.package import DeckPackage
from deckgen.scene.deck import Deck

_LONGEST = 255  # of what python-pptx takes for a core property
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def set_properties(package: DeckPackage, deck: Deck, version: str) -> None:
    """Write the properties of `deck`, built by deckgen `version`, into a package without any."""
    _set_core_properties(package, deck, f"deckgen {version}")
    part = package.part("docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _app_xml(len(deck.slides)))
    package.relate_to(part, RT.EXTENDED_PROPERTIES)


def _set_core_properties(package: DeckPackage, deck: Deck, creator: str) -> None:
    own, core = deck.properties, package.core_properties
    core.title = own.title[:_LONGEST]
    core.subject = own.subject[:_LONGEST]
    core.keywords = ", ".join(own.keywords)[:_LONGEST]
    core.author = core.last_modified_by = creator
    core.created = core.modified = own.modified.replace(tzinfo=None)
    core.language = LANGUAGE
    core.revision = 1


def _app_xml(slides: int) -> bytes:
    return document(
        f'<Properties xmlns="{_EXTENDED}"><Application>deckgen</Application>'
        "<PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slides}</Slides><Notes>{slides}</Notes><HiddenSlides>0</HiddenSlides>"
        "</Properties>"
    )
