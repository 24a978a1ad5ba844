"""What a reader sees, value by value, and what is remembered of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from domain.disclosure.cells import (
    Aside,
    Cell,
    KnownTooWell,
    Mode,
    Publication,
    Range,
    Relation,
    World,
)
from domain.disclosure.protect import Decision
from domain.disclosure.values import (
    Shown,
    Sign,
    Unit,
    change,
    days,
    hidden,
    missing,
    ratio,
    share,
    things,
    too_few,
    units,
)
from domain.disclosure.view import View, tenths

THERE = Relation(((1, "few"),), 1, 9)
WORLD = World(
    {
        "few": Cell("few", 3, "t", known_to=frozenset({"office"})),
        "many": Cell("many", 12, "t"),
        "things": Cell("things", 12, "t", people=False),
        "sum": Cell("sum", 41, "s", printed=False),
        "none": Cell("none", 0, "u"),
    },
    (),
    (),
    (Aside("told", {}, (THERE,)), Aside("untold", {}, ())),
)
HIDES = Decision(
    Mode.SUPPRESS,
    frozenset({"few"}),
    frozenset({KnownTooWell("b"), KnownTooWell("a")}),
    frozenset({"untold"}),
)
ROUNDS = Decision(Mode.ROUND5, frozenset({"few"}), untold=frozenset({"untold"}))


def parts(shown: Shown) -> tuple[Sign, int | float | None, Unit, int]:
    return shown.sign, shown.plain, shown.unit, shown.off


def test_a_number_is_shown_as_it_is_rounded_or_hidden() -> None:
    view, rough = View(WORLD, HIDES), View(WORLD, ROUNDS)

    assert parts(view("many")) == (Sign.VALUE, 12, Unit.PEOPLE, 0)
    assert parts(rough("many")) == (Sign.VALUE, 10, Unit.PEOPLE, 2)
    assert parts(rough("things", Unit.THINGS)) == (Sign.VALUE, 12, Unit.THINGS, 0)
    assert parts(view("few", Unit.RATE)) == (Sign.HIDDEN, None, Unit.RATE, 0)
    assert parts(view("none")) == (Sign.NONE, 0, Unit.PEOPLE, 0)
    with pytest.raises(KeyError, match="sum is not meant to be printed"):
        view("sum")


def test_an_office_reads_its_own_number_and_no_other() -> None:
    assert parts(View(WORLD, HIDES, "office")("few")) == (Sign.VALUE, 3, Unit.PEOPLE, 0)
    assert parts(View(WORLD, ROUNDS, "office")("few")) == (Sign.VALUE, 3, Unit.PEOPLE, 0)
    assert parts(View(WORLD, HIDES, "other")("few")) == (Sign.HIDDEN, None, Unit.PEOPLE, 0)


def test_a_view_has_what_may_be_printed() -> None:
    view = View(WORLD, HIDES)

    assert "many" in view
    assert "sum" not in view
    assert "gone" not in view
    assert (view.hidden, view.mode, view.lost) == (
        1,
        Mode.SUPPRESS,
        [KnownTooWell("a"), KnownTooWell("b")],
    )


def test_a_mean_needs_a_base_and_numbers_that_are_shown() -> None:
    view = View(WORLD, HIDES)

    assert parts(view.mean("sum", "many", 12)) == (Sign.VALUE, 3.4, Unit.MEAN, 0)
    assert parts(view.mean("sum", "many", 13)) == (Sign.TOO_FEW, None, Unit.MEAN, 0)
    assert parts(view.mean("gone", "many", 5)) == (Sign.TOO_FEW, None, Unit.MEAN, 0)
    assert parts(view.mean("sum", "few", 3)) == (Sign.HIDDEN, None, Unit.MEAN, 0)
    assert parts(view.mean("sum", "few", 4)) == (Sign.HIDDEN, None, Unit.MEAN, 0)
    assert parts(view.mean("sum", "many", 3, ["few"])) == (Sign.HIDDEN, None, Unit.MEAN, 0)
    assert parts(View(WORLD, ROUNDS).mean("sum", "many", 8)) == (Sign.VALUE, 3.4, Unit.MEAN, 0)
    assert parts(View(WORLD, ROUNDS).mean("sum", "many", 9)) == (Sign.TOO_FEW, None, Unit.MEAN, 0)


def test_tenths_are_rounded_up_from_a_half() -> None:
    assert [tenths(total, 20) for total in (20, 21, 22, 23)] == [
        Fraction(10, 10), Fraction(11, 10), Fraction(11, 10), Fraction(12, 10)
    ]  # fmt: skip


def test_what_is_told_aside_was_tried() -> None:
    view = View(WORLD, HIDES)

    assert view.tells("told")
    assert not view.tells("untold")
    with pytest.raises(KeyError):
        view.tells("never tried")


def test_what_is_remembered_is_what_a_reader_learnt() -> None:
    read = {
        "few": Range(1, None), "many": Range(12, 12), "things": Range(12, 12), "none": Range(0, 0)
    }  # fmt: skip
    values = {"few": 3, "many": 12, "things": 12, "sum": 41, "none": 0}
    whole, rough = View(WORLD, HIDES), View(WORLD, ROUNDS)
    printed = [whole(name) for name in read]
    whole.tells("told")
    rough("many")

    assert whole.publication(printed) == Publication(
        values, read, (THERE,), maybe_lines=frozenset({THERE})
    )
    assert rough.publication().mode is Mode.ROUND5
    assert rough.publication().said == {"many": Range(8, 12)}


def test_what_nobody_asked_for_is_not_remembered_as_read() -> None:
    view = View(WORLD, HIDES)

    assert (view.publication().said, view.publication().relations) == ({}, ())
    view("many")
    view.tells("untold")
    assert view.publication().said == {"many": Range(12, 12)}
    view.mean("sum", "few", 5, ["things"])
    assert view.publication().said.keys() == {"few", "many"}
    view.mean("sum", "many", 5, ["things"])
    assert view.publication().said.keys() == {"few", "many", "things"}
    assert view.publication().relations == ()


def test_what_was_asked_for_and_does_not_stand_there_is_only_maybe_known() -> None:
    """One number stands in a document, another was looked at; the mean stands there as a mean."""
    view = View(WORLD, HIDES)
    document = {"a": (view("many"), things(12)), "b": [view("none")]}
    view("things")
    view("many")
    said = view.publication(document)

    assert (said.maybe, said.maybe_lines) == (frozenset({"things"}), frozenset())
    assert (said.surely("many"), said.surely("things")) == (Range(12, 12), None)
    assert said.said["things"] == Range(12, 12)
    assert view.publication().maybe == frozenset({"many", "things", "none"})
    assert view.afresh().publication(document).said == {}


def test_what_is_kept_back_is_remembered_as_hidden_whatever_was_decided() -> None:
    """Nobody sees by the sign whether it was decided so; a zero beside may be any of them."""
    view = View(WORLD, HIDES)
    document = [view.kept_back(name) for name in ("many", "none", "sum")]
    said = view.publication(document)

    assert {parts(each) for each in document} == {(Sign.HIDDEN, None, Unit.PEOPLE, 0)}
    assert said.said == {"many": Range(1, None), "none": Range(0, None)}
    assert (said.maybe, view.afresh().publication().said) == (frozenset(), {})
    with pytest.raises(KeyError):
        view.kept_back("gone")


def test_what_an_aside_tells_is_never_sure() -> None:
    """Whoever reads it is taken to know more than it says: to protect, not to rely on."""
    view = View(WORLD, HIDES)
    view.tells("told")

    assert view.publication().maybe_lines == {THERE}


def test_a_mean_is_read_where_it_is_shown() -> None:
    view = View(WORLD, HIDES)
    document = view.mean("sum", "many", 5, ["things"]), view.mean("sum", "many", 3, ["few"])

    assert view.publication(document).maybe == frozenset({"many", "few"})


def test_nobody_makes_a_value_without_the_seal() -> None:
    with pytest.raises(TypeError, match=r"^A value to show comes from domain\.disclosure only\.$"):
        Shown(Sign.VALUE, Fraction(3), Unit.PEOPLE)


def test_values_say_what_they_count_and_why_there_is_none() -> None:
    assert parts(things(0)) == (Sign.NONE, 0, Unit.THINGS, 0)
    assert parts(units(4)) == (Sign.VALUE, 4, Unit.UNITS, 0)
    assert parts(days(Fraction(5, 2))) == (Sign.VALUE, 2.5, Unit.DAYS, 0)
    assert parts(days(None)) == (Sign.MISSING, None, Unit.DAYS, 0)
    assert parts(missing()) == (Sign.MISSING, None, Unit.THINGS, 0)
    assert parts(hidden()) == (Sign.HIDDEN, None, Unit.PEOPLE, 0)
    assert parts(too_few()) == (Sign.TOO_FEW, None, Unit.PEOPLE, 0)
    assert things(1).open
    assert not hidden().open


@pytest.mark.parametrize(
    ("part", "whole", "base", "shown"),
    [
        (things(3), things(12), 10, (Sign.VALUE, 0.25)),
        (things(0), things(12), 10, (Sign.NONE, 0)),
        (things(3), things(10), 10, (Sign.VALUE, 0.3)),
        (things(3), things(9), 10, (Sign.TOO_FEW, None)),
        (things(0), things(0), 0, (Sign.TOO_FEW, None)),
        (things(1), things(1), 0, (Sign.VALUE, 1)),
        (hidden(), things(12), 10, (Sign.HIDDEN, None)),
        (things(3), hidden(), 10, (Sign.HIDDEN, None)),
        (things(3), missing(), 10, (Sign.MISSING, None)),
    ],
)
def test_a_rate_needs_both_numbers_and_a_base(
    part: Shown, whole: Shown, base: int, shown: tuple[Sign, float | None]
) -> None:
    assert parts(share(part, whole, base)) == (*shown, Unit.RATE, 0)


def test_a_rate_needs_no_base_unless_it_is_asked_for() -> None:
    assert parts(share(things(1), things(1))) == (Sign.VALUE, 1, Unit.RATE, 0)


def test_a_ratio_of_things_needs_a_base() -> None:
    assert parts(ratio(3, 4, Unit.MEAN)) == (Sign.VALUE, 0.75, Unit.MEAN, 0)
    assert parts(ratio(3, 0, Unit.MEAN, 0)) == (Sign.TOO_FEW, None, Unit.MEAN, 0)
    assert parts(ratio(3, 1, Unit.MEAN)) == (Sign.VALUE, 3, Unit.MEAN, 0)
    assert parts(ratio(3, 4, Unit.RATE, 5)) == (Sign.TOO_FEW, None, Unit.RATE, 0)
    assert parts(ratio(3, 5, Unit.RATE, 5)) == (Sign.VALUE, 0.6, Unit.RATE, 0)


def test_a_change_is_of_two_shown_numbers() -> None:
    assert parts(change(units(5), units(7))) == (Sign.VALUE, -2, Unit.UNITS, 0)
    assert parts(change(units(5), units(5))) == (Sign.NONE, 0, Unit.UNITS, 0)
    assert parts(change(units(5), hidden())) == (Sign.HIDDEN, None, Unit.UNITS, 0)
    assert parts(change(too_few(), units(5))) == (Sign.TOO_FEW, None, Unit.PEOPLE, 0)
