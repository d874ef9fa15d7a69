"""What the import of a draft found, guessed, left and lacks, in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from deckgen.importing.draft import Draft
from deckgen.postmortem.measures import MILESTONE_EVENTS
from deckgen.prose import Loc

_MILESTONES = ("started_at", *(f"{name}_at" for name in MILESTONE_EVENTS))
_LONGEST_SHOWN = 100
_MOST_SHOWN = 50


def report(draft: Draft, target: str) -> Iterator[str]:
    """Yield what to say of `draft`, which is written to `target`: counts, guesses, what is left."""
    yield f"{target}: {_found(draft)}"
    guesses = [(it.loc, it.line, it.reason) for it in draft.guesses]
    left = [(it.loc, it.line, it.text) for it in draft.left]
    yield from _listed("guessed", guesses)
    yield from _listed("left", left)
    for key in draft.missing:
        yield f"  missing {key}: write it, no deck can be built without"
    if not draft.missing:
        yield f"  next: deckgen check {target}"


def clock(at: datetime, zone: tzinfo) -> str:
    """Return an instant as it is shown in `zone`."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _found(draft: Draft) -> str:
    reached = sum(key in draft.data for key in _MILESTONES)
    counts = [
        _counted(_length(draft.data, "timeline"), "event"),
        _counted(_length(draft.data, "actions"), "action"),
        f"{reached} of {len(_MILESTONES)} milestones",
        _counted(len(draft.guesses), "guess", "guesses"),
        f"{len(draft.left):,} texts left" if len(draft.left) != 1 else "1 text left",
    ]
    return ", ".join(counts)


def _length(data: Mapping[str, object], key: str) -> int:
    value = data.get(key)
    return len(value) if isinstance(value, list | tuple) else 0


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _listed(word: str, items: list[tuple[Loc, int, str]]) -> Iterator[str]:
    for loc, line, text in items[:_MOST_SHOWN]:
        where = f" (line {line})" if line else ""
        yield f"  {word} {_way(loc)}{where}: {_clipped(text)}"
    if len(items) > _MOST_SHOWN:
        yield f"  {word}: {len(items) - _MOST_SHOWN:,} more, as comments in the file"


def _way(loc: Loc) -> str:
    """Return `timeline[2].kind` for a place, `file` for the whole."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)
    return "".join(steps).lstrip(".") or "file"


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 2].rstrip() + " …"
