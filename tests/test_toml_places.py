from __future__ import annotations

import pytest

from deckgen.diagnostics import Place
from deckgen.toml_places import key_places, nearest_place

TEXT = """\
name = "Harbour"   # ink = "black"
size.body = 14

[ colour ]
  ink="#000000"
"paper" = '#FFFFFF'
series = [
  "#111111",
]
[colour . severity]
SEV1 = "#B42318"
[space]
phases = {undetected = "#FBD5D0"}
[[overrides]]
module = "x"
"""


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("name", Place(1, 1, 4)),
        ("size.body", Place(2, 1, 9)),
        ("size", Place(2, 1, 9)),
        ("colour", Place(4, 3, 6)),
        ("colour.ink", Place(5, 3, 3)),
        ("colour.paper", Place(6, 1, 7)),
        ("colour.series.0", Place(7, 1, 6)),
        ("colour.severity", Place(10, 2, 17)),
        ("colour.severity.SEV1", Place(11, 1, 4)),
        ("colour.severity.SEV2", Place(10, 2, 17)),
        ("space.phases.undetected", Place(13, 1, 6)),
        ("overrides.module", Place(15, 1, 6)),
        ("space.module", Place(12, 2, 5)),
        ("font.family", None),
    ],
)
def test_a_key_stands_where_its_name_is_written_else_where_its_table_starts(
    key: str, place: Place | None
) -> None:
    assert nearest_place(key_places(TEXT.splitlines()), key.split(".")) == place


def test_of_a_key_that_seems_to_be_written_twice_the_first_is_meant() -> None:
    lines = ["[a]", "b = 1", 'c = """', "b = 2", '"""']
    assert key_places(lines)["a", "b"] == Place(2, 1, 1)
