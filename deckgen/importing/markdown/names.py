"""The name of a document: without folders and endings, and as a title."""

from __future__ import annotations

import re

_ENDINGS = re.compile(r"(?:\.(?:md|markdown|mdown|mkd|txt|html|erb|mdx|rst|text))+$", re.IGNORECASE)
_DATE = re.compile(r"^.*?(?:19|20)\d{2}[-_.]?\d{2}(?:[-_.]?\d{2})?[-_. ]*(?=.)")
_FORBIDDEN = re.compile(r"[^\w .()+&,-]+")


def stem_of(name: str) -> str:
    """Return the name of a document's file without its folders and its ending."""
    last = re.split(r"[/\\]", name)[-1]
    stem = _FORBIDDEN.sub(" ", _ENDINGS.sub("", last)).strip(" .")
    return " ".join(stem.split())[:120] or "incident"


def title_of_name(name: str) -> str:
    """Return a file's name as a title: without the date in front and with spaces."""
    words = _DATE.sub("", name) or name
    return " ".join(re.sub(r"[-_]+", " ", words).split()).capitalize()
