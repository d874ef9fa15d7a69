"""The manifest: the same bytes for the same decks, and no harm from one that is damaged."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.batch.manifest import Entry, Journal, manifest_json, read_manifest

ONE = Entry("../q/a.yaml", "s1", (("picture", "a.png", "f1"),), "o1", None, "d1")
TWO = Entry("../q/b.yaml", "s2", (), "o1", "2025-02-01", "d2")
A, B = PurePosixPath("a.pptx"), PurePosixPath("web/b.pptx")


def read(folder: Path) -> tuple[dict[PurePosixPath, Entry], str]:
    return read_manifest(folder / "manifest.json", folder / "journal.jsonl")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest_json({A: ONE, B: TWO}))
    assert read(tmp_path) == ({A: ONE, B: TWO}, "")


def test_the_order_in_which_decks_were_done_does_not_show() -> None:
    assert manifest_json({A: ONE, B: TWO}) == manifest_json({B: TWO, A: ONE})


def test_a_new_folder_has_no_entries(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, "")


def test_the_journal_is_newer_than_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(manifest_json({A: ONE}))
    with Journal(tmp_path / "journal.jsonl") as journal:
        journal.add(A, TWO)
        journal.add(B, TWO)
    assert read(tmp_path) == ({A: TWO, B: TWO}, "")


@given(st.integers(0, 400))
def test_a_line_that_was_not_written_to_its_end_is_passed_over(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    with Journal(folder / "journal.jsonl") as journal:
        journal.add(A, ONE)
    whole = (folder / "journal.jsonl").read_bytes()
    (folder / "journal.jsonl").write_bytes(whole + whole[: min(cut, len(whole) - 2)])
    assert read(folder) == ({A: ONE}, "")


DAMAGED = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 2, "decks": {}}', b'{"format": 1}',
    b'{"format": 1, "decks": []}', b'{"format": 1, "decks": {"a.pptx": {}}}',
    b'{"format": 1, "decks": {"a.pptx": 3}}', b"[" * 100_000,
    json.dumps({"format": 1, "decks": {"a": {"origin": 1, "source": "", "files": [],
                "options": "", "as_of": None, "deck": ""}}}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_manifest_is_told_and_taken_for_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    entries, wrong = read(tmp_path)
    assert entries == {}
    assert wrong == "is damaged, or of another version: every deck is looked at anew"
