"""From a postmortem to a deck: headlines, minutes, sections, and nothing said is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.deck import Outline, assemble, outline
from deckgen.imprint import imprint
from deckgen.layout import Layout, Page, PageBoxes
from deckgen.postmortem.model import Postmortem
from deckgen.profiles import EXECUTIVE, ONEPAGE, PROFILES, REVIEW
from deckgen.scene.deck import Deck, Section, Slide
from deckgen.scene.geometry import to_points
from deckgen.scene.text import Run
from deckgen_layouts import BUILTIN
from tests.builders import box, page, postmortem
from tests.layouts.postmortems import HARD, PARAGRAPH, SENTENCE, full
from tests.written import texts

SEARCH = settings(max_examples=40)


class Titled(Layout):
    """Empty slides with the headlines that a test wants."""

    name: ClassVar[str] = "titled"
    section: ClassVar[str] = "Tests"
    share: ClassVar[float] = 2.0
    titles: ClassVar[tuple[str, ...]] = ()

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield a slide for each headline."""
        return (self.slide(page, title, [], ["Say this."]) for title in self.titles)


def layout(
    *headlines: str,
    called: str = "titled",
    of: str = "Tests",
    takes: float = 2.0,
    always: str | None = None,
) -> type[Layout]:
    """A layout that yields empty slides with these headlines."""

    class Drawn(Titled):
        name, section, share, title, titles = called, of, takes, always, headlines

    return Drawn


def made(about: Postmortem, plan: Outline[Postmortem], on: Page | None = None) -> Deck:
    on = on or page()
    return assemble(about, plan, on, imprint(about, on), about.headlines)


def deck(*layouts: type[Layout], minutes: int = 30, **fields: object) -> Deck:
    return made(postmortem(**fields), Outline(layouts, minutes))


def titles(of: Deck) -> list[str]:
    return [slide.title.text for slide in of.slides]


def reviewed(case: str, profile: str = "review") -> Deck:
    return made(HARD[case], outline(PROFILES[profile], BUILTIN))


def lines(slide: Slide) -> int:
    size = slide.title.size or page().title_sizes.title
    run = Run(slide.title.text, size, "", bold=True)
    return page().measurer.line_count([run], to_points(slide.title.box.width))


def seconds(slide: Slide) -> int:
    """The time that a slide's notes give it."""
    found = re.match(r"(\d*)(½?) min, until minute", slide.notes[0])
    return int(found[1] or 0) * 60 + 30 * bool(found[2]) if found else 0


def names(plan: Outline[Postmortem]) -> list[str]:
    return [chosen.name for chosen in plan.layouts]


def test_the_review_has_every_layout_but_the_one_page_one_in_order() -> None:
    plan = outline(REVIEW, BUILTIN)
    assert (names(plan), plan.minutes) == ([n for n in BUILTIN if n != "one-page"], 30)


def test_the_executive_deck_has_five_layouts() -> None:
    plan = outline(EXECUTIVE, BUILTIN)
    expected = ["title", "at-a-glance", "timeline", "key-learning", "actions"]
    assert (names(plan), plan.minutes) == (expected, 10)


def test_only_narrows_a_deck_and_keeps_its_order() -> None:
    assert names(outline(REVIEW, BUILTIN, only=["actions", "title"])) == ["title", "actions"]


def test_only_may_name_a_layout_that_the_profile_leaves_out() -> None:
    assert names(outline(REVIEW, BUILTIN, only=["one-page"])) == ["one-page"]
    assert names(outline(ONEPAGE, BUILTIN, only=["lessons"])) == ["lessons"]


def test_skip_leaves_layouts_out() -> None:
    assert names(outline(EXECUTIVE, BUILTIN, skip=["timeline", "lessons"])) == [
        "title",
        "at-a-glance",
        "key-learning",
        "actions",
    ]
    assert names(outline(REVIEW, BUILTIN, only=["title", "lessons"], skip=["title"])) == ["lessons"]


def test_an_installed_layout_is_part_of_the_review() -> None:
    assert names(outline(REVIEW, {**BUILTIN, "titled": Titled}))[-1] == "titled"


def test_a_headline_that_comes_back_is_numbered() -> None:
    assert titles(deck(layout("Two actions", "Why", "two actions", "Two actions"))) == [
        "Two actions (1/3)",
        "Why",
        "two actions (2/3)",
        "Two actions (3/3)",
    ]


def test_the_author_s_headline_takes_the_place_of_ours() -> None:
    own = {"lessons": "What the canary taught us"}
    drawn = deck(layout("A", "B"), layout("C", called="lessons"), headlines=own)
    assert titles(drawn) == ["A", "B", "What the canary taught us"]


def test_the_author_s_headline_is_numbered_where_a_layout_has_several_slides() -> None:
    drawn = deck(layout("A", "B"), headlines={"titled": "Our words"})
    assert titles(drawn) == ["Our words (1/2)", "Our words (2/2)"]


