from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from deckgen.diagnostics import InputError
from deckgen.layout import PageBoxes
from deckgen.pptx import Template, open_template
from deckgen.scene.geometry import Box, Emu
from tests.builders import box
from tests.pptx.decks import cover, deck, full_deck, slide, text_box, written
from tests.pptx.packages import OFFICE, edited, own_template, related, typed, unzipped, zipped
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

Open = Callable[[Mapping[str, bytes]], Template]

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
COVER = "ppt/slideLayouts/slideLayout1.xml"
CONTENT = "ppt/slideLayouts/slideLayout2.xml"
TITLE_ONLY = "ppt/slideLayouts/slideLayout4.xml"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens a template that is made of these parts."""

    def open_parts(parts: Mapping[str, bytes]) -> Template:
        file = tmp_path / "company.potx"
        file.write_bytes(zipped(parts))
        return open_template(file)

    return open_parts


def fault(parts: Mapping[str, bytes], opened: Open) -> str:
    """What is said of a template that cannot be used, without the file's folder."""
    with pytest.raises(InputError) as refused:
        opened(parts)
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.path.endswith("company.potx")
    assert diagnostic.hint
    return diagnostic.message


def test_the_packaged_template_says_where_it_has_room() -> None:
    template = open_template()
    assert template.boxes == PageBoxes(
        cover_title=box(0.95, 1.25, 11.4, 1.75),
        cover_subtitle=box(0.95, 3.15, 11.4, 1.0),
        title=box(0.5, 0.35, 12.3333333, 0.9),
        body=box(0.5, 1.45, 12.3333333, 5.4),
    )
    assert template.slide_size == (12_192_000, 6_858_000)


def test_the_packaged_template_says_its_text_sizes_and_font() -> None:
    template = open_template()
    assert (template.title_size, template.cover_title_size, template.subtitle_size) == (26, 40, 20)
    assert (set(template.fonts), len(template.remarks)) == ({"Arial"}, 0)


def test_the_packaged_template_has_a_layout_of_each_kind() -> None:
    template = open_template()
    names = ("Title Slide", "Title Only", "Key Learning", "Two Content", "no such layout")
    assert [template.layout(name).name for name in names] == [
        "Title Slide", "Title Only", "Key Learning", "Two Content", "Title Only"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "type_",
    [
        f"{TYPE}.template.main+xml",
        f"{TYPE}.slideshow.main+xml",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    ],
)
def test_templates_and_shows_become_presentations(type_: str, opened: Open) -> None:
    plain = f"{TYPE}.presentation.main+xml"
    parts = edited(own_template(), "[Content_Types].xml", plain, type_)
    pptx = written(full_deck(), opened(parts))
    assert plain.encode() in unzipped(pptx)["[Content_Types].xml"]
    assert structure_findings(pptx) == []


def test_a_deck_of_ours_serves_as_template_without_its_slides_and_source(opened: Open) -> None:
    parts = unzipped(written(full_deck()))
    pptx = written(deck(slide("Only this")), opened(parts))
    read = Presentation(io.BytesIO(pptx))
    assert [s.shapes.title.text for s in read.slides] == ["Only this"]
    assert not [name for name in unzipped(pptx) if "media" in name or "item2" in name]
    assert structure_findings(pptx) == []


def test_custom_shows_go_with_their_slides(opened: Open) -> None:
    parts = unzipped(written(deck(slide("a"))))
    shows = '<p:custShowLst><p:custShow name="s" id="0"><p:sldLst><p:sld r:id="rId8"/></p:sldLst>'
    with_show = edited(
        parts,
        PRESENTATION,
        "<p:defaultTextStyle>",
        f"{shows}</p:custShow></p:custShowLst><p:defaultTextStyle>",
    )
    pptx = written(deck(slide("b")), opened(with_show))
    assert b"custShow" not in unzipped(pptx)[PRESENTATION]


