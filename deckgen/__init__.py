"""deckgen: a structured incident postmortem in, a PowerPoint deck out.

    from deckgen import build, check, read
    built = build("postmortem.yaml")
    Path("postmortem.pptx").write_bytes(built.pptx)
    for finding in check("postmortem.yaml"):
        print(finding)

Bad input raises `deckgen.diagnostics.InputError`, which carries every fault with its place.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from deckgen.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from deckgen.diagnostics import Diagnostic
    from deckgen.pipeline import Built, Options
    from deckgen.policy import Policy
    from deckgen.readers import Document
    from deckgen.rendering import FigureBrowser

__all__ = ["__version__", "build", "check", "read"]


def read(source: str | PathLike[str], policy: Policy | None = None) -> Document:
    """Return the postmortem file `source` as a document; raise InputError with all its faults.

    The `policy` says what the company calls its severities; default: the policy file nearest to
    `source`.
    """
    from pathlib import Path

    from deckgen.policy_files import policy_for
    from deckgen.readers import read_postmortem

    path = Path(source)
    return read_postmortem(path, (policy or policy_for(path)).severity_names)


def check(
    source: str | PathLike[str], policy: Policy | None = None, as_of: date | None = None
) -> tuple[Diagnostic, ...]:
    """Return what `deckgen check` finds in the postmortem file `source`, in file order.

    Defaults: the policy file nearest to `source`, and the day of SOURCE_DATE_EPOCH or today.
    Raises InputError where `source` cannot be read.
    """
    from pathlib import Path

    from deckgen.checking import checked
    from deckgen.policy_files import policy_for
    from deckgen.today import today

    asked = policy or policy_for(Path(source))
    return checked(read(source, asked), asked, as_of or today()).findings


def build(
    source: str | PathLike[str],
    options: Options | None = None,
    browser: FigureBrowser | None = None,
) -> Built:
    """Return the deck made of the postmortem file `source`; raise InputError for bad input.

    Where charts are wanted as pictures, several decks may share one `browser`.
    """
    from deckgen.pipeline import Options, build_deck

    asked = options or Options()
    return build_deck(read(source, asked.policy), asked, browser)
