"""From files to the incidents of a review: many at a time where there are many."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path
from deckgen.policy_files import load_policy, policy_for
from deckgen.quarter.collecting import incident_of
from deckgen.quarter.incident import Incident
from deckgen.readers import read_postmortem

_FEW = 60
"""Up to so many files one process is done with before others have started."""

_AT_A_TIME = 8


@dataclass(frozen=True)
class Read:
    """What came of a file: an incident, or the faults why there is none."""

    path: Path
    incident: Incident | None
    faults: tuple[Diagnostic, ...] = ()


def read_incidents(files: Sequence[Path], policy_file: Path | None) -> Iterator[Read]:
    """Yield what comes of each of `files`, in their order; many are read by several processes.

    Raises InputError where one of these processes is lost.
    """
    if len(files) <= _FEW:
        yield from (_read(policy_file, file) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    from deckgen.batch.worker import begin

    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    with ProcessPoolExecutor(processes, get_context(method), begin) as pool:
        try:
            yield from pool.map(partial(_read, policy_file), files, chunksize=_AT_A_TIME)
        except BrokenExecutor:
            message = "a process that read them was ended, as happens when the memory is full"
            raise InputError.about("the postmortems", message, "try it with fewer") from None
        finally:
            pool.shutdown(cancel_futures=True)


def _read(policy_file: Path | None, file: Path) -> Read:
    try:
        policy = load_policy(policy_file) if policy_file else policy_for(file)
        document = read_postmortem(file, policy.severity_names)
    except InputError as error:
        return Read(file, None, error.diagnostics)
    return Read(file, incident_of(document.postmortem, printable_path(file)))


def once_each(reads: Iterable[Read]) -> tuple[list[Incident], list[Diagnostic]]:
    """Return the incidents, those of one id once, and what is said of the others.

    Whichever comes first by its path counts, so that the order of the files does not matter.
    """
    found: dict[str, Incident] = {}
    said = []
    incidents = (read.incident for read in reads if read.incident is not None)
    for incident in sorted(incidents, key=lambda one: one.path):
        known = found.setdefault(incident.id.casefold(), incident)
        if known is not incident:
            message = f"has the id {incident.id!r} of {known.path}, and is left out"
            hint = "give one of them an id of its own, if they are two incidents"
            said.append(Diagnostic(incident.path, 0, 0, message, hint, severity="warning"))
    return list(found.values()), said
