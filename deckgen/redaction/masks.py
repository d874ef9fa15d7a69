"""What must not be shown in a text, and the text with something else in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import unquote

from deckgen.postmortem.fields import LONGEST_TEXT
from deckgen.redaction.flat import flat

Kind = Literal[
    "person", "handle", "e-mail address", "phone number", "network address", "host", "link",
    "token", "word",
]  # fmt: skip
"""What a mask hides."""

EMAIL, PHONE, ADDRESS, HOST = "[e-mail]", "[phone]", "[IP]", "[host]"
HANDLE, LINK, TOKEN, NAME, WORD = "[handle]", "[link]", "[token]", "[name]", "[redacted]"

_SHOWN = re.compile(r"\[(?:e-mail|phone|IP|host|handle|link|token|name|redacted)\]")
_WEB_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://(?:[^\s<>\"'`|\\^{}\]]|\](?!\())+", re.IGNORECASE
)
_MOST_PASSES = 4


class Mask(NamedTuple):
    """The characters from `start` up to `end` of a text, and what is `shown` in their place.

    `thing` names what is hidden: one person has many names, and counts once.
    """

    start: int
    end: int
    kind: Kind
    shown: str
    thing: str


Finder = Callable[[str], Iterable[Mask]]
"""Finds what must not be shown in a text; masks of one finder may overlap those of another."""


def masks_in(text: str, finders: Sequence[Finder]) -> tuple[Mask, ...]:
    """Return what `finders` find in `text`, in order and apart from each other.

    Where masks overlap, one hides all of their characters; it is of the kind of the longest. A web
    address of which a part is hidden is hidden as a whole. What is shown in place of something
    is not looked into. A text is looked at as it is written and as it reads.
    """
    shown = [match.span() for match in _SHOWN.finditer(text)]
    found = [*_found(text, finders), *_encoded(text, finders)]
    if not found:
        return ()
    found = [mask for mask in _united(found) if not _within(mask, shown)]
    return tuple(_united([*found, *_touched(text, found)]))


def masked(text: str, finders: Sequence[Finder]) -> str:
    """Return `text` with everything hidden that `finders` find, at most as long as a text may be.

    What is shown instead may bring new things together. So a text is looked at until nothing
    is found in it; one in which something always is found is hidden as a whole.
    """
    for _ in range(_MOST_PASSES):
        masks = masks_in(text, finders)
        if not masks:
            return text
        text = _clipped(_with(text, masks))
    return text if not masks_in(text, finders) else WORD


def trimmed_end(text: str, start: int, end: int) -> int:
    """Return where an address in `text` ends without the marks of the sentence behind it."""
    while end > start and (
        text[end - 1] in ".,;:!?*_"
        or (text[end - 1] in ")]" and text.find("(["[text[end - 1] == "]"], start, end) < 0)
    ):
        end -= 1
    return end


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each `scheme://...` in `text`, without the marks of the sentence."""
    if "://" in text:
        for match in _WEB_ADDRESS.finditer(text):
            yield match.start(), trimmed_end(text, *match.span())


def _found(text: str, finders: Sequence[Finder]) -> Iterator[Mask]:
    for finder in finders:
        yield from (mask for mask in finder(text) if mask.start < mask.end)
    if text.isascii():
        return
    reads = flat(text)
    if reads.text != text:
        for finder in finders:
            for mask in finder(reads.text):
                if mask.start < mask.end:
                    start, end = reads.written(mask.start, mask.end)
                    yield mask._replace(start=start, end=end)


def _encoded(text: str, finders: Sequence[Finder]) -> Iterator[Mask]:
    """Yield a mask for each web address with something private in percent signs: `M%C3%BCller`."""
    for start, end in web_addresses(text) if "%" in text else ():
        plain = unquote(text[start:end])
        if plain != text[start:end] and next(_found(plain, finders), None):
            yield Mask(start, end, "link", LINK, text[start:end])


def _with(text: str, masks: Iterable[Mask]) -> str:
    pieces, last = [], 0
    for mask in masks:
        pieces += [text[last : mask.start], mask.shown]
        last = mask.end
    return "".join([*pieces, text[last:]])


def _clipped(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    return text[: LONGEST_TEXT - 1].rpartition(" ")[0].rstrip() + "…"


def _united(found: Iterable[Mask]) -> list[Mask]:
    """Return the masks in order, those that overlap as one."""
    united: list[Mask] = []
    longest = 0
    for mask in sorted(found, key=lambda mask: (mask.start, -mask.end)):
        length = mask.end - mask.start
        if not united or mask.start >= united[-1].end:
            united.append(mask)
            longest = length
            continue
        before = united[-1]
        told = mask if length > longest else before
        longest = max(longest, length)
        united[-1] = told._replace(start=before.start, end=max(before.end, mask.end))
    return united


def _within(mask: Mask, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mask.start and mask.end <= end for start, end in spans)


def _touched(text: str, found: Sequence[Mask]) -> Iterator[Mask]:
    """Yield a mask for each web address of which a part is hidden."""
    masks = iter(found)
    mask = next(masks, None)
    for start, end in web_addresses(text):
        while mask and mask.end <= start:
            mask = next(masks, None)
        if mask and mask.start < end and (mask.start > start or mask.end < end):
            yield Mask(start, end, "link", LINK, text[start:end])
