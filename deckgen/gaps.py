"""What a deck will lack because the postmortem does not say it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic
from deckgen.postmortem.measures import milestones
from deckgen.postmortem.wording import listing
from deckgen.readers import Document


def gaps(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning, with its place, for each thing that a review will ask for and not find."""
    postmortem = document.postmortem

    def warning(loc: tuple[str | int, ...], message: str, hint: str = "") -> Diagnostic:
        return document.diagnostic(loc, message, hint, severity="warning")

    if milestones(postmortem).detected.at is None:
        hint = "add detected_at, or an event of kind detection"
        yield warning((), "no detection time: the time to detect is not recorded", hint)
    if postmortem.key_learning is None:
        hint = "add key_learning with a statement"
        yield warning((), "no key learning: the deck has no Key Learning slide", hint)
    if not postmortem.actions:
        yield warning((), "no actions: the deck has no table of actions", "add actions with owners")
    open_ones = [(n, a) for n, a in enumerate(postmortem.actions) if not a.status.is_closed]
    for lacks, ids in (
        ("owner", [(n, a.id) for n, a in open_ones if not a.is_assigned]),
        ("due date", [(n, a.id) for n, a in open_ones if a.due is None]),
    ):
        if ids:
            has = "action has" if len(ids) == 1 else "actions have"
            named = listing([name for _, name in ids])
            yield warning(("actions", ids[0][0]), f"{len(ids)} {has} no {lacks}: {named}")
