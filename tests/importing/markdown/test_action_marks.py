"""What stands beside the words of an action, in the forms that teams write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deckgen.importing.markdown.action_marks import Marked, marked
from deckgen.importing.markdown.evidence import evidence_of
from deckgen.postmortem.vocabulary import ActionStatus, Priority

EVIDENCE = evidence_of(["2024-11-02"], "", (), "x")


def done_on(text: str) -> Marked:
    return Marked(text, ActionStatus.DONE, completed=date(2024, 12, 3))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Cache it", Marked("Cache it")),
        ("[ ] Cache it", Marked("Cache it", ActionStatus.OPEN)),
        ("[x] Cache it", Marked("Cache it", ActionStatus.DONE)),
        ("✅ Cache it", Marked("Cache it", ActionStatus.DONE)),
        ("Cache it (Done)", Marked("Cache it", ActionStatus.DONE)),
        ("Cache it DONE", Marked("Cache it", ActionStatus.DONE)),
        ("TODO: Cache it", Marked("Cache it", ActionStatus.OPEN)),
        ("HIGH Cache it", Marked("Cache it", priority=Priority.P1)),
        ("P2: Cache it", Marked("Cache it", priority=Priority.P2)),
        ("Cache it @lia", Marked("Cache it", owner="@lia")),
        ("Cache it (Owner: Web team)", Marked("Cache it", owner="Web team")),
        (
            "Cache it - Owner: Jo, Due: 2024-12-01",
            Marked("Cache it", None, "Jo", date(2024, 12, 1)),
        ),
        ("Cache it (done 2024-12-03)", done_on("Cache it")),
        ("[ ] Cache it, completed on Dec 3 2024", done_on("Cache it")),
        ("[x] Cache it ✅ 2024-12-03", done_on("Cache it")),
        ("Cache it DONE 2024-12-03", done_on("Cache it")),
        (
            "Cache it (Owner: Jo, due: 2024-12-01, done: 2024-12-03)",
            replace(done_on("Cache it"), owner="Jo", due=date(2024, 12, 1)),
        ),
        ("Check that jobs completed 2024-12-03", Marked("Check that jobs completed 2024-12-03")),
        ("Tell support - closed: 12 tickets", Marked("Tell support - closed: 12 tickets")),
        ("High availability for it", Marked("High availability for it")),
        ("Ask who owns it", Marked("Ask who owns it")),
    ],
)
def test_marks_are_read_and_taken_from_the_words(text: str, read: Marked) -> None:
    assert marked(text, EVIDENCE) == read


def test_a_day_without_a_year_is_the_next_one_after_the_incident() -> None:
    read = marked("Cache it, due Jan 3", EVIDENCE)
    assert read == Marked(
        "Cache it", due=date(2025, 1, 3), guessed=(("due", "the year 2025 is not written"),)
    )


def test_a_day_of_completion_without_a_year_is_guessed_as_well() -> None:
    read = marked("Cache it (done 3 Jan)", EVIDENCE)
    said = (("completed", "the year 2025 is not written"),)
    assert (read.text, read.completed, read.guessed) == ("Cache it", date(2025, 1, 3), said)


def test_a_horizon_is_no_date() -> None:
    assert marked("Cache it, due Q4 2025", EVIDENCE) == Marked("Cache it, due Q4 2025")
