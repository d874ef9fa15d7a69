"""What a deck shows to those who are to read it, and the source that it takes along."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckgen.policy import Audience, Policy
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER
from deckgen.postmortem.model import Postmortem
from deckgen.pptx import EmbeddedSource
from deckgen.readers import Document
from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.redaction import Redacted

_LONGEST_NAME = 100
_NOT_IN_A_NAME = re.compile(r"[^\w .()+,=@-]+")


class Shown(NamedTuple):
    """A postmortem as an audience is shown it, the source that goes into the deck, what is hidden.

    To those inside nothing is hidden, and `hidden` is None.
    """

    postmortem: Postmortem
    source: EmbeddedSource
    hidden: Redacted | None


def shown_to(audience: Audience, document: Document, policy: Policy) -> Shown:
    """Return what `audience` is shown of `document`.

    The source of a deck for the public is written anew: the file itself has comments, keys of the
    author's own and all that is hidden.
    """
    if audience == "internal":
        name = FORBIDDEN_CHARACTER.sub("\ufffd", Path(document.path).name)
        return Shown(document.postmortem, EmbeddedSource(name, document.source, __version__), None)
    from deckgen.redaction import redacted  # late: most decks are for those inside
    from deckgen.writers import postmortem_yaml

    hidden = redacted(document.postmortem, policy)
    source = postmortem_yaml(hidden.postmortem).encode()
    name = f"{public_stem(document, policy)}.yaml"
    return Shown(hidden.postmortem, EmbeddedSource(name, source, __version__), hidden)


def public_stem(document: Document, policy: Policy) -> str:
    """Return the name of the document's file, without its ending and what the public may not read.

    It is fit for the name of another file.
    """
    return public_name(Path(document.path).stem, document, policy)


def public_name(name: str, document: Document, policy: Policy) -> str:
    """Return the `name` of a file or folder without what the public may not read of `document`."""
    from deckgen.redaction import private_in

    plain = FORBIDDEN_CHARACTER.sub("\ufffd", name)
    masked = private_in(document.postmortem, policy).masked(plain)
    if masked == plain:
        return plain
    return _NOT_IN_A_NAME.sub("", masked)[:_LONGEST_NAME].strip() or "postmortem"
