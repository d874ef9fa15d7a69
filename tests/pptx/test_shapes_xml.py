from __future__ import annotations

import pytest
from lxml import etree

from deckgen.pptx.shapes_xml import item_xml
from deckgen.scene.geometry import Box, Emu
from deckgen.scene.shapes import (
    Close,
    CurveTo,
    Geometry,
    Group,
    Item,
    Line,
    LineTo,
    MoveTo,
    Path,
    Shape,
    TextBox,
)
from tests.pptx.decks import SVG, chart, drawing, frame, picture, png, table
from tests.pptx.packages import fragment, scope

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BOX = Box(Emu(10), Emu(20), Emu(300), Emu(200))


def xml(item: Item) -> etree._Element:
    """The element of an item."""
    return fragment(item_xml(item, scope()))


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def first(tree: etree._Element, tag: str) -> dict[str, str]:
    """The attributes of the first element of this name."""
    return attributes(next(tree.iter(tag)))


def extent(tree: etree._Element) -> dict[str, str]:
    """The extent of the shape itself; extensions have the same name."""
    return {str(k): str(v) for e in tree.iter(f"{A}ext") if "cx" in e.attrib for k, v in e.items()}


def is_decorative(tree: etree._Element) -> bool:
    return any(mark.get("val") == "1" for mark in next(tree.iter(f"{P}cNvPr")).iter(DECORATIVE))


def test_a_text_box_is_one_without_fill_where_it_was_put() -> None:
    tree = xml(TextBox("label", BOX, frame("x")))
    assert first(tree, f"{P}cNvSpPr") == {"txBox": "1"}
    assert (first(tree, f"{A}off"), extent(tree)) == (
        {"x": "10", "y": "20"}, {"cx": "300", "cy": "200"}
    )  # fmt: skip
    assert tree.find(f"{P}spPr/{A}noFill") is not None


@pytest.mark.parametrize("geometry", Geometry)
def test_every_outline_has_its_preset(geometry: Geometry) -> None:
    tree = xml(Shape("s", BOX, geometry, fill="#FFFFFF"))
    assert first(tree, f"{A}prstGeom")["prst"] in {
        "rect", "roundRect", "ellipse", "diamond", "triangle", "pentagon", "hexagon", "chevron"
    }  # fmt: skip


def test_no_two_outlines_share_a_preset() -> None:
    presets = [first(xml(Shape("s", BOX, g)), f"{A}prstGeom")["prst"] for g in Geometry]
    assert len(set(presets)) == len(Geometry)


def test_rounding_is_a_share_of_the_shorter_side() -> None:
    tree = xml(Shape("s", BOX, Geometry.ROUNDED, rounding=0.04))
    assert first(tree, f"{A}gd") == {"name": "adj", "fmla": "val 4000"}


def test_a_shape_without_fill_and_line_says_so() -> None:
    properties = xml(Shape("s", BOX)).find(f"{P}spPr")
    assert properties is not None
    assert properties.find(f"{A}noFill") is not None
    assert properties.find(f"{A}ln/{A}noFill") is not None


@pytest.mark.parametrize(
    ("alt", "has_text", "described", "decorative"),
    [
        (None, False, None, True),
        (None, True, None, False),
        ("", False, None, False),
        ("A red dot", False, "A red dot", False),
        ("A card", True, "A card", False),
    ],
)
def test_a_shape_is_described_or_decorative_and_never_hidden_with_text(
    alt: str | None, has_text: bool, described: str | None, decorative: bool
) -> None:
    tree = xml(Shape("s", BOX, frame=frame("x") if has_text else None, alt=alt))
    assert next(tree.iter(f"{P}cNvPr")).get("descr") == described
    assert is_decorative(tree) is decorative


def test_a_description_keeps_quotes_and_line_breaks() -> None:
    tree = xml(Group("g", BOX, (), 'He said "no" & left\nat <02:15>'))
    assert next(tree.iter(f"{P}cNvPr")).get("descr") == 'He said "no" & left\nat <02:15>'


def test_a_group_maps_its_children_onto_themselves() -> None:
    tree = xml(Group("g", BOX, (Shape("a", BOX), TextBox("b", BOX, frame("x"))), "Two"))
    transform = tree.find(f"{P}grpSpPr/{A}xfrm")
    assert transform is not None
    assert [attributes(child) for child in transform] == [
        {"x": "10", "y": "20"}, {"cx": "300", "cy": "200"},
        {"x": "10", "y": "20"}, {"cx": "300", "cy": "200"},
    ]  # fmt: skip
    assert [child.tag for child in tree][2:] == [f"{P}sp", f"{P}sp"]


def test_ids_are_unique_and_names_are_told_apart() -> None:
    tree = xml(Group("g", BOX, tuple(Shape("dot", BOX) for _ in range(3)), "Dots"))
    named = [(e.get("id"), e.get("name")) for e in tree.iter(f"{P}cNvPr")]
    assert named == [("2", "g"), ("3", "dot"), ("4", "dot 2"), ("5", "dot 3")]


