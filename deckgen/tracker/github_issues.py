"""Cards as GitHub issues: one JSON object a line, each as `gh api` posts it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from deckgen.report.markdown import GitHub
from deckgen.tracker.cards import Card

_REFERENCE = re.compile(r"(?<![\w`])(?:@[A-Za-z0-9][\w/-]*|[\w.-]*(?:/[\w.-]+)?#\d+)")
"""What GitHub would make a mention, which sends a mail, or a reference to another issue."""

_WRITE = GitHub()


def write(cards: Sequence[Card], as_of: date) -> bytes:
    """Return the file of `cards`."""
    lines = (json.dumps(_issue(card), ensure_ascii=False) for card in cards)
    return "".join(f"{line}\n" for line in lines).encode()


def _issue(card: Card) -> dict[str, object]:
    labels = ["postmortem", card.action.kind, card.action.priority]
    return {
        "title": card.title,
        "body": "\n".join(f"- {line}" for line in _lines(card)),
        "labels": [str(label) for label in labels if label],
        "assignees": [card.handle] if card.handle else [],
    }


def _lines(card: Card) -> Iterator[str]:
    for name, value in card.facts():
        yield f"{_WRITE.strong(f'{name}:')} {_quiet(value)}"
    if card.action.link:
        yield f"{_WRITE.strong('Ticket:')} {_WRITE.url(card.action.link)}"


def _quiet(text: str) -> str:
    """Return `text` as Markdown that mentions nobody and refers to no issue."""
    if text.startswith(("https://", "http://")) and " " not in text:
        return _WRITE.url(text)
    pieces, end = [], 0
    for match in _REFERENCE.finditer(text):
        pieces += [_WRITE.escape(text[end : match.start()]), _WRITE.code(match[0])]
        end = match.end()
    return "".join([*pieces, _WRITE.escape(text[end:])])
