from __future__ import annotations

import pytest

from deckgen.checking import Checked
from deckgen.findings.tally import FailOn, Tally
from tests.findings.made import CLEAN, SOURCE, UNREAD, finding

WARNED = Checked("pm.yaml", (finding(2, 12, 9),))
REMARKED = Checked("pm.yaml", (finding(2, 12, 9, "info"),))


def tally(*checked: Checked) -> Tally:
    counted = Tally()
    assert list(counted.counting(checked)) == list(checked)
    return counted


@pytest.mark.parametrize(
    ("checked", "passed_over", "summary"),
    [
        ([CLEAN], 0, "1 postmortem: nothing to object to"),
        ([SOURCE], 0, "1 postmortem: 1 error, 1 warning and 1 remark; 2 silenced by comments"),
        (
            [SOURCE, UNREAD, CLEAN],
            1,
            "3 postmortems: 2 errors, 1 warning and 1 remark; 1 could not be read; "
            "2 silenced by comments; 1 other YAML file passed over",
        ),
    ],
)
def test_one_line_says_how_much_was_found(
    checked: list[Checked], passed_over: int, summary: str
) -> None:
    assert tally(*checked).summary(passed_over) == summary


@pytest.mark.parametrize(
    ("checked", "fail_on", "fails"),
    [
        (SOURCE, "error", True),
        (SOURCE, "never", False),
        (WARNED, "error", False),
        (WARNED, "warning", True),
        (REMARKED, "warning", False),
        (CLEAN, "warning", False),
        (UNREAD, "never", True),
    ],
)
def test_a_check_fails_from_a_severity_on_and_where_a_source_was_not_read(
    checked: Checked, fail_on: FailOn, fails: bool
) -> None:
    assert tally(CLEAN, checked).fails(fail_on) is fails
