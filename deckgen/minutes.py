"""The meeting's time, shared out over the slides so that it adds up."""

from __future__ import annotations

from collections.abc import Sequence

STEP = 30
"""Slides get whole half minutes: 30 seconds."""


def shared_out(total: int, shares: Sequence[float]) -> list[int]:
    """Return the seconds of each slide; together they are `total` seconds, in steps of 30.

    Slides with a share of 0 get none, every other one at least a step while there are enough. By
    largest remainders (Hamilton's method), the earlier slide first where remainders are equal.
    """
    speaking = [n for n, share in enumerate(shares) if share > 0]
    steps = total // STEP
    if not speaking:
        return [0] * len(shares)
    least = 1 if steps >= len(speaking) else 0
    free = steps - least * len(speaking)
    whole = sum(shares[n] for n in speaking)
    exact = {n: free * shares[n] / whole for n in speaking}
    given = {n: least + int(exact[n]) for n in speaking}
    by_remainder = sorted(speaking, key=lambda n: (int(exact[n]) - exact[n], n))
    for n in by_remainder[: steps - sum(given.values())]:
        given[n] += 1
    return [given.get(n, 0) * STEP for n in range(len(shares))]


def spoken(seconds: int) -> str:
    """Return a slide's time as `2 min`, `1½ min` or `½ min`."""
    minutes, half = divmod(seconds, 60)
    return f"{minutes or ''}{'½' if half else ''} min"
