"""Sums of what is hidden in a line: whoever subtracts what is printed reads them.

Such a sum counts people as a cell does. If it is small, it must not become known either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.disclosure.cells import Range, Relation


@dataclass(frozen=True, slots=True)
class Side:
    """Numbers of people that a line adds up, each as often; their sum must spread so far."""

    names: tuple[str, ...]
    need: int


@dataclass(frozen=True, slots=True)
class Rest:
    """The small sum of what is unknown on one side of a line."""

    names: tuple[str, ...]
    side: Side

    @property
    def name(self) -> str:
        """Its own name: the same numbers always have the same."""
        return "sum:" + "+".join(self.names)


class Rests:
    """All sides of lines on which a small sum may remain."""

    def __init__(self, truth: Mapping[str, int], sides: Iterable[Side], smallest: int) -> None:
        self._truth, self._smallest = truth, smallest
        self._sides = [s for s in sides if any(self._small(truth[name]) for name in s.names)]

    def _small(self, n: int) -> bool:
        return 0 < abs(n) < self._smallest

    def of(self, known: Mapping[str, Range], without: Iterable[str] = ()) -> dict[str, Rest]:
        """Return the small sums of two or more numbers that are not known, by their names.

        `without` are numbers that somebody knows in addition.
        """
        own, found = set(without), {}
        for side in self._sides:
            unknown = [n for n in side.names if n not in own and not known[n].exact]
            if len(unknown) > 1 and self._small(sum(self._truth[n] for n in unknown)):
                rest = Rest(tuple(sorted(unknown)), side)
                found[rest.name] = rest
        return found

    def __iter__(self) -> Iterator[Side]:
        """Yield the sides."""
        return iter(self._sides)


def sides_of(relation: Relation) -> Iterator[tuple[str, ...]]:
    """Yield what a line adds up and what it takes away, where all of it counts as often."""
    for sign in (1, -1):
        terms = [(weight, name) for weight, name in relation.terms if weight * sign > 0]
        if len(terms) > 1 and len({weight for weight, _ in terms}) == 1:
            yield tuple(name for _, name in terms)
