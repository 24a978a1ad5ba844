"""Whether a secret is kept is answered by whole worlds; each is checked, none is believed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import product

import pytest

from domain.disclosure.cells import Cell, Mode, Relation, World, total_of
from domain.disclosure.merged import Merged
from domain.disclosure.solver import Differences, Rooms
from domain.disclosure.watch import Proof, Secret, Watch, Worlds

K = 5
FAR = 6


class Lister:
    """A solver that tries every world near the truth, and counts how often it is asked."""

    def __init__(self, says: Differences | None = None) -> None:
        self.asked = 0
        self._says = says
        self._lines: Sequence[Relation] = ()

    def program(self, dear: Mapping[str, int], lines: Sequence[Relation]) -> Lister:
        self._lines = lines
        return self

    def world(
        self, rooms: Rooms, fixed: Collection[str], names: Sequence[str], step: int
    ) -> Differences | None:
        self.asked += 1
        assert set(fixed) <= rooms.keys()
        if self._says is not None:
            return self._says
        return next((w for w in self._worlds(rooms, fixed) if self._far(w, names, step)), None)

    def _worlds(self, rooms: Rooms, fixed: Collection[str]) -> list[Differences]:
        free = [name for name in rooms if name not in fixed]
        ends = [(max(-FAR, rooms[n][0]), min(FAR, rooms[n][1])) for n in free]
        every = product(*(range(low, high + 1) for low, high in ends))
        worlds = ({n: d for n, d in zip(free, each, strict=True) if d} for each in every)
        near = [world for world in worlds if adds_up(world, self._lines)]
        return sorted(near, key=lambda world: sum(map(abs, world.values())))

    @staticmethod
    def _far(world: Differences, names: Sequence[str], step: int) -> bool:
        moved = sum(world.get(name, 0) for name in names)
        return moved >= step if step > 0 else moved <= step


def adds_up(world: Differences, lines: Sequence[Relation]) -> bool:
    return all(r.low <= sum(w * world.get(n, 0) for w, n in r.terms) <= r.high for r in lines)


def table(*values: int, known: bool = False) -> World:
    cells = [
        Cell(f"c{n}", v, "t", known_to=frozenset({f"who{n}"} if known else ()))
        for n, v in enumerate(values)
    ]
    cells.append(Cell("z", sum(values), "sum"))
    return World({c.id: c for c in cells}, (total_of("z", [c.id for c in cells[:-1]]),))


def watch(world: World, solver: Lister | None = None) -> tuple[Watch, Merged]:
    merged = Merged(world, K, Mode.SUPPRESS)
    return Watch(merged, solver or Lister(), dict.fromkeys(merged.truth, 1)), merged


def moved(worlds: Worlds, *names: str) -> list[int]:
    return [sum(world.get(name, 0) for name in names) for world in worlds]


def test_a_number_beside_another_is_kept_by_a_whole_world() -> None:
    of, merged = watch(table(2, 3, 40))
    proof = of.prove(Secret(("c0",), 2), merged.rooms({"c0", "c1"}))

    assert isinstance(proof, Proof)
    assert proof.worlds == {None: ({"c0": 2, "c1": -2},)}
    assert proof.names == {"c0", "c1"}


def test_where_it_cannot_rise_so_far_it_may_fall() -> None:
    of, merged = watch(table(4, 1, 40))

    assert of.worlds(Secret(("c0",), 3), merged.rooms({"c0", "c1"}), None) == ({"c0": -3, "c1": 3},)


def test_two_worlds_may_lie_as_far_apart_on_both_sides() -> None:
    of, merged = watch(table(3, 2, 40))
    found = of.worlds(Secret(("c0",), 3), merged.rooms({"c0", "c1"}), None)

    assert found is not None
    assert moved(found, "c0") in ([1, -2], [-2, 1])


def test_a_number_that_is_hidden_alone_is_told_to_everybody() -> None:
    of, merged = watch(table(2, 30, 40))

    assert of.prove(Secret(("c0",), 1), merged.rooms({"c0"})) is None


def test_who_knows_the_other_row_is_named() -> None:
    of, merged = watch(table(2, 3, 40, known=True))
    rooms = merged.rooms({"c0", "c1"})

    assert of.prove(Secret(("c0",), 2), rooms) == "who1"
    assert isinstance(of.prove(Secret(("c0",), 2), merged.rooms({"c0", "c1", "c2"})), Proof)


def test_who_knows_the_row_itself_is_asked_for_no_other() -> None:
    of, merged = watch(table(2, 3, 40, known=True))
    sum_ = Secret(("c0", "c1"), 1, "who2")

    assert of.prove(sum_, merged.rooms({"c0", "c1", "c2"})) == "who2"
    proof = of.prove(sum_, merged.rooms({"c0", "c1", "c2", "z"}))
    assert isinstance(proof, Proof)
    assert list(proof.worlds) == ["who2"]
    assert "c2" not in proof.names


def test_a_sum_is_kept_by_what_moves_all_of_it() -> None:
    of, merged = watch(table(1, 2, 40))
    found = of.worlds(Secret(("c0", "c1"), 3), merged.rooms({"c0", "c1", "c2"}), None)

    assert found is not None
    assert max(moved(found, "c0", "c1")) - min(0, *moved(found, "c0", "c1")) >= 3


@pytest.mark.parametrize(("need", "reach"), [(5, 3), (3, 3), (2, 2)])
def test_how_far_a_secret_spreads_up_to_what_it_needs(need: int, reach: int) -> None:
    of, merged = watch(table(2, 3, 40))

    assert of.reach(Secret(("c0",), need), merged.rooms({"c0", "c1"}), None) == reach
    assert of.reach(Secret(("c0",), need), merged.rooms({"c0"}), None) == 0


def test_what_was_settled_is_so_for_one_reader() -> None:
    of, merged = watch(table(2, 3, 40, known=True))
    secret, rooms = Secret(("c0",), 3), merged.rooms({"c0", "c1"})
    of.settle(secret, "who1", 0)

    assert (of.need(secret, "who1"), of.need(secret, None)) == (0, 3)
    assert of.worlds(secret, rooms, "who1") == ()
    assert isinstance(of.prove(secret, rooms), Proof)


@pytest.mark.parametrize(
    "lie",
    [
        {"c0": 1, "c1": -1},  # not far enough
        {"c0": -2, "c1": 2},  # below what it may be
        {"c0": 2, "c1": -1},  # does not add up
        {"c0": 3, "c1": -3},  # the other one would be none
        {"c0": 2, "c2": -2},  # a number that is printed
    ],
)
def test_a_world_that_is_none_is_not_believed(lie: Differences) -> None:
    of, merged = watch(table(2, 3, 40), Lister(lie))

    assert of.worlds(Secret(("c0",), 2), merged.rooms({"c0", "c1"}), None) is None


@pytest.mark.parametrize("first", [True, False])
def test_every_line_of_a_world_is_looked_at(first: bool) -> None:
    plain = table(2, 3, 40)
    same = Relation(((1, "c0"), (-1, "c2")), -38, -38)
    lines = (*plain.relations, same) if first else (same, *plain.relations)
    of, merged = watch(World(plain.cells, lines), Lister({"c0": 2, "c1": -2}))

    assert of.worlds(Secret(("c0",), 2), merged.rooms({"c0", "c1", "c2"}), None) is None


def test_a_world_on_the_wrong_side_is_not_believed() -> None:
    of, merged = watch(table(4, 4, 40), Lister({"c0": -2, "c1": 2}))

    assert of.worlds(Secret(("c0",), 2), merged.rooms({"c0", "c1"}), None) == ({"c0": -2, "c1": 2},)
    assert of.worlds(Secret(("c1",), 3), merged.rooms({"c0", "c1"}), None) is None


def test_a_world_that_moves_what_a_reader_knows_is_not_believed() -> None:
    of, merged = watch(table(2, 3, 40, known=True), Lister({"c0": 2, "c1": -2}))
    rooms = merged.rooms({"c0", "c1"})

    assert of.worlds(Secret(("c0",), 2), rooms, None) == ({"c0": 2, "c1": -2},)
    assert of.worlds(Secret(("c0",), 2), rooms, "who1") is None


def test_what_was_found_once_is_not_asked_again() -> None:
    solver = Lister()
    of, merged = watch(table(2, 3, 40), solver)
    few, more = merged.rooms({"c0", "c1"}), merged.rooms({"c0", "c1", "c2"})
    found = of.worlds(Secret(("c0",), 2), few, None)

    assert of.worlds(Secret(("c0",), 2), more, None) == found
    assert of.worlds(Secret(("c1",), 2), few, None) == found
    assert solver.asked == 1


def test_what_was_found_on_both_sides_is_put_together() -> None:
    solver = Lister()
    of, merged = watch(table(3, 2, 40), solver)
    rooms = merged.rooms({"c0", "c1"})
    for step in (1, 2):
        of.worlds(Secret(("c0",), step), rooms, None)
    asked = solver.asked
    found = of.worlds(Secret(("c0",), 3), rooms, None)

    assert found is not None
    assert sorted(moved(found, "c0")) == [-2, 1]
    assert solver.asked == asked


def test_what_was_not_found_is_not_asked_again_where_no_less_is_known() -> None:
    solver = Lister()
    of, merged = watch(table(2, 3, 40), solver)
    secret, few = Secret(("c0",), 1), merged.rooms({"c0"})

    assert of.worlds(secret, few, None) is None
    asked = solver.asked
    assert of.worlds(secret, dict(few), None) is None
    assert of.worlds(secret, {"c0": (0, 3)}, None) is None
    assert solver.asked == asked
    assert of.worlds(secret, merged.rooms({"c0", "c1"}), None) is not None
    assert solver.asked > asked


def test_who_is_told_more_begins_with_what_is_still_possible() -> None:
    world = table(2, 3, 40)
    of, merged = watch(world)
    rooms = merged.rooms({"c0", "c1"})
    of.worlds(Secret(("c0",), 2), rooms, None)
    of.settle(Secret(("c2",), 3), None, 1)
    solver = Lister()
    same, _ = watch(world, solver)
    same.learn_from(of)

    assert same.worlds(Secret(("c0",), 2), rooms, None) == ({"c0": 2, "c1": -2},)
    assert solver.asked == 0
    assert same.need(Secret(("c2",), 3), None) == 1


def test_who_is_told_more_forgets_what_is_possible_no_more() -> None:
    world = table(2, 3, 40)
    of, merged = watch(world)
    rooms = merged.rooms({"c0", "c1"})
    of.worlds(Secret(("c0",), 2), rooms, None)
    told = World(world.cells, (*world.relations, Relation(((1, "c0"),), 2, 3)))
    solver = Lister()
    more, _ = watch(told, solver)
    more.learn_from(of)

    assert more.worlds(Secret(("c0",), 2), rooms, None) is None
    assert solver.asked > 0
    assert more.reach(Secret(("c0",), 2), rooms, None) == 1
