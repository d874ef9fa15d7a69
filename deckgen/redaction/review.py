"""What a deck for the public would hide, told before it is built."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.redaction.fields import Leaf, leaves, picture_locs
from deckgen.redaction.masks import Mask, masks_in
from deckgen.redaction.redact import Private, private_in
from deckgen.rule import Case, Finding

_WHY = {
    "person": "people are shown as their role: correct 'people' if this is somebody else",
    "handle": "if it may be shown, add it to 'words.not_names' of the policy",
    "host": "if it may be shown, add it to 'redaction.public_hosts' of the policy",
    "link": "if its host may be shown, add it to 'redaction.public_hosts' of the policy",
}
_REWORD = "if it is not what it looks like, write it differently"


def would_mask(case: Case) -> Iterator[Finding]:
    """Yield each thing that a deck for the public would hide or leave out, in the model's order."""
    private = private_in(case.postmortem, case.policy)
    for leaf in leaves(case.postmortem):
        if _is_name_of_person(leaf):
            yield _of_person(leaf, private)
            continue
        for mask in masks_in(leaf.text, private.finders):
            yield _of_link(leaf) if leaf.is_link else _of_mask(leaf, mask)
            if leaf.is_link:
                break
    for loc in picture_locs(case.postmortem):
        hint = "say in the timeline or the impact what it shows, if everybody may know"
        yield Finding(loc, "this picture would be left out", hint)


def _is_name_of_person(leaf: Leaf) -> bool:
    return leaf.loc[0] == "people" and leaf.loc[-1] == "name"


def _of_person(leaf: Leaf, private: Private) -> Finding:
    role = private.roles[int(leaf.loc[1])]
    return Finding(leaf.loc, f"'{leaf.text}' would be shown as '{role}'", _WHY["person"])


def _of_link(leaf: Leaf) -> Finding:
    return Finding(leaf.loc, "this link would be left out", _WHY["link"])


def _of_mask(leaf: Leaf, mask: Mask) -> Finding:
    hidden = leaf.text[mask.start : mask.end]
    message = f"the {mask.kind} '{hidden}' would be shown as '{mask.shown}'"
    span = None if leaf.of_key else (mask.start, mask.end)
    return Finding(leaf.loc, message, _WHY.get(mask.kind, _REWORD), span, leaf.of_key)
