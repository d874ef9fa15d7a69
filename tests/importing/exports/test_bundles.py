"""The incidents in whatever was saved around them, and what belongs to each."""

from __future__ import annotations

from deckgen.importing.exports.bundles import Bundle, bundles, kinds_of_objects, named_object
from deckgen.importing.exports.json_text import Json, JsonObject

ONE: JsonObject = {"id": "1", "status": "open"}
TWO: JsonObject = {"id": "2", "status": "closed"}


def is_incident(value: JsonObject) -> bool:
    return "status" in value


def found(data: Json) -> list[Bundle]:
    return bundles(data, is_incident)


def test_an_incident_alone_in_an_answer_or_in_a_list() -> None:
    assert found(ONE) == [Bundle(ONE)]
    assert found({"incident": ONE}) == [Bundle(ONE)]
    assert found([ONE]) == [Bundle(ONE)]
    assert found([[{"data": {"incident": ONE}}]]) == [Bundle(ONE)]
    assert found({"incidents": [ONE, TWO]}) == [Bundle(ONE), Bundle(TWO)]


def test_what_stands_beside_it_goes_with_it_by_its_key() -> None:
    notes: list[Json] = [{"text": "a"}]
    assert found({"incident": ONE, "notes": notes, "by": "Ana"}) == [
        Bundle(ONE, {"notes": notes, "by": "Ana"})
    ]


def test_pages_and_answers_one_after_the_other_are_joined() -> None:
    data: Json = [
        {"notes": [{"text": "a"}]},
        {"incident": ONE},
        {"notes": {"data": [{"text": "b"}], "meta": {}}},
    ]
    assert found(data) == [Bundle(ONE, {"notes": [{"text": "a"}, {"text": "b"}]})]


def test_of_several_incidents_each_gets_its_own() -> None:
    notes: list[Json] = [
        {"incident_id": "2"},
        {"incident": {"id": "1"}},
        {"incidentID": 2},
        {"text": "whose?"},
    ]
    assert found({"incidents": [ONE, TWO], "notes": notes}) == [
        Bundle(ONE, {"notes": [notes[1], notes[3]]}),
        Bundle(TWO, {"notes": [notes[0], notes[2]]}),
    ]


def test_an_incident_that_stands_there_several_times_is_one() -> None:
    entry: JsonObject = {"id": "e", "created_at": None, "incident": ONE}
    assert found({"incident": ONE, "log": [entry, entry]}) == [Bundle(ONE, {"log": [entry, entry]})]
    assert found([ONE, ONE]) == [Bundle(ONE)]


def test_an_object_that_holds_the_only_incident_is_around_it() -> None:
    report: JsonObject = {"id": "r", "created_at": None, "incident": ONE, "summary": "x"}
    (bundle,) = found(report)
    assert bundle.incident == ONE
    assert bundle.beside["summary"] == "x"


def test_where_there_is_none_there_is_none() -> None:
    nothing: list[Json] = [None, [], {}, "text", 3, [None, [1]], {"a": {"b": [{"c": 1}]}}]
    for data in nothing:
        assert found(data) == []


def test_one_object_of_each_kind_is_looked_at() -> None:
    data: Json = [{"a": 1}, {"a": 2}, {"type": "x"}, {"type": "y"}, {"attributes": {"b": 1}}]
    kinds = list(kinds_of_objects(data))
    assert kinds == [{"a": 1}, {"type": "x"}, {"type": "y"}, {"attributes": {"b": 1}}, {"b": 1}]


def test_what_the_user_names_is_taken_at_his_word() -> None:
    assert named_object({"incident": {"x": 1}, "n": 2}) == [Bundle({"x": 1}, {"n": 2})]
    assert named_object([{"x": 1}, 3]) == [Bundle({"x": 1})]
    assert named_object({"incidents": [{"x": 1}, {"x": 2}]}) == [Bundle({"x": 1}), Bundle({"x": 2})]
    assert named_object(3) == []
