"""What a deck for the public must not show: people, addresses, internal hosts, secrets, pictures.

`redacted` turns a postmortem into another one; `would_mask` and `undeclared_names` say beforehand
what that hides, and what it cannot know.
"""

from deckgen.redaction.redact import Private, Redacted, private_in, redacted
from deckgen.redaction.review import would_mask
from deckgen.redaction.secrets import faulty_secret
from deckgen.redaction.undeclared import undeclared_names

__all__ = [
    "Private",
    "Redacted",
    "faulty_secret",
    "private_in",
    "redacted",
    "undeclared_names",
    "would_mask",
]
