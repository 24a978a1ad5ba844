"""What is open and what is not, where somebody stands, and what reaches them: as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.delivery import Kind
from domain.letters import moved_up_letters, reminder_letters, to_come
from domain.network import Network, ReminderRule
from domain.online import link_for
from domain.person import Person
from domain.quiet import QuietHours
from domain.register import Registration
from domain.reminder import Planned, key, not_needed, plan
from domain.standing import FINAL, Obstacle, Press, Stand, obstacle, stand, stand_of
from domain.training import Closed, Training, moved, teaching_units
from domain.vocabulary import (
    EventStatus,
    RegistrationStatus,
    ReminderStage,
    Role,
    Sector,
)
from tests.domain.test_changes import plan_at
from tests.domain.test_registration import NOW, START, person, training

BERLIN = ZoneInfo("Europe/Berlin")
SECOND = timedelta(seconds=1)
OF = training(3)
DEADLINE = OF.plan.deadline_at
ENDS = OF.plan.ends_at
POLICE_ONLY = replace(OF, plan=replace(OF.plan, sectors=(Sector.POLICE,)))


def as_(status: EventStatus, of: Training = OF) -> Training:
    return replace(of, status=status)


@pytest.mark.parametrize(
    ("of", "now", "reason"),
    [
        (as_(EventStatus.DRAFT), ENDS, Closed.DRAFT),
        (as_(EventStatus.CANCELLED), ENDS, Closed.CANCELLED),
        (as_(EventStatus.HELD), NOW, Closed.OVER),
        (OF, ENDS, Closed.OVER),
        (OF, ENDS - SECOND, Closed.STARTED),
        (OF, START, Closed.STARTED),
        (OF, START - SECOND, Closed.DEADLINE),
        (OF, DEADLINE, Closed.DEADLINE),
        (OF, DEADLINE - SECOND, None),
        (as_(EventStatus.CLOSED), DEADLINE, Closed.DEADLINE),
        (as_(EventStatus.CLOSED), NOW, Closed.REGISTRATION_CLOSED),
        (as_(EventStatus.POSTPONED), NOW, None),
    ],
)
def test_when_registration_is_closed_and_why(
    of: Training, now: datetime, reason: Closed | None
) -> None:
    assert of.closed(now) is reason
    assert of.closed_for(Sector.SCHOOL, now) is reason


def test_a_training_for_some_sectors_is_closed_for_others_and_says_the_first_reason() -> None:
    assert POLICE_ONLY.closed_for(Sector.SCHOOL, NOW) is Closed.NOT_FOR_SECTOR
    assert POLICE_ONLY.closed_for(Sector.POLICE, NOW) is None
    assert POLICE_ONLY.closed_for(Sector.SCHOOL, START) is Closed.STARTED
    assert POLICE_ONLY.closed_for(Sector.POLICE, START) is Closed.STARTED


def test_it_runs_from_its_start_and_is_over_from_its_end() -> None:
    assert (OF.running(START - SECOND), OF.running(START)) == (False, True)
    assert (OF.over(ENDS - SECOND), OF.over(ENDS)) == (False, True)


def test_seats_are_kept_until_the_release_and_only_where_some_are() -> None:
    until = replace(OF, plan=replace(OF.plan, release_at=START), quota_seats=1)

    assert until.keeping(START - SECOND)
    assert not until.keeping(START)
    assert not replace(until, quota_seats=0).keeping(NOW)
    assert not replace(OF, quota_seats=1).keeping(NOW)


@pytest.mark.parametrize(
    ("minutes", "breaks", "units"), [(90, 0, 2), (89, 0, 1), (90, 1, 1), (44, 0, 0), (45, 90, 0)]
)
def test_a_unit_has_45_minutes(minutes: int, breaks: int, units: int) -> None:
    ends = NOW + timedelta(minutes=minutes)

    assert teaching_units(NOW, ends, breaks) == units
    assert type(teaching_units(NOW, ends, breaks)) is int
    assert teaching_units(NOW, ends + timedelta(seconds=59), breaks) == units


def test_deadlines_move_with_the_training_and_never_past_its_start() -> None:
    old = replace(OF.plan, withdraw_by=START - timedelta(days=2), release_at=None)
    new_start = START - timedelta(days=3, hours=5)
    new = moved(old, new_start, new_start + timedelta(hours=1), BERLIN)

    assert (new.starts_at, new.ends_at) == (new_start, new_start + timedelta(hours=1))
    assert new.deadline_at == old.deadline_at - timedelta(days=3)
    assert new.withdraw_by == old.withdraw_by - timedelta(days=3)
    assert new.release_at is None

    hours_before = replace(old, withdraw_by=START - timedelta(hours=1))

    assert moved(hours_before, new_start, new_start + timedelta(hours=1), BERLIN).withdraw_by == (
        new_start
    )


@pytest.mark.parametrize(
    ("old", "new", "days"),
    [
        (START, START.replace(hour=23, minute=30), 1),  # on the wall it is the next day
        (START.replace(hour=23, minute=30), START + timedelta(days=1), 0),
    ],
)
def test_deadlines_move_by_days_on_the_wall(old: datetime, new: datetime, days: int) -> None:
    deadline = START - timedelta(days=14)
    plan = replace(OF.plan, starts_at=old, deadline_at=deadline)

    assert moved(plan, new, new + timedelta(hours=1), BERLIN).deadline_at == (
        deadline + timedelta(days=days)
    )


STANDS = {
    RegistrationStatus.CONFIRMED: Stand.SEAT,
    RegistrationStatus.ATTENDED: Stand.SEAT,
    RegistrationStatus.ABSENT: Stand.SEAT,
    RegistrationStatus.WAITLISTED: Stand.LINE,
    RegistrationStatus.OFFERED: Stand.LINE,
    RegistrationStatus.WITHDRAWN: Stand.NEITHER,
    RegistrationStatus.LATE_WITHDRAWN: Stand.NEITHER,
}


def own(status: RegistrationStatus = RegistrationStatus.CONFIRMED, **more: object) -> Registration:
    return Registration(7, 1, 1, status, 4, **more)  # type: ignore[arg-type]  # its fields


def test_a_seat_the_line_or_neither() -> None:
    assert {status: stand_of(status) for status in RegistrationStatus} == STANDS
    assert {status: stand(own(status)) for status in RegistrationStatus} == STANDS
    assert stand(None) is Stand.NEITHER
    assert stand_of(None) is Stand.NEITHER


LEAVE, REGISTER, MUTE = Press.LEAVE, Press.REGISTER, Press.MUTE
SEAT, LINE, NEITHER = Stand.SEAT, Stand.LINE, Stand.NEITHER


@pytest.mark.parametrize(
    ("press", "of", "where", "now", "found"),
    [
        (REGISTER, None, NEITHER, NOW, Obstacle.GONE),
        (REGISTER, as_(EventStatus.DRAFT), NEITHER, NOW, Obstacle.DRAFT),
        (LEAVE, as_(EventStatus.CANCELLED), SEAT, NOW, Obstacle.CANCELLED),
        (MUTE, OF, SEAT, ENDS, Obstacle.OVER),
        (LEAVE, OF, SEAT, START, Obstacle.BEGUN),
        (LEAVE, OF, SEAT, DEADLINE, None),
        (LEAVE, OF, LINE, NOW, None),
        (MUTE, OF, SEAT, NOW, None),
        (LEAVE, OF, NEITHER, NOW, Obstacle.NOT_IN),
        (MUTE, OF, NEITHER, DEADLINE, Obstacle.NOT_IN),
        (REGISTER, OF, SEAT, DEADLINE, Obstacle.SEATED),
        (REGISTER, OF, LINE, NOW, Obstacle.WAITING),
        (REGISTER, OF, NEITHER, NOW, None),
        (REGISTER, OF, NEITHER, DEADLINE, Obstacle.DEADLINE),
        (REGISTER, as_(EventStatus.CLOSED), NEITHER, NOW, Obstacle.REGISTRATION_CLOSED),
        (REGISTER, POLICE_ONLY, NEITHER, NOW, Obstacle.NOT_FOR_SECTOR),
        (LEAVE, POLICE_ONLY, SEAT, NOW, None),
    ],
)
def test_the_one_reason_why_a_press_changes_nothing(
    press: Press, of: Training | None, where: Stand, now: datetime, found: Obstacle | None
) -> None:
    assert obstacle(press, of, where, Sector.SCHOOL, now) is found


def test_a_training_for_some_sectors_takes_its_own() -> None:
    assert obstacle(REGISTER, POLICE_ONLY, NEITHER, Sector.POLICE, NOW) is None


def test_final_is_what_nobody_can_change() -> None:
    assert {Closed.STARTED, Closed.OVER, Closed.DRAFT, Closed.CANCELLED} == FINAL


@pytest.mark.parametrize(
    ("of", "registration", "revision", "now", "reason"),
    [
        (OF, own(), 0, NOW, None),
        (OF, own(), 0, START - SECOND, None),
        (as_(EventStatus.CANCELLED), None, 1, START, "training-cancelled"),
        (replace(OF, revision=1), own(), 0, NOW, "training-moved"),
        (replace(OF, revision=1), own(), 1, NOW, None),
        (OF, None, 0, NOW, "not-registered"),
        (OF, own(RegistrationStatus.WAITLISTED), 0, NOW, "not-registered"),
        (OF, own(RegistrationStatus.WITHDRAWN), 0, START, "not-registered"),
        (OF, own(muted=True), 0, START, "muted"),
        (OF, own(), 0, START, "training-begun"),
    ],
)
def test_a_reminder_goes_only_to_who_has_a_seat_in_what_is_to_come(
    of: Training, registration: Registration | None, revision: int, now: datetime, reason: str
) -> None:
    assert not_needed(of, registration, revision, now) == reason


def test_a_reminder_is_the_same_one_by_registration_stage_and_date() -> None:
    assert key(7, "one-day", 2) == "reminder:7:one-day:2"


NEVER_QUIET = QuietHours(time(0), time(0), sundays=False)
EARLY = datetime(2027, 1, 1, tzinfo=UTC)
FRIDAY = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)


def planned(
    *rules: ReminderRule, quiet: QuietHours = NEVER_QUIET, now: datetime = EARLY
) -> list[Planned]:
    return plan(FRIDAY, rules, BERLIN, quiet, now)


def at(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=BERLIN)


WEEK, ONE = ReminderStage.ONE_WEEK, ReminderStage.ONE_DAY


def test_each_reminder_ends_where_the_next_begins_and_the_last_at_the_start() -> None:
    found = planned(ReminderRule(ONE, 1, time(18)), ReminderRule(WEEK, 7))

    assert found == [Planned(WEEK, at(5), at(11, 18)), Planned(ONE, at(11, 18), FRIDAY)]
    assert planned(ReminderRule(WEEK, 7), now=at(5)) == []
    assert len(planned(ReminderRule(WEEK, 7), now=at(5) - SECOND)) == 1
    assert planned(ReminderRule(ONE, 0, time(9))) == []  # at the start it is too late
    assert len(planned(ReminderRule(ONE, 0, time(8, 59)))) == 1
    assert planned() == []


def test_of_a_rule_of_another_kind_the_rest_stays_planned() -> None:
    feedback = ReminderRule(ReminderStage.FEEDBACK, 3)
    deadline = ReminderRule(ReminderStage.DEADLINE_NEAR, 2)

    assert planned(feedback, ReminderRule(ONE, 1), deadline) == [Planned(ONE, at(11), FRIDAY)]


def test_a_quiet_day_is_avoided_by_going_earlier_but_not_more_than_six_days() -> None:
    def closed(*days: int) -> QuietHours:
        return replace(NEVER_QUIET, holidays=frozenset(at(day).date() for day in days))

    assert [p.due_at for p in planned(ReminderRule(ONE, 1), quiet=closed(11))] == [at(10)]
    assert [p.due_at for p in planned(ReminderRule(ONE, 1), quiet=closed(*range(6, 12)))] == [at(5)]
    assert [p.due_at for p in planned(ReminderRule(ONE, 1), quiet=closed(*range(5, 12)))] == [
        at(11)
    ]


def test_a_quiet_day_is_one_on_the_wall() -> None:
    after_midnight = ReminderRule(ONE, 1, time(0, 30))
    quiet = replace(NEVER_QUIET, holidays=frozenset({at(11).date()}))

    assert [p.due_at for p in planned(after_midnight, quiet=quiet)] == [at(10, 0, 30)]


def test_what_is_off_or_held_is_not_reminded_of(network: Network) -> None:
    soon = Training(1, "uid", "rkn-kaarst", plan_at(START), EventStatus.PUBLISHED)

    assert to_come(soon, network, NOW) == plan(
        START, soon.plan.reminders, network.zone, network.quiet, NOW
    )
    assert to_come(soon, network, NOW)
    assert to_come(as_(EventStatus.CANCELLED, soon), network, NOW) == []
    assert to_come(as_(EventStatus.HELD, soon), network, NOW) == []


def test_who_moved_up_is_told_so_and_reminded_unless_they_want_no_reminders(
    network: Network,
) -> None:
    soon = Training(1, "uid", "rkn-kaarst", plan_at(START), EventStatus.PUBLISHED, revision=3)
    heard, muted = own(), replace(own(muted=True), id=8, person_id=2)
    letters = moved_up_letters(network, soon, [muted, heard], NOW)
    reminders = reminder_letters(network, soon, heard, NOW)

    assert [(each.kind, each.registration_id) for each in letters] == [
        (Kind.MOVED_UP, 8),
        (Kind.MOVED_UP, 7),
        *[(Kind.REMINDER, 7)] * len(reminders),
    ]
    assert letters[2:] == reminders
    assert [(each.key, each.person_id, each.expires_at) for each in letters[:2]] == [
        ("moved-up:8:4", 2, START),
        ("moved-up:7:4", 1, START),
    ]
    assert all(each.due_at == NOW for each in letters[:2])
    assert all(each.training_id == 1 for each in letters)

    first, one = reminders[0], to_come(soon, network, NOW)[0]

    assert first.key == key(7, one.stage, 3)
    assert (first.person_id, first.due_at, first.expires_at) == (1, one.due_at, one.expires_at)
    assert first.facts == {"stage": one.stage, "revision": 3}


ONLINE = replace(OF, plan=replace(OF.plan, link="https://konferenz.example/a"))
OUTSIDER = replace(person(1), office="rkn-neuss")


@pytest.mark.parametrize(
    ("who", "registration", "gets"),
    [
        (OUTSIDER, own(), True),
        (OUTSIDER, own(RegistrationStatus.WAITLISTED), False),
        (OUTSIDER, replace(own(), training_id=2), False),
        (OUTSIDER, None, False),
        (replace(OUTSIDER, role=Role.LEAD), None, True),
        (replace(OUTSIDER, role=Role.COORDINATOR), None, False),
        (replace(person(1), role=Role.COORDINATOR), None, True),
    ],
)
def test_the_address_of_the_room_goes_to_seats_and_hosts(
    who: Person, registration: Registration | None, gets: bool
) -> None:
    assert link_for(who, ONLINE, registration) == (ONLINE.plan.link if gets else "")
