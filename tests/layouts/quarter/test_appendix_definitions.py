"""The appendix of definitions: every figure with its formula, and what it rests on."""

from __future__ import annotations

from itertools import chain

import pytest

from deckgen.postmortem.wording import sentence
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import Basis
from deckgen_layouts.quarter.appendix_definitions import QuarterAppendixDefinitions
from tests.layouts.checks import cell_texts, tables
from tests.layouts.quarter.reviews import review, slides_of


def test_every_figure_stands_there_with_meaning_formula_and_least_basis() -> None:
    found = tables(slides_of(QuarterAppendixDefinitions, review()))
    rows = list(chain.from_iterable(cell_texts(table)[1:] for table in found))
    assert rows == [
        [one.name, one.meaning, sentence(one.formula), str(one.least) if one.least > 1 else "–"]
        for one in DEFINITIONS.values()
    ]


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        (
            Basis(7, 3, 0, 0, 3, 0),
            "The figures rest on 7 incidents and on 3 earlier incidents.",
        ),
        (
            Basis(1, 0, 2, 1, 5, 4),
            "The figures rest on 1 incident and on 1 earlier incident; 2 exercises left out; "
            "4 later incidents left out; 1 file with faults, not read.",
        ),
    ],
)
def test_the_notes_say_what_the_figures_rest_on(basis: Basis, told: str) -> None:
    slides = slides_of(QuarterAppendixDefinitions, review(basis=basis))
    assert [told in slide.notes for slide in slides] == [True] * len(slides)
