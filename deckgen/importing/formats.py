"""The formats that are imported: told by what is in a file, or named by the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType

from deckgen.diagnostics import InputError, did_you_mean, one_of
from deckgen.importing.draft import Draft
from deckgen.importing.exports.bundles import IsIncident, kinds_of_objects
from deckgen.importing.exports.json_text import Json, json_values

MARKDOWN = "markdown"
CSV = "csv"
VENDORS: Mapping[str, str] = MappingProxyType(
    {
        "pagerduty": "PagerDuty",
        "incident-io": "incident.io",
        "firehydrant": "FireHydrant",
        "rootly": "Rootly",
        "dispatch": "Netflix Dispatch",
        "grafana": "Grafana Incident",
        "gitlab": "GitLab",
        "statuspage": "Statuspage",
        "opsgenie": "Opsgenie",
        "datadog": "Datadog",
    }
)
"""The tools of which exports are read, by the name of the format."""

FORMATS = (MARKDOWN, *VENDORS, CSV)

MOST_INCIDENTS = 200
"""How many incidents of one export become files."""

_JSON_START = re.compile(rb"\s*(?:\{|\[\s*[\[{\]\"\d])")
_HTML_START = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_POSTMORTEM_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True)
class _Vendor:
    """The reader of one tool's exports."""

    is_incident: IsIncident
    read: Callable[[Json, str, tzinfo], Sequence[Draft]]


def format_of(content: bytes, name: str) -> str:
    """Return which of FORMATS the file `name` with `content` is in.

    Raises InputError where it is none of them, saying what it seems to be and what is known.
    """
    start = content[:2_000].removeprefix(b"\xef\xbb\xbf")
    ending = PurePath(name).suffix.casefold()
    if ending in {".csv", ".tsv"}:
        return CSV
    if _HTML_START.match(start):
        hint = "sign in and save what the tool's API answers, or the document as Markdown"
        raise InputError.about(name, "is a web page (HTML), not an export", hint)
    if ending in _POSTMORTEM_ENDINGS:
        raise InputError.about(name, "is a YAML file: postmortems are not imported but built", "")
    if ending == ".json" or (ending not in {".md", ".markdown"} and _JSON_START.match(start)):
        return _vendor_of(_value(json_values(content, name)), name)
    if not content.strip():
        raise InputError.about(name, "the file is empty")
    return MARKDOWN


def check_format(name: str) -> None:
    """Raise ValueError, saying what is known, where `name` is none of FORMATS."""
    if name not in FORMATS:
        near = did_you_mean(name, FORMATS)
        raise ValueError(f"there is no format {name!r}. {near or f'known: {one_of(FORMATS)}'}")


def drafts_of(
    content: bytes,
    name: str,
    form: str | None = None,
    zone: tzinfo | None = None,
    timezone: str | None = None,
) -> tuple[Draft, ...]:
    """Return a draft for each incident in the file `name`, in `form` or what it turns out to be.

    A time without an offset is in `zone`; the drafts of an export show times in `timezone`, its
    name. No two drafts have one name. Raises InputError where nothing can be read.
    """
    form = form or format_of(content, name)
    stem = PurePath(name).stem or "incident"
    if form == MARKDOWN:
        return _distinct(_told(content, name, zone))
    value = _value(json_values(content, name))
    drafts = _vendor(form).read(value, stem, zone or UTC)
    if not drafts:
        raise InputError.about(name, f"holds no incident of {VENDORS[form]}")
    if len(drafts) == 1:
        drafts = (replace(drafts[0], name=stem),)
    return _distinct([_shown_in(timezone, draft) for draft in drafts])


def _told(content: bytes, name: str, zone: tzinfo | None) -> tuple[Draft, ...]:
    """Return what a document tells; a report of our own is read back exactly."""
    from deckgen.importing.markdown import read_markdown
    from deckgen.importing.report_form import is_report, report_draft

    lines = content.decode("utf-8-sig", "replace").splitlines()
    if is_report(lines):
        return (report_draft(lines, PurePath(name).stem),)
    return read_markdown(content, name, zone)


def _shown_in(timezone: str | None, draft: Draft) -> Draft:
    return replace(draft, data={**draft.data, "timezone": timezone}) if timezone else draft


def _value(values: Sequence[Json]) -> Json:
    return values[0] if len(values) == 1 else list(values)


def _vendor_of(value: Json, name: str) -> str:
    vendors = {form: _vendor(form) for form in VENDORS}
    for it in kinds_of_objects(value):
        found = next((form for form, vendor in vendors.items() if vendor.is_incident(it)), None)
        if found is not None:
            return found
    known = one_of(list(VENDORS.values()))
    message = "is JSON, but no incident of a tool that is known"
    raise InputError.about(name, message, f"known: {known}; name one with --from if it is")


def _vendor(form: str) -> _Vendor:
    module = import_module(f"deckgen.importing.exports.{form.replace('-', '_')}")
    return _Vendor(module.is_incident, lambda *given: _bounded(module.read(*given), given[1]))


def _bounded(drafts: Sequence[Draft], name: str) -> tuple[Draft, ...]:
    found = []
    for draft in drafts:
        found.append(draft)
        if len(found) > MOST_INCIDENTS:
            message = f"holds more than {MOST_INCIDENTS} incidents"
            raise InputError.about(name, message, "export fewer at a time")
    return tuple(found)


def _distinct(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return `drafts`, numbered where several have one name."""
    taken = set[str]()
    named = []
    for draft in drafts:
        name, number = draft.name, 2
        while name.casefold() in taken:
            name, number = f"{draft.name}-{number}", number + 1
        taken.add(name.casefold())
        named.append(replace(draft, name=name))
    return tuple(named)
