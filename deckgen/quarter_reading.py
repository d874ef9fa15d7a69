"""From files to the incidents of a review: many at a time where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path
from deckgen.policy import Policy, usual_policy
from deckgen.postmortem.vocabulary import Severity
from deckgen.processes import follow_parent, processors, warm_context
from deckgen.quarter.collecting import incident_of
from deckgen.quarter.identity import told_apart
from deckgen.quarter.incident import Incident
from deckgen.quarter.repeats import unknown_repeats
from deckgen.readers import read_postmortem

_FEW = 150
"""Up to so many files one process has read before others have started."""

_AT_A_TIME = 8


@dataclass(frozen=True)
class Read:
    """What came of a file: an incident, or the faults why there is none."""

    path: Path
    incident: Incident | None
    faults: tuple[Diagnostic, ...] = ()


_Asked = tuple[Path, Mapping[str, Severity]]
"""A file, and what its company calls the severities."""


def read_incidents(files: Iterable[tuple[Path, Policy]]) -> Iterator[Read]:
    """Yield what comes of each of `files`, in their order; many are read by several processes.

    When one of these is lost, this process reads what is left.
    """
    asked = [(file, policy.severity_names) for file, policy in files]
    read = 0
    if len(asked) > _FEW:
        try:
            for one in _by_processes(asked):
                yield one
                read += 1
        except BrokenExecutor:
            pass
    yield from map(_read, asked[read:])


def _by_processes(asked: Sequence[_Asked]) -> Iterator[Read]:
    from concurrent.futures import ProcessPoolExecutor

    context = warm_context(__name__)
    with ProcessPoolExecutor(processors(), context, follow_parent) as pool:
        try:
            yield from pool.map(_read, asked, chunksize=_AT_A_TIME)
        finally:
            pool.shutdown(cancel_futures=True)


def _read(asked: _Asked) -> Read:
    file, severity_names = asked
    try:
        document = read_postmortem(file, severity_names)
    except InputError as error:
        return Read(file, None, error.diagnostics)
    return Read(file, incident_of(document.postmortem, printable_path(file)))


def hours_of(files: Iterable[tuple[Path, Policy]]) -> int:
    """Return within how many hours the policies of `files` ask for a postmortem.

    Raises InputError where they differ: one figure cannot follow both.
    """
    first: dict[int, Path] = {}
    for file, policy in files:
        first.setdefault(policy.publish_within_hours, file)
    if len(first) > 1:
        (hours, file), (others, other) = list(first.items())[:2]
        message = f"its policy says publish_within_hours {hours}, that of {other} {others}"
        hint = "name the policy that holds for the review with --policy"
        raise InputError.about(printable_path(file), message, hint)
    return next(iter(first), usual_policy().publish_within_hours)


def each_once(reads: Iterable[Read]) -> tuple[tuple[Incident, ...], list[Diagnostic]]:
    """Return the incidents, each once, and what there is to say about their ids."""
    apart = told_apart(read.incident for read in reads if read.incident is not None)
    said = [_copy(copy, kept) for copy, kept in apart.copies]
    said += map(_renamed, apart.renamed)
    said += (_unknown(one, name) for one, name in unknown_repeats(apart.incidents))
    return apart.incidents, said


def _copy(copy: Incident, kept: Incident) -> Diagnostic:
    message = f"has the id {copy.id!r} of {kept.path}, and is left out"
    hint = "give one of them an id of its own, if they are two incidents"
    return Diagnostic(copy.path, 0, 0, message, hint, severity="warning")


def _renamed(incident: Incident) -> Diagnostic:
    message = f"has no id, as others of this file name: it is called {incident.id!r}"
    return Diagnostic(incident.path, 0, 0, message, "give each an id", severity="info")


def _unknown(incident: Incident, name: str) -> Diagnostic:
    message = f"repeats {name!r}, but no incident of this id that began earlier is among the files"
    hint = "name its file as well; without it only tags and wording tell what is repeated"
    return Diagnostic(incident.path, 0, 0, message, hint, severity="warning")
