"""The field types: what each takes and what it makes of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from deckgen.postmortem.fields import (
    DAY_PATTERN,
    MOMENT_PATTERN,
    DayOrMoment,
    Duration,
    EvidencePicture,
    Link,
    Moment,
    Number,
    Picture,
    Text,
    ZoneName,
    forbidden_characters,
)


def read(kind: Any, value: object) -> object:
    """Return `value` as the field type `kind`."""
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> str:
    """Return what the field type `kind` says against `value`."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return str(caught.value.errors()[0]["msg"])


def test_a_text_is_on_one_line() -> None:
    assert read(Text, "  a\n b\t\u2028c \x85") == "a b c"


@pytest.mark.parametrize("character", "\0\x1b\x7f\x9f\u202e\u2066\ud800\ufffe")
def test_a_text_holds_no_character_that_cannot_be_shown(character: str) -> None:
    assert f"U+{ord(character):04X}, which cannot be shown" in refusal(Text, f"a{character}b")


def test_what_scripts_need_may_be_in_a_text() -> None:
    text = "שלום \u200f 👩\u200d💻 e\u0301 a\u00adb \u200b日本語"
    assert read(Text, text) == text
    assert forbidden_characters(text + "\n\t\r") == {}


def test_forbidden_characters_are_found_by_their_index() -> None:
    assert forbidden_characters("a\0b\u202e") == {1: "\0", 3: "\u202e"}


def test_an_empty_text_is_refused() -> None:
    assert "at least 1" in refusal(Text, " \n")


@pytest.mark.parametrize("link", ["https://a.example/b?c=d#e", "HTTP://a", "mailto:a@b.example"])
def test_a_link_that_can_be_opened_is_taken(link: str) -> None:
    assert read(Link, link) == link


@pytest.mark.parametrize(
    "link",
    [
        "ftp://a",
        "javascript:alert(1)",
        "//a",
        "a.example",
        "https://",
        "mailto:a",
        "https://a b",
        "https://[x/y",
        "http\u017f://a",
    ],
)
def test_other_links_are_refused(link: str) -> None:
    assert "is not a link that a slide may carry" in refusal(Link, link)


@pytest.mark.parametrize("text", ["0", "-12000.50", "1" * 30, "1e999999999", "1E-999999999"])
def test_a_number_is_taken_as_it_is_written(text: str) -> None:
    assert read(Number, text) == Decimal(text)


@pytest.mark.parametrize("digits", [31, 1_000_000])
def test_a_number_of_more_digits_than_a_slide_shows_is_refused(digits: int) -> None:
    assert f"has {digits:,} digits" in refusal(Number, "1" * digits)
    assert f"has {digits:,} digits" in refusal(Number, "1." + "0" * (digits - 1))


@pytest.mark.parametrize("text", ["inf", "nan", "1e99999999999999999999"])
def test_what_has_no_value_is_no_number(text: str) -> None:
    assert refusal(Number, text)


def test_a_zone_is_known_by_its_iana_name() -> None:
    assert read(ZoneName, "Europe/Berlin") == "Europe/Berlin"
    for name in ("Europe/Berlln", "Europe", "../../etc/passwd", "/etc/localtime"):
        assert "is not an IANA time zone" in refusal(ZoneName, name)


def test_an_instant_is_held_in_utc() -> None:
    moment = read(Moment, datetime(2025, 1, 8, 2, 15, tzinfo=timezone(timedelta(hours=1))))
    assert repr(moment) == repr(datetime(2025, 1, 8, 1, 15, tzinfo=UTC))
    assert "timezone" in refusal(Moment, datetime(2025, 1, 8))


def test_a_day_stays_a_day_and_an_instant_an_instant() -> None:
    moment = datetime(2025, 1, 8, 2, 15, tzinfo=UTC)
    assert read(DayOrMoment, moment.date()) == moment.date()
    assert read(DayOrMoment, moment) == moment


def test_a_duration_is_read_from_text() -> None:
    assert read(Duration, "1h 5m") == timedelta(minutes=65)
    assert "is not a duration" in refusal(Duration, "soon")


def test_only_a_picture_that_was_read_is_a_picture() -> None:
    picture = Picture("a.png", b"a", "png", 4, 3)
    assert read(EvidencePicture, picture) is picture
    fields = {"path": "a", "data": b"", "format": "png", "width": 1, "height": 1}
    assert "instance of Picture" in refusal(EvidencePicture, fields)


@pytest.mark.parametrize(
    "text", ["2025-01-08 02:15", "2025-01-08T02:15:00.5Z", "2:15", "02:15 UTC"]
)
def test_editors_accept_a_time(text: str) -> None:
    assert re.search(MOMENT_PATTERN, text)


@pytest.mark.parametrize(
    "text", ["2025-01-08", "soon", "02:15 CET", "215", "02:15" + " " * 50_000 + "x"]
)
def test_editors_refuse_what_is_no_time(text: str) -> None:
    assert not re.search(MOMENT_PATTERN, text)


def test_editors_accept_a_day() -> None:
    assert re.search(DAY_PATTERN, "2025-01-08")
    assert not re.search(DAY_PATTERN, "02:15")
