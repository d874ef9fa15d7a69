"""LibreOffice's pages, and the comparison of a page's words with the texts of a deck."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.validators import rendering
from tests.validators.planted.deck import good_deck
from tests.validators.planted.parts import box, insert
from tests.validators.planted.planting import planted
from tests.validators.rendering import (
    RenderingError,
    TextBox,
    Word,
    pdf_words,
    render_pdf,
    unplaced_texts,
)
from tests.validators.text_boxes import text_boxes

LINE = 12.0


def words(text: str, x: float = 10, y: float = 10) -> list[Word]:
    """The words of one line, six points to a character."""
    found = []
    for word in text.split():
        found.append(Word(word, x, y, x + 6 * len(word), y + LINE))
        x = found[-1].x1 + 6
    return found


def box_of(text: str, x: float = 0, y: float = 0, width: float = 200) -> TextBox:
    return "label", text, x, y, width, 40


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Checkout was down", words("Checkout was down")),
        ("Checkout was\ndown", [*words("Checkout was"), *words("down", y=24)]),
        ("cache consistency", [*words("cache consis-"), *words("tency", y=24)]),
        ("first finding", words("ﬁrst ﬁnding")),
        ("one two", list(reversed(words("one two")))),
        ("One point", words("• One point")),
        ("soft\u00adhyphen", words("softhyphen")),
        ("日本語のテキスト", words("日本語の テキスト")),
        ("fire 🔥 out", words("fire out")),
        ("שלום עולם", words("םלוע םולש")),
        ("", []),
    ],
    ids=[
        "as it is",
        "in two lines",
        "hyphenated",
        "with ligatures",
        "in another order of the PDF",
        "with a bullet",
        "with a soft hyphen",
        "without spaces",
        "with a pictograph",
        "from right to left",
        "no text",
    ],
)
def test_a_text_is_found_in_its_box(text: str, shown: list[Word]) -> None:
    assert unplaced_texts([[box_of(text)]], [shown], 2) == []


@pytest.mark.parametrize(
    ("text", "shown", "finding"),
    [
        ("Checkout", [], "should show 'Checkout' and shows ''"),
        ("Checkout", words("Check"), "should show 'Checkout' and shows 'Check'"),
        ("Checkout", words("Checkout now"), "should show 'Checkout' and shows 'Checkout now'"),
        ("one two", words("two one"), "should show 'one two' and shows 'two one'"),
        ("日本語", words("日本"), "should show '日本語' and shows '日本'"),
        ("שלום", words("שלו"), "should show 'שלום' and shows 'שלו'"),
        (
            "was down",
            [*words("was"), *words("down", y=44)],
            "should show 'was down' and shows 'was'; elsewhere 'down' at 10, 44",
        ),
        (
            "Checkout",
            words("Checkout", x=160),
            "'Checkout' sticks out of the box (from 160 to 208 pt)",
        ),
    ],
    ids=[
        "missing",
        "cut",
        "with more",
        "in disorder",
        "cut, in Japanese",
        "cut, from right to left",
        "below",
        "to the right",
    ],
)
def test_a_text_is_missed_in_its_box(text: str, shown: list[Word], finding: str) -> None:
    assert unplaced_texts([[box_of(text)]], [shown], 2) == [f"slide 1: 'label': {finding}"]


def test_a_word_between_two_boxes_belongs_to_the_nearer() -> None:
    left, right = box_of("left", width=100), box_of("right", x=101)
    shown = [*words("left", x=60), *words("right", x=101)]
    assert unplaced_texts([[left, right]], [shown], 90) == []


def test_the_tolerance_widens_a_box() -> None:
    shown = words("low", y=40)
    assert unplaced_texts([[box_of("low")]], [shown], 6) == []
    assert len(unplaced_texts([[box_of("low")]], [shown], 5.9)) == 1


def test_pages_and_slides_must_be_as_many() -> None:
    assert unplaced_texts([[]], [[], []], 1) == ["there are 1 slides, but 2 pages"]


def test_libreoffice_shows_each_text_of_a_deck_in_its_box(tmp_path: Path) -> None:
    overflowing = insert(3, box("narrow", "much too long", (8000000, 5500000, 300000, 200000)))
    contents = {"a/deck": good_deck(), "b/deck": planted(good_deck(), overflowing)}
    paths = [tmp_path / f"{name}.pptx" for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.parent.mkdir()
        path.write_bytes(content)

    pdfs = render_pdf(paths, tmp_path / "pdf")

    assert [pdf.name for pdf in pdfs.values()] == ["0001-deck.pdf", "0002-deck.pdf"]
    good, odd = (
        unplaced_texts(text_boxes(path.read_bytes()), pdf_words(pdfs[path]), 2) for path in paths
    )
    assert good == []
    assert [finding.split(" and shows")[0] for finding in odd] == [
        "slide 3: 'narrow': should show 'much too long'"
    ]
    with pytest.raises(RenderingError, match="not "):
        pdf_words(pdfs[paths[0]], (960.0, 720.0))


def test_a_deck_that_libreoffice_cannot_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "odd.pptx"
    path.write_bytes(good_deck()[:9000])
    with pytest.raises(RenderingError, match=r"odd\.pptx"):
        render_pdf([path], tmp_path / "pdf")


@pytest.mark.parametrize(
    ("script", "seconds", "complaint"),
    [
        ("sleep 60 & wait", 0.2, "was not done after 0.2 seconds"),
        ("echo no display; exit 3", 30, "ended with 3\nno display"),
    ],
)
def test_a_libreoffice_that_hangs_or_fails_is_an_error(
    script: str, seconds: float, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(rendering, "START_SECONDS", seconds)
    monkeypatch.setattr(rendering, "DECK_SECONDS", 0)
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(good_deck())
    with pytest.raises(RenderingError, match=complaint):
        render_pdf([deck], tmp_path / "pdf")


def test_no_decks_need_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess, "Popen", started)
    assert render_pdf([], tmp_path) == {}
