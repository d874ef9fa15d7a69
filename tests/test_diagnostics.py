"""Faults are told in one form: place, what is wrong, the line with a caret, what to do."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of


def fault(line: int = 3, column: int = 5, **more: object) -> Diagnostic:
    return Diagnostic("a.yaml", line, column, str(more.pop("message", "is wrong")), **more)  # type: ignore[arg-type]


def caret_line(source: str, column: int, width: int = 1) -> str:
    return str(fault(column=column, source=source, width=width)).split("\n")[2]


def test_a_fault_is_told_with_its_place_its_line_a_caret_and_what_to_do() -> None:
    told = fault(
        12, 9, message="is no severity", hint="write SEV1", width=4, source="severity: HIGH"
    )
    assert str(told) == (
        "a.yaml:12:9: error: is no severity\n"
        "12 | severity: HIGH\n"
        "   |         ^^^^\n"
        "  help: write SEV1"
    )


def test_a_fault_of_the_file_as_a_whole_names_the_file_alone() -> None:
    assert str(fault(0, 0, message="cannot be read", source="x")) == "a.yaml: error: cannot be read"


def test_a_line_without_anything_to_see_is_left_out() -> None:
    assert str(fault(source="  \t ")) == "a.yaml:3:5: error: is wrong"


def test_a_warning_says_that_it_is_one() -> None:
    assert str(fault(severity="warning")) == "a.yaml:3:5: warning: is wrong"


@pytest.mark.parametrize(
    ("source", "column", "width", "expected"),
    [
        ("owner: ops", 8, 3, "  |        ^^^"),
        ("\towner: ops", 9, 3, "  | \t       ^^^"),
        ("備考: ops", 5, 3, "  |       ^^^"),
        ("owner: 運用", 8, 2, "  |        ^^^^"),
        ("cafe\u0301: x", 8, 1, "  |       ^"),
        ("owner:", 7, 0, "  |       ^"),
        ("a: \x1b[31mred", 4, 1, "  |    ^"),
    ],
)
def test_the_caret_stands_below_what_it_marks(
    source: str, column: int, width: int, expected: str
) -> None:
    assert caret_line(source, column, width) == expected


def test_what_a_terminal_must_not_receive_is_replaced() -> None:
    told = str(fault(source="a: \x1b[31mred \u202edetrever\u2028"))
    assert told.split("\n")[1] == "3 | a: \ufffd[31mred \ufffddetrever\ufffd"


def test_what_a_file_or_a_key_is_called_cannot_break_out_of_its_line() -> None:
    told = Diagnostic("new\nline\x1b[31m.yaml", 2, 1, "'\x1b]0;x' is no key", "write '\x07'")
    assert str(told) == (
        "new\ufffdline\ufffd[31m.yaml:2:1: error: '\ufffd]0;x' is no key\n  help: write '\ufffd'"
    )


def test_an_error_carries_every_fault_once_in_the_order_of_the_file() -> None:
    first, second, third = fault(2, 9), fault(10, 1), fault(10, 4)
    error = InputError([third, first, second, first])
    assert error.diagnostics == (first, second, third)
    assert str(error) == "\n".join(map(str, (first, second, third)))


def test_an_error_about_a_file_holds_one_fault_without_a_place() -> None:
    error = InputError.about("a.yaml", "cannot be read", "check its rights")
    assert error.diagnostics == (
        Diagnostic("a.yaml", 0, 0, "cannot be read", hint="check its rights"),
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("severty", "did you mean 'severity'?"),
        ("SEVERITY", "did you mean 'severity'?"),
        ("sev1", "did you mean 'SEV1'?"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_a_near_word_is_suggested_in_its_own_spelling(word: str, expected: str) -> None:
    assert did_you_mean(word, ["severity", "status", "SEV1"]) == expected


def test_of_a_word_without_end_the_beginning_is_compared() -> None:
    assert did_you_mean("severity" * 1_000_000, ["severity", "status" * 1_000_000]) == ""
    long = "a severity as long as a sentence, to the full " * 2
    assert did_you_mean(long, [long + "stop"]) == f"did you mean '{long}stop'?"


def test_of_words_without_end_the_first_are_compared() -> None:
    known = (f"word-{n}" for n in count())
    assert did_you_mean("wrd-7", known) == "did you mean 'word-7'?"


@given(st.sampled_from(["timeline", "cover", "actions"]))
def test_a_known_word_is_its_own_nearest(word: str) -> None:
    assert did_you_mean(word, ["timeline", "cover", "actions"]) == f"did you mean '{word}'?"


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_list_of_what_is_known_ends_in_or(words: list[str], expected: str) -> None:
    assert one_of(words) == expected
