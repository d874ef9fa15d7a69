"""Small builders of reviews, holding only what a test is about, and slides held to be sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from deckgen.layout import LayoutOf, Page
from deckgen.quarter.actions import actions_review
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import (
    Basis,
    EarlierAction,
    Factors,
    Publication,
    QuarterReview,
    Repeat,
)
from deckgen.scene.deck import Slide
from tests.builders import page as page_of
from tests.layouts.checks import assert_sound
from tests.quarter.builders import AS_OF, PERIOD, action, incident

BEFORE_PERIOD = date(2025, 5, 4)
"""A day of the period before."""

SENTENCE = "The proxy kept the routes of pods that had gone, and sent a third of the users there."
PARAGRAPH = " ".join([SENTENCE] * 18)
WORD = "a-very-long-name-of-a-thing-that-nobody-has-ever-shortened-x2"
TEXTS = {"sentence": SENTENCE, "300 words": PARAGRAPH, "one long word": WORD}
"""Texts as people write them, and as nobody should."""


def earlier(then: Literal["open", "dropped", "unknown"] = "open", **more: Any) -> EarlierAction:
    """Return an action of an earlier incident that stood so when its cause struck again."""
    return EarlierAction(action(**more), then)


def repeat(now: Incident | None = None, before: Incident | None = None, **more: Any) -> Repeat:
    """Return a stated repeat without an action left to do."""
    least: dict[str, Any] = {"ground": "stated", "evidence": (), "times": 1, "actions": ()}
    return Repeat(
        now or incident("INC-2"), before or incident("INC-1", BEFORE_PERIOD), **{**least, **more}
    )


NO_ACTIONS = actions_review([], [], [], AS_OF)
NOTHING_DUE = Publication(48, 0, 0, 0, 0, ())


def review(incidents: Sequence[Incident] = (), **parts: Any) -> QuarterReview:
    """Return the review of a quarter on these incidents, all else empty."""
    least: dict[str, Any] = {
        "period": PERIOD,
        "before": replace(PERIOD, name="2025-Q2"),
        "as_of": AS_OF,
        "basis": Basis(len(incidents), 0, 0, 0, 0, 0),
        **dict.fromkeys(
            ("numbers", "weeks", "services", "spreads", "worst", "repeats", "asks"), ()
        ),
        "factors": Factors((), (), 0),
        "actions": NO_ACTIONS,
        "publication": NOTHING_DUE,
    }
    return QuarterReview(incidents=tuple(incidents), **{**least, **parts})


def page() -> Page:
    """Return the page of the packaged template on the day of the review."""
    return page_of(AS_OF)


def slides_of(
    layout: type[LayoutOf[QuarterReview]], drawn: QuarterReview, on: Page | None = None
) -> list[Slide]:
    """Return the slides of `layout`, each held to everything that a slide must be."""
    on = replace(on, as_of=AS_OF) if on else page()
    slides = list(layout().slides(drawn, on))
    for slide in slides:
        assert_sound(slide, on)
        assert slide.layout == layout.name
    return slides
