"""Tests of deckgen, laid out as the package is."""
