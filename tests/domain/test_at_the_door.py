"""Who is there: what a code proves, what a host may mark, and what the marks mean."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.close import Group, Seats, proposed
from domain.localtime import local_day
from domain.manage_people import Attendee
from domain.moveup import OfferEnd
from domain.moveup_ask import ask
from domain.network import Network
from domain.person import Person
from domain.presence import (
    EARLY,
    Mark,
    Marked,
    NotNow,
    counts_as_there,
    expected,
    in_all,
    mark_of,
    next_mark,
    not_marked,
    there,
)
from domain.presence_door import (
    CheckedIn,
    FromTheLine,
    NotCheckedIn,
    check_in,
    code_of,
    let_in,
    mark,
    training_in,
)
from domain.register import Registration, Tally, register
from domain.rights import Act, may
from domain.seats_quota import Share
from domain.session import Session
from domain.training import CoHost, Training
from domain.vocabulary import EventStatus, RegistrationStatus, Role
from tests.domain import test_moveup
from tests.domain.test_registration import START, person

KEY, OTHER_KEY = b"1" * 32, b"2" * 32
DOORS = START - timedelta(minutes=5)
END = START + timedelta(hours=3)
SECOND = timedelta(seconds=1)
HOST = replace(person(90), role=Role.COORDINATOR)
CO_HOST = replace(HOST, id=91, office="rkn-neuss")
NOT_HOSTS = (
    person(92),  # a specialist of the host's office
    replace(HOST, office="rkn-meerbusch"),
    replace(HOST, office="rkn-meerbusch", role=Role.LEAD),
)


class Hall(test_moveup.Hall):
    """A training at whose door somebody stands."""

    attendees = property(lambda self: self)

    def __init__(self, seats: int = 2) -> None:
        super().__init__(seats)
        plan = replace(self.training.plan, co_hosts=(CoHost("rkn-neuss"),))
        self.training = replace(self.training, plan=plan)

    kept: list[Share] | None = None

    async def shares(self, training_id: int) -> list[Share]:
        return self.kept or await super().shares(training_id)

    async def of(self, training_id: int, person_id: int) -> Registration | None:
        assert training_id == 1
        return self.rows.get(person_id)

    async def by_code(self, training_id: int, seat_code: int) -> Attendee | None:
        assert training_id == 1
        own = self.rows.get(seat_code)
        return Attendee(own, "rkn-kaarst", "school", None) if own else None

    async def set_came(self, registration_id: int, came: bool | None) -> None:
        self.rows[registration_id] = replace(self.rows[registration_id], came=came)

    @property
    def came(self) -> list[bool | None]:
        return [each.came for each in self.rows.values()]


@pytest.fixture
def on(network: Network) -> Network:
    return replace(network, presence=True)


def hall(*who: int, seats: int = 2) -> Hall:
    made = Hall(seats)
    for number in who:
        asyncio.run(register(made, 1, person(number), START - timedelta(days=20)))
    return made


def code(of: Training, network: Network, key: bytes = KEY, days: int = 0) -> str:
    day = local_day(of.plan.starts_at + timedelta(days=days), network.zone)
    return code_of(key, network.slug, of.id, day)


def opens(
    made: Hall, network: Network, who: int = 1, now: datetime = DOORS, said: str | None = None
) -> CheckedIn | NotCheckedIn:
    said = code(made.training, network) if said is None else said
    return asyncio.run(check_in(made, network, KEY, said, person(who), now))


def test_who_has_a_seat_is_checked_in_once(on: Network) -> None:
    made = hall(1, 2, 3)

    assert opens(made, on) == CheckedIn(made.training, fresh=True)
    assert opens(made, on) == CheckedIn(made.training, fresh=False)
    assert made.came == [True, None, None]
    asyncio.run(mark(made, on, 1, 2, Mark.MISSED, HOST, DOORS))

    assert opens(made, on, 2) == CheckedIn(made.training, fresh=True)
    assert opens(made, on, 3) == NotCheckedIn(NotNow.NO_SEAT, made.training)
    assert opens(made, on, 4) == NotCheckedIn(NotNow.NO_SEAT, made.training)
    assert made.came == [True, True, None]


def test_a_code_holds_from_an_hour_before_until_the_end(on: Network) -> None:
    made = hall(1)
    session = made.training.plan.dates[0]
    early = NotCheckedIn(NotNow.EARLY, made.training, session)
    over = NotCheckedIn(NotNow.OVER, made.training, session)

    assert opens(made, on, now=START - EARLY - SECOND) == early
    assert opens(made, on, now=END) == over
    assert made.came == [None]
    assert opens(made, on, now=END - SECOND) == CheckedIn(made.training, fresh=True)
    first = hall(1)
    assert opens(first, on, now=START - EARLY) == CheckedIn(first.training, fresh=True)


def test_what_is_not_the_code_of_the_day_opens_nothing_and_locks_nothing(on: Network) -> None:
    made = hall(1)
    good, locked = code(made.training, on), made.position
    wrong = [
        "", "1", "1-", good[:-1], good + "A", f"2-{good[2:]}", f" {good}", f"01-{good[2:]}",
        code(made.training, on, OTHER_KEY), code(made.training, on, days=1),
        code_of(KEY, "other", 1, local_day(START, on.zone)), f"{2**31}-{good[2:]}",
        f"١-{good[2:]}", f"{'9' * 40}-x", "ü-1",
    ]  # fmt: skip
    for said in wrong:
        assert opens(made, on, said=said) == NotCheckedIn(NotNow.UNKNOWN), said
    assert made.position == locked
    assert made.came == [None]


def test_of_a_series_each_day_has_its_own(on: Network) -> None:
    made = hall(1)
    second = Session(2, START + timedelta(days=7), END + timedelta(days=7), 2)
    third = Session(3, second.ends_at + timedelta(hours=2), second.ends_at + timedelta(hours=3), 1)
    dates = (*made.training.plan.dates, second, third)
    plan = replace(made.training.plan, sessions=dates, ends_at=third.ends_at)
    made.training = replace(made.training, plan=plan)
    later = code(made.training, on, days=7)

    assert opens(made, on, said=later) == NotCheckedIn(NotNow.EARLY, made.training, second)
    over = NotCheckedIn(NotNow.OVER, made.training, dates[0])
    assert opens(made, on, now=second.starts_at) == over
    between = NotCheckedIn(NotNow.EARLY, made.training, third)
    assert opens(made, on, now=second.ends_at, said=later) == between
    assert opens(made, on, now=third.starts_at, said=later) == CheckedIn(made.training, fresh=True)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"status": EventStatus.CANCELLED}, NotNow.OFF),
        ({"status": EventStatus.DRAFT}, NotNow.OFF),
        ({"closed_at": END}, NotNow.CLOSED),
        ({"closed_at": END, "status": EventStatus.HELD}, NotNow.CLOSED),
    ],
)
def test_what_is_off_or_closed_takes_no_marks(
    on: Network, change: dict[str, object], why: NotNow
) -> None:
    made = hall(1, 2, 3)
    made.training = replace(made.training, **change)  # type: ignore[arg-type]

    assert opens(made, on) == NotCheckedIn(why, made.training)
    assert asyncio.run(mark(made, on, 1, 1, Mark.CAME, HOST, DOORS)) is why
    assert asyncio.run(let_in(made, on, 1, HOST, DOORS)) is why
    assert made.came == [None, None, None]


def test_where_it_is_off_nothing_happens(network: Network) -> None:
    made = hall(1, 2, 3)
    before = made.position

    assert opens(made, network) == NotCheckedIn(NotNow.UNKNOWN)
    assert asyncio.run(mark(made, network, 1, 1, Mark.CAME, HOST, DOORS)) is NotNow.UNKNOWN
    assert asyncio.run(let_in(made, network, 1, HOST, DOORS)) is NotNow.UNKNOWN
    assert not_marked(network, made.training, DOORS) is NotNow.UNKNOWN
    assert (made.position, made.came) == (before, [None, None, None])


def test_hosts_mark_from_an_hour_before_until_the_closing(on: Network) -> None:
    made = hall(1, 2, 3)

    def marks(code: int, how: Mark, who: Person = HOST, now: datetime = DOORS) -> NotNow | None:
        return asyncio.run(mark(made, on, 1, code, how, who, now))

    assert marks(1, Mark.CAME) is marks(2, Mark.MISSED, CO_HOST) is None
    assert made.came == [True, False, None]
    assert marks(2, Mark.NONE, now=END + timedelta(days=20)) is None
    assert made.came == [True, None, None]
    assert marks(3, Mark.CAME) is NotNow.NO_SEAT
    assert marks(9, Mark.CAME) is NotNow.NO_SEAT
    assert marks(2, Mark.CAME, now=START - EARLY - SECOND) is NotNow.EARLY
    assert marks(2, Mark.CAME, now=START - EARLY) is None
    for other in NOT_HOSTS:
        assert marks(1, Mark.NONE, other) is NotNow.NOT_YOURS
        assert asyncio.run(let_in(made, on, 1, other, DOORS)) is NotNow.NOT_YOURS
    assert asyncio.run(mark(made, on, 2, 1, Mark.CAME, HOST, DOORS)) is NotNow.UNKNOWN
    assert not_marked(on, None, DOORS) is NotNow.UNKNOWN
    assert made.came == [True, True, None]


def test_hosts_are_coordinators_of_the_hosts_and_nobody_else() -> None:
    of = Hall().training

    assert may(HOST, Act.MARK, of)
    assert may(CO_HOST, Act.MARK, of)
    assert not any(may(other, Act.MARK, of) for other in NOT_HOSTS)


def test_the_first_of_the_line_is_let_in_if_a_seat_is_free(on: Network) -> None:
    made = hall(1, 2, 3, 4)

    def lets_in(now: datetime = START) -> FromTheLine | NotNow:
        return asyncio.run(let_in(made, on, 1, HOST, now))

    assert lets_in() is NotNow.FULL
    made.training = replace(made.training, plan=replace(made.training.plan, seats=4))
    asyncio.run(ask(made, on, made.training, START - timedelta(hours=20)))
    own = made.rows[3]

    assert lets_in(END) is NotNow.OVER
    assert lets_in() == FromTheLine(made.training, own)
    assert made.rows[3].status is RegistrationStatus.CONFIRMED
    assert made.came == [None, None, True, None]
    assert made.tallies[Tally.PROMOTED] == 1
    told = made.letters[-1]
    assert (told.kind, told.person_id, told.due_at, told.expires_at) == ("moved-up", 3, START, END)
    (own_offer,) = (each.id for each in made.offers.values() if each.registration_id == 3)
    assert made.ended == {own_offer: (OfferEnd.ACCEPTED, START)}
    made.training = replace(made.training, plan=replace(made.training.plan, seats=3))
    assert lets_in() is NotNow.FULL
    del made.rows[4]
    assert lets_in() is NotNow.NOBODY


def test_seats_that_are_kept_are_not_free_at_the_door(on: Network) -> None:
    made = hall(1, seats=2)
    plan = replace(made.training.plan, release_at=START + SECOND)
    made.training = replace(made.training, plan=plan, quota_seats=1)
    made.rows[2] = Registration(2, 1, 2, RegistrationStatus.WAITLISTED, 9)
    made.kept = [Share("rkn-neuss", 1, True), Share("rkn-kaarst", 1, False)]
    made.kept.append(Share("rkn-kaarst", 0, False, 2))

    assert asyncio.run(let_in(made, on, 1, HOST, START)) is NotNow.FULL
    assert asyncio.run(let_in(made, on, 1, HOST, START + SECOND)) == FromTheLine(
        made.training, Registration(2, 1, 2, RegistrationStatus.WAITLISTED, 9)
    )


class Changed(Hall):
    """A training that is another one once it is locked."""

    locked: Training | None = None

    async def lock(self, training_id: int) -> tuple[Training, int] | None:
        found = await super().lock(training_id)
        return found and (self.locked or found[0], found[1])


def test_what_counts_is_what_is_locked(on: Network) -> None:
    made = Changed(2)
    asyncio.run(register(made, 1, person(1), START - timedelta(days=20)))
    made.locked = replace(made.training, closed_at=DOORS)

    assert opens(made, on) == NotCheckedIn(NotNow.CLOSED, made.locked)

    later = replace(
        made.training.plan,
        starts_at=START + timedelta(days=1),
        ends_at=END + timedelta(days=1),
    )
    made.locked = replace(made.training, plan=later)

    assert opens(made, on) == NotCheckedIn(NotNow.UNKNOWN)
    assert made.came == [None]


def test_the_day_is_that_of_the_network(on: Network) -> None:
    made = hall(1)
    late = START.replace(hour=23, minute=30)  # in Berlin it is the next day
    plan = replace(made.training.plan, starts_at=late, ends_at=late + timedelta(hours=2))
    made.training = replace(made.training, plan=plan)
    utc = code_of(KEY, on.slug, 1, late.date())

    assert opens(made, on, now=late, said=utc) == NotCheckedIn(NotNow.UNKNOWN)
    assert opens(made, on, now=late) == CheckedIn(made.training, fresh=True)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("12-x", 12),
        (f"{2**31 - 1}-x", 2**31 - 1),
        (f"{2**31}-x", None),
        ("12", None),
        ("x1-y", None),
        ("-1-x", None),
        ("٣-y", None),
        (f"0{2**31 - 1}-x", None),
    ],
)
def test_which_training_a_code_says_it_is_for(said: str, number: int | None) -> None:
    assert training_in(said) == number


def test_a_tap_goes_on_from_what_is_marked() -> None:
    turns = [(None, Mark.CAME), (True, Mark.MISSED), (False, Mark.NONE)]

    assert [(came, next_mark(came)) for came, _ in turns] == turns
    assert [mark_of(came).came for came, _ in turns] == [None, True, False]
    assert [mark_of(came) for came, _ in turns] == [Mark.NONE, Mark.CAME, Mark.MISSED]


A, B = ("a", "police"), ("b", "school")


@pytest.mark.parametrize(
    ("marks", "came", "counted"),
    [
        ({}, {A: 3, B: 2}, {True, None, False}),
        ({A: Marked(2, 0)}, {A: 2, B: 0}, {True}),
        ({A: Marked(2, 1), B: Marked(0, 1)}, {A: 2, B: 0}, {True}),
        ({A: Marked(0, 1)}, {A: 2, B: 2}, {True, None}),
    ],
)
def test_who_came_by_the_marks(
    marks: dict[tuple[str, str], Marked],
    came: dict[tuple[str, str], int],
    counted: set[bool | None],
) -> None:
    assert expected(marks, {A: 3, B: 2}) == came
    assert set(counts_as_there(marks)) == counted


def test_the_closing_proposes_it_with_what_was_booked() -> None:
    seats = Seats({A: 3}, {A: 1, B: 4})
    marks = {A: Marked(1, 1)}

    assert seats.came({}) is None
    assert seats.came(marks) == {A: 2, B: 4}
    assert proposed(seats.all, came=seats.came(marks)) == [Group(*A, 4, 2), Group(*B, 4, 4)]
    assert in_all({A: Marked(1, 2), B: Marked(3, 4)}) == Marked(4, 6)


@given(st.lists(st.tuples(st.sampled_from([A, B]), st.sampled_from([True, False, None]))))
def test_the_sums_are_those_of_the_people(
    people: list[tuple[tuple[str, str], bool | None]],
) -> None:
    registered = {place: sum(at == place for at, _ in people) for place in (A, B)}
    marks = {
        place: Marked(people.count((place, True)), people.count((place, False)))
        for place in (A, B)
        if any(at == place and came is not None for at, came in people)
    }
    status = RegistrationStatus.CONFIRMED
    came = [(at, Registration(1, 1, 1, status, 1, came=came)) for at, came in people]
    counted = [at for at, own in came if there(own, marks)]

    assert expected(marks, registered) == {place: counted.count(place) for place in (A, B)}


@given(st.integers(1, 2**31 - 1), st.dates())
def test_a_code_names_its_training_and_fits_into_a_link(number: int, day: date) -> None:
    made = code_of(KEY, "rkn", number, day)

    assert training_in(made) == number
    assert len(made) <= 31
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    assert made != code_of(OTHER_KEY, "rkn", number, day)
