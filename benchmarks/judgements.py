"""The hits in real postmortems, and the verdicts on them that somebody wrote down after reading."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from deckgen.prose import Loc

FILE = Path(__file__).parent / "language_judgements.tsv"
"""The verdicts on the documents at hand when the word lists were made."""
HOLD_OUT = Path(__file__).parent / "language_judgements_holdout.tsv"
"""The verdicts on documents that nobody had seen, of the rules as they were before these."""

Key = tuple[str, str, str, int]
"""Document, rule, the words in lower case, and the how many-th of these words there, from 1."""


class Found(NamedTuple):
    """One hit: what its verdict is found by, and where it stands."""

    key: Key
    loc: Loc
    span: tuple[int, int]
    text: str


class Judgement(NamedTuple):
    """Whether an exacting reviewer would ask for other words, and why."""

    is_true: bool
    why: str


def read_judgements(file: Path = FILE) -> dict[Key, Judgement]:
    """Return the verdicts in `file` by what they are about."""
    lines = file.read_text(encoding="utf-8").splitlines()[1:]
    return dict(_judgement(line.split("\t")) for line in lines)


def _judgement(cells: list[str]) -> tuple[Key, Judgement]:
    document, rule, words, number, verdict, why = cells
    return (document, rule, words, int(number)), Judgement(verdict == "true", why)
