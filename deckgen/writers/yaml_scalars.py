"""Single values as YAML: plain where every reader takes them as meant, else in quotes."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from deckgen.postmortem.times import EARLIEST_YEAR, LATEST_YEAR, instants

_PLAIN = re.compile(r"(?:[^\W_]|[(/$])[^\x7f\ufeff]*")
_SYNTAX = re.compile(r":(?:\s|$)|\s#")
_IN_LIST = re.compile(r"[\[\]{},]|:[\"']")
_READ_OTHERWISE = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[\d.][\d_.,:]*(?:e[-+]?\d+)?|0[xob][\da-f_]+"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[t ].*)?",
    re.IGNORECASE,
)
_ESCAPED = {0xFEFF: "\\uFEFF", 0x7F: "\\x7F"}


def text_scalar(text: str) -> str:
    """Return a text of one line as a scalar that every reader of YAML takes for a text."""
    if _PLAIN.fullmatch(text) and not _SYNTAX.search(text) and not _READ_OTHERWISE.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def listed_scalar(text: str) -> str:
    """Return the same for a text in a list in brackets."""
    if _IN_LIST.search(text):
        return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)
    return text_scalar(text)


def moment_scalar(at: datetime, zone: ZoneInfo) -> str:
    """Return an instant in `zone`, or in UTC where the clocks there do not tell it."""
    local = at.astimezone(zone).replace(tzinfo=None)
    told = EARLIEST_YEAR <= local.year <= LATEST_YEAR and instants(local, zone) == (at,)
    return _clock(local) if told else f"{_clock(at.astimezone(UTC))}Z"


def duration_scalar(duration: timedelta) -> str:
    """Return a duration in minutes, as `65m`; in seconds where it has any."""
    seconds = duration.days * 86_400 + duration.seconds
    if seconds % 60 or duration.microseconds:
        fraction = f".{duration.microseconds:06d}".rstrip("0").rstrip(".")
        return f"{seconds}{fraction}s"
    return f"{seconds // 60}m"


def number_scalar(number: float) -> str:
    """Return a reading in as few digits as say the same."""
    return f"{number:.0f}" if number.is_integer() else repr(number)


def _clock(moment: datetime) -> str:
    seconds = f"{moment:%S}.{moment.microsecond:06d}".rstrip("0").rstrip(".")
    exact = moment.second or moment.microsecond
    return f"{moment:%Y-%m-%d %H:%M}" + (f":{seconds}" if exact else "")
