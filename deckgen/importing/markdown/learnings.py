"""Actions and the learnings that they answer: by id, though documents write the learning out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import NamedTuple

from deckgen.importing.draft import Left
from deckgen.postmortem.model import FIRST_LEARNING

_LONGEST_ID = 12


class Linked(NamedTuple):
    """The data in which actions refer to learnings by id, and the references that lead nowhere."""

    data: Mapping[str, object]
    left: tuple[Left, ...] = ()


def with_learnings(data: Mapping[str, object]) -> Linked:
    """Return `data` with a learning for each text that an action answers, and its id there."""
    actions, learnings = data.get("actions"), data.get("learnings", [])
    if not isinstance(actions, list) or not isinstance(learnings, list):
        return Linked(data)
    own = _key(data)
    texts = {**_ids(learnings, own), **own}
    if not any("learning" in action for action in actions):
        return Linked(data)
    names = (name for n in count(2) if (name := f"L{n}") not in set(texts.values()))
    linked, left = [], list[Left]()
    for n, action in enumerate(actions):
        said = action.get("learning")
        rest = {key: value for key, value in action.items() if key != "learning"}
        if said is None or said in texts.values():
            linked.append(action)
        elif len(said) <= _LONGEST_ID and said[:1].isalpha() and said[-1:].isdigit():
            linked.append(rest)
            left.append(Left(("actions", n), 0, f"learning: {said}, which is not in the document"))
        else:
            texts.setdefault(said, next(names) if said not in texts else "")
            linked.append({**action, "learning": texts[said]})
    listed = [{"id": name, "text": text} for text, name in texts.items() if text not in own]
    return Linked({**data, "learnings": listed, "actions": linked}, tuple(left))


def _key(data: Mapping[str, object]) -> dict[str, str]:
    """Return the id of the key learning by its statement, where there is one."""
    key = data.get("key_learning")
    if not isinstance(key, dict) or "statement" not in key:
        return {}
    return {str(key["statement"]): str(key.get("id", FIRST_LEARNING))}


def _ids(learnings: list[dict[str, str]], own: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of the learnings by their texts."""
    taken = {FIRST_LEARNING, *own.values(), *(one["id"] for one in learnings if "id" in one)}
    names = (name for n in count(2) if (name := f"L{n}") not in taken)
    return {one["text"]: one.get("id") or next(names) for one in learnings}
