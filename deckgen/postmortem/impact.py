"""The impact as frozen values; their descriptions are the reference of the file format."""

# Annotations are not postponed here: pydantic would have to compile each of them again.
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, Field, FiniteFloat, WithJsonSchema

from deckgen.postmortem.fields import MOMENT_PATTERN, Moment, Number, Text
from deckgen.postmortem.record import Record


class Metric(Record):
    """One number of the impact."""

    label: Text
    """What is counted, such as `Customers affected`."""
    value: Number
    """The number itself; how it is grouped and rounded is the slide's business."""
    unit: Text | None = None
    """The unit behind the number, such as `%` or `ms`; money may be written `$` or `EUR`."""
    note: Text | None = None
    """What to know about the number, such as `peak`."""


MOST_SERIES = 24
"""How many measurements an incident may have."""

LARGEST_READING = 1e15
"""How far from nought a reading may lie: what is larger, no axis can tell apart."""

Value = Annotated[FiniteFloat, Field(ge=-LARGEST_READING, le=LARGEST_READING)]

Point = tuple[datetime, float]
"""When something was measured, in UTC, and how much."""

_POINTS_OR_FILE = {
    "anyOf": [
        {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "array",
                "prefixItems": [{"type": "string", "pattern": MOMENT_PATTERN}, {"type": "number"}],
                "minItems": 2,
                "maxItems": 2,
            },
        },
        {"type": "string", "examples": ["metrics/latency.csv"]},
    ]
}


def _some(points: tuple[Point, ...]) -> tuple[Point, ...]:
    if not points:
        raise ValueError("holds no readings: write pairs of time and value, or a CSV file's path")
    return points


class Series(Record):
    """A measurement over the time of the incident."""

    label: Text
    """What was measured."""
    unit: Text | None = None
    """The unit of the values."""
    threshold: Value | None = None
    """The value that must not be passed: the objective or the alert's limit."""
    points: Annotated[
        tuple[tuple[Moment, Value], ...], AfterValidator(_some), WithJsonSchema(_POINTS_OR_FILE)
    ]
    """Pairs of time and value, or the path of a CSV file (`time,value`) beside this file."""


class Impact(Record):
    """What the incident did to customers and to the business."""

    statement: Text | None = None
    """The impact in one sentence with a number in it."""
    metrics: tuple[Metric, ...] = ()
    """The impact in numbers, the most important first."""
    series: Annotated[tuple[Series, ...], Field(max_length=MOST_SERIES)] = ()
    """Measurements, on the timeline's own time axis."""
