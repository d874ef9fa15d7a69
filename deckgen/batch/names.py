"""How the deck of each source is called: by the set of the sources alone, in whatever order.

Every name is made of the source's own and those of the folders in which it lies, so that what a
file system takes for a source it takes for its deck, but for its length.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

SUFFIX = ".pptx"


@dataclass(frozen=True, order=True)
class Source:
    """A postmortem file: its path as faults print it, and its absolute `place`.

    `below` is how many of the last parts of `place` its deck keeps: 1 of a file that was named,
    more of one that was found in the folders within a folder that was named. `called` is its deck
    without the ending where that must not be called as its source.
    """

    place: PurePath
    path: Path
    below: int = 1
    called: PurePosixPath | None = None


@dataclass(frozen=True)
class Names:
    """The deck of each source, relative to the folder of the decks, in order of the decks.

    `apart` are the decks with a longer name than their source asks for, as others would have the
    same.
    """

    decks: Mapping[Source, PurePosixPath]
    apart: tuple[PurePosixPath, ...] = ()


def deck_names(sources: Iterable[Source]) -> Names:
    """Return a name for the deck of each source; no two are the same, on any file system.

    Sources that would have one name are told apart by their folders, as few as are needed; those
    of one folder by their endings; and those that differ by nothing but case, or must not be called
    as their source, by numbers.
    """
    names = [_Name(source) for source in sorted(sources)]
    while alike := [group for group in _by_key(names) if len(group) > 1]:
        longer = {name.source: name for group in alike for name in _told_apart(group)}
        names = [longer.get(name.source, name) for name in names]
    decks = sorted((name.deck, name.source) for name in names)
    apart = sorted(name.deck for name in names if name != _Name(name.source))
    return Names({source: deck for deck, source in decks}, tuple(apart))


def same_name(deck: PurePosixPath) -> str:
    """Return what two decks have in common that are one file on a Mac or on Windows."""
    folded = unicodedata.normalize("NFC", str(deck)).casefold()
    return unicodedata.normalize("NFC", folded)


@dataclass(frozen=True)
class _Name:
    """What of its source's place a deck is called by; each step makes it longer."""

    source: Source
    folders: int = 0
    with_ending: bool = False
    number: int = 1

    @property
    def deck(self) -> PurePosixPath:
        place = self.source.place
        number = f"-{self.number}" if self.number > 1 else ""
        if self.source.called:
            return self.source.called.with_name(f"{self.source.called.name}{number}{SUFFIX}")
        kept = min(self.source.below + self.folders, self._most)
        name = place.name if self.with_ending else place.stem
        folders = place.parts[len(place.parts) - kept : -1]
        return PurePosixPath(*folders, f"{name}{number}{SUFFIX}")

    @property
    def grows(self) -> bool:
        """Whether there are folders left to be called by."""
        return not self.source.called and self.source.below + self.folders < self._most

    @property
    def _most(self) -> int:
        place = self.source.place
        return len(place.parts) - bool(place.anchor)


def _by_key(names: Iterable[_Name]) -> Iterator[list[_Name]]:
    groups: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in names:
        groups[same_name(name.deck)].append(name)
    yield from groups.values()


def _told_apart(group: Sequence[_Name]) -> Iterator[_Name]:
    """Yield longer names for sources that would be called alike, each by one step."""
    by_folders = len({_home(name) for name in group}) > 1 and any(name.grows for name in group)
    homes: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in group:
        homes[_home(name) if by_folders else ""].append(name)
    for neighbours in homes.values():
        for number, name in enumerate(sorted(neighbours, key=lambda it: it.source), start=1):
            longer = name if len(neighbours) == 1 else _beside_others(name, number)
            yield replace(longer, folders=longer.folders + (by_folders and longer.grows))


def _beside_others(name: _Name, number: int) -> _Name:
    """Return a name that differs from that of others in the same folder."""
    if name.with_ending or name.source.called:
        return replace(name, number=name.number + number - 1)
    return replace(name, with_ending=True)


def _home(name: _Name) -> str:
    return str(name.source.place.parent)
