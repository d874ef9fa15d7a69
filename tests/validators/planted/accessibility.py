"""Faults of accessibility, each with what `accessibility_findings` says of it."""

from __future__ import annotations

from tests.validators.planted.parts import CORE, MAIN, MASTER, NOTES, THEME, slide
from tests.validators.planted.planting import Fault, both, swap
