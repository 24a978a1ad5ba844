"""Several versions of one table with corrections between, under attack by integer programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
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
from tests.tried import Tried

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


def of_offices(values: list[int], absent: int) -> World:
    """Return a table of which each row is known to an office, and how many had a seat in all."""
    plain = table(values)
    cells = {n: replace(c, known_to=frozenset({n} - {"z"})) for n, c in plain.cells.items()}
    cells["a"] = Cell("a", absent, "absent", tier=1)
    cells["y"] = Cell("y", sum(values) + absent, "seats", tier=1)
    return World(cells, (*plain.relations, total_of("y", ["z", "a"])))


def corrected(values: list[int], drawn: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the table, and what it is after each correction."""
    now = list(values)
    yield list(now)
    for where, by in drawn:
        now[where % len(now)] = max(0, now[where % len(now)] + by)
        yield list(now)


class Attacker:
    """Knows every version, and which numbers were corrected before each, and whether up or down.

    One row it may know from elsewhere, as it was each time.
    """

    def __init__(self, mode: Mode, row: str | None = None) -> None:
        self.true: dict[str, int] = {}
        self.bounds: Bounds = {}
        self.lines: list[Line] = []
        self.needs: dict[str, int] = {}
        self._far, self._row = FAR[mode], row
        self._keys: dict[str, list[str]] = {}

    def hears(self, world: World) -> dict[str, int]:
        """Return how far each guarded number spreads for who knows what changed and reads nothing.

        This is so whether or not there is a version of it: it is no version's doing.
        """
        told = deepcopy(self)
        told._take(world)
        return told.spreads()

    def read(self, world: World, decision: Decision, silent: frozenset[str] = frozenset()) -> None:
        """Take in a version, but for what it was silent of."""
        names = self._take(world)
        zeros = {world.cells[n].table for n in decision.hidden if not world.cells[n].value}
        seen = printed(world, decision)
        for name, key in names.items():
            if name in silent:
                continue
            low, high = self.bounds[key]
            least, most = seen.get(name, (int(world.cells[name].table not in zeros), inf))
            self.bounds[key] = max(low, least), min(high, most)

    def _take(self, world: World) -> dict[str, str]:
        """Return what stands for each number of a new state; what adds up is known."""
        names = {name: self._key(name, cell.value) for name, cell in world.cells.items()}
        for relation in world.relations:
            self.lines.append(({names[n]: w for w, n in relation.terms}, 0, 0))
        return names

    def _key(self, name: str, value: int) -> str:
        """Return what stands for a number; one that is as it was before is that again."""
        keys = self._keys.setdefault(name, [])
        same = (key for key in keys if self.true[key] == value)
        key = next(same, f"{name}.{len(keys) + 1}")
        if key not in self.true:
            self.true[key], self.bounds[key] = value, (0, inf)
            if name == self._row:
                self.bounds[key] = value, value
            elif 0 < value < K:
                self.needs[key] = self._far
        if keys and keys[-1] != key:
            self._step(keys[-1], key)
        keys.append(key)
        return key

    def _step(self, old: str, new: str) -> None:
        step, size = f"{old} to {new}", self.true[new] - self.true[old]
        self.true[step], self.bounds[step] = abs(size), (1, inf)
        self.lines.append(({new: 1, old: -1, step: -1 if size > 0 else 1}, 0, 0))
        if abs(size) < K and not old.startswith(f"{self._row}."):
            self.needs[step] = 1

    def spreads(self) -> dict[str, int]:
        """Return how far each guarded number spreads, up to what it needs."""
        found = spread(self.bounds, self.lines, self.needs)
        return {name: min(need, found[name]) for name, need in self.needs.items()}


def printed_but(world: World, decision: Decision, silent: frozenset[str]) -> Publication:
    """Return what is remembered once a world has been printed; of some it was silent."""
    view = View(world, decision)
    found = {name: view(name) for name in world.cells}
    return view.publication([shown for name, shown in found.items() if name not in silent])


def handed_out(
    mode: Mode, versions: Iterable[World], silent: Sequence[frozenset[str]] = (frozenset(),)
) -> Iterator[tuple[World, Decision]]:
    """Yield each version that may be handed out, in order; they are silent in turn of some."""
    earlier: tuple[Publication, ...] = ()
    for plain in versions:
        world = World(plain.cells, plain.relations, earlier)
        try:
            decision = decide(world, K, mode)
        except Narrows:
            continue
        earlier = (*earlier, printed_but(world, decision, silent[len(earlier) % len(silent)]))
        yield plain, decision


@pytest.mark.long
@pytest.mark.parametrize("mode", Mode)
@given(values=rows, drawn=changes)
@example(values=[6, 9, 40], drawn=[(0, -2)])
@example(values=[3, 4, 40], drawn=[(0, 1), (1, -2)])
@example(values=[1, 4], drawn=[(1, -1)])  # that three are hidden says that they are some
@example(values=[0, 2], drawn=[(0, 3), (0, -1)])  # nor may two say so, whatever was there at first
@example(values=[0, 2], drawn=[(1, -1), (1, -1)])  # that it fell twice is known without a version
@worlds(40, 1000)
def test_no_version_narrows_what_the_earlier_ones_left(
    tried: Tried, mode: Mode, values: list[int], drawn: list[tuple[int, int]]
) -> None:
    tried.worlds += 1
    attacker = Attacker(mode)
    for world, decision in handed_out(mode, map(table, corrected(values, drawn))):
        tried.version(len(decision.hidden))
        assert narrowed(attacker, world, decision, tried) == {}


