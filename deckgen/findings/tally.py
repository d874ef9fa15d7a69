"""How many findings there are, counted while they pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from deckgen.checking import Checked
from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count, listing

FailOn = Literal["error", "warning", "never"]
"""The least severity of a finding that fails a check."""

_FAILING: Mapping[FailOn, tuple[Severity, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "never": (),
}
_NOUNS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


class Tally:
    """Counts sources and their findings."""

    def __init__(self) -> None:
        self._amounts: Counter[Severity] = Counter()
        self._sources = self._unread = self._silenced = 0

    def counting(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Yield what was checked as it is, having counted it."""
        for source in checked:
            self._sources += 1
            self._unread += not source.was_read
            self._silenced += source.silenced
            self._amounts.update(finding.severity for finding in source.findings)
            yield source

    def fails(self, fail_on: FailOn) -> bool:
        """Return whether a source could not be read, or has a finding of such a severity."""
        return self._unread > 0 or any(self._amounts[level] for level in _FAILING[fail_on])

    def summary(self, passed_over: int) -> str:
        """Return one line with the amounts; `passed_over` is how many files were not looked at."""
        amounts = [
            count(self._amounts[level], noun)
            for level, noun in _NOUNS.items()
            if self._amounts[level]
        ]
        more = [
            f"{self._unread:,} could not be read" if self._unread else "",
            f"{self._silenced:,} silenced by comments" if self._silenced else "",
            f"{count(passed_over, 'other YAML file')} passed over" if passed_over else "",
        ]
        found = listing(amounts) or "nothing to object to"
        return "; ".join([f"{count(self._sources, 'postmortem')}: {found}", *filter(None, more)])
