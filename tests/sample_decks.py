"""Every sample in every profile, built once for each test process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from deckgen import build
from deckgen.pipeline import Built, Options
from deckgen.profiles import PROFILES

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.yaml"))
AS_OF = date(2025, 1, 20)


@dataclass(frozen=True)
class SampleDeck:
    """A sample and the profile it is built in."""

    source: Path
    profile: str

    @property
    def name(self) -> str:
        """A name for tests and files."""
        return f"{self.source.stem}-{self.profile}"


SAMPLE_DECKS = [SampleDeck(source, profile) for source in SAMPLES for profile in PROFILES]


@cache
def built(sample: SampleDeck) -> Built:
    """Return the deck of a sample."""
    return build(sample.source, Options(sample.profile, as_of=AS_OF))
