"""Who may do what: each act, asked for by each role, on both sides of what it depends on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.person import Person, Place
from domain.rights import Act, AskingIn, Care, NamedOne, SecondOf, care, given, may, runs
from domain.training import CoHost, Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, Role, Sector
from tests.domain.test_broadcast import training
from tests.domain.test_membership import person

#: Somebody of each role in the office "aa", and coordinators of other ones.
SPECIALIST, AUDITOR = person(1, Role.SPECIALIST), person(2, Role.AUDITOR)
COORDINATOR, LEAD = person(3, Role.COORDINATOR), person(4, Role.LEAD)
CO_HOST, LATE_ONE = person(5, Role.COORDINATOR, "bb"), person(6, Role.COORDINATOR, "cc")
FAR, FAR_LEAD = person(7, Role.COORDINATOR, "zz"), person(8, Role.LEAD, "zz")
EVERYBODY = (SPECIALIST, AUDITOR, COORDINATOR, LEAD, CO_HOST, LATE_ONE, FAR, FAR_LEAD)


def of_aa(status: EventStatus = EventStatus.PUBLISHED) -> Training:
    """Return a training of "aa", held with "bb" from the beginning and with "cc" from 4 on."""
    made = training(status)
    plan = replace(made.plan, co_hosts=(CoHost("bb"), CoHost("cc", after=3)))
    return replace(made, host="aa", plan=plan)


def who(act: Act, of: object = None) -> list[int]:
    """Return the numbers of all who may do it."""
    return [each.id for each in EVERYBODY if may(each, act, of)]


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (Act.COORDINATE, [3, 4, 5, 6, 7, 8]),
        (Act.READ_REPORTS, [2, 3, 4, 5, 6, 7, 8]),
        (Act.LEAD, [4, 8]),
        (Act.READ_LOG, [4, 8]),
    ],
)
def test_what_a_role_may_everywhere(act: Act, found: list[int]) -> None:
    assert who(act) == found


@pytest.mark.parametrize(
    ("role", "roles", "found"),
    [
        (Role.SPECIALIST, (), [3, 4, 5, 6, 7, 8]),
        (Role.COORDINATOR, (Role.SPECIALIST, Role.COORDINATOR), [3, 4, 5, 6, 7, 8]),
        (
            Role.LEAD,
            (Role.SPECIALIST, Role.COORDINATOR, Role.LEAD, Role.AUDITOR),
            [4, 8],
        ),
        (Role.AUDITOR, (), [4, 8]),
    ],
)
def test_which_roles_somebody_gives(role: Role, roles: tuple[Role, ...], found: list[int]) -> None:
    assert given(person(9, role)) == roles
    assert who(Act.INVITE, role) == found


@pytest.mark.parametrize(
    ("act", "status", "found"),
    [
        (Act.MANAGE, EventStatus.PUBLISHED, [3, 4, 5, 6, 8]),
        (Act.MANAGE, EventStatus.HELD, [3, 4, 5, 6, 8]),
        (Act.MANAGE, EventStatus.DRAFT, [3, 4, 8]),
        (Act.NAME_HOSTS, EventStatus.PUBLISHED, [3, 4, 8]),
        (Act.NAME_HOSTS, EventStatus.DRAFT, [3, 4, 8]),
        (Act.MARK, EventStatus.PUBLISHED, [3, 4, 5, 6]),  # who only leads reads no marks
    ],
)
def test_who_looks_after_a_training(act: Act, status: EventStatus, found: list[int]) -> None:
    assert who(act, of_aa(status)) == found


@pytest.mark.parametrize(
    ("office", "position", "found"),
    [
        ("dd", 0, [3, 4]),
        ("dd", 1, [3, 4, 5]),
        ("dd", 3, [3, 4, 5]),
        ("dd", 4, [3, 4, 5, 6]),
        ("zz", 1, [3, 4, 5, 7, 8]),
        ("cc", 1, [3, 4, 5, 6]),
    ],
)
def test_who_reads_a_name(office: str, position: int, found: list[int]) -> None:
    assert who(Act.READ_NAME, NamedOne(of_aa(), office, position)) == found


RESTRICTED = replace(person(9, Role.SPECIALIST), restricted_on=date(2027, 2, 9))


@pytest.mark.parametrize(
    ("member", "sees", "asks", "ends"),
    [
        (person(9, Role.SPECIALIST), [3, 4], [3, 4], [3, 4]),
        (person(9, Role.AUDITOR), [3, 4], [3, 4], [3, 4]),
        (person(9, Role.COORDINATOR), [3, 4, 8], [], [4, 8]),
        (person(9, Role.LEAD), [3, 4], [], []),
        (COORDINATOR, [3, 4, 8], [], [4, 8]),
        (LEAD, [3, 4], [], []),
        (person(9, Role.SPECIALIST, "dd"), [], [], []),
        (person(9, Role.COORDINATOR, "dd"), [4, 8], [], [4, 8]),
        (person(9, Role.LEAD, "dd"), [], [], []),
        (person(9, Role.SPECIALIST, COUNTY_WIDE), [4, 8], [4, 8], [4, 8]),
        (RESTRICTED, [3, 4], [], []),
        (person(4, Role.SPECIALIST), [3, 4], [3, 4], [3]),  # never the own one
    ],
)
def test_who_looks_after_a_member(
    member: Person, sees: list[int], asks: list[int], ends: list[int]
) -> None:
    assert who(Act.LOOK_AFTER, member) == sees
    assert who(Act.ASK_MEMBER, member) == asks
    assert who(Act.END_MEMBERSHIP, member) == ends


def test_whom_somebody_looks_after_and_whose_trainings_they_run() -> None:
    assert care(COORDINATOR) == Care(("aa",))
    assert care(FAR_LEAD) == Care(("zz", COUNTY_WIDE), (Role.COORDINATOR,))
    assert [runs(each) for each in (COORDINATOR, FAR, LEAD)] == ["aa", "zz", None]


@pytest.mark.parametrize(
    ("applicant", "found"),
    [
        (person(9, Role.SPECIALIST), [3, 4, 8]),
        (person(9, Role.SPECIALIST, "zz"), [4, 7, 8]),
        (person(9, Role.SPECIALIST, COUNTY_WIDE), [4, 8]),
        (COORDINATOR, [4, 8]),
        (LEAD, [3, 8]),
    ],
)
def test_who_approves_never_approves_the_own_seat(applicant: Person, found: list[int]) -> None:
    assert who(Act.APPROVE, applicant) == found


def test_who_was_asked_lets_in_and_the_lead() -> None:
    def asked(*people: int) -> AskingIn:
        return AskingIn(Place("aa", Sector.POLICE), frozenset(people))

    assert who(Act.LET_IN, asked()) == [4, 8]
    assert who(Act.LET_IN, asked(5)) == [4, 5, 8]
    assert who(Act.LET_IN, asked(1, 2, 3)) == [3, 4, 8]


@pytest.mark.parametrize(
    ("asked_by", "who", "agrees"),
    [
        (1, person(2, Role.COORDINATOR, "aa"), True),
        (1, person(1, Role.COORDINATOR, "aa"), False),
        (1, person(1, Role.LEAD, "zz"), False),
        (1, person(2, Role.LEAD, "zz"), True),
        (1, person(2, Role.COORDINATOR, "zz"), False),
        (1, person(2, Role.SPECIALIST, "aa"), False),
        (1, person(2, Role.AUDITOR, "aa"), False),
    ],
)
def test_nobody_is_their_own_second_person(asked_by: int, who: Person, agrees: bool) -> None:
    assert may(who, Act.SECOND, SecondOf(asked_by, ("aa", "bb"))) is agrees
