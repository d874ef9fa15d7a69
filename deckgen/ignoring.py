"""A comment `# deckgen: ignore=RULE` that silences nothing.

The finding for which it was written is gone, or it never meant one: its rule is misspelt, it
names none, or it stands in another line. Left standing, it would silence the next finding there
unseen. A comment behind a value speaks of the findings in its line and of those in a text that ends
there, one that has a line to itself of those in the next line; several rules are separated by
commas, and a reason may follow. A rule that is not run, because the policy has switched it off,
makes no ignore of it unused.

Fails:

    summary: Nobody is blamed here  # deckgen: ignore=blame

Passes:

    summary: The on-call forgot to drain it  # deckgen: ignore=blame  agreed with the on-call
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deckgen.diagnostics import Diagnostic, Place, Severity, did_you_mean
from deckgen.readers.ignores import Ignore

ID = "unused-ignore"
SEVERITY: Severity = "warning"


class Placed(NamedTuple):
    """A finding, and the lines in which a comment silences it."""

    finding: Diagnostic
    lines: Collection[int]


class Complaint(NamedTuple):
    """What is wrong with a comment, and where."""

    place: Place
    message: str
    hint: str


@dataclass(frozen=True)
class Silence:
    """What is left to say, how many findings were silenced, and what is wrong with the comments."""

    findings: tuple[Diagnostic, ...]
    silenced: int
    complaints: tuple[Complaint, ...]


def silence(
    found: Iterable[Placed],
    ignores: Sequence[Ignore],
    ran: Collection[str],
    known: Callable[[], Collection[str]],
) -> Silence:
    """Return what the comments leave of what was `found` by the rules that `ran`.

    `known` gives the ids of all rules there are; it is asked only about a rule that did not run.
    """
    meant = {(ignore.line, rule) for ignore in ignores for rule, _ in ignore.rules}
    used: set[tuple[int, str]] = set()
    kept: list[Diagnostic] = []
    silenced = 0
    for finding, lines in found:
        by = {(line, finding.rule) for line in lines} & meant
        used |= by
        silenced += bool(by)
        if not by:
            kept.append(finding)
    left = _lines_by_rule(kept)
    complaints = [it for ignore in ignores for it in _complaints(ignore, used, ran, known, left)]
    return Silence(tuple(kept), silenced, tuple(complaints))


def _lines_by_rule(found: Iterable[Diagnostic]) -> Mapping[str, Sequence[int]]:
    """Return the lines in which each rule finds something, in order."""
    lines: dict[str, list[int]] = {}
    for finding in found:
        lines.setdefault(finding.rule, []).append(finding.line)
    return {rule: sorted(of_rule) for rule, of_rule in lines.items()}


def _complaints(
    ignore: Ignore,
    used: Collection[tuple[int, str]],
    ran: Collection[str],
    known: Callable[[], Collection[str]],
    lines: Mapping[str, Sequence[int]],
) -> Iterator[Complaint]:
    if not ignore.rules:
        hint = "name it: # deckgen: ignore=action-owner"
        yield Complaint(ignore.place, "this comment names no rule to ignore", hint)
    if any(rule == ID for rule, _ in ignore.rules):
        return
    for rule, place in ignore.rules:
        if rule in ran:
            if (ignore.line, rule) not in used:
                message = f"'{rule}' finds nothing here that this comment could silence"
                yield Complaint(place, message, _remedy(place.line, lines.get(rule, ())))
        elif rule not in known():
            hint = did_you_mean(rule, known()) or "docs/rules.md lists the rules"
            yield Complaint(place, f"there is no rule '{rule}' to ignore", hint)


def _remedy(line: int, lines: Sequence[int]) -> str:
    """Return what to do with a comment in `line`; its rule finds something in `lines`."""
    at = bisect_left(lines, line)
    near = min(lines[max(0, at - 1) : at + 1], key=lambda one: abs(one - line), default=0)
    return (
        f"remove it; or move it to line {near}, if that is what it means" if near else "remove it"
    )
