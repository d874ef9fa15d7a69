"""Write the reference pages of docs/ from the code: `python docs/generate.py`.

A test fails while a committed page differs from what this makes.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click

import deckgen.policy
from deckgen.cli.group import COMMANDS, group
from deckgen.layout import LayoutOf
from deckgen.manual import pages as manual_pages
from deckgen.policy import Policy
from deckgen.postmortem.schema import field_docstrings, json_schema, schema_text
from deckgen.profiles import PROFILES
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats.json_format import LEFT_OUT
from deckgen.registry import load_layouts
from deckgen.report.markdown import escape_markdown
from deckgen_layouts.quarter import QUARTER_LAYOUTS

DOCS = Path(__file__).parent
_MADE = "<!-- Made by docs/generate.py; edit the code instead. -->"


def pages() -> dict[str, str]:
    """Return the text of every generated page by its file name."""
    return {
        "commands.md": "\n".join(_commands()) + "\n",
        "file-format.md": "\n".join(_file_format()) + "\n",
        "layouts.md": "\n".join(_layouts()) + "\n",
        "policy.md": "\n".join(_policy()) + "\n",
        "quarter.md": _quarter(),
        "rules.md": "\n".join(_rules()) + "\n",
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
        "integer": "whole number",
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
    yield from _manual_of(load_layouts().values())
    yield from ("", "# Layouts of a quarter's review", "")
    yield "In the order in which `deckgen quarter` shows them; see [the quarter](quarter.md)."
    yield from _manual_of(QUARTER_LAYOUTS.values())


def _manual_of(layouts: Iterable[type[LayoutOf[Any]]]) -> Iterator[str]:
    for layout in layouts:
        yield from ("", f"## {layout.name}", "", inspect.getdoc(layout) or "", "")
        yield f"Section: {layout.section}."


def _rules() -> Iterator[str]:
    yield from ("# Rules", "", _MADE, "")
    yield "What `deckgen check` looks for. `deckgen check --explain RULE` prints a page of these."
    yield "The [policy](policy.md) switches a rule off or gives its findings another severity, a"
    yield "comment silences it in one place, see [Check](check.md). The examples are files in which"
    yield "the title and the start are left out; a test holds that they fail and pass as they say."
    yield from ("", "| rule | severity | what it objects to |", "| --- | --- | --- |")
    for page in manual_pages().values():
        summary = page.summary.replace("|", "\\|")
        yield f"| [{page.id}](#{page.id}) | {page.severity} | {summary} |"
    for page in manual_pages().values():
        yield from ("", f"## {page.id}", "", f"Severity: {page.severity}.", "", page.text)


def _quarter() -> str:
    """Return the page about the quarter: as it is, with the two parts that are made put in."""
    page = (DOCS / "quarter.md").read_text("utf-8")
    for name, lines in (("definitions", _definitions()), ("json", _json_objects())):
        begin, end = f"<!-- {name}: made by docs/generate.py -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(begin)
        after = rest.partition(end)[2]
        page = "\n".join([f"{before}{begin}", "", *lines, "", f"{end}{after}"])
    return page


def _definitions() -> Iterator[str]:
    yield "| figure | what it means | formula | least |"
    yield "| --- | --- | --- | --- |"
    for one in DEFINITIONS.values():
        least = str(one.least) if one.least > 1 else ""
        yield f"| {one.name} | {one.meaning} | {escape_markdown(one.formula)} | {least} |"


def _json_objects() -> Iterator[str]:
    """Yield what each object of a review's JSON says, by its class."""
    yield from ("| object | keys | what it says |", "| --- | --- | --- |")
    for kind in _objects(QuarterReview):
        keys = ", ".join(f"`{field.name}`" for field in fields(kind) if field.name not in LEFT_OUT)
        said = " ".join((inspect.getdoc(kind) or "").split())
        yield f"| {kind.__name__} | {keys} | {said} |"


def _objects(kind: type, found: tuple[type, ...] = ()) -> tuple[type, ...]:
    """Return a dataclass and those that its fields are made of, each once."""
    if not is_dataclass(kind) or kind in found:
        return found
    found = (*found, kind)
    for hint in get_type_hints(kind).values():
        for part in (hint, *get_args(hint)):
            found = _objects(part, found)
    return found


_POLICY_EXAMPLE = """\
publish_within_hours = 72

[rules]
owner-confirmed = "off"
action-due = "error"

[words]
people = ["night shift"]
vague_verbs = ["look at"]

[severities.SEV1]
names = ["Blocker"]
due_within_days = 14
customers_from = 10_000

[redaction]
internal_hosts = ["*.corp.example.com"]
secrets = ['CUST-\\d{6}']
"""


def _policy() -> Iterator[str]:
    schema = Policy.model_json_schema()
    definitions: Mapping[str, Any] = schema["$defs"]
    described = field_docstrings(inspect.getsource(deckgen.policy))
    yield from ("# The policy file", "", _MADE, "")
    yield "What your company asks of its postmortems: rules, words, severities, days, and what the"
    yield "public must not see. Everything is optional."
    yield ""
    yield "The policy is `deckgen.toml`, or the table `[tool.deckgen]` of a `pyproject.toml`, in"
    yield "the postmortem's folder or the nearest one above it; nothing is looked for above a"
    yield "folder in which `.git` lies. The nearest one holds alone, nothing is merged; both files"
    yield "in one folder are a fault. `deckgen check --policy FILE` names another."
    yield from ("", "```toml", *_POLICY_EXAMPLE.splitlines(), "```")
    yield from _policy_table("The file", "Policy", schema, described, definitions)
    for name in ("Words", "SeverityLevel", "RedactionPolicy"):
        yield from _policy_table(name, name, definitions[name], described, definitions)


def _policy_table(
    title: str,
    name: str,
    schema: Mapping[str, Any],
    described: Mapping[str, Mapping[str, str]],
    definitions: Mapping[str, Any],
) -> Iterator[str]:
    yield from ("", f"## {title}", "", str(schema.get("description", "")), "")
    yield from ("| key | value | default | what it says |", "| --- | --- | --- | --- |")
    for key, field in schema["properties"].items():
        default = f"`{field['default']}`" if isinstance(field.get("default"), int) else ""
        kind, told = _policy_type(field, definitions), described[name][key]
        yield f"| `{key}` | {kind} | {default} | {told} |"


def _policy_type(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    values = field.get("additionalProperties")
    return f"table of {_type(values, definitions)}" if values else _type(field, definitions)


if __name__ == "__main__":
    for file, text in pages().items():
        (DOCS / file).write_text(text, encoding="utf-8")
