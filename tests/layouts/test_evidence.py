"""Evidence: one picture a slide, as large as it may be, with what to see in it."""

from __future__ import annotations

import pytest

from deckgen.scene.geometry import EMU_PER_PIXEL
from deckgen.scene.shapes import Picture
from deckgen_layouts.evidence import Evidence
from tests.builders import page, postmortem
from tests.layouts.checks import slides_of, texts_of
from tests.layouts.postmortems import PARAGRAPH, picture


def evidence(width: int = 640, height: int = 360, **fields: object) -> dict[str, object]:
    return {"image": picture(width, height), "caption": "The error rate peaked", **fields}


def shown(width: int, height: int) -> Picture:
    [slide] = slides_of(Evidence, postmortem(evidence=[evidence(width, height)]))
    [found] = [item for item in slide.items if isinstance(item, Picture)]
    return found


def test_without_pictures_there_is_no_slide() -> None:
    assert slides_of(Evidence, postmortem()) == []


def test_each_picture_has_a_slide_whose_headline_is_its_caption() -> None:
    pictures = [evidence(), evidence(caption="It fell after the rollback")]
    slides = slides_of(Evidence, postmortem(evidence=pictures))
    assert [slide.title.text for slide in slides] == [
        "The error rate peaked",
        "It fell after the rollback",
    ]
    assert [slide.notes for slide in slides] == [
        ("What to see: The error rate peaked",),
        ("What to see: It fell after the rollback",),
    ]


def test_below_the_picture_stands_what_it_shows() -> None:
    described = evidence(alt="Line chart: 0.2% until 02:15, then 31%")
    [slide] = slides_of(Evidence, postmortem(evidence=[described]))
    [drawn] = [item for item in slide.items if isinstance(item, Picture)]
    assert drawn.alt == "Line chart: 0.2% until 02:15, then 31%"
    assert texts_of(slide)[1:] == ["Line chart: 0.2% until 02:15, then 31%"]


def test_a_picture_without_a_description_is_described_by_its_caption() -> None:
    [slide] = slides_of(Evidence, postmortem(evidence=[evidence()]))
    [drawn] = [item for item in slide.items if isinstance(item, Picture)]
    assert drawn.alt == "The error rate peaked"
    assert texts_of(slide)[1:] == ["Picture 1 of 1: img/dashboard.png"]


@pytest.mark.parametrize(
    ("width", "height"), [(1920, 1080), (640, 360), (300, 4000), (4000, 40), (32, 32), (1, 1)]
)
def test_a_picture_keeps_its_proportions_and_is_never_blown_up_beyond_twice_its_pixels(
    width: int, height: int
) -> None:
    box = shown(width, height).box
    assert box.width / box.height == pytest.approx(width / height, rel=0.02)
    assert box.width <= 2 * width * EMU_PER_PIXEL
    body = page().boxes.body
    assert abs((box.x - body.x) - (body.right - box.right)) <= 1


def test_a_large_picture_fills_the_room_in_one_direction() -> None:
    assert shown(8000, 1000).box.width == page().boxes.body.width
    tall = shown(1000, 8000).box
    assert tall.height > page().boxes.body.height * 0.85


def test_a_description_too_long_for_its_line_stands_in_the_notes() -> None:
    long = PARAGRAPH.strip()
    [slide] = slides_of(Evidence, postmortem(evidence=[evidence(alt=long)]))
    assert texts_of(slide)[1].endswith("…")
    assert f"In full: {long}" in slide.notes
