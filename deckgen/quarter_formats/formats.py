"""The formats of a review's figures by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats import csv_format, json_format, markdown_format

FormatName = Literal["json", "csv", "md"]

FORMATS: Mapping[FormatName, Callable[[QuarterReview], str]] = MappingProxyType(
    {
        "json": json_format.write,
        "csv": csv_format.write,
        "md": markdown_format.write,
    }
)
"""What turns a review into a text."""


def figures(review: QuarterReview, form: FormatName) -> bytes:
    """Return the figures of `review` as a file in UTF-8; the same review gives the same bytes."""
    return FORMATS[form](review).encode("utf-8", "replace")
