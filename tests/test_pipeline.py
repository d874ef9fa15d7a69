"""A document into a deck whose figures are pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Length

from deckgen import build
from deckgen.diagnostics import InputError
from deckgen.pipeline import Built, Options
from deckgen.rendering import FigureBrowser
from deckgen.scene.shapes import Group, Picture
from tests.sample_decks import AS_OF, SAMPLES
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

SAMPLE = next(sample for sample in SAMPLES if sample.stem == "redis-cache-race")
FIGURES = ["Timeline", "Impact"]


def options(profile: str = "review") -> Options:
    return Options(profile, "picture", as_of=AS_OF)


@pytest.fixture(scope="module")
def built(browser: FigureBrowser) -> Built:
    """A deck with an impact chart and a timeline, as pictures."""
    return build(SAMPLE, options(), browser)


def pictures(built: Built) -> Iterator[Picture]:
    for slide in built.deck.slides:
        yield from (item for item in slide.items if isinstance(item, Picture) and item.vector)


def test_each_figure_is_a_picture_with_an_svg_where_it_would_be_drawn_natively(
    built: Built,
) -> None:
    native = build(SAMPLE, Options(as_of=AS_OF))
    groups = {
        item.name: (item.box, item.alt)
        for slide in native.deck.slides
        for item in slide.items
        if isinstance(item, Group) and item.name in FIGURES
    }
    assert {item.name: (item.box, item.alt) for item in pictures(built)} == groups
    assert sorted(groups) == sorted(FIGURES)


def test_the_rest_of_the_deck_is_the_same(built: Built) -> None:
    native = build(SAMPLE, Options(as_of=AS_OF))
    assert [(slide.title.text, slide.notes) for slide in built.deck.slides] == [
        (slide.title.text, slide.notes) for slide in native.deck.slides
    ]
    assert built.warnings == native.warnings


def test_no_judge_finds_anything_in_a_deck_with_pictures(built: Built, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(built.pptx)
    assert structure_findings(built.pptx) == []
    assert accessibility_findings(built.pptx) == []
    assert geometry_findings(built.pptx) == []
    assert audit_findings(file) == []


def test_pictures_are_sharp_and_small(built: Built) -> None:
    read = Presentation(io.BytesIO(built.pptx))
    shown = [shape for slide in read.slides for shape in slide.shapes if shape.name in FIGURES]
    assert len(shown) == 2
    for shape in shown:
        pixels = shape.image.size[0] / Length(shape.width).inches
        assert pixels == pytest.approx(192, abs=0.5)
        assert len(shape.image.blob) < 100_000


def test_the_same_source_gives_the_same_deck(built: Built, browser: FigureBrowser) -> None:
    assert build(SAMPLE, options(), browser).pptx == built.pptx


def test_several_decks_share_one_browser(browser: FigureBrowser) -> None:
    before = browser.started
    for profile in ("executive", "onepage"):
        assert list(pictures(build(SAMPLE, options(profile), browser)))
    assert browser.started == max(before, 1)


def test_a_deck_of_shapes_needs_no_browser_and_one_of_pictures_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "missing"))
    assert build(SAMPLE, Options(as_of=AS_OF)).pptx
    with pytest.raises(InputError, match="'deckgen build --chart native' needs no browser"):
        build(SAMPLE, options())
