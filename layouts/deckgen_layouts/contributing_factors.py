"""What else had to be so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from deckgen.fitting import Block, Fitted, clipped, fitted, in_full, stacked
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import FactorCategory
from deckgen.postmortem.wording import count_in_words, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import size_steps
from deckgen.scene.shapes import Group, Item, Line, LineTo, MoveTo, Path, Shape, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import card, frame, paragraph

_NAMES = {FactorCategory.PEOPLE_LOAD: "Workload", FactorCategory.OTHER: "Other"}
_COLUMNS = (3, 4)
_HEAD = 158.0
_RIB = 30.0


class _Bone(NamedTuple):
    """One rib of the fishbone: a category and those of its factors that fit beside it."""

    heading: str
    factors: tuple[str, ...]


class ContributingFactors(Layout):
    """What in the system let the incident happen or made it worse, grouped by category.

    Needs: one contributing factor. From two categories on it is drawn as a fishbone whose head
    is the effect; a single category is a list. Eight ribs fit on a slide where their texts are
    short enough, else six; further ones continue on the next.
    """

    name: ClassVar[str] = "contributing-factors"
    section: ClassVar[str] = "What happened"
    share: ClassVar[float] = 3.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield fishbone or list, nothing where no factor is recorded."""
        groups = _grouped(postmortem)
        if len(groups) > 1:
            yield from self._fishbones(groups, postmortem, page)
        elif groups:
            yield from self._list(groups, postmortem, page)

    def _fishbones(
        self, groups: dict[str, list[str]], postmortem: Postmortem, page: Page
    ) -> Iterator[Slide]:
        for bones in _pages(groups, page):
            items, texts = _fishbone(bones, postmortem, page)
            notes = [*_notes((bone.heading, bone.factors) for bone in bones), *in_full(texts)]
            yield self.slide(page, _headline(groups), items, notes)

    def _list(
        self, groups: dict[str, list[str]], postmortem: Postmortem, page: Page
    ) -> Iterator[Slide]:
        [(name, texts)] = groups.items()
        frames = [_listed(text, page) for text in texts]
        for blocks in stacked(
            page, frames, page.boxes.body, 24, page.theme.size.body_min, gap=12, most=1.8
        ):
            told = [texts[block.number] for block in blocks]
            notes = [*_notes([(name, told)]), *in_full([block.text for block in blocks])]
            yield self.slide(page, _headline(groups), list(map(_card(page), blocks)), notes)


def _grouped(postmortem: Postmortem) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for factor in postmortem.root_cause.contributing_factors:
        name = _NAMES.get(factor.category, sentence(factor.category))
        groups.setdefault(name, []).append(factor.text)
    return groups


def _headline(groups: dict[str, list[str]]) -> str:
    total = sum(map(len, groups.values()))
    factors = count_in_words(total, "contributing factor")
    if len(groups) == 1:
        [name] = groups
        return sentence(
            f"{factors}, all in {name.lower()}" if total > 1 else f"{factors}: {name.lower()}"
        )
    leading = _leading(groups)
    if leading is None:
        return sentence(f"{factors} in {count_in_words(len(groups), 'area')}")
    share = f"({len(groups[leading])} of {total})"
    if 2 * len(groups[leading]) > total:
        return f"Most contributing factors lie in {leading.lower()} {share}"
    return f"More contributing factors lie in {leading.lower()} than elsewhere {share}"


def _leading(groups: dict[str, list[str]]) -> str | None:
    """Return the area with the most factors, if it has more than a third and no equal."""
    sizes = {name: len(texts) for name, texts in groups.items()}
    lead = max(sizes, key=sizes.__getitem__)
    most = sizes[lead]
    is_alone = list(sizes.values()).count(most) == 1 and 3 * most > sum(sizes.values())
    return lead if is_alone and lead != _NAMES[FactorCategory.OTHER] else None


