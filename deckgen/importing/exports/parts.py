"""One object of an export: its fields by type, and which of them were read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import chain

from deckgen.importing.exports import instants
from deckgen.importing.exports.building import DraftBuilder
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.prose import Loc

_NAMES = ("name", "summary", "title", "full_name", "display_name", "label", "value", "email")
_UNWRAPPED = ("data", "items", "results", "attributes")

_BOOKKEEPING = re.compile(
    r"(?:.*_)?(?:ids?|uuid|uid|slug|self|colou?r|etag|avatar|icon|photo|type|cursor|token"
    r"|created_at|updated_at|modified_at|created_time|modified_time|position|rank)"
    r"|(?:avatar|icon|photo|image)_?ur[il].*|links?|meta|pagination.*"
)
"""Keys that say how a tool keeps its objects, and nothing of the incident."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Part:
    """An object of an export at `path`; what of it has no field is left near `loc`.

    A field that is missing, null or of another type than is asked for is None, or an empty list;
    in the last case it counts as not read. Nothing here raises.
    """

    def __init__(self, value: Json, path: str, draft: DraftBuilder, loc: Loc = ()) -> None:
        self.path = path
        self._draft = draft
        self._loc = loc
        self._data: JsonObject = value if isinstance(value, dict) else {"": value}
        self._read: set[str] = set()
        self._objects: dict[str, Part] = {}
        self._lists: dict[str, list[Part]] = {}

    def has(self, key: str) -> bool:
        """Return whether there is anything under `key`."""
        return self._data.get(key) not in (None, "", [], {})

    def text(self, *keys: str) -> str | None:
        """Return the text, or number, under the first of `keys` that has one; all count as read."""
        found = None
        for key in keys:
            value = self._data.get(key)
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                self._read.add(key)
                text = str(value).strip()
                if found is None:
                    found = text or None
                elif text and text not in found:
                    self._draft.leave(self._loc, f"{self._at(key)}: {text}")
        return found

    def number(self, key: str) -> int | float | None:
        """Return the number under `key`."""
        value = self._data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            self._read.add(key)
            return value
        return None

    def flag(self, key: str) -> bool:
        """Return whether `key` is true."""
        value = self._data.get(key)
        if isinstance(value, bool):
            self._read.add(key)
        return value is True

    def instant(self, *keys: str) -> datetime | None:
        """Return the instant (UTC) under the first of `keys` that has one."""
        for key in keys:
            value = self._data.get(key)
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                continue
            if instants.is_blank_time(value):
                self._read.add(key)
                continue
            found = instants.instant(value, self._draft.zone)
            if found:
                self._read.add(key)
                if found.assumed:
                    self._draft.guess(self._loc, f"{self._at(key)}: {found.assumed}")
                return found.at
        return None

    def day(self, key: str) -> date | None:
        """Return the day under `key`, of a time the one that is written."""
        value = self._data.get(key)
        found = instants.day(value) if isinstance(value, str) else None
        if found:
            self._read.add(key)
        return found

    def part(self, key: str, loc: Loc | None = None) -> Part:
        """Return the object under `key`, an empty one where there is none."""
        if key not in self._objects:
            value = self._data.get(key)
            if isinstance(value, dict):
                self._read.add(key)
            inner = value if isinstance(value, dict) else {}
            self._objects[key] = Part(inner, self._at(key), self._draft, self._where(loc))
        return self._objects[key]

    def parts(self, *keys: str, loc: Loc | None = None) -> list[Part]:
        """Return the objects in the lists under `keys`, or in the pages that hold them.

        What else stands in such a list is left.
        """
        return [part for key in keys for part in self._parts(key, self._where(loc))]

    def names(self, key: str) -> list[str]:
        """Return the texts in the list under `key`, and the names of the objects in it."""
        found = []
        for part in self._parts(key, self._loc):
            inner = part.part("data").part("attributes") if part.has("data") else part
            inner = inner.part("attributes") if inner.has("attributes") else inner
            name = inner.text("") or next((t for k in _NAMES if (t := inner.text(k))), None)
            if name:
                found.append(name)
        return found

    def name(self, key: str) -> str | None:
        """Return the text under `key`, or the name of the object there."""
        return self.text(key) or next((t for k in _NAMES if (t := self.part(key).text(k))), None)

    def pass_over(self, *keys: str) -> None:
        """Say that what is under `keys` is not wanted."""
        self._read.update(keys)

    def leave_rest(self, passed_over: Collection[str] = ()) -> None:
        """Leave every text in this object, and in those within it, that was not read."""
        for key, value in self._data.items():
            if key not in self._read and not _is_bookkeeping(key, passed_over):
                for path, text in _texts(value, self._at(key), passed_over):
                    self._draft.leave(self._loc, f"{path}: {text}")
        for part in chain(self._objects.values(), *self._lists.values()):
            part.leave_rest(passed_over)

    def _parts(self, key: str, loc: Loc) -> list[Part]:
        if key not in self._lists:
            value = self._data.get(key)
            inner = _unwrapped(value)
            if inner is not None:
                self._read.add(key)
            path = self._at(key)
            self._lists[key] = [
                Part(item, f"{path}[{n}]", self._draft, loc) for n, item in enumerate(inner or [])
            ]
        return self._lists[key]

    def _where(self, loc: Loc | None) -> Loc:
        return self._loc if loc is None else loc

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}".strip(".") if key else self.path


def keys(text: str) -> frozenset[str]:
    """Return the keys that `text` lists, with spaces between them."""
    return frozenset(text.split())


def oldest_first(parts: list[Part], *keys: str) -> list[Part]:
    """Return `parts` turned round where the last of them is older than the first."""
    if len(parts) < 2:
        return parts
    first, last = parts[0].instant(*keys), parts[-1].instant(*keys)
    return parts[::-1] if first and last and last < first else parts


def _unwrapped(value: Json) -> list[Json] | None:
    """Return the list that `value` is, or that it holds as a page of an answer does."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        inner = next((value[key] for key in _UNWRAPPED if isinstance(value.get(key), list)), None)
        return inner if isinstance(inner, list) else None
    return None


def _texts(value: Json, path: str, passed_over: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts in `value` with the way to each."""
    if isinstance(value, str):
        if re.search(r"\w", value) and not instants.is_blank_time(value):
            yield path, value
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _texts(item, f"{path}[{n}]", passed_over)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not _is_bookkeeping(key, passed_over):
                yield from _texts(item, f"{path}.{key}", passed_over)


def _is_bookkeeping(key: str, passed_over: Collection[str]) -> bool:
    return key in passed_over or _is_of_tool(key)


@lru_cache(maxsize=4_096)
def _is_of_tool(key: str) -> bool:
    return _BOOKKEEPING.fullmatch(_CAMEL.sub("_", key).casefold()) is not None
