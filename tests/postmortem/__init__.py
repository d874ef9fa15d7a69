"""Tests of the document and of what follows from it."""
