"""The record: who took part, and where the facts come from."""

from __future__ import annotations

import pytest

from deckgen.scene.geometry import to_points
from deckgen.scene.shapes import Table
from deckgen_layouts.appendix_measures import AppendixMeasures
from deckgen_layouts.record import record_pages
from tests.builders import event, page, postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import LINK, PARAGRAPH

PEOPLE = [{"name": "Ada", "role": "Incident commander"}, {"name": "Grace", "role": "Scribe"}]
BOTH = {"people": PEOPLE, "sources": ["https://example.com/a/b?c=1", "mailto:a@b.example"]}


def listed(**fields: object) -> list[list[str]]:
    """The texts of each page of the lists in the whole body."""
    pages = record_pages(postmortem(**fields), page(), page().boxes.body)
    return [[text.frame.text for text in texts(found.items)] for found in pages]


def test_without_people_and_sources_there_is_nothing_to_list() -> None:
    assert listed() == []


def test_people_stand_beside_the_sources() -> None:
    assert listed(**BOTH) == [
        [
            "Who took part",
            "Incident commander: Ada",
            "Scribe: Grace",
            "Where the facts come from",
            "example.com: a/b?c=1",
            "a@b.example",
        ]
    ]


def test_who_is_called_by_the_role_is_named_once() -> None:
    people = [{"name": "Scribe", "role": "Scribe"}, {"name": "Responder 1", "role": "Responder 1"}]
    assert listed(people=people) == [["Who took part", "Scribe", "Responder 1"]]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"people": PEOPLE[:1]}, ["Who took part", "Incident commander: Ada"]),
        ({"sources": ["https://example.com"]}, ["Where the facts come from", "example.com"]),
    ],
)
def test_one_without_the_other_stands_alone(fields: dict[str, object], expected: list[str]) -> None:
    assert listed(**fields) == [expected]


def test_a_source_is_a_link_to_the_whole_address() -> None:
    [found] = record_pages(postmortem(sources=[LINK]), page(), page().boxes.body)
    runs = [run for text in texts(found.items) for p in text.frame.paragraphs for run in p.runs]
    assert [run.link for run in runs if run.link] == [LINK]


def test_more_than_fits_continues_on_a_further_page() -> None:
    sources = [f"https://example.com/{n}" for n in range(60)]
    pages = listed(people=PEOPLE, sources=sources)
    assert len(pages) > 1
    assert [text for one in pages for text in one if text.startswith("example.com")] == [
        f"example.com: {n}" for n in range(60)
    ]
    assert [one.count("Who took part") for one in pages] == [1] + [0] * (len(pages) - 1)


def test_a_short_record_stands_below_the_measures() -> None:
    [slide] = slides_of(AppendixMeasures, postmortem(**BOTH))
    [table] = [item for item in slide.items if isinstance(item, Table)]
    below = [text for text in texts(slide.items) if text.frame.text == "Who took part"]
    assert [to_points(text.box.y - table.box.bottom) > 0 for text in below] == [True]


def test_a_record_without_room_below_the_measures_has_slides_of_its_own() -> None:
    kinds = ("detection", "acknowledgement", "mitigation", "resolution")
    events = [event(f"02:2{n}", PARAGRAPH, kind) for n, kind in enumerate(kinds)]
    *measures, record = slides_of(AppendixMeasures, postmortem(timeline=events, **BOTH))
    assert record.title.text == "Who took part, and where the facts come from"
    assert texts_of(record)[1:3] == ["Who took part", "Incident commander: Ada"]
    assert not any("Who took part" in texts_of(slide) for slide in measures)
