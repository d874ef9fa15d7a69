"""What `deckgen import` finds in real documents, beside what somebody counted in them.

    python -m benchmarks.import_corpus FOLDER [--table] [--wrong] [--build] [--expected FOLDER]

FOLDER holds the documents, in Markdown; what stands in them is written down in `import_corpus/`.
Prints the counts of every document, and with `--table` the table of docs/import.md instead. With
`--wrong` also every instant is printed that was missed or that nobody counted, and with `--build` a
deck is made of every draft, and what the validators find in it is printed.

Exit status 1 where fewer than 90 % of the events have the right instant or fewer than 85 % of the
action items are found, where a wrong instant stands without a guess, or where a deck cannot be
built or has a finding.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.import_expected import FOLDER, read_expected
from benchmarks.import_scores import Score, differences, score

if TYPE_CHECKING:
    from deckgen.importing.draft import Draft

EVENTS_RIGHT = 0.90
ACTIONS_FOUND = 0.85

COLUMNS: Mapping[str, str] = {
    "events": "events",
    "right": "right",
    "guessed_wrong": "wrong, guess noted",
    "wrong": "wrong",
    "missed": "missed",
    "extra": "extra",
    "actions": "actions",
    "actions_found": "found",
    "actions_extra": "extra",
    "milestones": "milestones",
    "milestones_right": "right",
    "milestones_wrong": "wrong",
    "milestones_missed": "missed",
}
"""The counts in the order of the table, with the heads of its columns."""

_PATH_PARTS = re.compile(r"(?<!-)__")
"""What stands between folders in a document's name; behind a dash it is two blanks."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare every document, print what was asked for, and return the exit status."""
    options = _options(arguments)
    documents = sorted(options.folder.glob("*.md"))
    drafts = {document: _drafts(document) for document in documents}
    expected = {document: read_expected(document, options.expected) for document in documents}
    scores = {
        document.name: score(drafts[document], expected[document], _text(document))
        for document in documents
    }
    total = reduce(add, scores.values(), Score())
    print(table(scores, total) if options.table else _listed(scores, total))
    for document in documents if options.wrong else ():
        for difference in differences(drafts[document], expected[document]):
            print(f"{document.name}: {difference}")
    complained = complaints(total) + (_deck_findings(drafts) if options.build else [])
    for complaint in complained:
        print(complaint)
    return int(bool(complained))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What an import finds in real documents")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--expected", type=Path, default=FOLDER, help="the folder of the counts")
    parser.add_argument("--table", action="store_true", help="print the table as Markdown")
    parser.add_argument("--wrong", action="store_true", help="print each instant not as counted")
    parser.add_argument("--build", action="store_true", help="build and judge a deck of each draft")
    return parser.parse_args(arguments)


def complaints(total: Score) -> list[str]:
    """Return what is not as good as it has to be."""
    found = []
    if total.right < EVENTS_RIGHT * total.events:
        found.append(f"events right: {_share(total.right, total.events)}, not {EVENTS_RIGHT:.0%}")
    if total.actions_found < ACTIONS_FOUND * total.actions:
        share = _share(total.actions_found, total.actions)
        found.append(f"actions found: {share}, not {ACTIONS_FOUND:.0%}")
    if total.wrong:
        found.append(f"wrong instants without a guess: {total.wrong}")
    return found


def table(scores: Mapping[str, Score], total: Score) -> str:
    """Return the scores by document and their sum, as Markdown."""
    head = ["document", *COLUMNS.values()]
    rows = [_row(_short(name), one) for name, one in scores.items()]
    shares = (
        f"Of {len(scores)} documents: {_share(total.right, total.events)} of the events with the "
        f"right instant, {_share(total.actions_found, total.actions)} of the action items, "
        f"{_share(total.milestones_right, total.milestones)} of the milestones."
    )
    rule = ["---", *(["---:"] * len(COLUMNS))]
    return "\n".join([_cells(head), _cells(rule), *rows, _row("**all**", total), "", shares])


def _listed(scores: Mapping[str, Score], total: Score) -> str:
    return "\n".join(
        f"{name}\n    {_counts(one)}" for name, one in {**scores, "all": total}.items()
    )


def _counts(one: Score) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')} {count}" for name in COLUMNS if (count := getattr(one, name))
    )


def _row(name: str, one: Score) -> str:
    return _cells([name, *(str(getattr(one, column)) for column in COLUMNS)])


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _short(name: str) -> str:
    """Return a document's organisation, where its name begins with it, and file: `dfds: 001`."""
    parts = _PATH_PARTS.split(name.removesuffix(".md"))
    last = " ".join(parts[-1].replace("_", " ").split())
    return f"{parts[0]}: {last}" if len(parts) > 1 else last


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _text(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def _drafts(document: Path) -> tuple[Draft, ...]:
    from deckgen.importing.markdown import read_markdown

    return read_markdown(document.read_bytes(), document.name)


def _deck_findings(drafts: Mapping[Path, Sequence[Draft]]) -> list[str]:
    """Return what keeps drafts from becoming decks, and what the validators find in the decks."""
    from benchmarks.import_decks import deck_findings

    return [
        f"{document.name}: {finding}"
        for document, found in drafts.items()
        for draft in found
        for finding in deck_findings(draft)
    ]


if __name__ == "__main__":
    raise SystemExit(main())
