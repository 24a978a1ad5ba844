"""Several versions of one table with corrections between, under attack by integer programs."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.disclosure.cells import Cell, Mode, Narrows, Publication, World, total_of
from domain.disclosure.protect import Decision
from domain.disclosure.view import View
from tests.disclosure.attacker import printed
from tests.disclosure.solver import Bounds, Line, spread
from tests.report.making import decide
from tests.report.small_years import worlds

K = 5
FAR = {Mode.SUPPRESS: K - 2, Mode.ROUND5: 1}
rows = st.lists(st.sampled_from((0, 1, 2, 3, 4, 5, 6, 9, 40)), min_size=2, max_size=5)
changes = st.lists(
    st.tuples(st.integers(0, 4), st.integers(-3, 3).filter(bool)), min_size=1, max_size=3
)


def table(values: list[int]) -> World:
    """Return a table and its total; a single event stands for each row in the annex."""
    cells = [Cell(f"c{n}", v, "t") for n, v in enumerate(values)]
    cells.append(Cell("z", sum(values), "sum", tier=2))
    return World({c.id: c for c in cells}, (total_of("z", [c.id for c in cells[:-1]]),))


def corrected(values: list[int], drawn: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the table after each correction."""
    now = list(values)
    for where, by in drawn:
        now[where % len(now)] = max(0, now[where % len(now)] + by)
        yield list(now)


class Attacker:
    """Knows every version, and which numbers were corrected, and whether up or down."""

    def __init__(self) -> None:
        self.true: dict[str, int] = {}
        self.bounds: Bounds = {}
        self.lines: list[Line] = []
        self.needs: dict[str, int] = {}
        self._last: dict[str, str] = {}
        self._versions = 0

    def read(self, world: World, decision: Decision) -> None:
        self._versions += 1
        names = {name: self._name(name, cell.value) for name, cell in world.cells.items()}
        zeros = any(world.cells[n].value == 0 for n in decision.hidden)
        seen = printed(world, decision)
        for name, key in names.items():
            low, high = self.bounds[key]
            least, most = seen.get(name, (int(not zeros), inf))
            self.bounds[key] = max(low, least), min(high, most)
            if 0 < world.cells[name].value < K:
                self.needs[key] = FAR[decision.mode]
        for relation in world.relations:
            self.lines.append(({names[n]: w for w, n in relation.terms}, 0, 0))

    def _name(self, name: str, value: int) -> str:
        known = self._last.get(name)
        if known is not None and self.true[known] == value:
            return known
        fresh = f"{name}.{self._versions}"
        self.true[fresh], self.bounds[fresh] = value, (0, inf)
        if known is not None:
            step, size = f"{known} to {fresh}", value - self.true[known]
            self.true[step], self.bounds[step] = abs(size), (1, inf)
            self.lines.append(({fresh: 1, known: -1, step: -1 if size > 0 else 1}, 0, 0))
            if abs(size) < K:
                self.needs[step] = 1
        self._last[name] = fresh
        return fresh

    def spreads(self) -> dict[str, int]:
        """Return how far each guarded number spreads, up to what it needs."""
        found = spread(self.bounds, self.lines, self.needs)
        return {name: min(need, found[name]) for name, need in self.needs.items()}


def handed_out(mode: Mode, versions: list[list[int]]) -> Iterator[tuple[World, Decision]]:
    """Yield each version that may be handed out, in order."""
    earlier: tuple[Publication, ...] = ()
    for values in versions:
        plain = table(values)
        world = World(plain.cells, plain.relations, earlier)
        try:
            decision = decide(world, K, mode)
        except Narrows:
            continue
        earlier = (*earlier, View(world, decision).publication())
        yield plain, decision


@pytest.mark.parametrize("mode", Mode)
@given(values=rows, drawn=changes)
@example(values=[6, 9, 40], drawn=[(0, -2)])
@example(values=[3, 4, 40], drawn=[(0, 1), (1, -2)])
@example(values=[1, 4], drawn=[(1, -1)])  # that three are hidden says that they are some
@worlds(40)
def test_no_version_narrows_what_the_earlier_ones_left(
    mode: Mode, values: list[int], drawn: list[tuple[int, int]]
) -> None:
    attacker = Attacker()
    left: dict[str, int] = {}
    for world, decision in handed_out(mode, [values, *corrected(values, drawn)]):
        attacker.read(world, decision)
        found = attacker.spreads()

        for name, width in found.items():
            assert width >= left.get(name, attacker.needs[name]), name
        left = found


def test_a_correction_that_is_printed_as_it_is_would_tell() -> None:
    attacker = Attacker()
    for values in ([6, 9, 40], [4, 9, 40]):
        open_ = frozenset(f"c{n}" for n, v in enumerate(values) if 0 < v < K)
        attacker.read(table(values), Decision(Mode.SUPPRESS, open_))

    assert attacker.spreads()["c0.1 to c0.2"] == 0