def test_a_path_counts_from_the_corner_of_its_box() -> None:
    steps = (
        MoveTo(Emu(10), Emu(20)),
        LineTo(Emu(310), Emu(20)),
        CurveTo(Emu(310), Emu(120), Emu(110), Emu(220), Emu(10), Emu(220)),
        Close(),
    )
    path = next(xml(Path("p", BOX, steps, fill="#0B3C5D")).iter(f"{A}path"))
    assert attributes(path) == {"w": "300", "h": "200"}
    assert [
        (etree.QName(step).localname, [(pt.get("x"), pt.get("y")) for pt in step]) for step in path
    ] == [
        ("moveTo", [("0", "0")]),
        ("lnTo", [("300", "0")]),
        ("cubicBezTo", [("300", "100"), ("100", "200"), ("0", "200")]),
        ("close", []),
    ]


def test_an_open_path_is_not_filled() -> None:
    steps = (MoveTo(Emu(10), Emu(20)), LineTo(Emu(310), Emu(220)))
    tree = xml(Path("p", BOX, steps, line=Line("#0B3C5D", Emu(9525), dashed=True)))
    assert next(tree.iter(f"{A}path")).get("fill") == "none"
    assert first(tree, f"{A}prstDash") == {"val": "dash"}


def test_a_flat_line_gets_the_thickness_of_its_stroke() -> None:
    flat = Box(Emu(1000), Emu(5000), Emu(3000), Emu(0))
    steps = (MoveTo(flat.x, flat.y), LineTo(flat.right, flat.y))
    tree = xml(Path("axis", flat, steps, line=Line("#0B3C5D", Emu(100))))
    assert first(tree, f"{A}off") == {"x": "1000", "y": "4950"}
    assert extent(tree) == {"cx": "3000", "cy": "100"}
    ends = [(pt.get("x"), pt.get("y")) for pt in tree.iter(f"{A}pt")]
    assert ends == [("0", "50"), ("3000", "50")]


def test_a_picture_fills_its_box_and_is_described() -> None:
    tree = xml(picture(png(1), BOX))
    assert first(tree, f"{A}blip") == {f"{R}embed": "shows screenshot"}
    assert first(tree, f"{P}cNvPr")["descr"] == "Error rate of the checkout"
    assert extent(tree) == {"cx": "300", "cy": "200"}


def test_a_drawing_is_an_svg_with_a_picture_behind_it() -> None:
    tree = xml(drawing(place=BOX))
    assert first(tree, f"{A}blip") == {f"{R}embed": "shows drawing"}
    [extension] = tree.findall(f".//{A}blip/{A}extLst/{A}ext")
    assert attributes(extension) == {"uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"}
    assert first(extension, SVG_BLIP) == {f"{R}embed": f"draws {len(SVG)} bytes"}
    assert first(tree, f"{P}cNvPr")["descr"] == "Error rate of the checkout"


def test_a_picture_alone_has_no_extension() -> None:
    assert xml(picture(png(1), BOX)).find(f".//{A}blip/{A}extLst") is None


def test_a_chart_is_framed_where_it_was_put_and_described() -> None:
    tree = xml(chart("Errors", place=BOX))
    assert (first(tree, f"{A}off"), extent(tree)) == (
        {"x": "10", "y": "20"}, {"cx": "300", "cy": "200"}
    )  # fmt: skip
    assert first(tree, f"{P}cNvPr")["descr"] == "Line chart: Checkout errors, %."
    assert first(tree, f"{C}chart") == {f"{R}id": "charts plot:1"}


def test_a_table_is_as_large_as_its_columns_and_rows() -> None:
    item = table(rows=3)
    tree = xml(item)
    assert extent(tree) == {"cx": str(item.box.width), "cy": str(item.box.height)}
    assert [column.get("w") for column in tree.iter(f"{A}gridCol")] == [str(w) for w in item.widths]
    assert [row.get("h") for row in tree.iter(f"{A}tr")] == [str(row.height) for row in item.rows]


def test_a_table_marks_its_header_and_brings_no_style_of_its_own() -> None:
    tree = xml(table())
    assert first(tree, f"{A}tblPr") == {"firstRow": "1"}
    assert next(tree.iter(f"{A}tableStyleId")).text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def test_a_cell_has_its_insets_rule_fill_and_exact_lines() -> None:
    header, *_, last = list(xml(table()).iter(f"{A}tc"))
    properties = next(header.iter(f"{A}tcPr"))
    assert attributes(properties) == {
        "marL": "76200", "marR": "76200", "marT": "76200", "marB": "76200", "anchor": "ctr"
    }  # fmt: skip
    assert [child.tag for child in properties] == [f"{A}lnB", f"{A}solidFill"]
    assert [child.tag for child in next(last.iter(f"{A}tcPr"))] == [f"{A}lnB"]
    rule = next(last.iter(f"{A}lnB"))
    assert (rule.get("w"), first(rule, f"{A}srgbClr")) == ("9525", {"val": "C9D1DA"})
    assert first(last, f"{A}spcPts") == {"val": "1560"}
