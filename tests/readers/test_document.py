"""A document gives later stages the place of each value."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostic
from tests.readers.files import HEAD, document

TEXT = (
    HEAD
    + """\
actions:
  - {action: Fix it, due: 2025-01-15}
headlines:
  timline: What happened
"""
)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("title",), (1, 8, 13)),
        (("actions", 0), (4, 5, 1)),
        (("actions", 0, "due"), (4, 27, 10)),
        (("actions", 0, "owner"), (4, 5, 1)),
        (("actions", 7), (4, 3, 1)),
        (("key_learning", "statement"), (1, 1, 1)),
        ((), (1, 1, 1)),
    ],
)
def test_a_value_has_its_place_or_that_of_the_nearest_around_it(
    loc: tuple[str | int, ...], place: tuple[int, int, int]
) -> None:
    found = document(TEXT).diagnostic(loc, "a")
    assert (found.line, found.column, found.width) == place


def test_a_diagnostic_of_a_key_says_all_that_is_known() -> None:
    loc = ("headlines", "timline")
    assert document(TEXT).diagnostic(loc, "no such layout", "try", "warning", of_key=True) == (
        Diagnostic(
            "incident.yaml",
            6,
            3,
            "no such layout",
            "try",
            7,
            "  timline: What happened",
            "warning",
        )
    )


def test_documents_of_one_source_are_equal() -> None:
    assert document(TEXT) == document(TEXT)


def test_the_id_is_the_stem_of_the_file_where_none_is_written() -> None:
    assert document(HEAD).postmortem.id == "incident"
    assert document(HEAD + "id: INC-1\n").postmortem.id == "INC-1"
    assert document(HEAD + "id:\n").postmortem.id == "incident"
