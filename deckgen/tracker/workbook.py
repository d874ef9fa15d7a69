"""Cards as an Excel workbook: dates that sort, a filter on every column, nothing calculated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO

from deckgen.tracker.cards import Card
from deckgen.tracker.cells import COMPLETED, DUE, HEADINGS, SOURCE, TICKET, row

SHEET = "Actions"
_WIDTHS = (18, 36, 10, 48, 48, 48, 10, 22, 9, 12, 12, 12, 9, 36, 36)
_LONGEST_LINK = 2_000
"""How many characters a link may have that Excel opens; it takes 2,079."""

_NOTHING_BUT_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(cards: Sequence[Card], as_of: date) -> bytes:
    """Return the file of `cards`, created on the day `as_of`."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, _NOTHING_BUT_TEXT)
    book.set_properties({"created": datetime.combine(as_of, time())})
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy\\-mm\\-dd", "valign": "top", "align": "left"})
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(cards), len(HEADINGS) - 1)
    for n, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(n, n, width)
        sheet.write_string(0, n, heading, bold)
    for number, card in enumerate(cards, 1):
        for n, cell in enumerate(row(card)):
            if moment := {DUE: card.action.due, COMPLETED: card.action.completed}.get(n):
                sheet.write_datetime(number, n, datetime.combine(moment, time()), day)
            elif n in {TICKET, SOURCE} and _opens(cell):
                sheet.write_url(number, n, cell, plain, cell)
            else:
                sheet.write_string(number, n, cell, plain)
    book.close()
    return buffer.getvalue()


def _opens(cell: str) -> bool:
    return cell.startswith(("http://", "https://", "mailto:")) and len(cell) < _LONGEST_LINK
