"""Evidence: one picture a slide, as large as it may be, with what to see in it."""

from __future__ import annotations

import pytest

from deckgen.scene.geometry import EMU_PER_PIXEL, points
from deckgen.scene.shapes import Picture
from deckgen_layouts.evidence import Evidence
from tests.builders import page, postmortem
from tests.layouts.checks import slides_of
from tests.layouts.postmortems import picture

DESCRIPTION = "Line chart: 0.2% until 02:15, then 31%"


def evidence(width: int = 640, height: int = 360, **fields: object) -> dict[str, object]:
    return {"image": picture(width, height), "caption": "The error rate peaked", **fields}


def shown(width: int = 640, height: int = 360, **fields: object) -> Picture:
    [slide] = slides_of(Evidence, postmortem(evidence=[evidence(width, height, **fields)]))
    [found] = [item for item in slide.items if isinstance(item, Picture)]
    return found


def test_without_pictures_there_is_no_slide() -> None:
    assert slides_of(Evidence, postmortem()) == []


def test_each_picture_has_a_slide_whose_headline_is_its_caption() -> None:
    pictures = [evidence(), evidence(caption="It fell after the rollback", alt=DESCRIPTION)]
    slides = slides_of(Evidence, postmortem(evidence=pictures))
    assert [(slide.title.text, slide.notes) for slide in slides] == [
        ("The error rate peaked", ("What to see: The error rate peaked",)),
        (
            "It fell after the rollback",
            ("What to see: It fell after the rollback", f"In words: {DESCRIPTION}"),
        ),
    ]


def test_a_picture_is_described_in_words_or_else_by_its_caption() -> None:
    assert (shown(alt=DESCRIPTION).alt, shown().alt) == (DESCRIPTION, "The error rate peaked")


@pytest.mark.parametrize(
    ("width", "height"), [(1920, 1080), (640, 360), (300, 4000), (4000, 40), (32, 32), (4, 4)]
)
def test_a_picture_keeps_its_proportions_and_is_never_blown_up_beyond_twice_its_pixels(
    width: int, height: int
) -> None:
    box = shown(width, height).box
    assert box.width / box.height == pytest.approx(width / height, rel=0.02)
    assert box.width <= 2 * width * EMU_PER_PIXEL


@pytest.mark.parametrize(("width", "height"), [(1, 5000), (5000, 1), (3, 9000), (1, 1)])
def test_a_picture_of_a_few_pixels_is_drawn_wide_enough_to_be_seen(width: int, height: int) -> None:
    box, body = shown(width, height).box, page().boxes.body
    assert min(box.width, box.height) == points(6)
    longest = {True: body.height, False: body.width}[height >= width]
    assert max(box.width, box.height) == (longest if max(width, height) > 1 else points(6))


@pytest.mark.parametrize(
    ("width", "height"), [(1920, 1080), (300, 4000), (32, 32), (1, 5000), (5000, 1)]
)
def test_a_picture_stands_in_the_middle(width: int, height: int) -> None:
    box, body = shown(width, height).box, page().boxes.body
    assert abs((box.x - body.x) - (body.right - box.right)) <= 1
    assert abs((box.y - body.y) - (body.bottom - box.bottom)) <= 1


def test_a_large_picture_fills_the_room_in_one_direction() -> None:
    assert shown(8000, 1000).box.width == page().boxes.body.width
    assert shown(1000, 8000).box.height == page().boxes.body.height
