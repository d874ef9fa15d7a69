"""Which day of the calendar a written one means, where its year or its order is not written."""

from __future__ import annotations

from datetime import date, timedelta

from deckgen.importing.markdown.days import WrittenDay
from deckgen.importing.markdown.evidence import Evidence, calendar_day

_NEAR = timedelta(days=31)
_LONG = timedelta(days=120)


def meant_day(day: WrittenDay, before: date | None, evidence: Evidence) -> tuple[date | None, str]:
    """Return the day of the calendar that is meant, and what was assumed, or why there is none."""
    near = before or (evidence.days[0].day if evidence.days else None)
    day_first, said = evidence.day_first, ""
    if day.pair and day_first is None:
        day_first, said = _likely_order(day, near)
        if day_first is None:
            return None, "day and month of this date cannot be told apart"
    if day.odd:
        return _odd_year(day, near, day_first, evidence)
    if day.year is not None:
        found = calendar_day(day, None, day_first)
        return found, said if found else "there is no such day"
    if near is None:
        return None, "the document states no year for this date"
    years = [calendar_day(day, near.year + step, day_first) for step in (0, -1, 1)]
    possible = [one for one in years if one is not None]
    if not possible:
        return None, "there is no such day"
    found = min(possible, key=lambda one: abs(one - near))
    if before and before.year == found.year and abs(found - before) < _LONG:
        return found, said
    return found, f"the year {found.year} is not written; it is that nearest to {near}"


def _likely_order(day: WrittenDay, near: date | None) -> tuple[bool | None, str]:
    """Return whether the day comes first, where only one reading is near to a known date."""
    if near is None or day.pair is None:
        return None, ""
    read = {first: calendar_day(day, near.year, first) for first in (True, False)}
    away = {first: abs(one - near) for first, one in read.items() if one}
    close, far = min(away, key=away.__getitem__), max(away.values())
    if away[close] > _NEAR or far < 3 * away[close]:
        return None, ""
    order = "day before the month" if close else "month before the day"
    return close, f"read with the {order}, which is nearer to {near}"


def _odd_year(
    day: WrittenDay, near: date | None, day_first: bool | None, evidence: Evidence
) -> tuple[date | None, str]:
    """Return the day whose year lacks a digit, or has one too many, where one year alone fits."""
    fits = {year for year in evidence.years if _differs_by_one(day.odd, str(year))}
    years = [near.year] if near and near.year in fits else sorted(fits)
    if len(years) != 1:
        return None, f"the year '{day.odd}' is misspelt, and no other date shows what it is"
    found = calendar_day(day, years[0], day_first)
    said = f"the year is written '{day.odd}'; {years[0]} is taken, as in other dates"
    return found, said if found else "there is no such day"


def _differs_by_one(odd: str, year: str) -> bool:
    long, short = sorted((odd, year), key=len, reverse=True)
    return len(long) == len(short) + 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    )
