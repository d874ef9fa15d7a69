"""Decks for the public: nothing that the public may not read is in their path."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.audience import public_stem
from deckgen.policy_files import policy_for
from deckgen.readers import read_postmortem
from tests.batch.runs import USUAL, Run, batch
from tests.batch.sources import small, write

PUBLIC = replace(USUAL, audience="public")
PEOPLE = "people: [{name: Ann Smith, role: Incident commander}]\n"


def test_a_deck_is_called_as_build_calls_it(tmp_path: Path) -> None:
    q = write(tmp_path / "q", **{"INC-7 checkout": small(), "Ann Smith fixes": small() + PEOPLE})
    decks = tmp_path / "decks"
    stems = {
        public_stem(read_postmortem(source), policy_for(source)) for source in q.glob("*.yaml")
    }
    assert batch(q, decks, PUBLIC).built == sorted(f"{stem}.public.pptx" for stem in stems)
    assert not any("Ann" in stem for stem in stems)


def test_folders_are_shown_without_what_the_public_may_not_read(tmp_path: Path) -> None:
    write(tmp_path / "q" / "Ann Smith", one=small() + PEOPLE)
    run = batch(tmp_path / "q", tmp_path / "decks", PUBLIC)
    assert [deck.split("/")[1] for deck in run.built] == ["one.public.pptx"]
    assert not any("Ann" in deck for deck in run.built)


def test_decks_of_one_name_are_told_apart_without_their_folders(tmp_path: Path) -> None:
    sources = [write(tmp_path / name, one=small()) / "one.yaml" for name in ("ann", "bob")]
    run = batch(sources, tmp_path / "decks", PUBLIC)
    assert run.built == ["one.public-2.pptx", "one.public.pptx"]


def test_an_unchanged_deck_keeps_its_name_and_a_changed_one_may_get_another(
    tmp_path: Path,
) -> None:
    q, decks = write(tmp_path / "q", **{"Ann Smith": small() + PEOPLE}), tmp_path / "decks"
    [deck] = batch(q, decks, PUBLIC).built
    assert batch(q, decks, PUBLIC) == Run(unchanged=[deck])
    (q / "Ann Smith.yaml").write_text(small())
    assert batch(q, decks, PUBLIC, prune=True) == Run(
        built=["Ann Smith.public.pptx"], removed=[deck]
    )


def test_a_source_that_cannot_be_read_has_no_name_and_fails(tmp_path: Path) -> None:
    q, decks = write(tmp_path / "q", one=small(), two="started_at: 25:00\n"), tmp_path / "decks"
    run = batch(q, decks, PUBLIC)
    assert (run.built, run.failed) == (["one.public.pptx"], ["two.yaml"])
