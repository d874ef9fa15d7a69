"""`deckgen build --audience public`: the deck's name, and the line that says what is hidden."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation

from tests.cli.commands import deckgen, deckgen_process

SOURCE = """\
title: Checkout down for 45 minutes
severity: SEV1
started_at: 2025-01-08 02:15
timeline:
  - {at: "02:15", kind: trigger, text: Alice deploys from db-1.corp and db-2.corp}
  - {at: "02:19", kind: detection, text: Alert fires, source: "https://wiki.corp/1"}
  - {at: "03:00", kind: mitigation, text: Bob Miller disables the cache at 10.0.0.1}
people:
  - {name: Alice Johnson, role: Incident commander}
  - {name: Bob Miller, role: Payments on-call}
"""
AS_OF = ("--as-of", "2025-02-01")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A postmortem with something to hide."""
    file = tmp_path / "checkout.yaml"
    file.write_text(SOURCE, encoding="utf-8")
    return file


def _texts(pptx: bytes) -> str:
    slides = Presentation(io.BytesIO(pptx)).slides
    return "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )


def test_a_deck_for_the_public_has_a_name_of_its_own_and_a_line_says_what_it_hides(
    source: Path,
) -> None:
    assert deckgen("build", source, *AS_OF).exit_code == 0
    inside = source.with_suffix(".pptx").read_bytes()
    result = deckgen("build", source, "--audience", "public", *AS_OF)
    target = source.with_name("checkout.public.pptx")
    assert (result.exit_code, result.stderr) == (0, "")
    said = result.stdout.splitlines()
    assert re.fullmatch(rf"{re.escape(str(target))}: \d+ slides in \d+\.\d\d s", said[0])
    assert said[1] == "masked: 2 people, 1 network address and 2 hosts; left out: 1 link"
    assert source.with_suffix(".pptx").read_bytes() == inside
    assert "Alice" in _texts(inside)
    assert "Alice" not in _texts(target.read_bytes())


def test_the_name_of_the_deck_hides_what_its_source_s_name_tells(source: Path) -> None:
    told = source.rename(source.with_name("db-1.corp by alice.johnson.yaml"))
    result = deckgen("build", told, "--audience", "public", *AS_OF)
    assert result.exit_code == 0
    decks = [file.name for file in told.parent.glob("*.pptx")]
    assert decks == ["host by Incident commander.public.pptx"]


def test_nothing_to_hide_is_said_as_well(source: Path) -> None:
    source.write_text("title: Checkout down\nstarted_at: 2025-01-08 02:15\n", encoding="utf-8")
    result = deckgen("build", source, "--audience", "public", *AS_OF)
    assert result.stdout.splitlines()[1] == "masked: nothing"


def test_a_deck_to_standard_output_leaves_it_to_the_deck(source: Path) -> None:
    arguments = ("build", source, "--audience", "public", "-o", "-", *AS_OF)
    done = deckgen_process(*arguments, folder=source.parent)
    assert done.returncode == 0
    assert "Alice" not in _texts(done.stdout)
    assert b"masked: 2 people, 1 network address and 2 hosts" in done.stderr


def test_a_deck_of_which_nothing_may_be_shown_is_refused(source: Path) -> None:
    result = deckgen("build", source, "--audience", "public", "--only", "evidence", *AS_OF)
    assert result.exit_code == 1
    assert "the chosen layouts have nothing to show" in result.stderr
