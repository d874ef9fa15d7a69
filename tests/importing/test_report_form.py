"""A report read back is the postmortem that it was written from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import read
from deckgen.importing.draft import Draft
from deckgen.importing.report_form import is_report, report_draft
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import (
    ActionKind,
    ActionStatus,
    EventKind,
    FactorCategory,
    IconName,
    Priority,
    Severity,
    Status,
)
from deckgen.prose import Loc
from deckgen.readers import Document, Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.report import ReportOptions, report
from tests.builders import at, postmortem
from tests.sample_decks import SAMPLES
from tests.strategies import postmortem_files

_AS_OF = date(2025, 1, 20)


def _read_back(document: Document) -> Draft:
    lines = report(document, ReportOptions(as_of=_AS_OF)).text.split("\n")
    assert is_report(lines)
    return report_draft(lines, "report")


def _without_pictures(there: Postmortem) -> Postmortem:
    return there.model_copy(update={"evidence": ()})


@given(postmortem_files())
@settings(max_examples=100)
def test_any_report_reads_back_as_its_postmortem(source: bytes) -> None:
    document = parse_postmortem(source, "x.json", Folder(Path(".")))
    draft = _read_back(document)
    assert draft.postmortem() == document.postmortem
    assert (draft.guesses, draft.left) == ((), ())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_samples_report_reads_back_as_the_sample(sample: Path) -> None:
    document = read(sample)
    draft = _read_back(document)
    assert draft.postmortem() == _without_pictures(document.postmortem)
    assert {left.loc for left in draft.left} == {("evidence",)} & {
        ("evidence",) for _ in document.postmortem.evidence
    }


_MARKS = st.sampled_from(
    [
        *("*", "**", "_", "__", "`", "``", "~~", "|", "\\", "<b>", "</b>", "<!--", "-->", "&amp;"),
        *("&", "#", "##", "-", "+", "1.", "2)", ">", "=", "---", "[x]", "[a](b)", "![a](b)", "$x$"),
        *("[a]: /b", "{{ x }}", "{% x %}", "https://a.example/b_c?d=1&copy;2", "http://a.b/(c)|d"),
        *("<https://x.y>", "www.a.example", "a@b.example", ":", "!", "---|---", "\u200b", "\ufeff"),
        *("Because:", "*Because:*", "*overdue*", "no date", "a", "b", "ü", "日本", "🔥", '"', "'"),
        *("```", "~~~csv", "***", "Z", ",", "from the timeline", "*", "é_", "_1_", "\u00ad"),
    ]
)
_TEXTS = st.lists(st.tuples(_MARKS, st.sampled_from(["", " "])), min_size=1, max_size=7).map(
    lambda pieces: " ".join("".join(map("".join, pieces)).split()) or "x"
)
_LINKS = st.text("ab/()[]<>*_`|\\&;#?=.,!~'\"@$^{}ü", max_size=12).map(
    "https://a.example/{}".format
)
_MOMENTS = st.datetimes(
    datetime(2024, 10, 26, 20), datetime(2024, 10, 28), timezones=st.just(UTC)
)  # the clocks of Berlin are put back within this time
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda number: len(number.as_tuple().digits) <= 30
)


_EMPTY = parse_postmortem(b"title: x\nstarted_at: 2025-01-08 02:15", "x.yaml", Folder(Path(".")))


def _in_milliseconds(duration: timedelta) -> timedelta:
    return duration - timedelta(microseconds=duration.microseconds % 1000)


def _some(items: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    return st.lists(items, max_size=2)


def _record(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(fields)


def _maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


_POSTMORTEMS = _record(
    id=_TEXTS,
    title=_TEXTS,
    severity=_maybe(st.sampled_from(Severity)),
    status=_maybe(st.sampled_from(Status)),
    services=_some(_TEXTS),
    tags=_some(_TEXTS),
    timezone=st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns"]),
    started_at=_MOMENTS,
    detected_at=_maybe(_MOMENTS),
    resolved_at=_maybe(_MOMENTS),
    published_at=_maybe(_MOMENTS | st.dates(date(2024, 1, 1), date(2025, 1, 1))),
    drill=st.booleans(),
    reported=_record(
        time_to_detect=_maybe(st.timedeltas(timedelta(0), timedelta(9)).map(_in_milliseconds)),
        time_to_resolve=_maybe(st.timedeltas(timedelta(0), timedelta(9)).map(_in_milliseconds)),
    ),
    summary=_maybe(_TEXTS),
    impact=_record(
        statement=_maybe(_TEXTS),
        metrics=_some(
            _record(
                label=_TEXTS,
                value=_NUMBERS,
                unit=_maybe(st.sampled_from(["%", "$", "€", "x", "ms", "% of", "E5"]) | _TEXTS),
                note=_maybe(_TEXTS),
            )
        ),
        series=_some(
            _record(
                label=_TEXTS,
                unit=_maybe(_TEXTS),
                threshold=_maybe(st.floats(-1e15, 1e15)),
                points=st.lists(st.tuples(_MOMENTS, st.floats(-1e15, 1e15)), min_size=1),
            )
        ),
    ),
    timeline=_some(
        _record(
            at=_MOMENTS,
            kind=st.sampled_from(EventKind),
            text=_TEXTS,
            key=st.booleans(),
            source=_maybe(_LINKS),
        )
    ),
    root_cause=_record(
        primary_cause=_maybe(_TEXTS),
        repeats=_some(_TEXTS),
        five_whys=_some(_record(why=_TEXTS, because=_maybe(_TEXTS))),
        contributing_factors=_some(_record(category=st.sampled_from(FactorCategory), text=_TEXTS)),
    ),
    lessons=_record(went_well=_some(_TEXTS), went_wrong=_some(_TEXTS), got_lucky=_some(_TEXTS)),
    key_learning=_maybe(
        _record(
            id=_TEXTS, statement=_TEXTS, icon=st.sampled_from(IconName), evidence=_maybe(_TEXTS)
        )
    ),
    learnings=_some(_record(id=_TEXTS, text=_TEXTS)),
    actions=_some(
        _record(
            id=_TEXTS,
            action=_TEXTS,
            learning=_maybe(_TEXTS),
            kind=_maybe(st.sampled_from(ActionKind)),
            owner=_maybe(_TEXTS),
            due=_maybe(st.dates(date(2024, 1, 1), date(2026, 1, 1))),
            status=st.sampled_from(ActionStatus),
            completed=_maybe(st.dates(date(2024, 1, 1), date(2026, 1, 1))),
            priority=_maybe(st.sampled_from(Priority)),
            link=_maybe(_LINKS),
            confirmed=_maybe(st.booleans()),
        )
    ),
    decisions=_some(_TEXTS),
    follow_up=_record(review_at=_maybe(_MOMENTS), success_criteria=_some(_TEXTS)),
    people=_some(_record(name=_TEXTS, role=_TEXTS)),
    sources=_some(_LINKS),
    headlines=st.dictionaries(_TEXTS, _TEXTS, max_size=2),
).map(Postmortem.model_validate)


@given(_POSTMORTEMS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_texts_full_of_markup_read_back_as_they_were_written(there: Postmortem) -> None:
    document = replace(_EMPTY, postmortem=there)
    draft = _read_back(document)
    assert draft.postmortem() == there
    assert (draft.guesses, draft.left) == ((), ())


def _edited(text: str, *changes: tuple[str, str]) -> Draft:
    """Return what is read of the sample's report after somebody changed it."""
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return report_draft(text.split("\n"), "report")


