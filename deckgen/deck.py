"""A subject to a deck: which layouts, their slides, headlines that fit, notes with minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from types import MappingProxyType
from typing import Generic

from deckgen.imprint import Imprint
from deckgen.layout import LayoutOf, Page, Subject
from deckgen.minutes import shared_out, spoken
from deckgen.profiles import Profile
from deckgen.scene.deck import Deck, Placeholder, Section, Slide
from deckgen.scene.geometry import to_points
from deckgen.scene.measure import size_steps

NO_HEADLINES: Mapping[str, str] = MappingProxyType({})

_MARK = re.compile(r" \(\d+/\d+\)$")


@dataclass(frozen=True)
class Outline(Generic[Subject]):
    """The layouts of a deck in their order, and the minutes that its talk takes."""

    layouts: tuple[type[LayoutOf[Subject]], ...]
    minutes: int


def outline(
    profile: Profile,
    layouts: Mapping[str, type[LayoutOf[Subject]]],
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
) -> Outline[Subject]:
    """Return the outline of `profile`, narrowed to `only` where given, without `skip`.

    `only` may name a layout that the profile leaves out. All names must be keys of `layouts`.
    """
    names = profile.layouts or [name for name in layouts if name not in profile.leaves_out]
    chosen = [name for name in layouts if name in only] if only else names
    return Outline(tuple(layouts[name] for name in chosen if name not in skip), profile.minutes)


def assemble(
    subject: Subject,
    plan: Outline[Subject],
    page: Page,
    imprint: Imprint,
    headlines: Mapping[str, str] = NO_HEADLINES,
) -> Deck:
    """Return the deck: each layout's slides, with unique headlines and notes that fill the time.

    `headlines` are the author's own, by the names of layouts.
    """
    drawn = [slide for layout in plan.layouts for slide in layout().slides(subject, page)]
    always = {layout.name: layout.title for layout in plan.layouts if layout.title}
    drawn = list(_headlined(drawn, {**headlines, **always}))
    slides = _told_apart([_fitted(slide, page) for slide in drawn], always.keys(), page)
    slides = [_with_cut_texts(*pair) for pair in zip(drawn, slides, strict=True)]
    slides = list(_timed(slides, plan.minutes * 60))
    sections = {layout.name: layout.section for layout in plan.layouts}
    return Deck(tuple(_sections(slides, sections)), imprint.footer, imprint.properties)


def _headlined(slides: Iterable[Slide], headlines: Mapping[str, str]) -> Iterator[Slide]:
    for slide in slides:
        text = headlines.get(slide.layout, slide.title.text)
        yield replace(slide, title=replace(slide.title, text=text))


def _told_apart(slides: Sequence[Slide], always: Set[str], page: Page) -> list[Slide]:
    """Return the slides with unique headlines: those that read alike are numbered, as ` (1/3)`.

    The first slide of a layout named in `always` keeps its headline, and counts as the first. A
    headline that gives way to its number may come to read like another one. They are then
    numbered together, so that with every round fewer are left to tell apart.
    """
    first = {slide.layout: n for n, slide in reversed([*enumerate(slides)])}
    kept = {n for layout, n in first.items() if layout in always}
    shown = list(slides)
    keys = _keys(slides)
    for _ in slides:
        shown = [_numbered(*pair, page) for pair in zip(slides, _marks(keys, kept), strict=True)]
        merged = [_MARK.sub("", key) for key in _keys(shown)]
        if len(set(_keys(shown))) == len(shown) or merged == keys:
            break
        keys = merged
    return shown


def _keys(slides: Sequence[Slide]) -> list[str]:
    return [slide.title.text.casefold() for slide in slides]


def _marks(keys: Sequence[str], kept: Set[int]) -> Iterator[str]:
    """Yield what tells each key apart from its equals, nothing where it has none or is `kept`."""
    totals, seen = Counter(keys), Counter(keys[n] for n in kept)
    for n, key in enumerate(keys):
        if n in kept or totals[key] == 1:
            yield ""
        else:
            seen[key] += 1
            yield f" ({seen[key]}/{totals[key]})"


def _numbered(slide: Slide, mark: str, page: Page) -> Slide:
    """Return the slide with `mark` behind its headline, which gives way where there is no room."""
    if not mark:
        return slide
    words = slide.title.text
    marked = _in_title(replace(slide.title, text=words + mark), page)
    while words and not marked.text.endswith(mark):
        words = words[:-2].rstrip(" …")
        marked = _in_title(replace(slide.title, text=f"{words}…{mark}"), page)
    return replace(slide, title=marked)


def _fitted(slide: Slide, page: Page) -> Slide:
    """Return the slide with headline and subtitle in a size in which they fit their boxes."""
    title = _in_title(slide.title, page)
    subtitle = slide.subtitle and _in_box(
        slide.subtitle, page, page.title_sizes.cover_subtitle, page.theme.size.body_min, bold=False
    )
    return replace(slide, title=title, subtitle=subtitle)


def _with_cut_texts(drawn: Slide, shown: Slide) -> Slide:
    """Return the slide as `shown`, with headline and subtitle in its notes if they are cut."""
    pairs = ((drawn.title, shown.title), (drawn.subtitle, shown.subtitle))
    cut = [
        f"In full: {before.text}"
        for before, after in pairs
        if before and after and not after.text.startswith(before.text)
    ]
    return replace(shown, notes=(*shown.notes, *cut))


def _in_title(title: Placeholder, page: Page) -> Placeholder:
    own, least = page.title_sizes, page.theme.size
    if title.kind == "ctrTitle":
        return _in_box(title, page, own.cover_title, least.cover_min, bold=True)
    return _in_box(title, page, own.title, least.title_min, bold=True)


def _in_box(
    text: Placeholder, page: Page, own: float, smallest: float, *, bold: bool
) -> Placeholder:
    """Return the placeholder in the template's own text size, or in a smaller one that fits."""
    width, height = to_points(text.box.width), to_points(text.box.height)
    steps = [own, *(size for size in size_steps(own, smallest) if size < own)]
    size, shown = page.measurer.fitted(text.text, width, height, steps, bold)
    return replace(text, text=shown, size=None if size == own else size)


def _timed(slides: Sequence[Slide], total: int) -> Iterator[Slide]:
    """Yield the slides with what to say and for how long as the first line of their notes."""
    shares = Counter(slide.layout for slide in slides)
    seconds = shared_out(total, [slide.share / shares[slide.layout] for slide in slides])
    for slide, own, end in zip(slides, seconds, accumulate(seconds), strict=True):
        head = (
            f"{spoken(own)}, until minute {end / 60:g} of {total // 60}." if own else "Reference."
        )
        yield replace(slide, notes=(head, *slide.notes))


def _sections(slides: Sequence[Slide], names: Mapping[str, str]) -> Iterator[Section]:
    """Yield consecutive slides of one section; a name that comes back is numbered."""
    seen: Counter[str] = Counter()
    for name, group in groupby(slides, key=lambda slide: names[slide.layout]):
        seen[name] += 1
        unique = name if seen[name] == 1 else f"{name} ({seen[name]})"
        yield Section(unique, tuple(group))
