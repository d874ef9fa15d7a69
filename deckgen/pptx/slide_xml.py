"""Whole slides as PresentationML."""

from __future__ import annotations

from deckgen.pptx.markup import LANGUAGE, NAMESPACES, document
from deckgen.pptx.scope import SlideScope
from deckgen.pptx.shapes_xml import item_xml
from deckgen.pptx.slide_layouts import SlideLayout, Slot, required
from deckgen.pptx.text_xml import plain_paragraph
from deckgen.scene.deck import Footer, Slide

TREE_START = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
COLOURS_OF_MASTER = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

_SLIDE_NUMBER_FIELD = "{8C1E2A50-6B0D-4C57-9B5B-2E8D1F3A7C64}"


def slide_xml(
    slide: Slide, number: int, layout: SlideLayout, footer: Footer, scope: SlideScope
) -> bytes:
    """Return the slide part of `slide`, the `number`-th of the deck, drawn on `layout`.

    Reading order is the order of the shapes: title, subtitle, items, and what stands at the foot.
    """
    shapes = [
        *_titles(slide, layout, scope),
        *(item_xml(item, scope) for item in slide.items),
        *_foot(number, layout, footer, scope),
    ]
    return document(
        f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE_START}{''.join(shapes)}</p:spTree></p:cSld>"
        f"{COLOURS_OF_MASTER}</p:sld>"
    )


def _titles(slide: Slide, layout: SlideLayout, scope: SlideScope) -> list[str]:
    texts = [("Title", layout.title, slide.title)]
    if slide.subtitle is not None:
        texts.append(("Subtitle", layout.subtitle, slide.subtitle))
    return [
        _placeholder(name, required(slot), plain_paragraph(text.text, text.size), scope)
        for name, slot, text in texts
    ]


def _foot(number: int, layout: SlideLayout, footer: Footer, scope: SlideScope) -> list[str]:
    """Return date, footer and slide number, as far as the layout offers them and they have text."""
    paragraphs = {
        "dt": ("Date", plain_paragraph(footer.date) if footer.date else ""),
        "ftr": ("Footer", plain_paragraph(footer.text) if footer.text else ""),
        "sldNum": ("Slide Number", _slide_number(number)),
    }
    offered = [(slot, *paragraphs[slot.kind]) for slot in layout.footers]
    return [_placeholder(name, slot, text, scope) for slot, name, text in offered if text]


def _slide_number(number: int) -> str:
    return (
        f'<a:p><a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum">'
        f'<a:rPr lang="{LANGUAGE}" dirty="0"/><a:t>{number}</a:t></a:fld></a:p>'
    )


def _placeholder(name: str, slot: Slot, text: str, scope: SlideScope) -> str:
    """Return a placeholder that stands and looks as the layout says."""
    attributes = (("type", slot.kind), ("sz", slot.share), ("idx", slot.idx))
    ph = "".join(f' {key}="{value}"' for key, value in attributes if value is not None)
    return (
        f'<p:sp><p:nvSpPr>{scope.identity(name, "")}<p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph{ph}/></p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
