"""The sample quarter: real incidents that are read, built, and reviewed together."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import build, check, read
from deckgen.pipeline import Options
from tests.quarter_samples import AS_OF, QUARTER_SAMPLES, sample_review, sample_review_deck
from tests.validators.every_judge import findings, texts_out_of_place

each_sample = pytest.mark.parametrize("sample", QUARTER_SAMPLES, ids=lambda sample: sample.stem)


def test_there_are_incidents_of_a_quarter_of_the_one_before_and_an_exercise() -> None:
    basis = sample_review().basis
    assert len(QUARTER_SAMPLES) == 13
    assert (basis.incidents, basis.before, basis.drills) == (10, 2, 1)


@each_sample
def test_a_sample_builds_and_has_no_error(sample: Path, tmp_path: Path) -> None:
    assert findings(build(sample, Options(as_of=AS_OF)).pptx, tmp_path) == []
    assert [one for one in check(sample, as_of=AS_OF) if one.severity == "error"] == []


def test_validators_find_nothing_in_the_review(tmp_path: Path) -> None:
    assert findings(sample_review_deck().pptx, tmp_path) == []


def test_every_text_of_the_review_is_rendered_inside_its_box(tmp_path: Path) -> None:
    assert texts_out_of_place({"review": sample_review_deck()}, tmp_path) == {}


def test_the_cause_that_was_stated_to_come_back_is_shown_with_what_was_open() -> None:
    stated = [one for one in sample_review().repeats if one.ground == "stated"]
    assert stated
    assert all(any(it.then == "open" for it in one.actions) for one in stated)


def test_an_action_that_nobody_owned_was_open_when_its_cause_came_back() -> None:
    open_then = [it.action for one in sample_review().repeats for it in one.actions]
    assert [one.incident for one in open_then if one.owner is None] == ["mybinder-2018-03-13"]
    assert sample_review().actions.unassigned == 1


def test_the_folder_says_where_the_facts_come_from_and_what_is_made_up() -> None:
    told = (QUARTER_SAMPLES[0].parent / "README.md").read_text("utf-8")
    assert "incident-reports" in told
    drills = [sample.stem for sample in QUARTER_SAMPLES if read(sample).postmortem.drill]
    assert [name for name in drills if f"`{name}.yaml` is made up" not in told] == []
    real = [read(sample).postmortem for sample in QUARTER_SAMPLES if sample.stem not in drills]
    assert [one.id for one in real if not one.sources] == []
