"""Any file is read, or refused with its faults; nothing else is ever raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.diagnostics import InputError
from deckgen.readers import Folder, parse_postmortem
from tests.readers.files import HEAD, NOWHERE, diagnostics, document, said

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))

_LINES = ["title: a\n", "started_at: 2025-01-08 02:15\n", "timeline:\n", "  - at: 02:15\n"]
_VALUES = ["    text: b\n", "impact: {metrics: [", "{label: a, value: 1}", "]}\n", "detected_at: "]
_SIGNS = [*"-:,'\"[]{}#@`%~|>?\\ \n\t\r\0", "- ", ": ", ", ", "\n  ", " #1", "|\n", ">\n", "? "]
_YAML_ONLY = ["&a ", "*a", "!b ", "<<: ", "---\n", "...\n", "x-a: ", "{{{{", "]]]]", "- - - "]
_CHARACTERS = ["\\u202e", "\\ud83d", '"\\U00110000"', "\ufeff", "\u2028", "é", "🔥"]
_TIMES = ["25:00", "2025-02-30", "02:15 CET", "timezone: x\n"]
_PIECES = st.sampled_from([*_LINES, *_VALUES, *_SIGNS, *_YAML_ONLY, *_CHARACTERS, *_TIMES])


def read_or_refused(source: bytes) -> None:
    """Read `source`; every place of its faults must lie in it."""
    try:
        parse_postmortem(source, "a.yaml", Folder(NOWHERE))
    except InputError as error:
        assert error.diagnostics
        lines = source.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        for fault in error.diagnostics:
            assert 0 <= fault.line <= lines.count("\n") + 1
            assert fault.width >= 1
            assert str(fault)


@given(st.lists(_PIECES, max_size=25).map("".join))
@example("a: {x: y\nb: c\n!")
@example('a: "\\d\\d\\d\\d')
@example("- a\n\t- b\n  - c\n - d")
def test_anything_that_looks_like_yaml_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))


@given(st.binary())
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    read_or_refused(source)


@given(st.data())
def test_a_sample_with_a_slip_is_read_or_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SAMPLES)).read_text()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    read_or_refused((text[:start] + data.draw(_PIECES) + text[end:]).encode())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_is_read(sample: Path) -> None:
    read = parse_postmortem(sample.read_bytes(), sample.name, Folder(sample.parent)).postmortem
    assert read.timeline


def test_there_are_samples() -> None:
    assert SAMPLES


def test_notices_are_in_the_order_of_the_file() -> None:
    read = document(
        "title: a #1\nstarted_at: 2025-01-08 23:50\ntimeline: [{at: 00:05, text: b}]\nid: c #2\n"
    )
    assert [(notice.line, notice.severity) for notice in read.notices] == [
        (1, "warning"),
        (3, "warning"),
        (4, "warning"),
    ]


def test_warnings_are_told_along_with_faults() -> None:
    told = diagnostics(HEAD + "summary: Deploy #4812\nstatus: x\n")
    assert [said(one).split()[0] + " " + one.severity for one in told] == [
        "3:17 warning",
        "4:9 error",
    ]
