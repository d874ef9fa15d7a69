"""What holds for the exports of all tools: recognised, read as saved, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import InputError
from deckgen.importing.draft import Draft, draft_yaml
from deckgen.importing.exports.bundles import kinds_of_objects
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.formats import VENDORS, drafts_of, format_of
from deckgen.readers import Folder, parse_postmortem
from tests.importing.exports.examples import EXAMPLES

EXPECTED = Path(__file__).parent / "expected"
MISSING = object()
_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3.7, 10**40, 1e300, 1736302500, 1736302500000, "", "x", "=1+1"),
    *("2025-01-08T02:15:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2025-13-45T99:99Z"),
    *(
        "a\ud800b",
        "\u202eevil",
        "\x00\x07",
        "long " * 6_000,
        "javascript:alert(1)",
        "- a: b",
        "# c",
    ),
    *([], {}, [[]], [None], ["x", {"name": "n"}], {"data": []}, {"data": {"attributes": None}}),
)


def saved(value: Json) -> bytes:
    return json.dumps(value).encode()


def yaml_of(form: str, value: Json) -> str:
    drafts = drafts_of(saved(value), "export.json", form)
    return "---\n".join(draft_yaml(draft) for draft in drafts)


def objects(value: Json, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to every object in `value`."""
    if isinstance(value, dict):
        yield way
        for key, inner in value.items():
            yield from objects(inner, (*way, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from objects(inner, (*way, n))


@st.composite
def damaged(draw: Callable[..., Any], value: Json) -> Json:
    """`value` with some of its parts missing, null, of another type, doubled or unknown."""
    made: Any = deepcopy(value)
    for _ in range(draw(st.integers(1, 8))):
        ways = list(objects(made))
        if not ways:
            break
        inner = made
        for step in draw(st.sampled_from(ways)):
            inner = inner[step]
        key = draw(st.sampled_from([*inner, "foo", "data", "incident", "name"]))
        change = draw(st.sampled_from([*_ODD, MISSING]))
        if change is MISSING:
            inner.pop(key, None)
        else:
            inner[key] = deepcopy(change)
    whole: Json = draw(st.sampled_from([made, [made], [made, made]]))
    return whole


@pytest.mark.parametrize("form", EXAMPLES)
def test_an_export_becomes_the_file_that_a_person_would_have_written(form: str) -> None:
    assert yaml_of(form, EXAMPLES[form]) == (EXPECTED / f"{form}.yaml").read_text("utf-8")


@pytest.mark.parametrize("form", EXAMPLES)
def test_an_export_is_recognised_by_its_own_tool_alone(form: str) -> None:
    modules = {name: import_module(f"{_PACKAGE}.{name.replace('-', '_')}") for name in VENDORS}
    found = {
        name
        for value in kinds_of_objects(EXAMPLES[form])
        for name, module in modules.items()
        if module.is_incident(value)
    }
    assert found == {form}


_PACKAGE = "deckgen.importing.exports"


@pytest.mark.parametrize("form", EXAMPLES)
def test_every_form_in_which_it_may_be_saved_says_the_same(form: str) -> None:
    value = EXAMPLES[form]
    expected = yaml_of(form, value)
    assert yaml_of(form, [value]) == expected
    assert yaml_of(form, {"answer": value}) == expected
    lines = b"\n".join(saved({key: inner}) for key, inner in value.items())
    if "incident" in value or "incidents" in value or form in {"opsgenie"}:
        drafts = drafts_of(lines, "export.jsonl", form)
        assert "---\n".join(map(draft_yaml, drafts)) == expected


def test_an_incident_without_anything_around_it_is_read() -> None:
    for form, key in (("pagerduty", "incident"), ("incident-io", "incident"), ("rootly", "data")):
        bare = EXAMPLES[form][key]
        assert format_of(saved(bare), "x.json") == form
        assert "title: " in yaml_of(form, bare)


@pytest.mark.parametrize("form", EXAMPLES)
def test_nulls_everywhere_leave_a_draft_that_says_what_is_missing(form: str) -> None:
    def emptied(value: Json, depth: int = 0) -> Json:
        if isinstance(value, dict):
            return {key: emptied(inner, depth + 1) for key, inner in value.items()}
        if isinstance(value, list):
            return [emptied(inner, depth + 1) for inner in value]
        return value if value in {"incident", "incidents"} else None

    for draft in drafts_of(saved(emptied(EXAMPLES[form])), "export.json", form):
        assert draft.missing == ("title", "started_at")
        assert draft.data.get("timeline") is None


@pytest.mark.parametrize("form", sorted(EXAMPLES))
@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_an_export_holds_it_is_read_or_refused(form: str, data: st.DataObject) -> None:
    content = saved(data.draw(damaged(EXAMPLES[form])))
    try:
        drafts = drafts_of(content, "export.json", form)
    except InputError:
        return
    for draft in drafts:
        written = draft_yaml(draft)
        if not draft.missing:
            parse_postmortem(written.encode(), "export.yaml", Folder(Path(".")))


_NOT_WANTED = {
    *("agent", "user", "author", "creator", "updater", "createdByUser", "authorUser", "actor"),
    *("alert_counts", "escalation_policy", "relationships", "affected_components", "milestones"),
    "details",
}
"""Objects of which nothing is taken over: who wrote an entry, and how the tool keeps things."""


@pytest.mark.parametrize("form", EXAMPLES)
def test_words_that_nobody_knows_are_left_wherever_they_stand(form: str) -> None:
    for way in objects(EXAMPLES[form]):
        of_reference = way[:1] == ("log_entries",) and "incident" in way
        of_page = form == "datadog" and way in {("todos",), ("timeline",)}
        in_phases = "lifecycle_phases" in way
        unwanted = _NOT_WANTED & set(way) and not (in_phases or "channel" in way)
        if unwanted or of_reference or of_page:
            continue
        value: Any = deepcopy(EXAMPLES[form])
        inner = value
        for step in way:
            inner = inner[step]
        inner["unknown_words"] = "nobody knows these"
        assert "nobody knows these" in yaml_of(form, value), way


def test_several_incidents_have_names_of_their_own() -> None:
    incident = EXAMPLES["statuspage"]["incidents"]
    assert isinstance(incident, list)
    drafts = drafts_of(saved({"incidents": incident}), "incidents.json", "statuspage")
    assert [draft.name for draft in drafts] == ["cp306tmzcl0y", "qmbrzm0q2pb6"]


def test_what_is_said_of_several_incidents_goes_to_its_own() -> None:
    first: JsonObject = {"id": "1", "name": "One", "reference": "INC-1", "incident_status": None}
    second: JsonObject = {**first, "id": "2", "name": "Two", "reference": "INC-2"}
    items: list[Json] = [{"title": f"Do {n}", "incident_id": n} for n in ("2", "1", "3")]
    found = drafts_of(saved({"incidents": [first, second], "follow_ups": items}), "x.json")
    assert [_actions(draft) for draft in found] == [["Do 1", "Do 3"], ["Do 2"]]


def _actions(draft: Draft) -> list[str]:
    actions = draft.data.get("actions", [])
    assert isinstance(actions, list)
    return [action["action"] for action in actions]


def test_a_very_large_export_becomes_a_file_that_can_be_read() -> None:
    entries: list[Json] = [
        {
            "type": "annotate_log_entry",
            "created_at": f"2025-01-08T{n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}Z",
            "summary": f'{n} "quoted"\n\n' + "🔥長い " * 200,
        }
        for n in range(1_500)
    ]
    value = {**EXAMPLES["pagerduty"], "log_entries": entries}
    written = yaml_of("pagerduty", value)
    document = parse_postmortem(written.encode(), "export.yaml", Folder(Path(".")))
    assert len(document.postmortem.timeline) == 1_000
    assert "more texts of the export, not listed" in written
