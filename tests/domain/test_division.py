"""The division of seats among offices, as a table: each number is counted by hand."""

from __future__ import annotations

import pytest

from domain.seats_quota import Division

#: Nine seats: "a" keeps three and has one, "b" keeps two and has three, "c" has one and keeps none.
NINE = Division(9, {"a": 3, "b": 2}, {"a": 1, "b": 3, "c": 1})


def test_bound_are_the_given_seats_and_the_kept_ones_beyond() -> None:
    assert NINE.given == 5
    assert NINE.bound == 3 + 3 + 1


@pytest.mark.parametrize(("office", "free"), [("a", 4), ("b", 2), ("c", 2), ("none", 2)])
def test_an_office_may_take_its_own_seats_and_the_common_ones(office: str, free: int) -> None:
    assert NINE.free(office) == free
    assert NINE.admits(office)
    assert NINE.seats_newcomer(office)
    assert not NINE.keeps(office)


#: Two seats are left, both kept for "a".
TIGHT = Division(7, {"a": 3, "b": 2}, {"a": 1, "b": 3, "c": 1})


@pytest.mark.parametrize(("office", "free"), [("a", 2), ("b", 0), ("c", 0), ("none", 0)])
def test_what_is_kept_for_one_is_not_free_for_another(office: str, free: int) -> None:
    assert TIGHT.free(office) == free
    assert TIGHT.admits(office) is (free > 0)
    assert TIGHT.seats_newcomer(office) is (free > 0)
    assert TIGHT.keeps(office) is (free == 0)


def test_of_a_line_each_gets_what_is_left_of_the_own_seats_and_the_rest_waits_on() -> None:
    waiting = ((1, "c"), (2, "a"), (3, "b"), (4, "a"), (5, "a"))
    first, after = Division(7, TIGHT.quotas, TIGHT.used, waiting).admitted()

    assert first == [2, 4]
    assert after == Division(
        7, TIGHT.quotas, {"a": 3, "b": 3, "c": 1}, ((1, "c"), (3, "b"), (5, "a"))
    )


def test_one_more_seat_goes_to_the_office_that_it_is_given_to() -> None:
    waiting = Division(7, {"a": 3}, {"b": 1}, ((4, "a"),))

    assert waiting.with_one("a") == Division(7, {"a": 3}, {"a": 1, "b": 1}, ((4, "a"),))
    assert waiting.with_one("b") == Division(7, {"a": 3}, {"b": 2}, ((4, "a"),))


def test_when_all_is_given_nothing_is_free_however_much_is_kept() -> None:
    full = Division(2, {"a": 2}, {"b": 2})

    assert not full.admits("a")
    assert full.free("a") == 0
    assert not full.keeps("b")
    assert full.most("a") == 0

    over = Division(2, {"a": 2}, {"b": 3})

    assert not over.admits("a")
    assert (over.free("a"), over.most("a")) == (0, 0)


def test_a_quota_can_be_as_large_as_the_seats_that_others_neither_have_nor_keep() -> None:
    assert NINE.most("a") == 9 - 3 - 1  # what "b" has is more than it keeps
    assert NINE.most("b") == 9 - 3 - 1
    assert NINE.most("c") == 9 - 3 - 3
    assert Division(4, {"a": 1, "b": 2}, {"b": 2}).most("a") == 2
    assert Division(5, {"a": 1, "b": 4}, {}).most("a") == 1
    assert Division(3, {"a": 1}, {"a": 2}).most("a") == 3
