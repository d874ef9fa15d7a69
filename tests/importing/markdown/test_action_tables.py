"""How far actions in a table have come, and on which day they were done."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from deckgen.importing.draft import Draft
from deckgen.importing.markdown import read_markdown


class Row(NamedTuple):
    """What was read of a row: its status and day, what was guessed, and what is left."""

    status: object = None
    completed: object = None
    guessed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def draft(*lines: str) -> Draft:
    told = ("# Checkout down", "", "- Date: 2025-01-08", "", "## Action items", "", *lines)
    [found] = read_markdown("\n".join(told).encode(), "x.md")
    return found


def row(headings: str, cells: str) -> Row:
    rule = "|".join("---" for _ in f"Action|{headings}".split("|"))
    found = draft(f"|Action|{headings}|", f"|{rule}|", f"|Cache it|{cells}|")
    actions = found.data["actions"]
    assert isinstance(actions, list)
    [action] = actions
    assert action["action"] == "Cache it"
    return Row(
        action.get("status"),
        action.get("completed"),
        tuple(f"{it.loc[-1]}: {it.reason}" for it in found.guesses if it.loc[0] == "actions"),
        tuple(it.text for it in found.left if it.loc[:1] == ("actions",)),
    )


DONE = Row("done", date(2025, 1, 20))
GIVEN = "status: the day of completion is given"


@pytest.mark.parametrize("heading", ["Completed on", "Date closed", "Completion date", "Done at"])
def test_a_column_may_tell_the_day_on_which_an_action_was_done(heading: str) -> None:
    assert row(f"Status|{heading}", "Done|2025-01-20") == DONE


@pytest.mark.parametrize("status", ["Done 2025-01-20", "Completed on 20 Jan 2025", "✅ 2025-01-20"])
def test_a_status_may_tell_the_day(status: str) -> None:
    assert row("Status", status) == DONE


@pytest.mark.parametrize("heading", ["Completed", "Completed on"])
def test_a_day_alone_says_that_the_action_is_done_which_is_told(heading: str) -> None:
    assert row(heading, "2025-01-20") == DONE._replace(guessed=(GIVEN,))


@pytest.mark.parametrize("status", ["Open", "WIP", "dropped"])
def test_a_day_of_completion_is_left_where_the_action_is_not_done(status: str) -> None:
    read = row("Status|Completion date", f"{status}|2025-03-01")
    assert (read.completed, read.left) == (None, ("completed: 2025-03-01",))


@pytest.mark.parametrize("heading", ["Due date for completion", "To be done by (date)"])
def test_a_day_that_is_promised_is_none_on_which_it_was_done(heading: str) -> None:
    assert row(f"Status|{heading}", "Done|2025-03-01").completed is None


def test_what_is_no_day_is_left() -> None:
    assert row("Status|Completed on", "Done|soon").left == ("completed: soon",)
    assert row("Status|Completed on", "Done|-") == Row("done")


def test_a_day_in_the_words_is_left_where_the_status_denies_it() -> None:
    found = draft("|Action|Status|", "|---|---|", "|Cache it (done 2025-01-20)|In progress|")
    assert found.data["actions"] == [{"action": "Cache it", "status": "in_progress"}]
    assert [it.text for it in found.left] == ["completed: 2025-01-20"]


def test_an_item_below_an_action_may_tell_the_day() -> None:
    found = draft("- Cache it", "  - Owner: Ada", "  - Completed: 2025-01-20")
    assert found.data["actions"] == [
        {
            "action": "Cache it",
            "owner": "Ada",
            "status": "done",
            "completed": date(2025, 1, 20),
        }
    ]
