"""What an import says of a draft."""

from __future__ import annotations

from deckgen.importing.draft import Draft, Guess, Left
from deckgen.importing.telling import report
from tests.builders import at, event


def test_counts_guesses_what_is_left_and_what_to_do_next() -> None:
    draft = Draft(
        "x",
        {"title": "Down", "started_at": at("02:15"), "timeline": [event("02:20")]},
        (Guess(("started_at",), 3, "the first event"),),
        (Left(("timeline", 0, "kind"), 0, "two\nlines " + "x" * 200), Left((), 7, "words")),
    )
    lines = list(report(draft, "x.yaml"))
    assert lines[:2] == [
        "x.yaml: 1 event, 0 actions, 1 of 5 milestones, 1 guess, 2 texts left",
        "  guessed started_at (line 3): the first event",
    ]
    assert lines[2].startswith("  left timeline[0].kind: two lines xxx")
    assert len(lines[2]) < 140
    assert lines[3:] == ["  left file (line 7): words", "  next: deckgen check x.yaml"]


def test_what_is_missing_is_named() -> None:
    assert list(report(Draft("x", {"title": "Down"}), "x.yaml"))[-1] == (
        "  missing started_at: write it, no deck can be built without"
    )


def test_more_than_a_person_reads_is_counted() -> None:
    draft = Draft("x", {}, (), tuple(Left((), n, f"text {n}") for n in range(1, 80)))
    lines = list(report(draft, "x.yaml"))
    assert "  left: 29 more, as comments in the file" in lines
    assert len(lines) == 54
