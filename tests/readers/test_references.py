"""Ids that stand twice, and references that lead nowhere."""

from __future__ import annotations

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
    - {label: g, points: []}
    - {label: g, points: []}
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
