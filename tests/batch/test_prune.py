"""Pruning removes decks whose source has gone, and nothing else, whatever the manifest says."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.runs import USUAL, Run, batch
from tests.batch.sources import contents, edit, small, write

PUBLIC = replace(USUAL, audience="public")
OUT_OF_SIGHT = "no deck is removed, as some sources cannot be found or looked into"


@pytest.fixture
def q(tmp_path: Path) -> Path:
    """A folder with a postmortem and another in a folder within."""
    write(tmp_path / "q", one=small())
    return write(tmp_path / "q" / "web", two=small()).parent


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    return tmp_path / "decks"


def test_a_deck_goes_with_its_source_and_its_folder_when_that_is_empty(
    q: Path, decks: Path
) -> None:
    batch(q, decks)
    (q / "web" / "two.yaml").unlink()
    assert batch(q, decks) == Run(unchanged=["one.pptx"])
    assert batch(q, decks, prune=True) == Run(unchanged=["one.pptx"], removed=["web/two.pptx"])
    assert sorted(path.name for path in decks.iterdir()) == [".deckgen", "one.pptx"]
    assert batch(q, decks, prune=True) == Run(unchanged=["one.pptx"])


def test_after_pruning_the_folder_is_one_that_never_knew_the_source(
    q: Path, decks: Path, tmp_path: Path
) -> None:
    batch(q, decks)
    (q / "web" / "two.yaml").unlink()
    batch(q, decks, prune=True)
    batch(q, tmp_path / "fresh")
    assert contents(decks) == contents(tmp_path / "fresh")


def test_what_lies_beside_a_deck_stays(q: Path, decks: Path) -> None:
    batch(q, decks)
    (decks / "web" / "notes.txt").write_text("mine")
    (decks / "web" / "mine.pptx").write_bytes(b"PK")
    shutil.rmtree(q / "web")
    assert batch(q, decks, prune=True).removed == ["web/two.pptx"]
    assert sorted(path.name for path in (decks / "web").iterdir()) == ["mine.pptx", "notes.txt"]


def test_an_edited_deck_stays_and_is_told_once(q: Path, decks: Path) -> None:
    batch(q, decks)
    content = edit(decks / "web" / "two.pptx")
    (q / "web" / "two.yaml").unlink()
    run = batch(q, decks, prune=True)
    assert (run.kept, run.removed) == (["web/two.pptx"], [])
    assert (decks / "web" / "two.pptx").read_bytes() == content
    assert batch(q, decks, prune=True) == Run(unchanged=["one.pptx"])


def test_decks_of_sources_that_were_not_named_this_time_stay(q: Path, decks: Path) -> None:
    batch(q, decks)
    assert batch(q / "one.yaml", decks, prune=True) == Run(unchanged=["one.pptx"])
    assert (decks / "web" / "two.pptx").exists()


def test_the_deck_of_a_source_that_is_called_otherwise_now_goes(
    q: Path, decks: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", one=small())
    batch(q / "one.yaml", decks)
    run = batch([q / "one.yaml", other / "one.yaml"], decks, prune=True)
    assert (run.built, run.removed) == (["other/one.pptx", "q/one.pptx"], ["one.pptx"])


def test_decks_for_the_public_and_for_those_inside_leave_each_other_alone(
    q: Path, decks: Path
) -> None:
    batch(q, decks)
    assert batch(q, decks, PUBLIC, prune=True).removed == []
    assert batch(q, decks, prune=True) == Run(unchanged=["one.pptx", "web/two.pptx"])
    assert batch(q, decks, PUBLIC, prune=True) == Run(
        unchanged=["one.public.pptx", "web/two.public.pptx"]
    )


def test_nothing_goes_while_a_source_cannot_be_found(q: Path, decks: Path) -> None:
    batch(q, decks)
    shutil.rmtree(q / "web")
    run = batch([q, q / "web" / "two.yaml"], decks, prune=True)
    assert (run.removed, run.said[-1].message) == ([], OUT_OF_SIGHT)
    assert (decks / "web" / "two.pptx").exists()


def test_nothing_goes_for_a_source_with_faults(q: Path, decks: Path) -> None:
    batch(q, decks)
    (q / "one.yaml").write_text("started_at: 25:00\n")
    assert batch(q, decks, prune=True).removed == []
    assert batch(q, decks, PUBLIC, prune=True).removed == []


def test_a_folder_that_is_reached_by_a_link_keeps_its_decks(
    q: Path, decks: Path, tmp_path: Path
) -> None:
    deep = tmp_path / "far" / "away"
    deep.mkdir(parents=True)
    decks.symlink_to(deep)
    batch(q, decks)
    assert batch(q, decks, prune=True) == Run(unchanged=["one.pptx", "web/two.pptx"])
    assert batch(q, deep, prune=True) == Run(unchanged=["one.pptx", "web/two.pptx"])


@pytest.mark.parametrize("name", ["../victim.pptx", "{tmp}/victim.pptx", "link/victim.pptx"])
def test_a_manifest_that_leads_out_of_the_folder_removes_nothing(
    q: Path, decks: Path, tmp_path: Path, name: str
) -> None:
    batch(q, decks)
    victim = tmp_path / "victim.pptx"
    shutil.copyfile(decks / "one.pptx", victim)
    (decks / "link").symlink_to(tmp_path)
    manifest = decks / ".deckgen" / "manifest.json"
    said = json.loads(manifest.read_text())
    entry = {**said["decks"]["one.pptx"], "origin": "../gone.yaml"}
    said["decks"][name.format(tmp=tmp_path)] = entry
    manifest.write_text(json.dumps(said))
    assert batch(q, decks, prune=True).removed == []
    assert victim.exists()


def test_only_decks_are_removed_whatever_the_manifest_says(q: Path, decks: Path) -> None:
    batch(q, decks)
    (decks / "notes.txt").write_text("mine")
    manifest = decks / ".deckgen" / "manifest.json"
    said = json.loads(manifest.read_text())
    said["decks"]["notes.txt"] = {**said["decks"]["one.pptx"], "origin": "../gone.yaml"}
    manifest.write_text(json.dumps(said))
    assert batch(q, decks, prune=True).removed == []
    assert (decks / "notes.txt").exists()
