"""Reviews that are hard to lay out: none, one, hundreds of incidents; long, wide and odd texts."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import ActionStatus, FactorCategory, Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import period_before, span
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from tests.layouts.postmortems import CJK, PARAGRAPH, SENTENCE, WORD
from tests.quarter.builders import AS_OF, PERIOD, action, incident, incidents_of, review_of
from tests.strategies import texts

AMOUNTS = (0, 1, 2, 3, 4, 7, 40, 400)
TEXTS = {
    "12 with sentences": (SENTENCE, 12),
    "5 with 300 words": (PARAGRAPH * 3, 5),
    "3 with 300 words": (PARAGRAPH * 3, 3),
    "1 with 300 words": (PARAGRAPH * 3, 1),
    "6 in Japanese": (CJK, 6),
    "4 with one long word": (WORD, 4),
}
CASES = (*(f"{n} incidents" for n in AMOUNTS), *TEXTS, "no severity", "two years")


@cache
def hard_reviews() -> dict[str, QuarterReview]:
    """Return the reviews of CASES."""
    two_years = span(date(2024, 1, 15), date(2025, 12, 31))
    return {
        **{f"{amount} incidents": review_of(amount) for amount in AMOUNTS},
        **{name: full(*case) for name, case in TEXTS.items()},
        "no severity": full("checkout", 30, severity=None),
        "two years": quarter_review(incidents_of(60), two_years, AS_OF),
    }


def full(text: str, amount: int, *, severity: Severity | None = Severity.SEV1) -> QuarterReview:
    """Return the review of so many incidents of both periods, with `text` wherever one goes."""
    firsts = PERIOD.first, period_before(PERIOD).first
    days = [first + timedelta(days=n % 90) for first in firsts for n in range(amount)]
    incidents = [_full(text, n, day, severity) for n, day in enumerate(days)]
    return quarter_review(incidents, PERIOD, AS_OF, unreadable=amount)


def _full(text: str, n: int, day: date, severity: Severity | None) -> Incident:
    several = range(3)
    return incident(
        f"INC-{n}",
        day,
        severity=severity,
        title=text,
        services=tuple(f"{text} {(n + m) % 40}" for m in several),
        tags=(text, f"{text} 2"),
        lasted=timedelta(minutes=n * 7 + 1),
        time_to_detect=timedelta(minutes=n),
        time_to_mitigate=timedelta(minutes=n * 7 + 1),
        statement=text,
        primary_cause=text,
        factors=tuple(
            ContributingFactor(category=list(FactorCategory)[(n + m) % 9], text=text)
            for m in several
        ),
        key_learning=text,
        decisions=(text,),
        actions=tuple(
            action(
                f"A{m}",
                incident=f"INC-{n}",
                text=text,
                owner=(f"{text} {n % 100}", None)[m % 2],
                opened=day,
                due=(date(2025, 9, 1), None)[n % 2],
                status=list(ActionStatus)[(n + m) % 4],
            )
            for m in several
        ),
    )


_said = texts(25)
_maybe = st.none() | _said
_minutes = st.none() | st.integers(0, 50_000).map(lambda n: timedelta(minutes=n))


@st.composite
def reviews(draw: st.DrawFn) -> QuarterReview:
    """Draw a review of up to eight incidents, with texts of any length and script."""
    several = range(draw(st.integers(0, 8)))
    return quarter_review([_drawn(draw, n) for n in several], PERIOD, AS_OF)


def _drawn(draw: st.DrawFn, n: int) -> Incident:
    first = draw(st.sampled_from([PERIOD.first, period_before(PERIOD).first]))
    return incident(
        f"{draw(_said)[:30]}-{n}",
        first + timedelta(days=draw(st.integers(0, 89))),
        severity=draw(st.none() | st.sampled_from(list(Severity))),
        title=draw(_said),
        services=tuple(draw(st.lists(_said, max_size=5))),
        lasted=draw(_minutes),
        time_to_detect=draw(_minutes),
        time_to_mitigate=draw(_minutes),
        statement=draw(_maybe),
        primary_cause=draw(_maybe),
        factors=tuple(
            ContributingFactor(category=draw(st.sampled_from(list(FactorCategory))), text=text)
            for text in draw(st.lists(_said, max_size=4))
        ),
        key_learning=draw(_maybe),
        decisions=tuple(draw(st.lists(_said, max_size=3))),
        drill=draw(st.integers(0, 9)) == 0,
    )
