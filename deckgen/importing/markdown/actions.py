"""Action items: from lists, checkboxes, tables and paragraphs, with their owners and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.importing.markdown.action_marks import Marked, marked
from deckgen.importing.markdown.action_tables import table_actions
from deckgen.importing.markdown.action_words import completed, kind_of
from deckgen.importing.markdown.blocks import Block, Bullets, Line, Paragraph, Table
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.evidence import Evidence
from deckgen.importing.markdown.found import Found, Remark, left_over
from deckgen.importing.markdown.links import first_link, other_links
from deckgen.importing.markdown.pieces import Piece, is_template, pieces_of
from deckgen.importing.markdown.sections import Section
from deckgen.postmortem.vocabulary import ActionKind, ActionStatus

_ACTIONS = ("actions",)
_GROUP = re.compile(r"^[\w &/-]{3,40}:?$")
_LABEL = re.compile(
    r"^(?:(?:owner|assignee|due(?: date)?|deadline|priority|status)\b\s*[:=]"
    r"|(?:done|completed|closed|finished)(?: on)?\s*[:=]\s*\d{4}-\d\d-\d\d\W*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Group:
    """What a heading or a label above actions says of all of them."""

    kind: ActionKind | None = None
    done: bool = False


def actions(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield the actions of a section; what is no action in it is left."""
    group = _Group(
        kind_of(section.group.text if section.group else ""),
        completed(section.group.text if section.group else section.title.text),
    )
    listed = any(isinstance(block, Bullets | Table) for block in section.blocks)
    numbered = _is_numbered(section.blocks)
    found: list[Found] = []
    for block in section.blocks:
        if isinstance(block, Table):
            found += table_actions(block, evidence, group.kind)
        elif (isinstance(block, Bullets) and not _is_detail(block, found, numbered)) or (
            isinstance(block, Paragraph) and (not listed or _is_marked(block))
        ):
            found += _of_pieces([block], group, text, evidence)
        elif isinstance(block, Paragraph) and _GROUP.match(block.lines[0].text):
            group = replace(group, kind=kind_of(block.lines[0].text) or group.kind)
            found.append(_left(block, text))
        else:
            _leave(block, found, text)
    yield from found


def _is_marked(block: Paragraph) -> bool:
    """Whether a paragraph among lists is an action of its own, as its checkbox shows."""
    return block.lines[0].text[:3].lower() in {"[ ]", "[x]"}


def _left(block: Block, text: Text) -> Found:
    return left_over(_ACTIONS, block.first, text.between(block.first, block.last))


def _leave(block: Block, found: list[Found], text: Text) -> None:
    """Leave a block at the action above it, or at the list where it stands above all."""
    if found and found[-1].many:
        rest = Remark(block.first, text.between(block.first, block.last))
        found[-1] = found[-1]._replace(left=(*found[-1].left, rest))
    else:
        found.append(_left(block, text))


def _is_numbered(blocks: Sequence[Block]) -> bool:
    """Whether numbered items go on behind lists of points, which then belong to them."""
    starts = [block.start for block in blocks if isinstance(block, Bullets)]
    numbers = [start for start in starts if start is not None]
    return len(numbers) > 1 and None in starts and numbers == sorted(set(numbers))


def _is_detail(block: Bullets, found: Sequence[Found], numbered: bool) -> bool:
    value = found[-1].value if found else None
    said = str(value["action"]) if isinstance(value, dict) else ""
    return block.start is None and bool(said) and (numbered or said.endswith(":"))


def _of_pieces(
    blocks: Sequence[Block], group: _Group, text: Text, evidence: Evidence
) -> Iterator[Found]:
    for piece in pieces_of(blocks):
        if not isinstance(piece, Piece) or _is_intro(piece):
            yield left_over(_ACTIONS, piece.first, text.between(piece.first, piece.last))
        elif _is_group(piece):
            inner = replace(group, kind=kind_of(piece.line.text) or group.kind)
            inner = replace(inner, done=group.done or completed(piece.line.text))
            yield left_over(_ACTIONS, piece.first, piece.line.text)
            yield from (_action(one, inner, text, evidence) for one in piece.inner)
        else:
            yield _action(piece, group, text, evidence)


def _is_intro(piece: Piece) -> bool:
    """Whether a paragraph only leads to the actions below it, or is left of a template."""
    words = piece.line.text
    return not words or is_template(words) or (not piece.in_list and words.endswith(":"))


def _is_group(piece: Piece) -> bool:
    """Whether an item is only the label of the items below it, as `Prevention` is."""
    words = piece.line.text.rstrip(":")
    if not piece.inner or len(words) > 40 or any(map(_is_label, piece.inner)):
        return False
    return piece.line.text.endswith(":") or (kind_of(words) is not None and " " not in words)


def _is_label(piece: Piece) -> bool:
    return bool(_LABEL.match(piece.line.text))


def _action(piece: Piece, group: _Group, text: Text, evidence: Evidence) -> Found:
    labels = [one for one in piece.inner if _is_label(one)]
    read = marked(piece.line.text, evidence)
    for label in labels:
        read = _labelled(read, marked(f"x - {label.line.text}", evidence))
    details = [] if labels and len(labels) == len(piece.inner) else list(piece.details)
    return found_action(read, piece.line, group.kind, group.done, text, details)


def _labelled(read: Marked, more: Marked) -> Marked:
    return replace(
        read,
        owner=read.owner or more.owner,
        due=read.due or more.due,
        status=more.status if more.completed else read.status,
        completed=read.completed or more.completed,
        priority=read.priority or more.priority,
        guessed=(*read.guessed, *more.guessed),
    )


def found_action(
    read: Marked,
    line: Line,
    kind: ActionKind | None,
    done: bool,
    text: Text,
    details: Sequence[tuple[int, int]] = (),
) -> Found:
    """Return an action as found, with its link, and what was guessed and left beside it."""
    link = first_link(line.anchors)
    status = read.status or (ActionStatus.DONE if done else None)
    dropped = line.struck and status is None
    value = {
        "action": read.text,
        "kind": kind.value if kind else None,
        "owner": read.owner,
        "due": read.due,
        "status": ActionStatus.DROPPED.value if dropped else status.value if status else None,
        "completed": read.completed,
        "priority": read.priority.value if read.priority else None,
        "link": link,
    }
    guesses = [Remark(line.number, reason, (field,)) for field, reason in read.guessed]
    if dropped:
        guesses.append(Remark(line.number, "struck out, read as dropped", ("status",)))
    left = [Remark(line.number, one) for one in other_links(line.anchors, link, read.text)]
    left += [Remark(line.number, f"picture: {path}") for path in line.pictures]
    left += [Remark(first, text.between(first, last)) for first, last in details]
    kept = {key: one for key, one in value.items() if one is not None}
    return Found(_ACTIONS, kept, line.number, True, tuple(guesses), tuple(left))
