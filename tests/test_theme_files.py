"""Themes by name or file: one file differs from another, and every fault is told with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.theme_files import load_theme, theme_names
from tests.themes import differences, faults, file, messages


def test_every_theme_that_comes_with_deckgen_loads_under_its_name() -> None:
    assert "default" in theme_names()
    assert {name: load_theme(name).name for name in theme_names()} == {
        name: name for name in theme_names()
    }


def test_a_theme_file_holds_only_what_differs(tmp_path: Path) -> None:
    text = (
        '[colour]\naccent = "#4A148C"\n[colour.severity]\nSEV3 = "#6D4C00"\n'
        "[size]\nstatement = 40\n"
    )
    assert differences(load_theme(file(tmp_path, text))) == {
        "name": "brand",
        "colour.accent": "#4A148C",
        "colour.severity.SEV3": "#6D4C00",
        "size.statement": 40.0,
    }


def test_a_theme_file_may_name_itself_and_what_it_extends(tmp_path: Path) -> None:
    text = 'extends = "default"\nname = "Harbour"\n[font]\nfamily = "calibri"\n'
    assert differences(load_theme(file(tmp_path, text))) == {
        "name": "Harbour",
        "font.family": "calibri",
    }


def test_a_theme_file_called_default_extends_the_default_all_the_same(tmp_path: Path) -> None:
    assert load_theme(file(tmp_path, 'name = "default"\n')) == load_theme()


def test_an_empty_theme_file_is_the_default_under_its_own_name(tmp_path: Path) -> None:
    assert differences(load_theme(file(tmp_path, ""))) == {"name": "brand"}


def test_every_fault_of_a_theme_file_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        '[colour]\nacent = "#000000"\nink = "black"\n[colour.event]\n  detecton = "#000000"\n'
        '[font]\nfamily = "Papyrus"\n[size]\nbody = 11\n[shadow]\ndepth = 3\n',
    )
    fonts = "the widths of 'Papyrus' are not known, only those of Arial or Calibri"
    assert [str(fault) for fault in faults(path)] == [
        f"{path}:2:1: error: colour.acent: there is no such role\n"
        "2 | acent = \"#000000\"\n  | ^^^^^\n  help: did you mean 'accent'?",
        f"{path}:3:1: error: colour.ink: 'black' is no colour: write it like #0B3C5D\n"
        '3 | ink = "black"\n  | ^^^',
        f"{path}:5:3: error: colour.event.detecton: there is no such role\n"
        "5 |   detecton = \"#000000\"\n  |   ^^^^^^^^\n  help: did you mean 'detection'?",
        f'{path}:7:1: error: font.family: {fonts}\n7 | family = "Papyrus"\n  | ^^^^^^',
        f"{path}:9:1: error: size.body: is at least 12 points\n9 | body = 11\n  | ^^^^",
        f"{path}:10:2: error: shadow: there is no such role\n10 | [shadow]\n   |  ^^^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("font = 3", "font: is a table, such as [colour]"),
        ("[colour]\nseverity = 3", "colour.severity: is a table, such as [colour.severity]"),
        ("[colour]\nseries = 3", "colour.series: is a list, in square brackets"),
        ('[colour]\nseries = ["#000000"]', "colour.series: has at least 4 items"),
        ("[colour]\nink = 3", "colour.ink: is a text, in quotation marks"),
        ("[size]\nbody = []", "size.body: is a number of points"),
        ('[size]\nbody = "large"', "size.body: is a number of points"),
        ("[space]\ngap = 0", "space.gap: is more than 0 points"),
        ("[size]\nbody = nan", "size.body: is at most 28 points"),
    ],
)
def test_a_value_that_does_not_fit_is_told_in_plain_words(
    tmp_path: Path, text: str, message: str
) -> None:
    assert messages(tmp_path, text) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"[size]\nbody = {'9' * 5_000}", "the theme holds a number that is too long"),
        (f"extends = 0x{'F' * 5_000}", "extends what is no theme"),
        (f"a = {'[' * 2_000}{']' * 2_000}", "the theme is nested too deeply"),
        (f"a = {'{a=' * 2_000}1{'}' * 2_000}", "the theme is nested too deeply"),
        (f"a = {'[' * 300}{']' * 300}", "a: there is no such role"),
        (f"[{'.a' * 2_000}]".replace("[.", "["), "a: there is no such role"),
        (f"name = '{'x' * 100_000}'", "holds 0.2 MB; at most 0.1 MB are read"),
    ],
    ids=["digits", "hexadecimal digits", "lists", "tables", "few lists", "keys", "length"],
)
def test_a_hostile_theme_is_one_clear_error(tmp_path: Path, text: str, message: str) -> None:
    assert messages(tmp_path, text) == [message]


def test_an_unknown_theme_suggests_a_near_one_and_lists_those_there_are() -> None:
    known = "known themes: default; or name a file that ends in .toml"
    assert faults("defualt") == [
        Diagnostic(
            "defualt", 0, 0, "there is no theme of this name", f"did you mean 'default'? {known}"
        )
    ]
    assert [fault.hint for fault in faults("")] == [known]


@pytest.mark.parametrize("base", ['"corporate"', '["default"]', "{a = 1}"])
def test_a_theme_cannot_extend_what_is_none(tmp_path: Path, base: str) -> None:
    [fault] = faults(file(tmp_path, f"# ours\nextends = {base}"))
    assert (fault.line, fault.column, fault.hint) == (2, 1, "known themes: default")
    assert fault.message.startswith("extends ")
    assert fault.message.endswith(" is no theme")


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    path = file(tmp_path, "[colour]\r\naccent = blue\r\n")
    assert faults(path) == [
        Diagnostic(
            path, 2, 10, "the theme is not TOML: Invalid value", width=1, source="accent = blue"
        )
    ]


def test_a_file_that_ends_too_early_is_told_as_a_whole(tmp_path: Path) -> None:
    path = file(tmp_path, "[colour]\naccent =")
    message = "the theme is not TOML: Invalid value (at end of document)"
    assert faults(path) == [Diagnostic(path, 0, 0, message)]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    text = "\ufeff[size]\r\nstatement = 40\r\n"
    assert differences(load_theme(file(tmp_path, text)))["size.statement"] == 40


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'name = "caf\xe9"')
    hint = "save the file as UTF-8: an editor offers it as 'encoding' when saving"
    assert faults(str(latin)) == [Diagnostic(str(latin), 0, 0, "the text is not UTF-8", hint)]


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    missing, folder, pipe = (tmp_path / f"{name}.toml" for name in ("none", "folder", "pipe"))
    folder.mkdir()
    os.mkfifo(pipe)
    assert [faults(str(path))[0].message for path in (missing, folder, pipe)] == [
        "there is no such file",
        "is a folder, not a theme file",
        "is not a file that can be read twice",
    ]
