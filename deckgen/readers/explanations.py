"""What is wrong with a value, in the author's words, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from deckgen.diagnostics import did_you_mean, one_of
from deckgen.readers.nodes import Items, Loc, Mapping, Node, Scalar
from deckgen.readers.places import Places
from deckgen.readers.remarks import LONGEST_SHOWN, Remark, clipped
from deckgen.readers.shape import record_at, words_at

_UNSPACED = re.compile(r"([A-Za-z_]+):(.+)", re.S)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_GROUPED = re.compile(r"\d{1,3}(?:[,_ '\u00a0\u202f]\d{3})+(?:\.\d+)?")
_MEASURED = re.compile(r"[~<>\u2248]?\s*(\d[\d.,]*)\s*([^\d\s].*)?")
_PAIR = 2
_COMMENT_HINT = "in YAML '#' starts a comment: put the text in quotes"
_DIGITS = re.compile(r"\d+")
_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "model_type": "keys and values",
    "dict_type": "keys and values",
    "bool": "true or false",
    "float": "a number",
    "finite_number": "a number",
    "decimal": "a number",
    "datetime": "a time such as 02:15",
    "date": "a date such as 2025-01-08",
    "time_delta": "a duration such as 65m",
    "timezone_aware": "a time such as 02:15",
}
"""What is wanted where pydantic gives an error of a type that starts like this."""


@dataclass(frozen=True)
class UnknownKey:
    """What to say of a key that nobody knows, and the known keys that stand in it, if any."""

    remark: Remark
    meant: tuple[str, ...]


def unknown_key(loc: Loc, places: Places, *, is_first: bool) -> UnknownKey:
    """Return what to say of the key at the end of `loc`; the `is_first` names those there are."""
    key, record = str(loc[-1]), record_at(loc[:-1])
    known = list(record.model_fields) if record else []
    meant, hint = _meant(key, known)
    parent, node = places.node(loc[:-1]), places.node(loc)
    is_bare = isinstance(node, Scalar) and node.text is None
    if not hint and isinstance(parent, Mapping) and parent.in_braces and is_bare:
        hint = "a ',' ends a text in brackets: put the text in quotes"
    if not hint and "at" in known and _CLOCK.match(key):
        meant, hint = ("at", "text"), f'write it with keys: - {{at: "{clipped(key)}", text: ...}}'
    hint = hint or (f"known keys: {one_of(known)}" if is_first else "")
    message = f"'{clipped(key)}' is not a key of {_called(loc[:-1])}"
    return UnknownKey(Remark(loc, message, hint, of_key=True), meant)


def _meant(key: str, known: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return the known key that `key` seems to be, and how to write it; or nothing twice."""
    unspaced = _UNSPACED.fullmatch(key)
    if unspaced and unspaced[1] in known:
        value = clipped(unspaced[2])
        return (unspaced[1],), f"a space is missing after the ':', write {unspaced[1]}: {value}"
    hint = did_you_mean(key, known)
    return (hint.split("'")[1],) if hint else (), hint


def lacking(loc: Loc, names: Sequence[str]) -> Remark:
    """Return the fault of the record at `loc` that lacks the keys `names`."""
    quoted = [f"'{name}'" for name in names]
    needs = " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
    return Remark(loc, f"{_called(loc)} needs {needs}", of_key=True)


def explained(error: ErrorDetails, places: Places) -> Remark:
    """Return what pydantic's `error` means for the value at its place."""
    loc = error["loc"]
    node, name = places.node(_written(loc, places)), _named(loc, places)
    kind = error["type"]
    if kind == "missing" and isinstance(loc[-1], str):
        hint = _COMMENT_HINT if _is_comment(loc, places) else "write one, or leave out the key"
        return Remark(loc, f"{name} has no value", hint, of_key=True)
    if kind == "too_long" and (most := error["ctx"]["max_length"]) > _PAIR:
        return Remark(loc, f"{name} has more than {most} items", "leave some out")
    if kind in {"missing", "too_long"}:
        hint = 'write it like ["02:15", 31.5]'
        return Remark(loc, f"each item of {_key(loc)} is a pair of time and value", hint)
    if kind == "too_short":
        return Remark(loc, f"{name} is empty", of_key=loc[-1] == "[key]")
    if kind == "enum" and isinstance(node, Scalar) and node.text:
        return _other_word(loc, node.text, name)
    if kind == "value_error":
        said, _, hint = str(error["ctx"]["error"]).partition(": ")
        return Remark(loc, f"{_shown(node)} {said}", hint)
    wanted = next((_WANTED[known] for known in _WANTED if kind.startswith(known)), None)
    wanted = "one word" if kind == "enum" else wanted
    if wanted is None:
        return Remark(loc, f"{name}: {error['msg']}")
    hint = _HINTS.get(wanted, _no_hint)(loc, node, places)
    return Remark(loc, f"{name} expects {wanted}, found {_shown(node)}", hint)


