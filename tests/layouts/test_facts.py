"""The facts that stand on several slides."""

from __future__ import annotations

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen_layouts.facts import fact_strip, facts
from tests.builders import at, box, page, postmortem
from tests.layouts.checks import texts

COLOUR = page().theme.colour


def told(**fields: object) -> list[tuple[str, str, bool, str | None]]:
    """Each fact's label and value, whether it is recorded, and its badge."""
    found = facts(postmortem(**fields), page())
    return [(fact.label, fact.value, fact.recorded, fact.badge) for fact in found]


def test_what_is_not_recorded_says_so_and_has_no_badge() -> None:
    assert told() == [
        ("Severity", "Not recorded", False, None),
        ("Status", "Open", True, COLOUR.bad),
        ("Started (UTC)", "8 Jan 2025, 02:15", True, None),
        ("Impact lasted", "Ongoing", False, None),
        ("Services", "Not recorded", False, None),
    ]


def test_facts_are_told_in_the_order_in_which_a_reader_asks() -> None:
    assert told(
        severity="SEV2",
        mitigated_at=at("05:20"),
        services=["payments", "checkout"],
        timezone="America/New_York",
    ) == [
        ("Severity", "SEV2", True, COLOUR.severity[Severity.SEV2]),
        ("Status", "Mitigated", True, COLOUR.caution),
        ("Started (EST)", "7 Jan 2025, 21:15", True, None),
        ("Impact lasted", "3h 05m", True, None),
        ("Services", "payments and checkout", True, None),
    ]


@pytest.mark.parametrize(
    ("status", "colour"),
    [("open", COLOUR.bad), ("mitigated", COLOUR.caution), ("resolved", COLOUR.good)],
)
def test_the_status_is_told_in_words_and_in_colour(status: str, colour: str) -> None:
    assert told(status=status)[1] == ("Status", status.capitalize(), True, colour)


def test_the_strip_shows_each_label_above_its_value() -> None:
    shown = facts(postmortem(severity="SEV1"), page())
    items, _ = fact_strip(page(), box(1, 1, 11, 1), shown)
    placed = list(texts(items))
    pairs = list(zip(placed[::2], placed[1::2], strict=True))
    assert [(label.frame.text, value.frame.text) for label, value in pairs] == [
        (fact.label, fact.value) for fact in shown
    ]
    assert [label.box.x for label, _ in pairs] == [value.box.x for _, value in pairs]
    assert [pair for pair in pairs if pair[0].box.bottom > pair[1].box.y] == []


def test_a_value_that_is_cut_comes_back_in_full() -> None:
    shown = facts(postmortem(services=["checkout"] * 60), page())
    _, fitted = fact_strip(page(), box(1, 1, 11, 0.8), shown)
    assert [text.cut for text in fitted if text.cut] == [(shown[-1].value,)]
