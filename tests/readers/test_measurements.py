"""Measurements: CSV files beside the postmortem, and readings in order of time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import at
from tests.readers.files import HEAD, diagnostics, document, faults, said


def series(points: str) -> str:
    return f"{HEAD}impact: {{series: [{{label: Latency, unit: ms, points: {points}}}]}}\n"


def folder(tmp_path: Path, content: str | bytes, name: str = "latency.csv") -> Path:
    """A folder in which the CSV file lies among others."""
    home = tmp_path / "incident"
    (home / "metrics").mkdir(parents=True)
    data = content if isinstance(content, bytes) else content.encode()
    (home / "metrics" / name).write_bytes(data)
    return home


def test_a_csv_file_beside_the_postmortem_gives_the_readings(tmp_path: Path) -> None:
    home = folder(tmp_path, "time,value\r\n2025-01-08 02:10,210\r\n02:16,2310.5\r\n")
    [one] = document(series("metrics/latency.csv"), home).postmortem.impact.series
    assert one.points == ((at("02:10"), 210.0), (at("02:16"), 2310.5))


def test_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path: Path) -> None:
    home = folder(tmp_path, b"\xef\xbb\xbf2025-01-08 02:10,1\n")
    [one] = document(series("metrics/latency.csv"), home).postmortem.impact.series
    assert one.points == ((at("02:10"), 1.0),)


def test_the_faults_of_the_file_are_told_in_it_beside_those_of_the_postmortem(
    tmp_path: Path,
) -> None:
    home = folder(tmp_path, "2025-01-08 02:10,x\n2025-01-08 02:11,NaN\n")
    text = series("metrics/latency.csv") + "statsu: open\n"
    found = diagnostics(text, home)
    assert [(Path(it.path).name, said(it)) for it in found] == [
        ("latency.csv", "1:18 row 1: 'x' is no number"),
        ("latency.csv", "2:18 row 2: NaN is no number that can be drawn"),
        ("incident.yaml", "4:1 'statsu' is not a key of a postmortem"),
    ]
    assert {it.path for it in found[:2]} == {str(home / "metrics" / "latency.csv")}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("metrics/other.csv", "there is no CSV file 'metrics/other.csv'"),
        ("metrics", "'metrics' is a folder, not a CSV file"),
        ("../../etc/passwd", "'../../etc/passwd' leads out of the folder of this file"),
        ("/etc/passwd", "'/etc/passwd' does not start from the folder of this file"),
        ("https://example.com/a.csv", "a CSV file is read from a file, not from an address"),
        (r"metrics\latency.csv", "folders in a path are separated by '/'"),
    ],
)
def test_a_path_that_leads_to_no_csv_file_beside_is_told_at_its_place(
    tmp_path: Path, path: str, message: str
) -> None:
    home = folder(tmp_path, "2025-01-08 02:10,1\n")
    assert faults(series(f"'{path}'"), home) == [f"3:54 {message}"]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    home = folder(tmp_path, "2025-01-08 02:10,1\n")
    (tmp_path / "secret.csv").write_text("2025-01-08 02:10,1\n")
    (home / "linked.csv").symlink_to(tmp_path / "secret.csv")
    assert faults(series("linked.csv"), home) == [
        "3:54 'linked.csv' leads out of the folder of this file"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("2025-01-08 02:10,1\n".encode("utf-16"), "the text is not UTF-8 but looks like UTF-16"),
        (b"PK\x03\x04\x00\x00\xff\xfe\x00", "is not a text file"),
        (b"", "holds no readings"),
    ],
)
def test_a_file_that_is_no_such_text_is_refused(
    tmp_path: Path, content: bytes, message: str
) -> None:
    found = faults(series("metrics/latency.csv"), folder(tmp_path, content))
    assert [fault.split(" ", 1)[-1].strip() for fault in found] == [message]


def test_a_file_of_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.readers.measurements.MOST_ROWS", 3)
    home = folder(tmp_path, "".join(f"2025-01-08 02:1{n},1\n" for n in range(5)))
    [fault] = faults(series("metrics/latency.csv"), home)
    assert fault.endswith("holds more than 3 lines")


def test_files_that_together_hold_too_much_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.readers.measurements.MOST_READINGS", 3)
    home = folder(tmp_path, "".join(f"2025-01-08 02:1{n},1\n" for n in range(2)))
    two = (
        f"{HEAD}impact:\n  series:\n    - {{label: a, points: metrics/latency.csv}}\n"
        "    - {label: b, points: metrics/latency.csv}\n"
    )
    assert faults(two, home) == ["6:26 the CSV files together hold more than 3 readings"]


def test_readings_in_the_postmortem_must_be_in_order_each_of_another_instant() -> None:
    text = series("[['02:10', 1], ['02:10', 2], ['02:14', 3], ['02:12', 4]]")
    assert faults(text) == [
        "3:70 there is a reading of this instant already",
        "3:98 this reading lies before the one above it",
    ]
