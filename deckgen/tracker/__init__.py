"""Action items as cards for a tracker: one module for each format that trackers take."""

from deckgen.tracker.cards import Card, cards
from deckgen.tracker.formats import FORMATS, tracker

__all__ = ["FORMATS", "Card", "cards", "tracker"]
