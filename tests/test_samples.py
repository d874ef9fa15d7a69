"""Every sample in every profile is a deck that no validator objects to and no office cuts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.programs import require
from tests.sample_decks import SAMPLE_DECKS, SAMPLES, SampleDeck, built
from tests.scene_texts import text_boxes_of
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.rendering import pdf_words, render_pdf, unplaced_texts
from tests.validators.structure import structure_findings

each_sample = pytest.mark.parametrize("sample", SAMPLE_DECKS, ids=lambda sample: sample.name)


def test_there_are_samples_of_real_incidents() -> None:
    assert len(SAMPLES) >= 5
    assert len(SAMPLE_DECKS) == 3 * len(SAMPLES)


@each_sample
def test_validators_find_nothing_in_a_sample(sample: SampleDeck, tmp_path: Path) -> None:
    pptx = built(sample).pptx
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert audit_findings(file) == []
    assert structure_findings(pptx) == []
    assert accessibility_findings(pptx) == []
    assert geometry_findings(pptx) == []


def test_every_text_of_the_samples_is_rendered_inside_its_box(tmp_path: Path) -> None:
    require("soffice")
    require("pdftotext")
    decks = {}
    for sample in SAMPLE_DECKS:
        file = tmp_path / f"{sample.name}.pptx"
        file.write_bytes(built(sample).pptx)
        decks[file] = sample
    pdfs = render_pdf(list(decks), tmp_path / "pdf")
    unplaced = {
        sample.name: found
        for file, sample in decks.items()
        if (found := unplaced_texts(text_boxes_of(built(sample).deck), pdf_words(pdfs[file]), 2.0))
    }
    assert unplaced == {}
