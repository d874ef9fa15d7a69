"""The data of a chart as a workbook, which opens when somebody edits the chart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from deckgen.scene.shapes import BarChart, Chart, DotChart, LineChart

SHEET = "Data"
TIME_FORMAT = "yyyy\\-mm\\-dd\\ hh:mm:ss"
PLAIN = "General"

_NAME_WIDTH, _TIME_WIDTH, _VALUE_WIDTH = 28, 20, 16
_EARLIEST = datetime(1980, 1, 1)
_NOTHING_BUT_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Names of measurements come from anywhere: none may become a formula or a link."""


class Column(NamedTuple):
    """A column of the sheet: its heading in row 1, and what stands below it from row 2 on.

    `form` is the number format of its cells, `width` how many characters wide it is.
    """

    heading: str
    values: tuple[float, ...] | tuple[str, ...]
    form: str = PLAIN
    width: int = _VALUE_WIDTH


def columns(chart: Chart) -> tuple[Column, ...]:
    """Return the data of a chart by columns.

    Two for each line: its times and its values. Of bars one with the categories, then one for each
    series. Three for each series of dots: names, values and heights.
    """
    match chart:
        case LineChart():
            return tuple(_of_lines(chart))
        case BarChart():
            return tuple(_of_bars(chart))
        case DotChart():
            return tuple(_of_dots(chart))


def _of_lines(chart: LineChart) -> Iterator[Column]:
    for line in chart.lines:
        yield Column(chart.heading, tuple(at for at, _ in line.points), TIME_FORMAT, _TIME_WIDTH)
        yield Column(line.name, tuple(value for _, value in line.points))


def _of_bars(chart: BarChart) -> Iterator[Column]:
    yield Column(chart.heading, chart.categories, width=_NAME_WIDTH)
    for series in chart.series:
        yield Column(series.name, series.values)


def _of_dots(chart: DotChart) -> Iterator[Column]:
    for series in chart.series:
        yield Column("Name", tuple(name for name, _, _ in series.points), width=_NAME_WIDTH)
        yield Column(chart.heading, tuple(value for _, value, _ in series.points))
        yield Column(series.name, tuple(height for _, _, height in series.points))


def cell_range(column: int, count: int) -> str:
    """Return the cells of a column by its number from 0, as `$B$2:$B$9`.

    `count` is how many there are from row 2 on; 0 means the heading above them.
    """
    letters = _letters(column)
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
    """Return the .xlsx file with the columns of a chart."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, _NOTHING_BUT_TEXT)
    book.set_properties({"created": _EARLIEST})
    formats = {TIME_FORMAT: book.add_format({"num_format": TIME_FORMAT}), PLAIN: None}
    sheet = book.add_worksheet(SHEET)
    for number, column in enumerate(columns(chart)):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading)
        for row, value in enumerate(column.values, 1):
            if isinstance(value, str):
                sheet.write_string(row, number, value)
            else:
                sheet.write_number(row, number, value, formats[column.form])
    book.close()
    return buffer.getvalue()
