"""Which incidents are the same: by their ids, and by their files where those name them.

A postmortem without an id is called by its file's stem, so that in a folder for each incident all
may be called `postmortem`. Those are different incidents as soon as they began at different times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from deckgen.quarter.incident import Incident


@dataclass(frozen=True)
class ToldApart:
    """Incidents with an id of their own each, and `copies`: those left out, with the one kept.

    `renamed` are those among `incidents` that are called by their folder as well.
    """

    incidents: tuple[Incident, ...]
    copies: tuple[tuple[Incident, Incident], ...]
    renamed: tuple[Incident, ...]


def told_apart(incidents: Iterable[Incident]) -> ToldApart:
    """Return `incidents` each once, in the order of their paths, whatever order they come in.

    Of several with one id the first by its path counts. Those that are called by their files and
    began at different times all count, and get an id made of the folders and the file.
    """
    by_id: defaultdict[str, list[Incident]] = defaultdict(list)
    for incident in sorted(incidents, key=lambda one: one.path):
        by_id[incident.id.casefold()].append(incident)
    kept: list[Incident] = []
    copies: list[tuple[Incident, Incident]] = []
    renamed: list[Incident] = []
    for group in by_id.values():
        different = _different(group, copies)
        own = different if len(different) == 1 else _called_by_folder(different)
        renamed += own if len(own) > 1 else []
        kept += own
    return ToldApart(tuple(sorted(kept, key=lambda one: one.path)), tuple(copies), tuple(renamed))


def _different(
    group: Iterable[Incident], copies: list[tuple[Incident, Incident]]
) -> list[Incident]:
    """Return the different incidents of one id; add to `copies` what is a copy of one of them."""
    kept: list[Incident] = []
    for incident in group:
        same = next((one for one in kept if _same(one, incident)), None)
        if same is None:
            kept.append(incident)
        else:
            copies.append((incident, same))
    return kept


def _same(one: Incident, other: Incident) -> bool:
    called_by_files = _is_called_by_file(one) and _is_called_by_file(other)
    return one.started_at == other.started_at or not called_by_files


def _is_called_by_file(incident: Incident) -> bool:
    return incident.id == PurePath(incident.path).stem


def _called_by_folder(incidents: Sequence[Incident]) -> list[Incident]:
    """Return incidents with the last parts of their paths as ids: as many as tell them apart."""
    ways = [PurePath(one.path).with_suffix("").parts for one in incidents]
    parts = 1
    while len({way[-parts:] for way in ways}) < len({*ways}):
        parts += 1
    return [_called(one, "/".join(way[-parts:])) for one, way in zip(incidents, ways, strict=True)]


def _called(incident: Incident, name: str) -> Incident:
    actions = tuple(replace(one, incident=name) for one in incident.actions)
    return replace(incident, id=name, actions=actions)
