"""Files that are read whole: regular ones of at most a size, everything else is told at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import read_file


def refusal(path: Path) -> Diagnostic:
    """Why a file is not read as a recipe of at most two megabytes."""
    with pytest.raises(InputError) as caught:
        read_file(path, "dinner", "recipe", 2_000_000)
    [fault] = caught.value.diagnostics
    assert fault.place == "dinner"
    return fault


def test_the_bytes_of_a_file_are_returned_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xff\r\n\0")
    assert read_file(path, "dinner", "recipe", 4) == b"\xff\r\n\0"


def test_a_folder_is_not_what_is_looked_for(tmp_path: Path) -> None:
    assert refusal(tmp_path).message == "is a folder, not a recipe"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    fault = refusal(pipe)
    assert (fault.message, fault.hint) == ("is not a file that can be read twice", "save it first")


def test_a_device_is_not_read() -> None:
    assert refusal(Path("/dev/zero")).message == "is not a file that can be read twice"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none").message == "there is no such file"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(path).message == "holds 1099511.6 MB; at most 2 MB are read"


def test_a_file_that_is_a_byte_over_the_limit_is_over_it_in_words_too(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(2_000_001))
    assert refusal(path).message == "holds 2.1 MB; at most 2 MB are read"


@pytest.mark.parametrize(
    ("name", "message"),
    [("a\0b", "is not a file name"), ("a" * 5_000, "cannot be read: File name too long")],
)
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str, message: str) -> None:
    assert refusal(tmp_path / name).message == message
