"""The layouts of a quarter's review, by name, in the order in which its deck shows them.

Comes in: the review of a quarter and a page. Goes out: slides with everything placed.
"""

from __future__ import annotations

from deckgen.layout import LayoutOf
from deckgen.quarter.values import QuarterReview
from deckgen_layouts.quarter.actions import QuarterActions
from deckgen_layouts.quarter.appendix_definitions import QuarterAppendixDefinitions
from deckgen_layouts.quarter.appendix_incidents import QuarterAppendixIncidents
from deckgen_layouts.quarter.asks import QuarterAsks
from deckgen_layouts.quarter.factors import QuarterFactors
from deckgen_layouts.quarter.learnings import QuarterLearnings
from deckgen_layouts.quarter.numbers import QuarterNumbers
from deckgen_layouts.quarter.publication import QuarterPublication
from deckgen_layouts.quarter.repeats import QuarterRepeats
from deckgen_layouts.quarter.services import QuarterServices
from deckgen_layouts.quarter.times import QuarterTimes
from deckgen_layouts.quarter.title import QuarterTitle
from deckgen_layouts.quarter.weeks import QuarterWeeks
from deckgen_layouts.quarter.worst import QuarterWorst

QUARTER_LAYOUTS: dict[str, type[LayoutOf[QuarterReview]]] = {
    layout.name: layout
    for layout in (
        QuarterTitle,
        QuarterNumbers,
        QuarterWeeks,
        QuarterServices,
        QuarterTimes,
        QuarterWorst,
        QuarterFactors,
        QuarterRepeats,
        QuarterLearnings,
        QuarterActions,
        QuarterPublication,
        QuarterAsks,
        QuarterAppendixIncidents,
        QuarterAppendixDefinitions,
    )
}
