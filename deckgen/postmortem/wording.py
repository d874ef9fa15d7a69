"""Values in English words: days, instants, numbers and counts, the same on every machine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PREFIXED = {"$", "€", "£", "¥"}


def day(moment: date) -> str:
    """Return a calendar day as `8 January 2025`."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def short_day(moment: date) -> str:
    """Return a calendar day as `8 Jan 2025`."""
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]} {moment.year}"


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """Return the time of day of an instant in `zone`, as `02:15`, with seconds where it has any."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def day_and_clock(moment: datetime, zone: ZoneInfo) -> str:
    """Return an instant in `zone` as `8 Jan 2025, 02:15`."""
    return f"{short_day(moment.astimezone(zone))}, {clock(moment, zone)}"


def zone_label(moment: datetime, zone: ZoneInfo) -> str:
    """Return what to write behind a time: `UTC`, `CET`, or `UTC+05:30` if it has no name."""
    name = moment.astimezone(zone).tzname() or ""
    return name if name[:1].isalpha() else f"UTC{name}"


def clocks_change(moments: Iterable[datetime], zone: ZoneInfo) -> bool:
    """Whether clocks in `zone` were changed between the moments, so that each needs its label."""
    return len({zone_label(moment, zone) for moment in moments}) > 1


def shared_zone(moments: Collection[datetime], zone: ZoneInfo) -> str:
    """Return what to write over times: `CET`, or `Europe/Berlin` if clocks change between them."""
    if clocks_change(moments, zone):
        return zone.key
    return zone_label(next(iter(moments)), zone)


def labelled_clock(moment: datetime, zone: ZoneInfo) -> str:
    """Return the time of day of an instant in `zone` with the zone, as `02:15 CET`."""
    return f"{clock(moment, zone)} {zone_label(moment, zone)}"


def instant(moment: datetime, zone: ZoneInfo) -> str:
    """Return an instant in full, as `8 Jan 2025, 02:15 UTC`."""
    return f"{day_and_clock(moment, zone)} {zone_label(moment, zone)}"


def day_or_instant(moment: date, zone: ZoneInfo) -> str:
    """Return an instant in full, or the day where no time of day is known."""
    return instant(moment, zone) if isinstance(moment, datetime) else short_day(moment)


def number(value: Decimal) -> str:
    """Return a number with its thousands apart, its decimals as written: `12,000`, `31.50`."""
    if value.is_zero() or abs(value.adjusted()) > 20:
        return f"{value}"
    return f"{value:,f}"


def quantity(value: Decimal, unit: str | None) -> str:
    """Return a number with its unit: `31.5%`, `$4,000`, `250 ms`."""
    if unit in _PREFIXED:
        return f"{unit}{number(value)}"
    gap = "" if unit in {None, "×", "x"} or (unit or "").startswith("%") else " "
    return f"{number(value)}{gap}{unit or ''}"


def reading(value: float, unit: str | None) -> str:
    """Return a measured value with its unit, to four digits: `31.5%`, `12,346`, `0.0123 ms`.

    What is just short of 100% keeps the digits that tell it from 100%.
    """
    digits = f"{value:.0f}" if 1_000 <= abs(value) < 1e15 else f"{value:.4g}"
    if unit == "%" and value < 100 and float(digits) == 100:
        return stated(value, unit)
    return quantity(Decimal(digits), unit)


def stated(value: float, unit: str | None) -> str:
    """Return a value with its unit as somebody wrote it, all digits kept: `99.995%`, `250 ms`."""
    return quantity(Decimal(f"{value:.15g}"), unit)


def count(amount: int, noun: str, plural: str | None = None) -> str:
    """Return an amount with its noun: `1 action`, `3 actions`, `2 whys`."""
    return f"{amount:,} {noun if amount == 1 else plural or noun + 's'}"


def in_words(amount: int) -> str:
    """Return an amount up to twelve in words: `no`, `one`, `three`, `14`."""
    return _NUMBERS[amount] if amount < len(_NUMBERS) else f"{amount:,}"


def count_in_words(amount: int, noun: str, plural: str | None = None) -> str:
    """Return an amount in words with its noun: `one action`, `three actions`, `14 actions`."""
    return f"{in_words(amount)} {noun if amount == 1 else plural or noun + 's'}"


def day_range(first: date, last: date) -> str:
    """Return the days from `first` to `last`, as `8 Jan 2025` or `20 to 22 Feb 2018`."""
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {short_day(last)}"
    return f"{short_day(first)} to {short_day(last)}"


def listing(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def sentence(text: str) -> str:
    """Return `text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
