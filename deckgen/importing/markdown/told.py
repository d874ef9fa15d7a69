"""Readers of texts and of lists of texts, which several kinds of sections share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckgen.importing.markdown.blocks import Line, Quote, Raw, Table
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.found import Found, left_over
from deckgen.importing.markdown.links import carried
from deckgen.importing.markdown.pieces import Piece, is_template, pieces_of, whole
from deckgen.importing.markdown.sections import Section
from deckgen.prose import Loc

_LONGEST_SUMMARY = 700
"""Up to how many characters further paragraphs are joined to the first; it is taken whole."""


def _sources(line: Line) -> Iterator[Found]:
    for anchor in line.anchors:
        if carried(anchor.href):
            yield Found(("sources",), anchor.href, line.number, many=True)
        elif anchor.href and not anchor.href.startswith("#"):
            yield left_over(("sources",), line.number, f"{anchor.words} {anchor.href}")


def all_sources(piece: Piece) -> Iterator[Found]:
    """Yield the links in a piece as sources; those that no slide can carry are left."""
    yield from _sources(piece.line)
    for one in piece.inner:
        yield from all_sources(one)


def other(loc: Loc, block: Raw | Quote | Table | Piece, text: Text) -> Found:
    """Return a block that is no text of the field at `loc`, to be left there."""
    return left_over(loc, block.first, text.between(block.first, block.last))


def left_raw(loc: Loc, piece: Piece, text: Text) -> Iterator[Found]:
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
                yield other(loc, piece, text)
                if isinstance(piece, Piece):
                    yield from (other_lines(loc, piece, text))
                continue
            if found and length + len(whole(piece)) > _LONGEST_SUMMARY:
                full = True
                yield other(loc, piece, text)
                yield from other_lines(loc, piece, text)
                continue
            found.append(piece)
            yield from left_raw(loc, piece, text)
        if found:
            yield Found(loc, _sentences(found, joined_with), found[0].line.number)
        for piece in found:
            yield from all_sources(piece)

    return read


def other_lines(loc: Loc, piece: Piece, text: Text) -> Iterator[Found]:
    """Yield the blocks within a piece, to be left at the place `loc`."""
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
                yield other(loc, piece, text)
            elif is_template(piece.line.text) or not piece.line.text:
                yield other(loc, piece, text)
                yield from other_lines(loc, piece, text)
            else:
                value = whole(piece)
                yield Found(loc, {key: value} if key else value, piece.line.number, many=True)
                yield from left_raw(loc, piece, text)
                yield from all_sources(piece)

    return read
