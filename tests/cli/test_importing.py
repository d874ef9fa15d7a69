"""`deckgen import`: what it writes, says and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen import read
from tests.cli.commands import deckgen, deckgen_process
from tests.importing.exports.examples import PAGERDUTY, STATUSPAGE


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "incident.json"
    file.write_text(json.dumps(PAGERDUTY), "utf-8")
    return file


def test_an_export_becomes_a_file_beside_it_that_builds(export: Path) -> None:
    done = deckgen("import", export)
    target = export.with_suffix(".yaml")
    assert done.exit_code == 0
    assert read(target).postmortem.title == "Checkout errors above 5%"
    lines = done.stdout.splitlines()
    assert lines[0] == f"{target}: 4 events, 0 actions, 2 of 5 milestones, 4 guesses, 4 texts left"
    assert "  guessed severity: the priority 'P1' is read as SEV1" in lines
    assert "  left severity: urgency: high" in lines
    assert lines[-1] == f"  next: deckgen check {target}"


def test_a_file_that_is_there_is_only_overwritten_by_force(export: Path) -> None:
    target = export.with_suffix(".yaml")
    target.write_text("mine", "utf-8")
    refused = deckgen("import", export)
    assert refused.exit_code == 1
    assert "is there already" in refused.stderr
    assert target.read_text("utf-8") == "mine"
    assert deckgen("import", export, "--force").exit_code == 0
    assert target.read_text("utf-8") != "mine"


def test_standard_output_gets_the_file_alone(export: Path) -> None:
    done = deckgen("import", export, "-o", "-")
    assert done.exit_code == 0
    assert done.stdout.startswith("# left: ")
    assert done.stderr.startswith("standard output: 4 events")
    assert not export.with_suffix(".yaml").exists()


def test_what_is_missing_is_said_and_the_file_written_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"incident": {"incident_number": 1, "urgency": "high"}}', "utf-8")
    done = deckgen("import", file)
    assert done.exit_code == 1
    assert "  missing title: write it" in done.stdout
    assert "started_at: not found in the document; needed" in (tmp_path / "x.yaml").read_text()


def test_several_incidents_become_files_in_a_folder_all_or_none(tmp_path: Path) -> None:
    file = tmp_path / "incidents.json"
    file.write_text(json.dumps(STATUSPAGE), "utf-8")
    assert deckgen("import", file).exit_code == 0
    folder = tmp_path / "incidents"
    assert sorted(it.name for it in folder.iterdir()) == ["cp306tmzcl0y.yaml", "qmbrzm0q2pb6.yaml"]
    (folder / "cp306tmzcl0y.yaml").unlink()
    refused = deckgen("import", file)
    assert refused.exit_code == 1
    assert [it.name for it in folder.iterdir()] == ["qmbrzm0q2pb6.yaml"]
    assert "name a folder with -o" in deckgen("import", file, "-o", "one.yaml").stderr
    assert deckgen("import", file, "-o", "-").exit_code == 2


def test_a_folder_may_be_named_for_one_incident_too(export: Path) -> None:
    folder = export.parent / "out"
    folder.mkdir()
    assert deckgen("import", export, "-o", folder).exit_code == 0
    assert (folder / "incident.yaml").exists()


def test_what_cannot_be_written_leaves_nothing_behind(export: Path) -> None:
    done = deckgen("import", export, "-o", export.parent / "none" / "deep" / "x.yaml")
    assert done.exit_code == 1
    assert "there is no folder" in done.stderr
    assert deckgen("import", export, "-o", export, "--force").exit_code == 1
    assert json.loads(export.read_text("utf-8")) == PAGERDUTY


def test_options_that_are_wrong_are_explained(export: Path) -> None:
    said = deckgen("import", export, "--from", "pager")
    assert (said.exit_code, "did you mean 'pagerduty'" in said.stderr) == (2, True)
    said = deckgen("import", export, "--timezone", "CEST")
    assert (said.exit_code, "write Europe/Berlin or Europe/Paris" in said.stderr) == (2, True)
    said = deckgen("import", export, "--from", "csv")
    assert (said.exit_code, "--into postmortem.yaml" in said.stderr) == (2, True)
    said = deckgen("import", export, "--from", "pagerduty", "--into", "x.yaml")
    assert (said.exit_code, "CSV only" in said.stderr) == (2, True)


def test_files_that_are_not_there_or_not_readable(tmp_path: Path) -> None:
    assert "there is no such file" in deckgen("import", tmp_path / "none.json").stderr
    assert "is a folder, not a file to import" in deckgen("import", tmp_path).stderr
    page = tmp_path / "page.json"
    page.write_text("<html></html>", "utf-8")
    said = deckgen("import", page)
    assert (said.exit_code, "is a web page (HTML)" in said.stderr) == (1, True)


CSV = "time,event,who\n02:20,Rolled back,Ana\n02:17:42,Triggered through the API,\n"


def test_a_timeline_joins_a_postmortem_in_place(export: Path) -> None:
    deckgen("import", export)
    target, timeline = export.with_suffix(".yaml"), export.parent / "timeline.csv"
    before = target.read_text("utf-8")
    timeline.write_text(CSV, "utf-8")
    done = deckgen("import", timeline, "--into", target)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "  there already: 2025-01-08 02:17 Triggered through the API",
        f"{target}: 1 event joined",
    ]
    assert "the column 'who' is not read" in done.stderr
    added = "  - at: 2025-01-08 02:20\n    text: Rolled back\n"
    assert target.read_text("utf-8").replace(added, "") == before
    assert deckgen("import", timeline, "--into", target).stdout.endswith("0 events joined\n")


def test_a_timeline_joins_a_copy(export: Path) -> None:
    deckgen("import", export)
    target, timeline = export.with_suffix(".yaml"), export.parent / "timeline.csv"
    before = target.read_bytes()
    timeline.write_text(CSV, "utf-8")
    copy = export.parent / "copy.yaml"
    assert deckgen("import", timeline, "--into", target, "-o", copy).exit_code == 0
    assert len(read(copy).postmortem.timeline) == 5
    assert target.read_bytes() == before
    to_output = deckgen("import", timeline, "--into", target, "-o", "-")
    assert to_output.stdout == copy.read_text("utf-8")
    assert "1 event joined" in to_output.stderr


def test_a_timeline_with_faults_changes_nothing(export: Path) -> None:
    deckgen("import", export)
    target, timeline = export.with_suffix(".yaml"), export.parent / "timeline.csv"
    before = target.read_bytes()
    timeline.write_text("time,event\n02:20,a\nsoon,b\n", "utf-8")
    done = deckgen("import", timeline, "--into", target)
    assert (done.exit_code, "timeline.csv:3:1: error: 'soon'" in done.stderr) == (1, True)
    assert target.read_bytes() == before


def test_a_document_is_imported(tmp_path: Path) -> None:
    (tmp_path / "pm.md").write_text(
        "# Checkout down\n\n## Timeline\n\nAll times UTC.\n\n- 2025-01-08 02:15 - It begins\n",
        "utf-8",
    )
    done = deckgen_process("import", "pm.md", folder=tmp_path)
    assert done.returncode == 0
    assert read(tmp_path / "pm.yaml").postmortem.title == "Checkout down"
