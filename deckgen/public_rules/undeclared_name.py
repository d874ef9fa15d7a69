"""What looks like the name of a person who is not in `people`.

A deck for the public shows people as their role, and it knows only those whom `people` names:
anybody else is read by everybody. Where the word is no name, such as that of a product, the policy
says so under `words.not_names`. Only checked with `--audience public`.

Fails:

    timeline:
      - {at: "02:19", text: Sarah Miller restarts the database}

Passes:

    people:
      - {name: Sarah Miller, role: Database engineer}
    timeline:
      - {at: "02:19", text: Sarah Miller restarts the database}
"""

from __future__ import annotations

from deckgen.diagnostics import Severity
from deckgen.redaction import undeclared_names as check

__all__ = ["ID", "SEVERITY", "check"]

ID = "undeclared-name"
SEVERITY: Severity = "warning"
