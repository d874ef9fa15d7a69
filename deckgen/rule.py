"""What a rule is, what it looks at and what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from deckgen.diagnostics import Severity
from deckgen.language.sayings import Saying, sayings
from deckgen.policy import Policy
from deckgen.postmortem.measures import Milestones, milestones
from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc, Prose, prose


class Finding(NamedTuple):
    """What a rule objects to in the value at `loc`, and what to write instead.

    `span` is where in that text it stands, as the indices of its first character and of the one
    behind its last; None where the value as a whole is meant. With nothing written at `loc`, the
    place is that of the nearest value around it; `of_key` puts it at the key in front of the value.
    """

    loc: Loc
    message: str
    hint: str
    span: tuple[int, int] | None = None
    of_key: bool = False


@dataclass(frozen=True)
class Case:
    """What a rule looks at: a postmortem, what the company asks, and the day it is looked at."""

    postmortem: Postmortem
    policy: Policy
    as_of: date

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """Every text that somebody wrote to be read, with its place."""
        return tuple(prose(self.postmortem))

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The same texts without code, quotations and addresses: what their authors say."""
        return tuple(sayings(self.prose))

    @cached_property
    def milestones(self) -> Milestones:
        """The five moments of the incident."""
        return milestones(self.postmortem)


class Rule(Protocol):
    """A module of `deckgen.rules`. Its docstring is its page of the manual.

    The docstring's first line says what is objected to. It holds an example that fails and one
    that passes, each an indented piece of a postmortem file behind a line `Fails:` or `Passes:`.
    """

    ID: str
    """The name by which a policy, an `ignore` and a finding refer to the rule."""
    SEVERITY: Severity
    """How much its findings matter where the policy does not say."""
    __doc__: str | None

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what the rule objects to in `case`."""
