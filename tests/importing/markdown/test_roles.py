"""Headings in the variants that teams write, and what they tell of."""

from __future__ import annotations

import pytest

from deckgen.importing.markdown.roles import Role, role_of, role_of_label


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Timeline", Role.TIMELINE),
        ("Timeline (all times PST) 09/07/2022 - 11/03/2022", Role.TIMELINE),
        ("**Timeline:**", Role.TIMELINE),
        ("Incident Timeline", Role.TIMELINE),
        ("4. Root Cause(s)", Role.CAUSE),
        ("Root cause identification: The Five Whys", Role.WHYS),
        ("Contributing Factors (findings)", Role.FACTORS),
        ("Corrective and Preventative Measure", Role.ACTIONS),
        ("Short-term Improvements (Follow along here)", Role.ACTIONS),
        ("Lessons learnt", Role.LESSONS),
        ("What didn’t go so well?", Role.WRONG),
        ("Where we got lucky", Role.LUCKY),
        ("Key Takeaways", Role.LESSONS),
        ("Key learning", Role.KEY_LEARNING),
        ("Apendix", Role.APPENDIX),
        ("#ops chat log", Role.APPENDIX),
        ("Impact on users", Role.IMPACT),
        ("Checkout down for 45 minutes", None),
        ("Why was this hard to detect?", None),
    ],
)
def test_a_heading_is_known_in_its_variants(title: str, role: Role | None) -> None:
    assert role_of(title) is role


def test_a_label_is_known_word_for_word_or_not_at_all() -> None:
    assert role_of_label("Severity") is Role.SEVERITY
    assert role_of_label("Impact of the weather") is None
