from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.pptx import EmbeddedSource, Provenance
from deckgen.pptx.source import SOURCE_PART, sealed
from deckgen.pptx.zipping import zipped as zip_of
from tests.pptx.decks import SOURCE, cover, deck, inside, origin, slide, text_box, written
from tests.pptx.packages import XML_TEXT, edited, own_template, unzipped, zipped

PPTX = written(deck(cover(), slide("x", text_box("y"))))
PARTS = unzipped(PPTX)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"title: x\n",
        b"title: x\r\nid: 1\r\n",
        b"\xef\xbb\xbftitle: x\r",
        "title: <Störung> & 支払い ]]> \u2028\x85 😀\n  \t\n".encode(),
        b"title: x\n#" + b"&" * 4_999_000,
    ],
    ids=["empty", "line feeds", "carriage returns", "other marks", "special", "five megabytes"],
)
def test_the_source_comes_back_to_the_byte(content: bytes) -> None:
    source = EmbeddedSource('a "b" & c.yaml', content, "1.2")
    pptx = written(deck(slide("x")), source=source)
    assert inside(pptx) == ('a "b" & c.yaml', content)
    assert origin(pptx) is Provenance.UNCHANGED


def test_a_deck_as_it_was_written_is_ours_unchanged() -> None:
    assert origin(PPTX) is Provenance.UNCHANGED


def test_a_deck_of_any_size_is_ours_unchanged() -> None:
    """Twenty thousand slides, with notes: more entries than the plain zip format counts."""
    contents = {f"ppt/slides/slide{n}.xml": b"<x/>" for n in range(80_000)}
    assert origin(zip_of(sealed(contents, SOURCE))) is Provenance.UNCHANGED


def test_packing_the_same_parts_anew_changes_nothing() -> None:
    assert origin(zipped(dict(reversed(PARTS.items())))) is Provenance.UNCHANGED


@pytest.mark.parametrize("name", sorted(set(PARTS) - {SOURCE_PART}))
def test_a_change_of_any_part_shows(name: str) -> None:
    changed = {**PARTS, name: PARTS[name] + b"\n"}
    assert origin(zipped(changed)) is Provenance.EDITED


@pytest.mark.parametrize("name", sorted(set(PARTS) - {SOURCE_PART}))
def test_a_missing_part_shows(name: str) -> None:
    assert origin(zipped({n: b for n, b in PARTS.items() if n != name})) is Provenance.EDITED


@pytest.mark.parametrize("name", ["ppt/media/new.png", "customXml/item2.xml", "docProps/app2.xml"])
def test_an_added_part_shows(name: str) -> None:
    assert origin(zipped({**PARTS, name: b"<x/>"})) is Provenance.EDITED


def test_two_parts_that_swap_their_contents_show() -> None:
    one, other = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
    swapped = {**PARTS, one: PARTS[other], other: PARTS[one]}
    assert origin(zipped(swapped)) is Provenance.EDITED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Checkout down", "title: Checkout up"),
        ("checkout.yaml", "other.yaml"),
        ('"0.0"', '"9"'),
    ],
)
def test_an_edited_source_shows(old: str, new: str) -> None:
    assert origin(zipped(edited(PARTS, SOURCE_PART, old, new))) is Provenance.EDITED


def test_a_source_that_another_program_moved_is_found_and_shows() -> None:
    moved = {n: b for n, b in PARTS.items() if n != SOURCE_PART}
    pptx = zipped({**moved, "customXml/item7.xml": PARTS[SOURCE_PART]})
    assert origin(pptx) is Provenance.EDITED
    assert inside(pptx) == (SOURCE.name, SOURCE.content)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip",
        PPTX[: len(PPTX) // 2],
        zipped(own_template()),
        zipped({SOURCE_PART: b'<source xmlns="urn:deckgen:source:1"'}),
        zipped({SOURCE_PART: b'<other xmlns="urn:deckgen:source:1"/>'}),
        zipped({SOURCE_PART: bytes(27_000_000) + b"urn:deckgen:source:1"}),
    ],
    ids=["empty", "text", "half", "template", "not XML", "another root", "huge"],
)
def test_other_files_are_not_ours(data: bytes) -> None:
    assert (origin(data), inside(data)) == (Provenance.FOREIGN, None)


def test_entities_in_a_forged_source_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    source = b'<source xmlns="urn:deckgen:source:1" name="x">&b;&b;</source>'
    found = inside(zipped({SOURCE_PART: bomb + source}))
    assert found is None or len(found[1]) < 50


@given(st.integers(0, len(PPTX) - 1), st.integers(1, 255))
def test_a_flipped_byte_never_raises(position: int, mask: int) -> None:
    damaged = bytearray(PPTX)
    damaged[position] ^= mask
    assert origin(bytes(damaged)) in Provenance


@given(XML_TEXT)
def test_any_text_that_xml_can_hold_comes_back(text: str) -> None:
    contents = sealed({"a.xml": b"<x/>"}, EmbeddedSource("x.yaml", text.encode()))
    assert inside(zipped(contents)) == ("x.yaml", text.encode())
    assert origin(zipped(contents)) is Provenance.UNCHANGED


def test_the_digest_is_a_sha256() -> None:
    digest = PARTS[SOURCE_PART].partition(b'digest="')[2].partition(b'"')[0]
    assert len(digest) == hashlib.sha256().digest_size * 2
