"""The version of deckgen; a deck built by another version may differ in its bytes."""

__version__ = "0.1.0"
