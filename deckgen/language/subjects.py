"""Whether somebody is the subject of a verb: a person or a team that acts, in the same clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.language.grammar import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    QUANTIFIERS,
    is_adverb,
    is_verb,
)
from deckgen.language.people import People

_WORD = re.compile(r"@?\w[\w'’-]*(?:\.\w[\w'’-]*)*|[^\w\s]")
_BREAKS = frozenset(".!?;:()[]{}–—|")
_REACH = 160
"""How many characters before a verb its subject is looked for."""
_LONGEST_TITLE = 4
"""How many words of a role are looked at before its last: `the second on-call engineer`."""


class Word(NamedTuple):
    """A word or a mark of a text, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks of `text` between two indices."""
    return [Word(one[0], one.start(), one.end()) for one in _WORD.finditer(text, start, end)]


def subject_before(text: str, verb: int, people: People) -> tuple[int, int] | None:
    """Return where the person or team stands that is the subject of the verb at index `verb`.

    None where something else is, or where it cannot be told. `They` is somebody where somebody
    stands before it in the text.
    """
    words = _clause_words(text, verb)
    while words and is_adverb(words[-1].lower):
        words.pop()
    if not words:
        return None
    last = words[-1]
    if last.lower in {"who", "that"}:
        return _somebody(words[:-1], people)
    if last.text == ",":
        return _before_insertion(words[:-1], people) or leading_subject(words[:-1], people)
    if last.lower in CONJUNCTIONS:
        return leading_subject(words[:-1], people)
    if last.lower == "they":
        return (last.start, last.end) if _spoken_of(text, last.start, people) else None
    return _somebody(words, people) or _with_phrase(words, people)


def leading_subject(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where somebody stands with whom the last clause of `words` begins, before a verb."""
    while words and (words[-1].lower in CONJUNCTIONS or words[-1].text == ","):
        words = words[:-1]
    begin = max((n + 1 for n, word in enumerate(words) if word.lower in OPENERS), default=0)
    head = leading_somebody(words[begin:], people)
    if head is None:
        return None
    rest = words[begin + head + 1 :]
    follows = rest[0].lower if rest else ""
    if is_verb(follows) or is_adverb(follows) or follows in {"who", ","}:
        return words[begin + head].start, words[begin + head].end
    return None


def _clause_words(text: str, verb: int) -> list[Word]:
    words = words_of(text, max(0, verb - _REACH), verb)
    breaks = (n + 1 for n, word in enumerate(words) if word.text in _BREAKS)
    return words[max(breaks, default=0) :]


def _before_insertion(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where somebody stands before the last comma of `words`: `we, as a team`."""
    comma = max((n for n, word in enumerate(words) if word.text == ","), default=0)
    return _somebody(words[:comma], people)


def _somebody(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where the last of `words` stands if it means somebody and no preposition rules it."""
    if not words or not people.are_meant([word.text for word in words[-_LONGEST_TITLE:]]):
        return None
    place = words[-1].start, words[-1].end
    if people.is_pronoun(words[-1].text):
        return place
    ruler = _ruler(words, people)
    if ruler is None or words[ruler].lower not in PREPOSITIONS:
        return place
    is_part = words[ruler].lower == "of" and ruler and words[ruler - 1].lower in QUANTIFIERS
    return place if is_part else None


def _ruler(words: list[Word], people: People) -> int | None:
    """Return the index of the word before the noun phrase that ends `words`, None where none is."""
    at = len(words) - 2
    for n in range(at, max(-1, at - _LONGEST_TITLE), -1):
        if words[n].lower in DETERMINERS:
            return n - 1 if n else None
        if words[n].lower in PREPOSITIONS or words[n].text == ",":
            return n
    before = range(at, max(-1, at - _LONGEST_TITLE), -1)
    return next((n for n in before if not people.is_role(words[n].text)), None)


def _with_phrase(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where somebody stands with whom the clause begins: `the engineer on duty`.

    What stands between them and the verb is a phrase such as this, or begins with `who`.
    """
    begin = max((n + 1 for n, word in enumerate(words) if word.lower in OPENERS), default=0)
    clause = words[begin:]
    head = leading_somebody(clause, people)
    if head is None or head + 1 >= len(clause):
        return None
    follows = clause[head + 1].lower
    has_verb = any(is_verb(word.lower) for word in clause[head + 1 :])
    if (follows in PREPOSITIONS and not has_verb) or (follows == "who" and has_verb):
        return clause[head].start, clause[head].end
    return None


def leading_somebody(clause: list[Word], people: People) -> int | None:
    """Return the index of the noun that `clause` begins with if it means somebody."""
    n = 0
    while n < len(clause) and (clause[n].lower in ADVERBS or clause[n].text == ","):
        n += 1
    for at in range(n, min(len(clause), n + _LONGEST_TITLE + 1)):
        if people.are_meant([word.text for word in clause[max(0, at - 3) : at + 1]]):
            after = clause[at + 1].text if at + 1 < len(clause) else ""
            if not after or not people.are_meant([after]):
                return at
        elif not _leads_on(clause, at):
            return None
    return None


def _leads_on(clause: list[Word], at: int) -> bool:
    """Whether the word at `at` can stand before the noun: no verb, no mark, `of` in `one of`."""
    word = clause[at].lower
    if word in PREPOSITIONS:
        return at > 0 and clause[at - 1].lower in QUANTIFIERS
    return word not in {",", "'"} and not is_verb(word)


def _spoken_of(text: str, before: int, people: People) -> bool:
    words = words_of(text, max(0, before - _REACH), before)
    return any(people.is_role(w.text) or people.is_name([w.text]) for w in words)
