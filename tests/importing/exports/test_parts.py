"""An object of an export: fields by type, and what was not read."""

from __future__ import annotations

from datetime import date

from deckgen.importing.draft import Guess
from deckgen.importing.exports.building import DraftBuilder
from deckgen.importing.exports.json_text import Json, JsonObject
from deckgen.importing.exports.parts import Part, keys, oldest_first
from tests.builders import at


def part(value: Json) -> Part:
    return Part(value, "", DraftBuilder(), ("people",))


def rest(value: JsonObject, *read: str, passed_over: str = "") -> list[str]:
    builder = DraftBuilder()
    one = Part(value, "", builder)
    for key in read:
        one.text(key)
    one.leave_rest(keys(passed_over))
    return [it.text for it in builder.left]


def test_fields_have_the_type_that_is_asked_for_or_are_none() -> None:
    one = part({"a": " x ", "n": 3, "f": True, "l": ["y", {"name": "z"}], "o": {"b": "w"}, "": 1})
    assert (one.text("a"), one.text("n"), one.text("f"), one.text("l")) == ("x", "3", None, None)
    assert (one.number("n"), one.number("a"), one.number("f")) == (3, None, None)
    assert (one.flag("f"), one.flag("a"), one.flag("none")) == (True, False, False)
    assert one.names("l") == ["y", "z"]
    assert (one.part("o").text("b"), one.part("a").text("b")) == ("w", None)
    assert [it.text("name") for it in one.parts("l")] == [None, "z"]
    assert one.parts("a", "o", "none") == []


def test_names_of_objects_wherever_they_stand() -> None:
    jsonapi: JsonObject = {"data": {"attributes": {"name": "c"}}}
    assert part(
        {"l": [{"summary": "a"}, {"attributes": {"name": "b"}}, jsonapi, {}, None, 3]}
    ).names("l") == ["a", "b", "c", "3"]
    assert part({"s": {"summary": "a"}}).name("s") == "a"
    assert part({"s": "a"}).name("s") == "a"
    assert part({"s": ["a"]}).name("s") is None


def test_times_and_days() -> None:
    builder = DraftBuilder()
    one = Part({"a": "2025-01-08T02:15:00", "b": "", "c": "soon", "d": True}, "x", builder)
    assert one.instant("b", "c", "d", "a") == at("02:15")
    assert builder.guesses == [
        Guess((), 0, "x.a: '2025-01-08T02:15:00' has no offset; taken as UTC")
    ]
    assert part({"d": "2025-01-15T00:00:00Z"}).day("d") == date(2025, 1, 15)
    assert part({"d": 5}).day("d") is None


def test_what_was_not_read_is_left_with_the_way_to_it() -> None:
    value: JsonObject = {
        "title": "read",
        "words": "not read",
        "list": ["one", {"deep": {"er": "two"}}, 3, None],
        "wrong": ["a list"],
    }
    assert rest(value, "title", "wrong") == [
        "words: not read",
        "list[0]: one",
        "list[1].deep.er: two",
        "wrong[0]: a list",
    ]


def test_what_a_tool_keeps_for_itself_is_not() -> None:
    value: JsonObject = {
        **{key: "x" for key in ("id", "user_id", "taskID", "uuid", "self", "slug", "color")},
        **{key: "x" for key in ("created_at", "updatedTime", "avatar_url", "photoURL", "type")},
        **{"blank": " ", "dash": "--", "never": "0001-01-01T00:00:00Z", "author": {"name": "Ana"}},
    }
    assert rest(value, passed_over="author updatedTime") == []


def test_the_second_of_two_fields_for_one_is_left_unless_it_says_the_same() -> None:
    builder = DraftBuilder()
    one = Part({"a": "Some words", "b": "words", "c": "others"}, "", builder)
    assert one.text("a", "b", "c") == "Some words"
    assert [it.text for it in builder.left] == ["c: others"]


def test_lists_come_oldest_first() -> None:
    times = ["2025-01-08T02:20:00Z", "2025-01-08T02:20:00Z", "2025-01-08T02:15:00Z"]
    parts = part({"l": [{"t": time, "n": n} for n, time in enumerate(times)]}).parts("l")
    assert [it.text("n") for it in oldest_first(parts, "t")] == ["2", "1", "0"]
    assert [it.text("n") for it in oldest_first(parts[::-1], "t")] == ["2", "1", "0"]
    assert oldest_first(parts[:1], "t") == parts[:1]
