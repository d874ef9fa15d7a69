"""What YAML offers and a postmortem has no use for is refused where it stands."""

from __future__ import annotations

import pytest
import yaml

from deckgen.readers import composer
from tests.readers.files import HEAD, PARSERS, document, faults, faults_in, hints, notices

pytestmark = pytest.mark.parametrize("libyaml", PARSERS)


@pytest.fixture(autouse=True)
def parser(libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)


REFUSED = {
    "alias": ("x: &a 1\nsummary: *a\n", "4:10 in YAML '*a' repeats a value from elsewhere"),
    "anchor": ("summary: &a text\n", "3:10 in YAML '&a' names a value for elsewhere"),
    "merge": ("<<: {summary: a}\n", "3:1 '<<' merges keys from elsewhere"),
    "tag": ("summary: !!str a\n", "3:10 in YAML '!!str' is the type of a value"),
    "own tag": ("services: !list [a]\n", "3:11 in YAML '!list' is the type of a value"),
    "python": ("summary: !!python/name:os.system a\n", "3:10 in YAML '!!python/name:os.system'"),
    "list as key": ("? [a, b]\n: c\n", "3:3 a key must be a text"),
    "keys as key": ("{a: b}: c\n", "3:1 a key must be a text"),
    "null as key": ("~: c\n", "3:1 a key is missing before the ':'"),
    "two documents": ("---\ntitle: b\n", "3:1 a second document starts here"),
}


@pytest.mark.parametrize(("text", "fault"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_refused_at_its_place(text: str, fault: str) -> None:
    assert any(told.startswith(fault) for told in faults_in(text)), faults_in(text)


def test_a_value_that_was_refused_is_no_second_fault() -> None:
    assert faults_in("severity: !x a\nstatus: &y b\ndrill: *z\n") == [
        "3:11 in YAML '!x' is the type of a value, which is not read",
        "4:9 in YAML '&y' names a value for elsewhere, which is not read",
        "5:8 in YAML '*z' repeats a value from elsewhere, which is not read",
    ]


def test_a_doubled_key_names_the_line_of_the_first() -> None:
    text = "summary: a\nimpact: {statement: b, statement: c}\nsummary: d\n"
    assert faults_in(text) == [
        "4:24 the key 'statement' stands here again; the first is in line 4",
        "5:1 the key 'summary' stands here again; the first is in line 3",
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_nesting_without_end_is_refused_at_its_place(text: str) -> None:
    (fault,) = faults(text)
    assert fault.endswith("lists and keys stand more than 50 levels deep")


def test_faults_before_the_nesting_without_end_are_told() -> None:
    anchor, depth = faults_in("summary: &a b\nservices: " + "[" * 100_000)
    assert anchor == "3:10 in YAML '&a' names a value for elsewhere, which is not read"
    assert depth.startswith("4:")


def test_more_values_than_any_incident_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "MOST_VALUES", 1_000)
    assert faults("[" + "1," * 1_001 + "]") == ["1:2000 holds more than 1,000 values"]


@pytest.mark.parametrize("text", ["", "\n\n", "   \n"])
def test_an_empty_file_is_told(text: str) -> None:
    assert faults(text) == ["0:0 the file is empty"]


def test_a_file_of_comments_is_told() -> None:
    assert faults("# title: a\n\n# b\n") == ["0:0 the file holds nothing but comments"]


def test_a_list_is_no_postmortem() -> None:
    assert faults("- title: a\n") == ["1:1 a postmortem is made of keys and values, this is a list"]


def test_a_text_is_no_postmortem() -> None:
    assert faults("title:Checkout\n") == [
        "1:1 a postmortem is made of keys and values, this is a text"
    ]
    assert hints("title:Checkout\n") == ["write a space after the ':' of title"]


def test_scalars_stay_as_they_are_written() -> None:
    text = "id: 012\nservices: [on, no, 1e3, 0x1F, 12:30, 2025-01-08, '', null]\n"
    assert faults_in(text) == [
        "4:50 an item of 'services' is empty",
        "4:54 an item of 'services' expects a text, found nothing",
    ]
    read = document(HEAD + text.replace(", '', null", "")).postmortem
    assert (read.id, read.services) == ("012", ("on", "no", "1e3", "0x1F", "12:30", "2025-01-08"))


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "# later"])
def test_a_key_without_a_value_counts_as_not_written(blank: str) -> None:
    text = f"summary: {blank}\nlessons: {blank}\nimpact:\n  metrics: {blank}\n"
    assert document(HEAD + text).postmortem == document(HEAD).postmortem


def test_a_title_without_a_value_is_told_at_its_key() -> None:
    assert faults("title: null\nstarted_at: 2025-01-08 02:15\n") == ["1:1 'title' has no value"]


def test_keys_of_the_team_are_kept_and_not_read() -> None:
    text = """\
x-team: &team {a: !b [*c]}
impact: {statement: a, x-more: [1, 2]}
timeline: [{at: 02:15, text: b, x-id: {}}]
"""
    plain = "impact: {statement: a}\ntimeline: [{at: 02:15, text: b}]\n"
    assert document(HEAD + text).postmortem == document(HEAD + plain).postmortem
    assert b"x-team" in document(HEAD + text).source


def test_json_is_read() -> None:
    text = '{"title":"Checkout \\u00e9", "started_at": "2025-01-08 02:15", "tags":["a","b"]}'
    read = document(text).postmortem
    assert (read.title, read.tags) == ("Checkout é", ("a", "b"))


def test_json_may_be_indented_with_tabs() -> None:
    text = '{\n\t"title": "a",\n\t"started_at":\t"2025-01-08 02:15",\n\t"sevrity": "SEV1"\n}\n'
    assert faults(text) == ["4:2 'sevrity' is not a key of a postmortem"]


def test_a_tab_between_words_is_a_space() -> None:
    assert document(HEAD + "summary:\ta\tb\t\nservices:\n  -\tpay\n").postmortem.summary == "a b"


def test_a_question_mark_in_brackets_is_a_text() -> None:
    text = "decisions: [Freeze until A1 is done?, Why? Because]\nsources: [https://a.b/c?d=e]\n"
    read = document(HEAD + text).postmortem
    assert read.decisions == ("Freeze until A1 is done?", "Why? Because")
    assert read.sources == ("https://a.b/c?d=e",)


def test_a_comment_that_looks_like_text_is_noticed() -> None:
    assert notices("summary: Deploy #4812 fails\nservices:\n  - pay #1\n") == [
        "3:17 YAML takes '#4812' and what follows for a comment and drops it",
        "5:9 YAML takes '#1' and what follows for a comment and drops it",
    ]


def test_a_comment_that_is_plainly_one_is_not_noticed() -> None:
    text = 'status: open # as of 02:30\nservices: [C#, "a #1"] # all\nsummary: "a" #4812\n#x\n'
    assert notices(text) == []


def test_a_text_that_is_all_comment_is_one_fault() -> None:
    text = "timeline:\n  - at: 02:15\n    text: #4812 is deployed\nservices:\n  - #pay\n"
    assert faults_in(text) == [
        "5:5 'text' has no value",
        "7:4 an item of 'services' expects a text, found nothing",
    ]
    assert hints(HEAD + text) == ["in YAML '#' starts a comment: put the text in quotes"] * 2


def test_an_item_that_goes_on_with_the_text_above_is_noticed() -> None:
    assert notices("services:\n  - pay\n    - cart\n") == [
        "5:5 YAML takes this line for a part of the text above it"
    ]
