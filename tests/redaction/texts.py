"""A text as the public is shown it."""

from __future__ import annotations

from typing import Any

from deckgen.policy import Policy
from deckgen.redaction import private_in
from tests.builders import postmortem


def shown(text: str, *people: tuple[str, str], **redaction: Any) -> str:
    """Return `text` as the public is shown it; people are pairs of name and role.

    `redaction` is that part of the policy, `not_names` what is no name.
    """
    not_names = redaction.pop("not_names", [])
    declared = [{"name": name, "role": role} for name, role in people]
    policy = Policy.model_validate({"redaction": redaction, "words": {"not_names": not_names}})
    return private_in(postmortem(people=declared), policy).masked(text)
