"""Sections that are told in words: summary, impact, causes, lessons, decisions, sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from deckgen.importing.markdown.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Quote,
    Raw,
    Table,
    joined,
)
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.found import Found, left_over
from deckgen.importing.markdown.links import carried
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.sections import Section
from deckgen.postmortem.vocabulary import FactorCategory
from deckgen.prose import Loc

_LONGEST_SUMMARY = 700
"""Up to how many characters further paragraphs are joined to the first; it is taken whole."""

_NUMBER = re.compile(
    r"^[~≈]?\s*(?P<money>[$€£])?\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?"
    r"(?P<unit>%|ms|[kKmM](?![a-z])|[A-Z]{3}|[a-z]{1,12})?(?P<note>\s*\(.*\))?$"
)
_TEMPLATE = re.compile(
    r"^(?:list of things that went well|things that could have gone better"
    r"|these are good things that happened|these are only sample subheadings"
    r"|tbd|todo|n/?a|none\.?|\.\.\.|…)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^(?:(?:\d[.):]|why\s*\d*)[?:.)]*\s+)?(?P<why>.+?\?)\s*(?:[-–—:>]+\s*)?(?P<because>.+)?$"
)
_BECAUSE = re.compile(r"^(?:because|a(?:nswer)?)\b[:,]?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """One paragraph or item as a text, with the lines of what stands within or right behind it."""

    line: Line
    first: int
    last: int
    in_list: bool
    details: tuple[tuple[int, int], ...] = ()
    inner: tuple[Piece, ...] = ()


def is_template(words: str) -> bool:
    """Whether a text was left over from a template, or only says that there is nothing."""
    return bool(_TEMPLATE.match(words))


def pieces_of(blocks: Sequence[Block]) -> Iterator[Piece | Raw | Quote | Table]:
    """Yield the paragraphs and items of blocks, and what is neither."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _of_item(item.blocks)
        elif isinstance(block, Raw | Quote | Table):
            yield block


def _of_paragraph(block: Paragraph) -> Iterator[Piece]:
    """Yield a paragraph; lines that are each a sentence, beginning and ending as one, by itself."""
    if len(block.lines) > 1 and all(map(_is_sentence, block.lines)):
        yield from (Piece(line, line.number, line.number, False) for line in block.lines)
    else:
        yield Piece(led(block.lines), block.first, block.last, False)


def _is_sentence(line: Line) -> bool:
    return line.text[:1].isupper() and line.text[-1:] in {".", "!", "?"}


def led(lines: tuple[Line, ...]) -> Line:
    """Return lines as one; a first one that is all bold is the label of the others."""
    whole = joined(lines)
    first = lines[0]
    if len(lines) == 1 or first.bold < len(first.text) or first.text[-1:] in ".:;!?":
        return whole
    return replace(whole, text=f"{first.text}: {whole.text[len(first.text) :].lstrip()}")


def _of_item(blocks: Sequence[Block]) -> Iterator[Piece | Raw | Quote | Table]:
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        yield from pieces_of(blocks)
        return
    rest = blocks[1:]
    inner = tuple(one for one in pieces_of(rest) if isinstance(one, Piece))
    details = tuple((block.first, block.last) for block in rest)
    yield Piece(led(first.lines), first.first, first.last, True, details, inner)


def whole(piece: Piece) -> str:
    """Return a piece with what stands below it as one text."""
    inner = "; ".join(whole(one) for one in piece.inner)
    mark = " " if piece.line.text.endswith(":") else ": "
    return f"{piece.line.text}{mark}{inner}" if inner else piece.line.text


def _sources(line: Line) -> Iterator[Found]:
    for anchor in line.anchors:
        if carried(anchor.href):
            yield Found(("sources",), anchor.href, line.number, many=True)
        elif anchor.href and not anchor.href.startswith("#"):
            yield left_over(("sources",), line.number, f"{anchor.words} {anchor.href}")


def _all_sources(piece: Piece) -> Iterator[Found]:
    yield from _sources(piece.line)
    for one in piece.inner:
        yield from _all_sources(one)


def _other(loc: Loc, block: Raw | Quote | Table | Piece, text: Text) -> Found:
    return left_over(loc, block.first, text.between(block.first, block.last))


def _left_raw(loc: Loc, piece: Piece, text: Text) -> Iterator[Found]:
    """Yield what of the blocks within an item is no text, such as code."""
    held = {n for one in piece.inner for n in range(one.first, one.last + 1)}
    held |= {n for one in piece.inner for a, b in one.details for n in range(a, b + 1)}
    for first, last in piece.details:
        if first not in held and first >= piece.first:
            yield left_over(loc, first, text.between(first, last))
    yield from (
        left_over(loc, piece.line.number, f"picture: {path}") for path in piece.line.pictures
    )


