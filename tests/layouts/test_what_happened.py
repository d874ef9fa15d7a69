"""What happened: the cause, and the whys that lead down to it."""

from __future__ import annotations

import pytest

from deckgen.postmortem.wording import listing
from deckgen.scene.shapes import Path
from deckgen_layouts.what_happened import WhatHappened
from tests.builders import event, page, postmortem
from tests.layouts.checks import parts, slides_of, texts, texts_of
from tests.layouts.postmortems import PARAGRAPH, SENTENCE

WHYS = ["Payments timed out", {"why": "Why did they?", "because": "The cache held a torn entry"}]
CAUSE = "Two writers filled one key"


def causes(**fields: object) -> dict[str, object]:
    return {"root_cause": fields}


def test_without_cause_and_whys_there_is_no_slide() -> None:
    root_cause = causes(contributing_factors=[{"text": "x"}])
    assert slides_of(WhatHappened, postmortem(**root_cause)) == []


def test_below_the_ladder_the_cause_says_it_in_short() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=WHYS, primary_cause=CAUSE)))
    assert texts_of(slide) == [
        CAUSE,
        *("1", "Payments timed out"),
        *("2", "Why did they?", "The cache held a torn entry"),
        *("In short", CAUSE),
    ]
    assert slide.notes[1:] == (
        "Why 1: Payments timed out",
        "Why 2: Why did they? The cache held a torn entry",
        f"In short: {CAUSE}",
    )


def test_what_the_ladder_comes_to_is_no_further_step() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=WHYS, primary_cause=CAUSE)))
    assert sum(isinstance(item, Path) for item in parts(slide.items)) == len(WHYS) - 1
    [box] = [text.box for text in texts(slide.items) if text.frame.text.startswith("In short")]
    body = page().boxes.body
    assert (box.x, box.width) == (body.x, body.width)


@pytest.mark.parametrize(
    "last", [CAUSE, f"{CAUSE.upper()}.", {"why": "Why?", "because": f"{CAUSE}, at a time"}]
)
def test_a_cause_that_the_last_why_says_already_is_not_repeated(last: object) -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=[last], primary_cause=CAUSE)))
    assert [text for text in texts_of(slide) if "In short" in text] == []
    assert [note for note in slide.notes if "In short" in note] == []


def test_each_rung_stands_further_in_and_further_down_with_a_step_between() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=["a", "b", "c", "d"])))
    badges = [text.box for text in texts(slide.items) if len(text.frame.text) == 1][::2]
    assert [box.x for box in badges] == sorted({box.x for box in badges})
    assert [box.y for box in badges] == sorted({box.y for box in badges})
    assert sum(isinstance(item, Path) for item in parts(slide.items)) == 3


def test_a_ladder_without_a_cause_says_that_it_is_not_finished() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=["Payments timed out"])))
    assert texts_of(slide) == ["Why it happened: one why so far", "1", "Payments timed out"]


def test_more_rungs_than_fit_continue_on_a_further_slide() -> None:
    whys = [f"{SENTENCE} {n}" for n in range(25)]
    slides = slides_of(WhatHappened, postmortem(**causes(five_whys=whys)))
    shown = [text for slide in slides for text in texts_of(slide)[1:] if len(text) > 2]
    assert len(slides) > 1
    assert shown == whys


def test_without_whys_the_cause_stands_with_what_set_it_off() -> None:
    [slide] = slides_of(
        WhatHappened,
        postmortem(
            **causes(primary_cause=CAUSE),
            summary="Checkout was down.",
            timeline=[event("02:10", "A note"), event("02:15", "Deploy 4812", "trigger")],
        ),
    )
    assert texts_of(slide) == [
        "Why it happened",
        *("Primary cause", CAUSE),
        *("What set it off", "Deploy 4812"),
        *("What happened", "Checkout was down."),
    ]


def test_a_cause_alone_is_enough() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(primary_cause=CAUSE)))
    assert texts_of(slide) == ["Why it happened", "Primary cause", CAUSE]


def test_a_cause_too_long_for_one_slide_takes_what_follows_along() -> None:
    long = (PARAGRAPH * 3).strip()
    drawn = postmortem(
        **causes(primary_cause=long), summary=long, timeline=[event("02:15", long, "trigger")]
    )
    slides = slides_of(WhatHappened, drawn)
    shown = [text for slide in slides for text in texts_of(slide)[1:]]
    assert shown == ["Primary cause", long, "What set it off", long, "What happened", long]


def test_the_cause_is_set_apart_from_the_whys() -> None:
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=WHYS, primary_cause=CAUSE)))
    colours = {
        text.frame.text: {run.colour for p in text.frame.paragraphs for run in p.runs}
        for text in texts(slide.items)
    }
    assert colours[f"In short\n{CAUSE}"] == {page().theme.colour.on_accent}
    assert colours["Payments timed out"] == {page().theme.colour.ink}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (
            {"five_whys": WHYS, "primary_cause": CAUSE},
            [f"In short, the same as in INC-1 and INC-7\n{CAUSE}"],
        ),
        (
            {"five_whys": [CAUSE], "primary_cause": CAUSE},
            ["The cause is the same as in INC-1 and INC-7"],
        ),
        ({"five_whys": ["a"]}, ["The cause is the same as in INC-1 and INC-7"]),
        ({"primary_cause": CAUSE}, [f"Primary cause, the same as in INC-1 and INC-7\n{CAUSE}"]),
        ({}, ["The same cause as in\nINC-1 and INC-7"]),
    ],
)
def test_earlier_incidents_with_the_same_cause_are_named(
    fields: dict[str, object], shown: list[str]
) -> None:
    drawn = postmortem(**causes(**fields, repeats=["INC-1", "INC-7"]))
    [slide] = slides_of(WhatHappened, drawn)
    assert [text.frame.text for text in texts(slide.items) if "INC" in text.frame.text] == shown
    assert [note for note in slide.notes if "INC" in note] == [
        text.replace("\n", ": ") for text in shown
    ]


def test_many_earlier_incidents_are_counted_and_named_in_the_notes() -> None:
    many = [f"INC-2024-{n}" for n in range(100, 130)]
    [slide] = slides_of(WhatHappened, postmortem(**causes(five_whys=["a"], repeats=many)))
    assert texts_of(slide)[-1] == "The cause is the same as in 30 earlier incidents"
    assert f"The cause is the same as in {listing(many)}" in slide.notes
