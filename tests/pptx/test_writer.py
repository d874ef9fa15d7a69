from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from deckgen.pptx import open_template
from deckgen.pptx.relationships import PartError
from deckgen.scene.deck import Deck, Footer, Properties
from deckgen.scene.text import Paragraph, Run
from tests.pptx.decks import (
    SOURCE,
    SVG,
    chart,
    cover,
    deck,
    drawing,
    full_deck,
    picture,
    png,
    slide,
    text_box,
    written,
)
from tests.pptx.packages import tree, unzipped
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

ROOT = Path(__file__).parents[2]
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def run(script: str, hash_seed: str = "0") -> str:
    """What a script prints in a process of its own."""
    paths = f"{ROOT}:{ROOT / 'layouts'}"
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_no_judge_finds_anything_in_a_deck_with_everything(tmp_path: Path) -> None:
    pptx = written(full_deck())
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert structure_findings(pptx) == []
    assert accessibility_findings(pptx) == []
    assert geometry_findings(pptx) == []
    assert audit_findings(file) == []


def test_python_pptx_reads_every_slide_with_its_title_layout_and_notes() -> None:
    made = full_deck()
    read = Presentation(io.BytesIO(written(made)))
    assert [
        (s.shapes.title.text, s.slide_layout.name, s.notes_slide.notes_text_frame.text)
        for s in read.slides
    ] == [(s.title.text, s.slide_layout, "\n".join(s.notes)) for s in made.slides]


def test_shapes_stand_in_reading_order_title_first_and_foot_last() -> None:
    read = Presentation(io.BytesIO(written(deck(cover()))))
    assert [shape.name for shape in read.slides[0].shapes] == [
        "Title", "Subtitle", "text", "Date", "Footer", "Slide Number"
    ]  # fmt: skip


def test_placeholders_stand_where_the_layout_says() -> None:
    read = Presentation(io.BytesIO(written(deck(cover()))))
    own = [shape for shape in read.slides[0].placeholders if len(shape._element.spPr)]
    assert own == []
    assert [
        (shape.placeholder_format.type, shape.placeholder_format.idx)
        for shape in read.slides[0].placeholders
    ] == [
        (shape.placeholder_format.type, shape.placeholder_format.idx)
        for shape in read.slides[0].slide_layout.placeholders
    ]


def test_only_a_title_with_a_size_of_its_own_states_one() -> None:
    read = Presentation(io.BytesIO(written(deck(cover(), slide("Inherits")))))
    sizes = [s.shapes.title.text_frame.paragraphs[0].runs[0].font.size for s in read.slides]
    assert [size and size.pt for size in sizes] == [36, None]


def test_a_foot_without_text_leaves_no_empty_placeholder() -> None:
    base = deck(slide("x"))
    bare = Deck(base.sections, Footer("", ""), base.properties)
    read = Presentation(io.BytesIO(written(bare)))
    assert [shape.name for shape in read.slides[0].shapes] == ["Title", "Slide Number"]


def test_each_slide_shows_its_number_as_a_field() -> None:
    pptx = written(deck(slide("a"), slide("b")))
    fields = [next(tree(pptx, f"ppt/slides/slide{n}.xml").iter(qn("a:fld"))) for n in (1, 2)]
    assert [(f.get("type"), f.findtext(qn("a:t"))) for f in fields] == [
        ("slidenum", "1"), ("slidenum", "2")
    ]  # fmt: skip


def test_a_picture_stands_in_the_file_once_however_often_it_is_shown() -> None:
    red, blue = png(255), png(0)
    pptx = written(deck(slide("a", picture(red), picture(blue)), slide("b", picture(red))))
    media = {name: data for name, data in unzipped(pptx).items() if "media" in name}
    assert media == {"ppt/media/image1.png": red.data, "ppt/media/image2.png": blue.data}


def test_a_drawing_stands_in_the_file_once_with_the_picture_behind_it() -> None:
    other = SVG.replace(b"8", b"9")
    shown = slide("a", drawing(), drawing()), slide("b", drawing(), drawing(other))
    parts = unzipped(written(deck(*shown)))
    media = {name: data for name, data in parts.items() if "media" in name}
    assert media == {
        "ppt/media/image1.png": png(90).data,
        "ppt/media/image1.svg": SVG,
        "ppt/media/image2.svg": other,
    }
    assert b'<Default Extension="svg" ContentType="image/svg+xml"/>' in parts["[Content_Types].xml"]


def test_readers_that_draw_no_svg_find_the_picture_behind_it() -> None:
    [read] = Presentation(io.BytesIO(written(deck(slide("x", drawing()))))).slides
    [blob] = [shape.image.blob for shape in read.shapes if shape.name == "drawing"]
    assert blob == png(90).data


def test_each_chart_has_its_own_workbook() -> None:
    parts = unzipped(written(deck(slide("a", chart("x"), chart("x")), slide("b", chart("x")))))
    relations = [
        (name, target.decode().rpartition("/")[2])
        for name, content in parts.items()
        if name.startswith("ppt/charts/_rels/")
        for target in re.findall(rb'Target="([^"]+)"', content)
    ]
    assert relations == [
        (f"ppt/charts/_rels/chart{n}.xml.rels", f"Microsoft_Excel_Sheet{n}.xlsx") for n in (1, 2, 3)
    ]


