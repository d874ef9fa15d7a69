"""A review as a Markdown report, for a wiki or a mail: the same figures, in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.postmortem.wording import count, day, listing
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats.markdown_cells import table, text, value
from deckgen.quarter_formats.markdown_follow_up import actions, asks, publication
from deckgen.quarter_formats.markdown_incidents import (
    durations,
    factors,
    learnings,
    repeats,
    services,
    weeks,
    worst,
)


def write(review: QuarterReview) -> str:
    """Return the report of `review`; a part with nothing to say is left out."""
    parts: dict[str, Callable[[QuarterReview], Iterator[str]]] = {
        "In numbers": _numbers,
        "Worst incidents": worst,
        "By severity and week": weeks,
        "By service": services,
        "Durations": durations,
        "Contributing factors": factors,
        "The same cause again": repeats,
        "Key learnings": learnings,
        "Action items": actions,
        "Publication": publication,
        "What we ask": asks,
        "Definitions": _definitions,
    }
    lines = [*_head(review)]
    for heading, part in parts.items():
        said = [*part(review)]
        lines += ["", f"## {heading}", "", *said] if said else []
    return "\n".join(lines) + "\n"


def _head(review: QuarterReview) -> Iterator[str]:
    basis, period = review.basis, review.period
    yield f"# Incident review {period.name}"
    yield ""
    yield f"{day(period.first)} to {day(period.last)}, as of {day(review.as_of)}."
    yield f"{count(basis.incidents, 'incident')}; {basis.before:,} in {review.before.name}."
    left_out = [
        *([count(basis.drills, "exercise")] if basis.drills else []),
        *([count(basis.unreadable, "source") + " with faults"] if basis.unreadable else []),
    ]
    if left_out:
        yield f"Left out: {listing(left_out)}."


def _numbers(review: QuarterReview) -> Iterator[str]:
    yield from table(
        ("", review.period.name, review.before.name),
        (
            (known.name, value(known, one.value, one.n), value(known, one.before, one.n_before))
            for one in review.numbers
            for known in [DEFINITIONS[one.key]]
        ),
    )


def _definitions(review: QuarterReview) -> Iterator[str]:
    yield from table(
        ("Figure", "Meaning", "Formula"),
        ((one.name, text(one.meaning), text(one.formula)) for one in DEFINITIONS.values()),
    )
