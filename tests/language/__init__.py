"""Tests of deckgen.language."""
