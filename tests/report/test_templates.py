"""Templates of a user's own, and how their faults are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.report.markdown import GitHub
from deckgen.report.templates import rendered
from tests.builders import postmortem

_PARTS = {"postmortem": postmortem(title="a*b"), "bullets": GitHub().bullets, "nothing": None}


def render(folder: Path, text: str, name: str = "own.md.j2") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return rendered(file, _PARTS, GitHub().escape, date.isoformat)


def fault(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        render(folder, text)
    return str(caught.value).replace(str(folder), "F")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# {{ postmortem.title }}", r"# a\*b"),
        ("{{ postmortem.title|upper }}", r"A\*B"),
        ("{{ bullets([postmortem.title, 'c']) }}", "- a\\*b\n- c"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(postmortem.title) }}", r"**a\*b**"),
        ("{{ nothing }}{{ postmortem.summary }}", ""),
        ("{{ postmortem.started_at }}", "2025-01-08"),
        ("{{ '**bold**' }}", "**bold**"),
    ],
)
def test_texts_are_escaped_and_markup_is_not(tmp_path: Path, text: str, written: str) -> None:
    assert render(tmp_path, text) == written


def test_a_template_may_include_one_that_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("[{{ postmortem.title }}]", encoding="utf-8")
    assert render(tmp_path, "{% include 'part.md.j2' %}") == r"[a\*b]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n{{ b c }}", "F/own.md.j2:2:1: error: expected token"),
        ("a\n\n{{ postmortm.title }}", "F/own.md.j2:3:1: error: 'postmortm' is undefined"),
        ("{{ postmortem.titel }}", "F/own.md.j2:1:1: error: Postmortem has no attribute 'titel'"),
        ("{{ postmortem.__class__.__mro__ }}", "F/own.md.j2:1:1: error: access to attribute"),
        ("a\n{{ 1 / 0 }}", "F/own.md.j2:2:1: error: ZeroDivisionError: division by zero"),
        ("{% include 'own.md.j2' %}", "F/own.md.j2:1:1: error: RecursionError"),
        ("{% include 'no.j2' %}", "F/own.md.j2:1:1: error: there is no template 'no.j2'"),
        ("{% include '/etc/passwd' %}", "F/own.md.j2:1:1: error: there is no template"),
        ("{% include '../x' %}", "F/own.md.j2:1:1: error: there is no template '../x'"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    assert fault(tmp_path, text).startswith(told)


def test_a_misspelt_name_is_answered_with_its_neighbour(tmp_path: Path) -> None:
    assert "did you mean 'postmortem'?" in fault(tmp_path, "{{ postmortm }}")


def test_a_fault_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("x\n{{ nobody }}", encoding="utf-8")
    told = fault(tmp_path, "a\nb\n{% include 'part.md.j2' %}")
    assert told.startswith("F/part.md.j2:2:1: error: 'nobody' is undefined")


def test_a_template_that_is_no_utf8_or_not_there_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "own.md.j2"
    file.write_bytes(b"a\ncaf\xe9")
    for path, told in ((file, "own.md.j2:2:1: error: the text is not UTF-8"), (tmp_path, "folder")):
        with pytest.raises(InputError, match=told):
            rendered(path, _PARTS, GitHub().escape, date.isoformat)
    with pytest.raises(InputError, match="there is no such file"):
        rendered(tmp_path / "no.j2", _PARTS, GitHub().escape, date.isoformat)
