"""How many came to each session of a series: how many fewer than to the one with the most.

The ledger has the session that most people came to. What is kept beside it is what a report needs
for the attendance units, and for keeping small numbers of single sessions; none is ever printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.session import Session

#: How many fewer came to a session than to the one with the most, by its number.
Missed = Mapping[int, int]


def came_to(sessions: Sequence[Session], most: int, missed: Missed) -> dict[int, int]:
    """Return how many came to each session, by number; `most` to the one with the most."""
    return {each.number: max(0, most - missed.get(each.number, 0)) for each in sessions}


def attendance_units(sessions: Sequence[Session], most: int, missed: Missed) -> int:
    """Return the sum over the sessions of who came times the units."""
    came = came_to(sessions, most, missed)
    return sum(came[each.number] * each.units for each in sessions)


def missed_of(came: Mapping[int, int]) -> dict[int, int]:
    """Return how many fewer came to each session, where it was any; by its number."""
    most = max(came.values(), default=0)
    return {number: most - n for number, n in came.items() if n < most}


def fits(sessions: Sequence[Session], most: int, missed: Missed) -> bool:
    """Return whether so many can have been fewer: to one session the most came, to none below 0."""
    numbers = {each.number for each in sessions}
    there = [missed.get(number, 0) for number in numbers]
    return missed.keys() <= numbers and all(0 <= n <= most for n in there) and 0 in there
