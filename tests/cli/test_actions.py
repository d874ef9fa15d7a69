"""`deckgen actions`: cards of one or several postmortems in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import deckgen, deckgen_process

_FILE = """\
id: {id}
title: Checkout down
started_at: 2025-01-08 02:15
people: [{{name: Robin Example, role: Commander}}]
actions:
  - {{action: Add a stage, owner: Robin Example, due: 2025-01-15}}
  - {{action: Post sooner}}
  - {{action: Roll back, status: done}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two postmortems."""
    for name in ("INC-1", "INC-2"):
        (tmp_path / f"{name}.yaml").write_text(_FILE.format(id=name), encoding="utf-8")
    return tmp_path


def issues(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_cards_of_a_folder_go_to_one_file(folder: Path) -> None:
    target = folder / "cards.csv"
    result = deckgen("actions", folder, "--format", "csv", "-o", target)
    assert (result.exit_code, result.stdout) == (0, f"{target}: 4 cards of 2 incidents\n")
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Incident", *["INC-1"] * 2, *["INC-2"] * 2]


def test_cards_go_to_standard_output_and_what_there_is_to_say_does_not(folder: Path) -> None:
    source = folder / "INC-1.yaml"
    result = deckgen_process("actions", source, "--format", "github", "--all", folder=folder)
    assert len(issues(result.stdout.decode())) == 3
    assert result.stderr == b"standard output: 3 cards of 1 incident\n"


def test_what_has_no_date_is_not_in_the_calendar_and_counted(folder: Path) -> None:
    result = deckgen("actions", folder, "--format", "ics")
    assert result.stdout.count("BEGIN:VEVENT") == 2
    assert result.stderr == (
        "standard output: 2 cards of 2 incidents; 2 actions without a due date left out\n"
    )


def test_a_card_links_back_to_where_the_postmortem_can_be_read(folder: Path) -> None:
    result = deckgen_process(
        "actions", "./INC-1.yaml", "--format", "github", "--base-url", "https://x.example/pm/",
        folder=folder,
    )  # fmt: skip
    first = issues(result.stdout.decode())[0]
    assert first["body"].endswith("**Postmortem:** <https://x.example/pm/INC-1.yaml>")


def test_the_public_is_shown_no_names(folder: Path) -> None:
    result = deckgen("actions", folder, "--format", "csv", "--audience", "public")
    assert "Robin" not in result.stdout
    assert str(folder) not in result.stdout
    assert "Commander" in result.stdout


def test_nothing_is_written_where_a_source_cannot_be_read(folder: Path) -> None:
    (folder / "INC-2.yaml").write_text("title: x\nstarted_at: soon\n", encoding="utf-8")
    (folder / "INC-3.yaml").write_text("started_at: 2025-01-08 02:15\n", encoding="utf-8")
    target = folder / "cards.csv"
    result = deckgen("actions", folder, "--format", "csv", "-o", target)
    assert result.exit_code == 1
    assert "INC-2.yaml:2:13: error: 'soon' is not a time" in result.stderr
    assert "INC-3.yaml" in result.stderr
    assert not target.exists()


def test_two_postmortems_need_ids_of_their_own(folder: Path) -> None:
    (folder / "INC-2.yaml").write_text(_FILE.format(id="INC-1"), encoding="utf-8")
    result = deckgen("actions", folder, "--format", "csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "INC-2.yaml: error: has the incident id 'INC-1', and so has " in result.stderr


def test_a_source_is_never_overwritten(folder: Path) -> None:
    source = folder / "INC-1.yaml"
    result = deckgen("actions", folder, "--format", "csv", "-o", source)
    assert result.exit_code == 1
    assert "is one of the sources" in result.stderr


def test_a_format_must_be_named(folder: Path) -> None:
    assert deckgen("actions", folder).exit_code == 2
