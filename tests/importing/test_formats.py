"""Which format a file is in, told by its content, and what is said of one that is in none."""

from __future__ import annotations

import json

import pytest

from deckgen.diagnostics import InputError
from deckgen.importing.formats import (
    FORMATS,
    MOST_INCIDENTS,
    check_format,
    drafts_of,
    format_of,
)
from tests.importing.exports.examples import EXAMPLES


def fault(content: bytes, name: str, form: str | None = None) -> str:
    with pytest.raises(InputError) as raised:
        drafts_of(content, name, form)
    return str(raised.value)


@pytest.mark.parametrize("form", EXAMPLES)
@pytest.mark.parametrize("name", ["export.json", "export", "export.txt"])
def test_an_export_is_told_by_its_content(form: str, name: str) -> None:
    content = json.dumps(EXAMPLES[form], indent=1).encode()
    assert format_of(b"\xef\xbb\xbf\n" + content, name) == form


@pytest.mark.parametrize(
    ("content", "name"),
    [
        *((b"# Down\n", "pm.md"), (b"[link](https://x.example) text", "pm.txt")),
        *((b"{not json}", "pm.md"), (b"Down since 02:15", "pm")),
    ],
)
def test_everything_else_that_is_text_is_a_document(content: bytes, name: str) -> None:
    assert format_of(content, name) == "markdown"


def test_a_timeline_is_told_by_its_ending() -> None:
    assert format_of(b"time,event", "timeline.CSV") == "csv"
    assert format_of(b"time\tevent", "timeline.tsv") == "csv"


def test_what_is_no_export_is_refused_with_what_to_do() -> None:
    page = b"\n<!DOCTYPE html>\n<html><body>Sign in</body></html>"
    assert "export.json: error: is a web page (HTML)" in fault(page, "export.json")
    assert "no incident of a tool that is known" in fault(b'{"a": 1}', "x.json")
    assert "known: PagerDuty, incident.io," in fault(b'{"a": 1}', "x.json")
    assert "the file is empty" in fault(b"", "x.json")
    assert "the file is empty" in fault(b"\n", "x.txt")
    assert "the JSON breaks off here" in fault(b'{"incident": {"id"', "x.json")
    assert "100 levels deep" in fault(b"[" * 1_000 + b"]" * 1_000, "x.json")
    assert "postmortems are not imported but built" in fault(b"title: x", "pm.yaml")


def test_a_format_that_is_named_is_taken_at_its_word() -> None:
    content = json.dumps({"incident": {"title": "Down", "created_at": "2025-01-08T02:15:00Z"}})
    (draft,) = drafts_of(content.encode(), "x.json", "pagerduty")
    assert draft.data["title"] == "Down"
    assert "holds no incident of Rootly" in fault(b"[1]", "x.json", "rootly")


def test_a_format_that_is_misspelt_is_answered_with_its_neighbour() -> None:
    for form in FORMATS:
        check_format(form)
    with pytest.raises(ValueError, match="did you mean 'pagerduty'"):
        check_format("pager-duty")
    with pytest.raises(ValueError, match="known: markdown, pagerduty"):
        check_format("zzz")


def test_a_zone_is_taken_for_times_without_one_and_shown() -> None:
    from zoneinfo import ZoneInfo

    value = {"title": "Down", "reported_at": "2025-01-08T03:15:00", "stable_at": None}
    zone = ZoneInfo("Europe/Berlin")
    (draft,) = drafts_of(json.dumps(value).encode(), "x.json", None, zone, "Europe/Berlin")
    assert str(draft.data["started_at"]) == "2025-01-08 02:15:00+00:00"
    assert draft.data["timezone"] == "Europe/Berlin"


def test_drafts_of_one_name_are_numbered_and_there_is_an_end_to_them() -> None:
    one = {"name": "One", "incident_status": None, "reference": "INC/1"}
    drafts = drafts_of(json.dumps([one, one]).encode(), "x.json")
    assert [draft.name for draft in drafts] == ["INC-1", "INC-1-2"]
    many = [one] * (MOST_INCIDENTS + 1)
    assert "holds more than 200 incidents" in fault(json.dumps(many).encode(), "x.json")
