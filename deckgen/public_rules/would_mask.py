"""Something that a deck for the public does not show.

It is no fault: this says beforehand what `deckgen build --audience public` puts in its place, or
leaves out, so that nobody is surprised in front of an audience. People are shown as their role;
addresses, internal hosts and links, secrets and pictures are hidden.

The policy says what else is hidden, and what may be shown, under `redaction`. Only checked with
`--audience public`.

Fails:

    people:
      - {name: Alice Johnson, role: Incident commander}
    timeline:
      - {at: "02:19", text: Alice Johnson restarts db-3.corp.internal}

Passes:

    timeline:
      - {at: "02:19", text: The incident commander restarts the database}
"""

from __future__ import annotations

from deckgen.diagnostics import Severity
from deckgen.redaction import would_mask as check

__all__ = ["ID", "SEVERITY", "check"]

ID = "would-mask"
SEVERITY: Severity = "info"
