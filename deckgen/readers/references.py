"""Ids that stand twice, references to ids that are none, and incidents that repeat themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from deckgen.diagnostics import did_you_mean, one_of
from deckgen.postmortem.model import FIRST_LEARNING, numbered
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import LONGEST_SHOWN, Remark, clipped, items_at, text_at, value_at

LineOf = Callable[[Loc], int]
"""From the place of a value in the data to its line in the file."""

_MOST_LISTED = 10
_MOST_COMPARED = 100
"""How many learnings are looked through for the one that may be meant."""


def references(data: Plain, line_of: LineOf, most: int) -> Iterator[Remark]:
    """Yield a fault for each doubled id or label, and for each reference that leads nowhere.

    So is an incident that repeats itself, or another one twice.
    The first `most` of these references have a hint: seeking one takes time, and no more are told.
    """
    yield from _doubled(_learning_ids(data), "id", line_of)
    yield from _doubled(_texts(data, ("actions",), "id"), "id", line_of)
    yield from _doubled(_texts(data, ("impact", "series"), "label"), "label", line_of)
    known = _known_learnings(data)
    named = _texts(data, ("actions",), "learning")
    wrong = ((loc, name) for loc, name in named if name not in known)
    for n, (loc, name) in enumerate(wrong):
        hint = _hint(name, known) if n < most else ""
        yield Remark(loc, f"there is no learning '{clipped(name)}'", hint)
    yield from _repeats(data, line_of)


def _repeats(data: Plain, line_of: LineOf) -> Iterator[Remark]:
    """Yield a fault where an incident repeats itself, or another one twice."""
    own = _folded(text_at(data, "id") or "")
    first: dict[str, int] = {}
    for n, text in enumerate(items_at(data, "root_cause", "repeats")):
        if not isinstance(text, str):
            continue
        loc, name = ("root_cause", "repeats", n), _folded(text)
        if name == own:
            hint = "name the earlier incidents that had the same cause"
            yield Remark(loc, f"'{clipped(name)}' is this incident itself", hint)
        elif name in first:
            line = line_of(("root_cause", "repeats", first[name]))
            yield Remark(loc, f"'{clipped(name)}' is named in line {line} already", "leave it out")
        first.setdefault(name, n)


def _learning_ids(data: Plain) -> Iterator[tuple[Loc, str]]:
    if isinstance(value_at(data, "key_learning"), dict):
        written = text_at(data, "key_learning", "id")
        loc = ("key_learning", "id") if written else ("key_learning",)
        yield loc, _folded(written or FIRST_LEARNING)
    yield from _texts(data, ("learnings",), "id")


def _texts(data: Plain, keys: Sequence[str], key: str) -> Iterator[tuple[Loc, str]]:
    """Yield the texts under `key` of the items of the list under `keys`, with their places."""
    for n, item in enumerate(items_at(data, *keys)):
        text = text_at(item, key)
        if text is not None:
            yield (*keys, n, key), _folded(text)


def _known_learnings(data: Plain) -> dict[str, None]:
    """Return the ids of all learnings in order, those that are given included."""
    ids = [name for loc, name in _learning_ids(data) if loc[0] == "key_learning"]
    learnings = numbered(items_at(data, "learnings"), "L", first=2, taken=ids)
    ids += [_folded(str(item["id"])) for item in learnings if isinstance(item, dict)]
    return dict.fromkeys(ids)


def _doubled(named: Iterable[tuple[Loc, str]], what: str, line_of: LineOf) -> Iterator[Remark]:
    first: dict[str, Loc] = {}
    for loc, name in named:
        if name in first:
            line = line_of(first[name])
            hint = "give each its own, so that it is clear which one is meant"
            yield Remark(loc, f"the {what} '{clipped(name)}' is taken in line {line}", hint)
        else:
            first[name] = loc


def _hint(name: str, known: dict[str, None]) -> str:
    if not known:
        return "write the learning under 'learnings', with this id"
    short = (one for one in known if len(one) <= LONGEST_SHOWN)
    near = did_you_mean(name, islice(short, _MOST_COMPARED))
    return f"{near} known: {one_of([*map(clipped, islice(known, _MOST_LISTED))])}".strip()


def _folded(text: str) -> str:
    return " ".join(text.split())
