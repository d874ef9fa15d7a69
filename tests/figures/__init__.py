"""Tests of the figures: what they say, and that everything in them has its place."""
