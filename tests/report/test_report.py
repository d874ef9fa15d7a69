"""Reports of whole postmortems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from deckgen import read
from deckgen.policy import Policy
from deckgen.postmortem.model import Postmortem
from deckgen.readers import Document, Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.report import ReportOptions, report
from deckgen.report.report import FLAVOURS, FlavourName
from deckgen.report.signature import is_unedited
from tests.builders import at, event, postmortem, series
from tests.report.test_markdown import tags
from tests.sample_decks import SAMPLES
from tests.strategies import postmortem_files

_AS_OF = date(2025, 1, 20)
_DOCUMENT = parse_postmortem(
    b"title: x\nstarted_at: 2025-01-08 02:15", "INC-1.yaml", Folder(Path("."))
)
_SAMPLE = next(sample for sample in SAMPLES if sample.stem == "redis-cache-race")


def of(found: Postmortem) -> Document:
    return replace(_DOCUMENT, postmortem=found)


def text(found: Postmortem, flavour: FlavourName = "github") -> str:
    return report(of(found), ReportOptions(flavour=flavour, as_of=_AS_OF)).text


def section(found: Postmortem, heading: str) -> str:
    """Return what stands below a heading of the report."""
    return text(found).split(f"## {heading}\n\n")[1].split("\n\n## ")[0]


def test_the_first_hours_report_says_what_is_not_recorded() -> None:
    assert text(postmortem()).rpartition("\n\n")[0] == "\n\n".join(
        [
            "# Checkout down",
            "Severity not recorded, open. The impact began on 8 Jan 2025, 02:15 UTC.",
            "## Facts",
            "- **Incident:** INC-1\n"
            "- **Severity:** *not recorded*\n"
            "- **Status:** *open, by the times below*\n"
            "- **Time zone:** UTC *all times are in this zone*",
            "| Milestone | Time | Measure | Computed |\n"
            "| --- | --- | --- | --- |\n"
            "| Started | 2025-01-08 02:15 | Impact lasted |  |\n"
            "| Detected | *not recorded* | Time to detect |  |\n"
            "| Acknowledged | *not recorded* | Time to acknowledge |  |\n"
            "| Mitigated | *not recorded* | Time to mitigate |  |\n"
            "| Resolved | *not recorded* | Time to resolve |  |",
            *("## Summary", "*Not recorded yet.*", "## Impact", "*Not recorded yet.*"),
            *("## Root Cause", "*Not recorded yet.*", "## Key Learning", "*Not recorded yet.*"),
            *("## Actions", "*Not recorded yet.*"),
        ]
    )


def test_the_lead_tells_how_bad_how_long_and_what_is_left_to_do() -> None:
    found = postmortem(
        severity="SEV1", detected_at=at("02:19"), mitigated_at=at("03:00"), drill=True,
        actions=[
            {"action": "a", "owner": "X", "due": date(2025, 1, 10)},
            {"action": "b"},
            {"action": "c", "status": "done"},
        ],
    )  # fmt: skip
    assert text(found).splitlines()[2] == (
        "SEV1, mitigated; a drill. The impact began on 8 Jan 2025, 02:15 UTC and lasted 45 "
        "minutes. Detected after 4 minutes and mitigated after 45 minutes. "
        "2 of 3 actions left to do: 1 overdue on 2025-01-20 and 1 without an owner."
    )


def test_times_tell_their_origin_and_what_was_reported_otherwise() -> None:
    found = postmortem(
        timezone="Europe/Berlin",
        timeline=[event("02:19", kind="detection")],
        resolved_at=at("03:20"),
        reported={
            "time_to_resolve": timedelta(minutes=70),
            "time_to_detect": timedelta(minutes=4),
        },
    )
    rows = [line.strip("| ").split(" | ") for line in section(found, "Facts").splitlines()[6:]]
    assert [[row[1], row[3], *row[4:]] for row in rows if row[0] in {"Detected", "Resolved"}] == [
        ["2025-01-08 03:19 *from the timeline*", "4 minutes", "4m"],
        ["2025-01-08 04:20", "1 hour 5 minutes", "1h 10m *differs*"],
    ]


def test_events_of_several_days_have_their_dates_and_key_ones_are_bold() -> None:
    later = {
        **event("02:15", "b", key=True, source="https://a.example/x/T-1"),
        "at": at("01:00", "2025-01-09"),
    }
    assert section(postmortem(timeline=[event("23:00", "a"), later]), "Timeline") == (
        "| Time | Kind | Event | Source |\n"
        "| --- | --- | --- | --- |\n"
        "| 2025-01-08 23:00 | note | a |  |\n"
        "| 2025-01-09 01:00 | note | **b** | [T-1](https://a.example/x/T-1) |"
    )
    assert section(postmortem(timeline=[event("23:00", "a")]), "Timeline").startswith(
        "| Time, 2025-01-08 | Kind | Event |\n"
    )


def test_actions_show_what_is_open_about_them() -> None:
    actions = [
        {"action": "Add a|b", "due": date(2025, 1, 15), "status": "in_progress"},
        {"action": "c", "owner": "X", "confirmed": False, "link": "https://a.example/T-1"},
    ]
    assert section(postmortem(actions=actions), "Actions").rpartition("\n\n")[0] == (
        "| Id | Action | Owner | Due | Status | Ticket | Agreed |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        r"| A1 | Add a\|b | *unassigned* | 2025-01-15 *overdue* | in progress |  |  |"
        "\n| A2 | c | X | *no date* | open | [T-1](https://a.example/T-1) | no |"
    )


def test_a_done_action_tells_its_day_in_a_column_of_its_own() -> None:
    actions = [{"action": "a", "completed": "2025-01-19", "owner": "X", "due": date(2025, 1, 15)}]
    assert section(postmortem(actions=actions), "Actions").rpartition("\n\n")[0] == (
        "| Id | Action | Owner | Due | Status | Completed |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| A1 | a | X | 2025-01-15 | done | 2025-01-19 |"
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_earlier_incidents_with_the_same_cause_stand_below_it(flavour: FlavourName) -> None:
    told = text(postmortem(root_cause={"primary_cause": "a", "repeats": ["INC-1", "7"]}), flavour)
    cause = told.partition("Root Cause")[2].partition("Key Learning")[0]
    bullet = "•" if flavour == "slack" else "-"
    lines = [line.strip("#* ") for line in cause.splitlines() if line.strip("#* ")]
    assert lines == ["a", "Repeats", f"{bullet} INC-1", f"{bullet} 7"]


def test_a_long_measurement_is_shortened_to_what_tells_its_course() -> None:
    points = [(at("02:15") + timedelta(seconds=n), float(n % 7)) for n in range(5_000)]
    points[777] = (points[777][0], 99.5)
    there = {"label": "Errors", "unit": "%", "threshold": 1, "points": points}
    told = section(postmortem(impact={"series": [there]}), "Measurements")
    assert told.startswith(
        "### Errors\n\n- **Unit:** %\n- **Threshold:** 1\n\n"
        "*371 of 5,000 readings: first, lowest, highest, last.*"
    )
    assert "02:27:57,99.5" in told
    assert max(map(len, told.splitlines())) <= 96


def test_readings_stand_below_their_day() -> None:
    found = postmortem(impact={"series": [series("Errors", ("02:15", 0.5), ("02:20", -12))]})
    assert section(found, "Measurements").rpartition("\n\n")[0] == (
        "### Errors\n\n```text\n2025-01-08\n02:15,0.5  02:20,-12\n```"
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_samples_report_is_whole_and_the_same_each_time(
    sample: Path, flavour: FlavourName
) -> None:
    made = [report(read(sample), ReportOptions(flavour=flavour, as_of=_AS_OF)) for _ in range(2)]
    assert made[0] == made[1]
    assert is_unedited(made[0].text)
    if flavour == "slack":
        parts = made[0].text.split("\n\n— — — cut here")
        assert len(parts) == made[0].messages
        assert max(map(len, parts)) < 4_100
    else:
        allowed = {"h1", "h2", "h3", "p", "a", "ul", "ol", "li", "strong", "em", "code", "pre"}
        allowed |= {"table", "thead", "tbody", "tr", "th", "td", "img"}
        assert tags(made[0].text) <= allowed


@given(postmortem_files())
@settings(max_examples=25)
def test_any_postmortem_has_a_report_in_every_flavour(source: bytes) -> None:
    document = parse_postmortem(source, "x.json", Folder(Path(".")))
    for flavour in FLAVOURS:
        made = report(document, ReportOptions(flavour=flavour, as_of=_AS_OF))
        assert is_unedited(made.text)


def test_the_public_is_shown_no_names_and_no_pictures() -> None:
    made = report(read(_SAMPLE), ReportOptions(audience="public", policy=Policy(), as_of=_AS_OF))
    assert made.hidden is not None
    assert "Robin Example" not in made.text
    assert "- **Incident commander:** Incident commander" in made.text
    assert "## Evidence" not in made.text


def test_evidence_is_found_from_where_the_report_stands() -> None:
    made = report(read(_SAMPLE), ReportOptions(folder="../samples", as_of=_AS_OF))
    assert "](../samples/img/redis-cache-race-error-rate.png)" in made.text


def test_a_template_of_ones_own_may_change_a_part_of_the_packaged_one(tmp_path: Path) -> None:
    own = tmp_path / "own.md.j2"
    own.write_text(
        '{% extends "deckgen/report.md.j2" %}\n'
        '{% block title %}{{ heading(1, postmortem.id ~ ": " ~ postmortem.title) }}{% endblock %}\n'
        "{% block summary %}\n## In Short\n\n{{ postmortem.started_at }}\n{% endblock %}\n",
        encoding="utf-8",
    )
    made = report(of(postmortem(title="a*b")), ReportOptions(template=own, as_of=_AS_OF)).text
    assert made.startswith("# INC-1: a\\*b\n\n## Facts\n")
    assert "\n\n## In Short\n\n2025-01-08 02:15\n\n## Impact\n" in made
    assert "## Summary" not in made