@SEARCH
@given(st.lists(texts(20), min_size=1, max_size=6), st.lists(st.integers(0, 5), max_size=8))
def test_headlines_are_unique_and_take_two_lines_at_most(
    written: list[str], again: list[int]
) -> None:
    drawn = deck(layout(*written, *(written[n % len(written)] for n in again)))
    folded = [title.casefold() for title in titles(drawn)]
    assert len(set(folded)) == len(folded)
    assert [slide.title.text for slide in drawn.slides if lines(slide) > 2] == []


def test_headlines_that_differ_only_where_they_are_cut_are_told_apart() -> None:
    tails = [f"{PARAGRAPH} {n}" for n in range(3)]
    drawn = titles(deck(layout(*tails)))
    assert [title[-7:] for title in drawn] == ["… (1/3)", "… (2/3)", "… (3/3)"]


def test_headlines_that_their_numbers_make_alike_are_told_apart() -> None:
    def fits(letters: int) -> bool:
        run = Run("w" * letters, page().theme.size.title_min, "", bold=True)
        return page().measurer.line_count([run], to_points(page().boxes.title.width)) <= 2

    most = max(n for n in range(300) if fits(n))
    one, other = "w" * most, "w" * (most - 1) + "x"
    drawn = titles(deck(layout(one, one, other, other)))
    assert [title.lstrip("w") for title in drawn] == ["… (1/4)", "… (2/4)", "… (3/4)", "… (4/4)"]


def test_a_headline_that_the_author_numbered_is_no_other_s() -> None:
    assert titles(deck(layout("Why", "Why", "Why (1/2)", "Why (2/2)"))) == [
        "Why (1/4)",
        "Why (2/4)",
        "Why (1/2) (3/4)",
        "Why (2/2) (4/4)",
    ]
    assert titles(deck(layout("Rollout (1/2)", "Rollout (2/2)"))) == [
        "Rollout (1/2)",
        "Rollout (2/2)",
    ]


@SEARCH
@given(texts(60), st.integers(1, 3))
def test_a_headline_that_is_cut_stands_in_the_notes_in_full(title: str, slides: int) -> None:
    drawn = deck(layout(*[title] * slides)).slides
    silent = [
        slide
        for slide in drawn
        if title not in slide.title.text and f"In full: {title}" not in slide.notes
    ]
    assert silent == []
    assert [s for s in drawn if title in s.title.text and "In full" in str(s.notes)] == []


def test_a_headline_shrinks_before_it_is_cut() -> None:
    short, middling = deck(layout(SENTENCE)), deck(layout(f"{SENTENCE} {SENTENCE}"))
    assert (titles(short), short.slides[0].title.size) == ([SENTENCE], None)
    assert titles(middling) == [f"{SENTENCE} {SENTENCE}"]
    assert 20 <= (middling.slides[0].title.size or 26) < 26


def test_a_deck_is_made_even_for_a_template_with_hardly_any_room_for_titles() -> None:
    tiny = replace(page(), boxes=replace(page().boxes, title=box(0.5, 0.3, 0.2, 0.2)))
    plan = Outline((layout("One headline", "One headline"),), 30)
    assert len(made(postmortem(), plan, tiny).slides) == 2


@pytest.mark.parametrize(
    ("profile", "minutes"), [("review", 30), ("executive", 10), ("onepage", 5)]
)
@pytest.mark.parametrize("case", HARD)
def test_the_minutes_in_the_notes_fill_the_talk(profile: str, minutes: int, case: str) -> None:
    slides = reviewed(case, profile).slides
    assert sum(map(seconds, slides)) == minutes * 60
    ends = [
        f"until minute {total / 60:g} of {minutes}."
        for slide, total in zip(slides, accumulate(map(seconds, slides)), strict=True)
        if seconds(slide)
    ]
    told = [slide.notes[0].split(", ")[1] for slide in slides if seconds(slide)]
    assert told == ends


@pytest.mark.parametrize("case", HARD)
def test_the_appendix_is_for_reference(case: str) -> None:
    slides = reviewed(case).slides
    silent = {slide.layout for slide in slides if slide.notes[0] == "Reference."}
    assert silent == {slide.layout for slide in slides if slide.layout.startswith("appendix-")}


def test_a_layout_s_time_is_shared_by_its_slides() -> None:
    drawn = deck(layout("A", "B", takes=4.0), layout("C", called="other", takes=4.0), minutes=8)
    assert [slide.notes for slide in drawn.slides] == [
        ("2 min, until minute 2 of 8.", "Say this."),
        ("2 min, until minute 4 of 8.", "Say this."),
        ("4 min, until minute 8 of 8.", "Say this."),
    ]


