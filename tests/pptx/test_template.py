from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from deckgen.layout import PageBoxes, TitleSizes
from deckgen.pptx import open_template, read_template
from deckgen.scene.geometry import Box, Emu, inches
from tests.builders import box
from tests.pptx.decks import cover, deck, full_deck, slide, text_box, written
from tests.pptx.packages import edited, own_template, unzipped
from tests.pptx.templates import (
    CONTENT,
    COVER,
    MASTER,
    PRESENTATION,
    TITLE_ONLY,
    Open,
    fault,
)
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings


def test_the_packaged_template_says_where_it_has_room() -> None:
    template = open_template()
    assert template.boxes == PageBoxes(
        cover_title=box(0.95, 1.25, 11.4, 1.75),
        cover_subtitle=box(0.95, 3.15, 11.4, 1.0),
        title=box(0.5, 0.35, 12.3333333, 0.9),
        body=box(0.5, 1.45, 12.3333333, 5.4),
        footer=box(3.6, 7.02, 6.1333333, 0.28),
    )
    assert template.slide_size == (12_192_000, 6_858_000)


def test_the_packaged_template_says_its_text_sizes_and_font() -> None:
    template = open_template()
    assert template.title_sizes == TitleSizes(
        cover_title=40, cover_subtitle=20, title=26, footer=10
    )
    assert (set(template.fonts), len(template.remarks)) == ({"Arial"}, 0)


def test_the_packaged_template_has_a_layout_of_each_kind() -> None:
    template = open_template()
    names = ("Title Slide", "Title Only", "Key Learning", "Two Content", "no such layout")
    assert [template.layout(name).name for name in names] == [
        "Title Slide", "Title Only", "Key Learning", "Two Content", "Title Only"
    ]  # fmt: skip


def test_slides_that_are_not_16_to_9_are_told_with_their_size(opened: Open) -> None:
    parts = edited(own_template(), PRESENTATION, 'cx="12192000"', 'cx="9144000"')
    assert fault(parts, opened) == "has slides of 10.0 x 7.5 inches; a deck is 16:9"


def test_a_template_without_a_title_is_told(opened: Open) -> None:
    parts = {
        name: re.sub(rb'type="(title|ctrTitle)"', b'type="pic"', content)
        if "slideLayout" in name and name.endswith(".xml")
        else content
        for name, content in own_template().items()
    }
    assert fault(parts, opened) == "has no slide layout with a title and a subtitle"


def test_layouts_in_another_language_are_found_by_their_type(opened: Open) -> None:
    parts = edited(own_template(), COVER, 'name="Title Slide"', 'name="Titelfolie"')
    parts = edited(parts, TITLE_ONLY, 'name="Title Only"', 'name="Nur Titel"')
    template = opened(parts)
    assert template.layout("Title Slide").name == "Titelfolie"
    assert template.layout("Title Only").name == "Nur Titel"
    assert template.layout("Nur Titel").name == "Nur Titel"


def test_layouts_without_name_and_type_are_found_by_their_placeholders(opened: Open) -> None:
    parts = own_template()
    for n in range(1, 8):
        name = f"ppt/slideLayouts/slideLayout{n}.xml"
        for kind in ("title", "obj", "twoObj", "titleOnly", "secHead", "blank"):
            parts[name] = parts[name].replace(f' type="{kind}" preserve'.encode(), b" preserve")
        parts[name] = parts[name].replace(b'<p:cSld name="', f'<p:cSld name="Layout {n} '.encode())
    template = opened(parts)
    assert template.layout("Title Slide").name == "Layout 1 Title Slide"
    assert template.layout("Title Only").name == "Layout 4 Title Only"
    assert template.boxes == open_template().boxes


def test_key_learning_is_drawn_on_title_only_where_its_title_stands_elsewhere(opened: Open) -> None:
    parts = own_template()
    name = "ppt/slideLayouts/slideLayout5.xml"
    before, _, after = parts[name].partition(b'type="title"')
    moved = after.replace(
        b"<p:spPr></p:spPr>",
        b'<p:spPr><a:xfrm><a:off x="9" y="9"/><a:ext cx="99999" cy="99999"/></a:xfrm></p:spPr>',
        1,
    )
    template = opened({**parts, name: before + b'type="title"' + moved})
    assert template.layout("Key Learning").name == "Title Only"


def test_insets_of_a_title_are_not_room_for_text(opened: Open) -> None:
    none = 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"'
    parts = edited(own_template(), MASTER, none, 'lIns="5000"')
    title = opened(parts).boxes.title
    whole = open_template().boxes.title
    assert title == Box(
        Emu(whole.x + 5_000),
        Emu(whole.y + 45_720),
        Emu(whole.width - 5_000 - 91_440),
        Emu(whole.height - 2 * 45_720),
    )


def test_a_body_that_would_lie_under_the_title_starts_below_it(opened: Open) -> None:
    top = open_template().boxes.body.y
    parts = edited(own_template(), MASTER, f'y="{top}"', 'y="400000"')
    boxes = opened(parts).boxes
    assert boxes.body.y >= boxes.title.bottom
    assert boxes.body.bottom <= 6_858_000


def test_without_a_body_placeholder_the_free_room_is_used(opened: Open) -> None:
    parts = own_template()
    for name in (MASTER, CONTENT):
        parts[name] = parts[name].replace(b'type="body"', b'type="pic"')
    parts[CONTENT] = parts[CONTENT].replace(b' type="obj"', b"")
    template = opened(parts)
    boxes, foot = template.boxes, Emu(round(7.02 * 914_400))
    assert (boxes.body.x, boxes.body.width) == (boxes.title.x, boxes.title.width)
    assert boxes.title.bottom < boxes.body.y < boxes.body.bottom < foot


