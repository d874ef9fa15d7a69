"""Cards as comma-separated values for a spreadsheet.

In UTF-8 with a byte order mark, without which Excel takes the text for another encoding.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from datetime import date

from deckgen.tracker.cards import Card
from deckgen.tracker.cells import HEADINGS, csv_text, row


def write(cards: Sequence[Card], as_of: date) -> bytes:
    """Return the file of `cards`."""
    return codecs.BOM_UTF8 + csv_text([HEADINGS, *map(row, cards)]).encode()
