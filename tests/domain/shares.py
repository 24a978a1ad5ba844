"""Seats as they are kept, from how they stand by office."""

from __future__ import annotations

from domain.seats_quota import Division, Share


def shares_of(division: Division) -> list[Share]:
    """Return what is kept and taken where seats stand like this."""
    kept = [Share(office, n, kept=True) for office, n in division.quotas.items()]
    used = [Share(office, n) for office, n in division.used.items()]
    return [*kept, *used, *(Share(office, waits=number) for number, office in division.line)]
