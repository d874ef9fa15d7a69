"""From the symptom to the cause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from deckgen.fitting import Block, in_full, stacked
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem, RootCause, Why
from deckgen.postmortem.vocabulary import EventKind
from deckgen.postmortem.wording import count_in_words, listing
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Item, Line, LineTo, MoveTo, Path
from deckgen.scene.text import Anchor, Paragraph, TextFrame
from deckgen.typeset import BADGE, badged_card, card, frame, paragraph
from deckgen_layouts.recurrence import earlier

_STEP = 26.0
_STEPS = 6
_LONGEST_NAMED = 120
"""How many characters the ids of earlier incidents may take; more are in the notes."""


class _Rung(NamedTuple):
    """One step of the ladder: its badge, its texts, its note, and whether it sums up the others."""

    badge: str
    why: str
    because: str | None
    told: str
    sums_up: bool = False


class WhatHappened(Layout):
    """The five whys as a ladder, and below it in short the primary cause that they come to.

    Needs: a primary cause, one why, or an earlier incident that had the same cause. Where the last
    why says the cause already, it is not repeated. Without whys the cause stands with what set it
    off. Earlier incidents with the same cause are named with it. What does not fit continues on a
    further slide.
    """

    name: ClassVar[str] = "what-happened"
    section: ClassVar[str] = "What happened"
    share: ClassVar[float] = 4.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the ladder, or the cause alone; nothing where neither is recorded."""
        cause = postmortem.root_cause
        if cause.five_whys:
            yield from self._ladder(postmortem, page)
        elif cause.primary_cause or cause.repeats:
            yield from self._cause(postmortem, page)

    def _ladder(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        cause = postmortem.root_cause
        rungs = [*_rungs(cause)]
        body = page.boxes.body
        indent = points(_STEP) * min(len(cause.five_whys) - 1, _STEPS)
        width = Emu(body.width - indent - points(BADGE))
        room = Box(Emu(body.x + points(BADGE)), body.y, width, body.height)
        texts = [_rung_text(rung, page) for rung in rungs]
        for blocks in stacked(page, texts, room, 20, page.theme.size.body_min, gap=10, most=1.5):
            items = [
                item for n, block in enumerate(blocks) for item in _rung(rungs, n, block, page)
            ]
            notes = [
                "Read the ladder from the top. Each answer is about the system, not a person.",
                *(rungs[block.number].told for block in blocks),
                *in_full([block.text for block in blocks]),
            ]
            yield self.slide(page, _headline(postmortem), items, notes)

    def _cause(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        colour, size = page.theme.colour, page.theme.size
        cause = postmortem.root_cause
        title, text = _named(cause, earlier(cause, _LONGEST_NAMED))
        texts = [_titled(title, text, colour.on_accent, bold=True)]
        trigger = next((e for e in postmortem.events if e.kind is EventKind.TRIGGER), None)
        if trigger:
            texts.append(_titled("What set it off", trigger.text, colour.ink))
        if postmortem.summary:
            texts.append(_titled("What happened", postmortem.summary, colour.ink))
        for blocks in stacked(
            page, texts, page.boxes.body, 28, size.body_min, gap=page.theme.space.gutter, most=2.2
        ):
            items = [_panel(block, page) for block in blocks]
            told = ": ".join(_named(cause, listing(cause.repeats)))
            notes = [told, *in_full([block.text for block in blocks])]
            yield self.slide(page, "Why it happened", items, notes)


def _headline(postmortem: Postmortem) -> str:
    whys = count_in_words(len(postmortem.root_cause.five_whys), "why")
    return postmortem.root_cause.primary_cause or f"Why it happened: {whys} so far"


def _rungs(cause: RootCause) -> Iterator[_Rung]:
    for n, why in enumerate(cause.five_whys, 1):
        told = " ".join(filter(None, (why.why, why.because)))
        yield _Rung(str(n), why.why, why.because, f"Why {n}: {told}")
    title, said = _summed_up(cause, earlier(cause, _LONGEST_NAMED))
    if title:
        in_full, _ = _summed_up(cause, listing(cause.repeats))
        yield _Rung("!", title, said, ": ".join(filter(None, (in_full, said))), True)


def _summed_up(cause: RootCause, before: str) -> tuple[str, str | None]:
    """Return what stands below the ladder, empty where the last why says it all.

    `before` are the earlier incidents with the same cause in words.
    """
    same = f"the same as in {before}" if before else ""
    if cause.primary_cause and not _says(cause.five_whys[-1], cause.primary_cause):
        return ", ".join(filter(None, ("In short", same))), cause.primary_cause
    return f"The cause is {same}" if same else "", None


def _named(cause: RootCause, before: str) -> tuple[str, str]:
    """Return what to call the cause, and the cause; or which incidents `before` had it as well."""
    if cause.primary_cause is None:
        return "The same cause as in", before
    title = f"Primary cause, the same as in {before}" if before else "Primary cause"
    return title, cause.primary_cause


def _says(last: Why, cause: str) -> bool:
    """Whether the last why has the words of the primary cause in it."""
    return _words(cause) in _words(last.because or last.why)


def _words(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.casefold()), ""])