def test_a_deck_of_reference_slides_alone_takes_no_time() -> None:
    drawn = deck(layout("A", takes=0.0))
    assert [slide.notes for slide in drawn.slides] == [("Reference.", "Say this.")]


def test_sections_are_consecutive_slides_and_a_name_that_comes_back_is_numbered() -> None:
    parts = [("A", "Summary"), ("B", "Summary"), ("C", "Appendix"), ("D", "Summary")]
    drawn = deck(*(layout(title, called=title.lower(), of=of) for title, of in parts))
    assert [
        (section.name, [s.title.text for s in section.slides]) for section in drawn.sections
    ] == [
        ("Summary", ["A", "B"]),
        ("Appendix", ["C"]),
        ("Summary (2)", ["D"]),
    ]


def test_a_layout_without_slides_has_no_section() -> None:
    drawn = deck(layout(called="none", of="Nothing"), layout("A"))
    assert [section.name for section in drawn.sections] == ["Tests"]
    assert deck(layout()) == Deck((), drawn.footer, drawn.properties)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("case", HARD)
def test_the_sections_of_every_deck_are_unique_and_hold_each_slide_once(
    profile: str, case: str
) -> None:
    drawn = reviewed(case, profile)
    sections = [section.name for section in drawn.sections]
    assert len(set(sections)) == len(sections)
    assert [section for section in drawn.sections if not section.slides] == []
    assert len(set(map(str.casefold, titles(drawn)))) == len(drawn.slides)


def test_the_review_s_sections_stand_in_the_order_of_its_story() -> None:
    assert [section.name for section in reviewed("full").sections] == [
        "Summary",
        "What happened",
        "What we learned",
        "What we do",
        "Evidence",
        "Appendix",
    ]


def test_the_key_learning_slide_is_titled_exactly_so() -> None:
    [learning] = [slide for slide in reviewed("long").slides if slide.layout == "key-learning"]
    assert learning.title.text == "Key Learning"


def test_the_key_learning_slide_keeps_its_title_whatever_the_others_are_called() -> None:
    key = layout("Key Learning", called="key", always="Key Learning")
    drawn = deck(layout("key learning"), key, layout("KEY LEARNING", "Key Learning (2/3)"))
    assert titles(drawn) == [
        "key learning (2/4)",
        "Key Learning",
        "KEY LEARNING (3/4)",
        "Key Learning (2/3) (4/4)",
    ]
    assert titles(deck(layout("key learning"), key)) == ["key learning (2/2)", "Key Learning"]
    twice = layout("Key Learning", "Key Learning", called="key", always="Key Learning")
    assert titles(deck(twice)) == ["Key Learning", "Key Learning (2/2)"]


def test_the_author_s_headline_does_not_take_the_place_of_a_title_that_is_always_the_same() -> None:
    key = layout("Key Learning", called="key", always="Key Learning")
    drawn = deck(key, layout("A"), headlines={"key": "Our words", "titled": "Key Learning"})
    assert titles(drawn) == ["Key Learning", "Key Learning (2/2)"]


@pytest.mark.parametrize("profile", ["review", "executive"])
def test_the_key_learning_slide_keeps_its_title_beside_evidence_that_claims_it(
    profile: str,
) -> None:
    claimed = HARD["full"].model_copy(
        update={
            "title": "Key Learning",
            "headlines": {name: "Key learning" for name in BUILTIN},
            "evidence": tuple(
                one.model_copy(update={"caption": "KEY LEARNING"}) for one in HARD["full"].evidence
            ),
        }
    )
    drawn = made(claimed, outline(PROFILES[profile], BUILTIN))
    exact = [s.layout for s in drawn.slides if s.title.text.casefold() == "key learning"]
    assert exact == ["key-learning"]
    assert "Key Learning" in titles(drawn)


def test_a_deck_s_slides_are_those_of_its_sections_in_order() -> None:
    one, two, three = deck(layout("A", "B", "C")).slides
    drawn = deck(layout())
    assert replace(drawn, sections=(Section("X", (one,)), Section("Y", (two, three)))).slides == (
        one,
        two,
        three,
    )


@pytest.mark.parametrize("case", ["full", "many", "CJK"])
def test_the_same_postmortem_gives_the_same_deck(case: str) -> None:
    assert reviewed(case) == reviewed(case)


def test_a_cover_s_subtitle_that_is_cut_stands_in_the_notes_in_full() -> None:
    boxes = replace(page().boxes, cover_subtitle=box(0.95, 3.15, 2.0, 0.3))
    narrow: Page = replace(page(), boxes=boxes)
    assert isinstance(narrow.boxes, PageBoxes)
    plan = outline(REVIEW, BUILTIN, only=["title"])
    [cover] = made(full(SENTENCE, 1), plan, narrow).slides
    assert cover.subtitle is not None
    assert cover.subtitle.text.endswith("…")
    assert "In full: Incident postmortem · INC-1 · 8 January 2025" in cover.notes
