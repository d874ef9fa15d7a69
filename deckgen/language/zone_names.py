"""Abbreviations of time zones: the zones that people mean by them, and which leave it open."""

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

ZONES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("PST", "PDT", "PT"), ("America/Los_Angeles",)),
        **dict.fromkeys(("MST", "MDT", "MT"), ("America/Denver",)),
        "CST": ("America/Chicago", "Asia/Shanghai"),
        **dict.fromkeys(("CDT", "CT"), ("America/Chicago",)),
        **dict.fromkeys(("EST", "EDT", "ET"), ("America/New_York",)),
        "BRT": ("America/Sao_Paulo",),
        **dict.fromkeys(("WET", "WEST"), ("Europe/Lisbon",)),
        "BST": ("Europe/London",),
        **dict.fromkeys(("CET", "CEST", "MEZ", "MESZ"), ("Europe/Berlin", "Europe/Paris")),
        **dict.fromkeys(("EET", "EEST"), ("Europe/Athens", "Europe/Helsinki")),
        "MSK": ("Europe/Moscow",),
        "SAST": ("Africa/Johannesburg",),
        "GST": ("Asia/Dubai",),
        "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
        "SGT": ("Asia/Singapore",),
        "HKT": ("Asia/Hong_Kong",),
        "JST": ("Asia/Tokyo",),
        "KST": ("Asia/Seoul",),
        "AWST": ("Australia/Perth",),
        "AEST": ("Australia/Sydney", "Australia/Brisbane"),
        **dict.fromkeys(("AEDT", "AET"), ("Australia/Sydney",)),
        **dict.fromkeys(("NZST", "NZDT"), ("Pacific/Auckland",)),
    }
)
"""The zones that people mean by an abbreviation, the likeliest first, by their IANA names."""

_SEASONAL = frozenset(
    ["BST", "CDT", "CEST", "CET", "EDT", "EEST", "EET", "EST", "MDT", "PDT", "PST", "WEST"]
)
"""Abbreviations of a winter or a summer time alone."""

NAMES = tuple(sorted({*SEVERAL, *_SEASONAL}))
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
    if name not in _SEASONAL:
        return None
    try:
        return day.astimezone(ZoneInfo(ZONES[name][0])).tzname()
    except ZoneInfoNotFoundError:
        return None
