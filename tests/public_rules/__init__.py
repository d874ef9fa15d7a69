"""Tests of deckgen.public_rules."""
