"""Given names that are known as such."""

from __future__ import annotations

from deckgen.language.given_names import is_given_name, names_alone


def test_a_given_name_is_written_with_a_capital() -> None:
    assert [is_given_name(word) for word in ("Kevin", "kevin", "KEVIN", "Platform")] == [
        *(True, False, False, False)
    ]


def test_names_that_are_words_too_do_not_stand_alone() -> None:
    assert "Kevin" in names_alone()
    assert names_alone().isdisjoint({"Will", "Mark", "Grace"})
