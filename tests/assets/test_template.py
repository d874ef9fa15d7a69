"""The committed template is what its script makes, and holds what deckgen builds on."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from itertools import combinations
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout
from pptx.util import Inches

from assets.make_template import template_bytes

TEMPLATE = Path(__file__).parents[2] / "assets" / "template.pptx"
NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
FOOTERS = [("dt", 10), ("ftr", 11), ("sldNum", 12)]
LAYOUTS = [
    ("Title Slide", "title", [("ctrTitle", 0), ("subTitle", 1), *FOOTERS]),
    ("Title and Content", "obj", [("title", 0), ("obj", 1), *FOOTERS]),
    ("Two Content", "twoObj", [("title", 0), ("obj", 1), ("obj", 2), *FOOTERS]),
    ("Title Only", "titleOnly", [("title", 0), *FOOTERS]),
    ("Key Learning", None, [("title", 0), *FOOTERS]),
    ("Section Header", "secHead", [("title", 0), ("body", 1), *FOOTERS]),
    ("Blank", "blank", FOOTERS),
]


@pytest.fixture
def template() -> Presentation:
    return pptx.Presentation(str(TEMPLATE))


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def placeholder_kind(shape: BaseShape) -> str:
    [placeholder] = shape._element.findall(".//p:ph", NAMESPACES)
    return placeholder.get("type", "obj")


def placeholders(layout: SlideLayout) -> list[BaseShape]:
    return [shape for shape in layout.shapes if shape.is_placeholder]


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_committed_template_is_what_its_script_makes() -> None:
    committed, made = parts(TEMPLATE.read_bytes()), parts(template_bytes())
    stale = [
        name
        for name in sorted(committed.keys() | made.keys())
        if committed.get(name) != made.get(name)
    ]
    assert stale == [], "run `python -m assets.make_template`"


def test_the_package_is_the_same_to_the_byte_every_time() -> None:
    assert template_bytes() == template_bytes()


def test_the_package_starts_with_its_content_types_and_carries_no_clock() -> None:
    with zipfile.ZipFile(TEMPLATE) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_slides_are_sixteen_to_nine(template: Presentation) -> None:
    assert (template.slide_width, template.slide_height) == (12_192_000, 6_858_000)


def test_the_layouts_come_in_the_promised_order_with_their_placeholders(
    template: Presentation,
) -> None:
    found = [
        (
            layout.name,
            layout._element.get("type"),
            [(placeholder_kind(p), p.placeholder_format.idx) for p in placeholders(layout)],
        )
        for layout in template.slide_layouts
    ]
    assert found == LAYOUTS


def test_the_template_brings_no_slides(template: Presentation) -> None:
    assert len(template.slides) == 0


def test_title_body_and_footers_stand_where_layouts_reckon_with_them(
    template: Presentation,
) -> None:
    found = {
        placeholder_kind(p): (p.left, p.top, p.width, p.height)
        for p in template.slide_master.placeholders
    }
    content_width, footer_top, footer_height = 11_277_600, Inches(7.02), Inches(0.28)
    assert found == {
        "title": (Inches(0.5), Inches(0.35), content_width, Inches(0.9)),
        "body": (Inches(0.5), Inches(1.45), content_width, Inches(5.4)),
        "dt": (Inches(0.5), footer_top, Inches(2.9), footer_height),
        "ftr": (Inches(3.6), footer_top, 12_192_000 - 2 * Inches(3.6), footer_height),
        "sldNum": (12_192_000 - Inches(3), footer_top, Inches(2.5), footer_height),
    }


@pytest.mark.parametrize("index", range(len(LAYOUTS)))
def test_nothing_overlaps_or_leaves_the_slide(template: Presentation, index: int) -> None:
    shapes = placeholders(template.slide_layouts[index])
    outside = [
        p.name
        for p in shapes
        if min(p.left, p.top) < 0 or p.left + p.width > 12_192_000 or p.top + p.height > 6_858_000
    ]
    overlapping = [
        (one.name, other.name)
        for one, other in combinations(shapes, 2)
        if one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    ]
    assert (outside, overlapping) == ([], [])


def test_what_only_decorates_is_hidden_from_screen_readers(template: Presentation) -> None:
    drawn = [
        (layout.name, shape)
        for layout in template.slide_layouts
        for shape in layout.shapes
        if not shape.is_placeholder
    ]
    assert [name for name, _ in drawn] == ["Title Slide", "Key Learning", "Section Header"]
    for _, shape in drawn:
        [mark] = shape._element.findall(".//adec:decorative", NAMESPACES)
        assert mark.get("val") == "1"


def test_every_theme_colour_can_be_read_as_text_on_both_light_colours() -> None:
    theme = etree.fromstring(parts(TEMPLATE.read_bytes())["ppt/theme/theme1.xml"])
    scheme = theme.find(".//a:clrScheme", NAMESPACES)
    assert scheme is not None
    colours = {etree.QName(role).localname: role[0].get("val", "") for role in scheme}
    grounds = [colours.pop("lt1"), colours.pop("lt2")]
    assert len(colours) == 10
    faint = [
        (role, ground)
        for role, colour in colours.items()
        for ground in grounds
        if contrast(colour, ground) < 4.5
    ]
    assert faint == []


def test_notes_go_onto_the_templates_own_notes_master(template: Presentation) -> None:
    slide = template.slides.add_slide(template.slide_layouts.get_by_name("Title Only"))
    slide.notes_slide.notes_text_frame.text = "Say this for two minutes."
    saved = io.BytesIO()
    template.save(saved)
    names = parts(saved.getvalue())
    assert [n for n in names if n.startswith("ppt/notesMasters/notes")] == [
        "ppt/notesMasters/notesMaster1.xml"
    ]
    presentation = etree.fromstring(names["ppt/presentation.xml"])
    assert len(presentation.findall("p:notesMasterIdLst/p:notesMasterId", NAMESPACES)) == 1
    reopened = pptx.Presentation(io.BytesIO(saved.getvalue()))
    assert reopened.slides[0].notes_slide.notes_text_frame.text == "Say this for two minutes."


def test_the_strict_validator_finds_nothing() -> None:
    options = ["--policy", "strict", "--ooxml-security", "--format", "microsoft365"]
    command = [sys.executable, "-m", "openxml_audit", *options, "--max-errors", "0", str(TEMPLATE)]
    audit = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (audit.returncode, audit.stderr) == (0, ""), audit.stdout
