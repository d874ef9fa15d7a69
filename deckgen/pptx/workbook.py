"""The data of a chart as a workbook, which opens when somebody edits the chart."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from deckgen.scene.shapes import Chart

SHEET = "Data"
TIME_FORMAT = "yyyy\\-mm\\-dd\\ hh:mm:ss"

_TIME_WIDTH, _VALUE_WIDTH = 20, 16
_EARLIEST = datetime(1980, 1, 1)
_NOTHING_BUT_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Names of measurements come from anywhere: none may become a formula or a link."""


def cell_range(line: int, column: int, count: int) -> str:
    """Return the cells of a chart's line by number: column 0 its times, column 1 its values.

    `count` are the readings, which begin in row 2; 0 means the heading above them.
    """
    letters = _letters(2 * line + column)
    return f"${letters}$2:${letters}${count + 1}" if count else f"${letters}$1"


def _letters(column: int) -> str:
    """Return the name of a column by its number from 0: A to Z, AA and so on."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def workbook(chart: Chart) -> bytes:
    """Return the .xlsx file with the times and values of each line in two columns."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, _NOTHING_BUT_TEXT)
    book.set_properties({"created": _EARLIEST})
    as_time = book.add_format({"num_format": TIME_FORMAT})
    sheet = book.add_worksheet(SHEET)
    for n, line in enumerate(chart.lines):
        sheet.set_column(2 * n, 2 * n, _TIME_WIDTH)
        sheet.set_column(2 * n + 1, 2 * n + 1, _VALUE_WIDTH)
        sheet.write_string(0, 2 * n, chart.heading)
        sheet.write_string(0, 2 * n + 1, line.name)
        for row, (at, value) in enumerate(line.points, 1):
            sheet.write_number(row, 2 * n, at, as_time)
            sheet.write_number(row, 2 * n + 1, value)
    book.close()
    return buffer.getvalue()
