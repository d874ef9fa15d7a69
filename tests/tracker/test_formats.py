"""The formats of a tracker, read as the programs do that take them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook  # type: ignore[import-untyped]

from deckgen.diagnostics import InputError
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.tracker import FORMATS, Card, cards, tracker
from deckgen.tracker.cells import HEADINGS
from deckgen.tracker.formats import FormatName
from tests.builders import postmortem
from tests.report.test_markdown import shown
from tests.strategies import postmortem_files

_AS_OF = date(2025, 1, 20)
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_EVIL = (
    *(
        "=1+1",
        "@SUM(1)",
        "-2+3",
        "+1",
        "=cmd|'/c calc'!A1",
        "a;=1+1",
        '",=1+1',
        '";=1+1',
        "\uff1d1",
    ),
    *("a;+1;-2;@x", '=HYPERLINK("http://x","y")'),
)


def card(**more: object) -> Card:
    found = postmortem(actions=[{"action": "Add a canary stage", **more}])
    return cards(found, "checkout.yaml", closed=True)[0]


def written(form: FormatName, *found: Card) -> bytes:
    return tracker({"checkout.yaml": found}, form, _AS_OF)


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_a_spreadsheets_rows_hold_what_there_is_to_say() -> None:
    content = written("csv", card(owner="Platform, Delivery", due=date(2025, 1, 15)))
    assert content.startswith(b"\xef\xbb\xbfIncident,")
    assert content.endswith(b"\r\n")
    heading, row = rows(content)
    assert tuple(heading) == HEADINGS
    assert row == [
        *("INC-1", "Checkout down", "A1", "Postmortem: Add a canary stage", "Add a canary stage"),
        *("", "", "Platform, Delivery", "", "2025-01-15", "open", "", "", "", "checkout.yaml"),
    ]


def test_a_spreadsheet_tells_when_an_action_was_completed() -> None:
    done = card(completed=date(2025, 1, 20))
    heading, row = rows(written("csv", done))
    told = dict(zip(heading, row, strict=True))
    assert (told["Status"], told["Completed"]) == ("done", "2025-01-20")
    sheet = load_workbook(BytesIO(written("xlsx", done))).active
    column = HEADINGS.index("Completed") + 1
    assert sheet.cell(2, column).value == datetime(2025, 1, 20)


@pytest.mark.parametrize("form", ["csv", "jira"])
@pytest.mark.parametrize("evil", _EVIL)
def test_no_cell_is_a_formula_whatever_separates_the_cells(form: FormatName, evil: str) -> None:
    found = postmortem(
        id=evil, title=evil, learnings=[{"id": "L2", "text": evil}],
        actions=[{"id": evil, "action": evil, "learning": "L2", "owner": evil}],
    )  # fmt: skip
    content = written(form, *cards(found, evil))
    for delimiter in ",;\t":
        begun = [cell for row in rows(content, delimiter) for cell in row]
        assert [cell for cell in begun if cell.startswith(_FORMULA)] == []


@given(st.lists(st.text("=+-@;,\"'\uff1d a\u3000", min_size=1).filter(str.strip), min_size=1))
def test_no_text_is_a_formula(texts: list[str]) -> None:
    found = postmortem(actions=[{"action": text, "owner": text} for text in texts])
    for delimiter in ",;\t":
        cells = [
            cell for row in rows(written("csv", *cards(found, "x")), delimiter) for cell in row
        ]
        assert [cell for cell in cells if cell.startswith(_FORMULA)] == []


def test_a_workbook_has_dates_links_and_no_formulas() -> None:
    found = [
        card(due=date(2025, 1, 15), link="https://t.example/T-1"),
        *(card(owner=evil) for evil in _EVIL),
    ]
    content = written("xlsx", *found)
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:O{len(found) + 1}")
    assert sheet["J2"].value == datetime(2025, 1, 15)
    assert sheet["N2"].hyperlink.target == "https://t.example/T-1"
    owners = [sheet.cell(row, 8) for row in range(3, len(found) + 2)]
    assert [owner.value for owner in owners] == list(_EVIL)
    assert {owner.data_type for owner in owners} == {"s"}
    xml = zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml


def test_jira_gets_its_own_columns() -> None:
    heading, row = rows(
        written(
            "jira",
            card(
                owner="sre@example.com", due=date(2025, 1, 15), priority="P1", kind="prevent",
                link="https://t.example/T-1", action="Drop {x} [y]",
            ),
        )
    )  # fmt: skip
    assert heading == [
        *("Summary", "Description", "Issue Type", "Priority", "Due Date", "Assignee"),
        *("Labels", "Labels", "Labels"),
    ]
    assert row[0] == "Postmortem: Drop {x} [y]"
    assert row[1].splitlines() == [
        "Action: Drop \\{x} \\[y]",
        *("Owner: sre@example.com", "Due: 2025-01-15", "Status: open", "Priority: P1"),
        *("Kind: prevent", "Incident: INC-1, Checkout down", "Action id: A1"),
        *("Postmortem: checkout.yaml", "Ticket: https://t.example/T-1"),
    ]
    assert row[2:] == [
        *("Task", "High", "2025-01-15", "sre@example.com", "postmortem", "INC-1", "prevent")
    ]


def test_github_gets_one_issue_a_line_that_mentions_nobody() -> None:
    found = [
        card(owner="@octocat", action="Tell @all about #12 *now*", priority="P1"),
        card(owner="Payments", link="https://t.example/T-1"),
    ]
    first, second = (json.loads(line) for line in written("github", *found).splitlines())
    assert first["title"] == "Postmortem: Tell @all about #12 *now*"
    assert (first["labels"], first["assignees"]) == (["postmortem", "P1"], ["octocat"])
    assert "Tell `@all` about `#12` \\*now\\*" in first["body"]
    assert second["assignees"] == []
    assert shown(second["body"]).splitlines() == [
        *("Action: Add a canary stage", "Owner: Payments", "Due: no date", "Status: open"),
        *("Incident: INC-1, Checkout down", "Action id: A1", "Postmortem: checkout.yaml"),
        "Ticket: https://t.example/T-1",
    ]


def test_a_calendar_has_an_entry_for_each_due_date() -> None:
    found = postmortem(
        actions=[
            {
                "action": "Späte; Aktion, \\ 数据库 " + "x" * 90,
                "due": date(2025, 1, 31),
                "priority": "P0",
            },
            {"action": "Soon", "due": date(2025, 1, 15), "link": "https://t.example/T,1;2"},
            {"action": "Never"},
        ]
    )
    content = written("ics", *cards(found, "checkout.yaml"))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [date(2025, 1, 15), date(2025, 1, 31)]
    first, second = events
    assert first.decoded("DTEND") == date(2025, 1, 16)
    assert str(first["URL"]) == "https://t.example/T,1;2"
    assert str(second["SUMMARY"]) == f"Postmortem: {found.actions[0].action}"
    assert str(second["DESCRIPTION"]).splitlines()[0] == f"Action: {found.actions[0].action}"
    assert second.decoded("PRIORITY") == 1
    assert first.decoded("DTSTAMP") == datetime(2025, 1, 20, tzinfo=UTC)
    assert first["UID"] != second["UID"]


def test_an_entry_keeps_its_identity_when_its_date_moves() -> None:
    uids = {
        re.search(rb"UID:(.*)\r\n", written("ics", card(due=day)))[1]  # type: ignore[index]
        for day in (date(2025, 1, 15), date(2025, 2, 15))
    }
    assert len(uids) == 1


def test_a_calendar_without_dates_is_refused() -> None:
    with pytest.raises(InputError, match="no action has a due date"):
        written("ics", card())


def test_two_postmortems_with_one_id_are_refused() -> None:
    with pytest.raises(InputError, match=r"b\.yaml: error: has the incident id 'INC-1'"):
        tracker({"a.yaml": [card()], "b.yaml": [card()]}, "csv", _AS_OF)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_cards_give_the_same_bytes(form: FormatName) -> None:
    found = card(due=date(2025, 1, 15))
    assert written(form, found) == written(form, found)


@given(postmortem_files())
@settings(max_examples=25)
def test_any_postmortem_has_cards_in_every_format(source: bytes) -> None:
    found = parse_postmortem(source, "x.json", Folder(Path("."))).postmortem
    made = cards(found, "x.json", closed=True)
    assert len(made) == len(found.actions)
    sheet = load_workbook(BytesIO(written("xlsx", *made))).active
    assert sheet is not None
    assert sheet.max_row == len(made) + 1
    assert len(rows(written("csv", *made))) == len(rows(written("jira", *made))) == len(made) + 1
    assert len(written("github", *made).splitlines()) == len(made)
    dated = sum(one.action.due is not None for one in made)
    if dated:
        assert len(Calendar.from_ical(written("ics", *made)).walk("VEVENT")) == dated
