"""What a reviewer objects to: one module per rule, each in this table, in the order of the manual.

From a `Case` to findings. A rule knows the postmortem and the policy, not the file they stand in.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.rule import Rule
from deckgen.rules import action_owner

_IN_ORDER: tuple[Rule, ...] = (action_owner,)

RULES: Mapping[str, Rule] = MappingProxyType({rule.ID: rule for rule in _IN_ORDER})
"""The rules by their id."""