def test_links_to_one_address_share_a_relationship() -> None:
    link = "https://example.com/?a=1&b=2"
    runs = tuple(Run(word, 14, "#175CD3", link=link) for word in ("the ticket", " and its log"))
    item = text_box(Paragraph(runs, 16.8))
    read = Presentation(io.BytesIO(written(deck(slide("x", item, item)))))
    links = [r.target_ref for r in read.slides[0].part.rels.values() if r.is_external]
    assert links == [link]


def test_sections_hold_each_slide_once_in_order() -> None:
    made = full_deck()
    presentation = tree(written(made), "ppt/presentation.xml")
    slides = [e.get("id") for e in presentation.iter(qn("p:sldId"))]
    sections = [
        (s.get("name"), [e.get("id") for e in s.iter(f"{P14}sldId")])
        for s in presentation.iter(f"{P14}section")
    ]
    assert sections == [("Summary", slides[:3]), ("What happened", slides[3:])]


def test_the_document_says_what_it_is_who_made_it_and_when() -> None:
    core = Presentation(io.BytesIO(written(deck(slide("x"))))).core_properties
    assert (
        core.title, core.subject, core.keywords, core.author, core.last_modified_by,
        core.created.isoformat(), core.modified.isoformat(), core.language, core.revision,
    ) == (
        "Checkout down", "Postmortem", "cache", "deckgen 0.0", "deckgen 0.0",
        "2025-01-09T00:00:00", "2025-01-09T00:00:00", "en-US", 1,
    )  # fmt: skip


def test_a_property_is_cut_where_other_programs_refuse_it() -> None:
    base = deck(slide("x"))
    long = Properties("t" * 300, "<s> & " * 60, ("k" * 200,) * 2, base.properties.modified)
    core = Presentation(io.BytesIO(written(replace(base, properties=long)))).core_properties
    assert (core.title, core.subject, core.keywords) == (
        "t" * 255, ("<s> & " * 60)[:255], f"{'k' * 200}, {'k' * 53}"
    )  # fmt: skip


def test_the_application_counts_slides_and_notes() -> None:
    app = tree(written(deck(slide("a"), slide("b"))), "docProps/app.xml")
    assert {str(e.tag).rpartition("}")[2]: e.text for e in app} == {
        "Application": "deckgen", "PresentationFormat": "Widescreen",
        "Slides": "2", "Notes": "2", "HiddenSlides": "0",
    }  # fmt: skip


def test_a_slide_layout_the_template_lacks_is_drawn_on_the_one_with_a_title() -> None:
    read = Presentation(io.BytesIO(written(deck(slide("x", layout="Somebody's own")))))
    assert read.slides[0].slide_layout.name == "Title Only"


def test_a_theme_font_reaches_every_text_from_one_place() -> None:
    pptx = written(deck(slide("x", text_box("y"))), open_template().with_font("Calibri"))
    parts = unzipped(pptx)
    assert parts["ppt/theme/theme1.xml"].count(b'<a:latin typeface="Calibri"') == 2
    assert b"typeface" not in parts["ppt/slides/slide1.xml"]


def test_text_that_looks_like_markup_is_text() -> None:
    nasty = "</a:t></a:r><a:br/> &amp; ]]>"
    pptx = written(deck(slide(nasty, text_box(nasty), notes=(nasty,))))
    read = Presentation(io.BytesIO(pptx)).slides[0]
    assert read.shapes.title.text == nasty
    assert [shape.text for shape in read.shapes if shape.name == "text"] == [nasty]
    assert read.notes_slide.notes_text_frame.text == nasty


def test_the_same_deck_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib; from tests.pptx.decks import full_deck, written;"
        "print(hashlib.sha256(written(full_deck())).hexdigest())"
    )
    digests = {run(script, seed) for seed in ("1", "2")}
    assert digests == {hashlib.sha256(written(full_deck())).hexdigest()}


def test_writing_leaves_the_template_as_it_was() -> None:
    template = open_template()
    first = written(full_deck(), template)
    written(deck(slide("another")), template)
    assert written(full_deck(), template) == first


def test_a_text_without_a_placeholder_is_not_dropped_in_silence() -> None:
    with pytest.raises(PartError, match="without a placeholder that it needs"):
        written(deck(replace(cover(), slide_layout="Title Only")))


def test_a_deck_is_written_without_what_takes_long_to_import() -> None:
    script = (
        "import sys; from tests.pptx.decks import full_deck, written; written(full_deck());"
        "print({'pptx', 'PIL', 'plotly', 'deckgen.pptx.template_cleaning'}"
        " & set(sys.modules))"
    )
    assert run(script) == "set()"


def test_a_deck_of_many_slides_keeps_their_order() -> None:
    titles = [f"Slide {n}" for n in range(1, 31)]
    read = Presentation(io.BytesIO(written(deck(*map(slide, titles)))))
    assert [s.shapes.title.text for s in read.slides] == titles


def test_the_source_is_related_from_the_presentation() -> None:
    read = Presentation(io.BytesIO(written(deck(slide("x")))))
    [item] = [r.target_part for r in read.part.rels.values() if r.reltype.endswith("/customXml")]
    assert SOURCE.name.encode() in item.blob
