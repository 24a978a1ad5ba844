"""Finds another possible world near the true one: changes a number, then mends sum after sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from domain.disclosure.cells import Relation

Bounds = Mapping[str, tuple[int, int]]

#: How many numbers differ at most in a world that is found, and how many tries one costs.
CHANGES = 14
_TRIES = 250
#: How many numbers of a broken sum are tried in the same place.
_WIDTH = 5


class Repairer:
    """Mends sums of unknown numbers; each is changed once at most, and `most` of them.

    Of changes that break as little, those of numbers that are less `dear` are tried first.
    """

    def __init__(
        self,
        bounds: Bounds,
        relations: Sequence[Relation],
        of: Mapping[str, Sequence[int]],
        truth: Mapping[str, int],
        dear: Callable[[str], int] = lambda _: 0,
        most: int = CHANGES,
    ) -> None:
        self._bounds, self._relations, self._truth = bounds, relations, truth
        self._dear, self._most = dear, most
        self._weights: dict[str, list[tuple[int, int]]] = {name: [] for name in of}
        self._sums = []
        for index, relation in enumerate(relations):
            self._sums.append(sum(w * truth[n] for w, n in relation.terms))
            for weight, name in relation.terms:
                self._weights[name].append((index, weight))
        self._changed: dict[str, int] = {}
        self._tries = 0

    def world(self, name: str, difference: int, tries: int = _TRIES) -> dict[str, int] | None:
        """Return the differences of a world in which a number differs so much; None if none."""
        if not self._may(name, difference):
            return None
        self._tries = tries
        self._change(name, difference)
        found = dict(self._changed) if self._mend() else None
        for each in list(self._changed):
            self._change_back(each)
        return found

    def _may(self, name: str, difference: int) -> bool:
        low, high = self._bounds[name]
        return low <= self._truth[name] + difference <= high

    def _change(self, name: str, difference: int) -> None:
        self._changed[name] = difference
        for index, weight in self._weights[name]:
            self._sums[index] += weight * difference

    def _change_back(self, name: str) -> None:
        difference = self._changed.pop(name)
        for index, weight in self._weights[name]:
            self._sums[index] -= weight * difference

    def _excess(self, index: int, more: int = 0) -> int:
        """Return by how much a sum is too large (above 0) or too small (below 0)."""
        relation, whole = self._relations[index], self._sums[index] + more
        return max(0, whole - relation.high) + min(0, whole - relation.low)

    def _mend(self) -> bool:
        broken = self._broken()
        if broken is None:
            return True
        if len(self._changed) >= self._most:
            return False
        for name, difference in self._ways(broken):
            self._tries -= 1
            if self._tries < 0:
                return False
            self._change(name, difference)
            if self._mend():
                return True
            self._change_back(name)
        return False

    def _broken(self) -> int | None:
        """Return the broken sum with the fewest numbers, for there the choice is small."""
        touched = {i for name in self._changed for i, _ in self._weights[name]}
        broken = [index for index in touched if self._excess(index)]
        return min(broken, key=lambda i: (len(self._relations[i].terms), i), default=None)

    def _ways(self, index: int) -> list[tuple[str, int]]:
        """Return the changes that mend a sum or help; those that break the least come first."""
        excess = self._excess(index)
        ways = []
        for weight, name in self._relations[index].terms:
            if name not in self._changed:
                ways += [
                    (self._damage(name, d), self._dear(name), name, d)
                    for d in _steps(excess, weight)
                    if self._may(name, d)
                ]
        return [(name, d) for *_, name, d in sorted(ways)[:_WIDTH]]

    def _damage(self, name: str, difference: int) -> int:
        """Return how much is broken in the end, in the sums that a change touches."""
        return sum(
            abs(self._excess(index, weight * difference)) - abs(self._excess(index))
            for index, weight in self._weights[name]
        )


def _steps(excess: int, weight: int) -> Iterator[int]:
    """Yield the changes of a number with this weight that bring a sum back, or nearer."""
    whole, rest = divmod(-excess, weight)
    if whole:
        yield whole
    if rest and whole + 1:
        yield whole + 1
    if abs(whole) > 1:
        yield 1 if whole > 0 else -1
