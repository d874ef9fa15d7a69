"""Why it happened: the cause, contributing factors and the five whys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.importing.markdown.blocks import Bullets, Paragraph
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.found import Found, left_over
from deckgen.importing.markdown.pieces import Piece, pieces_of, whole
from deckgen.importing.markdown.sections import Section
from deckgen.importing.markdown.told import all_sources, items, left_raw, other, told
from deckgen.postmortem.vocabulary import FactorCategory

_WHY = re.compile(
    r"^(?:(?:\d[.):]|why\s*\d*)[?:.)]*\s+)?(?P<why>.+?\?)\s*(?:[-–—:>]+\s*)?(?P<because>.+)?$"
)
_BECAUSE = re.compile(r"^(?:because|a(?:nswer)?)\b[:,]?\s*", re.IGNORECASE)


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
    asked: Found | None = None
    for piece in pieces_of(section.blocks):
        if not isinstance(piece, Piece) or not piece.line.text:
            yield other(_WHYS, piece, text)
            continue
        why = _why(piece)
        if asked and "?" not in str(why["why"]):
            why = {"why": _asked(asked), "because": _BECAUSE.sub("", str(why["why"]))}
        elif asked:
            yield asked
        found = Found(_WHYS, why, piece.line.number, many=True)
        asked = found if "because" not in why and str(why["why"]).endswith("?") else None
        if asked is None:
            yield found
        yield from all_sources(piece)
        yield from left_raw(_WHYS, piece, text)
    if asked:
        yield asked


def _asked(found: Found) -> str:
    return str(found.value["why"]) if isinstance(found.value, dict) else ""


def _why(piece: Piece) -> dict[str, str]:
    """Return one line of the five whys, its answer apart where it is a question with one."""
    said = whole(piece)
    match = _WHY.match(said)
    if match is None:
        return {"why": said}
    if not match["because"]:
        return {"why": match["why"]}
    return {"why": match["why"], "because": _BECAUSE.sub("", match["because"])}


_WHYS = ("root_cause", "five_whys")
