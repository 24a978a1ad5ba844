"""No hidden number can be worked out, by anybody, from all that is printed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.disclosure.cells import (
    FAR,
    Aside,
    Cell,
    KnownTooWell,
    Mode,
    Narrows,
    Relation,
    World,
    total_of,
    weighted,
)
from domain.disclosure.protect import Decision
from tests.disclosure.attacker import possible, printed, publication
from tests.disclosure.own_moves import moves
from tests.report.making import decide
from tests.report.small_years import worlds

K = 3
counts = st.lists(st.integers(0, 4), min_size=2, max_size=3)
quick = worlds(40, 400)


def one_table(values: list[int], *, insiders: bool = False) -> World:
    """Return a table whose total is printed; with insiders, each row's people know it."""
    cells = [
        Cell(f"c{n}", v, "t", known_to=frozenset({f"who{n}"} if insiders else ()))
        for n, v in enumerate(values)
    ]
    total = Cell("z", sum(values), "total", tier=2)
    names = [cell.id for cell in cells]
    return World({c.id: c for c in [*cells, total]}, (total_of("z", names),))


def two_tables(first: list[int], second: list[int], units: list[int]) -> World:
    """Return the same people counted twice, and once weighted by the units of the first table."""
    second = [*second, abs(sum(first) - sum(second))]
    if sum(second) != sum(first):
        second = [sum(first)]
    weights = [units[n % len(units)] for n in range(len(first))]
    hours = sum(w * v for w, v in zip(weights, first, strict=True))
    cells = [Cell(f"a{n}", v, "a") for n, v in enumerate(first)]
    cells += [Cell(f"b{n}", v, "b") for n, v in enumerate(second)]
    cells += [Cell("y", hours, "hours", people=False, tier=1), Cell("z", sum(first), "z", tier=2)]
    a, b = ([f"{mark}{n}" for n in range(len(t))] for mark, t in (("a", first), ("b", second)))
    relations = (weighted("y", zip(weights, a, strict=True)), total_of("z", a), total_of("z", b))
    return World({c.id: c for c in cells}, relations)


def not_zero(world: World, decision: Decision) -> list[str]:
    tables = {world.cells[n].table for n in decision.hidden if not world.cells[n].value}
    return [n for n in decision.hidden if world.cells[n].table not in tables]


def leaks(
    world: World, decision: Decision, knower: str | None = None, smallest: int = K
) -> set[str]:
    """Return the hidden cells, and the small sums of them, that a reader can pin to one value."""
    seen = [printed(world, decision)]
    own = {n: (c.value, c.value) for n, c in world.cells.items() if knower in c.known_to}
    sums = small_sums(world, decision.hidden - own.keys(), smallest)
    names = [*world.cells, *sums]
    relations = [*world.relations, *(total_of(name, parts) for name, parts in sums.items())]
    computed = {r.terms[-1][1] for r in world.relations if r.terms[-1][0] == -1}
    tried = [c.value for n, c in world.cells.items() if c.people or n not in computed]
    largest = 2 + max(tried)
    found = possible(names, [*seen, own], relations, not_zero(world, decision), largest)
    assert all(world.cells[n].value in found[n] for n in world.cells)
    return {n for n in {*decision.hidden, *sums} if len(found[n]) == 1 and n not in own}


def small_sums(world: World, hidden: Collection[str], smallest: int) -> dict[str, list[str]]:
    """Return what is hidden of each plain sum, by its parts, if it counts only a few people."""
    found = {}
    for relation in world.relations:
        parts = [name for weight, name in relation.terms if weight == 1 and name in hidden]
        plain = all(abs(weight) == 1 for weight, _ in relation.terms)
        if plain and len(parts) > 1 and 0 < sum(world.cells[n].value for n in parts) < smallest:
            found["+".join(parts)] = parts
    return found


@given(counts)
@quick
def test_one_table_keeps_its_small_numbers(values: list[int]) -> None:
    world = one_table(values)
    decision = decide(world, K)

    assert {c.id for c in world.cells.values() if 0 < c.value < K} <= decision.hidden
    assert not leaks(world, decision)


@given(counts)
@quick
def test_who_knows_one_row_does_not_learn_another(values: list[int]) -> None:
    world = one_table(values, insiders=True)
    decision = decide(world, K)

    for n in range(len(values)):
        assert not leaks(world, decision, f"who{n}")


