"""Every sample in every profile is a deck that no validator objects to and no office cuts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_decks import SAMPLE_DECKS, SAMPLES, SampleDeck, built
from tests.validators.every_judge import findings, texts_out_of_place

each_sample = pytest.mark.parametrize("sample", SAMPLE_DECKS, ids=lambda sample: sample.name)


def test_there_are_samples_of_real_incidents() -> None:
    assert len(SAMPLES) >= 5
    assert len(SAMPLE_DECKS) == 3 * len(SAMPLES)


@each_sample
def test_validators_find_nothing_in_a_sample(sample: SampleDeck, tmp_path: Path) -> None:
    assert findings(built(sample).pptx, tmp_path) == []


def test_every_text_of_the_samples_is_rendered_inside_its_box(tmp_path: Path) -> None:
    decks = {sample.name: built(sample) for sample in SAMPLE_DECKS}
    assert texts_out_of_place(decks, tmp_path) == {}