@pytest.mark.long
@given(values=rows, absent=st.sampled_from((0, 1, 2, 3, 4, 9)), drawn=changes)
@example(values=[612, 1, 600], absent=2, drawn=[(0, -3)])  # the total is hidden, so seats are shown
@worlds(40, 1000)
def test_who_knows_a_row_and_what_it_was_learns_no_other(
    tried: Tried, values: list[int], absent: int, drawn: list[tuple[int, int]]
) -> None:
    tried.worlds += 1
    attackers = [Attacker(Mode.SUPPRESS, f"c{n}") for n in range(len(values))]
    states = (of_offices(each, absent) for each in corrected(values, drawn))
    for world, decision in handed_out(Mode.SUPPRESS, states):
        tried.version(len(decision.hidden))
        for attacker in attackers:
            assert narrowed(attacker, world, decision, tried) == {}


@pytest.mark.parametrize("mode", Mode)
@given(
    values=rows,
    drawn=changes,
    silent=st.lists(st.frozensets(st.sampled_from(("c0", "c1", "c2", "c3", "z"))), min_size=1),
)
# four of 22 fell to none; who read only the sum may not be told the 18 beside them
@pytest.mark.long
@example(
    values=[18, 4],
    drawn=[(1, -1)] * 4,
    silent=[*[frozenset({"c0", "c1"})] * 4, frozenset({"c1"})],
)
@worlds(60, 1000)
def test_no_version_relies_on_what_another_one_only_looked_at(
    tried: Tried,
    mode: Mode,
    values: list[int],
    drawn: list[tuple[int, int]],
    silent: list[frozenset[str]],
) -> None:
    """One attacker reads what stands there, another one all that was looked at."""
    tried.worlds += 1
    reader, other = Attacker(mode), Attacker(mode)
    versions = handed_out(mode, map(table, corrected(values, drawn)), silent)
    for number, (world, decision) in enumerate(versions):
        tried.version(len(decision.hidden))
        assert narrowed(reader, world, decision, tried, silent[number % len(silent)]) == {}
        assert narrowed(other, world, decision, tried) == {}


def narrowed(
    attacker: Attacker,
    world: World,
    decision: Decision,
    tried: Tried,
    silent: frozenset[str] = frozenset(),
) -> dict[str, int]:
    """Return what a version narrows, if it is read, and how far it spreads then."""
    left = attacker.hears(world)
    attacker.read(world, decision, silent)
    found, far = attacker.spreads(), FAR[decision.mode]
    small = [name for name, need in attacker.needs.items() if need == far]
    kept = {name: found[name] for name in small if left[name] >= far}
    tried.spread(decision.mode, kept, len(small) - len(kept))
    return {name: width for name, width in found.items() if width < left[name]}


def test_a_correction_that_is_printed_as_it_is_would_tell() -> None:
    attacker = Attacker(Mode.SUPPRESS)
    for values in ([6, 9, 40], [4, 9, 40]):
        open_ = frozenset(f"c{n}" for n, v in enumerate(values) if 0 < v < K)
        attacker.read(table(values), Decision(Mode.SUPPRESS, open_))

    assert attacker.spreads()["c0.1 to c0.2"] == 0


def test_that_a_number_fell_twice_is_no_versions_doing() -> None:
    """Two, one, none: all three are printed as 0, and the third version changes no byte."""
    given = list(handed_out(Mode.ROUND5, map(table, ([0, 2], [0, 1], [0, 0]))))
    attacker, told = Attacker(Mode.ROUND5), {}
    for world, decision in given:
        told = attacker.hears(world)
        attacker.read(world, decision)

    assert len({str(printed(*each)) for each in given}) == 1
    assert len(given) == 3
    assert (told["c1.1"], told["c1.2"]) == (0, 0)
    assert attacker.spreads() == told


def test_that_some_are_left_after_a_fall_is_a_versions_doing() -> None:
    """Three and two make five; if some of the three are left, the two are three at most."""
    states = list(map(table, ([0, 2], [3, 2], [2, 2])))
    given = list(handed_out(Mode.SUPPRESS, states))
    attacker = Attacker(Mode.SUPPRESS)
    for each in given:
        attacker.read(*each)
    left = attacker.hears(states[2])
    attacker.read(states[2], Decision(Mode.SUPPRESS, frozenset({"c0", "c1", "z"})))

    assert len(given) == 2
    assert (left["c1.1"], attacker.spreads()["c1.1"]) == (3, 2)


def test_who_alone_was_corrected_knows_by_how_much_the_sum_changed() -> None:
    """Nothing of it is printed, so no version could keep it."""
    attacker = Attacker(Mode.SUPPRESS, "c0")
    for values in ([30, 3, 40], [28, 3, 40]):
        nothing = frozenset({"c0", "c1", "c2", "z"})
        attacker.read(table(values), Decision(Mode.SUPPRESS, nothing))
    step = "z.1 to z.2"

    assert spread(attacker.bounds, attacker.lines, [step]) == {step: 0}
