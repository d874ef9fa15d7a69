"""The parts of the Markdown report about what follows from the incidents."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.postmortem.wording import count
from deckgen.quarter.values import ActionsReview, AgeBand, LatePostmortem, QuarterReview
from deckgen.quarter_formats.markdown_cells import duration, table, text


def actions(review: QuarterReview) -> Iterator[str]:
    """Yield how far the actions have come, and the open ones by owner and by age."""
    told = review.actions
    if not told.total and not told.carried_over:
        return
    still_open = f"{told.open:,} open ({told.overdue:,} overdue)"
    ended = f"{told.done:,} done, {told.dropped:,} dropped"
    yield f"Of {count(told.total, 'action')}: {ended}, {still_open}."
    carried = f"{told.carried_over:,} open ({told.carried_overdue:,} overdue)"
    yield f"Carried over from earlier incidents: {carried}."
    yield from _completed(told)
    if told.owners:
        yield ""
        yield from table(
            ("Owner of open actions", "Open", "Overdue"),
            ((text(one.owner or "Nobody"), f"{one.open:,}", f"{one.overdue:,}")
             for one in told.owners),
        )  # fmt: skip
        yield ""
        yield from table(
            ("Open for", "Open", "Overdue"),
            ((_age(one), f"{one.open:,}", f"{one.overdue:,}") for one in told.ages),
        )


def _completed(told: ActionsReview) -> Iterator[str]:
    one = told.completion
    if one.of:
        yield f"Completed within 30 days: {one.within:,} of {one.of:,} that have had them."
    if one.unknown:
        yield f"Done on a day that nobody recorded: {one.unknown:,}."


def _age(band: AgeBand) -> str:
    if band.to_days is None:
        return f"{band.from_days} days and more"
    return f"{band.from_days} to {band.to_days - 1} days"


def publication(review: QuarterReview) -> Iterator[str]:
    """Yield how many postmortems were published in time, and those that were not."""
    told = review.publication
    if told.of:
        were = "was" if told.on_time == 1 else "were"
        due = count(told.of, "postmortem that was due", "postmortems that were due")
        yield f"Of {due}, {told.on_time:,} {were} published within {told.within_hours} hours."
    if told.open:
        yield f"Not due yet: {told.open:,}."
    if told.unknown:
        yield f"Without a recorded end of the incident: {told.unknown:,}."
    if told.late:
        yield ""
        yield from table(("Late", "After the end"), map(_late, told.late))


def _late(one: LatePostmortem) -> tuple[str, str]:
    took = duration(one.took)
    return text(one.incident.id), took if one.published else f"not published after {took}"


def asks(review: QuarterReview) -> Iterator[str]:
    """Yield what is asked of leadership."""
    for one in review.asks:
        source = f" ({text(one.incident)})" if one.incident else ""
        yield f"- {text(one.text)}{source}"
