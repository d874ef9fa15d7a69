from __future__ import annotations

from hypothesis import given
from lxml import etree

from deckgen.pptx.markup import document, escaped, outline, quoted
from deckgen.scene.geometry import Emu
from deckgen.scene.shapes import Line
from tests.pptx.packages import XML_TEXT


@given(XML_TEXT)
def test_whatever_xml_can_hold_comes_back_from_elements_and_attributes(text: str) -> None:
    tree = etree.fromstring(document(f"<x y={quoted(text)}>{escaped(text)}</x>"))
    assert (tree.text or "", tree.get("y")) == (text, text)


def test_line_breaks_in_an_attribute_survive_parsing() -> None:
    text = "one\r\ntwo\tthree"
    assert etree.fromstring(f"<x y={quoted(text)}/>").get("y") == text


def test_no_outline_is_said_outright() -> None:
    assert outline(None) == "<a:ln><a:noFill/></a:ln>"


def test_a_dashed_outline_says_its_colour_width_and_dash() -> None:
    assert outline(Line("#5b6776", Emu(9525), dashed=True)) == (
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="5B6776"/></a:solidFill>'
        '<a:prstDash val="dash"/></a:ln>'
    )
