"""The prose of a Markdown document."""

from __future__ import annotations

from benchmarks.markdown_texts import Passage, passages

DOCUMENT = """---
title: front matter
---
# Summary

One line
and the *next* with a [link](https://example.com/target) and `code`.

> A quotation

- An item
  - **Impact**: within another

| Time | Event |
| --- | --- |
| 02:15 | Alert fires |

```
A code block
```

<!-- A comment -->

## Cause of it

The end **in bold** letters.

[link]: https://example.com
"""


def test_paragraphs_items_and_cells_are_passages_under_their_headings() -> None:
    assert list(passages(DOCUMENT)) == [
        Passage("Summary", "One line and the next with a link and `code`."),
        Passage("Summary", "An item"),
        Passage("Impact", "within another"),
        Passage("Impact", "Time"),
        Passage("Impact", "Event"),
        Passage("Impact", "02:15"),
        Passage("Impact", "Alert fires"),
        Passage("Cause of it", "The end in bold letters."),
    ]


def test_an_empty_document_has_none() -> None:
    assert list(passages("")) == []
