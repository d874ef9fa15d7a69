"""The parts of the Markdown report about the incidents."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.quarter.definitions import LEAST_FOR_MEDIAN
from deckgen.quarter.values import EarlierAction, QuarterReview, Repeat, Spread
from deckgen.quarter_formats.markdown_cells import NOTHING, duration, table, text


def worst(review: QuarterReview) -> Iterator[str]:
    """Yield the worst incidents as a table."""
    rows = [
        (
            text(one.id),
            one.day.isoformat(),
            one.severity or NOTHING,
            duration(one.lasted),
            text(one.statement or one.title),
        )
        for one in review.worst
    ]
    headings = ("Incident", "Day", "Severity", "Impact lasted", "What happened")
    yield from table(headings, rows) if rows else ()


def weeks(review: QuarterReview) -> Iterator[str]:
    """Yield the incidents of each week by severity."""
    found = sorted(
        {one for week in review.weeks for one in week.by_severity}, key=lambda one: one or "~"
    )
    if not found:
        return
    headings = ("Week from", *(one or "no severity" for one in found), "all")
    yield from table(
        headings,
        (
            (
                week.first.isoformat(),
                *(f"{week.by_severity.get(one, 0) or NOTHING}" for one in found),
                f"{week.total or NOTHING}",
            )
            for week in review.weeks
        ),
    )


def services(review: QuarterReview) -> Iterator[str]:
    """Yield how many incidents affected each service."""
    rows = [
        (
            text(one.name),
            f"{one.now:,}",
            f"{one.before:,}",
            one.worst or NOTHING,
            duration(one.time_lost),
        )
        for one in review.services
    ]
    headings = ("Service", review.period.name, review.before.name, "Worst", "Impact lasted")
    yield from table(headings, rows) if rows else ()


def durations(review: QuarterReview) -> Iterator[str]:
    """Yield each duration with its range, and a median where there are enough."""
    if not any(one.points for one in review.spreads):
        return
    before = f"Median {review.before.name}"
    headings = ("", "n", "Not recorded", "Shortest", "Median", "Longest", before)
    yield from table(headings, map(_spread, review.spreads))
    yield ""
    yield f"A median is given from {LEAST_FOR_MEDIAN} incidents on."
    yield "Durations spread so far that medians of few differ by chance: no trend is read here."


def _spread(spread: Spread) -> tuple[str, ...]:
    taken = [one.duration for one in spread.points]
    n, before = len(taken), spread.n_before
    return (
        spread.name,
        f"{n:,}",
        f"{spread.missing:,}",
        duration(taken[0] if taken else None),
        duration(spread.median) if spread.median is not None or not n else "too few",
        duration(taken[-1] if taken else None),
        f"{duration(spread.median_before)} (n = {before})" if before else NOTHING,
    )


def factors(review: QuarterReview) -> Iterator[str]:
    """Yield how many incidents name a factor of each category, and some of these."""
    told = review.factors
    if not told.categories:
        return
    yield from table(
        ("Category", review.period.name, review.before.name, "Such as"),
        (
            (
                one.category,
                f"{one.now:,}",
                f"{one.before:,}",
                "; ".join(f"{text(said)} ({text(by)})" for said, by in one.examples[:1]) or NOTHING,
            )
            for one in told.categories
        ),
    )


def repeats(review: QuarterReview) -> Iterator[str]:
    """Yield each incident whose cause had struck before, with what was to do about it then."""
    for one in review.repeats:
        yield _repeat(one)
        yield from (f"  - {_stood(it)}" for it in one.actions)


_GROUNDS = {"stated": "as stated", "tags": "by the tags", "wording": "by the words of the cause"}


def _repeat(repeat: Repeat) -> str:
    evidence = f" {text(', '.join(repeat.evidence))}" if repeat.evidence else ""
    earlier = f"{text(repeat.earlier.id)} of {repeat.earlier.day.isoformat()}"
    more = f", and {repeat.times - 1:,} before that" if repeat.times > 1 else ""
    said = f"- {text(repeat.incident.id)} repeats {earlier}{more}"
    return f"{said} ({_GROUNDS[repeat.ground]}{evidence})"


def _stood(one: EarlierAction) -> str:
    stood = {
        "open": "was still open",
        "dropped": "was dropped",
        "unknown": "is done since a day that nobody recorded",
    }
    return f"{text(one.action.text)} ({text(one.action.incident)}) {stood[one.then]}"


def learnings(review: QuarterReview) -> Iterator[str]:
    """Yield the key learnings with their incidents."""
    for one in review.incidents:
        if one.key_learning:
            yield f"- {text(one.key_learning)} ({text(one.id)})"
