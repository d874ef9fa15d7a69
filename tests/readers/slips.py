"""Slips of YAML's syntax: what is said of each, what to write, and what it is read as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """A text, what is said of it, what to write, and the value that it is read as."""

    text: str
    fault: str
    hint: str
    value: object


SLIPS = {
    "colon": Slip(
        "title: Checkout: down # now\nid: a\n",
        "1:16 a text with ': ' in it needs quotes",
        'write title: "Checkout: down"',
        {"title": "Checkout: down", "id": "a"},
    ),
    "colon at the end": Slip(
        "title: Checkout down:\nid: a\n",
        "1:21 a text with ': ' in it needs quotes",
        'write title: "Checkout down:"',
        {"title": "Checkout down:", "id": "a"},
    ),
    "colon in an item": Slip(
        "services:\n  - Pay: timed: out\n  - b\n",
        "2:15 a text with ': ' in it needs quotes",
        'write - "Pay: timed: out"',
        {"services": ["Pay: timed: out", "b"]},
    ),
    "colon in an event": Slip(
        "timeline:\n  - text: Pay: out\n",
        "2:14 a text with ': ' in it needs quotes",
        'write - text: "Pay: out"',
        {"timeline": [{"text": "Pay: out"}]},
    ),
    "colon and quotes": Slip(
        'title: Pay: "out"\n',
        "1:11 a text with ': ' in it needs quotes",
        "write title: 'Pay: \"out\"'",
        {"title": 'Pay: "out"'},
    ),
    "colon in brackets": Slip(
        'timeline: [{at: "02:15", text: Deploy: all, kind: note}]\n',
        "1:38 a text with ': ' in it needs quotes",
        'write text: "Deploy: all"',
        {"timeline": [{"at": "02:15", "text": "Deploy: all", "kind": "note"}]},
    ),
    "colon in a text over lines": Slip(
        "summary: First line\n  isn't: all\nid: a\n",
        "2:8 a text over several lines with ': ' in it needs a '>' before it",
        "write 'summary: >' and the whole text below it, indented",
        {"summary": "First line isn't: all", "id": "a"},
    ),
    "long text": Slip(
        f"title: Checkout: {'down ' * 20}\n",
        "1:16 a text with ': ' in it needs quotes",
        f'write title: "Checkout: {"down " * 9}dow …"',
        {"title": f"Checkout: {'down ' * 20}".rstrip()},
    ),
    "at sign": Slip(
        "id: @sre #4812 x\n",
        "1:5 a text that starts with '@' needs quotes",
        'write id: "@sre #4812 x"',
        {"id": "@sre #4812 x"},
    ),
    "at sign in an item": Slip(
        "services:\n  - @sre # us\n",
        "2:5 a text that starts with '@' needs quotes",
        'write - "@sre"',
        {"services": ["@sre"]},
    ),
    "at sign in brackets": Slip(
        "services: [@sre, b]\n",
        "1:12 a text that starts with '@' needs quotes",
        'write "@sre"',
        {"services": ["@sre", "b"]},
    ),
    "at sign in brackets over lines": Slip(
        "services: [\n  a,\n  @sre, b\n]\n",
        "3:3 a text that starts with '@' needs quotes",
        'write "@sre"',
        {"services": ["a", "@sre", "b"]},
    ),
    "percent sign": Slip(
        "title: %d failed\n",
        "1:8 a text that starts with '%' needs quotes",
        'write title: "%d failed"',
        {"title": "%d failed"},
    ),
    "backtick": Slip(
        "title: `kubectl` fails\n",
        "1:8 a text that starts with '`' needs quotes",
        'write title: "`kubectl` fails"',
        {"title": "`kubectl` fails"},
    ),
    "bold": Slip(
        "title: **Checkout** is down\n",
        "1:8 a text that starts with '*' needs quotes",
        'write title: "**Checkout** is down"',
        {"title": "**Checkout** is down"},
    ),
    "ampersand": Slip(
        "title: & more\n",
        "1:8 a text that starts with '&' needs quotes",
        'write title: "& more"',
        {"title": "& more"},
    ),
    "more than": Slip(
        "title: >50% of users\n",
        "1:8 a text that starts with '>' needs quotes",
        'write title: ">50% of users"',
        {"title": ">50% of users"},
    ),
    "bar": Slip(
        "title: |x| y\n",
        "1:8 a text that starts with '|' needs quotes",
        'write title: "|x| y"',
        {"title": "|x| y"},
    ),
    "dash as text": Slip(
        "title: - none\n",
        "1:8 a text that starts with '-' needs quotes",
        'write title: "- none"',
        {"title": "- none"},
    ),
    "question mark as text": Slip(
        "title: ? none\n",
        "1:8 a text that starts with '?' needs quotes",
        'write title: "? none"',
        {"title": "? none"},
    ),
    "comma as text": Slip(
        "title: , none\n",
        "1:8 a text that starts with ',' needs quotes",
        'write title: ", none"',
        {"title": ", none"},
    ),
    "bracket as text": Slip(
        "title: [pay] is down\n",
        "1:8 a text that starts with '[' needs quotes",
        'write title: "[pay] is down"',
        {"title": "[pay] is down"},
    ),
    "brace as text": Slip(
        "services:\n  - {x} is down\n",
        "2:5 a text that starts with '{' needs quotes",
        'write - "{x} is down"',
        {"services": ["{x} is down"]},
    ),
    "text after quotes": Slip(
        'title: "Pay" is down\n',
        '1:12 the text ends at this ", but the line goes on',
        "write title: '\"Pay\" is down'",
        {"title": '"Pay" is down'},
    ),
    "sign after quotes": Slip(
        'title: "Pay" @ night\n',
        '1:12 the text ends at this ", but the line goes on',
        "write title: '\"Pay\" @ night'",
        {"title": '"Pay" @ night'},
    ),
    "apostrophe in quotes": Slip(
        "title: 'Don't panic'\n",
        "1:12 the text ends at this ', but the line goes on",
        'write title: "Don\'t panic"',
        {"title": "Don't panic"},
    ),
    "quotes in quotes": Slip(
        'title: "He said "no" twice"\n',
        '1:17 the text ends at this ", but the line goes on',
        "write title: 'He said \"no\" twice'",
        {"title": 'He said "no" twice'},
    ),
    "text after quotes in brackets": Slip(
        'services: ["a" b, c]\n',
        '1:14 the text ends at this ", but the line goes on',
        "write '\"a\" b'",
        {"services": ['"a" b', "c"]},
    ),
    "quote left open": Slip(
        'title: "Pay is down\nid: a\n',
        '1:8 the " that opens here is not closed on its line',
        'write title: "Pay is down"',
        {"title": "Pay is down", "id": "a"},
    ),
    "quote left open before another": Slip(
        "title: 'Pay is down\nid: 'a'\n",
        "1:8 the ' that opens here is not closed on its line",
        'write title: "Pay is down"',
        {"title": "Pay is down", "id": "a"},
    ),
    "backslash": Slip(
        'title: "C:\\Users\\"x\\"\\\\"\n',
        "1:11 a backslash in double quotes starts an escape, and there is none such",
        "write 'C:\\Users\\\"x\\\"\\\\'",
        {"title": 'C:\\Users"x"\\'},
    ),
    "no such character": Slip(
        'title: "\\U00110000"\n',
        "1:9 a backslash in double quotes starts an escape, and there is none such",
        "write '\\U00110000'",
        {"title": "\\U00110000"},
    ),
    "no such character beside a pair of surrogates": Slip(
        'title: "\\ud83d\\ude00 \\U99999999"\n',
        "1:22 a backslash in double quotes starts an escape, and there is none such",
        "write '\\ud83d\\ude00 \\U99999999'",
        {"title": "\\ud83d\\ude00 \\U99999999"},
    ),
    "bracket left open": Slip(
        "services: [a, b\nid: c\n",
        "1:11 the '[' that opens here is never closed",
        "write ']' where it ends",
        {"services": ["a", "b"], "id": "c"},
    ),
    "brace left open": Slip(
        "timeline:\n  - {at: x, text: y\n  - {at: x}\n",
        "2:5 the '{' that opens here is never closed",
        "write '}' where it ends",
        {"timeline": [{"at": "x", "text": "y"}, {"at": "x"}]},
    ),
    "brackets left open at the end": Slip(
        "timeline: [{at: x, text: '}'",
        "1:12 the '{' that opens here is never closed",
        "write '}]' where it ends",
        {"timeline": [{"at": "x", "text": "}"}]},
    ),
    "bracket too many": Slip(
        "services: [a, b]]\n",
        "1:17 ']' closes nothing: there is one bracket too many",
        "remove it",
        {"services": ["a", "b"]},
    ),
    "wrong bracket": Slip(
        "services: [a, b}\n",
        "1:16 '}' cannot close the '[' of column 11",
        "write ']'",
        {"services": ["a", "b"]},
    ),
    "inner bracket left open": Slip(
        "timeline: [{at: x, tags: [a, b}]\n",
        "1:31 the '[' of column 26 is not closed before this",
        "write ']'",
        {"timeline": [{"at": "x", "tags": ["a", "b"]}]},
    ),
    "comma missing": Slip(
        'timeline: [{at: "02:15" text: a}]\n',
        "1:23 a ',' is missing after this",
        "write ',' between the values in brackets",
        {"timeline": [{"at": "02:15", "text": "a"}]},
    ),
    "comma missing at the end of a line": Slip(
        '{"title": "a",\n "tags": ["b"]\n "id": "c"}\n',
        "2:14 a ',' is missing after this",
        "write ',' between the values in brackets",
        {"title": "a", "tags": ["b"], "id": "c"},
    ),
    "comma too many": Slip(
        "services: [a,, b]\n",
        "1:14 nothing stands before this ','",
        "remove it",
        {"services": ["a", "b"]},
    ),
    "hash in brackets": Slip(
        "timeline: [{text: Deploy #4812, kind: note}]\n",
        "1:26 in YAML ' #' starts a comment: a text with it needs quotes",
        'write text: "Deploy #4812"',
        {"timeline": [{"text": "Deploy #4812", "kind": "note"}]},
    ),
    "no space after the colon": Slip(
        "title:Checkout down\nid: a\n",
        "1:6 a space is missing after the ':'",
        "write title: Checkout down",
        {"title": "Checkout down", "id": "a"},
    ),
    "no space after a later colon": Slip(
        "timeline:\n  - at: x\n    text:Deploy\n",
        "3:9 a space is missing after the ':'",
        "write text: Deploy",
        {"timeline": [{"at": "x", "text": "Deploy"}]},
    ),
    "no space after the dash": Slip(
        "services:\n  - a\n  -b\n  - c\n",
        "3:3 a space is missing after the '-'",
        "write - b",
        {"services": ["a", "b", "c"]},
    ),
    "bullets": Slip(
        "services:\n  * a\n  * b\n",
        "2:3 '*' starts no item of a list",
        "write '-'",
        {"services": ["a", "b"]},
    ),
    "tabs": Slip(
        "impact:\n\tstatement: a\n\tmetrics:\n\t\t- label: b\n",
        "2:1 this line is indented with a tab (and 2 more); YAML allows only spaces",
        "use spaces",
        {"impact": {"statement": "a", "metrics": [{"label": "b"}]}},
    ),
    "tab among spaces": Slip(
        "timeline:\n  - at: x\n\t\ttext: y\n",
        "3:1 this line is indented with a tab; YAML allows only spaces",
        "use spaces",
        {"timeline": [{"at": "x", "text": "y"}]},
    ),
    "dash too deep": Slip(
        "actions:\n  - id: A1\n   - id: A2\n     action: a\n  - id: A3\n",
        "3:4 the '-' stands in column 4, the one of line 2 in column 3",
        "put the dashes of a list under each other",
        {"actions": [{"id": "A1"}, {"id": "A2", "action": "a"}, {"id": "A3"}]},
    ),
    "dash not deep enough": Slip(
        "actions:\n  - id: A1\n - id: A2\n   action: a\n  - id: A3\n",
        "3:2 the '-' stands in column 2, the one of line 2 in column 3",
        "put the dashes of a list under each other",
        {"actions": [{"id": "A1"}, {"id": "A2", "action": "a"}, {"id": "A3"}]},
    ),
    "dash under a text": Slip(
        "actions:\n  - id: A1\n    action: a\n      - id: A2\n",
        "4:7 the '-' stands in column 7, the one of line 2 in column 3",
        "put the dashes of a list under each other",
        {"actions": [{"id": "A1", "action": "a"}, {"id": "A2"}]},
    ),
    "key too deep": Slip(
        "title: a\n  impact:\n    statement: b\nid: c\n",
        "2:3 'impact' stands in column 3, the key of line 1 in column 1",
        "put the keys that belong together under each other",
        {"title": "a", "impact": {"statement": "b"}, "id": "c"},
    ),
    "key not deep enough": Slip(
        "impact:\n  statement: a\n metrics: []\nid: c\n",
        "3:2 'metrics' stands in column 2, the key of line 2 in column 3",
        "put the keys that belong together under each other",
        {"impact": {"statement": "a", "metrics": []}, "id": "c"},
    ),
    "key of an item": Slip(
        "timeline:\n  - at: x\n   text: y\n",
        "3:4 'text' stands in column 4, the key of line 2 in column 5",
        "put the keys that belong together under each other",
        {"timeline": [{"at": "x", "text": "y"}]},
    ),
    "text that is not indented": Slip(
        "summary: First line\nand the second\nid: a\n",
        "2:1 this line is neither 'key: value' nor indented as a part of the text above it",
        "indent it, or write it as 'key: value'",
        {"summary": "First line and the second", "id": "a"},
    ),
}
