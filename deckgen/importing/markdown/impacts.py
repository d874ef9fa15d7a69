"""What it did to customers: the statement, and the numbers that stand with a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from deckgen.importing.markdown.blocks import Block, Paragraph, Table
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.found import Found, left_over
from deckgen.importing.markdown.sections import Section
from deckgen.importing.markdown.told import told

_NUMBER = re.compile(
    r"^[~≈]?\s*(?P<money>[$€£])?\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?"
    r"(?P<unit>%|ms|[kKmM](?![a-z])|[A-Z]{3}|[a-z]{1,12})?(?P<note>\s*\(.*\))?$"
)


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
