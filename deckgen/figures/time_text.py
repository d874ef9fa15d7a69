"""Times as a timeline writes them: with the date only where several days are shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from deckgen.postmortem.wording import clock, clocks_change, labelled_clock, short_day

_UNAMBIGUOUS = timedelta(days=300)
_SECONDS_MATTER = timedelta(hours=12)


class TimeText(NamedTuple):
    """Writes times of the span from `begins` to `ends` (UTC) as they are in `zone`."""

    begins: datetime
    ends: datetime
    zone: ZoneInfo

    @property
    def is_one_day(self) -> bool:
        """Whether the span lies within one calendar day."""
        return self._day(self.begins) == self._day(self.ends)

    def moment(self, at: datetime) -> str:
        """Return an instant as `02:15`, `8 Jan 02:15` or `8 Jan 2025 02:15`.

        Where clocks were changed within the span, the zone follows: `02:15 CET`. Seconds are
        written where the span is short enough for them to matter.
        """
        if self.ends - self.begins > _SECONDS_MATTER:
            at = at.replace(second=0)
        changes = clocks_change((self.begins, self.ends), self.zone)
        time = labelled_clock(at, self.zone) if changes else clock(at, self.zone)
        return time if self.is_one_day else f"{self.day(self._day(at))} {time}"

    def day(self, day: date) -> str:
        """Return a day as `8 Jan`, with its year where the span is long enough to need it."""
        return short_day(day) if self.ends - self.begins > _UNAMBIGUOUS else _without_year(day)

    def tick(self, at: datetime, *, is_day: bool) -> str:
        """Return what stands at a tick: the day where one begins, else the time."""
        if not is_day:
            return clock(at, self.zone)
        day = self._day(at)
        return short_day(day) if (day.month, day.day) == (1, 1) else _without_year(day)

    def span(self) -> str:
        """Return the days of the span with their year, as `8 Jan 2025` or `8 – 10 Jan 2025`."""
        first, last = self._day(self.begins), self._day(self.ends)
        if first == last:
            return short_day(last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} – {short_day(last)}"
        if first.year == last.year:
            return f"{_without_year(first)} – {short_day(last)}"
        return f"{short_day(first)} – {short_day(last)}"

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()


def _without_year(day: date) -> str:
    return short_day(day).removesuffix(f" {day.year}")
