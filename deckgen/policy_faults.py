"""From the keys of a policy file to a `Policy`, or to all that is wrong with them at once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of
from deckgen.policy import Level, Policy, RedactionPolicy, SeverityLevel, Words
from deckgen.postmortem.vocabulary import Severity
from deckgen.toml_files import TomlFile, keys_of, worded

_NUMBER = "is a number, without quotation marks"
_WORDING = {
    "int_type": "is a whole number, without quotation marks",
    "int_from_float": "is a whole number",
    "float_type": _NUMBER,
    "finite_number": "is a finite number",
    "greater_than_equal": "is at least {ge:g}",
    "less_than_equal": "is at most {le:g}",
    "too_short": "is empty",
    "string_too_short": "is empty",
    "literal_error": "{input!r} is no severity of findings",
}
"""What is said of faults by the types that pydantic gives them."""

_LONGEST_SHOWN = 60

_TABLES: Mapping[tuple[str, ...], type[BaseModel]] = {
    (): Policy,
    ("words",): Words,
    ("redaction",): RedactionPolicy,
}


def policy_of(file: TomlFile, above: Sequence[str]) -> Policy:
    """Return the policy that the data of `file` says; they stand in the table `above`.

    Raises InputError with every fault.
    """
    faults = [*_twice(file.data), *_unknown_rules(file.data), *_bad_patterns(file.data)]
    policy = Policy()
    try:
        policy = Policy.model_validate(file.data)
    except ValidationError as error:
        faults += [_fault(detail) for detail in error.errors(include_url=False)]
    else:
        faults += _names_twice(policy)
    if faults:
        raise InputError(_told(file, above, fault) for fault in faults)
    return policy


_Fault = tuple[Sequence[str], str, str]
"""The keys that lead to what is wrong, what it is, and what to do."""


def _told(file: TomlFile, above: Sequence[str], fault: _Fault) -> Diagnostic:
    keys, message, hint = fault
    return file.told([*above, *keys], f"{'.'.join(keys)}: {message}", hint)


def _fault(detail: ErrorDetails) -> _Fault:
    keys = keys_of(detail)
    kind = detail["type"]
    if kind == "extra_forbidden":
        model = _TABLES.get(tuple(keys[:-1]), SeverityLevel)
        return keys, "there is no such key", _near(keys[-1], model.model_fields)
    if kind == "enum":
        return keys, "there is no such severity", f"known: {one_of(list(Severity))}"
    hint = ""
    if kind == "literal_error":
        hint = _near(str(detail["input"]), get_args(Level))
    return keys, worded(detail, _WORDING), hint


def _near(word: str, known: Iterable[str]) -> str:
    known = list(known)
    return f"{did_you_mean(word, known)} known: {one_of(known)}".strip()


def _twice(data: Mapping[str, object]) -> Iterator[_Fault]:
    """Yield the severities that are written twice, such as `SEV1` and `sev1`."""
    written: dict[Severity, str] = {}
    for key in _table(data, "severities"):
        try:
            first = written.setdefault(Severity(key), key)
        except ValueError:
            continue
        if first != key:
            hint = "keep one of the two"
            yield ["severities", key], f"the same severity stands as {first!r}, too", hint


def _unknown_rules(data: Mapping[str, object]) -> Iterator[_Fault]:
    from deckgen.manual import INPUT, settable_rules  # late: it imports every rule

    rules = _table(data, "rules")
    known = settable_rules() if rules else ()
    for rule in rules:
        if rule == INPUT:
            yield ["rules", rule], "no policy changes this rule", "remove the line"
        elif rule not in known:
            hint = did_you_mean(rule, known) or "docs/rules.md lists the rules"
            yield ["rules", rule], "there is no such rule", hint


def _bad_patterns(data: Mapping[str, object]) -> Iterator[_Fault]:
    from deckgen.redaction import faulty_secret  # late: hardly any policy needs it

    patterns = _table(data, "redaction").get("secrets")
    for pattern in patterns if isinstance(patterns, list) else ():
        if not isinstance(pattern, str):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Python may read otherwise some day
            wrong = faulty_secret(pattern)
        if wrong:
            message = f"{pattern[:_LONGEST_SHOWN]!r} {wrong}"
            yield ["redaction", "secrets"], message, "write it as Python's module re reads it"


def _names_twice(policy: Policy) -> Iterator[_Fault]:
    """Yield the names that two severities have, or that are another severity's own."""
    taken: dict[str, Severity] = {severity.casefold(): severity for severity in Severity}
    for severity, level in policy.severities.items():
        for name in level.names:
            owner = taken.setdefault(name.casefold(), severity)
            if owner is not severity:
                keys = ["severities", severity, "names"]
                yield keys, f"{name!r} is a name of {owner}, too", "keep one of the two"


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}
