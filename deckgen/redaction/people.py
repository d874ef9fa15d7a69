"""The people of a postmortem in a text, by whatever form of their names, and their roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from deckgen.postmortem.model import Person
from deckgen.redaction.masks import NAME, Finder, Mask
from deckgen.redaction.name_forms import Form, Sure, Words, forms
from deckgen.redaction.name_places import belong_together, is_login, is_meant, is_part_of_name
from deckgen.redaction.name_words import given_names, starts_sentence
from deckgen.redaction.words import Word, words

PARTICIPANT = "Participant"
"""The role of somebody whose role says no more than the name."""

_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_INITIAL_ENDS = re.compile(r"\. [^\W\d_A-Z]")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


class Known(NamedTuple):
    """Who a form means: the name as declared, and what is shown in its place."""

    name: str
    shown: str
    sure: Sure


Names = Mapping[Words, Known]


def roles(people: Sequence[Person], clean: Callable[[str], str]) -> list[str]:
    """Return what is shown for each of `people`: the role, `clean`ed.

    One that several have is numbered; one that holds the name of somebody shows `[name]` there.
    """
    names = known_names(people, [NAME] * len(people), frozenset())
    finder = people_finder(names)
    bare = [_role(person, clean, finder) for person in people]
    totals, seen = Counter(role.casefold() for role in bare), Counter[str]()
    shown = []
    for role in bare:
        key = role.casefold()
        seen[key] += 1
        shown.append(role if totals[key] == 1 else f"{role} {seen[key]}")
    return shown


def known_names(people: Sequence[Person], shown: Sequence[str], not_names: Set[str]) -> Names:
    """Return every form of every name of `people`, with what to show for it.

    A form that means several of them shows `[name]`. Somebody called by the role has no name.
    """
    known: dict[Words, Known] = {}
    for person, role in zip(people, shown, strict=True):
        if not _is_role(person):
            for form in forms(person.name, not_names):
                _add(known, form, person.name, role)
    return known


def people_finder(names: Names) -> Finder:
    """Return what finds `names` in a text; a role that begins a sentence begins with a capital."""
    lengths: dict[str, list[int]] = {}
    for form in names:
        known = lengths.setdefault(form[0], [])
        if len(form) not in known:
            known.append(len(form))
    for known in lengths.values():
        known.sort(reverse=True)
    certain = {form: known for form, known in names.items() if known.sure is Sure.ALWAYS}
    unspaced = {"".join(form): known for form, known in names.items() if _is_unspaced(form)}

    def found(text: str) -> Iterator[Mask]:
        written = words(text)
        yield from _masks(text, written, names, lengths)
        if _HUMP.search(text):
            parted = [part for word in written for part in _humps(text, word)]
            yield from _masks(text, parted, certain, lengths)
        if unspaced and _UNSPACED.search(text):
            yield from _within_runs(text, unspaced)

    return found


def _role(person: Person, clean: Callable[[str], str], names: Finder) -> str:
    if _is_role(person):
        return clean(person.role)
    pieces, last = [], 0
    role = clean(person.role)
    for mask in names(role):
        pieces += [role[last : mask.start], mask.shown]
        last = max(last, mask.end)
    said = "".join([*pieces, role[last:]]).strip()
    return PARTICIPANT if said in {"", NAME} else said


def _is_role(person: Person) -> bool:
    """Whether somebody is called by the role already, as in a deck for the public."""
    same = person.name.casefold() == person.role.casefold()
    return same and not any(word.folded in given_names() for word in words(person.name))


def _add(known: dict[Words, Known], form: Form, name: str, shown: str) -> None:
    before = known.get(form.words)
    if not form.words or (before and before.name == name):
        return
    if before:
        known[form.words] = before._replace(name=" ".join(form.words), shown=NAME)
    else:
        known[form.words] = Known(name, shown, form.sure)


def _masks(
    text: str, written: Sequence[Word], names: Names, lengths: Mapping[str, Sequence[int]]
) -> Iterator[Mask]:
    n = 0
    while n < len(written):
        mask, used = _at(text, written, n, names, lengths)
        if mask:
            yield mask
        n += used


def _humps(text: str, word: Word) -> Iterator[Word]:
    """Yield the words that a word like `fixByAlice` is made up of, or the word itself."""
    inner = [match.start() for match in _HUMP.finditer(text, word.start + 1, word.end)]
    if not inner or word.end - word.start != len(word.folded):
        yield word
        return
    for start, end in pairwise([word.start, *inner, word.end]):
        yield Word(word.folded[start - word.start : end - word.start], start, end)


def _at(
    text: str, written: Sequence[Word], n: int, names: Names, lengths: Mapping[str, Sequence[int]]
) -> tuple[Mask | None, int]:
    """Return the mask of the name that begins with the word `n`, if one does, and its words."""
    for length in lengths.get(written[n].folded, ()):
        for used, tried in ((length, written[n : n + length]), _with_middle(written, n, length)):
            known = names.get(tuple(word.folded for word in tried))
            run = written[n : n + used]
            if known and belong_together(text, run) and is_meant(text, run, known.sure):
                return _mask(text, run, known), used
    return None, 1


def _with_middle(written: Sequence[Word], n: int, length: int) -> tuple[int, Sequence[Word]]:
    """Return the words of a name with an initial behind the first: `Ada B. Example`."""
    run = written[n : n + length + 1]
    if length < 2 or len(run) <= length or len(run[1].folded) > 1:
        return 1, ()
    return length + 1, (run[0], *run[2:])


def _mask(text: str, run: Sequence[Word], known: Known) -> Mask:
    start, end = run[0].start, run[-1].end
    if len(run[-1].folded) == 1 and _INITIAL_ENDS.match(text, end):
        end += 1
    shown = known.shown
    if text[start - 1 : start] == "@":
        start -= 1
    elif is_part_of_name(text, start, end) or is_login(text, start):
        shown = NAME
    if starts_sentence(text, start):
        shown = shown[0].upper() + shown[1:]
    return Mask(start, end, "person", shown, known.name)


def _is_unspaced(form: Words) -> bool:
    joined = "".join(form)
    return len(joined) > 1 and all(map(_UNSPACED.match, joined))


def _within_runs(text: str, names: Mapping[str, Known]) -> Iterator[Mask]:
    """Yield the names in scripts that put no spaces between words."""
    lengths = sorted({*map(len, names)}, reverse=True)
    start = 0
    while start < len(text):
        tried = (text[start : start + length] for length in lengths)
        name = next((one for one in tried if one in names), "")
        if name:
            yield Mask(start, start + len(name), "person", names[name].shown, names[name].name)
        start += max(1, len(name))
