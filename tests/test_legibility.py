"""deckgen's texts and the backgrounds of a template: unreadable is refused, unknown is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen import read
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.legibility import check_backgrounds
from deckgen.pipeline import Options, build_deck
from deckgen.pptx import Template, open_template, read_template
from deckgen.theme import Theme
from deckgen.theme_files import load_theme
from tests.pptx.decks import cover, deck, slide
from tests.pptx.packages import edited, own_template, zipped
from tests.pptx.templates import COVER, TITLE_ONLY

SAMPLE = Path(__file__).parents[1] / "samples" / "redis-cache-race.yaml"
DARK = "<p:bgPr><a:solidFill><a:schemeClr val='tx2'/></a:solidFill><a:effectLst/></p:bgPr>"
PICTURE = "<p:bgPr><a:blipFill/><a:effectLst/></p:bgPr>"
UNREADABLE = (
    "the background of its slide layout 'Title Only' is #0B3C5D, on which texts in #1F2A37 "
    "cannot be read: the contrast is 1.2:1, under 4.5:1"
)
UNCHECKED = "the background of its slide layout 'Title Only' is not one plain colour"


def with_background(background: str, name: str = "Title Only") -> dict[str, bytes]:
    """deckgen's own template with this background of a layout."""
    part = {"Title Only": TITLE_ONLY, "Title Slide": COVER}[name]
    start = f'<p:cSld name="{name}">'
    return edited(own_template(), part, start, f"{start}<p:bg>{background}</p:bg>")


def saved(parts: Mapping[str, bytes], folder: Path) -> Path:
    file = folder / "company.potx"
    file.write_bytes(zipped(parts))
    return file


def opened(parts: Mapping[str, bytes], folder: Path) -> Template:
    return open_template(read_template(saved(parts, folder)))


def light_on_dark() -> Theme:
    """The default theme with white ink."""
    theme = load_theme()
    return theme.model_copy(update={"colour": theme.colour.model_copy(update={"ink": "#FFFFFF"})})


def test_texts_on_white_are_neither_refused_nor_warned_of() -> None:
    made = deck(cover(), slide("x"))
    assert check_backgrounds(made, open_template(), load_theme()) == ()


def test_a_dark_background_is_refused_with_what_to_do(tmp_path: Path) -> None:
    template = opened(with_background(DARK), tmp_path)
    with pytest.raises(InputError) as refused:
        check_backgrounds(deck(cover(), slide("x"), slide("y")), template, load_theme())
    assert refused.value.diagnostics == (
        Diagnostic(
            str(tmp_path / "company.potx"),
            0,
            0,
            UNREADABLE,
            "choose a theme with colours for this background with --theme, or another template",
        ),
    )


def test_a_dark_background_is_fine_for_a_theme_with_light_ink(tmp_path: Path) -> None:
    template = opened(with_background(DARK), tmp_path)
    assert check_backgrounds(deck(slide("x")), template, light_on_dark()) == ()


def test_a_theme_with_light_ink_is_refused_on_white() -> None:
    with pytest.raises(InputError, match="deckgen's own template: error: the background of"):
        check_backgrounds(deck(slide("x")), open_template(), light_on_dark())


def test_a_layout_that_no_slide_is_drawn_on_may_be_dark(tmp_path: Path) -> None:
    template = opened(with_background(DARK, "Title Slide"), tmp_path)
    assert check_backgrounds(deck(slide("x")), template, load_theme()) == ()
    with pytest.raises(InputError, match="slide layout 'Title Slide' is #0B3C5D"):
        check_backgrounds(deck(cover(), slide("x")), template, load_theme())


def test_a_build_refuses_a_dark_template(tmp_path: Path) -> None:
    options = Options(template=read_template(saved(with_background(DARK), tmp_path)))
    with pytest.raises(InputError, match="on which texts in #1F2A37 cannot be read"):
        build_deck(read(SAMPLE), options)


def test_a_build_on_a_picture_warns_that_texts_were_not_checked(tmp_path: Path) -> None:
    file = saved(with_background(PICTURE), tmp_path)
    built = build_deck(read(SAMPLE), Options(template=read_template(file)))
    assert [str(x) for x in built.warnings if x.path == str(file)] == [
        f"{file}: warning: {UNCHECKED}\n"
        "  help: look whether all texts can be read on it: that was not checked"
    ]
