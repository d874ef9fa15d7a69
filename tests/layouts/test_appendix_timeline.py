"""The full timeline: every event once, in order, linked to its record."""

from __future__ import annotations

from time import perf_counter

from deckgen_layouts.appendix_timeline import AppendixTimeline
from tests.builders import at, event, page, postmortem
from tests.layouts.checks import cell_texts, slides_of, tables
from tests.layouts.postmortems import LINK, SENTENCE


def rows(*events: dict[str, object], **fields: object) -> list[list[str]]:
    slides = slides_of(AppendixTimeline, postmortem(timeline=list(events), **fields))
    return [row for shown in tables(slides) for row in cell_texts(shown)]


def test_without_events_there_is_no_slide() -> None:
    assert slides_of(AppendixTimeline, postmortem(detected_at=at("02:19"))) == []


def test_every_event_is_a_row_in_the_order_of_time() -> None:
    later, earlier = event("02:19", "Alert", "detection"), event("02:15", "Deploy", "trigger")
    assert rows(later, earlier, event("02:30")) == [
        ["Time (UTC)", "Kind", "Event"],
        ["02:15", "Trigger", "Deploy"],
        ["02:19", "Detection", "Alert"],
        ["02:30", "Note", "Something happens"],
    ]


def test_events_of_several_days_carry_their_date_in_the_zone_of_the_postmortem() -> None:
    events = [event("14:59", "Before"), event("15:01", "After")]
    assert rows(*events, timezone="Asia/Tokyo", started_at=at("14:00")) == [
        ["Time (JST)", "Kind", "Event"],
        ["8 Jan 2025, 23:59", "Note", "Before"],
        ["9 Jan 2025, 00:01", "Note", "After"],
    ]


NIGHT = {"timezone": "Europe/Berlin", "started_at": at("23:00", "2025-10-25")}
"""The night in which clocks in Berlin went back from 03:00 CEST to 02:00 CET, at 01:00 UTC."""


def test_each_event_carries_its_zone_where_clocks_were_changed_between_them() -> None:
    events = [{"at": at(clock, "2025-10-26"), "text": "X"} for clock in ("00:30", "01:30")]
    shown = [row[0] for row in rows(*events, **NIGHT)]
    assert shown == ["Time (Europe/Berlin)", "02:30 CEST", "02:30 CET"]
    later = {"at": at("09:00", "2025-10-27"), "text": "X"}
    assert [row[0] for row in rows(*events, later, **NIGHT)] == [
        "Time (Europe/Berlin)",
        "26 Oct 2025, 02:30 CEST",
        "26 Oct 2025, 02:30 CET",
        "27 Oct 2025, 10:00 CET",
    ]


def test_the_header_names_the_zone_of_the_events_whatever_the_start_s_was() -> None:
    events = [{"at": at(clock, "2025-10-26"), "text": "X"} for clock in ("01:30", "02:00")]
    assert [row[0] for row in rows(*events, **NIGHT)] == ["Time (CET)", "02:30", "03:00"]


def test_an_event_is_linked_to_its_record() -> None:
    drawn = postmortem(timeline=[event("02:15", source=LINK), event("02:16")])
    [shown] = tables(slides_of(AppendixTimeline, drawn))
    links = [
        [run.link for cell in row.cells for p in cell.frame.paragraphs for run in p.runs]
        for row in shown.rows[1:]
    ]
    assert links == [[LINK, None, None], [None, None, None]]


def test_a_key_event_is_bold() -> None:
    drawn = postmortem(timeline=[event("02:15", key=True), event("02:16")])
    [shown] = tables(slides_of(AppendixTimeline, drawn))
    assert [row.cells[2].frame.paragraphs[0].runs[0].bold for row in shown.rows[1:]] == [
        True,
        False,
    ]


def test_a_long_timeline_continues_with_its_header() -> None:
    events = [event(f"{2 + n // 60:02d}:{n % 60:02d}", f"{SENTENCE} {n}") for n in range(60)]
    slides = slides_of(AppendixTimeline, postmortem(timeline=events))
    shown = [cell_texts(one) for one in tables(slides)]
    assert len(slides) > 1
    assert {tuple(one[0]) for one in shown} == {("Time (UTC)", "Kind", "Event")}
    assert [row[2] for one in shown for row in one[1:]] == [f"{SENTENCE} {n}" for n in range(60)]


def test_the_headline_counts_the_events_and_names_the_days() -> None:
    one = postmortem(timeline=[event("02:15")])
    several = postmortem(
        timeline=[event("02:15"), {**event("02:15"), "at": at("09:00", "2025-01-10")}]
    )
    headlines = [slides_of(AppendixTimeline, drawn)[0].title.text for drawn in (one, several)]
    assert headlines == [
        "Full timeline: 1 event, 8 Jan 2025",
        "Full timeline: 2 events, 8 to 10 Jan 2025",
    ]


def test_eight_times_the_events_take_nowhere_near_the_square_of_the_time() -> None:
    def seconds(events: int) -> float:
        texts = [f"Event {n}" for n in range(events)]
        many = [event(f"{n // 60:02d}:{n % 60:02d}", text) for n, text in enumerate(texts)]
        drawn = postmortem(timeline=many)
        taken = []
        for _ in range(3):
            begins = perf_counter()
            shown = tables(AppendixTimeline().slides(drawn, page()))
            taken.append(perf_counter() - begins)
            assert sum(len(one.rows) - 1 for one in shown) == events
        return min(taken)

    assert seconds(480) < 24 * seconds(60)
