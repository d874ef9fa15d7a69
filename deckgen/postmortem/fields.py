"""The field types of a postmortem: text, links, instants, durations, pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    InstanceOf,
    WithJsonSchema,
)

from deckgen.postmortem.durations import DURATION_PATTERN, parse_duration

FORBIDDEN_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""A character that no slide may carry.

Control characters, lone surrogates, U+FFFE/U+FFFF and the bidirectional overrides and isolates
that can make a text read otherwise than it is written.
"""

LONGEST_TEXT = 20_000
"""How many characters a text may have; about ten pages of prose."""

MOST_DIGITS = 30
"""How many digits a number may have, those behind the point included."""

_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE | re.ASCII)

MOMENT_PATTERN = (
    r"^\s*(\d{4}-\d{2}-\d{2}[Tt ]\s*)?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?"
    r"(\s*([Zz]|UTC|[+-]\d{2}:?\d{2}))?\s*$"
)
DAY_PATTERN = r"^\s*\d{4}-\d{2}-\d{2}\s*$"


def forbidden_characters(text: str) -> Mapping[int, str]:
    """Return the characters of `text` that no slide may carry, by their index."""
    return {match.start(): match[0] for match in FORBIDDEN_CHARACTER.finditer(text)}


def _one_line(text: object) -> object:
    return " ".join(text.split()) if isinstance(text, str) else text


def _printable(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError(
            f"is {len(text):,} characters long; no slide shows more than {LONGEST_TEXT:,}"
        )
    found = forbidden_characters(text)
    if found:
        code = ord(next(iter(found.values())))
        raise ValueError(f"holds the character U+{code:04X}, which cannot be shown")
    return text


def _has_parts(link: str) -> bool:
    try:
        urlsplit(link)
    except ValueError:
        return False
    return True


def _writable(number: Decimal) -> Decimal:
    digits = len(number.as_tuple().digits)
    if digits > MOST_DIGITS:
        raise ValueError(f"has {digits:,} digits; no slide shows more than {MOST_DIGITS}: round it")
    return number


def _openable(link: str) -> str:
    if not _LINK.fullmatch(link) or not _has_parts(link):
        raise ValueError("is not a link that a slide may carry: write https://, http:// or mailto:")
    return link


def _known_zone(name: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError("is not an IANA time zone such as UTC or Europe/Berlin") from None
    return name


def _to_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _duration(value: object) -> object:
    return parse_duration(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Picture:
    """A picture that was read and found whole.

    `path` is as written in the source, `data` the file's bytes, `width` and `height` are pixels.
    """

    path: str
    data: bytes
    format: Literal["png", "jpeg", "gif"]
    width: int
    height: int


Text = Annotated[str, BeforeValidator(_one_line), AfterValidator(_printable), Field(min_length=1)]
"""A text on one line: white space is folded, nothing unprintable is in it."""

Link = Annotated[Text, AfterValidator(_openable)]
"""A link with the scheme https, http or mailto."""

Number = Annotated[Decimal, Field(allow_inf_nan=False), AfterValidator(_writable)]
"""A number with its decimals as written, such as `12000` or `31.50`."""

ZoneName = Annotated[Text, AfterValidator(_known_zone)]
"""An IANA time zone's name."""

Moment = Annotated[
    AwareDatetime,
    AfterValidator(_to_utc),
    WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN}),
]
"""An instant, held in UTC. In a file: `2025-01-08 02:15`, an offset if need be, or `02:15`."""

DayOrMoment = Annotated[
    Moment | date,
    WithJsonSchema({"type": "string", "pattern": f"{MOMENT_PATTERN}|{DAY_PATTERN}"}),
]
"""An instant in UTC, or a calendar day where no time of day is known."""

Duration = Annotated[
    timedelta,
    BeforeValidator(_duration),
    WithJsonSchema(
        {"type": "string", "pattern": DURATION_PATTERN, "examples": ["65m", "1h 5m", "2d"]}
    ),
]
"""A duration, written like `65m`, `1h 5m` or `2d`."""

EvidencePicture = Annotated[
    InstanceOf[Picture], WithJsonSchema({"type": "string", "examples": ["img/dashboard.png"]})
]
"""A picture; in a file its path, relative to the file, inside the file's folder."""
