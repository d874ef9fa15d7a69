"""Which services the incidents affected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import period_before
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.shapes import BarChart
from deckgen_layouts.quarter.services import QuarterServices
from tests.layouts.checks import parts, texts_of
from tests.layouts.quarter.reviews import slides_of
from tests.quarter.builders import AS_OF, PERIOD, incident

BEFORE = period_before(PERIOD)


def reviewed(*services: tuple[str, ...], before: tuple[str, ...] = ()) -> QuarterReview:
    incidents = [one(f"INC-{n}", PERIOD.first, names) for n, names in enumerate(services)]
    earlier = [one("OLD", BEFORE.first, before)] if before else []
    return quarter_review([*incidents, *earlier], PERIOD, AS_OF)


def one(id: str, day: date, services: tuple[str, ...]) -> Incident:
    return incident(
        id, day, services=services, severity=Severity.SEV1, lasted=timedelta(minutes=30)
    )


def bars(slide: Slide) -> list[BarChart]:
    return [item for item in parts(slide.items) if isinstance(item, BarChart)]


@pytest.mark.parametrize(
    "drawn",
    [reviewed(), reviewed(("checkout",)), reviewed((), ())],
    ids=["no incident", "one incident", "no service"],
)
def test_where_there_is_nothing_to_compare_there_is_no_slide(drawn: QuarterReview) -> None:
    assert slides_of(QuarterServices, drawn) == []


def test_the_headline_names_the_most_affected_as_it_is_written() -> None:
    [slide] = slides_of(QuarterServices, reviewed(("checkout",), ("checkout", "login"), ()))
    assert slide.title.text == "checkout has 2 of 3 incidents"


def test_the_bars_count_incidents_by_service_whatever_the_case_of_its_name() -> None:
    [slide] = slides_of(QuarterServices, reviewed(("Login", "search"), ("login",), ("Login",)))
    counted = [(chart.categories, [one.values for one in chart.series]) for chart in bars(slide)]
    assert counted == [(("Login", "search"), [(3, 1)])]


def test_the_period_before_stands_below_each_bar() -> None:
    [slide] = slides_of(QuarterServices, reviewed(("a",), ("a",), before=("a",)))
    assert "2025-Q2" in texts_of(slide)


def test_a_few_services_are_cards_below_their_bars() -> None:
    [slide] = slides_of(QuarterServices, reviewed(("checkout",), ("checkout", "login")))
    assert texts_of(slide)[-6:] == [
        *("1h", "checkout", "of impact in 2 incidents, worst SEV1"),
        *("30m", "login", "of impact in 1 incident, worst SEV1"),
    ]


def test_beside_many_bars_stand_the_services_whose_incidents_lasted_longest() -> None:
    [slide] = slides_of(
        QuarterServices, reviewed(("a", "b"), ("a", "c"), ("a", "b", "d", "e", "f"))
    )
    assert texts_of(slide)[-15:] == [
        *("a", "1h 30m of impact", "3 incidents, worst SEV1"),
        *("b", "1h of impact", "2 incidents, worst SEV1"),
        *("c", "30m of impact", "1 incident, worst SEV1"),
        *("d", "30m of impact", "1 incident, worst SEV1"),
        *("e", "30m of impact", "1 incident, worst SEV1"),
    ]


def test_services_without_room_are_counted_on_the_slide_and_named_in_the_notes() -> None:
    names = tuple(f"service {n:02d}" for n in range(40))
    [slide] = slides_of(QuarterServices, reviewed(names, (), names[:1]))
    [chart] = bars(slide)
    rest = 40 - len(chart.categories)
    assert texts_of(slide)[-1] == (
        f"And {rest} more with 1 incident each, in the notes. 1 of 3 incidents names no service"
    )
    notes = "\n".join(slide.notes)
    assert [name for name in names if f"{name}: " not in notes] == []