def test_too_little_room_is_told(opened: Open) -> None:
    title = open_template().boxes.title
    parts = edited(own_template(), MASTER, f'cy="{title.height}"', 'cy="5000000"')
    assert fault(parts, opened) == (
        "leaves too little room under the title of its slide layout 'Title Only'"
    )


def moved(parts: dict[str, bytes], x: float, *, of: Box) -> dict[str, bytes]:
    """The parts with the placeholder at a box of the master put `x` inches further right."""
    place = f'<a:off x="{of.x}" y="{of.y}"/>'
    return edited(parts, MASTER, place, f'<a:off x="{of.x + inches(x)}" y="{of.y}"/>')


def test_a_text_that_leaves_the_slide_is_told(opened: Open) -> None:
    boxes, parts = open_template().boxes, own_template()
    assert boxes.footer is not None
    assert [
        fault(moved(parts, x, of=of), opened)
        for x, of in ((-1, boxes.title), (1, boxes.title), (9, boxes.footer))
    ] == [
        "has a title that leaves the slide, on its slide layout 'Title Only'",
        "has a title that leaves the slide, on its slide layout 'Title Only'",
        "has a footer that leaves the slide, on its slide layout 'Title Slide'",
    ]
    subtitle = edited(parts, COVER, f'y="{boxes.cover_subtitle.y}"', 'y="6500000"')
    assert fault(subtitle, opened) == (
        "has a subtitle that leaves the slide, on its slide layout 'Title Slide'"
    )


def test_a_body_that_leaves_the_slide_is_used_as_far_as_it_lies_on_it(opened: Open) -> None:
    body = open_template().boxes.body
    left = opened(moved(own_template(), -1, of=body)).boxes.body
    assert (left.x, left.right) == (0, body.right - inches(1))
    right = opened(moved(own_template(), 2, of=body)).boxes.body
    assert (right.x, right.right) == (body.x + inches(2), 12_192_000)


def test_fonts_of_theme_and_styles_are_named(opened: Open) -> None:
    parts = edited(own_template(), MASTER, 'typeface="+mj-lt"', 'typeface="Fira Sans"')
    parts = edited(parts, "ppt/theme/theme1.xml", 'typeface="Arial"', 'typeface="Aptos"')
    assert opened(parts).fonts == {"Fira Sans", "Aptos"}


def test_setting_a_font_replaces_every_inherited_one(opened: Open) -> None:
    parts = edited(own_template(), MASTER, 'typeface="+mj-lt"', 'typeface="Fira Sans"')
    parts = edited(parts, "ppt/theme/theme1.xml", 'typeface="Arial"', 'typeface="Aptos"')
    template = opened(parts).with_font("Arial")
    pptx = unzipped(written(deck(slide("x")), template))
    assert template.fonts == {"Arial"}
    assert not [n for n, content in pptx.items() if b"Fira" in content or b"Aptos" in content]


def test_setting_the_font_it_has_changes_nothing() -> None:
    template = open_template()
    assert template.with_font("Arial") is template


def test_a_template_without_notes_master_gets_ours(opened: Open) -> None:
    parts = own_template()
    names = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
    parts = edited(parts, PRESENTATION, names, "")
    rows = parts["ppt/_rels/presentation.xml.rels"]
    start = rows.index(b'<Relationship Id="rId2"')
    parts["ppt/_rels/presentation.xml.rels"] = rows[:start] + rows[rows.index(b"/>", start) + 2 :]
    pptx = written(full_deck(), opened(parts))
    assert structure_findings(pptx) == []
    assert Presentation(io.BytesIO(pptx)).slides[0].notes_slide.notes_text_frame.text


def test_a_notes_master_that_is_not_declared_is_declared(opened: Open) -> None:
    names = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
    pptx = written(deck(slide("x")), opened(edited(own_template(), PRESENTATION, names, "")))
    assert names.encode() in unzipped(pptx)[PRESENTATION]


def foreign_template(tmp_path: Path) -> Path:
    """python-pptx's own default template, widened to 16:9, with a slide in it."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(40 / 3), Inches(7.5)
    del presentation.element.sldSz.attrib["type"]
    for drawn in (presentation.slide_master, *presentation.slide_layouts):
        for name, side in (("a:off", "x"), ("a:ext", "cx")):
            for place in drawn.element.iter(qn(name)):
                place.set(side, str(int(place.get(side)) * 4 // 3))
    presentation.slides.add_slide(presentation.slide_layouts[1]).shapes.title.text = "Sample"
    file = tmp_path / "foreign.pptx"
    presentation.save(str(file))
    return file


def test_a_template_of_another_maker_carries_a_whole_deck(tmp_path: Path) -> None:
    template = open_template(read_template(foreign_template(tmp_path)))
    made = deck(replace(cover(), items=()), slide("Text", text_box("y", template.boxes.body)))
    pptx = written(made, template)
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    sizes = template.title_sizes
    assert (sizes.title, sizes.cover_subtitle) == (44, 32)
    assert structure_findings(pptx) == []
    assert geometry_findings(pptx) == []
    # Its own footers are paler than ours would be.
    assert [f for f in accessibility_findings(pptx) if "has a contrast of" not in f] == []
    assert audit_findings(file) == []
