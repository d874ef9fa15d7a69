"""Tests of deckgen.importing."""
