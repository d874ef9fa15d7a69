"""Postmortems in Markdown, in whatever form a team writes them.

From bytes to drafts, each step a plain value: the text, its blocks, its sections by what they tell
of, and from these the fields. What has no field, or cannot be read, is left; what the document
does not say outright is a guess with its reason.
"""

from __future__ import annotations

from datetime import tzinfo

from deckgen.importing.draft import Draft


def read_markdown(content: bytes, name: str, zone: tzinfo | None = None) -> tuple[Draft, ...]:
    """Return the postmortems in a Markdown document, one for each incident that it tells of.

    `name` is the name of its file. Times for which the document names no zone are in `zone`;
    without one, UTC is assumed, as a guess. Raises InputError where the document is empty, too
    large, a web page, or no text.
    """
    from deckgen.importing.markdown.decoding import decoded
    from deckgen.importing.markdown.names import stem_of
    from deckgen.importing.markdown.reading import drafts_of

    return drafts_of(decoded(content, name), stem_of(name), zone)
