"""The shared checks tell what they found when they fail."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.layouts.checks")
