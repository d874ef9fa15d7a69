"""A person or a team as the cause.

"An engineer ran the wrong command" ends the search one step too early: the next one may run it,
too. A cause that can be mended is about what the system allowed, showed or lacked. Looked at are
the primary cause, the answers of the five whys and the contributing factors; what somebody had,
could not see or was not told is about the system, and passes.

The policy adds words that mean somebody under `words.people`.

Fails:

    root_cause:
      primary_cause: An engineer ran the cleanup script on the wrong cluster
      contributing_factors:
        - {text: The index was dropped by the on-call engineer}

Passes:

    root_cause:
      primary_cause: The cleanup script takes the cluster from the shell and does not show it
      contributing_factors:
        - {text: The on-call engineer had no access to the dashboard}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.actors import actor
from deckgen.language.people import people_of
from deckgen.language.sayings import Saying
from deckgen.rule import Case, Finding

ID = "person-as-cause"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the causes in which somebody acts."""
    people = people_of(case.postmortem, case.policy)
    hint = "say what let the action through: no check, no guard, a misleading prompt"
    for saying in case.sayings:
        if _is_cause(saying) and people.may_be_in(saying) and (place := actor(saying.text, people)):
            message = f"'{saying.text[slice(*place)]}' acts here, not the system"
            yield Finding(saying.loc, message, hint, place)


def _is_cause(saying: Saying) -> bool:
    """Whether it stands under the root cause; a why that asks is none."""
    asks = saying.loc[-1] == "why" and saying.text.rstrip().endswith("?")
    return saying.loc[0] == "root_cause" and not asks
