"""Tests of deckgen.tracker."""
