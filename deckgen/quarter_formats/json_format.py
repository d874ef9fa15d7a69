"""A review as JSON, whole: what stands on the slides, and every incident it rests on.

Durations are seconds, days are ISO 8601, shares go from 0 to 1, and what is not known is null.
Where an incident is part of something else, its id stands for it. Where the postmortems lie is left
out: it says nothing to a reader, and would make the file another one on another machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum

from pydantic import BaseModel

from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview

FORMAT = 1
"""Which form the file has; it grows when a key is renamed, removed or means something else."""

LEFT_OUT = frozenset({"path"})
"""Fields that the file does not have."""


def write(review: QuarterReview) -> str:
    """Return the review as JSON."""
    said: dict[str, object] = {"format": FORMAT}
    for field in fields(review):
        value = getattr(review, field.name)
        whole = field.name == "incidents"
        said[field.name] = [_fields(one) for one in value] if whole else plain(value)
    said["definitions"] = [plain(one) for one in DEFINITIONS.values()]
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def plain(value: object) -> object:
    """Return `value` as JSON has it."""
    if isinstance(value, Incident):
        return value.id
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {"none" if key is None else str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, timedelta):
        return round(value.total_seconds())
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _fields(value: object) -> dict[str, object]:
    assert is_dataclass(value), value
    names = [field.name for field in fields(value)]
    return {name: plain(getattr(value, name)) for name in names if name not in LEFT_OUT}
