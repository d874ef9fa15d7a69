"""Names to choose from: every unknown one is a fault that names the nearest and all of them."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import InputError
from deckgen.known_names import check_known, nearest

KNOWN = ("review", "executive", "onepage")


def test_known_names_pass() -> None:
    check_known("profile", ["onepage", "review"], KNOWN)


def test_every_unknown_name_is_a_fault_of_its_own() -> None:
    with pytest.raises(InputError) as refused:
        check_known("profile", ["reveiw", "review", "slides"], iter(KNOWN))
    assert [(it.path, it.message, it.hint) for it in refused.value.diagnostics] == [
        (
            "profile 'reveiw'",
            "there is no profile of this name",
            "did you mean 'review'? known: review, executive or onepage",
        ),
        (
            "profile 'slides'",
            "there is no profile of this name",
            "known: review, executive or onepage",
        ),
    ]


def test_a_name_like_none_is_told_all_of_them() -> None:
    assert nearest("zzz", ["title"]) == "known: title"
