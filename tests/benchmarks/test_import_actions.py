"""Imported action items told by their words to be those of the document."""

from __future__ import annotations

from benchmarks.import_actions import matched_actions
from benchmarks.import_expected import ExpectedAction

DOCUMENT = """\
# Actions

- [ ] Alert on the **age** of the oldest message
  in the queue ([#12](https://tracker.example/12))
- Write a runbook for the replay
- Fix it

Add a test of the replay.
Review the alert's limit.
"""


def at(*lines: int) -> list[ExpectedAction]:
    return [
        ExpectedAction(line=line, done=False, owner=None, due=None, link=False) for line in lines
    ]


def test_an_item_is_found_by_its_words_without_markup_or_link() -> None:
    found = ["Alert on the age of the oldest message in the queue"]
    assert matched_actions(found, at(3), DOCUMENT) == 1


def test_another_item_is_not_found() -> None:
    assert matched_actions(["Fix it"], at(5), DOCUMENT) == 0


def test_one_text_is_one_item_only() -> None:
    assert matched_actions(["Write a runbook for the replay"], at(5, 5), DOCUMENT) == 1


def test_one_item_is_found_once_only() -> None:
    assert matched_actions(["Fix it", "Fix it"], at(6), DOCUMENT) == 1


def test_an_item_ends_where_the_next_one_is_known_to_begin() -> None:
    assert matched_actions(["Review the alert's limit."], at(8, 9), DOCUMENT) == 1
    assert matched_actions(["Review the alert's limit."], at(8), DOCUMENT) == 1


def test_a_text_without_words_is_no_item() -> None:
    assert matched_actions(["-"], at(7), DOCUMENT) == 0
