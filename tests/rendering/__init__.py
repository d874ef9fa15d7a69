"""Tests of deckgen.rendering."""
