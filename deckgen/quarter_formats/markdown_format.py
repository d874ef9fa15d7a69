"""A review as a Markdown report, for a wiki or a mail: the same figures, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count, day
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import QuarterReview, Repeat, Spread
from deckgen.report.markdown import escape_markdown


def write(review: QuarterReview) -> str:
    """Return the report of `review`."""
    parts = [
        _head(review), _numbers(review), _worst(review), _durations(review), _services(review),
        _factors(review), _repeats(review), _learnings(review), _actions(review),
        _publication(review), _asks(review), _definitions(),
    ]  # fmt: skip
    return "\n\n".join("\n".join(lines) for part in parts if (lines := [*part])) + "\n"


def _head(review: QuarterReview) -> Iterator[str]:
    basis, period = review.basis, review.period
    yield f"# Incident review {period.name}"
    yield ""
    yield f"{day(period.first)} to {day(period.last)}, as of {day(review.as_of)}. "
    yield f"{count(basis.incidents, 'incident')}; {basis.before:,} in {review.before.name}."
    if basis.drills:
        yield f"{count(basis.drills, 'exercise')} left out."
    if basis.unreadable:
        yield f"{count(basis.unreadable, 'file')} could not be read and {_are(basis.unreadable)}."


def _are(amount: int) -> str:
    return "is missing here" if amount == 1 else "are missing here"


def _numbers(review: QuarterReview) -> Iterator[str]:
    yield from ("## In numbers", "")
    yield from _table(
        ("", review.period.name, review.before.name),
        (
            (DEFINITIONS[one.key].name, _value(one.value, one.n), _value(one.before, one.n_before))
            for one in review.numbers
        ),
    )


def _value(value: float | timedelta | None, n: int) -> str:
    if value is None:
        return f"not given (n = {n})" if n else "–"
    if isinstance(value, timedelta):
        return f"{short_duration(value)} (n = {n})"
    return f"{value:,}" if isinstance(value, int) else f"{value:.0%} (n = {n})"


def _worst(review: QuarterReview) -> Iterator[str]:
    if review.worst:
        yield from ("## Worst incidents", "")
        yield from _table(
            ("Incident", "Day", "Severity", "Impact lasted", "What happened"),
            (
                (
                    escape_markdown(one.id),
                    one.day.isoformat(),
                    one.severity or "–",
                    _duration(one.lasted),
                    escape_markdown(one.statement or one.title),
                )
                for one in review.worst
            ),
        )


def _durations(review: QuarterReview) -> Iterator[str]:
    if any(one.points for one in review.spreads):
        yield from ("## Durations", "")
        yield from _table(
            ("", "n", "not recorded", "shortest", "median", "longest"),
            (_spread(one) for one in review.spreads),
        )


def _spread(spread: Spread) -> tuple[str, ...]:
    ends = [one.duration for one in (*spread.points[:1], *spread.points[-1:])]
    shortest, longest = ends if ends else (None, None)
    return (
        spread.name, str(len(spread.points)), str(spread.missing), _duration(shortest),
        _duration(spread.median), _duration(longest),
    )  # fmt: skip


def _duration(duration: timedelta | None) -> str:
    return "–" if duration is None else short_duration(duration)


def _services(review: QuarterReview) -> Iterator[str]:
    if review.services:
        yield from ("## Services", "")
        yield from _table(
            ("Service", review.period.name, review.before.name, "Worst", "Impact lasted"),
            (
                (
                    escape_markdown(one.name), f"{one.now:,}", f"{one.before:,}",
                    one.worst or "–", _duration(one.time_lost),
                )
                for one in review.services
            ),
        )  # fmt: skip


def _factors(review: QuarterReview) -> Iterator[str]:
    if review.factors.categories:
        yield from ("## Contributing factors", "")
        yield from _table(
            ("Category", review.period.name, review.before.name),
            ((one.category, f"{one.now:,}", f"{one.before:,}")
             for one in review.factors.categories),
        )  # fmt: skip


def _repeats(review: QuarterReview) -> Iterator[str]:
    if review.repeats:
        yield from ("## The same cause again", "")
        yield from (_repeat(one) for one in review.repeats)


_GROUNDS = {"stated": "stated", "tags": "by their tags", "wording": "by the wording of the cause"}


def _repeat(repeat: Repeat) -> str:
    incident, earlier = escape_markdown(repeat.incident.id), escape_markdown(repeat.earlier.id)
    said = f"- {incident} repeats {earlier} ({_GROUNDS[repeat.ground]})"
    still_open = [escape_markdown(one.action.text) for one in repeat.actions if one.then == "open"]
    return f"{said}; still open then: {'; '.join(still_open)}" if still_open else said


def _learnings(review: QuarterReview) -> Iterator[str]:
    told = [one for one in review.incidents if one.key_learning]
    if told:
        yield from ("## Key learnings", "")
        for one in told:
            yield f"- {escape_markdown(one.key_learning or '')} ({escape_markdown(one.id)})"


def _actions(review: QuarterReview) -> Iterator[str]:
    actions = review.actions
    if not actions.total and not actions.carried_over:
        return
    yield from ("## Action items", "")
    yield (
        f"Of {count(actions.total, 'action')}: {actions.done:,} done, {actions.open:,} open "
        f"({actions.overdue:,} overdue), {actions.dropped:,} dropped. "
        f"Carried over from earlier: {actions.carried_over:,} ({actions.carried_overdue:,} overdue)."
    )
    if actions.owners:
        yield ""
        yield from _table(
            ("Owner", "Open", "Overdue"),
            ((escape_markdown(one.owner or "Unassigned"), f"{one.open:,}", f"{one.overdue:,}")
             for one in actions.owners),
        )  # fmt: skip


def _publication(review: QuarterReview) -> Iterator[str]:
    told = review.publication
    if told.of:
        yield from ("## Publication", "")
        yield (
            f"{told.on_time:,} of {count(told.of, 'postmortem')} published within "
            f"{told.within_hours} hours."
        )


def _asks(review: QuarterReview) -> Iterator[str]:
    if review.asks:
        yield from ("## What we ask", "")
        for one in review.asks:
            source = f" ({escape_markdown(one.incident)})" if one.incident else ""
            yield f"- {escape_markdown(one.text)}{source}"


def _definitions() -> Iterator[str]:
    yield from ("## Definitions", "")
    yield from _table(
        ("Figure", "Meaning", "Formula"),
        ((one.name, one.meaning, escape_markdown(one.formula)) for one in DEFINITIONS.values()),
    )


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    yield from (f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in rows)
