"""Words that a name is told from: ordinary words that are names too, roles, what people do."""

from __future__ import annotations

import re
from functools import cache

from deckgen.language.phrases import phrase_list

PARTICLES = {
    *("van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la"),
    *("le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "af", "av", "y", "mac", "st"),
}
TITLES = {"mr", "mrs", "ms", "dr", "prof", "sir", "jr", "sr", "ii", "iii", "phd", "msc", "eng"}

_ROLE_WORDS = {
    *("team", "platform", "service", "support", "operations", "ops", "call", "infrastructure"),
    *("security", "network", "database", "customer", "product", "payments", "communications"),
    *("scribe", "liaison", "incident", "duty", "shift", "desk", "group", "squad", "department"),
    *("office", "role", "engineering", "owner", "board", "delivery", "bot", "system", "director"),
    *("head", "chief", "officer", "vice", "president", "specialist", "coordinator", "provider"),
    *(
        "data",
        "web",
        "mobile",
        "response",
        "cloud",
        "quality",
        "release",
        "site",
        "systems",
        "reliability",
    ),
}
_ACTS = {
    *("is", "was", "has", "had", "does", "did", "saw", "sees", "found", "finds", "began", "ran"),
    *("runs", "took", "takes", "went", "goes", "made", "makes", "got", "gets", "gave", "gives"),
    *("told", "said", "says", "wrote", "left", "set", "put", "shut", "sent", "knew", "thought"),
    *("thinks", "held", "brought", "kept", "met", "read", "rang", "came", "comes", "let", "lost"),
    *("who", "joins", "leaves", "pages", "calls", "asks", "starts"),
    *("stops", "restarts", "reverts", "merges", "declares", "opens", "closes", "posts"),
    *("reports", "notices", "confirms", "escalates", "acknowledges", "rolls", "rolled", "fixes"),
    *("suggests", "proposes", "reviews", "writes", "tells", "notes", "believes", "decides"),
}
MONTHS = {"may", "april", "june", "august", "march"}

_OPENING = " \"'“‘([*_-"
_ENDS_SENTENCE = tuple(".!?:;—–•")
_LOOKED_BACK = 12
_NEXT_WORD = re.compile(r"(['’]s\b)|\s+([^\W\d_]+)|\s*(\d)")
_DATE_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|by|last|next|early|late|mid|on|from|to))[\s-]*$"
)


@cache
def ordinary_words() -> frozenset[str]:
    """Return words in lower case that are names too, such as `will`."""
    return frozenset(phrase_list("name_words"))


@cache
def trade_words() -> frozenset[str]:
    """Return words of the trade, of organisations and places, in lower case."""
    return frozenset(phrase_list("trade_words"))


@cache
def function_words() -> frozenset[str]:
    """Return words in lower case that name nothing, such as `the`."""
    return frozenset(phrase_list("function_words"))


@cache
def role_words() -> frozenset[str]:
    """Return words in lower case by which a role or a team is called."""
    listed = (word for phrase in phrase_list("people") for word in phrase.split())
    return frozenset(_ROLE_WORDS).union(listed)


@cache
def given_names() -> frozenset[str]:
    """Return the common given names, in lower case and without accents."""
    return frozenset(phrase_list("given_names")) | frozenset(phrase_list("more_given_names"))


def starts_sentence(text: str, start: int) -> bool:
    """Whether what begins at `start` is the first word of a sentence, or stands behind a colon."""
    before = text[max(0, start - _LOOKED_BACK) : start].rstrip(_OPENING)
    return before.endswith(_ENDS_SENTENCE) or (not before and start <= _LOOKED_BACK)


def acts_like_a_person(text: str, end: int) -> bool:
    """Whether what ends at `end` is followed by `'s` or by what somebody did."""
    match = _NEXT_WORD.match(text, end)
    if not match or match[3]:
        return False
    word = (match[2] or "").casefold()
    return bool(match[1]) or word in _ACTS or (len(word) > 3 and word.endswith("ed"))


def stands_alone(text: str, end: int) -> bool:
    """Whether a mark, `and` or nothing follows what ends at `end`."""
    return end == len(text) or text[end] in ",;.)/&" or text.startswith(" and ", end)


def is_date(text: str, start: int, end: int) -> bool:
    """Whether the month between `start` and `end` stands in a date, or behind `in` or `since`."""
    after = _NEXT_WORD.match(text, end)
    before = text[max(0, start - _LOOKED_BACK) : start]
    return bool((after and after[3]) or _DATE_BEFORE.search(before))