def test_a_jump_to_a_slide_goes_with_the_slide(opened: Open) -> None:
    parts = unzipped(written(deck(slide("a"))))
    jump = (
        '<p:cNvPr id="9" name="Jump"><a:hlinkClick r:id="rId9" action="ppaction://hlinksldjump"/>'
    )
    layout = edited(parts, TITLE_ONLY, '<p:cNvPr id="2" name="Title"/>', f"{jump}</p:cNvPr>")
    target = related(layout, TITLE_ONLY, "rId9", f"{OFFICE}/slide", "../slides/slide1.xml")
    pptx = written(deck(slide("b"), slide("c")), opened(target))
    assert b"hlinkClick" not in unzipped(pptx)[TITLE_ONLY]
    assert structure_findings(pptx) == []


def test_macros_are_left_out_and_it_is_said(opened: Open) -> None:
    type_ = "application/vnd.ms-office.vbaProject"
    macros = typed(own_template(), "ppt/vbaProject.bin", type_, b"x")
    vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    template = opened(related(macros, PRESENTATION, "rId99", vba, "vbaProject.bin"))
    assert [r.message for r in template.remarks] == ["macros and embedded programs are left out"]
    assert [r.severity for r in template.remarks] == ["warning"]
    assert "ppt/vbaProject.bin" not in unzipped(written(deck(slide("x")), template))


def test_an_embedded_program_goes_with_its_shape(opened: Open) -> None:
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="Tool"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="u"><p:oleObj r:id="rId99" progId="x"><p:embed/></p:oleObj>'
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    parts = edited(own_template(), MASTER, "</p:spTree>", frame)
    parts = typed(parts, "ppt/embeddings/oleObject1.bin", "application/x-ole", b"x")
    target = "../embeddings/oleObject1.bin"
    pptx = written(
        deck(slide("x")), opened(related(parts, MASTER, "rId99", f"{OFFICE}/oleObject", target))
    )
    assert b"graphicFrame" not in unzipped(pptx)[MASTER]
    assert structure_findings(pptx) == []


def test_links_other_than_to_the_web_are_left_out_and_it_is_said(opened: Open) -> None:
    link = '<p:cNvPr id="2" name="Title"><a:hlinkClick r:id="rId9"/></p:cNvPr>'
    parts = edited(own_template(), TITLE_ONLY, '<p:cNvPr id="2" name="Title"/>', link)
    external = ' TargetMode="External"'
    kind = f"{OFFICE}/hyperlink"
    files = opened(related(parts, TITLE_ONLY, "rId9", kind, "file:///etc/passwd", external))
    web = opened(related(parts, TITLE_ONLY, "rId9", kind, "https://example.com", external))
    assert [r.message for r in files.remarks] == ["links other than to the web are left out"]
    assert b"hlinkClick" not in unzipped(written(deck(slide("x")), files))[TITLE_ONLY]
    assert b"hlinkClick" in unzipped(written(deck(slide("x")), web))[TITLE_ONLY]


def test_pictures_from_outside_are_refused(opened: Open) -> None:
    external = ' TargetMode="External"'
    parts = related(
        own_template(), MASTER, "rId99", f"{OFFICE}/image", "https://example.com/l.png", external
    )
    assert fault(parts, opened) == f"fetches its image from outside, for {MASTER}"


def test_what_only_a_left_out_slide_fetches_from_outside_does_no_harm(opened: Open) -> None:
    parts = unzipped(written(deck(slide("a"))))
    target, external = "https://example.com/v.mp4", ' TargetMode="External"'
    parts = related(parts, "ppt/slides/slide1.xml", "rId99", f"{OFFICE}/video", target, external)
    assert opened(parts).remarks == ()


def test_relationships_that_lead_nowhere_go_with_what_uses_them(opened: Open) -> None:
    parts = {name: b for name, b in own_template().items() if "slideLayout7" not in name}
    pptx = written(deck(slide("x")), opened(parts))
    assert structure_findings(pptx) == []
    assert len(Presentation(io.BytesIO(pptx)).slide_layouts) == 6


