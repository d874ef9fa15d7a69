"""The incidents in an export, in whatever was saved around them.

People save the answer of a tool, the object in it, a list, one answer a line, or an object into
which they have put several answers; all of these come down to incidents and what is said of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from deckgen.importing.exports.json_text import Json, JsonObject

IsIncident = Callable[[JsonObject], bool]

_DEEPEST = 5
"""How many levels of lists and answers may stand around an incident."""

_Beside = dict[str, list[Json]]
"""What stands around the incidents, by the key under which it stands."""


@dataclass(frozen=True)
class Bundle:
    """An incident, and by their key the answers that were saved with it."""

    incident: JsonObject
    beside: JsonObject = field(default_factory=dict)


def kinds_of_objects(data: Json) -> Iterator[JsonObject]:
    """Yield an object of each kind that may be an incident in `data`: of each set of keys one."""
    seen = set[tuple[object, ...]]()
    level: list[Json] = [data]
    for _ in range(_DEEPEST + 1):
        for value in level:
            if isinstance(value, dict):
                attributes = value.get("attributes")
                inner = tuple(attributes) if isinstance(attributes, dict) else ()
                kind = (*value, str(value.get("type")), *inner)
                if kind not in seen:
                    seen.add(kind)
                    yield value
        level = [inner for value in level for inner in _values(value)]


def is_json_api_incident(value: JsonObject, own: Set[str]) -> bool:
    """Return whether `value` is an incident as JSON:API writes it, with an attribute of `own`."""
    attributes = value.get("attributes")
    return (
        value.get("type") == "incidents"
        and isinstance(attributes, dict)
        and not own.isdisjoint(attributes)
    )


def bundles(data: Json, is_incident: IsIncident) -> list[Bundle]:
    """Return the incidents in `data`, each with what belongs to it; none where there is none.

    One that stands in `data` several times is taken once. What does not say to which incident it
    belongs goes with the first one.
    """
    opens: IsIncident = _is_answer
    incidents = list(_distinct(_incidents(data, is_incident, opens)))
    if not incidents:
        opens = _is_any
        incidents = list(_distinct(_incidents(data, is_incident, opens)))
    if not incidents:
        return []
    beside: _Beside = {}
    for key, value in _around(data, is_incident, opens, "", 0):
        beside.setdefault(key, []).append(value)
    shares = _shares(beside, [_id(incident) for incident in incidents])
    return [Bundle(incident, shares[n]) for n, incident in enumerate(incidents)]


def named_object(data: Json) -> list[Bundle]:
    """Return what must be the incidents in `data`, if it is what the user says it is."""
    if isinstance(data, list):
        return [bundle for item in data if isinstance(item, dict) for bundle in named_object(item)]
    if not isinstance(data, dict):
        return []
    for key in ("incident", "incidents", "data"):
        inner = data.get(key)
        if isinstance(inner, dict):
            return [Bundle(inner, {k: value for k, value in data.items() if k != key})]
        if isinstance(inner, list):
            return named_object(inner)
    return [Bundle(data)]


def _is_any(_: JsonObject) -> bool:
    return True


def _is_answer(value: JsonObject) -> bool:
    """Whether `value` is put around an incident, and is not an object that only names its own."""
    return not {"id", "created_at", "incident"} <= value.keys()


def _incidents(
    data: Json, is_incident: IsIncident, opens: IsIncident, depth: int = 0
) -> Iterator[JsonObject]:
    if isinstance(data, dict) and is_incident(data):
        yield data
    elif depth < _DEEPEST:
        for _, value in _inside(data, opens):
            if isinstance(value, dict | list):
                yield from _incidents(value, is_incident, opens, depth + 1)


def _distinct(incidents: Iterable[JsonObject]) -> Iterator[JsonObject]:
    seen = set[str]()
    for incident in incidents:
        name = _id(incident)
        if name is None or name not in seen:
            yield incident
        if name is not None:
            seen.add(name)


def _around(
    data: Json, is_incident: IsIncident, opens: IsIncident, key: str, depth: int
) -> Iterator[tuple[str, Json]]:
    """Yield what is in `data` and is neither an incident nor around one, with its key."""
    if isinstance(data, dict) and is_incident(data):
        return
    holds = next(_incidents(data, is_incident, opens, depth), None) is not None
    is_outermost = depth == 0 or (depth == 1 and key == "" and isinstance(data, dict))
    if holds or (is_outermost and _holds_lists(data)):
        for inner_key, value in _inside(data, opens):
            yield from _around(value, is_incident, opens, inner_key or key, depth + 1)
    else:
        yield key, data


def _holds_lists(data: Json) -> bool:
    return any(isinstance(value, list | dict) for _, value in _inside(data, _is_any))


def _inside(data: Json, opens: IsIncident) -> list[tuple[str, Json]]:
    if isinstance(data, dict):
        return list(data.items()) if opens(data) else []
    return [("", value) for value in data] if isinstance(data, list) else []


def _values(value: Json) -> Iterable[Json]:
    """Return what is in a value and has something in it."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (it for it in inner if isinstance(it, dict | list))


def _shares(beside: _Beside, owners: list[str | None]) -> list[JsonObject]:
    """Return for each of `owners`, the incidents' ids, what belongs to it."""
    places = {owner: n for n, owner in enumerate(owners) if owner is not None}
    shares: list[JsonObject] = [{} for _ in owners]
    for key, values in beside.items():
        lists = [_page(value) for value in values]
        if len(lists) == 1 and not isinstance(lists[0], list) and key:
            if shares:
                shares[places.get(_incident_of(lists[0]) or "", 0)][key] = lists[0]
            continue
        for value in lists:
            for item in value if isinstance(value, list) else [value]:
                share = shares[places.get(_incident_of(item) or "", 0)]
                there = share.setdefault(key, [])
                assert isinstance(there, list)
                there.append(item)
    return shares


def _page(value: Json) -> Json:
    inner = value.get("data") if isinstance(value, dict) else None
    return inner if isinstance(inner, list) else value


def _id(incident: JsonObject) -> str | None:
    return next((str(v) for k in ("id", "incidentID") if (v := incident.get(k))), None)


def _incident_of(item: Json) -> str | None:
    """Return the id of the incident to which `item` says it belongs."""
    if not isinstance(item, dict):
        return None
    for key in ("incident_id", "incidentID", "incidentId"):
        value = item.get(key)
        if isinstance(value, str | int):
            return str(value)
    incident = item.get("incident")
    return _id(incident) if isinstance(incident, dict) else None
