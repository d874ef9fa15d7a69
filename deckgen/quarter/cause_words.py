"""The words of a primary cause that tell it from others."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w-]+")
_COMMON = frozenset({
    "about", "above", "after", "again", "all", "also", "among", "an", "and", "any", "are", "as",
    "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can",
    "cannot", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either",
    "every", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her",
    "here", "him", "his", "how", "if", "in", "into", "is", "it", "its", "itself", "just", "may",
    "might", "more", "most", "must", "neither", "no", "nor", "not", "of", "off", "on", "once",
    "one", "only", "onto", "or", "other", "our", "out", "over", "own", "same", "she", "should",
    "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "too", "two", "under", "until", "up",
    "upon", "very", "was", "we", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "you", "your",
})  # fmt: skip
"""Words that any sentence may have."""


def cause_words(cause: str | None) -> frozenset[str]:
    """Return the words of a cause that say something, in lower case."""
    return frozenset(_WORD.findall((cause or "").casefold())) - _COMMON
