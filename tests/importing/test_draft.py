"""What was read of a document, as a file to go on with."""

from __future__ import annotations

from deckgen.importing.draft import Draft, Guess, Left, draft_yaml
from tests.builders import at


def test_what_was_guessed_and_left_stands_at_its_place() -> None:
    events = [{"at": at("02:15"), "text": "Deploy"}]
    draft = Draft(
        "INC-1",
        {"title": "Checkout down", "started_at": at("02:15"), "timeline": events},
        (Guess(("timeline", 0, "at"), 12, "the date is that of the title"),),
        (Left(("actions",), 40, "- something"),),
    )
    assert draft_yaml(draft).splitlines() == [
        "id: INC-1",
        "title: Checkout down",
        "started_at: 2025-01-08 02:15",
        "",
        "timeline:",
        "  # guessed (line 12): the date is that of the title",
        "  - at: 2025-01-08 02:15",
        "    text: Deploy",
        "",
        "# left (line 40): - something",
    ]


def test_what_is_needed_and_was_not_found_is_said_where_it_would_stand() -> None:
    draft = Draft("INC-1", {"summary": "Down"})
    assert draft.missing == ("title", "started_at")
    assert draft_yaml(draft).splitlines() == [
        "id: INC-1",
        "# title: not found in the document; needed",
        "# started_at: not found in the document; needed",
        "summary: Down",
    ]
