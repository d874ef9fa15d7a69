"""Bad and hostile documents: a clear error, or an honest part of what was meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import InputError
from deckgen.importing.draft import Draft, Guess, draft_yaml
from deckgen.importing.markdown import read_markdown
from deckgen.importing.markdown.decoding import LARGEST_DOCUMENT, MOST_LINES
from deckgen.readers import Folder, parse_postmortem

FOLDER = Path(__file__).parent / "documents"
LINES = sorted(
    {line for file in FOLDER.glob("*.md") for line in file.read_text("utf-8").splitlines()}
)


def read(text: str, name: str = "incident.md") -> Draft:
    (draft,) = read_markdown(text.encode(), name)
    return draft


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_markdown(content, "incident.md")
    return caught.value.diagnostics[0].message


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_document_is_refused(content: bytes) -> None:
    assert refusal(content) == "is empty"


def test_a_web_page_is_refused() -> None:
    assert refusal(b"\n<!DOCTYPE html>\n<html></html>") == "is a web page (HTML), not Markdown"


def test_what_is_no_text_is_refused() -> None:
    assert refusal(b"PK\x03\x04\0\0") == "is not a text file"


def test_a_document_that_is_too_large_is_refused() -> None:
    assert refusal(b"x" * (LARGEST_DOCUMENT + 1)) == "is larger than 5 MB"
    assert refusal(b"x\n" * MOST_LINES) == f"holds more than {MOST_LINES:,} lines"


def test_a_document_without_any_time_says_what_is_missing() -> None:
    draft = read("# Checkout down\n\n## Timeline\n\nNobody wrote one.\n")
    assert draft.missing == ("started_at",)
    assert [left.text for left in draft.left] == ["Nobody wrote one."]


def test_line_ends_of_windows_read_as_others() -> None:
    text = (FOLDER / "minimal.md").read_text("utf-8")
    assert read(text.replace("\n", "\r\n")) == read(text)


def test_latin_1_is_read_and_noted() -> None:
    (draft,) = read_markdown("# Caf\xe9 zu \x96 2024-01-02".encode("latin-1"), "x.md")
    assert draft.data["title"] == "Café zu – 2024-01-02"
    assert Guess((), 0, "the bytes are no UTF-8 and were read as Windows-1252 (Latin-1)") in (
        draft.guesses
    )


def test_characters_that_no_slide_shows_are_spaces() -> None:
    draft = read("# Check\x07out \u202edown\n\n## Timeline\n\n- 2024-01-02 10:00 \x1bfailed\n")
    assert draft.data["title"] == "Check out down"
    assert draft.postmortem().timeline[0].text == "failed"


def test_what_lies_too_deep_is_left() -> None:
    quoted = read("# Down\n\n" + ">" * 1_000 + " deep\n")
    listed = read("# Down\n\n" + "".join(f"{'  ' * depth}- word\n" for depth in range(1_000)))
    assert any("deep" in left.text for left in quoted.left)
    assert draft_yaml(listed).count("word") >= 1_000


def test_links_that_a_slide_cannot_carry_are_left() -> None:
    draft = read(
        "# Down\n\n## Actions\n\n- Fix [it](javascript:alert(1)) [now](ftp://x.example/y)\n"
    )
    assert draft.postmortem().actions[0].link is None
    assert "link: now ftp://x.example/y" in {left.text for left in draft.left}


def test_a_text_that_is_too_long_is_cut_and_the_rest_left() -> None:
    draft = read("# Down\n\n## Summary\n\n" + "word " * 9_000)
    assert len(str(draft.data["summary"])) <= 20_000
    assert sum(left.text.count("word") for left in draft.left) > 4_000


def test_more_items_than_a_list_bears_are_left() -> None:
    draft = read("# Down\n\n## Actions\n\n" + "- do it\n" * 1_005)
    assert len(draft.postmortem().actions) == 1_000
    assert [left.text for left in draft.left] == ["action: do it"] * 5


def test_a_zone_that_the_user_gives_is_for_times_without_one() -> None:
    text = b"# Down\n\n## Timeline\n\n- 2024-01-02 10:00 a\n- 2024-01-02 10:00 UTC b\n"
    (draft,) = read_markdown(text, "x.md", timezone(timedelta(hours=2)))
    ats = [event.at for event in draft.postmortem().timeline]
    assert ats == [datetime(2024, 1, 2, hour, tzinfo=UTC) for hour in (8, 10)]


@pytest.mark.parametrize(
    "matter", ["---\na: [\n---", "---\n- x\n---", "+++\na = \n+++", "---\n" + "[" * 5_000 + "\n---"]
)
def test_front_matter_that_cannot_be_read_is_no_failure(matter: str) -> None:
    assert read(f"{matter}\n\n# Checkout down\n").data["title"] == "Checkout down"


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_whatever_the_lines_a_file_is_made_that_can_be_read(lines: list[str]) -> None:
    text = "\n".join(["words", *lines])
    for draft in read_markdown(text.encode(), "made.md"):
        made = draft_yaml(draft)
        if not draft.missing:
            parse_postmortem(made.encode(), "made.yaml", Folder(Path()))


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        drafts = read_markdown(text.encode("utf-8", "replace"), "made.md")
    except InputError:
        return
    assert all(draft_yaml(draft) for draft in drafts)
