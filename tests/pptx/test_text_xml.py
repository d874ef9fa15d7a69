from __future__ import annotations

import pytest
from lxml import etree

from deckgen.pptx.text_xml import is_right_to_left, plain_paragraph, text_body
from deckgen.scene.geometry import Emu
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame
from tests.pptx.decks import INK
from tests.pptx.packages import fragment

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINK_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


def body(*paragraphs: Paragraph, **frame: object) -> etree._Element:
    """The text body of a frame of these paragraphs."""
    text = TextFrame(paragraphs, **frame)  # type: ignore[arg-type]
    return fragment(text_body(text, lambda address: f"to {address}"))


def one(tree: etree._Element, tag: str) -> etree._Element:
    """The one element of this name."""
    [found] = tree.iter(f"{A}{tag}")
    return found


def attributes(tree: etree._Element, tag: str) -> dict[str, str]:
    return {str(name): str(value) for name, value in one(tree, tag).attrib.items()}


def said(text: str, **more: object) -> Paragraph:
    return Paragraph((Run(text, 14, INK),), 16.8, **more)  # type: ignore[arg-type]


def test_a_body_states_its_insets_and_neither_grows_nor_shrinks() -> None:
    tree = body(
        said("x"), anchor=Anchor.MIDDLE, left=Emu(1), top=Emu(2), right=Emu(3), bottom=Emu(4)
    )
    assert attributes(tree, "bodyPr") == {
        "wrap": "square", "lIns": "1", "tIns": "2", "rIns": "3", "bIns": "4",
        "anchor": "ctr", "rtlCol": "0",
    }  # fmt: skip
    assert [child.tag for child in one(tree, "bodyPr")] == [f"{A}noAutofit"]


def test_text_that_does_not_wrap_says_so() -> None:
    assert attributes(body(said("x"), wraps=False), "bodyPr")["wrap"] == "none"


def test_a_run_carries_language_size_weight_slant_and_colour() -> None:
    tree = body(Paragraph((Run("x", 13.5, "#b42318", bold=True, italic=True),), 16))
    assert attributes(tree, "rPr") == {
        "lang": "en-US", "sz": "1350", "b": "1", "i": "1", "dirty": "0"
    }  # fmt: skip
    assert attributes(tree, "srgbClr") == {"val": "B42318"}


def test_no_run_names_a_font_so_that_the_theme_decides() -> None:
    assert not list(body(said("x")).iter(f"{A}latin"))


def test_lines_are_an_exact_distance_apart() -> None:
    pitch = one(body(said("x")), "lnSpc")
    assert [child.get("val") for child in pitch] == ["1680"]


def test_space_before_stands_between_paragraphs_and_not_above_the_first() -> None:
    tree = body(said("x", space_before=6), said("y", space_before=6))
    assert [space[0].get("val") for space in tree.iter(f"{A}spcBef")] == ["0", "600"]


def test_a_bulleted_paragraph_hangs_behind_its_bullet() -> None:
    tree = body(said("x", bullet="•", hang=Emu(177800)))
    properties = attributes(tree, "pPr")
    assert (properties["marL"], properties["indent"]) == ("177800", "-177800")
    assert attributes(tree, "buChar") == {"char": "•"}


def test_a_paragraph_without_bullet_refuses_an_inherited_one() -> None:
    tree = body(said("x"))
    assert (len(list(tree.iter(f"{A}buNone"))), attributes(tree, "pPr")["indent"]) == (1, "0")


@pytest.mark.parametrize(
    ("align", "from_left", "from_right"),
    [(Align.LEFT, "l", "r"), (Align.CENTRE, "ctr", "ctr"), (Align.RIGHT, "r", "l")],
)
def test_text_from_right_to_left_starts_at_the_right(
    align: Align, from_left: str, from_right: str
) -> None:
    latin = attributes(body(said("abc", align=align)), "pPr")
    hebrew = attributes(body(said("שלום", align=align)), "pPr")
    assert (latin["algn"], latin["rtl"]) == (from_left, "0")
    assert (hebrew["algn"], hebrew["rtl"]) == (from_right, "1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", False),
        ("", False),
        ("123 שלום", True),
        ("«مرحبا»", True),
        ("INC-1 שלום", False),
        ("支払い", False),
        ("…—", False),
    ],
)
def test_the_first_strong_character_decides_the_direction(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_a_link_keeps_the_colour_of_its_text() -> None:
    run = Run("the ticket", 14, INK, link="https://x.test/")
    link = one(body(Paragraph((run,), 16.8)), "hlinkClick")
    assert link.get(f"{R}id") == "to https://x.test/"
    assert [colour.get("val") for colour in link.iter(LINK_COLOUR)] == ["tx"]


def test_an_empty_paragraph_keeps_its_height_and_language() -> None:
    tree = body(said(""))
    assert attributes(tree, "endParaRPr") == {"lang": "en-US", "sz": "1400", "dirty": "0"}
    assert not list(tree.iter(f"{A}r"))


def test_a_frame_without_paragraphs_is_still_a_valid_body() -> None:
    assert len(list(body().iter(f"{A}p"))) == 1


def test_a_plain_paragraph_inherits_all_but_a_size_of_its_own() -> None:
    inherits = fragment(plain_paragraph("Headline"))
    shrunk = fragment(plain_paragraph("Headline", 22))
    assert attributes(inherits, "rPr") == {"lang": "en-US", "dirty": "0"}
    assert attributes(shrunk, "rPr") == {"lang": "en-US", "sz": "2200", "dirty": "0"}


def test_text_is_escaped() -> None:
    assert one(body(said("a < b & c > d")), "t").text == "a < b & c > d"
