"""Texts of an export, cut to what a deck or a comment can bear."""

from __future__ import annotations

import re

from deckgen.postmortem.fields import FORBIDDEN_CHARACTER

_LONGEST_LEFT = 2_000
_MOST_LEFT_LINES = 40
_BLANK = re.compile(r"\s*\n\s*\n\s*")


def cleaned(text: str) -> str:
    """Return `text` without what no slide may carry, paragraphs a blank line apart."""
    paragraphs = _BLANK.split(FORBIDDEN_CHARACTER.sub("\ufffd", text).strip())
    return "\n\n".join(paragraphs)


def beginning(text: str, longest: int) -> str:
    """Return as many whole paragraphs, or else whole words, as `longest` characters hold."""
    if len(text) <= longest:
        return text
    end = text.rfind("\n\n", 0, longest + 1)
    if end <= 0:
        end = max(text.rfind(" ", 0, longest + 1), text.rfind("\n", 0, longest + 1))
    return text[: end if end > 0 else max(0, longest)]


def one_line(text: str) -> str:
    """Return `text` with its white space folded."""
    return " ".join(text.split())


def left_text(text: str) -> str:
    """Return a text for a comment, its lines kept; says how much is cut of a very long one."""
    clean = FORBIDDEN_CHARACTER.sub("\ufffd", text).strip()
    lines = [line.rstrip() for line in clean.splitlines() if line.strip()]
    whole = "\n".join(lines)
    shown = "\n".join(lines[:_MOST_LEFT_LINES])[:_LONGEST_LEFT]
    more = len(whole) - len(shown)
    return f"{shown} … ({more:,} more characters)" if more else shown
