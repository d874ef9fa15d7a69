"""What stands behind the texts of a slide layout, by all the ways in which a template says so."""

from __future__ import annotations

import pytest

from deckgen.pptx import open_template
from tests.pptx.packages import OFFICE, edited, own_template, related, typed
from tests.pptx.templates import MASTER, TITLE_ONLY, Open, fault

THEME = "ppt/theme/theme1.xml"
BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
COLOURS_OF_MASTER = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
SWAPPED = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"/></p:clrMapOvr>'
)


def of_master(background: str) -> dict[str, bytes]:
    """deckgen's own template with this background of its master."""
    return edited(own_template(), MASTER, BACKGROUND, f"<p:bg>{background}</p:bg>")


def solid(colour: str) -> str:
    """A background of one colour."""
    return f"<p:bgPr><a:solidFill>{colour}</a:solidFill><a:effectLst/></p:bgPr>"


def reference(index: int, colour: str = '<a:schemeClr val="tx2"/>') -> str:
    """A background in a style of the theme."""
    return f'<p:bgRef idx="{index}">{colour}</p:bgRef>'


def test_the_packaged_template_is_white() -> None:
    template = open_template()
    names = ("Title Slide", "Title Only", "Key Learning", "no such layout")
    assert {template.background(name) for name in names} == {"#FFFFFF"}


@pytest.mark.parametrize(
    ("background", "colour"),
    [
        (solid('<a:srgbClr val="0b3c5d"/>'), "#0B3C5D"),
        (solid('<a:schemeClr val="bg1"/>'), "#FFFFFF"),
        (solid('<a:schemeClr val="tx1"/>'), "#1F2A37"),
        (solid('<a:schemeClr val="dk2"/>'), "#0B3C5D"),
        (solid('<a:schemeClr val="accent4"/>'), "#067647"),
        (solid('<a:prstClr val="black"/>'), "#000000"),
        (solid('<a:sysClr val="window" lastClr="FFFFFF"/>'), "#FFFFFF"),
        (solid('<a:srgbClr val="FFFFFF"><a:lumMod val="85000"/></a:srgbClr>'), "#D9D9D9"),
        (
            solid(
                '<a:srgbClr val="000000"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:srgbClr>'
            ),
            "#808080",
        ),
        ("<p:bgPr><a:noFill/><a:effectLst/></p:bgPr>", "#FFFFFF"),
        (reference(1001), "#0B3C5D"),
        (reference(1), "#0B3C5D"),
        (reference(0), "#FFFFFF"),
        (reference(1000), "#FFFFFF"),
    ],
)
def test_one_plain_colour_is_found(background: str, colour: str, opened: Open) -> None:
    assert opened(of_master(background)).background("Title Only") == colour


@pytest.mark.parametrize(
    "background",
    [
        "<p:bgPr><a:gradFill><a:gsLst/></a:gradFill><a:effectLst/></p:bgPr>",
        "<p:bgPr><a:blipFill/><a:effectLst/></p:bgPr>",
        solid('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>'),
        solid('<a:srgbClr val="FFFFFF"><a:lumMod val="dark"/></a:srgbClr>'),
        solid('<a:srgbClr val="white"/>'),
        solid('<a:schemeClr val="nonesuch"/>'),
        solid('<a:hslClr hue="0" sat="0" lum="0"/>'),
        solid(""),
        reference(1001, ""),
    ],
)
def test_what_is_not_one_plain_colour_is_not_guessed(background: str, opened: Open) -> None:
    assert opened(of_master(background)).background("Title Only") is None


def test_a_gradient_among_the_styles_of_the_theme_is_found(opened: Open) -> None:
    gradient = "<a:bgFillStyleLst><a:gradFill><a:gsLst/></a:gradFill>"
    parts = edited(own_template(), THEME, "<a:bgFillStyleLst>", gradient)
    assert opened(parts).background("Title Only") is None


def test_a_layout_goes_before_its_master(opened: Open) -> None:
    blue = solid('<a:srgbClr val="112233"/>')
    own = f'<p:cSld name="Title Only"><p:bg>{blue}</p:bg>'
    template = opened(edited(own_template(), TITLE_ONLY, '<p:cSld name="Title Only">', own))
    names = ("Title Only", "Title Slide")
    assert [template.background(name) for name in names] == ["#112233", "#FFFFFF"]


def test_a_template_that_says_nothing_is_white(opened: Open) -> None:
    assert opened(edited(own_template(), MASTER, BACKGROUND, "")).background("x") == "#FFFFFF"


def test_colours_that_a_master_or_a_layout_maps_otherwise_are_followed(opened: Open) -> None:
    dark = edited(own_template(), MASTER, 'bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
    assert opened(dark).background("Title Only") == "#1F2A37"
    one_dark = edited(own_template(), TITLE_ONLY, COLOURS_OF_MASTER, SWAPPED)
    template = opened(one_dark)
    names = ("Title Only", "Title Slide")
    assert [template.background(name) for name in names] == ["#1F2A37", "#FFFFFF"]


def test_a_layout_with_a_theme_of_its_own_is_not_guessed_at(opened: Open) -> None:
    name, kind = "ppt/theme/themeOverride1.xml", "themeOverride"
    type_ = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
    parts = typed(own_template(), name, type_, b"<x/>")
    parts = related(parts, TITLE_ONLY, "rId9", f"{OFFICE}/{kind}", f"/{name}")
    assert opened(parts).background("Title Only") is None


def without(parts: dict[str, bytes], source: str, target: str) -> dict[str, bytes]:
    """The parts without the relationship of `source` to `target`, which is then left out."""
    folder, _, file = source.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    rows = parts[name].split(b"<Relationship ")
    kept = [row for row in rows if target.encode() not in row]
    end = b"" if kept[-1].endswith(b"</Relationships>") else b"</Relationships>"
    return {**parts, name: b"<Relationship ".join(kept) + end}


def test_a_master_without_a_theme_is_refused(opened: Open) -> None:
    parts = without(own_template(), MASTER, "theme1.xml")
    assert fault(parts, opened) == "has a slide master without a theme"


def test_a_layout_without_a_master_is_refused(opened: Open) -> None:
    parts = without(own_template(), TITLE_ONLY, "slideMaster1.xml")
    assert fault(parts, opened) == "has a slide layout without a master"
