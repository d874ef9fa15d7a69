"""Who acts in a text: somebody with whom a clause begins, or by whom something was done."""

from __future__ import annotations

from deckgen.language.grammar import OPENERS, PREPOSITIONS, is_adverb, is_past, is_verb, word_set
from deckgen.language.people import People
from deckgen.language.sentences import sentences
from deckgen.language.subjects import Word, leading_somebody, words_of

_BEARS = word_set(
    "asked believed expected felt found got had heard held knew needed noticed read received relied"
    " reported saw trusted wanted was waited were"
)
"""Past tenses that say what befell somebody or what they knew, not what they did."""

_PRESENT_ACTS = word_set(
    "applies bypasses copies deletes deploys edits enters executes ignores merges misreads"
    " misses overrides pastes pushes removes restarts runs skips types"
)

_AFTER_A_NOUN = PREPOSITIONS | {"and", "or", "who", "when", "while"}
_REACH = 16
"""How many words behind somebody the verb is looked for."""
_LONGEST_PHRASE = 5
"""How many words behind a `by` are looked at."""


_HARMS = word_set(
    "altered applied broken bypassed caused changed copied created deleted deployed disabled done"
    " dropped edited enabled entered executed forgotten ignored introduced launched made merged"
    " misconfigured missed misread modified moved omitted overlooked overridden overwritten pasted"
    " pushed removed restarted run skipped started stopped terminated triggered typed wiped"
)
"""What is done to a system, by its participle; managed, owned and noticed by a team is no harm."""


def actor(text: str, people: People) -> tuple[int, int] | None:
    """Return where somebody stands who acts in `text`, None where nobody does."""
    for start, end in sentences(text):
        words = words_of(text, start, end)
        place = _leading(_main_clause(words), people) or _agent(words, people)
        if place:
            return place
    return None


def _main_clause(words: list[Word]) -> list[Word]:
    """Return `words` without what comes before their first comma, as in `after the deploy, ...`."""
    introduced = bool(words) and words[0].lower in PREPOSITIONS | OPENERS
    comma = next((n for n, word in enumerate(words) if word.text == ","), None)
    return words[comma + 1 :] if introduced and comma is not None else words


def _leading(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where the person stands with whom `words` begin, if what they did follows."""
    head = leading_somebody(words, people)
    if head is None:
        return None
    said = [word.lower for word in words[head + 1 : head + 1 + _REACH]]
    verb = "" if said[:1] in (["have"], ["has"]) else _verb(said)
    acts = (is_past(verb) and verb not in _BEARS) or verb in _PRESENT_ACTS
    return (words[head].start, words[head].end) if acts else None


def _verb(said: list[str]) -> str:
    """Return the verb with which `said` begins, behind adverbs, an insertion and phrases."""
    if said[:1] == [","]:
        said = said[said.index(",", 1) + 1 :] if "," in said[1:] else []
    begins_with_phrase = bool(said) and said[0] in PREPOSITIONS
    words = (word for word in said if not is_adverb(word))
    return next((word for word in words if is_verb(word) or not begins_with_phrase), "")


def _agent(words: list[Word], people: People) -> tuple[int, int] | None:
    """Return where somebody stands behind the `by` of something done: `dropped by an engineer`."""
    for n, by in enumerate(words):
        if by.lower == "by" and n and words[n - 1].lower in _HARMS:
            phrase = words[n + 1 : n + 2 + _LONGEST_PHRASE]
            for at in range(len(phrase)):
                if people.are_meant([one.text for one in phrase[: at + 1]]) and _ends(phrase, at):
                    return phrase[at].start, phrase[at].end
                if phrase[at].lower in PREPOSITIONS:
                    break
    return None


def _ends(phrase: list[Word], n: int) -> bool:
    """Whether the noun phrase ends with the word `n`: what follows is no further noun."""
    if n + 1 == len(phrase):
        return True
    follows = phrase[n + 1].lower
    return not follows[0].isalpha() or follows in _AFTER_A_NOUN or is_adverb(follows)
