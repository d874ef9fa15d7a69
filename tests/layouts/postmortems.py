"""Postmortems that are hard on a layout: empty, full, many items, long texts, foreign scripts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from deckgen.postmortem.fields import Picture
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import (
    ActionKind,
    ActionStatus,
    EventKind,
    FactorCategory,
    Severity,
)
from tests.builders import at, event, postmortem, series
from tests.strategies import texts

SENTENCE = "The canary stage was skipped since the change was marked as urgent."
PARAGRAPH = f"{SENTENCE} " * 10
CJK = "障害の原因はキャッシュ層の競合であり、二つの書き込みが同じ鍵を埋めた。" * 4
WORD = "Donaudampfschifffahrtsgesellschaft" * 9
LINK = "https://status.example.com/incidents/2025-01-08/cache?view=timeline&tab=graphs"


def picture(width: int = 640, height: int = 360) -> Picture:
    """Return a picture of that many pixels; no layout looks at its bytes."""
    return Picture("img/dashboard.png", b"", "png", width, height)


def full(text: str, items: int) -> Postmortem:
    """Return a postmortem with every field, `items` of each list, and `text` wherever one goes."""
    several = range(items)
    return postmortem(
        title=text,
        severity="SEV1",
        services=[f"{text} {n}" for n in several],
        detected_at=at("02:19"),
        acknowledged_at=at("02:22"),
        mitigated_at=at("03:00"),
        resolved_at=at("03:20"),
        reported={"time_to_resolve": "2h"},
        summary=text,
        impact={
            "statement": text,
            "metrics": [_metric(text, n) for n in several],
            "series": [_series(text, n) for n in several],
        },
        timeline=[_event(text, n) for n in several],
        root_cause={
            "primary_cause": text,
            "five_whys": [{"why": text, "because": text} if n % 2 else text for n in several],
            "contributing_factors": [
                {"category": list(FactorCategory)[n % 9], "text": text} for n in several
            ],
            "repeats": [f"{text} {n}" for n in several],
        },
        lessons={key: [text] * items for key in ("went_well", "went_wrong", "got_lucky")},
        key_learning={"statement": text, "evidence": text},
        learnings=[{"text": text} for _ in several],
        actions=[_action(text, n) for n in several],
        decisions=[text] * items,
        follow_up={"review_at": at("10:00", "2025-02-08"), "success_criteria": [text] * items},
        evidence=[{"image": picture(), "caption": text, "alt": f"{text} {n}"} for n in several],
        people=[{"name": text, "role": text} for _ in several],
        sources=[f"{LINK}&n={n}" for n in several],
        published_at=at("09:00", "2025-01-09"),
    )


def _metric(text: str, n: int) -> dict[str, Any]:
    return {"label": f"{text} {n}", "value": 10**n % 999_999_999, "unit": "ms", "note": text}


def _series(text: str, n: int) -> dict[str, Any]:
    readings = ("02:00", n), ("02:20", 1 + 37 * n), ("02:40", -n), ("03:30", 1)
    unit, threshold = (None, "ms", "%", text)[n % 4], (None, 5 * n)[n % 2]
    return series(f"{text} {n}", *readings, unit=unit, threshold=threshold)


def _event(text: str, n: int) -> dict[str, Any]:
    kind = list(EventKind)[n % len(EventKind)]
    source = {"source": LINK} if n % 2 else {}
    return event(f"02:{15 + n:02d}", text, kind, key=n % 7 == 0, **source)


def _action(text: str, n: int) -> dict[str, Any]:
    status = list(ActionStatus)[n % 4]
    return {
        "action": text,
        "learning": ("L1", "L2", None)[n % 3],
        "kind": list(ActionKind)[n % 4],
        "owner": (text, "TBD")[n % 2],
        "due": ("2025-01-15", None, "2025-03-01")[n % 3],
        "status": status,
        "completed": "2025-01-20" if status is ActionStatus.DONE else None,
        "priority": "P1",
        "link": LINK,
        "confirmed": False,
    }


HARD = {
    "first hour": postmortem(),
    "over, without numbers": postmortem(
        status="resolved",
        mitigated_at=at("03:00"),
        summary=PARAGRAPH,
        services=["payments", "checkout"],
        root_cause={"primary_cause": SENTENCE},
        actions=[{"action": SENTENCE, "status": status} for status in ("done", "dropped")],
    ),
    "full": full(SENTENCE, 3),
    "many": full(SENTENCE, 24),
    "long": full(PARAGRAPH, 3),
    "CJK": full(CJK, 5),
    "one long word": full(WORD, 4),
}
"""Postmortems by what is hard about them."""

_said = texts(25)
_lists = st.lists(_said, max_size=7)
_times = st.integers(0, 300).map(lambda n: f"{2 + n // 60:02d}:{n % 60:02d}")
_values = st.floats(-1e15, 1e15)
_readings = st.lists(st.tuples(_times, _values), min_size=1, max_size=9)


@st.composite
def postmortems(draw: st.DrawFn) -> Postmortem:
    """Draw a postmortem: any of its parts, with texts of any length and script."""
    maybe, days = st.none() | _said, st.none() | st.dates()
    return postmortem(
        title=draw(_said),
        severity=draw(st.none() | st.sampled_from(list(Severity))),
        services=draw(_lists),
        summary=draw(maybe),
        impact={
            "statement": draw(maybe),
            "metrics": [
                {"label": text, "value": value, "note": note}
                for text, value, note in draw(
                    st.lists(st.tuples(_said, st.integers(0, 10**12), maybe), max_size=9)
                )
            ],
            "series": [
                series(text, *sorted(readings), unit=unit, threshold=threshold)
                for text, readings, unit, threshold in draw(
                    st.lists(st.tuples(_said, _readings, maybe, st.none() | _values), max_size=5)
                )
            ],
        },
        timeline=[
            event(clock, text, kind)
            for clock, text, kind in draw(
                st.lists(
                    st.tuples(_times, _said, st.sampled_from(["note", "diagnosis", "escalation"])),
                    max_size=12,
                )
            )
        ],
        root_cause={
            "primary_cause": draw(maybe),
            "five_whys": draw(_lists),
            "contributing_factors": [
                {"category": category, "text": text}
                for category, text in draw(
                    st.lists(st.tuples(st.sampled_from(list(FactorCategory)), _said), max_size=9)
                )
            ],
            "repeats": draw(_lists),
        },
        lessons={key: draw(_lists) for key in ("went_well", "went_wrong", "got_lucky")},
        key_learning=draw(
            st.none() | st.fixed_dictionaries({"statement": _said, "evidence": maybe})
        ),
        actions=[
            {"action": text, "owner": owner, "due": due, **({"completed": done} if done else {})}
            for text, owner, due, done in draw(
                st.lists(st.tuples(_said, maybe, days, days), max_size=9)
            )
        ],
        decisions=draw(_lists),
        follow_up={"success_criteria": draw(_lists)},
        people=[{"name": text, "role": text} for text in draw(_lists)],
        sources=draw(st.lists(st.sampled_from([LINK, "mailto:sre@example.com"]), max_size=4)),
    )
