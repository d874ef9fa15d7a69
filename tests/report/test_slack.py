"""Reports as Slack reads them."""

from __future__ import annotations

import pytest

from deckgen.report.flavour import Table
from deckgen.report.slack import Slack


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Tom & <Jerry>", "Tom &amp; &lt;Jerry&gt;"),
        ("time_to_detect 2*3", "time_to_detect 2*3"),
        ("*bold* _it_ ~no~ `x`", "∗bold∗ ˍitˍ ∼no∼ ˋxˋ"),
        ("> quoted", "\u00ad&gt; quoted"),
        ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
    ],
)
def test_a_text_is_no_markup(text: str, written: str) -> None:
    assert Slack().escape(text) == written


def test_links_are_written_slacks_way() -> None:
    assert Slack().link("PAY-1 > 2", "https://a.example/b|c?d&e") == (
        "<https://a.example/b%7Cc?d&amp;e|PAY-1 &gt; 2>"
    )
    assert Slack().url("https://a.example") == "<https://a.example>"


def test_a_table_becomes_a_list_without_what_is_empty() -> None:
    rows = (("02:15", "trigger", "Deploy"), ("02:19", "", "Alert"))
    assert Slack().table(Table(("Time", "Kind", "Event"), rows, "Event")) == (
        "• *02:15* Deploy · Kind: trigger\n• *02:19* Alert"
    )
