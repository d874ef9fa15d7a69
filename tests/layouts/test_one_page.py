"""One page: everything that matters of a minor incident on one slide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.scene.shapes import Group
from deckgen_layouts.one_page import OnePage
from tests.builders import at, box, event, page, postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import HARD, SENTENCE

CAUSE = {"root_cause": {"primary_cause": "Two writers filled one key"}}


def shown(**fields: object) -> list[str]:
    [slide] = slides_of(OnePage, postmortem(**fields))
    return texts_of(slide)


def test_the_first_hour_s_page_shows_the_facts_and_says_so_in_its_notes() -> None:
    [slide] = slides_of(OnePage, postmortem())
    assert texts_of(slide)[0] == "Checkout down"
    assert "Not recorded" in texts_of(slide)
    assert slide.notes


def test_cause_learning_and_actions_stand_in_headed_panels() -> None:
    told = shown(
        **CAUSE,
        key_learning={"statement": "Prove it under load"},
        actions=[{"action": "Add a canary", "owner": "Ada", "due": "2025-03-01"}],
    )
    assert told[-6:] == [
        *("Why it happened", "Two writers filled one key"),
        *("Key learning", "Prove it under load"),
        *("Actions", "Add a canary Ada, 1 Mar 2025"),
    ]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"owner": "TBD"}, "Add a canary Unassigned, no due date"),
        ({"owner": "Ada", "due": "2025-01-15"}, "Add a canary Ada, 15 Jan 2025 (overdue)"),
    ],
)
def test_what_is_missing_or_late_of_an_action_is_loud(
    action: dict[str, object], expected: str
) -> None:
    [slide] = slides_of(OnePage, postmortem(actions=[{"action": "Add a canary", **action}]))
    *_, text = texts(slide.items)
    loud = text.frame.paragraphs[0].runs[-1]
    assert text.frame.text == expected
    assert (loud.bold, loud.colour) == (True, page().theme.colour.bad)


def test_without_a_cause_the_summary_tells_what_happened() -> None:
    told = shown(summary="Checkout was down.")
    assert told[-2:] == ["What happened", "Checkout was down."]


def test_the_timeline_stands_above_the_panels() -> None:
    [slide] = slides_of(OnePage, postmortem(timeline=[event("02:15", "Deploy")], **CAUSE))
    [chart] = [item for item in slide.items if isinstance(item, Group)]
    panels = [text.box for text in texts(slide.items) if text.name.startswith("Why")]
    assert chart.name == "Timeline"
    assert [box for box in panels if box.y < chart.box.bottom] == []


def test_what_is_not_recorded_leaves_its_room_to_the_rest() -> None:
    [alone] = slides_of(OnePage, postmortem(timeline=[event("02:15", "Deploy")]))
    [chart] = [item for item in alone.items if isinstance(item, Group)]
    assert chart.box.bottom == page().boxes.body.bottom
    [without] = slides_of(OnePage, postmortem(**CAUSE))
    [cause] = [text for text in texts(without.items) if text.name == "Why it happened"]
    assert cause.box.height > page().boxes.body.height * 0.6


def test_a_template_with_little_room_leaves_the_timeline_out() -> None:
    low = replace(page(), boxes=replace(page().boxes, body=box(0.5, 1.5, 9, 2.6)))
    drawn = postmortem(timeline=[event("02:15", "Deploy")], **CAUSE)
    [slide] = slides_of(OnePage, drawn, low)
    assert not any(isinstance(item, Group) for item in slide.items)
    assert texts_of(slide)[-2:] == ["Why it happened", "Two writers filled one key"]


def test_actions_that_do_not_fit_are_counted_and_stand_in_the_notes() -> None:
    actions = [{"action": f"{SENTENCE} {n}", "owner": "Ada"} for n in range(12)]
    [slide] = slides_of(OnePage, postmortem(actions=actions, timeline=[event("02:15")]))
    listed = [text for text in texts_of(slide) if text.startswith(SENTENCE)]
    assert texts_of(slide)[-1] == f"and {12 - len(listed)} more"
    assert listed
    notes = "\n".join(slide.notes)
    assert [n for n in range(12) if f"{SENTENCE} {n} " not in notes] == []


@pytest.mark.parametrize("case", HARD)
def test_it_is_always_one_slide(case: str) -> None:
    assert len(slides_of(OnePage, HARD[case])) == 1


def test_it_shows_how_long_the_impact_lasted() -> None:
    told = shown(severity="SEV3", mitigated_at=at("03:00"))
    assert told[1:9] == [
        *("Severity", "SEV3"),
        *("Status", "Mitigated"),
        *("Started (UTC)", "8 Jan 2025, 02:15"),
        *("Impact lasted", "45m"),
    ]
