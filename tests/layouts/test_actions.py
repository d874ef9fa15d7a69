"""Actions: who does what by when, and what of that is missing or late, in loud words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deckgen.scene.geometry import to_points
from deckgen.scene.shapes import Cell, Table
from deckgen_layouts.actions import Actions
from tests.builders import page, postmortem
from tests.layouts.checks import cell_texts, said, slides_of, tables
from tests.layouts.postmortems import LINK, PARAGRAPH, SENTENCE

HEADER = ["ID", "Action", "Owner", "Due", "Priority", "Status"]
WITHOUT_PRIORITY = [heading for heading in HEADER if heading != "Priority"]
COLOUR = page().theme.colour


def table(*actions: dict[str, object], as_of: date | None = None, **fields: object) -> Table:
    chosen = page(as_of) if as_of else page()
    slides = slides_of(Actions, postmortem(actions=list(actions), **fields), chosen)
    [found] = tables(slides)
    return found


def action(**fields: object) -> dict[str, object]:
    return {"action": "Add a canary", "owner": "Ada", "due": "2025-03-01", **fields}


def cell(column: str, **fields: object) -> Cell:
    return table(action(**fields)).rows[1].cells[WITHOUT_PRIORITY.index(column)]


def headline(*actions: dict[str, object]) -> str:
    slide, *_ = slides_of(Actions, postmortem(actions=list(actions)))
    return slide.title.text


def test_without_actions_there_is_no_slide() -> None:
    assert slides_of(Actions, postmortem(decisions=["Freeze?"])) == []


def test_each_action_is_a_row_with_all_that_is_known() -> None:
    shown = table(
        action(id="CACHE-7", kind="prevent", learning="L2", priority="P1", status="in_progress"),
        {"action": "Page two people"},
        learnings=[{"text": "Alert routing relied on one rota"}],
    )
    assert cell_texts(shown) == [
        HEADER,
        ["A1", "Page two people", "Unassigned", "No due date", "Not set", "Open"],
        [
            "CACHE-7",
            "Add a canary\nPrevent; answers: Alert routing relied on one rota",
            "Ada",
            "1 Mar 2025",
            "P1",
            "In progress",
        ],
    ]


def test_what_the_room_must_talk_about_stands_first() -> None:
    shown = table(
        action(id="done", status="done"),
        action(id="fine"),
        action(id="undated", due=None),
        action(id="late", due="2025-01-15"),
        action(id="unowned", owner=None),
    )
    ids = [row[0] for row in cell_texts(shown)[1:]]
    assert ids == ["late", "unowned", "undated", "fine", "done"]


def test_what_is_equally_urgent_stands_by_due_date_the_undated_last_else_as_in_the_file() -> None:
    shown = table(
        action(id="March", due="2025-03-01"),
        action(id="February", due="2025-02-01"),
        action(id="February too", due="2025-02-01"),
        action(id="undated", due=None),
        action(id="unowned in May", owner=None, due="2025-05-01"),
        action(id="unowned in April", owner=None, due="2025-04-01"),
        action(id="done, undated", due=None, status="done"),
        action(id="done", status="done"),
    )
    assert [row[0] for row in cell_texts(shown)[1:]] == [
        *("unowned in April", "unowned in May", "undated"),
        *("February", "February too", "March"),
        *("done", "done, undated"),
    ]


def test_without_any_priority_the_action_takes_the_room_of_that_column() -> None:
    given, bare = table(action(priority="P1")), table(action())
    assert (cell_texts(given)[0], cell_texts(bare)[0]) == (HEADER, WITHOUT_PRIORITY)
    assert bare.widths[1] == pytest.approx(given.widths[1] + given.widths[4], abs=6)
    assert sum(bare.widths) == sum(given.widths)


@pytest.mark.parametrize("name", ["PAYMENTS-1234", "INC-2025-014-A7"])
def test_an_id_as_trackers_give_it_stands_on_one_line(name: str) -> None:
    shown = table(action(id=name))
    set_id = shown.rows[1].cells[0].frame
    assert set_id.text == name
    [run] = set_id.paragraphs[0].runs
    room = to_points(shown.widths[0] - set_id.left - set_id.right)
    assert page().measurer.line_count([run], room) == 1


def test_a_very_long_id_and_owner_are_shortened_and_stand_in_the_notes() -> None:
    name, owner = "ACTION-" + "9" * 93, "platform team " * 20
    [slide] = slides_of(Actions, postmortem(actions=[action(id=name, owner=owner.strip())]))
    [[_, shown]] = map(cell_texts, tables([slide]))
    assert (shown[0][:8], shown[0][-1], len(shown[0]) < 40) == ("ACTION-9", "…", True)
    assert (shown[2][:13], shown[2][-1], len(shown[2]) < 100) == ("platform team", "…", True)
    assert f"{name}: Add a canary ({owner.strip()}, due 1 Mar 2025)" in slide.notes


def test_an_action_that_answers_the_key_learning_says_so() -> None:
    shown = table(action(learning="L1"), key_learning={"statement": "Prove it under load"})
    assert "answers the Key Learning" in cell_texts(shown)[1][1]


@pytest.mark.parametrize("owner", [None, "TBD", "unassigned", "?"])
def test_an_action_that_nobody_owns_stands_out_in_words_and_colour(owner: str | None) -> None:
    loud = cell("Owner", owner=owner)
    [run] = loud.frame.paragraphs[0].runs
    assert (run.text, run.bold, run.colour, loud.fill) == (
        "Unassigned",
        True,
        COLOUR.bad,
        COLOUR.bad_tint,
    )


def test_an_action_without_a_date_stands_out_in_words_and_colour() -> None:
    loud = cell("Due", due=None)
    [run] = loud.frame.paragraphs[0].runs
    assert (run.text, run.bold, loud.fill) == ("No due date", True, COLOUR.caution_tint)


@pytest.mark.parametrize(
    ("as_of", "expected", "fill"),
    [
        (date(2025, 1, 14), "15 Jan 2025", None),
        (date(2025, 1, 15), "15 Jan 2025\nDue today", COLOUR.caution_tint),
        (date(2025, 1, 16), "15 Jan 2025\nOverdue 1 day", COLOUR.bad_tint),
        (date(2025, 1, 18), "15 Jan 2025\nOverdue 3 days", COLOUR.bad_tint),
        (date(2025, 4, 14), "15 Jan 2025\nOverdue 89 days", COLOUR.bad_tint),
        (date(2025, 4, 15), "15 Jan 2025\nOverdue 3 months", COLOUR.bad_tint),
        (date(2027, 1, 15), "15 Jan 2025\nOverdue 2 years", COLOUR.bad_tint),
    ],
)
def test_what_is_overdue_is_counted_from_the_as_of_date(
    as_of: date, expected: str, fill: str | None
) -> None:
    due = table(action(due="2025-01-15"), as_of=as_of).rows[1].cells[3]
    assert (due.frame.text, due.fill) == (expected, fill)


@pytest.mark.parametrize(("status", "word"), [("done", "Done"), ("dropped", "Dropped")])
def test_what_is_closed_is_neither_overdue_nor_loud(status: str, word: str) -> None:
    closed = table(
        action(due="2025-01-15", status=status, priority="P1"),
        action(due="2025-01-20", status=status, priority="P1"),
        action(owner=None, due=None, status=status),
    )
    assert [row[2:] for row in cell_texts(closed)[1:]] == [
        ["Ada", "15 Jan 2025", "P1", word],
        ["Ada", "20 Jan 2025", "P1", word],
        ["–", "–", "–", word],
    ]
    missing = [run for one in closed.rows[3].cells[2:5] for run in one.frame.paragraphs[0].runs]
    assert {run.colour for run in missing} == {COLOUR.muted}
    assert {one.fill for row in closed.rows[1:] for one in row.cells} == {None}


def test_a_done_action_says_on_which_day_where_that_is_known() -> None:
    done = action(status="done", completed="2025-02-27")
    assert cell("Status", status="done", completed="2025-02-27").frame.text == "Done\n27 Feb 2025"
    [slide] = slides_of(Actions, postmortem(actions=[done]))
    assert slide.notes[1:] == ("A1: Add a canary (Ada, due 1 Mar 2025, done 27 Feb 2025)",)


def test_an_owner_who_has_not_agreed_is_marked() -> None:
    assert cell("Owner", confirmed=False).frame.text == "Ada\nNot confirmed"
    assert cell("Owner", confirmed=True).frame.text == "Ada"
    assert cell("Owner").frame.text == "Ada"


def test_an_action_is_linked_to_its_ticket() -> None:
    rows = table(action(link=LINK), action()).rows[1:]
    links = [
        [run.link for c in row.cells for p in c.frame.paragraphs for run in p.runs if run.link]
        for row in rows
    ]
    assert links == [[LINK], []]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([action()], "One action, with an owner and a date"),
        ([action(), action()], "Two actions, each with an owner and a date"),
        ([action(), action(owner="TBD")], "Two actions: one without an owner"),
        (
            [action(due="2025-01-15")] * 2 + [action(owner=None, due=None)],
            "Three actions: two overdue, one without owner and due date",
        ),
        (
            [action(status="done"), action(due="2025-01-15")],
            "One of two actions open: one overdue",
        ),
        (
            [action(owner=None, status="dropped"), action()],
            "One of two actions open, with an owner and a date",
        ),
        (
            [action(due="2025-01-15")] * 2
            + [action(owner=None), action(due=None), *[action()] * 3, action(status="done")],
            "Seven of eight actions open: two overdue, one without an owner, "
            "one without a due date",
        ),
        ([action(status="done")] * 8, "All eight actions done"),
        ([action(status="done")], "One action, done"),
        ([action(status="dropped")] * 2, "Both actions dropped"),
        (
            [*[action(status="done")] * 6, *[action(status="dropped")] * 2],
            "All eight actions closed, two dropped",
        ),
    ],
)
def test_the_headline_says_what_cannot_wait(
    actions: list[dict[str, object]], expected: str
) -> None:
    assert headline(*actions) == expected


def test_a_long_table_continues_with_its_header_and_every_row_whole() -> None:
    drawn = postmortem(actions=[action(action=f"{SENTENCE} {n}") for n in range(30)])
    slides = slides_of(Actions, drawn)
    rows = [row for shown in tables(slides) for row in cell_texts(shown)[1:]]
    assert len(slides) > 1
    headers = [cell_texts(shown)[0] for shown in tables(slides)]
    assert headers == [WITHOUT_PRIORITY] * len(slides)
    assert [row[:2] for row in rows] == [[f"A{n + 1}", f"{SENTENCE} {n}"] for n in range(30)]


def test_the_notes_tell_the_actions_of_their_slide() -> None:
    drawn = postmortem(actions=[action(action=f"{SENTENCE} {n}") for n in range(30)])
    for slide, shown in zip(slides := slides_of(Actions, drawn), tables(slides), strict=True):
        ids = [row[0] for row in cell_texts(shown)[1:]]
        assert [note.split(":")[0] for note in slide.notes[1:]] == ids


def test_the_notes_say_who_when_and_whether_it_is_late() -> None:
    [slide] = slides_of(Actions, postmortem(actions=[action(due="2025-01-15"), {"action": "x"}]))
    assert slide.notes[1:] == (
        "A1: Add a canary (Ada, due 15 Jan 2025, overdue)",
        "A2: x (unassigned, no due date)",
    )


def test_the_notes_say_that_an_action_is_due_today() -> None:
    [slide] = slides_of(Actions, postmortem(actions=[action()]), page(date(2025, 3, 1)))
    assert slide.notes[1:] == ("A1: Add a canary (Ada, due 1 Mar 2025, today)",)


def test_an_action_higher_than_a_slide_is_shortened_and_stands_in_the_notes() -> None:
    long = (PARAGRAPH * 20).strip()
    slides = slides_of(Actions, postmortem(actions=[action(action=long), action()]))
    assert f"In full: {long}" in said(slides)
    assert [row[0] for shown in tables(slides) for row in cell_texts(shown)[1:]] == ["A1", "A2"]


def test_the_table_is_described_for_those_who_cannot_see_it() -> None:
    assert table(action()).alt == "Table of 1 action with owner, due and status."
    with_priority = table(action(priority="P1")).alt
    assert with_priority == "Table of 1 action with owner, due, priority and status."


def test_another_as_of_date_changes_the_headline_as_well() -> None:
    later = replace(page(), as_of=date(2025, 3, 2))
    [slide] = slides_of(Actions, postmortem(actions=[action()]), later)
    assert slide.title.text == "One action: one overdue"
