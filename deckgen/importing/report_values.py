"""Single values of a report, from the text of a cell or a line to the value that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from deckgen.importing.report_blocks import Piece, Run
from deckgen.postmortem.durations import parse_duration
from deckgen.postmortem.time_faults import TimeFault
from deckgen.postmortem.times import parse_time, resolve

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?:E[-+]?\d+)?")
_CURRENCIES = "$€£¥"


class Unreadable(ValueError):
    """A text is not what the form of a report has at its place."""


def text(piece: Piece) -> str | None:
    """Return the text, None where there is none."""
    return piece.text or None


def link(piece: Piece) -> str | None:
    """Return where the link leads."""
    return piece.href or piece.text or None


def yes(piece: Piece) -> bool | None:
    """Return whether it says yes."""
    if piece.text in {"yes", "no", ""}:
        return {"yes": True, "no": False}.get(piece.text)
    raise Unreadable


def word(vocabulary: type[StrEnum]) -> Callable[[Piece], str | None]:
    """Return what reads a word of `vocabulary`."""

    def read(piece: Piece) -> str | None:
        if not piece.text:
            return None
        try:
            return vocabulary(piece.text.replace(" ", "_")).value
        except ValueError:
            raise Unreadable from None

    return read


def moment_in(zone: tzinfo) -> Callable[[Piece], datetime | None]:
    """Return what reads an instant in `zone`."""

    def read(piece: Piece) -> datetime | None:
        found = day_or_moment_in(zone)(piece)
        if found is not None and not isinstance(found, datetime):
            raise Unreadable
        return found

    return read


def day_or_moment_in(zone: tzinfo) -> Callable[[Piece], date | None]:
    """Return what reads an instant in `zone`, or a day."""

    def read(piece: Piece) -> date | None:
        if not piece.text:
            return None
        try:
            written = parse_time(piece.text)
            return resolve(written, zone, None).at if written.clock else written.day
        except TimeFault:
            raise Unreadable from None

    return read


def day(piece: Piece) -> date | None:
    """Return a day."""
    found = day_or_moment_in(ZoneInfo("UTC"))(piece)
    if isinstance(found, datetime):
        raise Unreadable
    return found


def duration(piece: Piece) -> timedelta | None:
    """Return a duration."""
    try:
        return parse_duration(piece.text) if piece.text else None
    except ValueError:
        raise Unreadable from None


def amount(piece: Piece) -> tuple[Decimal, str | None]:
    """Return a number with its unit: `31.5%`, `$4,000`, `250 ms`."""
    said = piece.text
    unit = said[:1] if said[:1] in _CURRENCIES else None
    match = _NUMBER.match(said, 1 if unit else 0)
    if not match or not said:
        raise Unreadable
    rest = said[match.end() :].removeprefix(" ")
    if unit and rest:
        raise Unreadable
    return Decimal(match[0].replace(",", "")), unit or rest or None


def parts_of(amount: object) -> tuple[Decimal, str | None]:
    """Return the number and the unit that `amount` has read."""
    assert isinstance(amount, tuple)
    return amount


def reading(piece: Piece) -> float | None:
    """Return a measured value."""
    try:
        return float(piece.text) if piece.text else None
    except ValueError:
        raise Unreadable from None


def is_day(word: str) -> bool:
    """Return whether a word is a day, such as `2025-01-08`."""
    try:
        return parse_time(word).clock is None
    except TimeFault:
        return False


def point(word: str, day: str, zone: tzinfo) -> tuple[datetime, float] | None:
    """Return a measured value with its time, `02:15,0.5` on a `day`; None where it is none."""
    written, _, value = word.rpartition(",")
    whole = written if "-" in written else f"{day} {written}"
    try:
        at = moment_in(zone)(Piece((Run(whole),), 0))
        return None if at is None else (at, float(value))
    except ValueError:
        return None


def is_zone(name: str) -> bool:
    """Return whether there is a time zone of this name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def zone(piece: Piece) -> str | None:
    """Return the name of a time zone."""
    if piece.text and not is_zone(piece.text):
        raise Unreadable
    return piece.text or None


def names(piece: Piece) -> list[str]:
    """Return the names in a list with commas, each of them in bold or as code."""
    marked = [run for run in piece.runs if run.code or run.strong]
    if not marked:
        return [name.strip() for name in piece.text.split(",") if name.strip()]
    if any(run.text.strip(" ,") for run in piece.runs if run not in marked):
        raise Unreadable
    found, rest = [], piece
    while rest.runs:
        name, rest = rest.led()
        if name:
            found.append(name)
        else:
            rest = Piece(rest.runs[1:], rest.line)
    return found
