"""Which period a review is of: as it is asked for, else the quarter of the newest incident."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from deckgen.quarter.incident import Incident
    from deckgen.quarter.period import Period


class AskedPeriod(NamedTuple):
    """The options about the period, as they were given."""

    quarter: str | None
    first: datetime | None
    last: datetime | None
    begins: int

    def named(self) -> Period | None:
        """Return the period that is named, if one is; raise click.UsageError for a slip."""
        from deckgen.quarter.period import NoPeriod, named_quarter, span

        if self.quarter and (self.first or self.last):
            raise click.UsageError("give --quarter, or --from and --to, not both")
        if bool(self.first) != bool(self.last):
            raise click.UsageError("give both --from and --to")
        try:
            if self.quarter:
                return named_quarter(self.quarter, self.begins)
            if self.first and self.last:
                return span(self.first.date(), self.last.date())
        except NoPeriod as error:
            raise click.UsageError(f"{error}.") from None
        return None

    def of_newest(self, incidents: Iterable[Incident]) -> Period:
        """Return the quarter of the newest incident that is no exercise.

        Raises InputError where there is none.
        """
        from deckgen.diagnostics import InputError
        from deckgen.quarter.period import NoPeriod, quarter_of

        newest = _newest(incidents)
        hint = "name the quarter with --quarter, or more sources"
        if newest is None:
            message = "hold no incident to take the quarter from"
            raise InputError.about("the sources", message, hint)
        try:
            return quarter_of(newest.day, self.begins)
        except NoPeriod as error:
            raise InputError.about(newest.path, f"{error}", hint) from None


def _newest(incidents: Iterable[Incident]) -> Incident | None:
    real = (one for one in incidents if not one.drill)
    return max(real, key=lambda one: (one.day, one.path), default=None)


def newest_day(incidents: Iterable[Incident]) -> date | None:
    """Return the day of the newest incident that is no exercise."""
    newest = _newest(incidents)
    return newest.day if newest else None
