"""A Deck into a .pptx file: the only place that knows python-pptx and XML.

`open_template` says where a template has room, `write_deck` fills it, `save` puts the bytes in
their place. What goes onto which slide was decided before: logic here is minimal.
"""

from __future__ import annotations

from deckgen.pptx.saving import check_target, save
from deckgen.pptx.source import EmbeddedSource, Provenance, embedded_source, provenance
from deckgen.pptx.template import Template, open_template
from deckgen.scene.deck import Deck

__all__ = [
    "EmbeddedSource",
    "Provenance",
    "Template",
    "check_target",
    "embedded_source",
    "open_template",
    "provenance",
    "save",
    "write_deck",
]


def write_deck(deck: Deck, template: Template, source: EmbeddedSource) -> bytes:
    """Return the .pptx file of `deck` drawn on `template`, with what it was made of inside.

    The same arguments give the same bytes.
    """
    # python-pptx takes a fifth of a second to import, which whoever only checks need not wait for.
    from deckgen.pptx import writer

    return writer.write_deck(deck, template, source)
