"""Saved answers as JSON: what is read, and what is said of what is no JSON."""

from __future__ import annotations

import json

import pytest

from deckgen.diagnostics import InputError
from deckgen.importing.exports.json_text import DEEPEST, LARGEST_EXPORT, json_values


def fault(content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        json_values(content, "export.json")
    return str(raised.value)


def test_one_value_one_on_each_line_or_one_behind_the_other() -> None:
    assert json_values(b' {"a": 1} ', "x") == [{"a": 1}]
    assert json_values(b'{"a": 1}\n{"b": 2}\r\n\n[3]', "x") == [{"a": 1}, {"b": 2}, [3]]
    assert json_values(b'{\n  "a": 1\n}{"b": 2}', "x") == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_of_unicode_are_no_part_of_the_text(encoding: str) -> None:
    assert json_values('["é"]'.encode(encoding), "x") == [["é"]]


def test_json_that_breaks_off_is_shown_with_its_place() -> None:
    said = fault(b'{"incident": {\n  "title": "Check')
    assert "export.json:2:12: error: the JSON breaks off here" in said
    assert "export it once more" in said
    assert "export.json:1:9: error: the JSON breaks off here" in fault(b'{"a": 1,')


def test_what_is_wrong_in_the_middle_is_shown_with_its_place() -> None:
    said = fault(b'{"a": 1,\n "b": oops}')
    assert "export.json:2:7: error: this is no JSON: expecting value" in said


def test_values_nested_too_deep_are_refused() -> None:
    assert json_values(b"[" * DEEPEST + b"]" * DEEPEST, "x")
    for depth in (DEEPEST + 1, 1_000, 100_000):
        assert "100 levels deep" in fault(b"[" * depth + b"]" * depth)
    assert "100 levels deep" in fault(b'{"a":' * 100_000)


def test_an_empty_a_large_and_a_foreign_file_are_refused() -> None:
    assert "the file is empty" in fault(b" \n")
    assert "at most 20 MB are read" in fault(b" " * (LARGEST_EXPORT + 1))
    assert "line 2 cannot be read" in fault(b'{"a":\n"\xff"}')
    assert "a number that cannot be read" in fault(b"[" + b"9" * 5_000 + b"]")


def test_nan_and_lone_surrogates_are_read() -> None:
    assert json_values(b'[NaN, -Infinity, "\\ud800"]', "x") == [[None, None, "\ud800"]]


def test_many_values_are_read() -> None:
    content = b"\n".join(json.dumps({"n": n}).encode() for n in range(10_000))
    assert len(json_values(content, "x")) == 10_000
