"""What every layout promises: nothing overlaps or runs off, and nothing written is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pytest
from hypothesis import Phase, given, settings

from deckgen.layout import Layout, PageBoxes, TitleSizes
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.wording import sentence
from deckgen.scene.deck import Slide
from deckgen.scene.measure import Measurer
from deckgen.scene.text import Run
from deckgen_layouts import BUILTIN
from tests.builders import box, event, page, postmortem
from tests.layouts.checks import assert_sound, said, slides_of
from tests.layouts.postmortems import HARD, SENTENCE, full, picture, postmortems

SEARCH = settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
"""Without shrinking: to lay out hundreds of smaller postmortems takes minutes and tells little."""

EACH = pytest.mark.parametrize("layout", BUILTIN.values(), ids=list(BUILTIN))
EACH_CASE = pytest.mark.parametrize("case", HARD)

TEMPLATES = {
    "PowerPoint's own": replace(
        page(),
        boxes=PageBoxes(
            cover_title=box(1.1, 2.38, 11.13, 1.51),
            cover_subtitle=box(2.1, 4.3, 9.13, 1.82),
            title=box(0.77, 0.35, 11.8, 1.15),
            body=box(0.67, 1.75, 12.0, 4.95),
            footer=box(4.42, 6.95, 4.5, 0.4),
        ),
        title_sizes=TitleSizes(cover_title=44, cover_subtitle=32, title=44, footer=12),
    ),
    "ten inches wide": replace(
        page(),
        boxes=PageBoxes(
            cover_title=box(0.85, 1.8, 8.3, 1.11),
            cover_subtitle=box(1.6, 3.24, 6.8, 1.34),
            title=box(0.6, 0.28, 8.8, 0.84),
            body=box(0.5, 1.31, 9.0, 3.71),
            footer=box(3.31, 5.21, 3.38, 0.3),
        ),
        title_sizes=TitleSizes(cover_title=44, cover_subtitle=32, title=44, footer=12),
    ),
}
"""Pages of templates that are not ours: less room, and cover boxes that fill the slide."""

TOLD: dict[str, Callable[[Postmortem], Iterable[str | None]]] = {
    "title": lambda p: [p.title, p.impact.statement or p.summary, *p.services],
    "at-a-glance": lambda p: [
        p.impact.statement,
        p.summary,
        *p.services,
        *(text for m in p.impact.metrics for text in (m.label, m.note)),
    ],
    "impact": lambda p: [sentence(measured.label) for measured in p.impact.series],
    "what-happened": lambda p: [
        p.root_cause.primary_cause,
        *(text for why in p.root_cause.five_whys for text in (why.why, why.because)),
        *p.root_cause.repeats,
    ],
    "contributing-factors": lambda p: [f.text for f in p.root_cause.contributing_factors],
    "lessons": lambda p: [
        *p.lessons.went_well,
        *p.lessons.went_wrong,
        *p.lessons.got_lucky,
        *(learning.text for learning in p.learnings),
    ],
    "key-learning": lambda p: (
        [p.key_learning.statement, p.key_learning.evidence] if p.key_learning else []
    ),
    "actions": lambda p: [
        text for a in p.actions for text in (a.id, a.action, a.owner if a.is_assigned else None)
    ],
    "decisions": lambda p: [*p.decisions, *p.follow_up.success_criteria],
    "evidence": lambda p: [text for e in p.evidence for text in (e.caption, e.alt)],
    "appendix-timeline": lambda p: [event.text for event in p.events],
    "appendix-measures": lambda p: [
        text for person in p.people for text in (person.name, person.role)
    ],
    "one-page": lambda p: [
        p.title,
        p.root_cause.primary_cause or p.summary,
        p.key_learning.statement if p.key_learning else None,
        *(action.action for action in p.actions),
    ],
}
"""The texts that a layout must show, or at least carry in its notes."""


@dataclass(frozen=True)
class Counting(Measurer):
    """A measurer that notes every text whose lines it is asked for."""

    lines: list[float] = field(default_factory=list)

    def line_count(self, runs: Sequence[Run], width: float) -> int:
        """Return the lines of `runs`, and note the question."""
        self.lines.append(width)
        return super().line_count(runs, width)


def lists(entries: int) -> Postmortem:
    """A postmortem whose every list has so many entries, no two alike."""
    texts = [f"{SENTENCE} {n}" for n in range(1000, 1000 + entries)]
    return postmortem(
        services=texts,
        impact={"metrics": [{"label": text, "value": 1, "note": "peak"} for text in texts]},
        timeline=[event(f"{n // 60:02d}:{n % 60:02d}", text) for n, text in enumerate(texts)],
        root_cause={
            "five_whys": texts,
            "repeats": texts,
            "contributing_factors": [
                {"category": ("process", "design")[n % 2], "text": text}
                for n, text in enumerate(texts)
            ],
        },
        lessons=dict.fromkeys(("went_well", "went_wrong", "got_lucky"), texts),
        learnings=[{"text": text} for text in texts],
        actions=[
            {"action": text, "learning": f"L{n}", "owner": text} for n, text in enumerate(texts, 2)
        ],
        decisions=texts,
        follow_up={"success_criteria": texts},
        evidence=[{"image": picture(), "caption": text} for text in texts],
        people=[{"name": text, "role": "Responder"} for text in texts],
        sources=[f"https://example.com/{n}" for n in range(entries)],
    )


@cache
def hard_slides(layout: type[Layout], case: str) -> list[Slide]:
    return list(layout().slides(HARD[case], page()))


def lost(postmortem: Postmortem, slides: list[Slide], layout: type[Layout]) -> list[str]:
    """The texts that a layout must tell and that its slides and notes do not hold."""
    shown = said(slides)
    told = TOLD[layout.name](postmortem) if layout.name in TOLD else []
    return [text for text in told if text and text not in shown]


@EACH
@EACH_CASE
def test_slides_are_sound_whatever_the_postmortem_holds(layout: type[Layout], case: str) -> None:
    for slide in hard_slides(layout, case):
        assert_sound(slide, page())
        assert slide.layout == layout.name


@EACH
@EACH_CASE
def test_what_is_written_is_shown_or_stands_in_the_notes(layout: type[Layout], case: str) -> None:
    assert lost(HARD[case], hard_slides(layout, case), layout) == []


@SEARCH
@given(postmortems())
def test_slides_are_sound_and_whole_for_texts_of_any_length_and_script(drawn: Postmortem) -> None:
    for layout in BUILTIN.values():
        assert lost(drawn, slides_of(layout, drawn), layout) == []


@EACH
def test_the_same_postmortem_gives_the_same_slides(layout: type[Layout]) -> None:
    drawn = HARD["many"]
    assert list(layout().slides(drawn, page())) == hard_slides(layout, "many")


@EACH
def test_four_times_the_entries_take_four_times_the_room_and_measuring(
    layout: type[Layout],
) -> None:
    def taken(entries: int) -> list[int]:
        measurer = Counting(page().measurer.font)
        drawn = lists(entries)
        slides = list(layout().slides(drawn, replace(page(), measurer=measurer)))
        assert lost(drawn, slides, layout) == []
        return [len(said(slides)), len(measurer.lines)]

    few, many = taken(100), taken(400)
    assert [more / less for more, less in zip(many, few, strict=True) if more > 4.5 * less] == []


@EACH
def test_a_layout_says_where_it_belongs_and_how_long_it_takes(layout: type[Layout]) -> None:
    assert layout.section
    assert layout.share >= 0
    assert (layout.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("template", TEMPLATES)
@EACH
def test_slides_are_sound_on_the_templates_that_people_have(
    layout: type[Layout], template: str
) -> None:
    for case in ("first hour", "over, without numbers", "full", "many"):
        slides_of(layout, HARD[case], TEMPLATES[template])


def test_only_the_appendix_takes_no_time() -> None:
    silent = {layout.name for layout in BUILTIN.values() if layout.share == 0}
    assert silent == {name for name in BUILTIN if name.startswith("appendix-")}


def test_with_nothing_but_a_title_only_slides_that_say_so_remain() -> None:
    drawn = {n for n, layout in BUILTIN.items() if slides_of(layout, HARD["first hour"])}
    assert drawn == {"title", "at-a-glance", "appendix-measures", "one-page"}


def test_with_everything_recorded_every_layout_is_shown() -> None:
    drawn = {n for n, layout in BUILTIN.items() if slides_of(layout, full(SENTENCE, 2))}
    assert drawn == set(BUILTIN)
