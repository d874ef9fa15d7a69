"""The long table: one row a figure, nothing missing, and no cell a formula."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats import figures
from deckgen.quarter_formats.csv_format import HEADINGS
from tests.quarter.builders import AS_OF, PERIOD, action, incident, review_of


def rows(review: QuarterReview) -> list[dict[str, str]]:
    text = figures(review, "csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def of(review: QuarterReview, section: str) -> list[str]:
    """The rows of a section as `key period value unit n`."""
    return [
        " ".join(filter(None, (row["key"], row["period"], row["value"], row["unit"], row["n"])))
        for row in rows(review)
        if row["section"] == section
    ]


def test_a_number_is_a_row_for_each_period_with_its_unit_even_where_it_is_empty() -> None:
    review = quarter_review([incident(lasted=timedelta(minutes=90))], PERIOD, AS_OF)
    assert of(review, "numbers")[:8] == [
        "incidents 2025-Q3 1 count 1",
        "incidents 2025-Q2 0 count 0",
        "severe_incidents 2025-Q3 0 count 1",
        "severe_incidents 2025-Q2 0 count 0",
        "time_lost 2025-Q3 5400 seconds 1",
        "time_lost 2025-Q2 seconds 0",
        "time_to_detect 2025-Q3 seconds 0",
        "time_to_detect 2025-Q2 seconds 0",
    ]


def test_every_week_has_every_severity_of_the_period() -> None:
    found = [incident(severity=Severity.SEV1), incident("INC-2", severity=None)]
    weeks = of(quarter_review(found, PERIOD, AS_OF), "weeks")
    assert len(weeks) == 14 * 2
    assert weeks[8:12] == [
        "SEV1 2025-07-28 0 count",
        "no severity 2025-07-28 0 count",
        "SEV1 2025-08-04 1 count",
        "no severity 2025-08-04 1 count",
    ]


def test_repeats_actions_and_publication_are_told() -> None:
    review = quarter_review(
        [
            incident("A", date(2025, 5, 3), actions=(action("A1", owner=None),)),
            incident("B", repeats=("A",), actions=(action("A2"),)),
        ],
        PERIOD,
        AS_OF,
    )
    assert of(review, "repeats") == ["B 2025-Q3 1 count"]
    assert of(review, "open actions by owner") == [
        "Platform 2025-Q3 1 count",
        "nobody 2025-Q3 1 count",
    ]
    assert of(review, "overdue actions by age") == [
        "0 2025-Q3 0 count 0",
        "30 2025-Q3 0 count 0",
        "60 2025-Q3 2 count 2",
        "90 2025-Q3 0 count 0",
    ]
    assert of(review, "publication")[:3] == [
        "on_time 2025-Q3 0 count 1",
        "late 2025-Q3 0 count 1",
        "missing 2025-Q3 1 count 1",
    ]


@pytest.mark.parametrize("amount", [0, 1, 3, 40])
def test_every_row_is_told_from_every_other_by_section_key_and_period(amount: int) -> None:
    found = rows(review_of(amount))
    assert len({(row["section"], row["key"], row["period"]) for row in found}) == len(found)
    assert all(tuple(row) == HEADINGS for row in found)
    units = defaultdict(set)
    for row in found:
        units[row["section"]].add(row["unit"])
    assert {section for section, used in units.items() if len(used) > 1} == {"numbers"}


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    text = "=HYPERLINK(1)"
    one = incident(text, services=(text,), actions=(action(owner=text),))
    cells = [cell for row in rows(quarter_review([one], PERIOD, AS_OF)) for cell in row.values()]
    assert f"'{text}" in cells
    assert text not in cells
