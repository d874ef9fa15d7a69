"""From plain data to a `Postmortem`, and from pydantic's errors to the author's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.diagnostics import Place
from deckgen.postmortem.model import Postmortem
from deckgen.readers.explanations import explained, lacking, unknown_key
from deckgen.readers.nodes import Loc
from deckgen.readers.places import Places
from deckgen.readers.remarks import Remark


@dataclass(frozen=True)
class Validation:
    """The postmortem, or the faults of its data in file order.

    Only the first faults are in `remarks`; `left_out` is how many more there are.
    """

    postmortem: Postmortem | None
    remarks: tuple[Remark, ...] = ()
    left_out: int = 0


def validated(
    data: object, places: Places, faulty: Collection[tuple[int, int]], most: int
) -> Validation:
    """Return `data` as a postmortem, or the first `most` things that are wrong with it.

    Values that stand at a `faulty` line and column have been spoken of already.
    """
    try:
        return Validation(Postmortem.model_validate(data))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    causes = list(_causes(errors, places, faulty))
    remarks = list(_remarks(causes[:most], places))
    return Validation(None, tuple(remarks), len(causes[most:]))


@dataclass(frozen=True)
class _Cause:
    """One thing that is wrong at a place: keys that are missing there, or an error of pydantic."""

    loc: Loc
    missing: tuple[str, ...] = ()
    error: ErrorDetails | None = None


def _causes(
    errors: Sequence[ErrorDetails], places: Places, faulty: Collection[tuple[int, int]]
) -> Iterator[_Cause]:
    """Yield one cause for each place in file order, where a place has one cause.

    A value that fits none of several types has as many errors, of which the first counts.
    """
    missing: dict[Loc, list[str]] = defaultdict(list)
    others: dict[Place, _Cause] = {}
    for error in errors:
        loc, last = error["loc"], error["loc"][-1] if error["loc"] else ""
        place = places.of(loc, of_key=error["type"] == "extra_forbidden")
        if error["type"] == "missing" and isinstance(last, str) and places.node(loc) is None:
            missing[loc[:-1]].append(last)
        elif (place.line, place.column) not in faulty:
            others.setdefault(place, _Cause(loc, error=error))
    lacks = [(places.of(loc), _Cause(loc, tuple(names))) for loc, names in missing.items()]
    for _, cause in sorted([*lacks, *others.items()], key=lambda placed: placed[0]):
        yield cause


def _remarks(causes: Sequence[_Cause], places: Places) -> Iterator[Remark]:
    """Yield the causes in words; a key that is only misspelt does not lack as well."""
    meant: set[Loc] = set()
    listed: set[Loc] = set()
    for cause in causes:
        if cause.error is None:
            continue
        if cause.error["type"] == "extra_forbidden":
            key = unknown_key(cause.loc, places, is_first=cause.loc[:-1] not in listed)
            listed.add(cause.loc[:-1])
            meant.update((*cause.loc[:-1], name) for name in key.meant)
            yield key.remark
        else:
            yield explained(cause.error, places)
    for cause in causes:
        names = [name for name in cause.missing if (*cause.loc, name) not in meant]
        if names:
            yield lacking(cause.loc, names)
