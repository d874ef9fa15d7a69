"""Every text reads in Markdown as it was written, wherever it stands."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckgen.report.flavour import Table
from deckgen.report.markdown import Confluence, GitHub, escape_markdown


def _unchanged(url: str) -> str:
    return url


_RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_RENDERER.normalizeLinkText = _unchanged  # type: ignore[method-assign, assignment]
_MARKUP = st.text("ab1 *_`~[]()<>#+-=.!|\\&;:$/\"'{}é\u200b🔥", max_size=30)
TEXTS = _MARKUP.map(lambda text: " ".join(text.split())).filter(bool)


def shown(markdown: str) -> str:
    """Return what a reader sees of `markdown`, without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", _RENDERER.render(markdown))).strip()


def tags(markdown: str) -> set[str]:
    return set(re.findall(r"</?(\w+)", _RENDERER.render(markdown)))


@given(TEXTS)
@example("see https://a.example/b_c?d=1&copy;2. Or https://a.example/(x)")
@example("C #")
@example("\\#")
@example("1. x")
@example("__init__ and ___")
def test_a_text_is_shown_as_it_was_written(text: str) -> None:
    written = escape_markdown(text)
    assert shown(written) == text
    assert tags(written) <= {"p", "a"}
    assert shown(f"# {written}") == text
    assert tags(f"# {written}") <= {"h1", "a"}
    assert shown(f"- {written}") == text
    assert tags(f"- {written}") <= {"ul", "li", "a"}


@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_a_cell_is_shown_as_it_was_written(texts: list[str]) -> None:
    first, second, third = texts
    write = GitHub()
    table = Table(("A", "B", "C"), ((first, write.strong(second), write.code(third)),))
    rendered = _RENDERER.render(write.table(table))
    cells = re.findall(r"<td>(.*?)</td>", rendered)
    assert [html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in cells] == texts


@given(st.text("ab/()[]<>*_`|\\&;#?=.,!~'\"@$^{}", max_size=20), TEXTS)
def test_a_link_leads_where_it_should_and_reads_as_it_should(path: str, text: str) -> None:
    parser = MarkdownIt("commonmark")
    parser.normalizeLink = parser.normalizeLinkText = _unchanged  # type: ignore[method-assign, assignment]
    url = f"https://a.example/{path}"
    for written, told in ((GitHub().link(text, url), text), (GitHub().url(url), url)):
        opened, *rest = parser.parse(written)[1].children or []
        assert opened.attrGet("href") == url
        assert "".join(token.content for token in rest) == told


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Deploy #4812 takes 45% of p99_latency", "Deploy #4812 takes 45% of p99_latency"),
        ("a|b *c* <d>", r"a\|b \*c\* \<d>"),
        ("- a", r"\- a"),
        ("12,000 at $5", "12,000 at $5"),
        ("$5 and $6", r"\$5 and \$6"),
        ("AT&T and &amp;", r"AT&T and \&amp;"),
        ("See https://a.example/b_c.", "See <https://a.example/b_c>."),
    ],
)
def test_no_more_is_escaped_than_must_be(text: str, written: str) -> None:
    assert escape_markdown(text) == written


def test_code_with_a_pipe_is_bold_so_that_it_can_stand_in_a_table() -> None:
    assert GitHub().code("a`b") == "``a`b``"
    assert GitHub().code("`a") == "`` `a ``"
    assert GitHub().code("a|b") == r"**a\|b**"


def test_a_picture_is_shown_by_github_and_uploaded_by_hand_to_confluence() -> None:
    assert GitHub().picture("All [is] well", "img/a b.png") == r"![All \[is\] well](img/a%20b.png)"
    assert Confluence().picture("All is well", "a.png") == (
        "*Picture to insert here: a.png.* All is well"
    )