@pytest.fixture(scope="module")
def written() -> str:
    """The report of the sample that has everything."""
    document = read(next(sample for sample in SAMPLES if sample.stem == "redis-cache-race"))
    public = replace(document, postmortem=_without_pictures(document.postmortem))
    return report(public, ReportOptions(as_of=_AS_OF)).text


def _left(draft: Draft) -> list[tuple[Loc, str]]:
    return [(left.loc, left.text) for left in draft.left]


def test_what_somebody_changed_in_its_form_is_read(written: str) -> None:
    draft = _edited(
        written,
        ("**Severity:** SEV1", "**Severity:** SEV2"),
        ("| 2025-01-08 02:22 |", "| 2025-01-08 02:23 |"),
        ("Alert fires on", "Alert *really* fires on"),
        ("| 02:24 | escalation |", "| 02:25 | note |"),
        ("- The alert fired", "- One thing more\n- The alert fired"),
    )
    found = draft.postmortem()
    assert (found.severity, found.acknowledged_at) == (Severity.SEV2, at("02:23"))
    assert found.timeline[2].text == "Alert really fires on a checkout error rate above 5%"
    assert (found.timeline[4].at, found.timeline[4].kind) == (at("02:25"), EventKind.NOTE)
    assert found.lessons.went_well[0] == "One thing more"
    assert _left(draft) == []


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("## Impact", "## Mood\n\nGood.\n\n## Impact", [((), "## Mood"), ((), "Good.")]),
        ("## Impact", "A second paragraph\n\n## Impact", []),
        ("## Impact", "- a list\n\n## Impact", [(("summary",), "- a list")]),
        (
            "| 02:24 | escalation |",
            "| half past two | escalation |",
            [
                (
                    ("timeline",),
                    "| half past two | escalation | SEV1 declared; incident commander and "
                    "Platform on-call join |  |",
                )
            ],
        ),
        ("| 02:24 | escalation |", "| 02:24 | panic |", [(("timeline", 4), "Kind: panic")]),
        ("| 02:22 | ack", "| 02:22 | a | b | ack", None),
        ("- **Severity:** SEV1", "- **Severity:** bad", [(("severity",), "Severity: bad")]),
        ("- **Severity:** SEV1", "- **Mood:** bad", [((), "- **Mood:** bad")]),
        ("02:05,0.2", "02:05,low", [(("impact", "series"), "02:05,low")]),
        ("- **Robin Example:** I", "- Robin, I", [(("people",), "- Robin, Incident commander")]),
        ("## Sources", "```\ncode\n```\n\n## Sources", [(("people",), "```\ncode\n```")]),
        (
            "## Sources",
            "[a]: https://x.example\n\n## Sources",
            [(("people",), "[a]: https://x.example")],
        ),
        ("## Sources", "> quoted\n\n## Sources", [(("people",), "> quoted")]),
    ],
)
def test_what_is_not_in_the_reports_form_is_left(
    written: str, before: str, after: str, left: list[tuple[Loc, str]] | None
) -> None:
    draft = _edited(written, (before, after))
    if left is None:
        assert [one.loc for one in draft.left] == [("timeline",)]
    else:
        assert _left(draft) == left
    assert draft.postmortem()


def test_a_shortened_measurement_is_a_guess() -> None:
    points = [(at("02:15") + timedelta(seconds=n), n % 7) for n in range(5_000)]
    there = {"impact": {"series": [{"label": "Errors", "points": points}]}}
    draft = _read_back(replace(_EMPTY, postmortem=postmortem(**there)))
    assert len(draft.postmortem().impact.series[0].points) == 371
    assert [guess.reason for guess in draft.guesses] == [
        "Errors: the report lists 371 of 5,000 readings: first, lowest, highest, last."
    ]


def test_a_document_that_is_no_report_is_not_taken_for_one() -> None:
    assert not is_report(["# Postmortem", "", "## Facts", "", "None"])
    assert not is_report(["*Written by deckgen, digest 0123456789ab.*"])


def test_what_no_postmortem_can_hold_is_left(written: str) -> None:
    draft = _edited(written, ("<https://openai.com", "<ftp://openai.com"))
    assert draft.postmortem().sources == ()
    assert [left.loc for left in draft.left] == [("sources",)]
