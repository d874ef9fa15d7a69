"""Tests of deckgen.findings."""
