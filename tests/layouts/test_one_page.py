"""One page: everything that matters of a minor incident on one slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from deckgen.postmortem.wording import in_words
from deckgen.scene.shapes import Group
from deckgen.scene.text import Paragraph
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
        *("One action", "Add a canary Ada, 1 Mar 2025"),
    ]


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"owner": "TBD"}, "Add a canary Unassigned, no due date"),
        ({"owner": "Ada", "due": "2025-01-15"}, "Add a canary Ada, 15 Jan 2025 (overdue)"),
        ({"due": "2025-02-01"}, "Add a canary Unassigned, 1 Feb 2025 (due today)"),
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
    listed = [text for text in texts_of(slide) if text.startswith(SENTENCE[:20])]
    assert texts_of(slide)[-1] == f"and {12 - len(listed)} more"
    assert len(listed) > 1
    notes = "\n".join(slide.notes)
    assert [n for n in range(12) if f"{SENTENCE} {n} " not in notes] == []


def lines_of_actions(*actions: Mapping[str, object], **fields: object) -> list[Paragraph]:
    drawn = postmortem(actions=list(actions), timeline=[event("02:15")], **fields)
    [slide] = slides_of(OnePage, drawn)
    *_, listed = texts(slide.items)
    return list(listed.frame.paragraphs)


def test_actions_are_shortened_to_a_line_each_where_more_of_them_fit_so() -> None:
    several = [{"action": SENTENCE * 3, "owner": "Ada", "due": "2025-03-01"}] * 12
    *listed, more = lines_of_actions(*several, **CAUSE, key_learning={"statement": "Prove it"})
    assert len(listed) > 3
    assert more.text == f"and {12 - len(listed)} more"
    assert {(one.text[:10], one.text[-17:]) for one in listed} == {
        (SENTENCE[:10], "… Ada, 1 Mar 2025")
    }


def test_room_that_lines_leave_goes_to_the_first_actions() -> None:
    action = {"action": (long := SENTENCE * 2), "owner": "Ada", "due": "2025-03-01"}
    listed = lines_of_actions(*[action] * 4)
    in_full = [one.text.startswith(long) for one in listed]
    assert in_full == sorted(in_full, reverse=True)
    assert set(in_full) == {True, False}


def test_the_owner_s_name_is_shortened_before_an_action_loses_its_line() -> None:
    several = [{"action": SENTENCE * 3, "owner": SENTENCE, "due": "2025-03-01"}] * 9
    *listed, _ = lines_of_actions(*several, **CAUSE)
    assert [one.text for one in listed if "…, 1 Mar 2025" not in one.text] == []


def test_what_is_left_out_is_told_to_be_late_or_without_an_owner() -> None:
    late = {"action": SENTENCE, "owner": "Ada", "due": "2025-01-15"}
    unowned = {"action": SENTENCE, "due": "2025-03-01"}
    *_, more = lines_of_actions(*[late] * 9, unowned, **CAUSE)
    left = int(more.text.split()[1])
    assert more.text == f"and {left} more: {in_words(left - 1)} overdue, one unassigned"


def test_an_action_that_answers_the_key_learning_is_always_among_those_shown() -> None:
    late = [{"action": f"{SENTENCE} {n}", "due": "2025-01-15"} for n in range(12)]
    answer = {"action": "Add a canary", "owner": "Ada", "due": "2025-03-01", "learning": "L1"}
    listed = lines_of_actions(*late, answer, key_learning={"statement": "Prove it under load"})
    assert listed[-2].text == "Add a canary Ada, 1 Mar 2025"
    assert listed[-1].text.startswith("and ")


@pytest.mark.parametrize(
    ("states", "heading"),
    [
        (["open"] * 6, "Six actions"),
        (["open", "in_progress", "done"], "Two of three actions open"),
        (["done", "done", "dropped"], "All three actions closed, one dropped"),
    ],
)
def test_the_heading_says_how_many_actions_are_open(states: list[str], heading: str) -> None:
    told = shown(actions=[{"action": "Add a canary", "status": state} for state in states])
    assert heading in told


def test_closed_actions_are_shown_quietly_where_none_is_open() -> None:
    done = {"action": "Add a canary", "status": "done"}
    listed = lines_of_actions({**done, "owner": "Ada"}, done)
    assert [one.text for one in listed] == ["Add a canary Ada, done", "Add a canary done"]


def test_a_closed_action_says_on_which_day_it_was_done() -> None:
    done = {"action": "Add a canary", "status": "done", "completed": "2025-01-20"}
    listed = lines_of_actions({**done, "owner": "Ada"}, done)
    assert [one.text for one in listed] == [
        "Add a canary Ada, done 20 Jan 2025",
        "Add a canary done 20 Jan 2025",
    ]
    assert {one.runs[-1].bold for one in listed} == {False}


def test_up_to_three_impact_numbers_stand_among_the_facts_in_place_of_the_services() -> None:
    metrics = [{"label": f"Number {n}", "value": n, "unit": "%"} for n in range(5)]
    told = shown(services=["checkout"], impact={"metrics": metrics})
    assert told[7:] == [
        *("Impact lasted", "Ongoing"),
        *("Number 0", "0%", "Number 1", "1%", "Number 2", "2%"),
    ]
    [slide] = slides_of(OnePage, postmortem(services=["checkout"], impact={"metrics": metrics}))
    assert [n for n in range(5) if f"Number {n}: {n}%." not in slide.notes] == []
    assert "Services affected: checkout." in slide.notes


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
