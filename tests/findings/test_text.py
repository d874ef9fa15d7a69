from __future__ import annotations

from deckgen.findings.text import text
from tests.findings.made import CLEAN, RUN, SOURCE, UNREAD


def test_each_finding_stands_with_its_line_and_an_empty_one_behind_it() -> None:
    pieces = list(text([CLEAN, SOURCE, UNREAD], RUN))
    assert pieces[0] == (
        "pm.yaml:2:12: warning: 'We forgot' blames 'We' [blame]\n"
        "2 | summary: 🔥 We forgot, again\n"
        "  |             ^^^^^^^^^\n"
        "  help: say what the tool lacked\n\n"
    )
    assert pieces[3] == (
        "b: c,d%/100%.yaml: error: is a folder,\ufffdnot a postmortem file [input]\n\n"
    )
    assert len(pieces) == 4