def told(loc: Loc, *, joined_with: str = " ") -> Callable[[Section, Text], Iterator[Found]]:
    """Return the reader of a text of one to three sentences; what is beyond is left."""

    def read(section: Section, text: Text) -> Iterator[Found]:
        found: list[Piece] = []
        full = False
        for piece in pieces_of(section.blocks):
            fits = isinstance(piece, Piece) and not full and bool(piece.line.text)
            length = sum(len(whole(one)) for one in found)
            if not fits or not isinstance(piece, Piece):
                yield _other(loc, piece, text)
                if isinstance(piece, Piece):
                    yield from (_other_lines(loc, piece, text))
                continue
            if found and length + len(whole(piece)) > _LONGEST_SUMMARY:
                full = True
                yield _other(loc, piece, text)
                yield from _other_lines(loc, piece, text)
                continue
            found.append(piece)
            yield from _left_raw(loc, piece, text)
        if found:
            yield Found(loc, _sentences(found, joined_with), found[0].line.number)
        for piece in found:
            yield from _all_sources(piece)

    return read


def _other_lines(loc: Loc, piece: Piece, text: Text) -> Iterator[Found]:
    for first, last in piece.details:
        yield left_over(loc, first, text.between(first, last))


def _sentences(pieces: Sequence[Piece], mark: str) -> str:
    parts = [whole(piece) for piece in pieces]
    if not any(piece.in_list for piece in pieces):
        return " ".join(parts)
    ended = [part if part[-1] in ".:;!?" else f"{part};" for part in parts[:-1]]
    return " ".join([*ended, parts[-1]]).replace(";;", ";")


def items(loc: Loc, key: str = "") -> Callable[[Section, Text], Iterator[Found]]:
    """Return the reader of a list of sentences, one for each paragraph or item."""

    def read(section: Section, text: Text) -> Iterator[Found]:
        for piece in pieces_of(section.blocks):
            if not isinstance(piece, Piece):
                yield _other(loc, piece, text)
            elif _TEMPLATE.match(piece.line.text) or not piece.line.text:
                yield _other(loc, piece, text)
                yield from _other_lines(loc, piece, text)
            else:
                value = whole(piece)
                yield Found(loc, {key: value} if key else value, piece.line.number, many=True)
                yield from _left_raw(loc, piece, text)
                yield from _all_sources(piece)

    return read


def learnings(section: Section, text: Text) -> Iterator[Found]:
    """Yield further learnings; a line with an id in front, such as `L2`, keeps it."""
    for found in items(("learnings",), "text")(section, text):
        value = found.value
        match = (
            re.match(r"^(L\d{1,3})\s*[:.)–-]\s*(.+)$", str(value["text"]))
            if isinstance(value, dict)
            else None
        )
        yield found._replace(value={"id": match[1], "text": match[2]}) if match else found


def causes(section: Section, text: Text) -> Iterator[Found]:
    """Yield the cause; a list of several in it are contributing factors, without its lead."""
    lists = tuple(block for block in section.blocks if isinstance(block, Bullets))
    if sum(len(block.items) for block in lists) < 2:
        yield from told(_CAUSE)(section, text)
        return
    rest = tuple(block for block in section.blocks if block not in lists)
    leads = [block for block in rest if isinstance(block, Paragraph) and _leads(block)]
    yield from factors(replace(section, blocks=lists), text)
    yield from (
        left_over(("root_cause",), one.first, text.between(one.first, one.last)) for one in leads
    )
    kept = tuple(block for block in rest if block not in leads)
    yield from told(_CAUSE)(replace(section, blocks=kept), text)


def _leads(block: Paragraph) -> bool:
    return block.lines[-1].text.endswith(":")


_CAUSE = ("root_cause", "primary_cause")
_CATEGORIES = {category.value: category.value for category in FactorCategory}


def factors(section: Section, text: Text) -> Iterator[Found]:
    """Yield contributing factors; a category in front, such as `Process:`, is kept as such."""
    for found in items(("root_cause", "contributing_factors"), "text")(section, text):
        value = found.value
        if isinstance(value, dict):
            head, colon, rest = str(value["text"]).partition(":")
            category = _CATEGORIES.get(head.strip(" *[]()").casefold()) if colon else None
            if category and rest.strip():
                found = found._replace(value={"category": category, "text": rest.strip()})
        yield found


def whys(section: Section, text: Text) -> Iterator[Found]:
    """Yield the five whys: each a statement, or a question with its answer."""
    loc = ("root_cause", "five_whys")
    question: tuple[str, int] | None = None
    for piece in pieces_of(section.blocks):
        if not isinstance(piece, Piece) or not piece.line.text:
            yield _other(loc, piece, text)
            continue
        said = whole(piece)
        match = _WHY.match(said)
        if question and not match:
            answer = _BECAUSE.sub("", said)
            yield Found(loc, {"why": question[0], "because": answer}, question[1], many=True)
            question = None
            continue
        if question:
            yield Found(loc, {"why": question[0]}, question[1], many=True)
            question = None
        if match and match["because"]:
            because = _BECAUSE.sub("", match["because"])
            yield Found(
                loc, {"why": match["why"], "because": because}, piece.line.number, many=True
            )
        elif match:
            question = match["why"], piece.line.number
        else:
            yield Found(loc, {"why": said}, piece.line.number, many=True)
        yield from _all_sources(piece)
        yield from _left_raw(loc, piece, text)
    if question:
        yield Found(loc, {"why": question[0]}, question[1], many=True)


