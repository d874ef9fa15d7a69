"""The small words by which a subject is told from what is not one, and verbs from nouns."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that lists them, separated by spaces."""
    return frozenset(words.split())


DETERMINERS = word_set(
    "a an the our their his her my your its this that these those one two three several some any"
    " each every another no both all most many"
)
PREPOSITIONS = word_set(
    "about above across after against among around as at before behind below beside between by"
    " despite during for from in inside into like near of off on onto out outside over per since"
    " than through throughout to toward towards under until up upon via with within without"
)
QUANTIFIERS = word_set(
    "one two three some any none both most many few several all each neither either nobody"
    " someone somebody member members part half"
)
CONJUNCTIONS = word_set("and or but then yet nor")
OPENERS = word_set(
    "because when while if that which as since although though so but and or where whether unless"
    " until after before than , - / what why how yet nor"
)
"""Words and marks with which a clause begins."""

ADVERBS = word_set(
    "also then still just again even already first only never always often simply perhaps maybe"
    " however instead later soon almost ever both somehow therefore thus too yesterday initially"
    " not"
)
_AUXILIARIES = word_set(
    "had have has having did do does may might could can cannot would should shall will must was"
    " were is are been be being 'd 've"
)
_BEFORE_A_VERB = word_set("had have has may might")

_IRREGULAR = word_set(
    "began bent bet blew bought bound broke brought built burst came caught chose cost cut dealt"
    " did drew drove drank fell fed felt fought found forgot froze gave got grew had heard held hid"
    " hit hung hurt kept knew laid led left lent let lit lost made meant met misread mistook"
    " overrode overwrote paid put quit ran rang read rebuilt reran reset rewrote rose said sat saw"
    " sent set shook shot shut slept sold spent split spoke spun stood stole struck stuck swept"
    " swore swung taught thought threw told took tore undid went woke won wore wrote"
)
"""Past tenses that do not end in -ed."""

_NOT_ADVERBS = word_set("apply early reply rely family only supply assembly anomaly")
_NOT_VERBS = word_set("need seed feed speed embed red bed shed breed")


def is_adverb(word: str) -> bool:
    """Whether `word`, in lower case, may stand between a subject and its verb."""
    manner = len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS
    return manner or word in ADVERBS or word in _BEFORE_A_VERB


def is_past(word: str) -> bool:
    """Whether `word`, in lower case, has the form of a past tense."""
    return word in _IRREGULAR or (len(word) > 3 and word.endswith("ed") and word not in _NOT_VERBS)


def is_verb(word: str) -> bool:
    """Whether `word`, in lower case, is an auxiliary or has the form of a past tense."""
    base = word.replace("’", "'").removesuffix("n't")
    return base in _AUXILIARIES or word in {"cannot", "can't", "won't"} or is_past(word)


_PARTICIPLES = word_set(
    "been become begun bitten blown broken chosen come done drawn driven eaten fallen forgotten"
    " frozen given gone gotten grown hidden known overridden overwritten ridden risen run seen"
    " shaken shown sunk spoken stolen taken thrown undone woken worn written rewritten"
)
_ADJECTIVES_TOO = word_set(
    "advanced automated centralised centralized dedicated detailed distributed documented elevated"
    " encrypted fixed improved increased isolated limited managed redundant related required"
    " scheduled shared set staged structured unlimited versioned put read cut"
)
"""Participles that stand before nouns, too: what one should have may be automated alerts."""
_FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | word_set("it them him us me")


def is_participle(words: list[str]) -> bool:
    """Whether `words`, in lower case, that stand behind `have` begin with a participle."""
    rest = [word.strip(".,;:!?()") for word in words]
    while rest and is_adverb(rest[0]) and rest[0] != "had":
        del rest[0]
    if not rest:
        return False
    if rest[0] == "had":
        return True
    if rest[0] in _ADJECTIVES_TOO:
        return len(rest) == 1 or rest[1] in _FUNCTION_WORDS
    return rest[0] in _PARTICIPLES or is_past(rest[0])
