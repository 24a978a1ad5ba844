"""Whether it may be said that an office often left much of its quota.

C14 tells of an office's trainings in sums only. That it used less than half of its quota in two
of them is a finer thing: with two trainings of eight seats and six used, it were three and three.
So it is said only where nobody could work out a small number from it, nor from its absence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: By how many trainings were low and whether any was full: bit n says that n seats can be used.
_Ways = dict[tuple[int, bool], int]


@dataclass(frozen=True, slots=True)
class KnownSeats:
    """What a reader of C14 knows of an office.

    `kept` are its quotas training by training, `within` the seats used of them in all; `beyond`
    whether it surely had more somewhere, and so had used that quota up.
    """

    kept: tuple[int, ...]
    within: int
    beyond: bool


@dataclass(frozen=True, slots=True)
class Often:
    """What «often left much» means: less than `rate` of the quota, `times` times."""

    rate: float
    times: int

    def low(self, used: int, kept: int) -> bool:
        """Return whether so many are few for a quota; exactly the rate is enough."""
        return 1000 * used < round(1000 * self.rate) * kept


def may_say(told: KnownSeats, often: Often, low: int, smallest: int) -> bool | None:
    """Return what may be said on whether an office often left much: it did, or not; None: nothing.

    `low` is how often it did. What C14 implies may be said. Else both answers must leave every
    small number of seats used in a training as open as C14 leaves it, or as the rule on small
    numbers asks; `smallest` is the smallest number that is shown.
    """
    found = [_possible(told, often, at) for at in _distinct(told.kept)]
    if not any(yes for yes, _ in found):
        return False
    if not any(no for _, no in found):
        return True
    if any(_tells(answer, [*yes, *no], smallest) for yes, no in found for answer in (yes, no)):
        return None
    return low >= often.times


def _distinct(kept: Sequence[int]) -> Iterator[int]:
    """Yield a place of each quota; trainings with equal ones can have been used equally."""
    return (place for place, seats in enumerate(kept) if seats not in kept[:place])


def _possible(told: KnownSeats, often: Often, at: int) -> tuple[list[int], list[int]]:
    """Return what can have been used in one training, if the office often left much, and if not."""
    seats, others = told.kept[at], (*told.kept[:at], *told.kept[at + 1 :])
    ways = _ways(others, often)
    answers: tuple[list[int], list[int]] = ([], [])
    for used in range(min(seats, told.within) + 1):
        for (low, full), sums in ways.items():
            fits = sums >> (told.within - used) & 1
            if fits and (full or used == seats or not told.beyond):
                times = low + often.low(used, seats)
                answers[times < often.times].append(used)
    return answers


def _ways(kept: Sequence[int], often: Often) -> _Ways:
    """Return which sums these quotas allow; a count of low ones stops at the threshold."""
    ways: _Ways = {(0, False): 1}
    for seats in kept:
        found: _Ways = {}
        for (low, full), sums in ways.items():
            for used in range(seats + 1):
                key = (min(often.times, low + often.low(used, seats)), full or used == seats)
                found[key] = found.get(key, 0) | sums << used
        ways = found
    return ways


def _tells(answer: Sequence[int], before: Sequence[int], smallest: int) -> bool:
    """Return whether an answer narrows down a small number more than may be."""
    small = any(0 < used < smallest for used in answer)
    return small and _span(answer) < min(_span(before), smallest - 2)


def _span(numbers: Sequence[int]) -> int:
    return max(numbers) - min(numbers)