def impact(section: Section, text: Text) -> Iterator[Found]:
    """Yield the statement of the impact, and a metric for each label with a number."""
    rest: list[Block] = []
    first = section.blocks[0] if section.blocks else None
    if section.labelled and isinstance(first, Paragraph):
        metric = _metric(section.title.text, first.lines[0].text)
        if metric and len(section.blocks) == len(first.lines) == 1:
            yield Found(("impact", "metrics"), metric, section.first, many=True)
            return
    for block in section.blocks:
        if isinstance(block, Table) and len(block.header) == 2:
            yield from _metrics(block, text)
        else:
            lines = block.lines if isinstance(block, Paragraph) else ()
            found = [(line, _metric(*line.text.partition(":")[::2])) for line in lines]
            yield from (
                Found(("impact", "metrics"), metric, line.number, many=True)
                for line, metric in found
                if metric
            )
            kept = tuple(line for line, metric in found if not metric)
            if isinstance(block, Paragraph) and kept:
                rest.append(replace(block, lines=kept))
            elif not isinstance(block, Paragraph):
                rest.append(block)
    yield from told(("impact", "statement"))(replace(section, blocks=tuple(rest)), text)


def _metrics(table: Table, text: Text) -> Iterator[Found]:
    loc = ("impact", "metrics")
    for label, value in (table.header, *table.rows):
        metric = _metric(label.text, value.text)
        if metric:
            yield Found(loc, metric, label.number, many=True)
        elif label.text and (label, value) != table.header:
            yield left_over(loc, label.number, f"{label.text}: {value.text}")


def _metric(label: str, value: str) -> dict[str, object] | None:
    """Return a number with its label, None where the value is no number alone."""
    match = _NUMBER.match(value.strip()) if label.strip() and len(label) < 80 else None
    if match is None:
        return None
    try:
        number = Decimal(match["number"].replace(",", ""))
    except InvalidOperation:
        return None
    found: dict[str, object] = {"label": label.strip(" *_"), "value": number}
    unit = match["money"] or match["unit"]
    if unit:
        found["unit"] = unit
    if match["note"]:
        found["note"] = match["note"].strip(" ()")
    return found


def decisions(section: Section, text: Text) -> Iterator[Found]:
    """Yield what is asked of the people in the room."""
    yield from items(("decisions",))(section, text)


def sources(section: Section, text: Text) -> Iterator[Found]:
    """Yield the links of a section of references; what stands without one is left."""
    for piece in pieces_of(section.blocks):
        if not isinstance(piece, Piece):
            yield _other(("sources",), piece, text)
            continue
        found = list(_all_sources(piece))
        yield from found
        bare = piece.line.text
        for anchor in piece.line.anchors:
            bare = bare.replace(anchor.words, "").replace(anchor.href, "")
        if bare.strip(" .,:;()-–<>[]") or not found:
            yield _other(("sources",), piece, text)
        yield from _left_raw(("sources",), piece, text)


def key_learning(section: Section, text: Text) -> Iterator[Found]:
    """Yield the key learning; what stands below its statement is its evidence."""
    found = [one for one in pieces_of(section.blocks) if isinstance(one, Piece) and one.line.text]
    for block in pieces_of(section.blocks):
        if not isinstance(block, Piece):
            yield _other(("key_learning",), block, text)
    for n, piece in enumerate(found):
        if n > 1:
            yield _other(("key_learning",), piece, text)
            continue
        yield Found(("key_learning", ("statement", "evidence")[n]), whole(piece), piece.line.number)
        yield from _left_raw(("key_learning",), piece, text)
        yield from _all_sources(piece)


READERS: Mapping[Role, Callable[[Section, Text], Iterator[Found]]] = MappingProxyType(
    {
        Role.SUMMARY: told(("summary",)),
        Role.IMPACT: impact,
        Role.CAUSE: causes,
        Role.FACTORS: factors,
        Role.WHYS: whys,
        Role.WELL: items(("lessons", "went_well")),
        Role.WRONG: items(("lessons", "went_wrong")),
        Role.LUCKY: items(("lessons", "got_lucky")),
        Role.LESSONS: learnings,
        Role.KEY_LEARNING: key_learning,
        Role.DECISIONS: decisions,
        Role.CRITERIA: items(("follow_up", "success_criteria")),
        Role.SOURCES: sources,
    }
)
"""The readers of prose, by what the section tells of."""
