"""The review of the sample quarter, made once for each test process."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from deckgen.pipeline import Built
from deckgen.policy import Policy
from deckgen.quarter.period import named_quarter
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.quarter_formats import figures
from deckgen.quarter_reading import read_incidents

ROOT = Path(__file__).parents[1]
QUARTER_SAMPLES = sorted((ROOT / "samples" / "quarter").glob("*.yaml"))
AS_OF = date(2018, 4, 16)


@cache
def sample_review() -> QuarterReview:
    """Return the review of the first quarter of 2018, two weeks after its end."""
    reads = read_incidents([(file, Policy()) for file in QUARTER_SAMPLES])
    incidents = [read.incident for read in reads if read.incident is not None]
    return quarter_review(incidents, named_quarter("2018-Q1"), AS_OF)


@cache
def sample_review_deck() -> Built:
    """Return its deck."""
    review = sample_review()
    return build_quarter(review, figures(review, "json"), QuarterOptions())
