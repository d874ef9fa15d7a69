"""The time zone of a file, by its IANA name."""

from __future__ import annotations

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from deckgen.diagnostics import did_you_mean, one_of
from deckgen.language.zone_names import ZONES
from deckgen.readers.remarks import Remark, clipped


def zone_of(name: str | None) -> tuple[tzinfo, Remark | None]:
    """Return the zone with this name, UTC where none is given; with a fault where none has it."""
    if name is None:
        return UTC, None
    name = " ".join(name.split())
    try:
        return ZoneInfo(name), None
    except (KeyError, ValueError, OSError):
        message = f"'{clipped(name)}' is not the name of a time zone"
        return UTC, Remark(("timezone",), message, _hint(name))


def _hint(name: str) -> str:
    from zoneinfo import available_timezones

    meant = ZONES.get(name.upper())
    if meant:
        return f"write {one_of(meant)}"
    zones = sorted(available_timezones())
    city = "/" + name.replace(" ", "_").casefold()
    of_city = next((zone for zone in zones if zone.casefold().endswith(city)), "")
    is_area = any(zone.startswith(f"{name}/") for zone in zones)
    near = "" if is_area else did_you_mean(name, zones)
    near = f"did you mean '{of_city}'?" if of_city else near
    return near or "write an IANA name, such as UTC or Europe/Berlin"
