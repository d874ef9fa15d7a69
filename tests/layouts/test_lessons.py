"""Lessons: a column for each kind, all in one size."""

from __future__ import annotations

import pytest

from deckgen_layouts.lessons import Lessons
from tests.builders import postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import SENTENCE

KINDS = ("went_well", "went_wrong", "got_lucky")
HEADINGS = ("What went well", "What went wrong", "Where we got lucky")


def test_without_lessons_there_is_no_slide() -> None:
    assert slides_of(Lessons, postmortem(key_learning={"statement": "x"})) == []


def test_each_kind_of_lesson_has_a_column() -> None:
    drawn = postmortem(
        lessons={"went_well": ["a", "b"], "went_wrong": ["c"], "got_lucky": ["d"]},
        learnings=[{"text": "e"}],
    )
    [slide] = slides_of(Lessons, drawn)
    shown = texts_of(slide)
    assert shown[0] == "Two things went well, one went wrong, one was luck"
    assert [text for text in shown if len(text) == 1] == ["a", "b", "c", "d", "e"]
    assert [text for text in shown if text in HEADINGS] == list(HEADINGS)


@pytest.mark.parametrize(("kind", "heading"), list(zip(KINDS, HEADINGS, strict=True)))
def test_a_kind_without_lessons_has_no_column(kind: str, heading: str) -> None:
    [slide] = slides_of(Lessons, postmortem(lessons={kind: ["a"]}))
    assert texts_of(slide)[1:] == [heading, "a"]


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"lessons": {"got_lucky": ["a", "b"]}}, "Two things were luck"),
        ({"lessons": {"went_wrong": ["a"]}}, "One thing went wrong"),
        ({"learnings": [{"text": "a"}]}, "One further learning"),
        ({"learnings": [{"text": "a"}] * 13}, "13 further learnings"),
    ],
)
def test_the_headline_counts_the_lessons(fields: dict[str, object], headline: str) -> None:
    slide, *_ = slides_of(Lessons, postmortem(**fields))
    assert slide.title.text == headline


def test_lessons_of_all_columns_are_set_in_one_size() -> None:
    drawn = postmortem(lessons={"went_well": [SENTENCE] * 7, "went_wrong": ["short"]})
    [slide] = slides_of(Lessons, drawn)
    sizes = {
        run.size
        for text in texts(slide.items)
        if text.frame.text in {SENTENCE, "short"}
        for run in text.frame.paragraphs[0].runs
    }
    assert len(sizes) == 1


def test_more_lessons_than_fit_continue_under_their_heading() -> None:
    well = [f"{SENTENCE} {n}" for n in range(40)]
    slides = slides_of(Lessons, postmortem(lessons={"went_well": well, "got_lucky": ["Once"]}))
    shown = [texts_of(slide) for slide in slides]
    assert len(slides) > 1
    assert [text for page in shown for text in page if text.startswith(SENTENCE)] == well
    assert [page.count("What went well") for page in shown] == [1] * len(slides)
    assert [page.count("Where we got lucky") for page in shown] == [1] + [0] * (len(slides) - 1)
