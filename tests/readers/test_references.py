"""Ids that stand twice, and references that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from deckgen import diagnostics as telling
from deckgen.readers import references
from tests.readers.files import HEAD, faults_in, hints, postmortem


def test_an_id_that_is_taken_names_the_line_of_the_first() -> None:
    text = """\
key_learning: {statement: a}
learnings:
  - {id: L1, text: b}
  - {id: L2, text: c}
  - {id: " L2 ", text: d}
actions:
  - {id: A1, action: e}
  - {id: A1, action: f}
impact:
  series:
    - {label: g, points: [[02:15, 1]]}
    - {label: g, points: [[02:15, 1]]}
"""
    assert faults_in(text) == [
        "5:10 the id 'L1' is taken in line 3",
        "7:10 the id 'L2' is taken in line 6",
        "10:10 the id 'A1' is taken in line 9",
        "14:15 the label 'g' is taken in line 13",
    ]


def test_a_learning_that_nobody_wrote_is_told_with_the_nearest() -> None:
    text = "learnings: [{id: routing, text: a}]\nactions: [{action: b, learning: routin}]\n"
    assert faults_in(text) == ["4:33 there is no learning 'routin'"]
    assert hints(HEAD + text) == ["did you mean 'routing'? known: routing"]


def test_a_learning_where_there_is_none_is_told() -> None:
    text = "actions: [{action: b, learning: L1}]\n"
    assert faults_in(text) == ["3:33 there is no learning 'L1'"]
    assert hints(HEAD + text) == ["write the learning under 'learnings', with this id"]


def test_of_many_learnings_ten_are_listed() -> None:
    text = "learnings: [" + "{text: a}, " * 30 + "]\nactions: [{action: b, learning: foo}]\n"
    assert hints(HEAD + text) == ["known: L2, L3, L4, L5, L6, L7, L8, L9, L10 or L11"]


def test_ids_that_are_given_may_be_referred_to() -> None:
    read = postmortem(
        "key_learning: {statement: a, id: L3}\n"
        "learnings: [{text: b}, {id: L2, text: c}, {text: d}]\n"
        "actions: [{action: e, learning: L4}, {action: f, learning: L3}, {id: A1, action: g}]\n"
    )
    assert [learning.id for learning in read.learnings] == ["L4", "L2", "L5"]
    assert [action.id for action in read.actions] == ["A2", "A3", "A1"]
    assert [read.learning_text(action.learning) for action in read.actions] == ["b", "a", None]


def test_hints_are_sought_for_the_references_that_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(word: str, known: Iterable[str]) -> str:
        asked.append(word)
        return telling.did_you_mean(word, known)

    monkeypatch.setattr(references, "did_you_mean", counted)
    learnings = "".join(f"  - {{id: learning-{n}, text: a}}\n" for n in range(1_000))
    actions = "".join(f"  - {{action: a, learning: lerning-{n}}}\n" for n in range(1_000))
    told = hints(HEAD + "learnings:\n" + learnings + "actions:\n" + actions)
    assert told[49].startswith("did you mean 'learning-49'?")
    assert len(told) == 51
    assert len(asked) == 50


def test_an_incident_does_not_repeat_itself_nor_another_one_twice() -> None:
    text = "id: INC-2\nroot_cause: {repeats: [INC-1, INC-2, ' INC-1 ']}\n"
    assert faults_in(text) == [
        "4:31 'INC-2' is this incident itself",
        "4:38 'INC-1' is named in line 4 already",
    ]


def test_an_incident_without_an_id_is_called_by_its_file_and_does_not_repeat_that() -> None:
    assert faults_in("root_cause: {repeats: [incident]}\n") == [
        "3:24 'incident' is this incident itself"
    ]


def test_earlier_incidents_are_named_as_they_are_written() -> None:
    found = postmortem("root_cause: {repeats: [INC-1, inc 7]}\n")
    assert found.root_cause.repeats == ("INC-1", "inc 7")
