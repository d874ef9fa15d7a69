"""The judges of finished files: silent on a sound deck, and each fault is told of, once."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings, audit_many
from tests.validators.colours import contrast
from tests.validators.geometry import geometry_findings
from tests.validators.package import opened
from tests.validators.planted import accessibility as inaccessible
from tests.validators.planted.contrast import EASY, HARD
from tests.validators.planted.deck import good_deck
from tests.validators.planted.geometry import MISPLACED, WELL_PLACED
from tests.validators.planted.parts import MAIN, THEME, slide, slide_rels
from tests.validators.planted.planting import Edit, Fault, planted, swap
from tests.validators.planted.structure import CLASSIC
from tests.validators.planted.structure_more import FURTHER, HARMLESS
from tests.validators.structure import structure_findings

Table = dict[str, Fault]

LEFT_TO_AUDIT = {name: fault.edit for name, fault in CLASSIC.items() if not fault.findings}


def each(table: Table) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", table.values(), ids=table.keys())


def each_edit(edits: dict[str, Edit]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("edit", edits.values(), ids=edits.keys())


@pytest.mark.parametrize(
    "findings", [structure_findings, accessibility_findings, geometry_findings]
)
def test_a_sound_deck_has_no_findings(findings: Callable[[bytes], list[str]]) -> None:
    assert findings(good_deck()) == []


def test_openxml_audit_finds_nothing_in_a_sound_deck(tmp_path: Path) -> None:
    path = tmp_path / "good.pptx"
    path.write_bytes(good_deck())
    assert audit_many([path]) == {path: []}


def test_the_list_of_classic_faults_is_whole() -> None:
    assert len(CLASSIC) == 36


@each({name: fault for name, fault in CLASSIC.items() if fault.findings})
def test_structure_finds_what_openxml_audit_misses(fault: Fault) -> None:
    assert structure_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each_edit(LEFT_TO_AUDIT)
def test_openxml_audit_finds_what_is_left_to_it(edit: Edit, tmp_path: Path) -> None:
    path = tmp_path / "planted.pptx"
    path.write_bytes(planted(good_deck(), edit))
    assert structure_findings(path.read_bytes()) == []
    assert audit_findings(path) != []


@each(FURTHER)
def test_structure_finds_each_further_fault(fault: Fault) -> None:
    assert structure_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each_edit(HARMLESS)
def test_structure_accepts_what_only_looks_like_a_fault(edit: Edit) -> None:
    assert structure_findings(planted(good_deck(), edit)) == []


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"", "not a readable zip file: File is not a zip file"),
        (b"PK\x05\x06" + bytes(18), "the zip file is empty"),
        (b"PK\x03\x04" + bytes(100), "not a readable zip file: File is not a zip file"),
    ],
    ids=["nothing", "no entries", "cut short"],
)
def test_structure_tells_of_a_file_that_is_no_package(content: bytes, finding: str) -> None:
    assert structure_findings(content) == [finding]


def test_structure_tells_of_a_compression_that_office_does_not_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("part.xml", "<a/>")
    finding = "not a readable zip file: part.xml is neither stored nor deflated"
    assert structure_findings(stream.getvalue()) == [finding]


@each(inaccessible.DOCUMENT)
def test_accessibility_of_the_document(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.SLIDES)
def test_accessibility_of_titles_order_and_notes(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.ALT_TEXTS)
def test_accessibility_of_alt_texts(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.TABLES)
def test_accessibility_of_tables(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.LANGUAGES)
def test_accessibility_of_languages(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.LINKS)
def test_accessibility_of_links(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(inaccessible.SIZES)
def test_accessibility_of_text_sizes(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each(HARD)
def test_accessibility_tells_of_text_that_is_hard_to_read(fault: Fault) -> None:
    assert accessibility_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each_edit(EASY)
def test_accessibility_accepts_text_that_is_easy_to_read(edit: Edit) -> None:
    assert accessibility_findings(planted(good_deck(), edit)) == []


def test_contrast_is_that_of_the_web_guidelines() -> None:
    black, white, grey = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0x76 / 255,) * 3
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)


@each(MISPLACED)
def test_geometry_tells_of_what_is_misplaced(fault: Fault) -> None:
    assert geometry_findings(planted(good_deck(), fault.edit)) == list(fault.findings)


@each_edit(WELL_PLACED)
def test_geometry_accepts_what_is_well_placed(edit: Edit) -> None:
    assert geometry_findings(planted(good_deck(), edit)) == []


@pytest.mark.parametrize(
    ("part", "pattern", "complaint"),
    [
        (MAIN, "<p:sldSz[^>]*>", "no slide size"),
        (slide_rels(3), "<Relationship [^>]*slideLayout[^>]*>", "has no slideLayout"),
        ("ppt/slideLayouts/slideLayout6.xml", "<p:spTree>.*</p:spTree>", "no shape tree"),
    ],
)
def test_geometry_refuses_a_file_that_it_cannot_follow(
    part: str, pattern: str, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        geometry_findings(planted(good_deck(), swap(part, pattern, "")))


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("<a:clrScheme.*</a:clrScheme>", "the theme has no colours"),
        ("<a:dk1>.*</a:dk1>", "the theme has no colour tx1"),
    ],
)
def test_accessibility_refuses_a_theme_that_it_cannot_read(pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        accessibility_findings(planted(good_deck(), swap(THEME, pattern, "")))


def test_judges_of_one_file_share_its_parsed_parts() -> None:
    content = planted(good_deck(), swap(slide(1), "What happened", "What went on"))
    assert opened(content) is opened(bytes(content))


def test_openxml_audit_in_process_says_what_its_command_says(tmp_path: Path) -> None:
    decks = {
        "good": good_deck(),
        "odd": planted(good_deck(), CLASSIC["two slides have one id"].edit),
    }
    for name, content in decks.items():
        (tmp_path / f"{name}.pptx").write_bytes(content)
    options = ["--policy", "strict", "--ooxml-security", "-f", "microsoft365", "-m", "0"]
    command = [sys.executable, "-m", "openxml_audit", *options, "-o", "json", "-r", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done.stderr
    said = {
        Path(result["file"]): [
            f"{error['severity']} {error['part_uri']}{error['path']}: {error['description']}"
            for error in result["errors"]
            if not error["description"].startswith("External relationship target: https://")
        ]
        for result in json.loads(done.stdout)
    }
    assert audit_many(said) == said
    assert [len(said[tmp_path / f"{name}.pptx"]) > 0 for name in decks] == [False, True]
