"""Time zones as people name them: `UTC`, `CET`, `PST`, `Pacific`, `UTC+1`, `Europe/Paris`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from deckgen.language.zone_names import SEVERAL, ZONES

_IANA: Mapping[str, str] = MappingProxyType(
    {
        **{name: zones[0] for name, zones in ZONES.items()},
        "Pacific": "America/Los_Angeles",
        "Mountain": "America/Denver",
        "Central": "America/Chicago",
        "Eastern": "America/New_York",
    }
)
_WORDS = "|".join(sorted(_IANA, key=len, reverse=True))
_NAME = (
    rf"(?P<name>UTC|GMT|Zulu|(?:{_WORDS})(?:\s+(?:Standard|Daylight|Summer))?(?:\s+[Tt]ime)?"
    r"|(?:[A-Z][a-z]+|US)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?)(?![A-Za-z0-9])"
)
_OFFSET = r"(?P<sign>[+−-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?(?!\d)"
_ZONE = re.compile(
    rf"\(?\[?{_NAME}\]?(?:\s?/\s?GMT(?![+-]))?\s?(?:\(?(?:(?:UTC|GMT)\s?)?{_OFFSET}\)?)?"
    rf"(?:\s?\([A-Z][a-z]+ [Tt]ime\))?\)?",
    re.ASCII,
)
_BARE_OFFSET = re.compile(
    r"(?P<z>[Zz])(?!\w)|(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})(?!\d)"
)
_ANYWHERE = re.compile(rf"(?<![A-Za-z0-9]){_ZONE.pattern}", re.ASCII)
_SPACED_ZONE = re.compile(rf" *{_ZONE.pattern}", re.ASCII)
_TIMES = re.compile(r"\s+times?\b")
_OF_TIMES = re.compile(
    r"\b(?:times?|timestamps?|time\s?zones?|timeline)\b|\b(?:in|all)\s+(?=[A-Z]{2,4}\b)",
    re.IGNORECASE,
)


class Zone(NamedTuple):
    """A time zone as it is named; `doubt` says why the name could mean another."""

    name: str
    zone: tzinfo
    doubt: str = ""


class FoundZone(NamedTuple):
    """A named zone and where it ends in the text."""

    zone: Zone
    end: int


def zone_at(text: str, start: int) -> FoundZone | None:
    """Return the zone or the offset that stands at `start`, behind a clock time, else None."""
    bare = _BARE_OFFSET.match(text, start)
    if bare:
        zone = Zone("UTC", UTC) if bare["z"] else _fixed(bare[0], bare)
        return FoundZone(zone, bare.end()) if zone else None
    match = _SPACED_ZONE.match(text, start)
    zone = _named(match) if match else None
    if not match or not zone:
        return None
    # An opening bracket in front of the name is closed by the same match, or was not meant.
    return FoundZone(zone, match.end())


def zone_in(text: str) -> Zone | None:
    """Return the first zone that is named anywhere in a short text, such as a column's header."""
    return next((zone for match in _ANYWHERE.finditer(text) if (zone := _named(match))), None)


def zone_of_times(text: str) -> Zone | None:
    """Return the zone that a sentence gives to the times, as `All times in CET` does."""
    for match in _ANYWHERE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _OF_TIMES.search(before) or _TIMES.match(text, match.end()):
            return _named(match)
    return None


def _named(match: re.Match[str]) -> Zone | None:
    name = match["name"]
    if match["sign"]:
        return _fixed(f"{name} (UTC{match['sign']}{match['hours']})", match)
    if name in {"UTC", "GMT", "Zulu"}:
        return Zone(name, UTC)
    short = name.split()[0]
    if short in _IANA:
        return Zone(short, ZoneInfo(_IANA[short]), _doubt(short))
    try:
        return Zone(name, ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return None


def _doubt(name: str) -> str:
    if name in SEVERAL:
        return f"'{name}' is the time of {SEVERAL[name]}; {_IANA[name]} is taken"
    return f"'{name}' is taken as the time of {_IANA[name]}" if name in {"EST", "ECT"} else ""


def _fixed(written: str, match: re.Match[str]) -> Zone | None:
    ahead = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if ahead > timedelta(hours=14):
        return None
    offset = -ahead if match["sign"] != "+" else ahead
    return Zone(written, timezone(offset) if offset else UTC)


def out_of_season(zone: Zone, at: datetime) -> str:
    """Return why a name such as `PST` does not fit the day, empty where it does."""
    there = at.astimezone(zone.zone).tzname() or ""
    short = zone.name.split()[0]
    if len(short) < 3 or short not in _IANA or not isinstance(zone.zone, ZoneInfo):
        return ""
    if there == short or there[:1] in "+-" or short in {"MEZ", "MESZ"} or short.istitle():
        return ""
    return (
        f"'{short}' is not in use on {at:%Y-%m-%d}, when the clocks of {zone.zone} show "
        f"'{there}'; the time on the clock there is taken"
    )


def zone_for_display(zone: tzinfo, instants: Iterable[datetime]) -> str:
    """Return the IANA name of the zone that shows `instants` as they were written."""
    if isinstance(zone, ZoneInfo):
        return str(zone.key)
    offset = next((at.astimezone(zone).utcoffset() for at in instants), None) or zone.utcoffset(
        None
    )
    hours = (offset or timedelta()) / timedelta(hours=1)
    if not hours or hours != int(hours):
        return "UTC"
    return f"Etc/GMT{-int(hours):+d}"
