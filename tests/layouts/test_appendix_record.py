"""The record: who took part, and where the facts come from."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen_layouts.appendix_record import AppendixRecord
from tests.builders import postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import LINK

PEOPLE = [{"name": "Ada", "role": "Incident commander"}, {"name": "Grace", "role": "Scribe"}]


def test_without_people_and_sources_there_is_no_slide() -> None:
    assert slides_of(AppendixRecord, postmortem(published_at=date(2025, 1, 9))) == []


def test_people_stand_beside_the_sources() -> None:
    drawn = postmortem(people=PEOPLE, sources=["https://example.com/a/b?c=1", "mailto:a@b.example"])
    [slide] = slides_of(AppendixRecord, drawn)
    assert texts_of(slide) == [
        "2 people took part; the facts come from 2 sources",
        "Who took part",
        "Incident commander: Ada",
        "Scribe: Grace",
        "Where the facts come from",
        "example.com: a/b?c=1",
        "a@b.example",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"people": PEOPLE[:1]},
            ["1 person took part", "Who took part", "Incident commander: Ada"],
        ),
        (
            {"sources": ["https://example.com"]},
            ["The facts come from 1 source", "Where the facts come from", "example.com"],
        ),
    ],
)
def test_one_without_the_other_stands_alone(fields: dict[str, object], expected: list[str]) -> None:
    [slide] = slides_of(AppendixRecord, postmortem(**fields))
    assert texts_of(slide) == expected


def test_a_source_is_a_link_to_the_whole_address() -> None:
    [slide] = slides_of(AppendixRecord, postmortem(sources=[LINK]))
    runs = [run for text in texts(slide.items) for p in text.frame.paragraphs for run in p.runs]
    assert [run.link for run in runs if run.link] == [LINK]


def test_more_than_fits_continues_on_a_further_slide() -> None:
    sources = [f"https://example.com/{n}" for n in range(60)]
    slides = slides_of(AppendixRecord, postmortem(people=PEOPLE, sources=sources))
    shown = [texts_of(slide) for slide in slides]
    links = [text for one in shown for text in one if text.startswith("example.com")]
    assert len(slides) > 1
    assert links == [f"example.com: {n}" for n in range(60)]
    assert [one.count("Who took part") for one in shown] == [1] + [0] * (len(slides) - 1)


def test_the_notes_say_when_it_was_published() -> None:
    drawn = postmortem(people=PEOPLE, published_at=date(2025, 1, 9))
    [slide] = slides_of(AppendixRecord, drawn)
    assert slide.notes[-1] == "Published 9 Jan 2025."
