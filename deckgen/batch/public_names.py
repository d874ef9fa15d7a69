"""How the decks for the public are called: without what the public may not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from deckgen.batch.folder import DeckFolder
from deckgen.batch.manifest import Entries, Entry
from deckgen.batch.names import Source
from deckgen.batch.plan import digest_of_source
from deckgen.batch.request import Request
from deckgen.diagnostics import Diagnostic, InputError

Unreadable = tuple[Source, tuple[Diagnostic, ...]]
"""A source that cannot be read, and so cannot be called anything, with its faults."""


def publicly_called(
    sources: Iterable[Source],
    request: Request,
    folder: DeckFolder,
    entries: Entries,
    options: Callable[[Source], str],
) -> tuple[list[Source], list[Unreadable]]:
    """Return the sources with the names of their decks, and those that cannot be read.

    A name hangs on the source and its `options`; where neither has changed, it is known from
    `entries`, and the source is not looked through again.
    """
    known = {entry.origin: entry for entry in entries.values() if entry.called is not None}
    called: list[Source] = []
    unreadable: list[Unreadable] = []
    for source in sources:
        try:
            entry = known.get(folder.origin(source.place))
            name = _known_name(entry, source, options) or _name(source, request)
            called.append(replace(source, called=PurePosixPath(name)))
        except InputError as error:
            unreadable.append((source, error.diagnostics))
    return called, unreadable


def _known_name(
    entry: Entry | None, source: Source, options: Callable[[Source], str]
) -> str | None:
    if entry is None or entry.options != options(source):
        return None
    # How many folders are kept hangs on how the source is named.
    same_folders = entry.called is not None and entry.called.count("/") == source.below - 1
    same = same_folders and entry.source == digest_of_source(source.path)
    return entry.called if same else None


def _name(source: Source, request: Request) -> str:
    from deckgen.audience import public_name, public_stem
    from deckgen.policy_files import load_policy, policy_for
    from deckgen.readers import read_postmortem

    policy = load_policy(request.policy) if request.policy else policy_for(source.path)
    document = read_postmortem(source.path, policy.severity_names)
    folders = source.place.parts[-source.below : -1]
    shown = [public_name(folder, document, policy) for folder in folders]
    return "/".join([*shown, f"{public_stem(document, policy)}.public"])
