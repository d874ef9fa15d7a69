"""A figure of a review as a card: its value, what it counts, its basis, and the one before."""

from __future__ import annotations

from datetime import timedelta

from deckgen.postmortem.durations import short_duration
from deckgen.quarter.definitions import DEFINITIONS, LEAST_FOR_MEDIAN, LEAST_FOR_SHARE
from deckgen.quarter.values import Number, QuarterReview, Spread
from deckgen_layouts.impact_numbers import Tile
from deckgen_layouts.quarter.wording import before_name, percent, too_few_for_a_median

_MEDIANS = {"time_to_detect", "time_to_mitigate", "time_to_resolve"}
_NOT_RECORDED = "Not recorded"
_ALWAYS = {"incidents", "outside", "carried_over"}


def number_tile(number: Number, review: QuarterReview) -> Tile:
    """Return the card of `number`; where it rests on too few, the card says so."""
    value = _value(number.value, number.n) or _range(number, review)
    basis = [_basis(number, review), _before(number, review)]
    note = "; ".join(filter(None, basis)) or None
    label = _label(number, review)
    name = f"number:{number.key}"
    if value is None:
        return Tile(name, _nothing(number), label, note, recorded=False)
    return Tile(name, value, label, note)


def basis_tiles(review: QuarterReview) -> list[Tile]:
    """Return what there is to count of a period without incidents."""
    actions, basis = review.actions, review.basis
    counts = (
        ("incidents", "Incidents", 0),
        ("before", f"Incidents in {before_name(review)}", basis.before),
        ("outside", "Incidents of other periods among the files", basis.outside),
        ("carried_over", "Actions of earlier incidents still open", actions.carried_over),
        ("carried_overdue", "Actions of earlier incidents overdue", actions.carried_overdue),
        ("drills", "Exercises in the period", basis.drills),
        ("unreadable", "Files with faults, not counted", basis.unreadable),
    )
    return [
        Tile(f"number:{key}", f"{amount:,}", label, None)
        for key, label, amount in counts
        if amount or key in _ALWAYS
    ]


def spoken_figure(tile: Tile, key: str) -> str:
    """Return a figure as a speaker's note says it, with what it means where that is defined."""
    note = f" ({tile.note})" if tile.note else ""
    meaning = f" {DEFINITIONS[key].meaning}" if key in DEFINITIONS else ""
    return f"{tile.label}: {tile.value}{note}.{meaning}"


def _value(value: float | timedelta | None, n: int) -> str | None:
    """Return a value in words: a share of too few is told by its two counts."""
    if isinstance(value, timedelta):
        return short_duration(value)
    if isinstance(value, float):
        few = n < LEAST_FOR_SHARE
        return f"{round(value * n):,} of {n:,}" if few else percent(value)
    return None if value is None else f"{value:,}"


def _spread(number: Number, review: QuarterReview) -> Spread | None:
    """Return the values behind a median that is not given."""
    found = (one for one in review.spreads if one.key == number.key)
    return next(found, None) if number.value is None else None


def _range(number: Number, review: QuarterReview) -> str | None:
    spread = _spread(number, review)
    if spread is None or not spread.points:
        return None
    shortest, longest = (short_duration(spread.points[at].duration) for at in (0, -1))
    return shortest if shortest == longest else f"{shortest} to {longest}"


def _label(number: Number, review: QuarterReview) -> str:
    spread = _spread(number, review)
    return spread.name if spread else DEFINITIONS[number.key].name


def _nothing(number: Number) -> str:
    return "None due" if number.key in {"completion", "publication"} else _NOT_RECORDED


def _basis(number: Number, review: QuarterReview) -> str:
    """Return what a value rests on, nothing where the value itself or the first card says it."""
    key, n, total = number.key, number.n, len(review.incidents)
    if key == "overdue_actions":
        return f"of {n:,} open"
    if key in _MEDIANS and 0 < n < LEAST_FOR_MEDIAN:
        return too_few_for_a_median(n)
    if key in _MEDIANS or (isinstance(number.value, float) and n >= LEAST_FOR_SHARE):
        return f"n = {n:,}" if n else ""
    return f"recorded by {n:,} of {total:,}" if key == "time_lost" and 0 < n < total else ""


def _before(number: Number, review: QuarterReview) -> str:
    if not review.basis.before or number.key == "overdue_actions":
        return ""
    shown = _value(number.before, number.n_before)
    if shown is None:
        return ""
    basis = f" (n = {number.n_before:,})" if number.key in _MEDIANS or "%" in shown else ""
    return f"{before_name(review)}: {shown}{basis}"
