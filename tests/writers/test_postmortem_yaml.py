"""A postmortem as YAML: read back it is the same, and it is pleasant to read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from deckgen import read
from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.writers import postmortem_yaml
from tests.builders import at, event, postmortem, series
from tests.sample_decks import SAMPLES
from tests.strategies import postmortem_files


def _read_back(written: str, name: str = "INC-1.yaml") -> Postmortem:
    document = parse_postmortem(written.encode(), name, Folder(Path(".")))
    assert document.notices == ()
    return document.postmortem


@given(postmortem_files())
@settings(max_examples=100)
def test_any_postmortem_reads_back_as_itself(source: bytes) -> None:
    there = parse_postmortem(source, "x.json", Folder(Path("."))).postmortem
    assert _read_back(postmortem_yaml(there)) == there


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_reads_back_as_itself(sample: Path) -> None:
    there = read(sample).postmortem
    written = parse_postmortem(postmortem_yaml(there).encode(), sample.name, Folder(sample.parent))
    assert written.postmortem == there


@pytest.mark.parametrize(
    "text",
    [
        *("on", "null", "~", "12:30", "4812", "1.5e3", "0x1f", "2025-01-08", "true", "y"),
        *("a: b", "a:", "Deploy #4812", "a #b", "# a", "- a", "? a", "[host] falls", "{a}", "* a"),
        *("&a", "!a", "%a", "@a", "`a`", "'a'", '"a"', 'say "a"', "a, b", "a\\b", "=", "<<", "---"),
        *(
            "| a",
            "> a",
            "\ufeffa",
            "a\u200bb",
            "🔥",
            "a" * 300,
            "a b " * 60 + "c",
            "#a " * 60 + "b",
        ),
        *("x: y " * 40 + "z", "--- " * 40 + "z", "... " * 40 + "z", "\ufeff b " * 40 + "z"),
    ],
)
def test_any_text_reads_back_as_itself(text: str) -> None:
    there = postmortem(
        title=text, tags=(text, "b"), services=(text * 2,), headlines={text: text},
        root_cause={"five_whys": [{"why": text}, {"why": text, "because": text}]},
    )  # fmt: skip
    written = postmortem_yaml(there)
    assert _read_back(written) == there
    assert yaml.safe_load(written)["title"] == there.title


def test_times_stand_in_the_zone_of_the_file_and_in_utc_where_its_clocks_are_put_back() -> None:
    there = postmortem(
        timezone="Europe/Berlin",
        started_at=at("00:10", "2024-10-27"),
        published_at=date(2024, 10, 28),
        timeline=[
            {**event("00:30"), "at": at("00:30", "2024-10-27")},
            {**event("01:30"), "at": at("01:30", "2024-10-27") + timedelta(seconds=5.25)},
            {**event("05:00"), "at": at("05:00", "2024-10-27")},
        ],
        reported={
            "time_to_detect": timedelta(minutes=65),
            "time_to_resolve": timedelta(seconds=90.5),
        },
    )  # fmt: skip
    written = postmortem_yaml(there)
    assert _read_back(written) == there
    assert written == (
        "id: INC-1\n"
        "title: Checkout down\n"
        "timezone: Europe/Berlin\n"
        "started_at: 2024-10-27 00:10Z\n"
        "published_at: 2024-10-28\n\n"
        "reported:\n"
        "  time_to_detect: 65m\n"
        "  time_to_resolve: 90.5s\n\n"
        "timeline:\n"
        "  - at: 2024-10-27 00:30Z\n"
        "    text: Something happens\n"
        "  - at: 2024-10-27 01:30:05.25Z\n"
        "    text: Something happens\n"
        "  - at: 2024-10-27 06:00\n"
        "    text: Something happens\n"
    )


def test_what_is_the_default_is_left_out_and_the_rest_stands_as_a_person_would_write_it() -> None:
    there = postmortem(
        severity="SEV1",
        services=["payments", "checkout"],
        drill=True,
        summary="Deploy 4812 shortened the cache timeout, and cancelled reads left replies on the "
        "pooled connections, so that requests read the state of other orders.",
        impact={
            "metrics": [{"label": "Customers", "value": "12000", "unit": "%"}],
            "series": [series("Errors", ("02:15", 0.5), ("02:20", 12), threshold=1)],
        },
        root_cause={"five_whys": ["It fell", {"why": "Why?", "because": "It was pushed"}]},
        key_learning={"statement": "A canary must prove consistency"},
        actions=[{"action": "Add a canary stage", "owner": "Platform", "due": date(2025, 1, 15)}],
    )
    assert postmortem_yaml(there) == (
        "id: INC-1\n"
        "title: Checkout down\n"
        "severity: SEV1\n"
        "services: [payments, checkout]\n"
        "started_at: 2025-01-08 02:15\n"
        "drill: true\n\n"
        "summary: >-\n"
        "  Deploy 4812 shortened the cache timeout, and cancelled reads left replies on the "
        "pooled\n"
        "  connections, so that requests read the state of other orders.\n\n"
        "impact:\n"
        "  metrics:\n"
        "    - label: Customers\n"
        "      value: 12000\n"
        '      unit: "%"\n'
        "  series:\n"
        "    - label: Errors\n"
        "      threshold: 1\n"
        "      points:\n"
        "        - [2025-01-08 02:15, 0.5]\n"
        "        - [2025-01-08 02:20, 12]\n\n"
        "root_cause:\n"
        "  five_whys:\n"
        "    - It fell\n"
        "    - why: Why?\n"
        "      because: It was pushed\n\n"
        "key_learning:\n"
        "  statement: A canary must prove consistency\n\n"
        "actions:\n"
        "  - id: A1\n"
        "    action: Add a canary stage\n"
        "    owner: Platform\n"
        "    due: 2025-01-15\n"
    )


def test_the_id_is_written_even_where_it_is_the_default() -> None:
    there = postmortem(id="incident")
    assert _read_back(postmortem_yaml(there), "another.yaml") == there


def test_comments_stand_in_front_of_what_they_are_about() -> None:
    found = postmortem(
        tags=["a", "b"], timeline=[event("02:15", "Deploy"), event("02:19", "Alert fires")]
    )
    comments: dict[Loc, list[str]] = {
        (): ["first of all"],
        ("tags", 1): ["on the tags, which stand on one line"],
        ("timeline", 1, "at"): ["on the second event\nin two lines"],
        ("timeline", 1, "text"): ["on its text"],
        ("actions",): ["where the actions would be"],
    }
    text = postmortem_yaml(found, comments)
    assert text.splitlines() == [
        "# first of all",
        "",
        "id: INC-1",
        "title: Checkout down",
        "",
        "# on the tags, which stand on one line",
        "tags: [a, b]",
        "",
        "started_at: 2025-01-08 02:15",
        "",
        "timeline:",
        "  - at: 2025-01-08 02:15",
        "    text: Deploy",
        "  # on the second event",
        "  # in two lines",
        "  - at: 2025-01-08 02:19",
        "    # on its text",
        "    text: Alert fires",
        "",
        "# where the actions would be",
    ]
    assert _read_back(text) == found


def test_an_unknown_key_is_not_written_and_its_comment_stands_in_its_place() -> None:
    text = postmortem_yaml(postmortem(), {("started_at",): ["not found"]}, ["started_at"])
    assert "\n# not found\n" in text
    assert "started_at" not in text
