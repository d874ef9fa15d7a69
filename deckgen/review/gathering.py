"""Many findings of one kind as one, where most of the actions share them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.postmortem.model import ActionItem
from deckgen.postmortem.wording import listing
from deckgen.rule import Finding

_FEWEST_GATHERED = 3
_MOST_NAMED = 8


def gathered(
    found: Sequence[tuple[ActionItem, Finding]],
    among: int,
    message: str,
    hint: str,
    state: str = "open",
) -> Iterator[Finding]:
    """Yield the findings about single actions, or one that names them all, at the key `actions`.

    They are one where they are three or more and at least half of the `among` actions that were
    looked at, all of them `state`. `message` goes behind their number: `have no due date`.
    """
    if len(found) < _FEWEST_GATHERED or 2 * len(found) < among:
        yield from (finding for _, finding in found)
        return
    names = [action.id for action, _ in found]
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} more"]
    amount = f"{len(found)} of the {among}" if len(found) < among else f"all {among}"
    said = f"{amount} {state} actions {message}: {listing(names)}"
    yield Finding(("actions",), said, hint, of_key=True)
