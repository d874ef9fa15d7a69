"""The day on which a postmortem is looked at."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os import environ

from deckgen.diagnostics import InputError


def today() -> date:
    """Return the day that SOURCE_DATE_EPOCH states (UTC), else this machine's.

    Raises InputError when SOURCE_DATE_EPOCH is set and is not a number of seconds.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise InputError.about(
            "SOURCE_DATE_EPOCH", f"is not a number of seconds: {epoch!r}", "unset it, or correct it"
        ) from error
