"""The last look at a draft: what a postmortem cannot hold is left, never passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import ValidationError

from deckgen.importing.draft import Draft, Left

_PASSES = 20


def checked(draft: Draft) -> Draft:
    """Return a draft whose data make a postmortem; the fields that do not fit in are left."""
    for _ in range(_PASSES):
        try:
            draft.postmortem()
            return draft
        except ValidationError as error:
            keys = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
            left = tuple(Left((key,), 0, _shown(draft.data, key)) for key in sorted(keys))
            data = {key: value for key, value in draft.data.items() if key not in keys}
            draft = replace(draft, data=data, left=(*draft.left, *left))
    return draft


def _shown(data: Mapping[str, object], key: str) -> str:
    return f"{key}: {data.get(key)}"
