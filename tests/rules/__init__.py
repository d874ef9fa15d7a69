"""Tests of deckgen.rules."""
