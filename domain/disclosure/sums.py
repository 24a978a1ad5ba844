"""Sums of what is hidden in a line: whoever subtracts what is printed reads them.

Such a sum counts people as a cell does. If it is small, it must not become known either.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.disclosure.cells import Relation


@dataclass(frozen=True, slots=True)
class Side:
    """Numbers of people that a line adds up, each as often; their sum must spread so far."""

    names: tuple[str, ...]
    need: int


class Sides:
    """All sides of lines on which a small sum may remain."""

    def __init__(self, truth: Mapping[str, int], sides: Iterable[Side], smallest: int) -> None:
        self._truth, self._smallest = truth, smallest
        small = (side for side in sides if any(self._small(truth[n]) for n in side.names))
        self.all = list(dict.fromkeys(small))

    def _small(self, n: int) -> bool:
        return 0 < abs(n) < self._smallest

    def left(self, side: Side, unknown: Container[str]) -> tuple[str, ...]:
        """Return the numbers of which a small sum is left on a side; none if it is not small."""
        names = [name for name in side.names if name in unknown]
        small = len(names) > 1 and self._small(sum(self._truth[n] for n in names))
        return tuple(sorted(names)) if small else ()


def sides_of(relation: Relation) -> Iterator[tuple[str, ...]]:
    """Yield what a line adds up and what it takes away, where all of it counts as often.

    A line that only says how much there is at most tells no sum.
    """
    if relation.low != relation.high:
        return
    for sign in (1, -1):
        terms = [(weight, name) for weight, name in relation.terms if weight * sign > 0]
        if len(terms) > 1 and len({weight for weight, _ in terms}) == 1:
            yield tuple(name for _, name in terms)
