"""Our own attacker, who solves nothing, beside the solver that decides: neither sees less."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.report_solver import HighsSolver
from domain.disclosure.cells import Cell, Mode, Relation, World, total_of, weighted
from domain.disclosure.merged import Merged
from domain.disclosure.reading import learned
from domain.disclosure.watch import Secret, Watch
from tests.disclosure.own_attack import System
from tests.report.making import decide

K = 5


def linked(values: list[int], units: list[int]) -> World:
    """Return a table with its total, and another sum of the same numbers by weight."""
    names = [f"c{n}" for n in range(len(values))]
    heavy = list(zip(units, names, strict=False))
    cells = [Cell(name, v, "t") for name, v in zip(names, values, strict=True)]
    cells.append(Cell("z", sum(values), "sum", tier=2))
    hours = sum(w * values[int(name[1:])] for w, name in heavy)
    cells.append(Cell("h", hours, "hours", tier=1))
    return World({c.id: c for c in cells}, (total_of("z", names), weighted("h", heavy)))


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=6),
    st.lists(st.integers(1, 4), min_size=6, max_size=6),
    st.sets(st.integers(0, 5)),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_our_own_search_finds_possible_the_solver_finds_too(
    values: list[int], units: list[int], more: set[int]
) -> None:
    world = linked(values, units)
    hidden = {n for n, c in world.cells.items() if 0 < c.value < K}
    hidden |= {f"c{n}" for n in more if n < len(values)}
    merged = Merged(world, K, Mode.SUPPRESS)
    solver = HighsSolver()
    watch = Watch(merged, solver, dict.fromkeys(merged.truth, 1))
    of: dict[str, list[Relation]] = {}
    for relation in world.relations:
        for _, name in relation.terms:
            of.setdefault(name, []).append(relation)
    own = System(merged.truth, learned(world.cells, hidden, Mode.SUPPRESS), of)

    for name in sorted(hidden):
        for need in (1, 3):
            found = watch.worlds(Secret((name,), need), merged.rooms(hidden), None) is not None
            assert found or not own.spreads(name, need), (name, need)
    assert solver.limited == 0


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=6),
    st.lists(st.integers(1, 4), min_size=6, max_size=6),
)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_what_is_decided_is_the_same_each_time_and_never_too_hard(
    values: list[int], units: list[int]
) -> None:
    world = linked(values, units)

    assert decide(world, K) == decide(world, K)
