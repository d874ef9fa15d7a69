"""Long texts in messages that are short enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.report.messages import messages

_PARAGRAPHS = st.lists(
    st.lists(st.text("ab *", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
).map(lambda paragraphs: "\n\n".join("\n".join(map(str.strip, lines)) for lines in paragraphs))


@given(_PARAGRAPHS, st.integers(10, 200))
def test_no_message_is_too_long_and_no_word_is_lost(text: str, longest: int) -> None:
    parts = messages(text, longest)
    assert max(map(len, parts)) <= longest
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_without_a_limit_stays_whole() -> None:
    assert messages("a\n\nb", None) == ["a\n\nb"]


def test_a_line_in_bold_stays_with_what_follows_it() -> None:
    assert messages("aaaa\n\n*Head*\n\nbbbb", 14) == ["aaaa", "*Head*\n\nbbbb"]
