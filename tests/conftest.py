"""How hypothesis searches: without a deadline, since machines of continuous integration are slow.

`HYPOTHESIS_PROFILE=thorough` searches ten times as long.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
