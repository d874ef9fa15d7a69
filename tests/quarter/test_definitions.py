"""Every figure of a review has its definition, and no definition is of nothing."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from deckgen.policy import Policy
from deckgen.postmortem.model import ActionItem, Postmortem, RootCause
from deckgen.quarter.definitions import DEFINITIONS, Definition
from deckgen.quarter.values import QuarterReview
from tests.quarter.builders import review_of

REVIEW = review_of(40)
NUMBERS = {one.key for one in REVIEW.numbers}
SPREADS = {one.key for one in REVIEW.spreads}
NO_FIGURES = {"period", "before", "as_of", "basis", "numbers", "incidents", "spreads", "asks"}
PARTS = {field.name for field in fields(QuarterReview)} - NO_FIGURES
WITHIN_PARTS = {"age", "completion", "overdue_actions", "publication"}


def test_every_figure_has_a_definition_and_every_definition_a_figure() -> None:
    assert set(DEFINITIONS) == NUMBERS | SPREADS | PARTS | WITHIN_PARTS


@pytest.mark.parametrize("one", DEFINITIONS.values(), ids=list(DEFINITIONS))
def test_a_definition_says_what_is_meant_and_how_it_is_computed(one: Definition) -> None:
    assert one.meaning.endswith(".")
    assert not one.formula.endswith(".")
    assert one.name[0].isupper()
    assert one.least >= 1


def test_a_formula_speaks_of_fields_that_a_postmortem_has() -> None:
    known = {
        *Postmortem.model_fields, *RootCause.model_fields, *ActionItem.model_fields,
        *Policy.model_fields, "in_progress",
    }  # fmt: skip
    named = {
        name
        for one in DEFINITIONS.values()
        for name in re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", one.formula)
    }
    assert len(named) > 8
    assert named <= known


def test_units_are_those_of_the_values() -> None:
    kinds = {"count": int, "share": float}
    for one in REVIEW.numbers:
        unit = DEFINITIONS[one.key].unit
        if unit in kinds:
            assert type(one.value) is kinds[unit], one.key
        else:
            assert not isinstance(one.value, (int, float)), one.key