def _other_word(loc: Loc, text: str, name: str) -> Remark:
    words = words_at(loc)
    names = {_DIGITS.sub("", word).casefold() for word in words if _DIGITS.search(word)}
    is_other_level = _DIGITS.sub("", text).casefold() in names
    near = "" if is_other_level else did_you_mean(text, words)
    hint = f"{near} known: {one_of(words)}".strip()
    return Remark(loc, f"{name} cannot be '{clipped(text)}'", hint)


def _hint_for_list(loc: Loc, node: Node | None, places: Places) -> str:
    if isinstance(node, Mapping):
        return "start each item with '- '"
    if not isinstance(node, Scalar) or not node.text:
        return ""
    if node.text.startswith("-"):
        return "write a space after each '-'"
    if isinstance(loc[-1], int) or record_at(loc) is not None:
        return ""
    return f"write {loc[-1]}: [{clipped(node.text)}]"


def _hint_for_text(loc: Loc, node: Node | None, places: Places) -> str:
    if isinstance(node, Mapping) and len(node.entries) == 1 and not node.in_braces:
        ((key, entry),) = node.entries.items()
        if isinstance(entry.value, Scalar):
            text = f"{key}: {entry.value.text or ''}".rstrip()
            return f"text with ': ' in it needs quotes, write \"{clipped(text)}\""
    if isinstance(node, (Items, Mapping)):
        return "if the brackets belong to the text, put it in quotes"
    if _is_comment(loc, places):
        return _COMMENT_HINT
    return "remove the item" if isinstance(loc[-1], int) else ""


def _is_comment(loc: Loc, places: Places) -> bool:
    """Return whether YAML takes the text at `loc` for a comment, such as `#4812 is deployed`."""
    place = places.of(loc)
    line = places.source.lines[place.line - 1] if place.line <= len(places.source.lines) else ""
    return re.compile(r"\s*#\w").match(line, place.column - 1) is not None


def _hint_for_keys(loc: Loc, node: Node | None, places: Places) -> str:
    record = record_at(loc)
    if record is None:
        return ""
    fields = record.model_fields
    needed = [name for name, field in fields.items() if field.is_required()] or [*fields][:3]
    return "write it with keys, such as " + ", ".join(f"{name}: ..." for name in needed)


def _hint_for_number(loc: Loc, node: Node | None, places: Places) -> str:
    text = node.text or "" if isinstance(node, Scalar) else ""
    if len(text) > LONGEST_SHOWN:
        return "write digits, such as 31.5"
    if _GROUPED.fullmatch(text):
        return "write " + re.sub(r"[^\d.]", "", text)
    measured = _MEASURED.fullmatch(text)
    if not measured:
        return "write digits, such as 31.5"
    record = record_at(loc[:-1])
    if measured[2] and record and "unit" in record.model_fields:
        return f"write {measured[1]}, and unit: '{measured[2]}'"
    return f"write {measured[1]}"


def _no_hint(loc: Loc, node: Node | None, places: Places) -> str:
    return ""


_HINTS: dict[str, Callable[[Loc, Node | None, Places], str]] = {
    "a list": _hint_for_list,
    "a text": _hint_for_text,
    "keys and values": _hint_for_keys,
    "a number": _hint_for_number,
}


def _written(loc: Loc, places: Places) -> Loc:
    """Return `loc` without the steps that name no value, such as the tag of a union."""
    kept: Loc = ()
    for step in loc:
        if places.node((*kept, step)) is not None:
            kept = (*kept, step)
    return kept


def _named(loc: Loc, places: Places) -> str:
    """Return how to call the value at `loc`."""
    written = _written(loc, places)
    if written and isinstance(written[-1], int):
        return f"an item of {_key(written)}"
    return _key(written) if written else "the postmortem"


def _key(loc: Loc) -> str:
    return next((f"'{step}'" for step in reversed(loc) if isinstance(step, str)), "the postmortem")


def _called(loc: Loc) -> str:
    """Return what the record at `loc` is, with its article."""
    record = record_at(loc)
    if record is None:
        return _key(loc)
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _shown(node: Node | None) -> str:
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Mapping):
        return "keys and values"
    return f"'{clipped(node.text)}'" if node and node.text is not None else "nothing"
