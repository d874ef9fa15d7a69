"""Events joined to a file that is there: nothing else in it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import InputError
from deckgen.importing.joining import Joined, joined
from deckgen.postmortem.model import Event
from deckgen.readers import Folder, parse_postmortem
from tests.builders import at
from tests.sample_decks import SAMPLES

HERE = Folder(Path("."))


def new(clock: str, text: str = "New", **more: Any) -> Event:
    return Event.model_validate({"at": at(clock), "text": text, **more})


def join(source: str, *events: Event) -> Joined:
    return joined(parse_postmortem(source.encode(), "pm.yaml", HERE), events, HERE)


def text_of(source: str, *events: Event) -> str:
    return join(source, *events).content.decode()


HEAD = "title: Down\nstarted_at: 2025-01-08 02:15\n"
FILE = f"""\
{HEAD}
# What we know so far
timeline:  # all times UTC
  # the alert
  - at: 02:20
    text: Alert  # by mail
  # who did this?
  - {{at: 02:40, text: Rolled back, kind: mitigation}}

  # the end
  - text: >-
      Resolved
      # for good

    at: 02:50

# actions follow
actions: []
"""


def test_events_are_put_in_where_they_belong_and_nothing_else_changes() -> None:
    made = text_of(FILE, new("02:45", "c"), new("02:10", "a"), new("02:20", "b"), new("03:00", "d"))
    expected = FILE
    for before, added in (
        ("timeline:  # all times UTC\n", "  - at: 2025-01-08 02:10\n    text: a\n"),
        ("    text: Alert  # by mail\n", "  - at: 2025-01-08 02:20\n    text: b\n"),
        ("kind: mitigation}\n", "  - at: 2025-01-08 02:45\n    text: c\n"),
        ("    at: 02:50\n", "  - at: 2025-01-08 03:00\n    text: d\n"),
    ):
        expected = expected.replace(before, before + added)
    assert made == expected


def test_an_event_is_written_with_all_that_is_known_of_it() -> None:
    event = new("02:30", "=1+1: x", kind="diagnosis", source="https://x.example/1")
    assert (
        "  - at: 2025-01-08 02:30\n    kind: diagnosis\n"
        '    text: "=1+1: x"\n    source: https://x.example/1\n'
    ) in text_of(FILE, event)


def test_a_long_text_is_folded() -> None:
    made = text_of(FILE, new("02:30", "word " * 60))
    assert all(len(line) <= 100 for line in made.splitlines())


def test_what_is_there_already_is_not_added_again() -> None:
    result = join(FILE, new("02:20", "ALERT"), new("02:20", "Other"), new("02:20", "Other"))
    assert [it.text for it in result.added] == ["Other"]
    assert [it.text for it in result.doubled] == ["ALERT", "Other"]
    again = join(result.content.decode(), new("02:20", "Other"))
    assert again.content == result.content


@pytest.mark.parametrize(
    "timeline", ["timeline: []\n", "timeline:\n", "timeline: ~\n", "timeline: [  ] # none yet\n"]
)
def test_an_empty_timeline_is_filled(timeline: str) -> None:
    made = text_of(f"{HEAD}{timeline}tags: [a]\n", new("02:30"))
    rest = timeline.removeprefix("timeline:").strip("[ ]~\n")
    assert made.startswith(f"{HEAD}timeline:")
    assert made.endswith("\n  - at: 2025-01-08 02:30\n    text: New\ntags: [a]\n")
    assert rest in made


@pytest.mark.parametrize("end", ["", "\n", "\n\n# the end\n"])
def test_without_a_timeline_one_is_written_at_the_end(end: str) -> None:
    made = text_of(HEAD.strip() + end, new("02:30"))
    assert made.startswith(HEAD.strip() + end)
    assert made.endswith("\n\ntimeline:\n  - at: 2025-01-08 02:30\n    text: New\n")


def test_a_list_that_is_not_indented_is_met() -> None:
    made = text_of(f"{HEAD}timeline:\n- at: 02:20\n  text: a\ntags: [x]\n", new("02:30"))
    assert "\n- at: 2025-01-08 02:30\n  text: New\ntags" in made


def test_line_ends_and_the_mark_of_unicode_stay() -> None:
    source = ("\ufeff" + FILE).replace("\n", "\r\n")
    made = text_of(source, new("02:30"))
    assert made.startswith("\ufeff")
    assert "\n" not in made.replace("\r\n", "")
    assert made.replace("  - at: 2025-01-08 02:30\r\n    text: New\r\n", "") == source


def test_a_file_without_a_line_end_at_its_end_is_met() -> None:
    made = text_of(f"{HEAD}timeline:\n  - at: 02:20\n    text: a", new("02:30"))
    assert made.endswith("    text: a\n  - at: 2025-01-08 02:30\n    text: New\n")


def test_a_block_text_that_looks_like_a_comment_is_not_cut() -> None:
    source = f"{HEAD}timeline:\n  - at: 02:20\n    text: |\n      a\n      # b\n\n\ntags: [x]\n"
    made = text_of(source, new("02:30"))
    found = parse_postmortem(made.encode(), "pm.yaml", HERE).postmortem
    assert [it.text for it in found.timeline] == ["a # b", "New"]


def test_times_are_written_in_the_zone_of_the_file() -> None:
    made = text_of(f"{HEAD}timezone: Europe/Berlin\n", new("02:30"))
    assert "  - at: 2025-01-08 03:30\n" in made


@pytest.mark.parametrize(
    "source",
    [
        f"{HEAD}timeline: [{{at: 02:20, text: a}}]\n",
        '{"title": "Down", "started_at": "2025-01-08 02:15", "timeline": []}',
    ],
)
def test_a_timeline_in_brackets_is_refused_with_its_place(source: str) -> None:
    with pytest.raises(InputError, match="written in brackets") as raised:
        join(source, new("02:30"))
    assert raised.value.diagnostics[0].line


def test_a_bare_time_that_would_become_another_day_is_refused() -> None:
    source = f"{HEAD}timeline:\n  - at: 13:00\n    text: a\n"
    early = Event(at=at("23:00", "2025-01-07"), text="New")
    with pytest.raises(InputError, match="would be read as other days"):
        join(source, early)
    assert "text: New" in text_of(source.replace("13:00", "2025-01-08 13:00"), early)


def test_an_event_that_contradicts_the_milestones_is_refused() -> None:
    with pytest.raises(InputError, match="with the events the file could not be read"):
        join(FILE, new("02:00", kind="detection"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_samples_keep_every_line(sample: Path) -> None:
    document = parse_postmortem(sample.read_bytes(), sample.name, Folder(sample.parent))
    times = [event.at for event in document.postmortem.timeline]
    events = [
        Event(at=time, text="Something new") for time in [*times, document.postmortem.started_at]
    ]
    result = joined(document, events, Folder(sample.parent))
    made = result.content.decode().split("\n")
    lines = iter(made)
    assert all(line in lines for line in sample.read_text("utf-8").split("\n"))
    assert len(result.added) == len(set(times))


@st.composite
def _files(draw: Callable[..., Any]) -> str:
    """A file with up to six events in every form that is no list in brackets."""
    minutes = sorted(draw(st.lists(st.integers(20, 59), max_size=6)))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    lines = [*HEAD.splitlines(), "timeline:" + draw(st.sampled_from(["", " ", "  # c"]))]
    for n, minute in enumerate(minutes):
        lines += draw(st.sampled_from([[], ["# c"], [""], ["      # deep", ""]]))
        deep = f"{indent}      "
        block = f"|\n{deep}a\n{deep}# b"
        text = draw(st.sampled_from(['"a: b"', "plain", "'x'", f"folded\n{deep}on", block]))
        at_clock = draw(st.sampled_from(["", "2025-01-08 "])) + f"02:{minute}"
        form = draw(st.integers(0, 2))
        if form == 0:
            lines += [f"{indent}- at: {at_clock}", f"{indent}  text: {text}"]
        elif form == 1:
            lines += [f'{indent}- {{at: "{at_clock}", text: "e, {n}"}}  # c']
        else:
            lines += [f"{indent}-", f"{indent}  text: {text}", f"{indent}  at: {at_clock}"]
    lines += draw(st.sampled_from([[], ["# end"], ["", "tags: [x]"], ["actions: []", ""]]))
    newline: str = draw(st.sampled_from(["\n", "\r\n"]))
    return "\n".join(lines).replace("\n", newline)


@given(_files(), st.lists(st.integers(0, 59), min_size=1, max_size=8))
@settings(max_examples=200)
def test_any_file_keeps_its_lines_and_gets_the_events(source: str, minutes: list[int]) -> None:
    there = parse_postmortem(source.encode(), "pm.yaml", HERE).postmortem
    events = [new(f"02:{minute:02d}", f"New {n}") for n, minute in enumerate(minutes)]
    made = text_of(source, *events)
    found = parse_postmortem(made.encode(), "pm.yaml", HERE).postmortem
    assert sorted((it.at, it.text) for it in found.timeline) == sorted(
        (it.at, it.text) for it in (*there.timeline, *events)
    )
    lines = iter(made.splitlines())
    rest = [line.rstrip() for line in source.splitlines()]
    assert all(any(line == it.rstrip() for it in lines) for line in rest)
