"""Figures as pictures on a slide."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from deckgen.rendering import FigureBrowser, picture_painter
from deckgen.scene.shapes import Picture
from tests.builders import box
from tests.rendering.figures import timeline

PLACE = box(0.5, 1.45, 12.333, 5.4)


@pytest.fixture(scope="module")
def picture(browser: FigureBrowser) -> Picture:
    found = picture_painter(browser)(timeline(), PLACE, "Timeline", "What happened")
    assert isinstance(found, Picture)
    return found


def test_a_picture_stands_in_the_box_and_is_described(picture: Picture) -> None:
    assert (picture.name, picture.box, picture.alt) == ("Timeline", PLACE, "What happened")


def test_it_is_drawn_as_svg_as_large_as_the_canvas(picture: Picture) -> None:
    assert picture.vector is not None
    root = etree.fromstring(picture.vector)
    assert (root.get("width"), root.get("height")) == ("1184", "518")
    assert "Deploy reaches all regions" in " ".join("".join(map(str, root.itertext())).split())


def test_behind_it_is_a_png_of_twice_the_pixels(picture: Picture) -> None:
    file = picture.file
    with Image.open(BytesIO(file.data)) as image:
        assert (image.format, image.size) == ("PNG", (file.width, file.height))
    assert (file.path, file.format, file.width, file.height) == (
        "Timeline.png", "png", 2 * 1184, 2 * 518
    )  # fmt: skip


def test_the_svg_fetches_nothing_and_runs_nothing(picture: Picture) -> None:
    assert picture.vector is not None
    root = etree.fromstring(picture.vector)
    names = {etree.QName(element).localname for element in root.iter(etree.Element)}
    assert not names & {"script", "image", "foreignObject", "use"}
    assert b"@import" not in picture.vector
    assert b"url('http" not in picture.vector
