"""What a reader knows of each number, of this version and of all before it, told as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.disclosure.cells import (
    FAR,
    Cell,
    KnownTooWell,
    Mode,
    Publication,
    Range,
    Relation,
    World,
    total_of,
)
from domain.disclosure.merged import Merged
from domain.disclosure.reading import HIDDEN, learned, said
from domain.disclosure.sums import Side

K = 5
FIRST, SECOND = date(2027, 2, 3), date(2027, 3, 4)
EITHER_WAY = (-FAR - 1, FAR)  # below the truth, which is 1 here, as far as any number reaches


def table(*values: int, earlier: tuple[Publication, ...] = ()) -> World:
    """Return rows and their sum; somebody knows the first one."""
    cells = [Cell(f"c{n}", v, "t") for n, v in enumerate(values)]
    cells[0] = Cell("c0", values[0], "t", known_to=frozenset({"who", "other"}))
    cells.append(Cell("z", sum(values), "sum", tier=2))
    lines = (total_of("z", [c.id for c in cells[:-1]]),)
    return World({c.id: c for c in cells}, lines, earlier)


def out(world: World, hidden: set[str], made_on: date | None = None) -> Publication:
    """Return a version of this world that was handed out."""
    read = learned(world.cells, hidden, Mode.SUPPRESS)
    values = {name: cell.value for name, cell in world.cells.items()}
    return Publication(values, read, world.relations, made_on=made_on)


def merged(world: World, mode: Mode = Mode.SUPPRESS) -> Merged:
    return Merged(world, K, mode)


def test_what_is_hidden_is_some_and_what_is_shown_is_known() -> None:
    of = merged(table(3, 0, 40))

    assert of.rooms({"c0", "c2"}) == {"c0": (-2, FAR), "c2": (-39, FAR)}
    assert of.rooms({"c0", "c1", "z"}) == {"c0": (-3, FAR), "c1": (0, FAR), "z": (-42, FAR)}
    assert of.rooms(()) == {}


def test_that_a_row_is_there_tells_that_it_is_some_whatever_is_hidden() -> None:
    cells = [Cell("a", 0, "t"), Cell("b", 2, "t", least=1)]
    of = merged(World({c.id: c for c in cells}))

    assert of.rooms({"a", "b"}) == {"a": (0, FAR), "b": (-1, FAR)}


def test_rounded_numbers_lie_two_apart_at_most() -> None:
    of = merged(table(3, 0, 40), Mode.ROUND5)

    assert of.rooms({"z"}) == {"c0": (0, 4), "c1": (0, 2), "c2": (-2, 2), "z": (-42, FAR)}
    assert said(Cell("b", 1, "t", least=1), Mode.ROUND5) == Range(1, 2)
    assert said(Cell("b", 7, "t", people=False), Mode.ROUND5) == Range(7, 7)
    assert said(Cell("b", 7, "t", said=Range(6, 9)), Mode.SUPPRESS) == Range(6, 9)


def test_a_number_that_is_not_printed_may_be_anything() -> None:
    of = merged(World({"a": Cell("a", 3, "t", printed=False)}))

    assert of.rooms(()) == {"a": (-3, FAR)}
    assert of.needs == {"a": K - 2}


def test_small_numbers_of_people_are_guarded() -> None:
    cells = [Cell(f"c{n}", n, "t") for n in range(7)]
    cells += [Cell("less", -2, "t", printed=False), Cell("thing", 3, "t", people=False)]
    world = World({c.id: c for c in cells})

    assert merged(world).needs == {**{f"c{n}": 3 for n in range(1, 5)}, "less": 3}
    assert merged(world, Mode.ROUND5).needs == {**{f"c{n}": 1 for n in range(1, 5)}, "less": 1}


def test_sums_of_people_are_guarded_and_those_of_a_version_that_is_gone_a_little() -> None:
    cells = {n: Cell(n, v, "t") for n, v in {"a": 2, "b": 6, "z": 8}.items()}
    things = {n: Cell(n, v, "t", people=False) for n, v in {"c": 2, "d": 6, "y": 8}.items()}
    old = Publication({"a": 2, "gone": 7, "x": 9}, {"x": HIDDEN}, (total_of("x", ["a", "gone"]),))
    lines = (total_of("z", ["a", "b"]), total_of("y", ["c", "d"]))
    of = merged(World(cells | things, lines, (old,)))

    assert of.sides.all == [Side(("a", "b"), 3), Side(("a", "0:gone"), 1)]


def test_what_was_told_aside_is_no_sum_of_people_where_nobody_tells_it_now() -> None:
    """At two trainings, then at one: whoever tells it no more need not keep it."""
    line = total_of("x", ["at"])
    told = (Publication({"x": n, "at": n}, {}, (line,), maybe_lines=frozenset({line}))
            for n in (2, 1))  # fmt: skip
    sure = (Publication({"x": n, "at": n}, {}, (line,)) for n in (2, 1))

    assert merged(World({}, (), tuple(told))).sides.all == []
    assert Side(("1:at", "1:at-0:at"), 1) in merged(World({}, (), tuple(sure))).sides.all


def test_what_we_only_work_with_is_another_number_in_each_version() -> None:
    """Nobody tells whether it changed, nor where to; of a line between ends nobody sees a sum."""
    ours = {n: Cell(n, 1, "t", people=False, printed=False) for n in ("at", "more")}
    told = {"side": Cell("side", 7, "t", said=Range(5, 9)), "a": Cell("a", 2, "t")}
    old = Publication({"at": 1, "more": 2, "side": 6, "a": 1}, {"a": HIDDEN, "side": Range(5, 9)})
    between = Relation(((1, "a"), (1, "side"), (-1, "at")), 0, 9)
    of = merged(World(ours | told, (between,), (old,)))

    assert {n: of.truth[n] for n in of.truth if n.endswith(("at", "more"))} == {
        "at": 1, "more": 1, "0:at": 1, "0:more": 2
    }  # fmt: skip
    assert of.before["a-0:a"] == HIDDEN
    assert "side-0:side" not in of.before
    assert of.room("side-0:side", {"side"}) == (-FAR - 1, FAR)
    assert not [side for side in of.sides.all if "side" in side.names]


def test_a_row_that_was_not_read_may_be_known_to_have_been_there() -> None:
    rows = {n: Cell(n, 2, "t", least=least) for n, least in (("a", 1), ("b", 0))}
    of = merged(World(rows, (), (Publication({"a": 1, "b": 1}, {}),)))

    assert of.room("0:a", {"a", "b"}) == (0, FAR)
    assert of.room("0:b", {"a", "b"}) == (-1, FAR)
    assert of.rooms_before()["0:a"] == (-1, FAR)


def test_one_correction_is_two_numbers_and_the_step_between() -> None:
    before = table(3, 0, 40)
    of = merged(table(4, 0, 40, earlier=(out(before, {"c0", "c2"}, FIRST),)))

    assert of.truth == {
        "c0": 4, "c1": 0, "c2": 40, "z": 44, "0:c0": 3, "c0-0:c0": 1, "0:z": 43, "z-0:z": 1
    }  # fmt: skip
    assert of.before == {
        "0:c0": HIDDEN, "c1": Range(0, 0), "c2": HIDDEN, "0:z": Range(43, 43),
        "c0-0:c0": HIDDEN, "z-0:z": HIDDEN,
    }  # fmt: skip
    assert of.needs == {"c0": 3, "0:c0": 3, "c0-0:c0": 1, "z-0:z": 1, "c2": 1}
    assert of.relations[1:] == [
        Relation(((1, "c0"), (-1, "0:c0"), (-1, "c0-0:c0"))),
        Relation(((1, "z"), (-1, "0:z"), (-1, "z-0:z"))),
        total_of("0:z", ["0:c0", "c1", "c2"]),
    ]
    assert of.own == {name: frozenset({"c0", "0:c0", "c0-0:c0"}) for name in ("other", "who")}


def test_what_changed_on_a_side_of_a_line_is_guarded_as_a_sum() -> None:
    before = table(3, 4, 40)
    of = merged(table(4, 6, 39, earlier=(out(before, {"c0", "c1"}),)))

    assert Side(("c0-0:c0", "c1-0:c1"), 1) in of.sides.all
    assert not [side for side in of.sides.all if {"c0-0:c0", "c2-0:c2"} <= set(side.names)]


def test_a_number_that_is_gone_is_guarded_where_it_was_printed() -> None:
    values = {"gone": 3, "inner": 3, "shown": 2, "none": 0, "many": 9}
    read = {"gone": HIDDEN, "shown": Range(2, 2), "none": Range(0, None), "many": HIDDEN}
    of = merged(table(9, 9, earlier=(Publication(values, read),)))

    assert of.needs == {"0:gone": 3, "0:none": 1, "0:many": 1}


def test_what_is_known_of_a_number_twice_is_known_together() -> None:
    first = Publication({"c0": 4}, {"c0": Range(2, 6)})
    second = Publication({"c0": 4}, {"c0": Range(3, None)})
    of = merged(table(4, 9, earlier=(first, second)))

    assert of.before == {"c0": Range(3, 6)}
    assert of.room("c0", {"c0"}) == (-1, 2)
    assert of.room("c0", ()) == (0, 0)


def test_what_may_be_known_is_protected_against_and_not_relied_on() -> None:
    sure = Publication({"c0": 4, "c1": 9}, {"c0": Range(3, None), "c1": Range(7, 11)})
    looked = replace(sure, said={**sure.said, "c0": Range(4, 5)}, maybe=frozenset({"c0"}))
    of = merged(table(4, 9, earlier=(sure, looked)))

    assert of.room("c0", {"c0"}) == (0, 1)
    assert of.rooms_before()["c0"] == (-1, FAR)
    assert of.rooms_before()["c1"] == of.room("c1", {"c1"}) == (-2, 2)


def test_what_was_small_and_hidden_before_is_guarded_from_one_on() -> None:
    before = Publication({"a": 1, "b": 30}, {"a": HIDDEN, "b": Range(30, 30)})
    of = merged(World({"a": Cell("a", 9, "t"), "b": Cell("b", 31, "t")}, earlier=(before,)))

    assert of.needs["0:a"] == K - 2
    assert of.hidden_before == {"0:a"}


@pytest.mark.parametrize(
    ("earlier", "least"),
    [
        ({"c0": 2, "c1": 3}, -1),
        ({"c0": 2, "c1": 4}, -2),  # another table, in which it may have been hidden with a none
        ({"c0": 2}, -2),  # a row was not there
        ({"c0": 2, "c1": 3, "gone": 7}, -2),
    ],
)
def test_that_a_row_is_not_none_stays_sure_as_long_as_its_table_is_the_same(
    earlier: dict[str, int], least: int
) -> None:
    cells = {name: Cell(name, value, "t") for name, value in (("c0", 2), ("c1", 3))}
    before = Publication(earlier, dict.fromkeys(earlier, HIDDEN))

    assert merged(World(cells, earlier=(before,))).rooms_before()["c0"][0] == least


def test_that_what_is_hidden_is_not_none_is_sure_only_of_a_row_for_nothing_else() -> None:
    """Whether it is none says no sign: a version is protected as if it were told, and only that."""
    cells = [Cell("a", 2, "a"), Cell("b", 2, "b", least=1), Cell("d", 2, "d", least=1)]
    before = Publication({"a": 2, "b": 2, "c": 2, "d": 0}, dict.fromkeys("abcd", HIDDEN))
    of = merged(World({c.id: c for c in cells}, earlier=(before,)))
    ways = of.rooms({"a", "b", "d"}), of.rooms_before()

    assert [{name: rooms[name][0] for name in ("a", "b", "0:c")} for rooms in ways] == [
        {"a": -1, "b": -1, "0:c": -1}, {"a": -2, "b": -1, "0:c": -2}
    ]  # fmt: skip
    assert of.surely["0:d"] == Range(0, None)


def test_a_line_of_which_nobody_may_know_holds_only_where_a_version_is_protected() -> None:
    line, sure = Relation(((1, "c0"),), 3, 9), Relation(((1, "c1"),), 2, 9)
    said = {"c0": HIDDEN, "c1": HIDDEN}
    old = Publication({"c0": 4, "c1": 4}, said, (line, sure), maybe_lines=frozenset({line}))
    of = merged(table(4, 4, earlier=(old, old)))
    (known, found) = of.relations[-2:]

    assert (known, found) == (
        Relation(((1, "c0"), (-1, "perhaps 0")), 3, 9),
        Relation(((1, "c1"),), 2, 9),
    )
    assert "perhaps 0" not in of.rooms({"c0", "c1", "z"})
    assert of.rooms_before()["perhaps 0"] == (-FAR, FAR)
    assert merged(World(table(4, 4).cells, (line,), (old,))).rooms_before().keys() <= {
        "c0", "c1", "z"
    }  # fmt: skip


def test_a_number_that_was_told_to_nobody_for_sure_is_guarded_still() -> None:
    told = Publication({"c0": 3}, {"c0": Range(3, 3)})
    cells = table(9, 9)
    of = {
        each: merged(replace(cells, earlier=(replace(told, maybe=each),))).needs
        for each in (frozenset[str](), frozenset({"c0"}))
    }

    assert [("0:c0" in needs) for needs in of.values()] == [False, True]


def test_a_number_corrected_twice_has_three_names() -> None:
    versions = tuple(Publication({"c1": n}, {"c1": HIDDEN}) for n in (2, 3, 3))
    of = merged(table(9, 4, earlier=versions))

    assert {n for n in of.truth if "c1" in n} == {
        "c1", "0:c1", "1:c1", "c1-0:c1", "c1-1:c1", "1:c1-0:c1"
    }  # fmt: skip
    assert of.truth["c1-0:c1"] == 2


def test_from_one_version_to_the_next_it_is_known_whether_a_number_rose_or_fell() -> None:
    versions = tuple(Publication({"c1": n}, {"c1": HIDDEN}) for n in (3, 6))
    of = merged(table(9, 4, earlier=versions))
    steps = {name: of.room(name, {"c1"}) for name in ("1:c1-0:c1", "c1-1:c1", "c1-0:c1")}

    assert steps == {"1:c1-0:c1": (-2, FAR), "c1-1:c1": (-1, FAR), "c1-0:c1": EITHER_WAY}
    assert {name: of.rooms_before()[name] for name in steps} == steps


def test_a_number_that_is_again_what_it_was_is_the_same_one() -> None:
    versions = tuple(Publication({"c1": n}, {"c1": HIDDEN}) for n in (4, 6))
    of = merged(table(9, 4, earlier=versions))

    assert of.before["c1"] == HIDDEN
    assert of.before["1:c1-c1"] == of.before["c1-1:c1"] == HIDDEN
    assert "0:c1" not in of.truth


def test_a_correction_that_was_taken_back_before_another_is_known_to_be_none() -> None:
    versions = tuple(Publication({"c1": n}, {"c1": HIDDEN}) for n in (4, 6, 4))
    of = merged(table(9, 9, earlier=versions))

    assert {name for name in of.truth if name.endswith(":c1") and "-" not in name} == {
        "0:c1", "1:c1"
    }  # fmt: skip
    assert of.room("0:c1-1:c1", ()) == of.room("1:c1-0:c1", ()) == (-1, FAR)
    assert of.room("c1-1:c1", ()) == (-FAR - 3, FAR)
    assert of.room("c1-0:c1", ()) == (-4, FAR)


def test_before_this_version_only_what_is_new_is_known_to_be_some() -> None:
    before = Publication({"c0": 3}, {"c0": HIDDEN})
    of = merged(table(2, 4, 0, earlier=(before,)))

    assert of.rooms_before() == {
        "c0": (-2, FAR), "c1": (-4, FAR), "c2": (0, FAR), "z": (-5, FAR),
        "0:c0": (-3, FAR), "c0-0:c0": (0, FAR),
    }  # fmt: skip


def test_what_is_added_up_anyway_is_known_step_by_step() -> None:
    cells = {n: Cell(n, v, "t") for n, v in {"a": 1, "b": 2, "c": 3, "d": 9}.items()}
    lines = (
        Relation(((1, "a"),), 1, 1),
        Relation(((1, "a"), (1, "b")), 3, 3),
        Relation(((1, "a"), (1, "b"), (1, "c")), 6, 6),
        Relation(((1, "d"),), 0, 20),
    )

    assert merged(World(cells, lines)).known_anyway() == {"a", "b", "c"}


def test_what_is_told_has_the_day_on_which_it_was_told_last() -> None:
    before, then = table(3, 0, 40), table(4, 0, 40)
    of = merged(table(5, 0, 40, earlier=(out(before, {"c0"}, FIRST), out(then, {"c0"}, SECOND))))

    assert of.lost("c1") == KnownTooWell("c1", SECOND)
    assert of.lost("0:c0") == KnownTooWell("c0", FIRST)
    assert of.lost("1:c0-0:c0") == KnownTooWell("c0", SECOND)
    assert of.lost("c0-0:c0") == KnownTooWell("c0", FIRST)
    assert merged(table(3, 4)).lost("c0") == KnownTooWell("c0")


def test_opening_the_last_zero_tells_more_of_the_whole_table() -> None:
    of = merged(table(3, 0, 0, 4))

    assert of.touched("c0", {"c0", "c1", "c3"}) == {"c0"}
    assert of.touched("c1", {"c0", "c1", "c3", "z"}) == {"c0", "c1", "c3"}
    assert of.touched("c1", {"c0", "c1", "c2"}) == {"c1"}


def test_hiding_tells_more_of_what_is_rounded_to_none_unless_there_is_a_zero_beside() -> None:
    rows = [("few", 2, "t"), ("many", 3, "t"), ("none", 0, "u"), ("one", 1, "u")]
    cells = {name: Cell(name, n, of) for name, n, of in rows}
    cells["things"] = Cell("things", 2, "t", people=False)
    rough, plain = (merged(World(cells), mode) for mode in (Mode.ROUND5, Mode.SUPPRESS))

    assert [n for n in cells if rough.hiding_tells(n, cells.keys())] == ["few"]
    assert rough.hiding_tells("one", {"one"})
    assert not any(plain.hiding_tells(n, cells.keys()) for n in cells)


def test_hiding_tells_nothing_more_of_what_was_hidden_before() -> None:
    told = Publication({"few": 2}, {"few": HIDDEN}, mode=Mode.ROUND5)
    of = merged(World({"few": Cell("few", 2, "t")}, earlier=(told,)), Mode.ROUND5)

    assert not of.hiding_tells("few", {"few"})
