"""A deck in which no judge finds anything, for faults to be planted in."""

from __future__ import annotations

import io
from functools import cache
from typing import cast

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Pt

from tests.validators.xmlnames import DECORATIVE, P14, A, C, P, R

NO_TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
DARK, PALE = MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.BACKGROUND_2


@cache
def good_deck() -> bytes:
    """Four slides with notes, sections, a group, a picture, a chart and a table."""
    deck = Presentation()
    _widen(deck)
    _opening(_slide(deck, 0, "Checkout was down for 45 minutes"))
    _shapes(_slide(deck, 5, "A cache write raced"))
    _chart(_slide(deck, 5, "Incidents are falling"))
    _table(_slide(deck, 5, "Two actions close the gap"))
    _notes_master(deck)
    _sections(deck, {"Summary": [0, 1], "Follow-up": [2, 3]})
    _languages(deck)
    _properties(deck)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _widen(deck: Deck) -> None:
    """Make python-pptx's 4:3 template 16:9; its placeholders stay in the left three quarters."""
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    for size in deck.part._element.iter(P + "sldSz"):
        del size.attrib["type"]


def _slide(deck: Deck, layout: int, title: str) -> Slide:
    slide = cast(Slide, deck.slides.add_slide(deck.slide_layouts[layout]))
    assert slide.shapes.title is not None
    slide.shapes.title.text = title
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = f"Say in one sentence: {title}."
    return slide


def _opening(slide: Slide) -> None:
    frame = slide.placeholders[1].text_frame
    frame.text = "What happened and what we learned. Read "
    run = frame.paragraphs[0].add_run()
    run.text = "the public report"
    run.hyperlink.address = "https://example.org/report"


def _shapes(slide: Slide) -> None:
    panel = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(40), Pt(120), Pt(300), Pt(100))
    panel.fill.solid()
    panel.fill.fore_color.theme_color = DARK
    panel.name = "panel"
    _decorate(panel)
    _text(slide, "label", "White on a dark panel", (50, 130, 280, 40), PALE)
    _text(slide, "plain", "Dark on the white slide", (400, 130, 280, 40), DARK)
    picture = slide.shapes.add_picture(_png(), Pt(40), Pt(260), Pt(60), Pt(60))
    picture.name = "picture"
    _describe(picture, "Error rate over the morning")
    _group(slide)


def _group(slide: Slide) -> None:
    group = slide.shapes.add_group_shape()
    group.name = "group"
    _describe(group, "Timeline of two events")
    line = group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(400), Pt(300), Pt(700), Pt(320))
    line.name = "line"
    outline = group.shapes.build_freeform(Pt(420), Pt(330))
    outline.add_line_segments([(Pt(440), Pt(330)), (Pt(430), Pt(350))])
    outline.convert_to_shape().name = "marker"
    label = group.shapes.add_textbox(Pt(420), Pt(360), Pt(200), Pt(30))
    label.name = "axis label"
    label.text_frame.text = "02:15 deploy"
    label.text_frame.paragraphs[0].runs[0].font.size = Pt(10)


def _chart(slide: Slide) -> None:
    data = ChartData()  # type: ignore[no-untyped-call]
    data.categories = ["Q1", "Q2", "Q3"]
    data.add_series("Incidents", (9, 7, 4))  # type: ignore[no-untyped-call]
    place = Pt(40), Pt(120), Pt(600), Pt(300)
    added = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    frame = cast(GraphicFrame, added)  # python-pptx says Chart
    frame.name = "chart"
    _describe(frame, "Incidents fell from nine to four in three quarters")
    ids: dict[str | None, str] = {}
    for element in frame.chart.part._element.iter(C + "axId", C + "crossAx"):
        # python-pptx writes negative ids, which the schema forbids.
        element.set("val", ids.setdefault(element.get("val"), str(len(ids) + 1)))


def _table(slide: Slide) -> None:
    frame = slide.shapes.add_table(3, 3, Pt(40), Pt(120), Pt(600), Pt(90))
    frame.name = "table"
    _describe(frame, "Actions with owner and date")
    rows = (("Action", "Owner", "Due"), ("Add a canary", "DevOps", "15 Jan"), ("Alert", "SRE", ""))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            frame.table.cell(r, c).text = text
    next(frame._element.iter(A + "tableStyleId")).text = NO_TABLE_STYLE
    _text(slide, "number", "4", (800, 500, 100, 20), DARK)
    for properties in slide.shapes[-1]._element.iter(P + "nvPr"):
        etree.SubElement(properties, P + "ph", type="sldNum", idx="12")


def _text(
    slide: Slide, name: str, text: str, box: tuple[int, int, int, int], colour: MSO_THEME_COLOR
) -> None:
    shape = slide.shapes.add_textbox(*(Pt(side) for side in box))
    shape.name = name
    shape.text_frame.text = text
    font = shape.text_frame.paragraphs[0].runs[0].font
    font.size, font.color.theme_color = Pt(14), colour


def _png() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), (200, 30, 30)).save(stream, "PNG")
    stream.seek(0)
    return stream


def _describe(shape: BaseShape, text: str) -> None:
    next(shape._element.iter(P + "cNvPr")).set("descr", text)


def _decorate(shape: BaseShape) -> None:
    properties = next(shape._element.iter(P + "cNvPr"))
    extension = etree.SubElement(etree.SubElement(properties, A + "extLst"), A + "ext")
    extension.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(extension, DECORATIVE, val="1")


def _notes_master(deck: Deck) -> None:
    """Declare the notes master, which python-pptx only relates."""
    id_ = deck.part.relate_to(deck.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    for masters in deck.part._element.iter(P + "sldMasterIdLst"):
        declared = etree.Element(P + "notesMasterIdLst")
        etree.SubElement(declared, P + "notesMasterId").set(R + "id", id_)
        masters.addnext(declared)


def _sections(deck: Deck, names: dict[str, list[int]]) -> None:
    extensions = etree.SubElement(deck.part._element, P + "extLst")
    extension = etree.SubElement(
        extensions, P + "ext", uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    )
    listed = etree.SubElement(extension, P14 + "sectionLst", nsmap={"p14": P14[1:-1]})
    slides = list(deck.slides)
    for number, (name, members) in enumerate(names.items(), 1):
        guid = f"{{00000000-0000-4000-8000-{number:012}}}"
        section = etree.SubElement(listed, P14 + "section", name=name, id=guid)
        ids = etree.SubElement(section, P14 + "sldIdLst")
        for member in members:
            etree.SubElement(ids, P14 + "sldId", id=str(slides[member].slide_id))


def _languages(deck: Deck) -> None:
    for slide in deck.slides:
        for part in (slide.part, slide.notes_slide.part):
            for run in part._element.iter(A + "r"):
                run.get_or_add_rPr().set("lang", "en-GB")


def _properties(deck: Deck) -> None:
    core = deck.core_properties
    core.title, core.language = "Checkout was down for 45 minutes", "en-GB"
    package = deck.part.package
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        'name="tool"><vt:lpwstr>deckgen</vt:lpwstr></property></Properties>'
    )
    type_ = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = Part(PackURI("/docProps/custom.xml"), type_, package, custom.encode())
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    source = b'<source xmlns="urn:example:source">title: Checkout</source>'
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", package, source)
    deck.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
