"""Whether a report was edited is told by its last line."""

from __future__ import annotations

from deckgen.report.markdown import GitHub
from deckgen.report.signature import is_unedited, signed
from deckgen.report.slack import Slack


def test_a_report_is_unedited_until_somebody_edits_it() -> None:
    for flavour in (GitHub(), Slack()):
        text = signed("# Report\n\nBody", flavour.remark)
        assert is_unedited(text)
        assert is_unedited(text.replace("\n", "\r\n"))
        assert not is_unedited(text.replace("Body", "Bodies"))
        assert not is_unedited(text + "More\n")
    assert not is_unedited("# Report\n")
