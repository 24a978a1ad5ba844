"""Numbers to publish and how they hang together: values, sums, and what contradicts them."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from domain.disclosure.cells import (
    ROUNDING,
    Aside,
    Cell,
    DoesNotAddUp,
    KnownTooWell,
    Mode,
    Narrows,
    OtherMode,
    Publication,
    Range,
    Relation,
    VersionRefused,
    World,
    rounded,
    total_of,
    weighted,
)
from domain.disclosure.sums import Side, Sides, sides_of

CELLS = {name: Cell(name, n, "t") for name, n in {"a": 2, "b": 3, "z": 5}.items()}
LINE = total_of("z", ["a", "b"])


def test_a_number_is_known_where_both_ends_are_one() -> None:
    assert Range(3, 3).exact
    assert not Range(3, 4).exact
    assert not Range(0, None).exact


def test_what_is_printed_is_the_number_or_what_is_said_of_it() -> None:
    assert Cell("a", 7, "t").opened == Range(7, 7)
    assert Cell("a", 7, "t", said=Range(6, 9)).opened == Range(6, 9)


def test_what_weighs_nothing_is_no_part_of_a_sum() -> None:
    assert weighted("y", [(2, "a"), (0, "b")]).terms == ((2, "a"), (-1, "y"))
    assert Relation(((0, "a"),), 0, 4) == Relation((), 0, 4)
    assert Relation(((1, "a"), (1, "b"), (-1, "z")), 0, 0) == LINE


@pytest.mark.parametrize(("low", "high", "holds"), [(5, 5, True), (0, 4, False), (6, 9, False)])
def test_a_world_that_contradicts_itself_is_none(low: int, high: int, holds: bool) -> None:
    line = Relation(((1, "a"), (1, "b")), low, high)
    if holds:
        assert World(CELLS, (line,)).relations == (line,)
        return
    with pytest.raises(DoesNotAddUp, match=r"do not add up: .*'a'.*'b'"):
        World(CELLS, (line,))
    with pytest.raises(KeyError):
        World(CELLS, (total_of("z", ["c"]),))


def test_who_reads_an_aside_knows_its_numbers_and_its_lines() -> None:
    more = Cell("at", 1, "p")
    there, heavy = Relation(((1, "a"),), 1, 9), Relation(((1, "at"),), 1, 1)
    asides = (Aside("one", {"at": more}, (heavy,)), Aside("two", {}, (there,)))
    out = (Publication({"a": 2}, {}),)
    world = World(CELLS, (LINE,), out, asides)

    assert world.told(["one"]) == World({**CELLS, "at": more}, (LINE, heavy), out)
    assert world.told(["two"]) == World(CELLS, (LINE, there), out)
    assert world.told([]) == World(CELLS, (LINE,), out)


@pytest.mark.parametrize(
    ("true", "shown"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15)]
)
def test_a_rounded_number_is_the_nearest_five(true: int, shown: int) -> None:
    assert rounded(true) == shown
    assert abs(shown - true) <= ROUNDING == 2


def test_a_refusal_says_why_and_survives_another_process() -> None:
    other, narrow = OtherMode(2026, Mode.ROUND5), Narrows(KnownTooWell("c5"))

    assert str(other) == "the year 2026 was first handed out in the mode round5"
    assert str(narrow) == "c5 would be known too well"
    again, narrower = pickle.loads(pickle.dumps(other)), pickle.loads(pickle.dumps(narrow))
    assert (again.year, again.mode, narrower.lost) == (2026, Mode.ROUND5, KnownTooWell("c5"))
    assert issubclass(OtherMode, VersionRefused)
    assert issubclass(Narrows, VersionRefused)


def test_a_line_has_a_side_where_all_counts_as_often() -> None:
    both = Relation(((1, "a"), (1, "b"), (-1, "y"), (-1, "z")))

    assert list(sides_of(LINE)) == [("a", "b")]
    assert list(sides_of(both)) == [("a", "b"), ("y", "z")]
    assert list(sides_of(weighted("z", [(2, "a"), (2, "b")]))) == [("a", "b")]
    assert list(sides_of(weighted("z", [(2, "a"), (3, "b")]))) == []
    assert list(sides_of(Relation(((1, "a"), (-1, "z"))))) == []


def test_a_side_is_guarded_where_a_small_number_stands_on_it() -> None:
    truth = {"none": 0, "one": 1, "two": -2, "four": 4, "five": 5}
    names = [("none", "five"), ("one", "five"), ("four", "five"), ("two", "none"), ("five", "five")]
    sides = [Side(each, 3) for each in names]

    assert Sides(truth, [*sides, sides[1]], 5).all == sides[1:4]


def test_what_is_left_on_a_side_is_a_small_sum_of_several() -> None:
    truth = {"a": 1, "b": 3, "c": 0, "d": 9, "e": 1}
    side = Side(("d", "b", "a", "c", "e"), 3)
    sides = Sides(truth, [side], 5)

    assert sides.left(side, {"a", "b", "x"}) == ("a", "b")
    assert sides.left(side, {"b", "c", "a"}) == ("a", "b", "c")
    assert sides.left(side, {"b"}) == ()
    assert sides.left(side, {"a", "b", "e"}) == ()
    assert sides.left(side, {"a", "d"}) == ()
    assert sides.left(side, {"c"}) == ()


def version(of: dict[str, int], *shown: str, mode: Mode = Mode.SUPPRESS) -> Publication:
    """Return a version of some values that shows some of them."""
    return Publication(of, {name: Range(of[name], of[name]) for name in shown}, (LINE,), mode=mode)


def test_a_version_adds_what_none_said_since_the_last_correction() -> None:
    before, after = {"a": 2, "b": 3, "z": 5}, {"a": 3, "b": 3, "z": 6}
    out = (version(before, "a"), version(before, "z"))

    assert version(before).adds_to(())
    assert not version(before).adds_to(out)
    assert not version(before, "a", "z").adds_to(out)
    assert version(before, "b").adds_to(out)
    assert version(after).adds_to(out)
    assert version(before, "a").adds_to(
        (*out, version(after, "a"))
    )  # taken back: that is told, too
    assert version(before, "a", mode=Mode.ROUND5).adds_to(out)
    assert Publication(before, {}, (Relation(((1, "a"),), 0, 2),)).adds_to(out)


def test_what_is_sure_now_adds_to_what_may_have_been_known() -> None:
    looked = replace(version({"a": 2}, "a"), maybe=frozenset({"a"}))

    assert version({"a": 2}, "a").adds_to((looked,))
    assert not looked.adds_to((version({"a": 2}, "a"),))
    assert not looked.adds_to((looked,))


def test_what_only_one_version_counts_is_no_correction() -> None:
    """Who was present is counted only where it is told."""
    plain, more = {"a": 2, "b": 3, "z": 5}, {"a": 2, "b": 3, "z": 5, "there": 1}
    out = (version(more, "a"), version(plain, "z"))

    assert not version(plain, "a").adds_to(out)
    assert not version(more, "a").adds_to(out)
    assert version(more).adds_to((version(plain, "a", "z"),))
