from __future__ import annotations

import copy
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from deckgen.diagnostics import InputError
from deckgen.pptx import open_template, read_template
from deckgen.pptx.relationships import Parts
from deckgen.pptx.template_cleaning import cleaned
from tests.pptx.decks import cover, deck, full_deck, slide, written
from tests.pptx.packages import OFFICE, edited, own_template, related, typed, unzipped
from tests.pptx.templates import (
    MASTER,
    PRESENTATION,
    TITLE_ONLY,
    TYPE,
    Open,
    fault,
)
from tests.validators.structure import structure_findings

ABOUT_PROPERTIES = {"[Content_Types].xml", "_rels/.rels"}


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


def test_the_packaged_template_has_nothing_to_clean_away() -> None:
    before = {name: content for name, content in own_template().items() if "docProps" not in name}
    after, presentation, remarks = cleaned(Parts(own_template()))
    assert (presentation, remarks) == (PRESENTATION, ())
    assert {n: canonical(x) for n, x in after.content.items() if n not in ABOUT_PROPERTIES} == {
        n: canonical(x) for n, x in before.items() if n not in ABOUT_PROPERTIES
    }


def canonical(xml: bytes) -> bytes:
    """The XML in the one form that says the same (W3C, Canonical XML 2.0)."""
    return etree.tostring(etree.fromstring(xml), method="c14n2")


def test_the_packaged_template_opened_as_a_file_gives_the_same_room_and_layouts(
    opened: Open,
) -> None:
    own, other = open_template(), opened(own_template())
    assert (other.boxes, other.title_sizes, other.fonts, other.layouts) == (
        own.boxes, own.title_sizes, own.fonts, own.layouts
    )  # fmt: skip


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
        open_template(read_template(file))


def test_a_file_that_is_no_zip_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "note.potx"
    file.write_text("just text")
    with pytest.raises(InputError, match=r"(?s)is no zip file.*help: save it in PowerPoint"):
        open_template(read_template(file))


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


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_template_is_refused_or_carries_a_deck(opened: Open, data: st.DataObject) -> None:
    parts = own_template()
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(parts)))
        parts[name] = damaged(parts[name], data)
    try:
        template = opened(parts)
    except InputError as refused:
        assert refused.diagnostics[0].hint
    else:
        assert written(deck(cover(), slide("x")), template)


def damaged(xml: bytes, data: st.DataObject) -> bytes:
    """The part with an element removed, renamed or doubled, or an attribute changed."""
    root = etree.fromstring(xml)
    elements = list(root.iter("*"))
    element = data.draw(st.sampled_from(elements))
    names = sorted(map(str, element.keys()))
    parent = element.getparent()
    match data.draw(st.sampled_from(["remove", "rename", "double", "change"])):
        case "remove" if parent is not None:
            parent.remove(element)
        case "rename":
            element.tag = "{urn:x}y"
        case "double" if parent is not None:
            parent.append(copy.deepcopy(element))
        case "change" if names:
            value = data.draw(st.sampled_from(["", "-1", "x", "9" * 30, "rId1", "../x", "title"]))
            element.set(data.draw(st.sampled_from(names)), value)
    return etree.tostring(root)