def test_a_template_that_was_left_in_its_masters_opens_on_the_slides(opened: Open) -> None:
    view = '<p:viewPr lastView="sldMasterView" '
    parts = edited(own_template(), "ppt/viewProps.xml", "<p:viewPr ", view)
    pptx = written(deck(slide("x")), opened(parts))
    assert b"lastView" not in unzipped(pptx)["ppt/viewProps.xml"]


def test_a_template_that_runs_alone_leaves_the_talk_to_the_speaker(opened: Open) -> None:
    kiosk = 'presentationml/2006/main"><p:showPr loop="1"><p:kiosk/></p:showPr></p:presentationPr>'
    parts = edited(own_template(), "ppt/presProps.xml", 'presentationml/2006/main"/>', kiosk)
    pptx = written(deck(slide("x")), opened(parts))
    assert b"showPr" not in unzipped(pptx)["ppt/presProps.xml"]


def test_a_template_says_nothing_of_its_own_origin(opened: Open) -> None:
    parts = edited(own_template(), "docProps/core.xml", "deckgen template", "by Jane Doe")
    pptx = written(deck(slide("x")), opened(parts))
    assert b"Jane" not in unzipped(pptx)["docProps/core.xml"]


def test_a_password_or_an_old_file_is_told_apart_from_damage(tmp_path: Path) -> None:
    file = tmp_path / "old.ppt"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InputError, match="protected by a password, or an old"):
        open_template(file)


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.potx: error: cannot be read: No such file"):
        open_template(tmp_path / "none.potx")


def test_a_file_that_is_no_zip_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "note.potx"
    file.write_text("just text")
    with pytest.raises(InputError, match=r"(?s)is no zip file.*help: save it in PowerPoint"):
        open_template(file)


@pytest.mark.parametrize("name", [PRESENTATION, MASTER, TITLE_ONLY, "ppt/theme/theme1.xml"])
def test_parts_that_are_not_xml_are_told(name: str, opened: Open) -> None:
    assert fault({**own_template(), name: b"<p:x"}, opened) == f"is damaged: {name} is not XML"


@pytest.mark.parametrize("name", [PRESENTATION, MASTER, "[Content_Types].xml", "_rels/.rels"])
def test_document_types_are_refused(name: str, opened: Open) -> None:
    parts = own_template()
    root = parts[name].partition(b"?>")[2]
    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + root.lstrip()
    assert fault({**parts, name: declared}, opened) == f"has a document type declaration in {name}"


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", PRESENTATION])
def test_a_zip_that_is_no_presentation_is_told(name: str, opened: Open) -> None:
    parts = own_template()
    del parts[name]
    assert fault(parts, opened) in ("holds no presentation", "lacks the part [Content_Types].xml")


def test_a_text_document_is_no_presentation(opened: Open) -> None:
    parts = {**own_template(), PRESENTATION: b'<w:document xmlns:w="urn:w"/>'}
    assert fault(parts, opened) == "holds no presentation"


def test_a_part_of_unknown_type_is_told(opened: Open) -> None:
    parts = related(own_template(), MASTER, "rId99", f"{OFFICE}/image", "../media/logo.bmp")
    assert fault({**parts, "ppt/media/logo.bmp": b"BM"}, opened) == (
        "is damaged: it does not say what ppt/media/logo.bmp is"
    )


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
    assert "has no slide layout with a title and a subtitle" == fault(parts, opened)


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
    template = open_template(foreign_template(tmp_path))
    made = deck(replace(cover(), items=()), slide("Text", text_box("y", template.boxes.body)))
    pptx = written(made, template)
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert (template.title_size, template.subtitle_size) == (44, 32)
    assert structure_findings(pptx) == []
    assert geometry_findings(pptx) == []
    # Its own footers are paler than ours would be.
    assert [f for f in accessibility_findings(pptx) if "has a contrast of" not in f] == []
    assert audit_findings(file) == []