def _titled(title: str, text: str, ink: str, *, bold: bool = False) -> Callable[[float], TextFrame]:
    def at(size: float) -> TextFrame:
        return frame(
            paragraph(title, max(12.0, round(size * 0.6)), ink),
            paragraph(text, size, ink, bold=bold, space_before=4),
            anchor=Anchor.MIDDLE,
            padding=12,
            side=18,
        )

    return at


def _panel(block: Block, page: Page) -> Item:
    fill = page.theme.colour.surface if block.number else page.theme.colour.accent
    return card(f"cause:{block.number}", block.box, block.text.frame, fill)


def _rung_text(rung: _Rung, page: Page) -> Callable[[float], TextFrame]:
    ink = page.theme.colour.on_accent if rung.sums_up else page.theme.colour.ink

    def at(size: float) -> TextFrame:
        words: list[Paragraph] = []
        if rung.because:
            words.append(paragraph(rung.why, max(12.0, size - 4), ink))
        answer = rung.because or rung.why
        words.append(paragraph(answer, size, ink, bold=rung.sums_up, space_before=1))
        return frame(*words, anchor=Anchor.MIDDLE, padding=8, side=22)

    return at


def _rung(rungs: list[_Rung], place: int, block: Block, page: Page) -> Iterator[Item]:
    """Yield panel, badge and the step down to it from the rung above; in short takes no step."""
    colour, rung = page.theme.colour, rungs[block.number]
    if rung.sums_up:
        body = page.boxes.body
        whole = Box(body.x, block.box.y, body.width, block.box.height)
        yield card("in short", whole, block.text.frame, colour.accent)
        return
    box = Box(
        Emu(block.box.x + points(_STEP) * min(place, _STEPS)),
        block.box.y,
        block.box.width,
        block.box.height,
    )
    if 0 < place <= _STEPS:
        yield _step_down(box, block, page)
    name = f"why:{rung.badge}"
    yield badged_card(page, name, box, block.text.frame, rung.badge, colour.surface, colour.accent)


def _step_down(box: Box, block: Block, page: Page) -> Path:
    """Return the line that leads from the rung above to this one: down, then to the right."""
    x = Emu(box.x - points(_STEP))
    edge = Emu(box.x - points(BADGE / 2))
    middle = Emu(box.y + box.height // 2)
    top = Emu(block.box.y - points(10))
    segments = (MoveTo(x, top), LineTo(x, middle), LineTo(edge, middle))
    line = Line(page.theme.colour.muted, points(page.theme.space.stroke))
    line_box = Box(x, top, Emu(edge - x), Emu(middle - top))
    return Path(f"why:step:{block.number}", line_box, segments, line=line)
