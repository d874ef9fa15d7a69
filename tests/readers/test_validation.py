"""What does not fit the model is told at its place, in the author's words, with what to write."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.readers.files import HEAD, diagnostics, faults, faults_in, hints, said


@dataclass(frozen=True)
class Misfit:
    """A text, the one fault that it has, and what to do about it."""

    text: str
    fault: str
    hint: str


MISFITS = {
    "unknown key": Misfit(
        "sevrity: SEV1\n",
        "3:1 'sevrity' is not a key of a postmortem",
        "did you mean 'severity'?",
    ),
    "unknown key in a list": Misfit(
        "people: [{name: a, role: b, mail: c}]\n",
        "3:29 'mail' is not a key of a person",
        "known keys: name or role",
    ),
    "unknown key without a value": Misfit(
        "folow:\n", "3:1 'folow' is not a key of a postmortem", "did you mean 'follow_up'?"
    ),
    "key without a space": Misfit(
        "timeline: [{at:02:15, text: a}]\n",
        "3:13 'at:02:15' is not a key of an event",
        "a space is missing after the ':', write at: 02:15",
    ),
    "comma in a text": Misfit(
        "timeline: [{at: 02:15, text: Deploy, everywhere, kind: note}]\n",
        "3:38 'everywhere' is not a key of an event",
        "a ',' ends a text in brackets: put the text in quotes",
    ),
    "time as key": Misfit(
        "timeline:\n  - 02:15: Deploy\n",
        "4:5 '02:15' is not a key of an event",
        'write it with keys: - {at: "02:15", text: ...}',
    ),
    "misspelt key that is needed": Misfit(
        "timeline:\n  - at: 02:15\n    txet: a\n",
        "5:5 'txet' is not a key of an event",
        "did you mean 'text'?",
    ),
    "missing key": Misfit("timeline: [{at: 02:15}]\n", "3:12 an event needs 'text'", ""),
    "missing keys": Misfit(
        "evidence: [{alt: a}]\n", "3:12 an evidence needs 'image' and 'caption'", ""
    ),
    "empty text": Misfit("summary: ''\n", "3:10 'summary' is empty", ""),
    "word": Misfit(
        "status: resolvd\n",
        "3:9 'status' cannot be 'resolvd'",
        "did you mean 'resolved'? known: open, mitigated or resolved",
    ),
    "word of other case": Misfit(
        "status: Open\n",
        "3:9 'status' cannot be 'Open'",
        "did you mean 'open'? known: open, mitigated or resolved",
    ),
    "level": Misfit(
        "severity: SEV7\n",
        "3:11 'severity' cannot be 'SEV7'",
        "known: SEV0, SEV1, SEV2, SEV3, SEV4 or SEV5",
    ),
    "list as word": Misfit("status: [open]\n", "3:9 'status' expects one word, found a list", ""),
    "text as list": Misfit(
        "services: pay, cart\n",
        "3:11 'services' expects a list, found 'pay, cart'",
        "write services: [pay, cart]",
    ),
    "dashes without spaces": Misfit(
        "services:\n  -pay\n  -cart\n",
        "4:3 'services' expects a list, found '-pay -cart'",
        "write a space after each '-'",
    ),
    "keys as list": Misfit(
        "actions:\n  action: a\n",
        "4:3 'actions' expects a list, found keys and values",
        "start each item with '- '",
    ),
    "keys as text": Misfit(
        "lessons:\n  went_well:\n    - Rollback: it worked\n",
        "5:7 an item of 'went_well' expects a text, found keys and values",
        "text with ': ' in it needs quotes, write \"Rollback: it worked\"",
    ),
    "list as text": Misfit(
        "summary: [a]\n",
        "3:10 'summary' expects a text, found a list",
        "if the brackets belong to the text, put it in quotes",
    ),
    "text as keys": Misfit(
        "timeline: [02:15 Deploy]\n",
        "3:12 an item of 'timeline' expects keys and values, found '02:15 Deploy'",
        "write it with keys, such as at: ..., text: ...",
    ),
    "list as keys": Misfit(
        "lessons: [a]\n",
        "3:10 'lessons' expects keys and values, found a list",
        "write it with keys, such as went_well: ..., went_wrong: ..., got_lucky: ...",
    ),
    "truth": Misfit("drill: nope\n", "3:8 'drill' expects true or false, found 'nope'", ""),
    "word as number": Misfit(
        "impact: {metrics: [{label: a, value: many}]}\n",
        "3:38 'value' expects a number, found 'many'",
        "write digits, such as 31.5",
    ),
    "grouped number": Misfit(
        "impact: {metrics: [{label: a, value: '12,000.5'}]}\n",
        "3:38 'value' expects a number, found '12,000.5'",
        "write 12000.5",
    ),
    "number with unit": Misfit(
        "impact: {metrics: [{label: a, value: ~31.5 %}]}\n",
        "3:38 'value' expects a number, found '~31.5 %'",
        "write 31.5, and unit: '%'",
    ),
    "number without end": Misfit(
        "impact: {metrics: [{label: a, value: inf}]}\n",
        "3:38 'value' expects a number, found 'inf'",
        "write digits, such as 31.5",
    ),
    "threshold": Misfit(
        "impact: {series: [{label: a, threshold: 1%, points: [[02:15, 1]]}]}\n",
        "3:41 'threshold' expects a number, found '1%'",
        "write 1, and unit: '%'",
    ),
    "point": Misfit(
        "impact: {series: [{label: a, points: [[02:15, 1, 2]]}]}\n",
        "3:39 each item of 'points' is a pair of time and value",
        'write it like ["02:15", 31.5]',
    ),
    "half a point": Misfit(
        "impact: {series: [{label: a, points: [[02:15]]}]}\n",
        "3:39 each item of 'points' is a pair of time and value",
        'write it like ["02:15", 31.5]',
    ),
    "no points": Misfit(
        "impact: {series: [{label: a, points: []}]}\n",
        "3:38 a list holds no readings",
        "write pairs of time and value, or a CSV file's path",
    ),
    "too many series": Misfit(
        "impact: {series: ["
        + "".join(f"{{label: s{n}, points: [[02:15, 1]]}}, " for n in range(25))
        + "]}\n",
        "3:18 'series' has more than 24 items",
        "leave some out",
    ),
    "keys as points": Misfit(
        "impact: {series: [{label: a, points: {b: c}}]}\n",
        "3:38 'points' expects a list, found keys and values",
        "start each item with '- '",
    ),
    "duration": Misfit(
        "reported: {time_to_resolve: soon}\n",
        "3:29 'soon' is not a duration",
        "write it like 65m, 1h 5m or 2d",
    ),
    "list as duration": Misfit(
        "reported: {time_to_resolve: [1h]}\n",
        "3:29 'time_to_resolve' expects a duration such as 65m, found a list",
        "",
    ),
    "link": Misfit(
        "sources: ['javascript:alert(1)']\n",
        "3:11 'javascript:alert(1)' is not a link that a slide may carry",
        "write https://, http:// or mailto:",
    ),
    "headline": Misfit(
        "headlines: {timeline: [a]}\n",
        "3:23 'timeline' expects a text, found a list",
        "if the brackets belong to the text, put it in quotes",
    ),
    "headline without a name": Misfit("headlines: {' ': a}\n", "3:13 ' ' is empty", ""),
}


@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS)
def test_a_misfit_is_told_at_its_place_with_what_to_write(misfit: Misfit) -> None:
    told = [(said(one), one.hint) for one in diagnostics(HEAD + misfit.text)]
    assert told == [(misfit.fault, misfit.hint)]


def test_what_the_root_lacks_is_one_fault() -> None:
    assert faults("id: a\n") == ["1:1 a postmortem needs 'title' and 'started_at'"]
    assert faults("{}\n") == ["1:1 a postmortem needs 'title' and 'started_at'"]
    assert faults("x-a: b\n") == ["1:1 a postmortem needs 'title' and 'started_at'"]


def test_the_known_keys_are_listed_once() -> None:
    text = "people:\n  - {name: a, role: b, mail: c, phone: d}\n"
    assert hints(HEAD + text) == ["known keys: name or role", ""]


def test_a_long_text_is_cut_where_it_is_told() -> None:
    (fault,) = faults_in(f"status: {'open ' * 100}\n")
    assert fault == f"3:9 'status' cannot be '{'open ' * 11}ope …'"


def test_thousands_of_unknown_keys_are_counted_not_listed() -> None:
    told = diagnostics(HEAD + "".join(f"key{n}: a\n" for n in range(10_000)))
    assert len(told) == 51
    assert said(told[49]) == "52:1 'key49' is not a key of a postmortem"
    assert said(told[50]) == "53:1 9,950 more faults from here on"


def test_thousands_of_warnings_do_not_hide_a_fault() -> None:
    text = HEAD + "".join(f"x-{n}: a\ntags{n}: a #1\n" for n in range(100)) + "severity: SEV9\n"
    told = diagnostics(text)
    assert sum(one.severity == "warning" for one in told) == 51
    assert sum(one.severity == "error" for one in told) == 51


def test_keys_whose_names_hold_the_name_of_a_type_are_found() -> None:
    text = "impact: {series: [{label: a, points: [[02:15, x]], threshold: 1}]}\n"
    assert faults_in(text) == ["3:47 an item of 'points' expects a number, found 'x'"]
