"""Contributing factors: a fishbone from two categories on, a list for one."""

from __future__ import annotations

import pytest

from deckgen.scene.shapes import Group, Path
from deckgen_layouts.contributing_factors import ContributingFactors
from tests.builders import postmortem
from tests.layouts.checks import parts, said, slides_of, texts_of
from tests.layouts.postmortems import PARAGRAPH, SENTENCE


def drawn(*factors: tuple[str, str]) -> dict[str, object]:
    found = [{"category": category, "text": text} for category, text in factors]
    return {"root_cause": {"contributing_factors": found}}


def test_without_factors_there_is_no_slide() -> None:
    assert slides_of(ContributingFactors, postmortem()) == []


def test_one_category_is_a_list() -> None:
    factors = drawn(("process", "The stage was skipped"), ("process", "The review was late"))
    [slide] = slides_of(ContributingFactors, postmortem(**factors))
    assert texts_of(slide) == [
        "Two contributing factors, all in process",
        "The stage was skipped",
        "The review was late",
    ]
    assert not any(isinstance(item, Group) for item in slide.items)


def test_two_categories_are_a_fishbone_whose_head_is_the_effect() -> None:
    factors = drawn(("process", "Skipped"), ("people-load", "One rota"), ("process", "Late"))
    [slide] = slides_of(ContributingFactors, postmortem(**factors))
    assert texts_of(slide) == [
        "Most contributing factors lie in process (2 of 3)",
        *("Process", "Skipped", "Late"),
        *("Workload", "One rota"),
        "Checkout down",
    ]
    [skeleton] = [item for item in slide.items if isinstance(item, Group)]
    assert skeleton.alt.startswith("Fishbone")
    assert sum(isinstance(item, Path) for item in parts(slide.items)) == 2


@pytest.mark.parametrize(
    ("factors", "headline"),
    [
        ([("design", "a")], "One contributing factor: design"),
        ([("design", "a"), ("other", "b")], "Two contributing factors in two areas"),
        (
            [("design", "a"), ("design", "c"), ("other", "b"), ("other", "d")],
            "Four contributing factors in two areas",
        ),
        (
            [("tooling", "a"), ("tooling", "b"), ("design", "c"), ("process", "d")],
            "More contributing factors lie in tooling than elsewhere (2 of 4)",
        ),
        (
            [(kind, "a") for kind in ("design", "design", "process", "capacity", "tooling")]
            + [("dependency", "b")],
            "Six contributing factors in five areas",
        ),
        (
            [("other", "a"), ("other", "b"), ("design", "c")],
            "Three contributing factors in two areas",
        ),
    ],
)
def test_the_headline_counts_and_names_where_most_lie(
    factors: list[tuple[str, str]], headline: str
) -> None:
    slide, *_ = slides_of(ContributingFactors, postmortem(**drawn(*factors)))
    assert slide.title.text == headline


def test_eight_ribs_with_short_texts_fit_on_one_slide() -> None:
    kinds = ("process", "tooling", "communication", "people-load", "capacity", "dependency")
    more = [*kinds, "design", "monitoring"]
    [slide] = slides_of(ContributingFactors, postmortem(**drawn(*[(k, f"A {k}") for k in more])))
    assert [kind for kind in more if f"A {kind}" not in texts_of(slide)] == []


def test_more_ribs_than_fit_continue_on_the_next_slide() -> None:
    factors = [(kind, f"{SENTENCE} {n}") for n in range(16) for kind in ("process", "design")]
    slides = slides_of(ContributingFactors, postmortem(**drawn(*factors)))
    shown = [text for slide in slides for text in texts_of(slide)]
    assert len(slides) > 1
    assert [text for _, text in factors if shown.count(text) < 1] == []


def test_the_notes_name_every_factor_of_the_slide_even_where_a_category_has_two_ribs() -> None:
    factors = [("process", f"{SENTENCE * 3} {n}") for n in range(6)] + [("design", "One more")]
    slides = slides_of(ContributingFactors, postmortem(**drawn(*factors)))
    notes = "\n".join(note for slide in slides for note in slide.notes)
    assert [text for _, text in factors if text not in notes] == []


def test_a_factor_longer_than_a_rib_is_cut_and_stands_in_the_notes() -> None:
    long = (PARAGRAPH * 4).strip()
    slides = slides_of(ContributingFactors, postmortem(**drawn(("process", long), ("design", "b"))))
    assert long in said(slides)
    assert any(text.endswith("…") for slide in slides for text in texts_of(slide))
