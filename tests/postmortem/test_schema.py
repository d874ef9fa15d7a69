"""The JSON Schema that editors check a postmortem file by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.schema import DIALECT, field_docstrings, json_schema

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
LEAST = {"title": "a", "started_at": "2025-01-08 02:15"}


class Yaml12(yaml.SafeLoader):
    """Types scalars by the core schema of YAML 1.2, as editors do."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- as in the base class


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)


def faults(data: object) -> list[str]:
    """Return what the schema says against plain data."""
    return [error.message for error in Draft202012Validator(json_schema()).iter_errors(data)]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield the schemas of all mappings."""
    for record in (schema, *schema["$defs"].values()):
        if record.get("type") == "object":
            yield record


def test_the_schema_is_one() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"]) == (DIALECT, "deckgen postmortem")


def test_each_field_is_described_in_the_words_of_the_model() -> None:
    described = [
        (key, field["description"])
        for record in objects(json_schema())
        for key, field in record["properties"].items()
    ]
    assert len(described) > 70
    assert [key for key, text in described if not text.strip()] == []
    assert ("title", "What happened, as a headline.") in described


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_fits_the_schema(sample: Path) -> None:
    assert faults(yaml.load(sample.read_text(), Yaml12)) == []


def test_there_are_samples() -> None:
    assert SAMPLES


def test_keys_of_the_team_are_allowed_everywhere_and_unknown_ones_nowhere() -> None:
    records = list(objects(json_schema()))
    assert len(records) > 15
    assert all(record["patternProperties"] == {"^x-": {}} for record in records)
    assert faults({**LEAST, "x-team": [1], "impact": {"x-a": None}}) == []
    assert len(faults({**LEAST, "impact": {"foo": 1}})) == 1


def test_only_a_title_and_a_start_are_required() -> None:
    assert faults(LEAST) == []
    assert len(faults({})) == 2


def test_ids_that_are_given_are_not_required() -> None:
    text = {**LEAST, "actions": [{"action": "a"}], "learnings": [{"text": "b"}]}
    assert faults(text) == []


def test_a_key_that_is_not_needed_may_be_blank() -> None:
    blank = dict.fromkeys(set(Postmortem.model_fields) - set(LEAST))
    assert faults({**blank, **LEAST}) == []
    assert len(faults({"title": None, "started_at": None})) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"severity": "SEV9"},
        {"started_at": "soon"},
        {"detected_at": "2025-01-08"},
        {"actions": [{"action": "a", "priority": "urgent"}]},
        {"timeline": [{"at": "02:15", "text": "a", "kind": "fix"}]},
        {"reported": {"time_to_resolve": "soon"}},
        {"services": "a"},
    ],
)
def test_what_is_refused_when_read_is_marked_in_the_editor(wrong: dict[str, object]) -> None:
    assert len(faults({**LEAST, **wrong})) == 1


def test_the_docstring_of_a_field_is_the_string_behind_it() -> None:
    source = '''
class A:
    """Not a field's."""
    b: int
    """The b,
    told on."""
    c: str = "d"
    e = 1
    """Not of a field with a type."""
def f(): ...
'''
    assert field_docstrings(source) == {"A": {"b": "The b,\ntold on."}}
