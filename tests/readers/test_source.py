"""Files that are no text, too large, not UTF-8, or hold what no slide may carry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.readers import read_postmortem
from tests.readers.files import HEAD, diagnostics, document, faults, faults_in, said


def fault_of(path: Path) -> str:
    """Return the one fault of a file that cannot be opened, without the folder it is in."""
    with pytest.raises(InputError) as caught:
        read_postmortem(path)
    (fault,) = caught.value.diagnostics
    assert fault.path == str(path)
    return said(fault)


def test_a_file_is_read_with_its_path_and_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "INC-7.yaml"
    path.write_text(HEAD)
    read = read_postmortem(path)
    assert (read.path, read.source, read.postmortem.id) == (str(path), HEAD.encode(), "INC-7")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "none.yaml") == "0:0 there is no such file"


def test_a_folder_is_no_postmortem(tmp_path: Path) -> None:
    assert fault_of(tmp_path) == "0:0 is a folder, not a postmortem file"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert fault_of(pipe) == "0:0 is not a file that can be read twice"


def test_a_name_with_a_nul_is_no_file_name(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "a\0b") == "0:0 is not a file name"


def test_a_name_that_is_too_long_is_told_from_a_missing_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path / ("a" * 5_000)) == "0:0 cannot be read: File name too long"


def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/INC-\xe9.yaml"))
    path.write_text(HEAD)
    read = read_postmortem(path)
    assert (Path(read.path).name, read.postmortem.id) == ("INC-\ufffd.yaml", "INC-\ufffd")


def test_a_file_of_six_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(6_000_000)
    assert fault_of(path) == "0:0 holds 6.0 MB; at most 5 MB are read"


def test_six_megabytes_from_elsewhere_are_refused() -> None:
    assert faults(b"#" * 6_000_000) == ["0:0 holds 6.0 MB; at most 5 MB are read"]


def test_a_file_of_more_lines_than_anybody_writes_is_refused() -> None:
    assert faults(b"\n" * 100_000) == ["0:0 holds more than 100,000 lines"]


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert document(b"\xef\xbb\xbf" + HEAD.encode()).postmortem.title == "Checkout down"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_told_with_what_to_do(encoding: str) -> None:
    (fault,) = diagnostics(HEAD.encode(encoding))
    assert said(fault) == "1:1 the text is not UTF-8 but looks like UTF-16"
    assert fault.hint == "save the file as UTF-8: an editor offers it as 'encoding' when saving"


def test_latin1_is_told_at_its_first_byte_and_reading_goes_on() -> None:
    assert faults((HEAD + "summary: Café Zoë\nstatus: opne\n").encode("latin-1")) == [
        "3:13 the byte 0xE9 is not UTF-8 (in Windows-1252 it is 'é')",
        "4:9 'status' cannot be 'opne'",
    ]


def test_the_place_of_a_bad_byte_is_counted_in_characters() -> None:
    source = (HEAD + "summary: 日本語").encode() + b"\xff\n"
    assert faults(source) == ["3:13 the byte 0xFF is not UTF-8 (in Windows-1252 it is 'ÿ')"]


def test_a_picture_is_no_text() -> None:
    assert faults(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0") == ["0:0 is not a text file"]


def test_each_character_that_cannot_be_shown_is_told_at_its_place() -> None:
    assert faults_in("summary: a\0b\x1b[31m\nservices: [\u202epay]\n# \x7f\n") == [
        "3:11 the character U+0000 cannot be shown on a slide",
        "3:13 the character U+001B cannot be shown on a slide",
        "4:12 the character U+202E cannot be shown on a slide",
        "5:3 the character U+007F cannot be shown on a slide",
    ]


def test_of_many_such_characters_the_first_twenty_are_told_and_the_others_counted() -> None:
    told = faults_in("summary: " + "a\0" * 30 + "\n")
    assert len(told) == 21
    assert told[-1] == "3:51 10 more characters from here on cannot be shown"


def test_such_characters_in_many_texts_are_counted_together() -> None:
    told = faults_in("services: [" + '"\\x01", ' * 30 + "]\n")
    assert len(told) == 21
    assert told[-1] == "3:173 10 more characters from here on cannot be shown"


def test_characters_beyond_a_thousand_are_not_counted() -> None:
    told = faults_in('summary: "' + "\\x00" * 5_000 + '"\n')
    assert told[-1] == "3:91 over 1,000 more characters from here on cannot be shown"


def test_an_escape_is_as_good_as_the_character_that_it_stands_for() -> None:
    assert faults_in('summary: "\\\\u202e a \\u202e \\x00 \\0 \\U0000202a"\n') == [
        "3:21 the character U+202E cannot be shown on a slide",
        "3:28 the character U+0000 cannot be shown on a slide",
        "3:33 the character U+0000 cannot be shown on a slide",
        "3:36 the character U+202A cannot be shown on a slide",
    ]


def test_an_escape_is_found_in_the_line_where_it_stands() -> None:
    assert faults_in('summary: "a\n  b \\u202e"\n') == [
        "4:5 the character U+202E cannot be shown on a slide"
    ]


def test_the_same_letters_without_quotes_are_a_text() -> None:
    assert document(HEAD + "summary: a \\u202e\n").postmortem.summary == "a \\u202e"


def test_a_pair_of_surrogates_is_one_emoji() -> None:
    assert document(HEAD + 'summary: "\\ud83d\\ude00 é"\n').postmortem.summary == "😀 é"


def test_half_a_pair_of_surrogates_cannot_be_shown() -> None:
    assert faults_in('summary: "\\ud83d \\ude00"\n') == [
        "3:11 the character U+D83D cannot be shown on a slide",
        "3:18 the character U+DE00 cannot be shown on a slide",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_are_the_same_whatever_ends_a_line(end: str) -> None:
    text = HEAD + "services: pay\ntimeline:\n  - at: 02:15\n    kind: note\n"
    assert faults(text.replace("\n", end)) == [
        "3:11 'services' expects a list, found 'pay'",
        "5:5 an event needs 'text'",
    ]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_what_no_editor_shows_as_the_end_of_a_line_ends_none(separator: str) -> None:
    assert faults_in(f"summary: a{separator}b\nstatus: x\n") == ["4:9 'status' cannot be 'x'"]


def test_a_byte_order_mark_within_a_text_is_harmless() -> None:
    assert document(HEAD + "summary: a\ufeffb\n").postmortem.summary == "a\u2060b"


def test_the_source_line_and_the_width_are_for_the_caret() -> None:
    (fault,) = diagnostics(HEAD + "severity: SEV9\n")
    assert fault == Diagnostic(
        "incident.yaml",
        3,
        11,
        "'severity' cannot be 'SEV9'",
        "known: SEV0, SEV1, SEV2, SEV3, SEV4 or SEV5",
        4,
        "severity: SEV9",
    )


def test_a_line_too_long_to_read_is_not_shown() -> None:
    (fault,) = diagnostics(HEAD + f"summary: {'a' * 2_000}\0\n")
    assert (said(fault), fault.source) == (
        "3:2010 the character U+0000 cannot be shown on a slide",
        "",
    )
