"""Tests of what several rules ask."""
