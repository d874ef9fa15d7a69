"""Every way in which `deckgen build` refuses: bad input, and targets that must not be written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from tests.cli.checkout import SOURCE
from tests.cli.commands import deckgen, deckgen_process


@cache
def _png(size: tuple[int, int]) -> bytes:
    buffer = BytesIO()
    Image.new("1", size).save(buffer, "PNG")
    return buffer.getvalue()


def _with_picture(path: str) -> str:
    return f"{SOURCE}evidence:\n  - {{image: {path}, caption: Errors}}\n"


BAD_INPUT: dict[str, str | bytes] = {
    "not YAML": "title: [unclosed\nstarted_at: }",
    "YAML of the wrong shape": "- title\n- started_at\n",
    "a number for a list": SOURCE + "lessons: {went_well: 5}\n",
    "an unknown key": SOURCE + "tilte: x\n",
    "a doubled key": SOURCE + "title: again\n",
    "an alias": SOURCE + "summary: &s text\ntags: [*s]\n",
    "a NUL": SOURCE.encode() + b"summary: a\x00b\n",
    "an escaped NUL": SOURCE + 'summary: "a\\0b"\n',
    "a lone surrogate": SOURCE + 'summary: "a\\ud83db"\n',
    "a control character": SOURCE.encode() + b"summary: a\x1bb\n",
    "a bidirectional override": SOURCE + "summary: a\u202eb\n",
    "an impossible date": SOURCE.replace("2025-01-08 02:15", "2025-02-30 02:15"),
    "an unknown zone": SOURCE + "timezone: Europe/Berlim\n",
    "an end before the start": SOURCE + "resolved_at: 2025-01-07 03:00\n",
    "a time in a DST gap": SOURCE.replace("2025-01-08 02:15", "2025-03-30 02:15")
    + "timezone: Europe/Berlin\n",
    "a missing picture": _with_picture("img/missing.png"),
    "a picture outside the folder": _with_picture("../../etc/passwd"),
    "a URL as a picture": _with_picture("https://example.com/a.png"),
    "a picture that is none": _with_picture("text.png"),
    "a truncated picture": _with_picture("truncated.png"),
    "a decompression bomb": _with_picture("bomb.png"),
    "Latin-1": SOURCE.replace("DevOps", "Störung").encode("latin-1"),
    "UTF-16": SOURCE.encode("utf-16"),
    "nothing": "",
}


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input_is_a_clear_error_and_writes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "truncated.png").write_bytes(_png((400, 400))[:-30])
    (tmp_path / "bomb.png").write_bytes(_png((30_000, 3_000)))
    source = tmp_path / "bad.yaml"
    content = BAD_INPUT[name]
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = sorted(tmp_path.iterdir())
    result = deckgen("build", source)
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.match(rf"{re.escape(str(source))}(:\d+:\d+)?: error: \S", result.stderr)
    assert sorted(tmp_path.iterdir()) == before


def test_hostile_nesting_ends_no_interpreter(tmp_path: Path) -> None:
    source = tmp_path / "deep.yaml"
    source.write_text("title: " + "[" * 100_000, encoding="utf-8")
    done = deckgen_process("build", source.name, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(b"deep.yaml:1:")
    assert b"Traceback" not in done.stderr


def test_a_file_of_50_megabytes_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "huge.yaml"
    source.write_bytes(b"# " + b"x" * 50_000_000)
    result = deckgen("build", source)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{source}: error: ")


def test_every_fault_of_a_file_is_told_in_one_pass(tmp_path: Path) -> None:
    source = tmp_path / "many.yaml"
    source.write_text(
        "titel: Down\n"
        "started_at: 2025-02-30 02:15\n"
        "severity: SEV9\n"
        "timeline:\n"
        "  - {at: '25:00', text: Deploy}\n"
        "  - {at: '02:20', kind: triger, text: Alert}\n"
        "summary: Two services: down\n"
        "actions:\n"
        "  - {action: Fix it, learning: L9}\n",
        encoding="utf-8",
    )
    result = deckgen("build", source)
    assert result.exit_code == 1
    heads = re.findall(r"^\S+?many\.yaml:(\d+):\d+: error:", result.stderr, re.MULTILINE)
    assert heads == sorted(heads, key=int)
    assert set(heads) >= {"1", "2", "3", "5", "6", "7", "9"}


Prepare = Callable[[Path], Path]


def _folder(path: Path) -> Path:
    (path / "deck.pptx").mkdir()
    return path / "deck.pptx"


def _text(path: Path) -> Path:
    (path / "deck.pptx").write_text("my notes")
    return path / "deck.pptx"


def _foreign_deck(path: Path) -> Path:
    Presentation().save(str(path / "deck.pptx"))
    return path / "deck.pptx"


def _open_elsewhere(path: Path) -> Path:
    (path / "~$deck.pptx").write_bytes(b"owner")
    return path / "deck.pptx"


def _absent_folder(path: Path) -> Path:
    return path / "nowhere" / "deck.pptx"


def _the_source(path: Path) -> Path:
    return path / "checkout.yaml"


@pytest.mark.parametrize(
    "prepare", [_folder, _text, _foreign_deck, _open_elsewhere, _absent_folder, _the_source]
)
def test_a_target_that_must_not_be_written_is_left_alone(source: Path, prepare: Prepare) -> None:
    target = prepare(source.parent)
    before = {path: path.read_bytes() for path in source.parent.rglob("*") if path.is_file()}
    result = deckgen("build", source, "-o", target)
    assert result.exit_code == 1
    assert str(target) in result.stderr
    after = {path: path.read_bytes() for path in source.parent.rglob("*") if path.is_file()}
    assert after == before
