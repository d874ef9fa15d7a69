"""Comments that silence a rule: which are comments at all, and of which line they speak."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Source
from deckgen.readers.beside import Folder
from deckgen.readers.ignores import Ignore, ignores
from deckgen.readers.postmortem_yaml import parse_postmortem

LEAST = "title: Checkout down\nstarted_at: 2025-01-08 02:15\n"


def found(text: str) -> list[Ignore]:
    return list(ignores(Source("x.yaml", tuple(text.split("\n")))))


def lines(text: str) -> list[tuple[int, int, list[str]]]:
    """The line of each comment, the line that it speaks of, and its rules."""
    return [(it.place.line, it.line, [rule for rule, _ in it.rules]) for it in found(text)]


def test_a_comment_behind_a_value_speaks_of_its_line() -> None:
    assert found("a: b\nsummary: We forgot  # deckgen: ignore=blame") == [
        Ignore(Place(2, 21, 23), 2, (("blame", Place(2, 39, 5)),))
    ]


def test_a_comment_may_name_several_rules_and_a_reason() -> None:
    (ignore,) = found("a: b # agreed # deckgen:ignore = blame , human-error  said on Friday")
    assert ignore.rules == (("blame", Place(1, 34, 5)), ("human-error", Place(1, 42, 11)))
    assert ignore.place == Place(1, 15, 38)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# deckgen: ignore=x\na: b", [(1, 2, ["x"])]),
        (
            "# deckgen: ignore=x\n\n# more\n  # deckgen: ignore=y\na: b",
            [(1, 5, ["x"]), (4, 5, ["y"])],
        ),
        ("a:\n  # deckgen: ignore=x\n  -\n    b: c", [(2, 4, ["x"])]),
        ("# deckgen: ignore=x\n---\na: b", [(1, 3, ["x"])]),
        ("# a note # deckgen: ignore=x\na: b", [(1, 2, ["x"])]),
        ("a: b\n# deckgen: ignore=x", [(2, 0, ["x"])]),
        ("a: >- # deckgen: ignore=x\n  text", [(1, 1, ["x"])]),
        ("a: |\n  text\n# deckgen: ignore=x\nb: c", [(3, 4, ["x"])]),
        ('a: "one\n  two" # deckgen: ignore=x', [(2, 2, ["x"])]),
        ("- {a: b} # deckgen: ignore=x", [(1, 1, ["x"])]),
        ("x-own:\n  - a # deckgen: ignore=x", [(2, 2, ["x"])]),
        ('{"a": "b"} # deckgen: ignore=x', [(1, 1, ["x"])]),
    ],
)
def test_a_comment_with_a_line_to_itself_speaks_of_the_next_with_a_value(
    text: str, expected: list[tuple[int, int, list[str]]]
) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'a: "b # deckgen: ignore=x"',
        "a: 'b # deckgen: ignore=x'",
        'a: "b\n  # deckgen: ignore=x\n  c"',
        "a: |\n  b # deckgen: ignore=x\n  # deckgen: ignore=x",
        "a: >-\n    b\n\n    # deckgen: ignore=x\nc: d",
        "a: b# deckgen: ignore=x",
        "x-own: |\n  # deckgen: ignore=x\nb: c",
        "a: b # deckgen: ignored=x",
        "a: b # deckgen is told to ignore=x",
    ],
)
def test_what_only_looks_like_such_a_comment_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("a: b # deckgen: ignore", 17),
        ("a: b # deckgen: ignore=  ", 18),
        ("a: b # deckgen: ignore x", 17),
    ],
)
def test_a_comment_without_a_rule_is_one_all_the_same(text: str, width: int) -> None:
    assert found(text) == [Ignore(Place(1, 6, width), 1, ())]


def test_a_document_has_the_comments_of_its_file() -> None:
    text = f"{LEAST}summary: We forgot # deckgen: ignore=blame\r\n"
    document = parse_postmortem(text.encode(), "pm.yaml", Folder(Path()))
    assert [it.line for it in document.ignores] == [3]
    assert parse_postmortem(LEAST.encode(), "pm.yaml", Folder(Path())).ignores == ()


@given(st.lists(st.sampled_from(["a b", "# c", "'", '"', "# deckgen: ignore=x", "\u2028", "é"])))
def test_no_text_in_quotes_is_taken_for_a_comment(words: list[str]) -> None:
    text = " ".join(words).replace("'", "''")
    assert found(f"a: '{text}' # deckgen: ignore=y") == [
        Ignore(Place(1, len(text) + 7, 19), 1, (("y", Place(1, len(text) + 25, 1)),))
    ]
