"""A Deck into a .pptx file: the only place that knows XML.

`open_template` says where a template has room, `write_deck` fills it, `save` puts the bytes in
their place. What goes onto which slide was decided before: logic here is minimal.
"""

from __future__ import annotations

from deckgen.pptx.saving import check_target, save
from deckgen.pptx.source import EmbeddedSource, Provenance, embedded_source, provenance
from deckgen.pptx.template import Template, TemplateFile, open_template, read_template
from deckgen.pptx.writer import write_deck

__all__ = [
    "EmbeddedSource",
    "Provenance",
    "Template",
    "TemplateFile",
    "check_target",
    "embedded_source",
    "open_template",
    "provenance",
    "read_template",
    "save",
    "write_deck",
]
