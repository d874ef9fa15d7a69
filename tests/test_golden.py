"""Decks change only on purpose: new ones are compared with committed ones, part by part."""

from __future__ import annotations

import pytest

from tests.golden_decks import GOLDEN, file_of, parts_of
from tests.sample_decks import SampleDeck, built

_UPDATE = "if this is meant, look at the slides, then run: python -m tests.golden_decks"


def test_there_are_golden_decks_of_every_profile() -> None:
    assert {sample.profile for sample in GOLDEN} == {"review", "executive", "onepage"}


@pytest.mark.parametrize("sample", GOLDEN, ids=lambda sample: sample.name)
def test_a_deck_equals_its_golden_one_part_by_part(sample: SampleDeck) -> None:
    golden = parts_of(file_of(sample).read_bytes())
    now = parts_of(built(sample).pptx)
    assert sorted(now) == sorted(golden), _UPDATE
    changed = [name for name in golden if _lines(now[name]) != _lines(golden[name])]
    first = changed[0] if changed else ""
    assert _lines(now.get(first, b"")) == _lines(golden.get(first, b"")), f"{first}: {_UPDATE}"


def _lines(part: bytes) -> list[bytes]:
    """Return a part an element a line, so that a difference shows where it is."""
    return part.replace(b"><", b">\n<").split(b"\n")
