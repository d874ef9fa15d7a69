"""Text set in the roles of a page, and the panels it stands on."""

from __future__ import annotations

from deckgen.scene.geometry import points
from deckgen.scene.shapes import Group
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame
from deckgen.typeset import BADGE, badged_card, frame, mixed, paragraph
from tests.builders import box, page
from tests.layouts.checks import texts as placed

INK = "#000000"


def test_a_paragraph_is_set_in_one_look_with_lines_a_fifth_apart() -> None:
    assert paragraph("a", 20, INK, bold=True, align=Align.CENTRE, space_before=3) == Paragraph(
        (Run("a", 20, INK, bold=True),), pitch=24, align=Align.CENTRE, space_before=3
    )


def test_a_bullet_stands_an_em_before_its_text() -> None:
    assert paragraph("a", 20, INK, bullet="•").hang == points(20)
    assert paragraph("a", 20, INK).hang == 0


def test_lines_of_several_looks_are_as_far_apart_as_the_largest_needs() -> None:
    assert mixed([Run("a", 12, INK), Run("b", 20, INK)]).pitch == 24


def test_a_frame_keeps_its_padding_on_all_sides_unless_told_otherwise() -> None:
    five = points(5)
    assert frame(paragraph("a", 12, INK), padding=5) == TextFrame(
        (paragraph("a", 12, INK),), Anchor.TOP, five, five, five, five
    )
    narrow = frame(paragraph("a", 12, INK), padding=5, side=1)
    assert (narrow.left, narrow.top, narrow.right, narrow.bottom) == tuple(
        points(length) for length in (1, 5, 1, 5)
    )


def test_a_badged_card_is_one_group_whose_text_stands_beside_the_badge() -> None:
    text = frame(paragraph("Freeze cache changes?", 16, INK), padding=12, side=28)
    card = badged_card(page(), "decision:1", box(2, 2, 4, 1), text, "1", "#EEEEEE", "#0B3C5D")
    assert isinstance(card, Group)
    assert card.alt == "1: Freeze cache changes?"
    badge, words = placed([card])
    assert (badge.frame.text, words.frame.text) == ("1", "Freeze cache changes?")
    assert badge.box.width == badge.box.height == points(BADGE)
    assert badge.box.right <= words.room.x
