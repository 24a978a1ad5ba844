"""Closing: sums agree, reminders to close are two at most, nothing personal is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.close import (
    Group,
    Seats,
    all_came,
    came_in_all,
    entries,
    from_data,
    merged,
    proposed,
    time_to_ask,
    to_data,
    with_number,
    with_place,
)
from domain.ledger.entries import LedgerKind
from domain.training import Training
from tests.domain.test_broadcast import training

ENDS = datetime(2027, 3, 12, 11, tzinfo=UTC)
DAY = date(2027, 3, 12)
places = st.dictionaries(
    st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["police", "school"])),
    st.integers(1, 4),
)
groups = st.builds(proposed, places)


@given(groups, st.dictionaries(st.sampled_from(["one-week", "one-day"]), st.integers(0, 3)))
def test_total_offices_and_sectors_agree(made: list[Group], reminders: dict[str, int]) -> None:
    of: Training = training()
    rows = entries(of, DAY, made, Seats({}), {}, reminders)
    came = [row for row in rows if row.kind is LedgerKind.ATTENDANCE]
    total = sum(row.n for row in came if row.office is None and row.sector is None)

    assert total == came_in_all(made)
    assert total == sum(row.n for row in came if row.office is not None)
    assert total == sum(row.n for row in came if row.sector is not None)
    assert sum(r.n for r in rows if r.kind is LedgerKind.REMINDER_SENT) == sum(reminders.values())
    assert {row.day for row in rows} == {DAY}


@given(places, places, st.booleans())
def test_seats_at_the_start_agree_by_office(
    registered: dict[tuple[str, str], int], booked: dict[tuple[str, str], int], quotas: bool
) -> None:
    of = replace(training(), quota_seats=int(quotas))
    seats = Seats(registered, booked)
    rows = entries(of, DAY, proposed(seats.all), seats, {}, {})

    def total(kind: LedgerKind, breakdown: str = "") -> int:
        marked = [r for r in rows if r.kind is kind and bool(r.office) is (breakdown == "office")]
        return sum(r.n for r in marked if bool(r.sector) is (breakdown == "sector"))

    people, blocks = sum(registered.values()), sum(booked.values())

    assert total(LedgerKind.BLOCK_SEATS) == blocks
    assert total(LedgerKind.BLOCK_SEATS, "office") == blocks
    assert total(LedgerKind.BLOCK_SEATS, "sector") == blocks
    assert total(LedgerKind.REGISTERED_AT_START) == people
    assert total(LedgerKind.REGISTERED_AT_START, "office") == (people if quotas else 0)
    assert total(LedgerKind.REGISTERED_AT_START, "sector") == 0
    assert total(LedgerKind.ATTENDANCE) == people + blocks


@given(st.lists(st.integers(0, 24 * 30), max_size=40).map(sorted))
def test_it_is_asked_at_most_twice_and_never_early(hours: list[int]) -> None:
    asked_at, numbers = None, []
    for hour in hours:
        now = ENDS + timedelta(hours=hour - 24)
        number = time_to_ask(ENDS, asked_at, now)
        if number:
            asked_at = now
            numbers.append((number, now))

    assert len(numbers) <= 2
    assert all(now >= ENDS for _, now in numbers)
    assert [number for number, _ in numbers] == sorted({number for number, _ in numbers})
    if len(numbers) == 2:
        assert numbers[1][1] >= ENDS + timedelta(days=7)


@given(groups, st.integers(-1, 5), st.integers(-5, 3000))
def test_numbers_stay_within_reason(made: list[Group], index: int, came: int) -> None:
    changed = with_number(made, index, came)

    if 0 <= index < len(made):
        assert changed is not None
        assert 0 <= changed[index].came <= 2000
        assert [g.registered for g in changed] == [g.registered for g in made]
    else:
        assert changed is None


@given(groups)
def test_groups_survive_being_kept(made: list[Group]) -> None:
    assert from_data(to_data(made)) == made


@given(groups, places)
def test_later_registrations_join_what_was_entered(
    made: list[Group], now: dict[tuple[str, str], int]
) -> None:
    joined = {(g.office, g.sector): g for g in merged(made, now)}

    assert {(g.office, g.sector) for g in made} | set(now) == set(joined)
    assert all(joined[(g.office, g.sector)].came == g.came for g in made)
    assert all(joined[place].registered == n for place, n in now.items())


@given(groups, places)
def test_if_all_came_who_came_without_a_seat_stays(
    entered: list[Group], now: dict[tuple[str, str], int]
) -> None:
    without = [replace(each, registered=0) for each in entered]
    everybody = {(g.office, g.sector): g for g in all_came([*entered, *without], now)}

    assert set(everybody) == set(now) | {(g.office, g.sector) for g in entered if g.came}
    for place, group in everybody.items():
        assert (place in now) is (group.came == group.registered)
        assert group.registered == now.get(place, 0)


def test_if_all_came_those_are_gone_who_have_no_seat_now() -> None:
    gone, nobody = Group("a", "police", 2, 2), Group("a", "school", 0, 0)
    without, seated = Group("b", "police", 0, 3), Group("b", "school", 1, 0)

    found = all_came([gone, nobody, without, seated], {("b", "school"): 4})

    assert sorted(found, key=lambda each: each.sector) == [without, Group("b", "school", 4, 4)]


def test_an_institution_is_added_once() -> None:
    once = with_place([], "a", "police")

    assert once == [Group("a", "police", 0, 1)]
    assert with_place(once, "a", "police") == once
