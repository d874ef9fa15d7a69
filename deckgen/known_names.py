"""Names that a user chooses from a list: whether they are on it, and what to do where not."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of


def check_known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Raise InputError with each of `names` that is not `known`; `what` says what they name."""
    there = list(known)
    faults = [
        Diagnostic(
            f"{what} {name!r}", 0, 0, f"there is no {what} of this name", nearest(name, there)
        )
        for name in names
        if name not in there
    ]
    if faults:
        raise InputError(faults)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return what to do about a `name` that is not `known`: the nearest one, and all of them."""
    names = list(known)
    return " ".join(filter(None, [did_you_mean(name, names), f"known: {one_of(names)}"]))
