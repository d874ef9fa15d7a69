"""What holds for every review over valid postmortems, whatever these say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckgen.quarter.collecting import incident_of
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import quarter_of
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.quarter_formats import figures
from deckgen.quarter_formats.csv_format import HEADINGS
from deckgen.readers import Folder, parse_postmortem
from tests.strategies import postmortem_files
from tests.validators.accessibility import accessibility_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

_RENDERER = MarkdownIt("commonmark").enable("table")


@st.composite
def reviews(draw: st.DrawFn) -> QuarterReview:
    """Return the review of the quarter of the first of one to three postmortems."""
    files = draw(st.lists(postmortem_files(), min_size=1, max_size=3))
    incidents = [_incident(source, number) for number, source in enumerate(files)]
    period = quarter_of(incidents[0].day)
    return quarter_review(incidents, period, period.last + timedelta(days=10))


def _incident(source: bytes, number: int) -> Incident:
    document = parse_postmortem(source, "postmortem.json", Folder(Path()))
    found = incident_of(document.postmortem, "postmortem.json")
    return replace(found, id=f"{found.id}-{number}")


@given(reviews())
@settings(max_examples=40)
def test_every_format_takes_whatever_postmortems_say(review: QuarterReview) -> None:
    assert json.loads(figures(review, "json"))["basis"]["incidents"] == review.basis.incidents
    rows = list(csv.reader(io.StringIO(figures(review, "csv").decode(), newline="")))
    assert {len(row) for row in rows} == {len(HEADINGS)}
    tokens = _RENDERER.parse(figures(review, "md").decode())
    cells = [token for token in tokens if token.type in {"th_open", "td_open"}]
    told = [token.content for token in tokens if token.type == "inline"]
    assert len(cells) > 40
    assert not [text for text in told if text.startswith("|")]


@given(reviews())
@settings(max_examples=40)
def test_no_texts_overlap_and_nothing_leaves_the_slide(review: QuarterReview) -> None:
    pptx = build_quarter(review, figures(review, "json"), QuarterOptions()).pptx
    assert geometry_findings(pptx) == []
    assert structure_findings(pptx) == []
    assert accessibility_findings(pptx) == []
