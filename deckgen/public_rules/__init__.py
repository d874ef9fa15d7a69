"""What a reviewer tells of a postmortem that the public is to read: one module per rule.

They are run by `deckgen check --audience public` only, beside the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.public_rules import undeclared_name, would_mask
from deckgen.rule import Rule

_IN_ORDER: tuple[Rule, ...] = (undeclared_name, would_mask)

PUBLIC_RULES: Mapping[str, Rule] = MappingProxyType({rule.ID: rule for rule in _IN_ORDER})
"""The rules by their id."""
