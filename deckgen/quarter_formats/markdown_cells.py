"""What the parts of the Markdown report are written with: tables, texts and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from deckgen.postmortem.durations import short_duration
from deckgen.quarter.definitions import Definition
from deckgen.report.markdown import escape_markdown

NOTHING = "–"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; its cells are Markdown."""
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def text(said: str | None) -> str:
    """Return a text as Markdown that shows it as it was written, in one line."""
    return escape_markdown(" ".join(said.split())) if said else NOTHING


def duration(taken: timedelta | None) -> str:
    """Return a duration as `1h 43m`."""
    return NOTHING if taken is None else short_duration(taken)


def value(figure: Definition, found: float | timedelta | None, n: int) -> str:
    """Return a figure with what it rests on; where that is too thin, it says so instead."""
    if found is None:
        return f"too few (n = {n})" if n else NOTHING
    if isinstance(found, timedelta):
        return f"{short_duration(found)} (n = {n})"
    if figure.unit != "share":
        return f"{found:,.0f}"
    part = f"{round(found * n):,} of {n:,}"
    return part if n < figure.least else f"{found:.0%} ({part})"
