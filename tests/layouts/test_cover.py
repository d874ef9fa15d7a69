"""The cover: what happened, when, how bad."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen_layouts.cover import Cover
from tests.builders import at, box, page, postmortem
from tests.layouts.checks import slides_of, texts_of
from tests.layouts.postmortems import PARAGRAPH


def cover(**fields: object) -> list[str]:
    [slide] = slides_of(Cover, postmortem(**fields))
    return texts_of(slide)


def test_the_first_hour_s_cover_says_what_is_not_recorded() -> None:
    assert cover() == [
        "Checkout down",
        "Incident in progress · INC-1 · 8 January 2025",
        "The impact is not recorded yet.",
        *("Severity", "Not recorded"),
        *("Status", "Open"),
        *("Started (UTC)", "8 Jan 2025, 02:15"),
        *("Impact lasted", "Ongoing"),
        *("Services", "Not recorded"),
    ]


def test_a_full_cover_shows_the_facts_that_everybody_asks_for() -> None:
    assert cover(
        impact={"statement": "12,000 customers could not pay"},
        summary="A deploy broke the cache.",
        severity="SEV1",
        mitigated_at=at("03:00"),
        resolved_at=at("03:20"),
        services=["payments", "checkout", "cart"],
        timezone="Asia/Tokyo",
    ) == [
        "Checkout down",
        "Incident postmortem · INC-1 · 8 January 2025",
        "12,000 customers could not pay",
        *("Severity", "SEV1"),
        *("Status", "Resolved"),
        *("Started (JST)", "8 Jan 2025, 11:15"),
        *("Impact lasted", "45m"),
        *("Services", "payments, checkout and cart"),
    ]


def test_without_an_impact_statement_the_summary_stands_in() -> None:
    assert cover(summary="A deploy broke the cache.")[2] == "A deploy broke the cache."


def test_an_exercise_is_called_one() -> None:
    assert cover(drill=True)[1] == "Exercise · INC-1 · 8 January 2025"


def test_an_impact_that_ended_as_it_began_lasted_no_time() -> None:
    assert cover(mitigated_at=at("02:15"))[9:11] == ["Impact lasted", "0m"]


def test_the_cover_is_drawn_on_the_title_slide_with_its_own_placeholders() -> None:
    [slide] = slides_of(Cover, postmortem())
    assert slide.slide_layout == "Title Slide"
    assert slide.title.kind == "ctrTitle"
    assert slide.subtitle is not None
    assert slide.subtitle.kind == "subTitle"


def test_a_template_with_no_room_for_the_impact_leaves_it_to_the_notes() -> None:
    boxes = replace(page().boxes, cover_subtitle=box(0.95, 5.0, 11.4, 0.6))
    drawn = postmortem(summary="A deploy broke the cache.")
    [slide] = slides_of(Cover, drawn, replace(page(), boxes=boxes))
    assert "A deploy broke the cache." not in texts_of(slide)
    assert "A deploy broke the cache." in slide.notes


@pytest.mark.parametrize("case", [{"summary": PARAGRAPH * 3}, {"services": ["checkout"] * 40}])
def test_what_is_too_long_for_the_cover_is_cut_and_stands_in_the_notes(
    case: dict[str, object],
) -> None:
    [slide] = slides_of(Cover, postmortem(**case))
    [cut] = [text for text in texts_of(slide) if text.endswith("…")]
    [full] = [note for note in slide.notes if note.startswith(f"In full: {cut[:-1]}")]
    assert len(full) > len(cut) * 1.2
