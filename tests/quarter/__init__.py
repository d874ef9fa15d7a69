"""Tests of a quarter's figures: each is what its definition says, on a basis that is told."""
