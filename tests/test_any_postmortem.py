"""What holds for every valid postmortem, whatever it says and however much of it there is."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.pipeline import Built, Options, build_deck
from deckgen.profiles import PROFILES
from deckgen.readers import Document, Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.scene.shapes import Table
from tests.programs import require
from tests.scene_texts import text_boxes_of
from tests.strategies import postmortem_files
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.rendering import pdf_words, render_pdf, unplaced_texts
from tests.validators.structure import structure_findings

AS_OF = date(2025, 2, 1)
profiles = st.sampled_from(sorted(PROFILES))


def _read(source: bytes) -> Document:
    return parse_postmortem(source, "postmortem.json", Folder(Path(".")))


def _built(source: bytes, profile: str) -> Built:
    return build_deck(_read(source), Options(profile, as_of=AS_OF))


@given(postmortem_files(), profiles)
@settings(max_examples=60)
def test_no_texts_overlap_and_nothing_leaves_the_slide(source: bytes, profile: str) -> None:
    pptx = _built(source, profile).pptx
    assert geometry_findings(pptx) == []
    assert structure_findings(pptx) == []
    assert accessibility_findings(pptx) == []


@given(postmortem_files())
@settings(max_examples=12)
def test_the_office_schemas_are_kept(
    tmp_path_factory: pytest.TempPathFactory, source: bytes
) -> None:
    file = tmp_path_factory.mktemp("any") / "deck.pptx"
    file.write_bytes(_built(source, "review").pptx)
    assert audit_findings(file) == []


@given(postmortem_files(), profiles)
@settings(max_examples=15)
def test_the_same_input_gives_the_same_bytes(source: bytes, profile: str) -> None:
    assert _built(source, profile).pptx == _built(source, profile).pptx


_BUILD_EACH = """
import hashlib, sys
from datetime import date
from pathlib import Path
from deckgen import build
from deckgen.pipeline import Options
for name in sys.argv[1:]:
    print(hashlib.sha256(build(name, Options("review", as_of=date(2025, 2, 1))).pptx).hexdigest())
"""


@given(st.lists(postmortem_files(), min_size=6, max_size=6))
@settings(max_examples=1)
def test_another_hash_seed_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, sources: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("seeds")
    files = [folder / f"{n}.json" for n in range(len(sources))]
    for file, source in zip(files, sources, strict=True):
        file.write_bytes(source)
    digests = [_digests_under(seed, files) for seed in ("1", "4812")]
    assert digests[0] == digests[1]
    assert len(set(digests[0])) > 1


def _digests_under(seed: str, files: list[Path]) -> list[str]:
    search = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": search}
    command = [sys.executable, "-c", _BUILD_EACH, *map(str, files)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.split()


@given(st.lists(postmortem_files(), min_size=8, max_size=8))
@settings(max_examples=1)
def test_every_text_in_any_script_is_rendered_inside_its_box(
    tmp_path_factory: pytest.TempPathFactory, sources: list[bytes]
) -> None:
    require("soffice")
    require("pdftotext")
    folder = tmp_path_factory.mktemp("rendered")
    decks = {}
    for source in sources:
        built = _built(source, "review")
        file = folder / f"{hashlib.sha256(source).hexdigest()[:12]}.pptx"
        file.write_bytes(built.pptx)
        decks[file] = built.deck
    pdfs = render_pdf(list(decks), folder / "pdf")
    unplaced = [
        text
        for file, deck in decks.items()
        for text in unplaced_texts(text_boxes_of(deck), pdf_words(pdfs[file]), 2.0)
    ]
    assert unplaced == []


@given(postmortem_files())
@settings(max_examples=20)
def test_every_action_and_event_stands_in_exactly_one_whole_row(source: bytes) -> None:
    document = _read(source)
    deck = build_deck(document, Options(as_of=AS_OF)).deck
    for layout, expected in (
        ("actions", len(document.postmortem.actions)),
        ("appendix-timeline", len(document.postmortem.events)),
    ):
        tables = [
            item
            for slide in deck.slides
            if slide.layout == layout
            for item in slide.items
            if isinstance(item, Table)
        ]
        assert sum(len(table.rows) - 1 for table in tables) == expected
        for table in tables:
            assert sum(row.height for row in table.rows) == table.box.height
