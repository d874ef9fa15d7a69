"""One deck as a function of bytes and options: nothing else decides, and nothing is looked at."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen import build
from deckgen.batch.neighbours import likely_files, with_files
from deckgen.batch.work import Failed, Made, Wants, outcome
from deckgen.files import printable_path
from deckgen.pipeline import Options
from deckgen.readers.beside import Refusal
from tests.batch.sources import AS_OF, small, with_action, work
from tests.sample_decks import SAMPLES

CSV = "at,value\n2025-01-08 02:10,1\n2025-01-08 02:20,9\n"
MEASURED = small() + "impact: {series: [{label: Errors, points: errors.csv}]}\n"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_deck_is_the_one_that_build_makes(sample: Path) -> None:
    asked = replace(work(sample.read_text("utf-8"), str(sample)), source=sample.read_bytes())
    made = outcome(with_files(asked, likely_files(asked.source)))
    assert isinstance(made, Made)
    assert made.pptx == build(sample, Options(as_of=AS_OF)).pptx


def test_the_same_work_sent_elsewhere_gives_the_same_deck() -> None:
    asked = work(with_action())
    assert outcome(pickle.loads(pickle.dumps(asked))) == outcome(asked)


def test_a_day_counts_only_where_an_action_is_promised_for_one() -> None:
    plain, promised = outcome(work(small())), outcome(work(with_action()))
    assert isinstance(plain, Made)
    assert isinstance(promised, Made)
    assert (plain.as_of_counts, promised.as_of_counts) == (False, True)


def test_files_that_have_not_come_along_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "errors.csv").write_text(CSV)
    asked = work(MEASURED, str(tmp_path / "incident.yaml"))
    wanted = outcome(asked)
    assert wanted == Wants((("errors.csv", "CSV file"),))
    made = outcome(with_files(asked, wanted.files))
    assert isinstance(made, Made)
    assert made.beside == wanted.files


def test_files_that_are_not_there_are_faults_with_their_place(tmp_path: Path) -> None:
    asked = work(MEASURED, str(tmp_path / "incident.yaml"))
    failed = outcome(with_files(asked, likely_files(asked.source)))
    assert isinstance(failed, Failed)
    [fault] = failed.faults
    assert (fault.line, fault.message) == (7, "there is no CSV file 'errors.csv'")


def test_a_source_with_faults_has_all_of_them() -> None:
    failed = outcome(work("title: x\nstarted_at: 25:00\nnothing: 1\n"))
    assert isinstance(failed, Failed)
    assert [fault.line for fault in failed.faults] == [2, 3]


def test_where_a_check_must_pass_its_errors_are_why_there_is_no_deck() -> None:
    asked = work(small() + "actions: [{action: Add a canary}]\n")
    assert isinstance(outcome(asked), Made)
    failed = outcome(replace(asked, strict=True))
    assert isinstance(failed, Failed)
    assert {fault.severity for fault in failed.faults} == {"error"}


def test_another_version_makes_no_deck() -> None:
    failed = outcome(replace(work(small()), version="0.0.1"))
    assert isinstance(failed, Failed)
    assert "deckgen 0.0.1 asks for its deck" in failed.faults[0].message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("points: a.csv", [("a.csv", "CSV file")]),
        ("  - {label: x, points: 'a b.csv'}", [("a b.csv", "CSV file")]),
        ('  image: "b.png"  # seen', [("b.png", "picture")]),
        ("  - {image: b.png, caption: x}", [("b.png", "picture")]),
        ("points: [[02:15, 1]]", []),
        ("points:\n  - [02:15, 1]", []),
        ("text: the image of the disk", []),
    ],
)
def test_files_are_guessed_from_their_keys(text: str, found: list[tuple[str, str]]) -> None:
    assert list(likely_files(text.encode())) == found


def test_what_was_guessed_wrongly_does_no_harm(tmp_path: Path) -> None:
    asked = work(small() + "summary: 'points: ../../secret'\n", str(tmp_path / "a.yaml"))
    sent = with_files(asked, likely_files(asked.source))
    assert all(isinstance(file, Refusal) for file in sent.beside.values())
    assert outcome(sent) == outcome(asked)


def test_files_are_found_in_a_folder_whose_name_cannot_be_printed(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "errors.csv").write_text(CSV)
    printed = printable_path(folder / "incident.yaml")
    asked = replace(work(MEASURED, printed), folder=folder)
    made = outcome(with_files(asked, likely_files(asked.source)))
    assert isinstance(made, Made)