def _pages(groups: dict[str, list[str]], page: Page) -> list[list[_Bone]]:
    """Return the ribs of each slide: all on one where six or eight hold them, else shared out."""
    for columns in _COLUMNS:
        room = _cell(page.boxes.body, columns)
        bones = [bone for name, texts in groups.items() for bone in _bones(name, texts, room, page)]
        if len(bones) <= 2 * columns:
            return [bones]
    room = _cell(page.boxes.body, _COLUMNS[0])
    bones = [bone for name, texts in groups.items() for bone in _bones(name, texts, room, page)]
    slides = -(-len(bones) // (2 * _COLUMNS[0]))
    share = -(-len(bones) // slides)
    return [bones[start : start + share] for start in range(0, len(bones), share)]


def _cell(body: Box, columns: int) -> Box:
    """Return the room for the text of one rib where `columns` of them stand side by side."""
    width = (body.width - points(_HEAD + 24)) // columns
    return Box(body.x, body.y, Emu(width - points(20)), Emu(body.height // 2 - points(_RIB + 4)))


def _bones(name: str, texts: Sequence[str], room: Box, page: Page) -> Iterator[_Bone]:
    """Yield a category's factors in as many ribs as they need at the smallest size."""
    smallest = page.theme.size.body_min
    shown: list[str] = []
    for text in texts:
        tried = _bone_text(_Bone(name, (*shown, text)), page)(smallest)
        if shown and page.measurer.height(tried, room.width) > room.height:
            yield _Bone(name, tuple(shown))
            shown = []
        shown.append(text)
    yield _Bone(name, tuple(shown))


def _bone_text(bone: _Bone, page: Page) -> Callable[[float], TextFrame]:
    colour = page.theme.colour
    bullet = "•" if len(bone.factors) > 1 else None

    def at(size: float) -> TextFrame:
        return frame(
            paragraph(bone.heading, size + 2, colour.accent, bold=True),
            *(
                paragraph(text, size, colour.ink, bullet=bullet, space_before=3)
                for text in bone.factors
            ),
        )

    return at


def _fishbone(
    bones: Sequence[_Bone], postmortem: Postmortem, page: Page
) -> tuple[list[Item], list[Fitted]]:
    body = page.boxes.body
    columns = -(-len(bones) // 2)
    room = _cell(body, columns)
    for size in size_steps(18, page.theme.size.body_min):
        frames = [_bone_text(bone, page)(size) for bone in bones]
        if all(page.measurer.height(text, room.width) <= room.height for text in frames):
            break
    texts = [clipped(page, text, room.width, room.height) for text in frames]
    pitch = (body.width - points(_HEAD + 24)) // columns
    items: list[Item] = [_skeleton(len(bones), body, pitch, page)]
    for n, (bone, text) in enumerate(zip(bones, texts, strict=True)):
        x = Emu(body.x + pitch * (n // 2) + points(10))
        y = body.y if n % 2 == 0 else Emu(body.y + body.height // 2 + points(_RIB + 4))
        box = Box(x, y, room.width, room.height)
        items.append(TextBox(f"factors:{bone.heading}:{n + 1}", box, text.frame))
    head, effect = _effect(postmortem, body, page)
    return [*items, head], [*texts, effect]


def _skeleton(bones: int, body: Box, pitch: int, page: Page) -> Group:
    """Return spine and ribs as one described group."""
    colour, middle = page.theme.colour, Emu(body.y + body.height // 2)
    thick = points(page.theme.space.stroke * 2)
    end = Emu(body.right - points(_HEAD))
    spine = Box(body.x, Emu(middle - thick // 2), Emu(end - body.x), thick)
    ribs = [_rib(n, body, pitch, middle, page) for n in range(bones)]
    box = Box(body.x, body.y, spine.width, body.height)
    alt = "Fishbone: the groups of factors below join one spine that ends in the effect."
    return Group("Fishbone", box, (Shape("spine", spine, fill=colour.accent), *ribs), alt)


def _rib(n: int, body: Box, pitch: int, middle: Emu, page: Page) -> Path:
    x = Emu(body.x + pitch * (n // 2))
    away = points(_RIB) * (-1 if n % 2 == 0 else 1)
    far = body.y if n % 2 == 0 else body.bottom
    joint = Emu(x + points(_RIB))
    segments = (MoveTo(x, far), LineTo(x, Emu(middle + away)), LineTo(joint, middle))
    top = min(far, middle)
    box = Box(x, Emu(top), points(_RIB), Emu(abs(far - middle)))
    line = Line(page.theme.colour.accent, points(page.theme.space.stroke))
    return Path(f"rib:{n + 1}", box, segments, line=line)


def _effect(postmortem: Postmortem, body: Box, page: Page) -> tuple[Shape, Fitted]:
    colour, size = page.theme.colour, page.theme.size
    height = points(150)
    box = Box(
        Emu(body.right - points(_HEAD)),
        Emu(body.y + (body.height - height) // 2),
        points(_HEAD),
        height,
    )
    effect = fitted(
        page,
        postmortem.title,
        box,
        size.heading,
        size.body_min,
        colour.on_accent,
        bold=True,
        anchor=Anchor.MIDDLE,
        padding=page.theme.space.padding,
    )
    return card("effect", box, effect.frame, colour.accent), effect


def _listed(text: str, page: Page) -> Callable[[float], TextFrame]:
    def at(size: float) -> TextFrame:
        words = paragraph(text, size, page.theme.colour.ink)
        return frame(words, anchor=Anchor.MIDDLE, padding=10, side=18)

    return at


def _card(page: Page) -> Callable[[Block], Item]:
    fill = page.theme.colour.surface
    return lambda block: card(f"factor:{block.number + 1}", block.box, block.text.frame, fill)


def _notes(groups: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    yield "No single factor would have been enough. Ask which of them we can change most cheaply."
    for name, texts in groups:
        yield f"{name}: {' '.join(texts)}"
