"""What is asked of the room, and how we shall know that it worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from deckgen.fitting import Block, fitted, in_full, stacked
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import IconName
from deckgen.postmortem.wording import count_in_words, day_or_instant, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.icons import icon
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import BADGE, badged_card, card, frame, paragraph

_HEAD = 34.0


class Decisions(Layout):
    """The decisions asked of the people in the room, the review date and the success criteria.

    Needs: a decision, a review date or a success criterion. What is asked stands on the left,
    the follow-up on the right; one without the other takes the whole width. More than fits
    continues on a further slide.
    """

    name: ClassVar[str] = "decisions"
    section: ClassVar[str] = "What we do"
    share: ClassVar[float] = 4.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the slides, nothing where nothing is asked and no follow-up is planned."""
        follow_up = postmortem.follow_up
        asks = bool(postmortem.decisions)
        follows = bool(follow_up.review_at or follow_up.success_criteria)
        if not asks and not follows:
            return
        halves = page.boxes.body.columns(
            [1.0] * (asks + follows), points(page.theme.space.gutter * 2)
        )
        left = _asked(postmortem, halves[0], page) if asks else []
        right = _followed(postmortem, halves[-1], page) if follows else []
        for n in range(max(len(left), len(right))):
            asked, followed = (half[n] if n < len(half) else ([], []) for half in (left, right))
            notes = [
                *_notes(postmortem, asked[1], followed[1]),
                *in_full([block.text for block in (*asked[1], *followed[1])]),
            ]
            yield self.slide(page, headline(postmortem, page), [*asked[0], *followed[0]], notes)


def headline(postmortem: Postmortem, page: Page) -> str:
    """Return how many decisions are asked, and when the actions are reviewed."""
    parts = []
    if postmortem.decisions:
        parts.append(
            f"{count_in_words(len(postmortem.decisions), 'decision')} asked of this review"
        )
    review = postmortem.follow_up.review_at
    if review:
        parts.append(f"follow-up on {day_or_instant(review, postmortem.zone)}")
    elif not parts:
        criteria = count_in_words(
            len(postmortem.follow_up.success_criteria), "success criterion", "success criteria"
        )
        parts.append(f"{criteria} for the follow-up")
    return sentence("; ".join(parts))


Half = list[tuple[list[Item], list[Block]]]


def _heading(name: str, text: str, box: Box, page: Page) -> Item:
    head = paragraph(text, page.theme.size.heading, page.theme.colour.accent, bold=True)
    return TextBox(name, box.row(0, points(26)), frame(head))


def _below_heading(box: Box, more: float = 0.0) -> Box:
    top = points(_HEAD + more)
    return Box(box.x, Emu(box.y + top), box.width, Emu(box.height - top))


def _asked(postmortem: Postmortem, box: Box, page: Page) -> Half:
    colour = page.theme.colour

    def asked(text: str) -> Callable[[float], TextFrame]:
        def at(size: float) -> TextFrame:
            words = paragraph(text, size, colour.ink)
            return frame(words, anchor=Anchor.MIDDLE, padding=12, side=28)

        return at

    room = _below_heading(box)
    inner = Box(
        Emu(room.x + points(BADGE / 2)), room.y, Emu(room.width - points(BADGE / 2)), room.height
    )
    pages = stacked(
        page,
        [asked(text) for text in postmortem.decisions],
        inner,
        22,
        page.theme.size.body_min,
        gap=12,
        most=1.6,
    )
    half: Half = []
    for blocks in pages:
        items = [_heading("decisions:heading", "What we ask you to decide", box, page)]
        for block in blocks:
            name = f"decision:{block.number + 1}"
            badge, fill = str(block.number + 1), colour.accent_tint
            items.append(
                badged_card(page, name, block.box, block.text.frame, badge, fill, colour.accent)
            )
        half.append((items, blocks))
    return half


def _followed(postmortem: Postmortem, box: Box, page: Page) -> Half:
    colour, size = page.theme.colour, page.theme.size
    criteria = postmortem.follow_up.success_criteria
    room = _below_heading(box, 96)
    pages = (
        stacked(
            page,
            [_criterion(text, page) for text in criteria],
            room,
            18,
            size.body_min,
            gap=8,
            most=1.4,
        )
        if criteria
        else [[]]
    )
    review = postmortem.follow_up.review_at
    when = day_or_instant(review, postmortem.zone) if review else "No review date yet"
    half: Half = []
    for blocks in pages:
        line = Box(box.x, Emu(box.y + points(_HEAD)), box.width, points(56))
        date_box = Box(Emu(line.x + points(40)), line.y, Emu(line.width - points(40)), line.height)
        clock_box = Box(Emu(line.x + points(2)), Emu(line.y + points(13)), points(30), points(30))
        ink = colour.ink if review else colour.caution
        date = fitted(page, when, date_box, 26, size.body, ink, bold=True, anchor=Anchor.MIDDLE)
        items: list[Item] = [
            _heading("follow-up:heading", "We review the actions", box, page),
            icon(IconName.CLOCK, clock_box, colour.accent),
            TextBox("follow-up:date", date_box, date.frame),
        ]
        if blocks:
            said = paragraph("It worked when", size.body, colour.accent, bold=True)
            top = Box(box.x, Emu(line.bottom + points(10)), box.width, points(24))
            items.append(TextBox("criteria:heading", top, frame(said)))
        for block in blocks:
            items += _flagged(block, page)
        half.append((items, blocks))
    return half


def _criterion(text: str, page: Page) -> Callable[[float], TextFrame]:
    def at(size: float) -> TextFrame:
        words = paragraph(text, size, page.theme.colour.ink)
        padded = frame(words, anchor=Anchor.MIDDLE, padding=6, side=0)
        return TextFrame(
            padded.paragraphs, padded.anchor, points(40), padded.top, points(8), padded.bottom
        )

    return at


def _flagged(block: Block, page: Page) -> Iterator[Item]:
    size = points(22)
    middle = block.box.y + (block.box.height - size) // 2
    mark = Box(Emu(block.box.x + points(8)), Emu(middle), size, size)
    name = f"criterion:{block.number + 1}"
    yield card(name, block.box, block.text.frame, page.theme.colour.surface)
    yield icon(IconName.FLAG, mark, page.theme.colour.accent)


def _notes(
    postmortem: Postmortem, decisions: Sequence[Block], criteria: Sequence[Block]
) -> Iterator[str]:
    for block in decisions:
        yield f"Decision {block.number + 1}: {postmortem.decisions[block.number]}"
    review = postmortem.follow_up.review_at
    if review:
        yield f"We meet again on {day_or_instant(review, postmortem.zone)}."
    for block in criteria:
        criterion = postmortem.follow_up.success_criteria[block.number]
        yield f"We shall know that it worked when: {criterion}"
