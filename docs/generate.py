"""Write the reference pages of docs/ from the code: `python docs/generate.py`.

A test fails while a committed page differs from what this makes.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from deckgen.cli.group import COMMANDS, group
from deckgen.postmortem.schema import json_schema, schema_text
from deckgen.profiles import PROFILES
from deckgen.registry import load_layouts

DOCS = Path(__file__).parent
_MADE = "<!-- Made by docs/generate.py; edit the code instead. -->"


def pages() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "commands.md": "\n".join(_commands()) + "\n",
        "file-format.md": "\n".join(_file_format()) + "\n",
        "layouts.md": "\n".join(_layouts()) + "\n",
        "postmortem.schema.json": schema_text(),
    }


def _commands() -> Iterator[str]:
    yield from ("# Commands", "", _MADE, "")
    root = group.make_context("deckgen", [], resilient_parsing=True, terminal_width=96)
    yield from _help(group, root)
    for name in COMMANDS:
        command = group.get_command(root, name)
        assert command is not None, name
        context = command.make_context(name, [], parent=root, resilient_parsing=True)
        yield from ("", f"## deckgen {name}", "")
        yield from _help(command, context)


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("```text", command.get_help(context), "```")


def _file_format() -> Iterator[str]:
    schema = json_schema()
    definitions: Mapping[str, Any] = schema["$defs"]  # type: ignore[assignment]
    yield from ("# The postmortem file", "", _MADE, "")
    yield "YAML (or JSON, which is YAML too). Only `title` and `started_at` are required."
    yield ""
    yield "- Every value is text until its field says otherwise: `12:30` is a time, `on` a word."
    yield "- A time without an offset is in `timezone`. A bare clock time (`02:17`) takes the date"
    yield "  of the time before it, and moves past midnight when it would otherwise run backwards"
    yield "  by more than twelve hours; every such move is said as a warning."
    yield "- An hour that a zone's clocks skip is a fault; one that they pass twice is read as the"
    yield "  one that keeps the order, else as the first, with a warning. An offset settles both."
    yield "- Unknown keys, doubled keys and aliases are faults. A key that starts with `x-` is your"
    yield "  own: it stays in the file that travels inside the deck, and is not read."
    yield "- Links are `https://`, `http://` or `mailto:`. Pictures lie in the file's own folder."
    yield ""
    yield "The same as [JSON Schema](postmortem.schema.json), for editors: `deckgen schema`."
    yield from _fields("The file", schema, definitions)
    for name in sorted(definitions):
        if "properties" in definitions[name]:
            yield from _fields(name, definitions[name], definitions)


def _fields(name: str, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"## {name}", "", str(schema.get("description", "")), "")
    yield from ("| key | value | what it says |", "| --- | --- | --- |")
    required = schema.get("required", [])
    for key, field in schema["properties"].items():
        must = " (required)" if key in required else ""
        told = str(field.get("description", "")).replace("|", "\\|")
        yield f"| `{key}`{must} | {_type(field, definitions)} | {told} |"


def _type(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        words = "enum" in definitions[name]
        return _type(definitions[name], definitions) if words else f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        kinds = [kind for kind in field["anyOf"] if kind.get("type") != "null"]
        return " or ".join(dict.fromkeys(_type(kind, definitions) for kind in kinds))
    if "enum" in field:
        return ", ".join(f"`{word}`" for word in field["enum"])
    if field.get("type") == "array":
        items = field.get("items") or {}
        return f"list of {_type(items, definitions)}" if items else "pairs"
    if "pattern" in field:
        return "time" if r"\d{1,2}:\d{2}" in field["pattern"] else "text"
    if field.get("format") == "date":
        return "day"
    kinds_of = {
        "string": "text",
        "boolean": "true or false",
        "number": "number",
        "object": "mapping",
    }
    return kinds_of.get(str(field.get("type")), "text")


def _layouts() -> Iterator[str]:
    yield from ("# Layouts", "", _MADE, "")
    yield "One class for each slide type. `deckgen layouts` lists them; choose with `--only`."
    yield from ("", "## Profiles", "")
    for profile in PROFILES.values():
        names = ", ".join(f"`{name}`" for name in profile.layouts or ()) or "all but `one-page`"
        yield f"- **{profile.name}**, for {profile.reader}, {profile.minutes} minutes: {names}."
    for layout in load_layouts().values():
        yield from ("", f"## {layout.name}", "", inspect.getdoc(layout) or "", "")
        yield f"Section: {layout.section}."


if __name__ == "__main__":
    for file, text in pages().items():
        (DOCS / file).write_text(text, encoding="utf-8")
