"""Decisions: what is asked of the room, and how we shall know that it worked."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen_layouts.decisions import Decisions
from tests.builders import at, page, postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import SENTENCE

REVIEW = at("10:00", "2025-02-08")


def follow_up(**fields: object) -> dict[str, object]:
    return {"follow_up": fields}


def test_with_nothing_asked_and_nothing_planned_there_is_no_slide() -> None:
    assert slides_of(Decisions, postmortem(actions=[{"action": "x"}])) == []


def test_decisions_stand_beside_the_follow_up() -> None:
    drawn = postmortem(
        decisions=["Freeze cache changes?", "Fund a second rota?"],
        **follow_up(review_at=REVIEW, success_criteria=["No page for 30 days"]),
    )
    [slide] = slides_of(Decisions, drawn)
    assert texts_of(slide) == [
        "Two decisions asked of this review; follow-up on 8 Feb 2025, 10:00 UTC",
        "What we ask you to decide",
        *("1", "Freeze cache changes?"),
        *("2", "Fund a second rota?"),
        "We review the actions",
        "8 Feb 2025, 10:00 UTC",
        "It worked when",
        "No page for 30 days",
    ]
    middle = page().boxes.body.x + page().boxes.body.width // 2
    left = {text.frame.text for text in texts(slide.items) if text.box.right < middle}
    assert left == {
        "What we ask you to decide",
        "1",
        "2",
        "Freeze cache changes?",
        "Fund a second rota?",
    }


def test_decisions_alone_take_the_whole_width() -> None:
    [slide] = slides_of(Decisions, postmortem(decisions=["Freeze?"]))
    [asked] = [text for text in texts(slide.items) if text.frame.text == "Freeze?"]
    assert texts_of(slide)[0] == "One decision asked of this review"
    assert asked.box.width > page().boxes.body.width * 0.9


def test_a_follow_up_alone_takes_the_whole_width() -> None:
    [slide] = slides_of(Decisions, postmortem(**follow_up(review_at=date(2025, 2, 8))))
    assert texts_of(slide) == ["Follow-up on 8 Feb 2025", "We review the actions", "8 Feb 2025"]


def test_criteria_without_a_date_say_that_there_is_none() -> None:
    [slide] = slides_of(Decisions, postmortem(**follow_up(success_criteria=["a", "b"])))
    assert texts_of(slide) == [
        "Two success criteria for the follow-up",
        "We review the actions",
        "No review date yet",
        "It worked when",
        "a",
        "b",
    ]


@pytest.mark.parametrize("more", ["decisions", "criteria"])
def test_more_than_fits_continues_on_a_further_slide(more: str) -> None:
    many = [f"{SENTENCE} {n}" for n in range(30)]
    decisions, criteria = (many, ["One"]) if more == "decisions" else (["One"], many)
    drawn = postmortem(decisions=decisions, **follow_up(success_criteria=criteria))
    slides = slides_of(Decisions, drawn)
    shown = [text for slide in slides for text in texts_of(slide)]
    assert len(slides) > 1
    assert [text for text in shown if text.startswith(SENTENCE)] == many
    assert shown.count("One") == 1


def test_the_notes_tell_every_decision_the_date_and_the_criteria() -> None:
    drawn = postmortem(
        decisions=["Freeze?"], **follow_up(review_at=REVIEW, success_criteria=["No page"])
    )
    [slide] = slides_of(Decisions, drawn)
    assert slide.notes == (
        "Decision 1: Freeze?",
        "We meet again on 8 Feb 2025, 10:00 UTC.",
        "We shall know that it worked when: No page",
    )
