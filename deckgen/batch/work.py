"""One deck of a batch as a pure function: bytes and options in, the bytes of a deck out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.checking import check_document
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.imprint import counts_days
from deckgen.pipeline import Options, build_deck
from deckgen.policy import Policy
from deckgen.readers import Document, parse_postmortem
from deckgen.readers.beside import Carried, CarriedFile, Named, Refusal
from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.rendering import FigureBrowser


@dataclass(frozen=True)
class Work:
    """What a deck is made of: nothing else than this decides what comes out.

    `path` is the source's name, as faults print it, and `source` its bytes. `policy` is what the
    company asks of it; `options` need none. `beside` are the files that it refers to, as far as
    they came along; they lie in `folder`, by default that of `path`, whose bytes may not be all
    printable. With `strict` there is no deck where a check finds an error. `version` is that of who
    asks.
    """

    path: str
    source: bytes = field(repr=False)
    policy: Policy = field(repr=False)
    options: Options = field(repr=False)
    beside: Mapping[Named, CarriedFile | Refusal] = field(default_factory=dict, repr=False)
    strict: bool = False
    version: str = __version__
    folder: Path | None = None


@dataclass(frozen=True)
class Made:
    """A deck that was made.

    `pptx` is the file, `slides` how many it has. `beside` are the files that the source refers to.
    `as_of_counts` is whether it could differ on another day.
    """

    pptx: bytes = field(repr=False)
    slides: int
    warnings: tuple[Diagnostic, ...] = ()
    beside: tuple[Named, ...] = ()
    as_of_counts: bool = True


@dataclass(frozen=True)
class Failed:
    """Why there is no deck."""

    faults: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Wants:
    """The files that the source refers to and that have not come along, each with its kind."""

    files: tuple[Named, ...]


Outcome = Made | Failed | Wants
"""What comes of a work."""


def outcome(work: Work, browser: FigureBrowser | None = None) -> Outcome:
    """Return what comes of `work`: the same bytes for the same work, in whatever process.

    No disk is looked at. Pictures of figures are drawn by `browser`, by one of its own without it.
    """
    if work.version != __version__:
        return Failed((_other_version(work),))
    beside = Carried(work.beside)
    try:
        document = _document(work, beside)
        if beside.wanted:
            return Wants(beside.wanted)
        options = replace(work.options, policy=work.policy)
        if work.strict and (errors := _errors(document, work.policy, options.as_of)):
            return Failed(errors)
        built = build_deck(document, options, browser)
    except InputError as error:
        return Wants(beside.wanted) if beside.wanted else Failed(error.diagnostics)
    # What a check finds may hang on the day, whatever the deck does.
    by_day = work.strict or counts_days(document.postmortem)
    return Made(built.pptx, len(built.deck.slides), built.warnings, tuple(beside.asked), by_day)


def _other_version(work: Work) -> Diagnostic:
    message = f"deckgen {work.version} asks for its deck, and deckgen {__version__} is to make it"
    return Diagnostic(work.path, 0, 0, message, "install one version on all machines")


def _document(work: Work, beside: Carried) -> Document:
    return parse_postmortem(work.source, work.path, beside, work.policy.severity_names)


def _errors(document: Document, policy: Policy, day: date) -> tuple[Diagnostic, ...]:
    findings = check_document(document, policy, day)
    return tuple(finding for finding in findings if finding.severity == "error")
