"""A third attacker: linear programming over everything printed; it shares nothing with ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, inf

Line = tuple[dict[str, int], float, float]
Bounds = dict[str, tuple[float, float]]
_EPS = 1e-7


class Solver:
    """All numbers within their bounds, so that each line's weighted sum lies between two ends."""

    def __init__(self, bounds: Bounds, lines: Iterable[Line]) -> None:
        self._names, self._low, self._high = list(bounds), [], []
        for low, high in bounds.values():
            self._low.append(low)
            self._high.append(high)
        self._rows: list[list[float]] = []
        self._right: list[float] = []
        self._add(lines)
        self._begin()

    def _add(self, lines: Iterable[Line]) -> None:
        place = {name: n for n, name in enumerate(self._names)}
        parts = list(lines)
        width = len(place) + sum(low != high for _, low, high in parts)
        for weights, low, high in parts:
            row = [0.0] * width
            for name, weight in weights.items():
                row[place[name]] = float(weight)
            if low != high:
                row[len(self._low)] = -1.0
                self._low.append(low)
                self._high.append(high)
                low = 0
            self._rows.append(row)
            self._right.append(low)

    def _begin(self) -> None:
        """Find a first world: drive what is missing in each line to nothing."""
        n, m = len(self._low), len(self._rows)
        self._up = [False] * (n + m)
        self._low += [0.0] * m
        self._high += [inf] * m
        self._value = []
        for index, row in enumerate(self._rows):
            missing = self._right[index] - sum(
                w * low for w, low in zip(row, self._low, strict=False) if w
            )
            if missing < 0:
                row[:] = [-w for w in row]
            row += [float(index == other) for other in range(m)]
            self._value.append(abs(missing))
        self._basis = [n + index for index in range(m)]
        cost = [0.0] * n + [1.0] * m
        if self._least(cost) > _EPS:
            raise AssertionError("nothing agrees with what is printed")
        for each in range(n, n + m):
            self._high[each] = 0.0

    def _least(self, cost: Sequence[float]) -> float:
        """Return the least weighted sum, by the simplex method for numbers with bounds."""
        gain = list(cost)
        for row, basic in zip(self._rows, self._basis, strict=True):
            if cost[basic]:
                gain = [g - cost[basic] * w for g, w in zip(gain, row, strict=True)]
        for _ in range(20_000):
            entering = self._entering(gain)
            if entering is None:
                return sum(c * v for c, v in zip(cost, self._world(), strict=True) if c)
            if not self._step(entering, gain):
                return -inf
        raise AssertionError("the simplex does not end")

    def _entering(self, gain: Sequence[float]) -> int | None:
        basic = set(self._basis)
        for index, each in enumerate(gain):
            if index in basic or self._low[index] == self._high[index]:
                continue
            if (each < -_EPS and not self._up[index]) or (each > _EPS and self._up[index]):
                return index
        return None

    def _step(self, entering: int, gain: list[float]) -> bool:
        """Move one number as far as it goes; False if it goes on for ever."""
        way = -1.0 if self._up[entering] else 1.0
        far, leaving, to_top = self._high[entering] - self._low[entering], None, False
        for index, row in enumerate(self._rows):
            speed = -way * row[entering]
            if abs(speed) < _EPS:
                continue
            basic = self._basis[index]
            end = self._high[basic] if speed > 0 else self._low[basic]
            room = max(0.0, (end - self._value[index]) / speed)
            if room < far - 1e-12 or (
                room <= far + 1e-12 and leaving is not None and basic < self._basis[leaving]
            ):
                far, leaving, to_top = room, index, speed > 0
        if far == inf:
            return False
        for index, row in enumerate(self._rows):
            self._value[index] -= way * far * row[entering]
        if leaving is None:
            self._up[entering] = not self._up[entering]
            return True
        start = self._high[entering] if self._up[entering] else self._low[entering]
        self._up[self._basis[leaving]] = to_top
        self._pivot(leaving, entering, gain)
        self._value[leaving] = start + way * far
        self._up[entering] = False
        return True

    def _pivot(self, leaving: int, entering: int, gain: list[float]) -> None:
        by = self._rows[leaving][entering]
        fresh = [w / by for w in self._rows[leaving]]
        used = [n for n, w in enumerate(fresh) if abs(w) > 1e-11]
        self._rows[leaving] = fresh
        for index, row in enumerate([*self._rows, gain]):
            times = row[entering]
            if index != leaving and times:
                for n in used:
                    row[n] -= times * fresh[n]
                row[entering] = 0.0
        self._basis[leaving] = entering

    def _world(self) -> list[float]:
        world = [
            high if up else low
            for low, high, up in zip(self._low, self._high, self._up, strict=True)
        ]
        for index, basic in enumerate(self._basis):
            world[basic] = self._value[index]
        return world

    def between(self, name: str) -> tuple[float, float]:
        """Return the least and the largest whole number that a number can be."""
        at = self._names.index(name)
        cost = [0.0] * len(self._low)
        cost[at] = 1.0
        least = self._least(cost)
        cost[at] = -1.0
        most = -self._least(cost)
        return ceil(least - 1e-6), most if most == inf else floor(most + 1e-6)


def spread(bounds: Bounds, lines: Iterable[Line], names: Iterable[str]) -> Mapping[str, float]:
    """Return by how much each of these numbers can vary."""
    fixed = {name: low for name, (low, high) in bounds.items() if low == high}
    rest = []
    for weights, low, high in lines:
        known = sum(w * fixed[n] for n, w in weights.items() if n in fixed)
        open_ = {n: w for n, w in weights.items() if n not in fixed and w}
        assert open_ or low <= known <= high
        if open_:
            rest.append((open_, low - known, high - known))
    found: dict[str, float] = {name: 0.0 for name in names if name in fixed}
    for part in _parts({n for n in bounds if n not in fixed}, rest):
        wanted = [name for name in names if name in part]
        if wanted:
            mine = [line for line in rest if part & line[0].keys()]
            solver = Solver({n: bounds[n] for n in sorted(part)}, mine)
            for name in wanted:
                least, most = solver.between(name)
                found[name] = most - least
    return found


def _parts(names: set[str], lines: Sequence[Line]) -> list[set[str]]:
    """Return the numbers that hang together."""
    group = {name: {name} for name in names}
    for weights, _, _ in lines:
        whole = set().union(*(group[n] for n in weights))
        for name in whole:
            group[name] = whole
    return list({id(part): part for part in group.values()}.values())
