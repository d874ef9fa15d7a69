"""Tests of the generated files in assets/."""
