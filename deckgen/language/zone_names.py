"""Abbreviations of time zones that do not say which time is meant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SEVERAL: Mapping[str, str] = MappingProxyType(
    {
        "ADT": "Atlantic Canada or Arabia",
        "AMT": "Armenia or the Amazon",
        "AST": "Atlantic Canada or Arabia",
        "BST": "Britain or Bangladesh",
        "CDT": "the centre of North America or Cuba",
        "CST": "the centre of North America, China or Cuba",
        "ECT": "Ecuador or the eastern Caribbean",
        "GST": "the Gulf or South Georgia",
        "IST": "India, Ireland or Israel",
        "SST": "Samoa or Singapore",
        "WST": "Samoa or Western Australia",
    }
)
"""Abbreviations that are in use for more than one zone, with the places."""

_BY_SEASON = {
    "BST": "Europe/London",
    "CDT": "America/Chicago",
    "CEST": "Europe/Berlin",
    "CET": "Europe/Berlin",
    "EDT": "America/New_York",
    "EEST": "Europe/Athens",
    "EET": "Europe/Athens",
    "EST": "America/New_York",
    "MDT": "America/Denver",
    "PDT": "America/Los_Angeles",
    "PST": "America/Los_Angeles",
    "WEST": "Europe/Lisbon",
}
"""Abbreviations of a winter or a summer time, with a place that has it."""

NAMES = tuple(sorted({*SEVERAL, *_BY_SEASON}))
"""The abbreviations that can leave open which time is meant."""


def doubt_about(name: str, day: datetime, zone: ZoneInfo) -> str | None:
    """Return why the abbreviation `name` is not clear in a text about `day`; None where it is.

    It is clear where the file's own `zone` goes by that name on that day.
    """
    if day.astimezone(zone).tzname() == name:
        return None
    if places := SEVERAL.get(name):
        return f"'{name}' is the time of {places}"
    there = _name_there(name, day)
    if there is None or there == name:
        return None
    return f"'{name}' is not in use on {day:%Y-%m-%d}, when '{there}' is"


def _name_there(name: str, day: datetime) -> str | None:
    try:
        return day.astimezone(ZoneInfo(_BY_SEASON[name])).tzname()
    except (KeyError, ZoneInfoNotFoundError):
        return None
