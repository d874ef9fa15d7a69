"""A postmortem with private things in every text of the model, found by walking its types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import AwareDatetime

from deckgen.policy import Policy
from deckgen.postmortem.fields import Link, Picture, ZoneName
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.record import Record

PICTURE = Picture("img/secret.png", b"planted picture", "png", 8, 8)
MOMENT = datetime(2025, 1, 8, 2, 15, tzinfo=UTC)
LINK = "https://wiki.corp/pages/7"

SECRETS = (
    *("alice", "johnson", "alice.johnson@mail.example", "+49 30 1234567", "10.1.2.3:5432"),
    *("fd00::12:34", "db-01.prod.internal", "wiki.corp", "initech.slack.com", "s3cr3t-pa55"),
    *("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "AKIAIOSFODNN7EXAMPLE", "carol77", "hunter2"),
    *("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "falcon", "cust-4711", "123456789012"),
)
"""What must not be found, in lower or in any case."""

TEXT = (
    "Alice Johnson (alice.johnson@mail.example, +49 30 1234567), @carol77 went to 10.1.2.3:5432, "
    "fd00::12:34 and db-01.prod.internal, see https://initech.slack.com/archives/C1 and "
    "postgres://app:s3cr3t-pa55@db/x, with ghp_16C7e42F292c6912E7710c838347Ae178B4a, "
    "AKIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY and password=hunter2 "
    "for Falcon's CUST-4711, role arn:aws:iam::123456789012:role/x; then A. Johnson left"
)

POLICY = Policy.model_validate(
    {"redaction": {"internal_words": ["Falcon"], "secrets": [r"CUST-\d+"]}}
)

PEOPLE = ({"name": "Alice Johnson", "role": "Incident commander"},)


def planted(text_at: Callable[[str], str], key_at: Callable[[str], str]) -> Postmortem:
    """Return a postmortem whose every text and key is what these say for its place."""
    filled = _Filled(text_at, key_at).record(Postmortem, "")
    return Postmortem.model_validate({**filled, "people": PEOPLE})


class _Filled:
    def __init__(self, text_at: Callable[[str], str], key_at: Callable[[str], str]) -> None:
        self._text_at = text_at
        self._key_at = key_at

    def record(self, kind: type[Record], loc: str) -> dict[str, Any]:
        return {
            name: self._value(field.annotation, list(field.metadata), f"{loc}.{name}")
            for name, field in kind.model_fields.items()
        }

    def _value(self, annotation: Any, marks: list[Any], loc: str) -> Any:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(parts[0], [*marks, *parts[1:]], loc)
        if origin is tuple and parts[-1] is Ellipsis:
            return [self._value(parts[0], [], f"{loc}[0]")]
        if origin is tuple:
            return tuple(self._value(part, [], loc) for part in parts)
        if origin is dict:
            return {self._key_at(loc): self._value(parts[1], [], loc)}
        if parts:
            return self._value(next(part for part in parts if part is not NoneType), marks, loc)
        return self._single(annotation, marks, loc)

    def _single(self, kind: type, marks: list[Any], loc: str) -> Any:
        if issubclass(kind, Record):
            return self.record(kind, loc)
        if issubclass(kind, Enum):
            return next(iter(kind))
        plain: dict[Any, object] = {
            bool: True,
            AwareDatetime: MOMENT,
            date: date(2025, 1, 8),
            float: 1.0,
        }
        plain |= {timedelta: timedelta(minutes=4), Decimal: Decimal(12), Picture: PICTURE}
        if kind is str:
            if ZoneName.__metadata__[-1] in marks:  # type: ignore[attr-defined]
                return "UTC"
            return LINK if Link.__metadata__[-1] in marks else self._text_at(loc)  # type: ignore[attr-defined]
        return plain[kind]
