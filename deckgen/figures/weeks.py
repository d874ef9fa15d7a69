"""Incidents by week, in parts by severity."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from deckgen.figures.columns import LEAST_SIZE, Column, Columns, columns_alt, columns_figure
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.tones import Part
from deckgen.postmortem.vocabulary import Severity
from deckgen.postmortem.wording import short_day
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

__all__ = ["LEAST_SIZE", "Week", "Weeks", "weeks_alt", "weeks_figure"]


class Week(NamedTuple):
    """A week by its first day, and how many incidents of each severity began in it."""

    begins: date
    counts: tuple[int, ...]


class Weeks(NamedTuple):
    """Weeks in the order of time, those without incidents included: 1 to about 54 of them.

    `levels` are the severities that occur, the worst first, None last where some have none
    stated; a week has a count for each.
    """

    levels: tuple[Severity | None, ...]
    weeks: tuple[Week, ...]


def weeks_figure(
    weeks: Weeks, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return `weeks`, with at least one incident, on a canvas of `size` (width, height) in pixels.

    Severities are stacked, the worst at the foot, so that its counts can be compared. Raises
    ValueError for a canvas below LEAST_SIZE, and where there is no incident.
    """
    if not any(map(sum, (week.counts for week in weeks.weeks))):
        raise ValueError("there is nothing to draw")
    return columns_figure(_columns(weeks), theme, measurer, size)


def weeks_alt(weeks: Weeks) -> str:
    """Return what the weeks tell: how many in all and by severity, and the week with the most."""
    return columns_alt(_columns(weeks))


def _columns(weeks: Weeks) -> Columns:
    parts = tuple(Part(level or "No severity", level or "quiet") for level in weeks.levels)
    columns = tuple(Column(_named(week.begins), week.counts) for week in weeks.weeks)
    return Columns("Incidents by week", parts, columns)


def _named(begins: date) -> str:
    """Return a week by its first day, as `7 Jul`."""
    return short_day(begins).rpartition(" ")[0]
