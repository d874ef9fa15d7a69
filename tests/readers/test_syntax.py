"""Slips of YAML's syntax: each is told as what it is, repaired in memory, and reading goes on."""

from __future__ import annotations

import pytest
import yaml

from deckgen.readers.nodes import plain
from deckgen.readers.shape import known_keys
from deckgen.readers.source import decoded
from deckgen.readers.yaml_text import read_yaml
from tests.readers.files import HEAD, PARSERS, diagnostics, faults, faults_in, said
from tests.readers.slips import SLIPS, Slip

pytestmark = pytest.mark.parametrize("libyaml", PARSERS)


@pytest.fixture(autouse=True)
def parser(libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_and_read_as_it_was_meant(slip: Slip) -> None:
    source, _ = decoded(slip.text.encode(), "a.yaml")
    reading = read_yaml(source, known_keys())
    assert reading.root is not None
    told = [(said(one), one.hint) for one in reading.diagnostics]
    assert (told, plain(reading.root)) == ([(slip.fault, slip.hint)], slip.value)


LOST = {
    "no key": ("title\nid: a\n", "1:1 this line is neither 'key: value' nor indented"),
    "value in a list": (
        "services:\n  - a\nlost\nid: b\n",
        "3:1 this line is neither 'key: value' nor indented",
    ),
    "root moves": ("  title: a\nid: b\n", "2:1 the keys of the postmortem ended above this line"),
    "after the end": ("title: a\n...\nid: b\n", "3:1 the keys of the postmortem ended above"),
    "nothing but a colon": (": a\n", "1:1 this fits neither the keys nor the list above it"),
    "loose end": ("summary: |\n  a\n b\nid: c\n", "3:2 this fits neither the keys nor the list"),
    "directive": ("title: a\n%b: c\n", "2:3 this is no YAML from here on"),
    "long key": ("x" * 1_100 + ": a\n", "1:1101 a key with a ':' cannot stand here"),
    "quote": ('title: a\nid: ["b\n', "2:6 the quote that opens here is never closed"),
}


@pytest.mark.parametrize(("text", "fault"), LOST.values(), ids=LOST)
def test_where_nothing_can_be_made_out_reading_ends(text: str, fault: str) -> None:
    (told,) = faults(text)
    assert told.startswith(fault)


def test_all_slips_and_all_faults_are_told_in_one_pass() -> None:
    text = """\
summary: Deploy: all regions
services: [@pay, cart
severity: SEV9
timeline:
  - at: 25:00
    text: "Pay" is down
   - at: 02:16
     text:Second
actions:
\t- action: a
\t  learning: L9
"""
    assert faults_in(text) == [
        "3:16 a text with ': ' in it needs quotes",
        "4:11 the '[' that opens here is never closed",
        "4:12 a text that starts with '@' needs quotes",
        "5:11 'severity' cannot be 'SEV9'",
        "7:9 25:00 is no time of day: it goes from 00:00 to 23:59",
        '8:15 the text ends at this ", but the line goes on',
        "9:4 the '-' stands in column 4, the one of line 7 in column 3",
        "10:10 a space is missing after the ':'",
        "12:1 this line is indented with a tab (and 1 more); YAML allows only spaces",
        "13:14 there is no learning 'L9'",
    ]


def test_a_value_that_was_repaired_is_no_second_fault() -> None:
    assert faults_in("severity: SEV1: bad\nstatus: @open\n") == [
        "3:15 a text with ': ' in it needs quotes",
        "4:9 a text that starts with '@' needs quotes",
    ]


def test_places_after_a_repair_are_those_of_the_file() -> None:
    text = 'timeline: [{text: a: b, at: "02:15", kind: trigerr, source: x}]\n'
    assert faults_in(text) == [
        "3:20 a text with ': ' in it needs quotes",
        "3:44 'kind' cannot be 'trigerr'",
        "3:61 'x' is not a link that a slide may carry",
    ]


def test_faults_before_the_place_where_reading_ends_are_told() -> None:
    assert faults_in("summary: *a\nsummary: b\n: x\n") == [
        "3:10 in YAML '*a' repeats a value from elsewhere, which is not read",
        "4:1 the key 'summary' stands here again; the first is in line 3",
        "5:1 this fits neither the keys nor the list above it",
    ]


def test_many_slips_are_bounded_and_counted() -> None:
    told = diagnostics(HEAD + "timeline:\n" + "  - {at: 02:15, text: a: b}\n" * 90)
    assert len(told) == 51
    assert told[-1].message == "40 more faults from here on"
