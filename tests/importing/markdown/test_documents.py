"""Documents in every form that teams write, and the files that are made of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.importing.draft import Draft, draft_yaml
from deckgen.importing.markdown import read_markdown
from deckgen.readers import Folder, parse_postmortem

FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = sorted(FOLDER.glob("*.md"))


def drafts(document: Path) -> tuple[Draft, ...]:
    return read_markdown(document.read_bytes(), document.name)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) > 20


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_becomes_the_file_beside_it(document: Path) -> None:
    made = "\n".join(map(draft_yaml, drafts(document)))
    assert made == document.with_suffix(".yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_written_is_read_without_a_fault(document: Path) -> None:
    for draft in drafts(document):
        if not draft.missing:
            read = parse_postmortem(
                draft_yaml(draft).encode(), f"{draft.name}.yaml", Folder(Path())
            )
            assert read.postmortem.timeline == draft.postmortem().timeline


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_nothing_of_a_document_is_dropped(document: Path) -> None:
    """Each longer word that is no heading, label or mark stands in the file."""
    made = words("\n".join(map(draft_yaml, drafts(document))))
    text = document.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not re.match(r"\s*(?:#|\+\+\+|---|\|)", line)]
    labels = {
        label for line in lines for label in re.findall(r"^[\W\d]*([A-Za-z() /-]+)\*{0,2}:", line)
    }
    said = {word for line in lines for word in re.findall(r"[A-Za-z]{6,}", line)}
    read = made | words(" ".join(labels)) | _READ_AS_MEANT
    assert {word for word in said if word.casefold() not in read} == set()


_READ_AS_MEANT = {
    *("events", "internal", "completed", "priority", "september", "october", "november"),
    *("authors", "noted", "otherwise", "happened", "unless", "events", "approximations"),
}
"""Words that only say how others are meant, such as the name of a month."""
