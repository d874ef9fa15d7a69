"""Where to say that a section lacks something."""

from __future__ import annotations

from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc


def key_of(postmortem: Postmortem, section: str, otherwise: str = "title") -> Loc:
    """Return the place of `section` where it is written, else that of the section `otherwise`."""
    return (section,) if section in postmortem.model_fields_set else (otherwise,)
