"""The built-in layouts, by name, in the order in which a deck shows them.

Comes in: a postmortem and a page. Goes out: slides with everything placed.
"""

from __future__ import annotations

from deckgen.layout import Layout
from deckgen_layouts.actions import Actions
from deckgen_layouts.appendix_measures import AppendixMeasures
from deckgen_layouts.appendix_timeline import AppendixTimeline
from deckgen_layouts.at_a_glance import AtAGlance
from deckgen_layouts.contributing_factors import ContributingFactors
from deckgen_layouts.cover import Cover
from deckgen_layouts.decisions import Decisions
from deckgen_layouts.evidence import Evidence
from deckgen_layouts.impact import Impact
from deckgen_layouts.key_learning import KeyLearning
from deckgen_layouts.lessons import Lessons
from deckgen_layouts.one_page import OnePage
from deckgen_layouts.timeline import Timeline
from deckgen_layouts.what_happened import WhatHappened

BUILTIN: dict[str, type[Layout]] = {
    layout.name: layout
    for layout in (
        Cover,
        AtAGlance,
        Timeline,
        Impact,
        WhatHappened,
        ContributingFactors,
        Lessons,
        KeyLearning,
        Actions,
        Decisions,
        Evidence,
        AppendixTimeline,
        AppendixMeasures,
        OnePage,
    )
}
