"""The committed font metrics are those of the fonts they were read from."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from typing import TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.make_font_metrics import TWINS, Twin, installed, metrics_json, runs

# Liberation Sans 1.07 and 2.1 disagree on these three and on no other character both have.
CHANGED_BETWEEN_RELEASES = {"\u00b7", "\u040d", "\u266c"}

BOTH = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.family)


class Metrics(TypedDict):
    family: str
    units_per_em: int
    ascent: int
    descent: int
    regular: list[tuple[int, list[int]]]
    bold: list[tuple[int, list[int]]]


def parsed(text: str) -> Metrics:
    return cast(Metrics, json.loads(text))


def committed(twin: Twin) -> Metrics:
    return parsed(twin.metrics_file.read_text(encoding="utf-8"))


def by_character(rows: list[tuple[int, list[int]]]) -> dict[str, int]:
    return {chr(first + n): width for first, widths in rows for n, width in enumerate(widths)}


@pytest.fixture
def from_font(twin: Twin) -> Metrics:
    """What the installed fonts say; a skip without them, in continuous integration a failure."""
    try:
        for file in (twin.regular, twin.bold):
            installed(file)
    except FileNotFoundError as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    return parsed(metrics_json(twin))


@BOTH
def test_every_width_is_the_installed_fonts(twin: Twin, from_font: Metrics) -> None:
    kept = committed(twin)
    for kept_face, font_face in (
        (kept["regular"], from_font["regular"]),
        (kept["bold"], from_font["bold"]),
    ):
        ours, theirs = by_character(kept_face), by_character(font_face)
        shared = (ours.keys() & theirs.keys()) - CHANGED_BETWEEN_RELEASES
        assert len(shared) > 600
        stale = {c: (ours[c], theirs[c]) for c in shared if ours[c] != theirs[c]}
        assert stale == {}, "run `python -m assets.make_font_metrics`"


@BOTH
def test_em_ascent_and_descent_are_the_installed_fonts(twin: Twin, from_font: Metrics) -> None:
    kept = committed(twin)
    assert (kept["family"], kept["units_per_em"], kept["ascent"], kept["descent"]) == (
        from_font["family"],
        from_font["units_per_em"],
        from_font["ascent"],
        from_font["descent"],
    )


@BOTH
def test_what_postmortems_are_written_in_is_covered(twin: Twin) -> None:
    printable = [*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x180))]
    greek_and_cyrillic = "αβγδλμπστωΔΣΩ" + "".join(map(chr, range(0x410, 0x450)))
    signs = "‘’“”‚„–—…•†‰‹›€£¥←↑→↓≈≠≤≥±×÷−∞√∑"
    for face in (committed(twin)["regular"], committed(twin)["bold"]):
        assert {*printable, *greek_and_cyrillic, *signs} <= by_character(face).keys()


@BOTH
def test_no_private_or_control_character_is_listed(twin: Twin) -> None:
    for face in (committed(twin)["regular"], committed(twin)["bold"]):
        characters = by_character(face)
        assert min(characters) >= " " and max(characters) < "\u2e00"


def test_well_known_widths_are_those_of_arial_and_calibri() -> None:
    arial, calibri = (committed(twin) for twin in TWINS)
    found = [
        [by_character(face)[character] for character in " A0m"]
        for face in (arial["regular"], arial["bold"], calibri["regular"])
    ]
    assert found == [[569, 1366, 1139, 1706], [569, 1479, 1139, 1821], [463, 1185, 1038, 1636]]


@BOTH
def test_no_break_space_and_hyphen_are_as_wide_as_the_plain_ones(twin: Twin) -> None:
    for face in (committed(twin)["regular"], committed(twin)["bold"]):
        width = by_character(face)
        assert (width["\u00a0"], width["\u2011"]) == (width[" "], width["-"])


@BOTH
def test_a_table_is_small_enough_to_load_at_every_start(twin: Twin) -> None:
    assert twin.metrics_file.stat().st_size < 40_000


@given(st.dictionaries(st.integers(0, 200), st.integers(0, 3000)))
def test_runs_keep_every_width_and_leave_no_neighbours_apart(advances: dict[int, int]) -> None:
    found = runs(advances)
    assert {first + n: width for first, row in found for n, width in enumerate(row)} == advances
    assert all(first + len(row) < following for (first, row), (following, _) in pairwise(found))
