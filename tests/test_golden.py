"""Decks change only on purpose: new ones are compared with committed ones, part by part."""

from __future__ import annotations

import pytest

from deckgen.profiles import PROFILES
from tests.golden_decks import GOLDEN, file_of, made, parts_of

_UPDATE = "if this is meant, look at the slides, then run: python -m tests.golden_decks"


def test_there_are_golden_decks_of_every_profile_and_of_a_quarter() -> None:
    assert {name.rpartition("-")[2] for name in GOLDEN} == {*PROFILES, "quarter"}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_deck_equals_its_golden_one_part_by_part(name: str) -> None:
    golden = parts_of(file_of(name).read_bytes())
    now = parts_of(made(name))
    assert sorted(now) == sorted(golden), _UPDATE
    changed = [part for part in golden if _lines(now[part]) != _lines(golden[part])]
    first = changed[0] if changed else ""
    assert _lines(now.get(first, b"")) == _lines(golden.get(first, b"")), f"{first}: {_UPDATE}"


def _lines(part: bytes) -> list[bytes]:
    """Return a part an element a line, so that a difference shows where it is."""
    return part.replace(b"><", b">\n<").split(b"\n")
