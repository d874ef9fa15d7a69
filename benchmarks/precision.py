"""How precise the language rules are on real postmortems, every hit of which somebody has judged.

    python -m benchmarks.precision FOLDER [--judgements FILE] [--hits] [--table]

FOLDER holds postmortems in Markdown, which are read as plain texts. Every hit of a rule must have
a verdict in FILE, `language_judgements.tsv` where none is named, and every verdict its hit; else
exit status 1. `--hits` prints every hit in its context, `--table` the tables of docs/precision.md.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.judgements import FILE, Found, Judgement, Key, read_judgements
from benchmarks.markdown_texts import Passage, passages
from benchmarks.precision_tables import tables
from deckgen.policy import Policy
from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc
from deckgen.rule import Case
from deckgen.rules import RULES

LANGUAGE = (
    "blame",
    "counterfactual",
    "human-error",
    "animated-language",
    "vague-claim",
    "person-as-cause",
    "placeholder",
    "ambiguous-zone",
    "vague-word",
)
"""The rules that look at plain words."""

BARE = {
    "bare should have": r"\bshould(?:n['’]t| not)?(?: \w+)? have\b|\bshould['’]ve\b",
    "bare could have": r"\bcould(?:n['’]t| not)?(?: \w+)? have\b|\bcould['’]ve\b",
    "bare would have": r"\bwould(?:n['’]t| not)?(?: \w+)? have\b|\bwould['’]ve\b",
    "bare failed to": r"\bfail(?:s|ed)? to\b",
    "bare did not": r"\bdid(?:n['’]t| not)\b",
    "bare forgot": r"\bforg[eo]t\w*\b",
    "bare mistake": r"\bmistak\w*\b|\baccident\w*\b",
    "bare vague words": r"\b(?:too (?:long|many|much|slow)|various|quickly|immediately|eventually"
    r"|very (?:high|large|long|low)|some time|for now)\b",
}
"""The phrases of the guides, searched for as they stand: the recall to compare with."""

_CAUSE = re.compile(r"cause|contribut|why|analysis|identified", re.IGNORECASE)
_DATE = re.compile(r"20[12]\d-[01]\d-[0-3]\d")
_CONTEXT = 130
_LONGEST_QUOTED = 40


def case_of(document: Path) -> Case:
    """Return `document` as a postmortem: its texts on causes as such, all others as lessons."""
    text = document.read_text(encoding="utf-8")
    found = _DATE.search(document.name + text)
    started = datetime.fromisoformat(found[0] if found else "2020-01-01").replace(tzinfo=UTC)
    causes, others = _parted(passages(text))
    postmortem = Postmortem.model_validate(
        {
            "title": "Document",
            "started_at": started,
            "lessons": {"went_wrong": others},
            "root_cause": {"contributing_factors": [{"text": one} for one in causes]},
        }
    )
    return Case(postmortem, Policy(), started.date())


def _parted(found: Iterable[Passage]) -> tuple[list[str], list[str]]:
    causes: list[str] = []
    others: list[str] = []
    for one in found:
        (causes if _CAUSE.search(one.heading) else others).append(one.text)
    return causes, others


def found_in(document: Path) -> Iterator[Found]:
    """Yield every hit of a language rule and of a bare phrase in `document`."""
    case = case_of(document)
    texts = {one.loc: one.text for one in case.prose}
    counts: Counter[Key] = Counter()
    for rule, loc, span in [*_by_rules(case), *_by_phrases(texts)]:
        words = " ".join(texts[loc][slice(*span)].split())[:_LONGEST_QUOTED]
        counts[key := (document.name, rule, words.lower(), 0)] += 1
        yield Found((*key[:3], counts[key]), loc, span, texts[loc])


def _by_rules(case: Case) -> Iterator[tuple[str, Loc, tuple[int, int]]]:
    for rule in LANGUAGE:
        for finding in RULES[rule].check(case):
            yield rule, finding.loc, finding.span or (0, 0)


def _by_phrases(texts: dict[Loc, str]) -> Iterator[tuple[str, Loc, tuple[int, int]]]:
    for name, pattern in BARE.items():
        for loc, text in texts.items():
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield name, loc, match.span()


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare hits with verdicts and print what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(description="Precision of the language rules on real texts")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--judgements", type=Path, default=FILE, help="the file of verdicts")
    parser.add_argument("--hits", action="store_true", help="print every hit in its context")
    parser.add_argument("--table", action="store_true", help="print the tables as Markdown")
    options = parser.parse_args(arguments)
    documents = sorted(options.folder.glob("*.md"))
    found = [hit for document in documents for hit in found_in(document)]
    judged = read_judgements(options.judgements)
    for hit in found if options.hits else ():
        print(_shown(hit, judged.get(hit.key)))
    if options.table:
        print(tables(found, judged))
    return _compared({hit.key for hit in found}, judged)


def _shown(hit: Found, verdict: Judgement | None) -> str:
    start, end = hit.span
    before, after = hit.text[max(0, start - _CONTEXT) : start], hit.text[end : end + _CONTEXT]
    mark = {True: "true ", False: "false", None: "?    "}[verdict.is_true if verdict else None]
    document, rule, words, number = hit.key
    context = f"{before}[[{hit.text[start:end]}]]{after}"
    return f"{mark}\t{document}\t{rule}\t{words}\t{number}\n\t{context}"


def _compared(found: set[Key], judged: dict[Key, Judgement]) -> int:
    for key in sorted(found - judged.keys()):
        print("no verdict:", *key, sep="\t")
    for key in sorted(judged.keys() - found):
        print("no such hit:", *key, sep="\t")
    return int(found != judged.keys())


if __name__ == "__main__":
    raise SystemExit(main())
