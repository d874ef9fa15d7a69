"""The JSON Schema of a postmortem file, for editors that check and complete while one types."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator, Mapping

from deckgen.postmortem import impact, model
from deckgen.postmortem.model import ActionItem, Learning, Postmortem

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NUMBERED = (ActionItem.__name__, Learning.__name__)
"""What is given an id where none is written."""


def json_schema() -> dict[str, object]:
    """Return the schema of the file, in the dialect 2020-12, as plain data.

    The descriptions are the docstrings of the model's fields. A key that is not needed may be left
    blank, and every mapping may hold the team's own keys, which start with `x-`.
    """
    schema: dict[str, object] = Postmortem.model_json_schema()
    described = field_docstrings("".join(map(inspect.getsource, (model, impact))))
    records = {Postmortem.__name__: schema, **_mapping(schema.get("$defs"))}
    for name, record in records.items():
        _complete(name, _mapping(record), described.get(name, {}))
    return {"$schema": DIALECT, **schema, "title": "deckgen postmortem"}


def schema_text() -> str:
    """Return the schema as JSON text, two spaces a level, ending in a line break."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def field_docstrings(source: str) -> Mapping[str, Mapping[str, str]]:
    """Return the docstrings of the fields of each class in the Python text `source`.

    A field's docstring is the string that follows its annotation. They are read from the source,
    and only here, since pydantic's own reading of them costs every start of the program.
    """
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return {node.name: dict(_documented(node)) for node in classes}


def _documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, text in zip(node.body, node.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            yield field.target.id, inspect.cleandoc(str(text.value.value))


def _complete(name: str, record: dict[str, object], described: Mapping[str, str]) -> None:
    """Add to the schema of one record, in place, what pydantic does not know of it."""
    if record.get("type") != "object":
        return
    record.pop("title", None)
    record["patternProperties"] = {"^x-": {}}
    required = [key for key in _listed(record, "required") if not _is_given(name, key)]
    record["required"] = required
    if not required:
        del record["required"]
    fields = _mapping(record.get("properties"))
    for key, field in fields.items():
        fields[key] = _described(_mapping(field), described.get(key, ""), key in required)


def _described(field: dict[str, object], text: str, is_required: bool) -> dict[str, object]:
    """Return the schema of a field with its description; one that is not required may be blank."""
    kept = {key: value for key, value in field.items() if key != "title"}
    if isinstance(kept.get("default"), dict) or kept.get("default", "") is None:
        del kept["default"]
    if is_required or {"type": "null"} in _listed(kept, "anyOf"):
        return {"description": text, **kept}
    default = {"default": kept.pop("default")} if "default" in kept else {}
    return {"description": text, "anyOf": [kept, {"type": "null"}], **default}


def _is_given(record: str, key: object) -> bool:
    return key == "id" and record in _NUMBERED


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _listed(schema: Mapping[str, object], key: str) -> list[object]:
    value = schema.get(key)
    return list(value) if isinstance(value, list) else []
