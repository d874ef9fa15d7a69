"""Every text that somebody wrote to be read, and the way to it."""

from __future__ import annotations

from deckgen.prose import Prose, prose
from tests.builders import event, postmortem, series

EVERY_TEXT = {
    "title": "title",
    "summary": "summary",
    "impact": {
        "statement": "statement",
        "metrics": [{"label": "metric", "value": 1, "note": "note"}],
        "series": [series("measured", ("02:15", 1))],
    },
    "timeline": [event("02:15", "event")],
    "root_cause": {
        "primary_cause": "cause",
        "five_whys": ["bare why", {"why": "why", "because": "because"}],
        "contributing_factors": [{"text": "factor"}],
    },
    "lessons": {"went_well": ["well"], "went_wrong": ["wrong"], "got_lucky": ["lucky"]},
    "key_learning": {"statement": "learning", "evidence": "evidence"},
    "learnings": [{"id": "L2", "text": "further"}],
    "actions": [{"action": "action", "owner": "nobody's text"}],
    "decisions": ["decision"],
    "follow_up": {"success_criteria": ["criterion"]},
    "headlines": {"timeline": "headline"},
}


def test_every_text_is_found_with_the_way_to_it() -> None:
    assert list(prose(postmortem(**EVERY_TEXT))) == [
        Prose(("title",), "title"),
        Prose(("summary",), "summary"),
        Prose(("impact", "statement"), "statement"),
        Prose(("impact", "metrics", 0, "label"), "metric"),
        Prose(("impact", "metrics", 0, "note"), "note"),
        Prose(("impact", "series", 0, "label"), "measured"),
        Prose(("timeline", 0, "text"), "event"),
        Prose(("root_cause", "primary_cause"), "cause"),
        Prose(("root_cause", "five_whys", 0, "why"), "bare why"),
        Prose(("root_cause", "five_whys", 1, "why"), "why"),
        Prose(("root_cause", "five_whys", 1, "because"), "because"),
        Prose(("root_cause", "contributing_factors", 0, "text"), "factor"),
        Prose(("lessons", "went_well", 0), "well"),
        Prose(("lessons", "went_wrong", 0), "wrong"),
        Prose(("lessons", "got_lucky", 0), "lucky"),
        Prose(("key_learning", "statement"), "learning"),
        Prose(("key_learning", "evidence"), "evidence"),
        Prose(("learnings", 0, "text"), "further"),
        Prose(("actions", 0, "action"), "action"),
        Prose(("decisions", 0), "decision"),
        Prose(("follow_up", "success_criteria", 0), "criterion"),
        Prose(("headlines", "timeline"), "headline"),
    ]


def test_what_is_not_written_is_no_text() -> None:
    assert list(prose(postmortem())) == [Prose(("title",), "Checkout down")]
