"""Valid postmortem files of every size and script, as plain data for JSON (which is YAML)."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import Any

from hypothesis import strategies as st

from deckgen.postmortem.vocabulary import (
    ActionKind,
    ActionStatus,
    EventKind,
    FactorCategory,
    IconName,
    Priority,
    Severity,
)

START = datetime(2025, 1, 8, 2, 15)
_WORDS = [
    *("cache", "deploy", "latency", "rolled back", "checkout-api", "p99/p50", "SEV1", "4,812"),
    *(
        "日本語のテキスト、長い文",
        "数据库主节点",
        "한국어 문장입니다",
        "تعطل الخدمة في الإنتاج",
        "הודעה",
    ),
    *(
        "naïve Ærøskøbing",
        "Ελληνικά",
        "русский текст",
        "🔥🚒",
        "👩‍💻 ok",
        "e\u0301tat",
        "हिन्दी पाठ",
    ),
    *('<b>&amp;"quoted"</b>', "=1+1", "{{x}}", "a" * 40, "https://x.example/" + "y" * 60),
]


def texts(most: int = 24) -> st.SearchStrategy[str]:
    """Return texts of one to `most` words; now and then one word of 300 characters."""
    words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=most).map(" ".join)
    return st.one_of(words, words, words, st.sampled_from(["x" * 300, "W" * 120, "長" * 300]))


@st.composite
def _some(draw: Callable[..., Any], items: st.SearchStrategy[Any], most: int) -> list[Any]:
    """Return up to `most` items; many are a few that come back, which hypothesis draws faster."""
    few = draw(st.lists(items, max_size=min(most, 5)))
    amount = draw(st.integers(0, most))
    return [deepcopy(item) for item in islice(cycle(few), amount)] if few else []


def _at(most_minutes: int) -> st.SearchStrategy[str]:
    minutes = st.integers(0, most_minutes)
    return minutes.map(lambda n: f"{START + timedelta(minutes=n):%Y-%m-%d %H:%M}")


def _mapping(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


def _events(span: int) -> st.SearchStrategy[Any]:
    kinds = st.sampled_from([str(kind) for kind in EventKind])
    return _mapping(
        {"at": _at(span), "text": texts()},
        {"kind": kinds, "key": st.booleans(), "source": st.just("https://example.com/1")},
    )


_ACTION = _mapping(
    {"action": texts()},
    {
        "learning": st.just("L1"),
        "kind": st.sampled_from([str(kind) for kind in ActionKind]),
        "owner": st.one_of(texts(3), st.just("TBD")),
        "due": st.dates(START.date(), START.date() + timedelta(days=90)).map(str),
        "status": st.sampled_from([str(status) for status in ActionStatus]),
        "priority": st.sampled_from([str(priority) for priority in Priority]),
        "link": st.just("https://tracker.example.com/A-1"),
        "confirmed": st.booleans(),
    },
)
_DONE = _mapping(
    {"action": texts(), "completed": st.dates(START.date(), START.date() + timedelta(90)).map(str)},
    {"status": st.just("done"), "owner": texts(3)},
)
_METRIC = _mapping(
    {"label": texts(4), "value": st.decimals(-(10**9), 10**9, places=2).map(str)},
    {"unit": st.sampled_from(["%", "ms", "EUR", "$"]), "note": texts(4)},
)
_VALUES = st.floats(-1e15, 1e15) | st.integers(0, 100)


@st.composite
def _series(draw: Callable[..., Any], span: int) -> dict[str, Any]:
    """Return a measurement of 1 to 60 readings in their order."""
    count = draw(st.sampled_from([1, 2, 5, 60]))
    step = timedelta(minutes=draw(st.integers(1, max(1, span // count))))
    values = draw(st.lists(_VALUES, min_size=1, max_size=4))
    points = [[f"{START + n * step:%Y-%m-%d %H:%M}", values[n % len(values)]] for n in range(count)]
    more = draw(_mapping({}, {"unit": texts(2), "threshold": _VALUES}))
    return {"label": draw(texts(6)), "points": points, **more}


_WHY = st.one_of(texts(), _mapping({"why": texts()}, {"because": texts()}))
_FACTOR = _mapping(
    {"text": texts()}, {"category": st.sampled_from([str(name) for name in FactorCategory])}
)


_MILESTONES = {"detected_at", "acknowledged_at", "mitigated_at", "resolved_at"}


def _forget_milestones(data: dict[str, Any]) -> None:
    """Leave no milestone, neither stated nor in the timeline, where their order might be wrong."""
    for name in _MILESTONES:
        del data[name]
    for event in data.get("timeline", []):
        if event.get("kind") in {"detection", "acknowledgement", "mitigation", "resolution"}:
            event["kind"] = "diagnosis"


@st.composite
def postmortem_files(draw: Callable[..., Any]) -> bytes:
    """Return a valid postmortem file, from the first hour's notes to a full one."""
    span = draw(st.sampled_from([0, 5, 180, 2 * 1440, 21 * 1440, 365 * 1440]))
    most_events = draw(st.sampled_from([0, 1, 3, 14, 60, 200]))
    lists = draw(st.sampled_from([2, 5, 12]))
    data = draw(
        _mapping(
            {
                "title": texts(),
                "started_at": st.just(f"{START:%Y-%m-%d %H:%M}"),
                "detected_at": _at(span),
                "acknowledged_at": st.just(f"{START + timedelta(days=366):%Y-%m-%d %H:%M}"),
                "mitigated_at": st.just(f"{START + timedelta(minutes=span):%Y-%m-%d %H:%M}"),
                "resolved_at": st.just(f"{START + timedelta(minutes=span + 9):%Y-%m-%d %H:%M}"),
                "timeline": _some(_events(span), most_events),
                "key_learning": _mapping(
                    {"statement": texts()},
                    {
                        "icon": st.sampled_from([str(name) for name in IconName]),
                        "evidence": texts(),
                    },
                ),
            },
            {
                "id": texts(3),
                "severity": st.sampled_from([str(level) for level in Severity]),
                "services": _some(texts(3), lists),
                "summary": texts(80),
                "impact": _mapping(
                    {},
                    {
                        "statement": texts(),
                        "metrics": _some(_METRIC, lists),
                        "series": _some(_series(span), lists),
                    },
                ),
                "root_cause": _mapping(
                    {},
                    {
                        "primary_cause": texts(),
                        "repeats": _some(texts(3), lists),
                        "five_whys": _some(_WHY, lists),
                        "contributing_factors": _some(_FACTOR, 2 * lists),
                    },
                ),
                "lessons": _mapping(
                    {},
                    {
                        "went_well": _some(texts(), lists),
                        "went_wrong": _some(texts(), lists),
                        "got_lucky": _some(texts(), lists),
                    },
                ),
                "learnings": _some(_mapping({"text": texts()}, {}), lists),
                "actions": _some(_ACTION | _DONE, 2 * lists),
                "decisions": _some(texts(), lists),
                "follow_up": _mapping(
                    {},
                    {
                        "review_at": st.just("2025-02-08 10:00"),
                        "success_criteria": _some(texts(), lists),
                    },
                ),
                "people": _some(_mapping({"name": texts(3), "role": texts(3)}, {}), lists),
                "sources": _some(st.just("https://example.com/a/b?c=d"), lists),
            },
        )
    )
    optional = sorted(set(data) - {"title", "started_at", *_MILESTONES})
    for n, event in enumerate(data["timeline"]):
        spread = n * 7919 % 101 * span // 100
        event["at"] = f"{START + timedelta(minutes=spread):%Y-%m-%d %H:%M}"
    for n, measured in enumerate(data.get("impact", {}).get("series", [])):
        measured["label"] += f" {n}"  # no two may be called the same
    repeats = data.get("root_cause", {}).get("repeats", [])
    for n, earlier in enumerate(repeats):
        repeats[n] = f"{earlier} (earlier, {n})"  # nor may one repeat itself, or another twice
    for absent in draw(st.sets(st.sampled_from(optional), max_size=4)):
        del data[absent]
    if draw(st.booleans()):
        _forget_milestones(data)
    if "key_learning" not in data:
        for action in data.get("actions", []):
            action.pop("learning", None)
    return json.dumps(data, ensure_ascii=draw(st.booleans())).encode()
