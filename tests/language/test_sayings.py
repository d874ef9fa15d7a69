"""What is said in the author's own voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.language.sayings import lowered, spoken, stems
from tests.language.speaking import LOC, saying


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The `rm -rf` ran", "The ········ ran"),
        ("The ``a`b`` ran", "The ······· ran"),
        ('It said "we forgot" twice', "It said ··········· twice"),
        ("It said “we forgot” twice", "It said ··········· twice"),
        ("It said «we forgot» twice", "It said ··········· twice"),
        ("It said 'we forgot' twice", "It said ··········· twice"),
        ("The users' pods and the team's pods", "The users' pods and the team's pods"),
        ("See https://example.com/human-error now", "See ······························· now"),
        ("An open ` and an open “ stay", "An open ` and an open “ stay"),
    ],
)
def test_code_quotations_and_addresses_are_not_said(written: str, said: str) -> None:
    assert spoken(written) == said


@given(st.text(alphabet="ab`\"'“”«» :/.\n", max_size=60))
def test_what_is_said_is_as_long_as_what_is_written(text: str) -> None:
    said = spoken(text)
    assert len(said) == len(text)
    assert all(one in ("·", other) for one, other in zip(said, text, strict=True))


@given(st.text(max_size=40))
def test_lower_case_is_as_long_as_what_is_written(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_a_letter_that_would_become_two_is_kept() -> None:
    assert lowered("İSTANBUL Is") == "İstanbul is"


def test_stems_are_the_beginnings_of_words_and_the_marks() -> None:
    assert stems("the on-call's team: ok -- {x}") == frozenset(
        {"the", "on", "-", "call", "'", "s", "team", ":", "ok", "--", "{", "x", "}"}
    )


def test_a_saying_keeps_its_place() -> None:
    said = saying("We RAN `it`")
    assert (said.loc, said.text, said.lower) == (LOC, "We RAN ····", "we ran ····")
    assert said.stems == {"we", "ran", "·"}
