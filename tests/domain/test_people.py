"""Whom a coordinator looks after, whose membership they may end, and who is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from domain.people import (
    HOLDS,
    TO_ANSWER,
    NotDone,
    ask,
    confirm_all,
    leaves_on,
    still_there,
)
from domain.person import Person
from domain.rights import CONFIRMED, Act, Care, care, may
from domain.vocabulary import COUNTY_WIDE, Role
from tests.domain.test_membership import person

DAY = date(2027, 2, 9)
LEAD, OTHER_LEAD = person(1, Role.LEAD), person(2, Role.LEAD)
OWN, NEXT = person(3, Role.COORDINATOR), person(4, Role.COORDINATOR, "bb")
SPECIALIST, FAR = person(5, Role.SPECIALIST), person(6, Role.SPECIALIST, "bb")
AUDITOR, WIDE = person(7, Role.AUDITOR), person(8, Role.SPECIALIST, COUNTY_WIDE)


@dataclass
class Members:
    """What is written down."""

    done: list[tuple[object, ...]] = field(default_factory=list)

    async def confirm(self, offices: Sequence[str], roles: Collection[Role], day: date) -> int:
        self.done.append(("all", offices, roles, day))
        return 7

    async def set_confirmed(self, person_id: int, day: date) -> None:
        self.done.append(("confirmed", person_id, day))

    async def set_asked(self, person_id: int, day: date) -> None:
        self.done.append(("asked", person_id, day))


def test_whom_somebody_looks_after() -> None:
    assert care(OWN) == Care(("aa",))
    assert care(LEAD) == Care(("aa", COUNTY_WIDE), (Role.COORDINATOR,))


@pytest.mark.parametrize(
    ("viewer", "member", "sees", "asks", "ends"),
    [
        (OWN, SPECIALIST, True, True, True),
        (OWN, AUDITOR, True, True, True),
        (OWN, FAR, False, False, False),
        (OWN, WIDE, False, False, False),
        (OWN, NEXT, False, False, False),
        (OWN, OWN, True, False, False),
        (OWN, replace(OWN, id=9), True, False, False),
        (OWN, LEAD, True, False, False),
        (LEAD, SPECIALIST, True, True, True),
        (LEAD, FAR, False, False, False),
        (LEAD, WIDE, True, True, True),
        (LEAD, NEXT, True, False, True),
        (LEAD, OTHER_LEAD, True, False, False),
        (LEAD, LEAD, True, False, False),
        (SPECIALIST, replace(SPECIALIST, id=9), False, False, False),
        (AUDITOR, SPECIALIST, False, False, False),
        (AUDITOR, AUDITOR, False, False, False),
    ],
)
def test_who_may_do_what(
    viewer: Person, member: Person, sees: bool, asks: bool, ends: bool
) -> None:
    assert may(viewer, Act.LOOK_AFTER, member) is sees
    assert may(viewer, Act.ASK_MEMBER, member) is asks
    assert may(viewer, Act.END_MEMBERSHIP, member) is ends


@pytest.mark.parametrize(
    ("member", "why"),
    [
        (SPECIALIST, None),
        (replace(SPECIALIST, asked_on=DAY), NotDone.ASKED),
        (FAR, NotDone.NOT_YOURS),
        (replace(OWN, id=9), NotDone.COORDINATES),
    ],
)
def test_a_member_is_asked_once(member: Person, why: NotDone | None) -> None:
    members = Members()

    assert asyncio.run(ask(members, OWN, member, DAY)) is why
    assert members.done == ([] if why else [("asked", 5, DAY)])


def test_all_are_confirmed_of_the_own_offices_and_who_is_asked_answers() -> None:
    members = Members()

    assert asyncio.run(confirm_all(members, LEAD, DAY)) == 7

    asyncio.run(still_there(members, SPECIALIST, DAY))

    assert members.done == [
        ("all", ("aa", COUNTY_WIDE), CONFIRMED, DAY),
        ("confirmed", 5, DAY),
    ]


def test_a_year_and_a_month() -> None:
    assert timedelta(days=365) == HOLDS
    assert leaves_on(DAY) == date(2027, 3, 11)
    assert timedelta(days=30) == TO_ANSWER