@pytest.mark.long
@given(
    st.lists(st.integers(0, 2), min_size=2, max_size=3),
    st.lists(st.integers(0, 2), min_size=1, max_size=1),
    st.lists(st.integers(1, 2), min_size=1, max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_linked_tables_and_weighted_sums_do_not_tell(
    first: list[int], second: list[int], units: list[int]
) -> None:
    world = two_tables(first, second, units)

    assert not leaks(world, decide(world, K))


@given(counts, st.lists(st.integers(0, 2), min_size=1, max_size=1))
@quick
def test_what_is_hidden_beside_small_numbers_would_tell_something_if_it_were_shown(
    first: list[int], second: list[int]
) -> None:
    for world in (one_table(first), two_tables(first, second, [1, 2])):
        hidden = decide(world, K).hidden
        beside = [n for n in hidden if not (world.cells[n].people and 0 < world.cells[n].value < K)]
        shown = {n: Decision(Mode.SUPPRESS, hidden - {n}) for n in sorted(beside)}

        assert [n for n, decision in shown.items() if not leaks(world, decision)] == []


@given(st.lists(st.sampled_from((0, 1, 2, 3, 4, 600)), min_size=2, max_size=4), st.integers(3, 6))
@quick
def test_hidden_numbers_of_a_table_add_up_to_enough(values: list[int], smallest: int) -> None:
    world = one_table(values)
    decision = decide(world, smallest)
    rows = [n for n in decision.hidden if n != "z"]

    if rows and "z" not in decision.hidden:
        assert len(rows) >= 2
        assert sum(world.cells[n].value for n in rows) >= smallest


def test_a_zero_does_not_make_up_for_a_small_number() -> None:
    world = one_table([6, 3, 0])
    with_zero = Decision(Mode.SUPPRESS, frozenset({"c1", "c2"}), frozenset())

    assert leaks(world, with_zero, smallest=5) == {"c1+c2"}  # 9 less 6
    assert decide(world, 5).hidden == {"c0", "c1"}
    assert decide(one_table([600, 3, 0]), 5).hidden == {"c0", "c1"}  # however many more they are


@given(counts)
@quick
def test_who_knows_one_row_does_not_learn_a_small_rest(values: list[int]) -> None:
    world = one_table(values, insiders=True)
    decision = decide(world, 5)

    for n in range(len(values)):
        assert not leaks(world, decision, f"who{n}", smallest=5)


def test_who_knows_the_largest_hidden_row_would_learn_the_rest() -> None:
    world = one_table([7, 3, 0, 40], insiders=True)
    hidden = Decision(Mode.SUPPRESS, frozenset({"c0", "c1", "c2"}), frozenset())

    assert not leaks(world, hidden, smallest=5)
    assert leaks(world, hidden, "who0", smallest=5) == {"c1+c2"}
    assert {"c0", "c1", "c3"} == decide(world, 5).hidden


@given(st.lists(st.integers(0, 7), min_size=2, max_size=3))
@quick
def test_rounding_to_fives_does_not_pin_a_small_number(values: list[int]) -> None:
    world = one_table(values)
    decision = decide(world, K, Mode.ROUND5)
    seen = printed(world, decision)
    found = possible(list(world.cells), [seen], world.relations)

    small = [n for n, c in world.cells.items() if 0 < c.value < K]
    assert all(len(found[n]) > 1 for n in small)


def test_plain_rounding_would_tell() -> None:
    world = one_table([2, 2, 2, 2])
    plain = Decision(Mode.ROUND5, frozenset(), frozenset())
    found = possible(list(world.cells), [printed(world, plain)], world.relations)

    assert found["c0"] == {2}
    assert decide(world, K, Mode.ROUND5).hidden


@given(counts, st.booleans())
@quick
def test_a_second_mode_does_not_undo_the_first(values: list[int], first_rounds: bool) -> None:
    modes = [Mode.ROUND5, Mode.SUPPRESS] if first_rounds else [Mode.SUPPRESS, Mode.ROUND5]
    world = one_table(values)
    first = decide(world, K, modes[0])
    again = World(world.cells, world.relations, (publication(world, first),))
    try:
        second = decide(again, K, modes[1])
    except Narrows:  # then nothing is printed, and that it were too much is shown below
        assert tells_anyway(world, first)
        return
    seen = [printed(world, first), printed(world, second)]
    found = possible(list(world.cells), seen, world.relations)

    lost = {each.name for each in second.lost}
    small = {n for n, c in world.cells.items() if 0 < c.value < K} - lost
    assert all(len(found[n]) > 1 for n in small)


def tells_anyway(world: World, first: Decision) -> bool:
    """Return whether signs alone, in the place of all numbers, narrow what was left of one."""
    seen, names = printed(world, first), list(world.cells)
    before = possible(names, [seen], world.relations)
    after = possible(names, [seen], world.relations, [n for n in names if world.cells[n].value])
    return any(len(after[n]) < len(before[n]) for n in names if 0 < world.cells[n].value < K)


@given(counts, st.integers(0, 3), st.integers(1, 2))
@quick
def test_a_later_version_does_not_show_who_came_since(
    values: list[int], where: int, more: int
) -> None:
    old = one_table(values)
    first = decide(old, K)
    where %= len(values)
    grown = [v + more * (n == where) for n, v in enumerate(values)]
    new = one_table(grown)
    second = decide(World(new.cells, new.relations, (publication(old, first),)), K)
    before, after = printed(old, first), printed(new, second)

    both = [n for n in before if n in after and 0 < after[n][0] - before[n][0] < K]
    assert not both


def naive(world: World) -> Decision:
    small = frozenset(n for n, c in world.cells.items() if 0 < c.value < K)
    return Decision(Mode.SUPPRESS, small, frozenset())


def test_hiding_only_the_small_ones_would_leak() -> None:
    world = one_table([1, 5, 6])

    assert leaks(world, naive(world)) == {"c0"}
    assert not leaks(world, decide(world, K))


def test_a_weighted_sum_beside_a_plain_one_would_leak() -> None:
    world = two_tables([1, 3, 6], [4], [2, 3])
    two_hidden = Decision(Mode.SUPPRESS, frozenset({"a0", "a1"}), frozenset())

    assert leaks(world, two_hidden) == {"a0", "a1"}
    assert not leaks(world, decide(world, K))


def beside(*values: int, tier: int = 0) -> World:
    """Return two tables of the same people; of the second one each row is at least so many."""
    plain = one_table(list(values))
    cells = {n: replace(c, tier=tier if n != "z" else c.tier) for n, c in plain.cells.items()}
    lines = tuple(Relation(((1, f"c{n}"),), v, FAR) for n, v in enumerate(values[:2]))
    return World(cells, plain.relations, (), (Aside("presence", {}, lines),))


def test_what_tells_of_presence_is_left_out_where_it_would_tell_a_number() -> None:
    world = beside(1, 2, 40)
    decision = decide(world, K)

    assert decision.untold == {"presence"}
    assert decision.hidden == decide(replace(world, asides=()), K).hidden
    assert leaks(world.told({"presence"}), decision) >= {"c0", "c1"}


def test_only_the_annex_pays_for_what_tells_of_presence() -> None:
    world = beside(1, 2, 40, tier=-1)
    decision = decide(world, K)

    assert decision.untold == frozenset()
    assert decision.hidden == {"c0", "c1", "c2"}
    assert not leaks(world.told({"presence"}), decision)


def test_what_who_knows_a_row_had_learnt_before_blocks_nothing() -> None:
    """An old version let each of two rows take the own number off the sum."""
    world = one_table([3, 2], insiders=True)
    naive_ = Decision(Mode.SUPPRESS, frozenset({"c0", "c1"}))
    old = publication(world, naive_)
    again = decide(World(world.cells, world.relations, (old,)), 5)

    assert again.hidden == {"c0", "c1"}
    assert not again.lost  # everybody else learns nothing


def test_the_smallest_row_pays_first_and_a_zero_last() -> None:
    assert decide(one_table([3, 40, 7, 9, 0]), 5).hidden == {"c0", "c2"}
    assert decide(one_table([1, 40, 499, 501, 0]), 5).hidden == {"c0", "c1"}
    assert decide(one_table([1, 502, 0, 501]), 5).hidden == {"c0", "c3"}


def test_a_total_pays_last() -> None:
    assert decide(one_table([3, 700]), 5).hidden == {"c0", "c1"}
    world = World(
        {"c0": Cell("c0", 3, "t"), "z": Cell("z", 3, "sum", tier=2)}, (total_of("z", ["c0"]),)
    )
    assert decide(world, 5).hidden == {"c0", "z"}


def test_what_was_told_once_is_not_printed_again_and_is_named() -> None:
    world = one_table([3, 2, 40])
    told = Decision(Mode.SUPPRESS, frozenset({"c1"}))
    day = date(2027, 2, 3)
    old = replace(publication(world, told), made_on=day)
    again = decide(World(world.cells, world.relations, (old,)), 5)

    assert again.hidden == {"c0", "c1"}
    assert again.lost == {KnownTooWell("c0", day), KnownTooWell("c1", day)}


def test_rounded_a_small_number_that_is_tried_open_again_is_still_guarded() -> None:
    """8, 3 and 8 came, 8 more were registered; only all at their least adds up to 27 at most."""
    cells = [Cell("a", 8, "t"), Cell("b", 3, "t"), Cell("c", 8, "t"), Cell("gone", 8, "g")]
    cells += [Cell("z", 19, "z", printed=False), Cell("all", 27, "all")]
    lines = (total_of("z", ["a", "b", "c"]), total_of("all", ["z", "gone"]))
    world = World({c.id: c for c in cells}, lines)
    decision = decide(world, 5, Mode.ROUND5)
    found = possible(list(world.cells), [printed(world, decision)], world.relations, largest=27)

    assert decision.hidden
    assert len(found["b"]) > 1


def test_nothing_small_means_nothing_hidden() -> None:
    assert not decide(one_table([3, 0, 6]), K).hidden


def test_a_zero_that_everybody_knows_is_not_hidden() -> None:
    plain = one_table([0, 1, 1, 1])
    nothing_was_held = total_of("c0", [])
    world = World(plain.cells, (*plain.relations, nothing_was_held))

    assert "c0" in decide(plain, K).hidden
    assert decide(world, K).hidden == {"c1", "c2", "c3", "z"}


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=2, max_size=6))
def test_moves_keep_every_sum(parts: list[tuple[int, int]]) -> None:
    names = [f"x{n}" for n in range(len(parts))]
    plain = Relation(tuple((1, name) for name in names), 9, 9)
    heavy = Relation(tuple((w, n) for (w, _), n in zip(parts, names, strict=True)), 9, 9)
    found = moves(names, [plain, heavy])
    assert len(found) >= len(names) - 2
    for move in found:
        for relation in (plain, heavy):
            assert sum(w * move.get(n, 0) for w, n in relation.terms) == 0
