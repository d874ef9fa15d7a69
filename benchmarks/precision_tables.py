"""The tables of docs/precision.md, from judged hits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.judgements import Found, Judgement, Key
from deckgen.rules import RULES


def tables(found: Sequence[Found], judged: Mapping[Key, Judgement]) -> str:
    """Return what the rules found and what a bare search would have, as Markdown."""
    by_rule = [hit for hit in found if hit.key[1] in RULES]
    bare = [hit for hit in found if hit.key[1] not in RULES]
    loud = [hit for hit in by_rule if RULES[hit.key[1]].SEVERITY != "info"]
    rows = [_rule_row(rule, by_rule, judged) for rule in _names(by_rule)]
    rows.append(_row("all of warning or error", "", loud, judged))
    given_up = [_bare_row(name, bare, loud, judged) for name in _names(bare)]
    return "\n".join(
        [
            "| rule | severity | documents | hits | true | precision |",
            "| --- | --- | ---: | ---: | ---: | ---: |",
            *rows,
            "",
            "| phrase | hits | true | found by a rule | given up |",
            "| --- | ---: | ---: | ---: | ---: |",
            *given_up,
        ]
    )


def _names(found: Iterable[Found]) -> list[str]:
    """Return the rules or phrases that found something, those with the most hits first."""
    return [name for name, _ in Counter(hit.key[1] for hit in found).most_common()]


def _rule_row(rule: str, found: Sequence[Found], judged: Mapping[Key, Judgement]) -> str:
    of_rule = [hit for hit in found if hit.key[1] == rule]
    return _row(f"`{rule}`", RULES[rule].SEVERITY, of_rule, judged)


def _row(name: str, severity: str, found: Sequence[Found], judged: Mapping[Key, Judgement]) -> str:
    true = len(_true(found, judged))
    share = f"{true / len(found):.0%}" if found else "-"
    documents = len({hit.key[0] for hit in found})
    return f"| {name} | {severity} | {documents} | {len(found)} | {true} | {share} |"


def _bare_row(
    name: str, bare: Sequence[Found], loud: Sequence[Found], judged: Mapping[Key, Judgement]
) -> str:
    hits = [hit for hit in bare if hit.key[1] == name]
    true = _true(hits, judged)
    kept = [hit for hit in true if any(_overlap(hit, other) for other in loud)]
    phrase = name.removeprefix("bare ")
    return f"| {phrase} | {len(hits)} | {len(true)} | {len(kept)} | {len(true) - len(kept)} |"


def _true(found: Iterable[Found], judged: Mapping[Key, Judgement]) -> list[Found]:
    return [hit for hit in found if hit.key in judged and judged[hit.key].is_true]


def _overlap(one: Found, other: Found) -> bool:
    same = (one.key[0], one.loc) == (other.key[0], other.loc)
    return same and one.span[0] < other.span[1] and other.span[0] < one.span[1]
