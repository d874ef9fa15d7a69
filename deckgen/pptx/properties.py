"""What the document says of itself: docProps/core.xml and docProps/app.xml."""

from __future__ import annotations

from deckgen.pptx.markup import LANGUAGE, document, escaped
from deckgen.pptx.package import Package
from deckgen.pptx.package_names import (
    CT_CORE_PROPERTIES,
    CT_EXTENDED_PROPERTIES,
    RT_CORE_PROPERTIES,
    RT_EXTENDED_PROPERTIES,
)
from deckgen.pptx.relationships import PACKAGE
from deckgen.scene.deck import Deck, Properties

_LONGEST = 255  # characters: a longer property is refused by programs that set it anew
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_NAMESPACES = (
    f'xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def set_properties(package: Package, deck: Deck, version: str) -> None:
    """Write the properties of `deck`, built by deckgen `version`, in place of the template's."""
    core = _core_xml(deck.properties, f"deckgen {version}")
    for name, content_type, relationship_type, content in (
        ("docProps/core.xml", CT_CORE_PROPERTIES, RT_CORE_PROPERTIES, core),
        ("docProps/app.xml", CT_EXTENDED_PROPERTIES, RT_EXTENDED_PROPERTIES, _app_xml(deck)),
    ):
        package.add_part(name, content_type, content)
        package.relate(PACKAGE, relationship_type, name)


def _core_xml(own: Properties, creator: str) -> bytes:
    texts = {
        "dc:title": own.title[:_LONGEST],
        "dc:subject": own.subject[:_LONGEST],
        "dc:creator": creator,
        "cp:keywords": ", ".join(own.keywords)[:_LONGEST],
        "cp:lastModifiedBy": creator,
        "cp:revision": "1",
        "dc:language": LANGUAGE,
    }
    moment = own.modified.replace(tzinfo=None).isoformat(timespec="seconds")
    rows = [f"<{tag}>{escaped(text)}</{tag}>" for tag, text in texts.items()]
    rows += [
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}Z</dcterms:{tag}>'
        for tag in ("created", "modified")
    ]
    return document(f"<cp:coreProperties {_CORE_NAMESPACES}>{''.join(rows)}</cp:coreProperties>")


def _app_xml(deck: Deck) -> bytes:
    slides = len(deck.slides)
    return document(
        f'<Properties xmlns="{_EXTENDED}"><Application>deckgen</Application>'
        "<PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slides}</Slides><Notes>{slides}</Notes><HiddenSlides>0</HiddenSlides>"
        "</Properties>"
    )
