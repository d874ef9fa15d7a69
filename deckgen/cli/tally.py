"""What a batch did: told as it happens, counted, and summed up in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.cli.progress import Progress
from deckgen.cli.terminal import print_diagnostics
from deckgen.diagnostics import Diagnostic
from deckgen.files import printable_path

if TYPE_CHECKING:
    from deckgen.batch.events import Event
    from deckgen.batch.plan import Plan
    from deckgen.batch.sources import Sources

_SAID = {
    "built": "built",
    "unchanged": "unchanged",
    "kept": "kept as edited",
    "removed": "removed",
    "failed": "failed",
}


class Tally:
    """Counts what became of decks and sources; what several have in common is told once."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._told: set[Diagnostic] = set()

    def take_in(self, plan: Plan, sources: Sources) -> None:
        """Count what is known beforehand, and print the faults of folders."""
        self.counts["unchanged"] = len(plan.unchanged)
        self.counts["failed"] = len(sources.unlisted)
        print_diagnostics(sources.unlisted)

    def tell(self, event: Event, bar: Progress) -> None:
        """Count an event, and say what there is to say about it."""
        from deckgen.batch.events import Built, Failed, Kept, Pruned
        from deckgen.postmortem.wording import count

        if isinstance(event, Built):
            self.counts["built"] += 1
            bar.step(f"{printable_path(event.deck)}: {count(event.slides, 'slide')}")
            bar.print(self._new(event.warnings, event.source))
        elif isinstance(event, Failed):
            self.counts["failed"] += 1
            bar.step()
            bar.print(self._new(event.faults, event.source))
            if event.outdated:
                bar.note(f"{printable_path(event.outdated)}: stays as it was, out of date")
        elif isinstance(event, Pruned):
            self.counts["removed"] += 1
            bar.note(f"{printable_path(event.deck)}: removed, as its source has gone")
        else:
            self.counts["kept"] += isinstance(event, Kept)
            bar.print([event.said])

    def _new(self, diagnostics: Iterable[Diagnostic], source: Path) -> list[Diagnostic]:
        """Return what was not told yet; what is in the source itself is told only once anyway."""
        new = [one for one in dict.fromkeys(diagnostics) if one not in self._told]
        self._told.update(one for one in new if one.path != printable_path(source))
        return new

    def summary(self, seconds: float) -> str:
        """Return the line that a batch ends with, after so many seconds."""
        from deckgen.postmortem.wording import listing

        parts = [f"{self.counts[kind]:,} {said}" for kind, said in _SAID.items()]
        told = [part for part, kind in zip(parts, _SAID, strict=True) if self.counts[kind]]
        rate = f" ({self.counts['built'] / seconds:.1f} a second)" if self.counts["built"] else ""
        return f"{listing(told) or 'nothing to do'} in {seconds:.1f} s{rate}"
