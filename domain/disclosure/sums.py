"""Sums of what is hidden in a line: whoever subtracts what is printed reads them.

Such a sum counts people as a cell does. If it is small, it must not become known either.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from domain.disclosure.cells import Relation

#: Of a line with more totals on it only the line itself is looked at.
_MOST_TOTALS = 4


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


def totals(relations: Iterable[Relation]) -> dict[str, tuple[str, ...]]:
    """Return what each total is made of, where it is made of one thing only."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for relation in relations:
        if relation.low == relation.high == 0:
            parts = tuple(name for weight, name in relation.terms if weight == 1)
            wholes = [name for weight, name in relation.terms if weight == -1]
            if parts and len(wholes) == 1 and len(parts) + 1 == len(relation.terms):
                found.setdefault(wholes[0], []).append(parts)
    return {whole: made[0] for whole, made in found.items() if len(made) == 1}


def composed(
    names: tuple[str, ...], parts: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Yield a side as it is, and with totals on it as what they are made of.

    A year's total is that of its quarters; who reads neither of them adds up the events.
    """
    inner = [name for name in names if name in parts]
    if len(inner) > _MOST_TOTALS:
        inner = []
    for chosen in product((False, True), repeat=len(inner)):
        opened = {name for name, is_open in zip(inner, chosen, strict=True) if is_open}
        found = [part for name in names for part in (parts[name] if name in opened else (name,))]
        if len(set(found)) == len(found):
            yield tuple(found)
