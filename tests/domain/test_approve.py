"""Approval in small worlds: nobody is overtaken, the first one decides, and terms end."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.approve import asked, needed, term
from domain.approve_answer import (
    AskedAbout,
    NotRuled,
    Ruled,
    Ruling,
    ask,
    decide,
    lapse,
    look,
    mark,
)
from domain.delivery import Kind, Letter
from domain.network import Defaults, Network
from domain.online import link_for
from domain.person import Person
from domain.register import Registered, Registration, Tally, leave, register, taken
from domain.reminder import not_needed
from domain.rights import Act, may
from domain.substitute import NotHanded, not_offered
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, RegistrationStatus, Role
from tests.domain import test_registration
from tests.domain.test_quota import OFFICES, member, office_of
from tests.domain.test_registration import NOW, START

CONFIRMED, WITHDRAWN = RegistrationStatus.CONFIRMED, RegistrationStatus.WITHDRAWN
#: Coordinators of the two offices, one more of the first, and the lead of the network.
CHIEFS = {
    91: replace(member(91), role=Role.COORDINATOR, office=OFFICES[0]),
    92: replace(member(92), role=Role.COORDINATOR, office=OFFICES[1]),
    93: replace(member(93), role=Role.COORDINATOR, office=OFFICES[0]),
    94: replace(member(94), role=Role.LEAD, office="rkn-lead"),
}


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # year, month, day, time


class Hall(test_registration.Hall):
    """One training whose seats must be approved, in memory."""

    registrations = approvals = persons = plans = deliveries = property(lambda self: self)

    def __init__(self, seats: int | None) -> None:
        super().__init__(seats)
        plan = replace(
            self.training.plan,
            approval=True,
            deadline_at=START,
            withdraw_by=NOW,
            reminders=Defaults().reminders,
        )
        self.training = replace(self.training, plan=plan)
        self.letters: list[Letter] = []
        self.unreminded: list[int] = []
        self.erased = False

    async def many(self, registration_ids: Sequence[int]) -> Mapping[int, Registration]:
        return {number: self.rows[number] for number in registration_ids if number in self.rows}

    async def get(self, person_id: int) -> Person | None:
        return None if self.erased else member(person_id)

    async def coordinators(self, host: str | None = None) -> Sequence[Person]:
        assert host is None
        return list(CHIEFS.values())

    async def approve(self, registration_id: int) -> None:
        self.rows[registration_id] = replace(self.rows[registration_id], approve_by=None)

    async def put(self, *letters: Letter) -> int:
        self.letters += letters
        return len(letters)

    async def cancel(self, reason: str, kinds: Collection[Kind], now: datetime, **of: Any) -> int:
        assert isinstance(now, datetime)
        assert (reason, tuple(kinds)) == ("not-approved", (Kind.REMINDER,))
        self.unreminded.append(of["registration_id"])
        return 1

    async def free(self, keys: Sequence[str]) -> None:
        assert keys

    def told(self, kind: Kind) -> list[int | None]:
        return [letter.person_id for letter in self.letters if letter.kind is kind]


async def comes(hall: Hall, network: Network, number: int, now: datetime = NOW) -> Registration:
    found = await register(hall, 1, member(number), now, network=network)
    assert isinstance(found, Registered)
    if found.fresh:
        await ask(hall, network, found.training, found.registration, member(number), now)
    return found.registration


async def rules(
    hall: Hall, network: Network, by: int, own: Registration, now: datetime, *, yes: bool
) -> Ruled | NotRuled:
    assert own.approve_by is not None
    return await decide(hall, network, CHIEFS[by], own.id, mark(own.approve_by), now, yes=yes)


# The term: three working days, from the end of quiet hours on.


@pytest.mark.parametrize(
    ("asked_at", "ends"),
    [
        (utc(2027, 2, 1, 9), utc(2027, 2, 4, 9)),  # Monday to Thursday
        (utc(2027, 2, 4, 9), utc(2027, 2, 9, 9)),  # Thursday: a weekend between
        (utc(2027, 2, 6, 9), utc(2027, 2, 10, 9)),  # Saturday
        (utc(2027, 2, 7, 9), utc(2027, 2, 11, 6)),  # Sunday: from Monday at seven on
        (utc(2027, 2, 1, 20), utc(2027, 2, 5, 6)),  # at night: from Tuesday at seven on
        (utc(2027, 3, 24, 9), utc(2027, 3, 31, 8)),  # Easter, and the clocks go on
    ],
)
def test_a_term_is_three_working_days(network: Network, asked_at: datetime, ends: datetime) -> None:
    easter = frozenset({date(2027, 3, 26), date(2027, 3, 29)})
    free = replace(network, quiet=replace(network.quiet, holidays=easter))
    made = Hall(1).training
    later = replace(made, plan=replace(made.plan, starts_at=utc(2027, 6, 1, 9)))

    assert term(later, member(1), free, asked_at) == ends


def test_a_term_ends_with_the_start_and_counts_weekdays_without_a_calendar(
    network: Network,
) -> None:
    made = Hall(1).training

    assert term(made, member(1), network, START - timedelta(hours=3)) == START
    assert term(made, member(1), None, START - timedelta(hours=3)) == START
    assert term(made, member(1), None, utc(2026, 2, 5, 9)) == min(utc(2026, 2, 10, 9), START)


def test_who_coordinates_needs_nobody_and_nobody_where_it_is_not_wanted(network: Network) -> None:
    wanted = Hall(1).training
    usual = replace(wanted, plan=replace(wanted.plan, approval=False))

    assert needed(wanted, member(1))
    assert not needed(usual, member(1))
    assert not any(needed(wanted, each) for each in CHIEFS.values())
    assert term(usual, member(1), network, NOW) is None


def test_the_own_office_is_asked_and_the_lead_where_nobody_is() -> None:
    here = replace(member(1), office=OFFICES[0])
    nowhere = replace(here, office="rkn-nowhere")
    county = replace(here, office=COUNTY_WIDE)
    away = [replace(each, unreachable_since=NOW) for each in CHIEFS.values() if each.id != 94]

    def numbers(of: Person, chiefs: Sequence[Person]) -> list[int]:
        return [each.id for each in asked(of, chiefs)]

    assert numbers(here, list(CHIEFS.values())) == [91, 93]
    assert numbers(nowhere, list(CHIEFS.values())) == [94]
    assert numbers(county, list(CHIEFS.values())) == [94]
    assert numbers(here, [*away, CHIEFS[94]]) == [94]
    assert not may(here, Act.APPROVE, here)
    assert not may(here, Act.APPROVE, replace(here, id=2))
    assert not may(CHIEFS[91], Act.APPROVE, CHIEFS[91])
    assert not may(CHIEFS[92], Act.APPROVE, here)


# What a seat that is held gives, and what not.


def test_a_held_seat_opens_nothing_yet(network: Network) -> None:
    hall = Hall(1)
    own = asyncio.run(comes(hall, network, 1))
    plan = replace(hall.training.plan, link="https://example.org/x")
    course = replace(hall.training, plan=plan)
    firm = replace(own, approve_by=None)

    assert own.status is CONFIRMED
    assert (link_for(member(1), course, own), link_for(member(1), course, firm)) == ("", plan.link)
    assert not_needed(course, own, 0, NOW) == "not-approved"
    assert not_needed(course, firm, 0, NOW) is None
    assert not_offered(course, own, NOW) is NotHanded.NOT_APPROVED
    assert not_offered(course, firm, NOW) is None


async def given_up(network: Network) -> dict[Tally, int]:
    hall = Hall(1)
    await comes(hall, network, 1, NOW)
    await leave(hall, 1, 1, NOW)
    return dict(hall.tallies)


def test_who_leaves_before_the_approval_leaves_in_time(network: Network) -> None:
    found = {kind: n for kind, n in asyncio.run(given_up(network)).items() if n}

    assert found == {Tally.CONFIRMED: 1, Tally.WITHDRAWN: 1}


# Deciding.


async def test_the_first_one_decides(network: Network) -> None:
    hall = Hall(1)
    own = await comes(hall, network, 1)
    chiefs = [91, 93] if office_of(1) == OFFICES[0] else [92]
    first, other = chiefs[0], chiefs[-1]

    assert hall.told(Kind.APPROVAL_ASKED) == chiefs

    stranger = 92 if first == 91 else 91
    assert await rules(hall, network, stranger, own, NOW, yes=True) is NotRuled.NOT_YOURS

    found = await rules(hall, network, first, own, NOW, yes=True)

    assert found == Ruled(hall.training, Ruling.APPROVED)
    assert await rules(hall, network, other, own, NOW, yes=False) is NotRuled.APPROVED
    assert await lapse(hall, network, 1, START) == 0
    assert hall.rows[1].status is CONFIRMED
    assert hall.told(Kind.APPROVAL_GIVEN) == [1]
    assert hall.told(Kind.REMINDER)


async def test_who_is_declined_is_followed_by_the_first_in_line(network: Network) -> None:
    hall = Hall(1)
    first, second = await comes(hall, network, 1), await comes(hall, network, 2)
    lead = 94

    assert await rules(hall, network, lead, first, NOW, yes=False) == Ruled(
        hall.training, Ruling.DECLINED
    )
    assert await rules(hall, network, lead, first, NOW, yes=True) is NotRuled.GONE
    assert hall.rows[1].status is WITHDRAWN
    assert (hall.rows[2].status, hall.rows[2].approve_by) == (CONFIRMED, second.approve_by)
    assert hall.told(Kind.APPROVAL_ENDED) == [1]
    assert hall.told(Kind.MOVED_UP) == [2]
    assert hall.unreminded == [1]
    assert hall.tallies[Tally.LATE_WITHDRAWN] == 0


async def test_an_old_button_decides_nothing_of_a_new_request(network: Network) -> None:
    hall = Hall(1)
    old = await comes(hall, network, 1)
    await leave(hall, 1, 1, NOW)
    await comes(hall, network, 1, NOW + timedelta(hours=1))

    assert await rules(hall, network, 94, old, NOW, yes=False) is NotRuled.GONE
    assert hall.rows[1].status is CONFIRMED


@pytest.mark.parametrize("off", [EventStatus.CANCELLED, EventStatus.HELD])
async def test_what_is_off_is_neither_decided_nor_ended(network: Network, off: EventStatus) -> None:
    hall = Hall(1)
    own = await comes(hall, network, 1)
    hall.training = replace(hall.training, status=off)

    assert await rules(hall, network, 94, own, NOW, yes=True) is NotRuled.GONE
    assert await lapse(hall, network, 1, START) == 0
    assert hall.rows[1].approve_by == own.approve_by


async def test_a_request_lapses_once_at_its_end_or_with_the_start(network: Network) -> None:
    hall = Hall(2)
    first, second = await comes(hall, network, 1), await comes(hall, network, 2)
    assert first.approve_by is not None
    hall.rows[2] = replace(second, approve_by=START + timedelta(days=9))  # it was moved to earlier

    assert await lapse(hall, network, 1, first.approve_by - timedelta(minutes=1)) == 0
    assert await lapse(hall, network, 1, first.approve_by) == 1
    assert await lapse(hall, network, 1, first.approve_by) == 0
    assert [hall.rows[n].status for n in (1, 2)] == [WITHDRAWN, CONFIRMED]
    assert await lapse(hall, network, 1, START) == 1
    assert hall.told(Kind.APPROVAL_ENDED) == [1, 2]
    assert {letter.facts["ended"] for letter in hall.letters if "ended" in letter.facts} == {
        "lapsed"
    }
    assert await lapse(hall, network, 2, START) == 0


# All of it, in any order.

steps = st.lists(
    st.tuples(st.sampled_from(["comes", "leaves", "yes", "no", "waits"]), st.integers(1, 4)),
    max_size=20,
)


@given(steps, st.integers(1, 3))
def test_no_seat_is_sold_twice_and_nobody_is_overtaken(
    network: Network, acts: list[tuple[str, int]], seats: int
) -> None:
    async def lives() -> None:
        hall, now = Hall(seats), NOW
        for act, number in acts:
            own = hall.rows.get(number)
            if act == "comes":
                await comes(hall, network, number, now)
            elif act == "leaves":
                await leave(hall, 1, number, now)
            elif act == "waits":
                now += timedelta(hours=20)
                await lapse(hall, network, 1, now)
            elif own is not None and own.approve_by is not None:
                await rules(hall, network, 94, own, now, yes=act == "yes")
            stands = await hall.active(1)
            waiting = [each for each in stands if each.status is RegistrationStatus.WAITLISTED]

            assert taken(stands) <= seats
            assert not waiting or taken(stands) == seats or hall.training.running(now)
            assert hall.tallies[Tally.LATE_WITHDRAWN] == 0 or any(
                each.status is RegistrationStatus.LATE_WITHDRAWN and each.approve_by is None
                for each in hall.rows.values()
            )

    asyncio.run(lives())


def test_a_training_says_that_it_wants_approval(network: Network) -> None:
    made: Training = Hall(1).training
    usual = replace(made.plan, approval=False)

    assert made.plan.offered != usual.offered == usual.shown


# What is written, whole, and never at night.

#: A Saturday night; the next calm moment is Monday at seven, local time.
NIGHT = utc(2027, 2, 6, 21)
CALM = utc(2027, 2, 8, 6)


def later(hall: Hall) -> None:
    """Let the training begin in May."""
    starts_at = utc(2027, 5, 4, 8)
    ends_at, reminders = starts_at + timedelta(hours=3), ()
    plan = replace(hall.training.plan, starts_at=starts_at, ends_at=ends_at, reminders=reminders)
    hall.training = replace(hall.training, plan=replace(plan, deadline_at=starts_at))


def letter(kind: Kind, own: Registration, of: Training, **more: Any) -> Letter:
    assert own.approve_by is not None
    values = {"key": f"{kind}:{own.id}:{mark(own.approve_by)}", "person_id": own.person_id, **more}
    return Letter(kind=kind, due_at=CALM, training_id=of.id, registration_id=own.id, **values)


@pytest.mark.parametrize("yes", [True, False])
async def test_what_is_written_says_all_and_waits_for_the_morning(
    network: Network, yes: bool
) -> None:
    hall = Hall(1)
    later(hall)
    own = await comes(hall, network, 1, NIGHT)
    await rules(hall, network, 94, own, NIGHT, yes=yes)
    plan, kind = hall.training.plan, Kind.APPROVAL_GIVEN if yes else Kind.APPROVAL_ENDED
    facts = {} if yes else {"ended": "declined"}
    *questions, told = hall.letters

    assert own.approve_by is not None
    assert mark(own.approve_by) * 60 == own.approve_by.timestamp()
    assert questions == [
        letter(
            Kind.APPROVAL_ASKED,
            own,
            hall.training,
            key=f"approval-asked:1:{mark(own.approve_by)}:{each.id}",
            person_id=each.id,
            expires_at=plan.starts_at,
            facts={"request": mark(own.approve_by)},
        )
        for each in asked(member(1), CHIEFS.values())
    ]
    assert told == letter(kind, own, hall.training, expires_at=plan.ends_at, facts=facts)


async def test_nobody_is_asked_about_who_needs_no_approval(network: Network) -> None:
    hall = Hall(1)
    own = replace(await comes(hall, network, 1), approve_by=None)
    hall.letters.clear()

    assert await ask(hall, network, hall.training, own, member(1), NOW) == 0
    assert hall.letters == []


@pytest.mark.parametrize(("seated", "muted"), [(True, True), (False, False)])
async def test_only_who_has_a_seat_and_wants_it_is_reminded(
    network: Network, seated: bool, muted: bool
) -> None:
    hall = Hall(1)
    own = await comes(hall, network, 1)
    status = CONFIRMED if seated else RegistrationStatus.WAITLISTED
    hall.rows[1] = replace(own, muted=muted, status=status)
    await rules(hall, network, 94, own, NOW, yes=True)

    assert hall.told(Kind.APPROVAL_GIVEN) == [1]
    assert hall.told(Kind.REMINDER) == []


async def test_nobody_moves_up_for_a_moment_when_several_lapse(network: Network) -> None:
    hall = Hall(1)
    for number in (1, 2, 3):
        await comes(hall, network, number)

    assert await lapse(hall, network, 1, START - timedelta(minutes=1)) in {0, 3}
    assert await lapse(hall, network, 1, START) in {0, 3}
    assert hall.told(Kind.MOVED_UP) == []
    assert hall.tallies[Tally.PROMOTED] == 0
    assert sorted(hall.told(Kind.APPROVAL_ENDED), key=str) == [1, 2, 3]


async def test_what_is_not_there_is_gone(network: Network) -> None:
    hall = Hall(1)

    assert await decide(hall, network, CHIEFS[94], 7, 1, NOW, yes=True) is NotRuled.GONE
    assert await look(hall, CHIEFS[94], 7) is NotRuled.GONE

    hall.erased = True
    await comes(hall, network, 1)

    assert await look(hall, CHIEFS[94], 1) is NotRuled.GONE


def test_a_request_is_known_by_the_minute_of_its_end() -> None:
    assert mark(utc(2027, 2, 1, 9, 5, 59)) == mark(utc(2027, 2, 1, 9, 5)) == 30024545


async def test_only_the_own_office_looks_and_only_at_what_waits(network: Network) -> None:
    hall = Hall(1)
    own = await comes(hall, network, 1)
    assert own.approve_by is not None
    found = await look(hall, CHIEFS[94], 1)
    stranger = next(each for each in CHIEFS.values() if not may(each, Act.APPROVE, member(1)))

    assert found == AskedAbout(own, member(1))
    assert await look(hall, stranger, 1) is NotRuled.NOT_YOURS
    assert AskedAbout(own, member(1)).waits(mark(own.approve_by))
    assert not AskedAbout(own, member(1)).waits(mark(own.approve_by) + 1)
    assert not AskedAbout(replace(own, approve_by=None), member(1)).waits(0)
    assert not AskedAbout(replace(own, status=WITHDRAWN), member(1)).waits(mark(own.approve_by))
