"""Tests of the readers: each fault is told where it stands, in the author's words."""
