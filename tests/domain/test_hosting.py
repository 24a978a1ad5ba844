"""Holding a training together: who is a co-host since when, and what is told of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain import plan_change
from domain.deliveries import Doubts
from domain.delivery import Kind
from domain.network import Network
from domain.person import Person
from domain.plan_change import Changed, Reason, Refused
from domain.plan_hosts import again, beside, named_now, set_hosts
from domain.plan_told import moving_up, stands, words
from domain.register import ACTIVE
from domain.training import CoHost, Training
from domain.vocabulary import DeliveryMode, EventStatus, Role
from tests.domain.test_altering import NOW, OF, START, Desk
from tests.domain.test_membership import person

FIRST = person(1, Role.COORDINATOR, OF.host)
HELD = (CoHost("rkn-neuss"), CoHost("rkn-dormagen", 3))
JOINT = replace(OF, plan=replace(OF.plan, co_hosts=HELD), turns=7)


def sets(
    desk: Desk, network: Network, *offices: str, tell: bool = False, who: Person = FIRST
) -> Changed | Refused:
    return asyncio.run(set_hosts(desk, network, 1, who, offices, NOW, tell=tell))


def test_the_first_host_stands_before_the_others() -> None:
    assert OF.hosts == ("rkn-kaarst",)
    assert JOINT.hosts == ("rkn-kaarst", "rkn-neuss", "rkn-dormagen")


def test_who_is_a_co_host_stays_one_and_who_is_new_begins_now() -> None:
    assert named_now(JOINT, ["rkn-meerbusch", "rkn-dormagen"]) == (
        CoHost("rkn-meerbusch", 7),
        CoHost("rkn-dormagen", 3),
    )
    assert named_now(JOINT, []) == ()
    assert named_now(OF, [OF.host, "rkn-neuss"]) == (CoHost("rkn-neuss", OF.turns),)


def test_nobody_is_a_co_host_of_its_own() -> None:
    assert beside(OF.plan, OF.host) is OF.plan
    assert beside(JOINT.plan, "rkn-neuss").co_hosts == HELD[1:]
    assert beside(JOINT.plan, OF.host) is JOINT.plan


@pytest.mark.parametrize(
    ("pattern", "host", "others"),
    [
        (OF, OF.host, ()),
        (OF, "rkn-neuss", ()),
        (JOINT, OF.host, ("rkn-neuss", "rkn-dormagen")),
        (JOINT, "rkn-neuss", ("rkn-kaarst", "rkn-dormagen")),
        (JOINT, "rkn-meerbusch", ("rkn-neuss", "rkn-dormagen")),
    ],
)
def test_it_is_held_again_by_the_same_offices(
    pattern: Training, host: str, others: tuple[str, ...]
) -> None:
    assert again(pattern, host) == others


def test_only_the_first_host_names_the_others(network: Network) -> None:
    for who in (person(2, Role.COORDINATOR, "rkn-neuss"), person(3, Role.SPECIALIST, OF.host)):
        desk = Desk(JOINT)

        assert sets(desk, network, who=who) == Refused(Reason.NOT_FIRST_HOST)
        assert desk.done == []

    lead = person(4, Role.LEAD, "rkn-meerbusch")

    assert isinstance(sets(Desk(JOINT), network, who=lead), Changed)


def test_what_cannot_be_changed_any_more_keeps_its_hosts(network: Network) -> None:
    desk = Desk(replace(JOINT, status=EventStatus.CANCELLED))

    assert sets(desk, network) == Refused(Reason.CANCELLED)


def test_a_new_co_host_is_told_of_only_if_that_is_wanted(network: Network) -> None:
    desk, told = Desk(JOINT), Desk(JOINT)
    quiet = sets(desk, network, "rkn-neuss", "rkn-meerbusch")
    loud = sets(told, network, "rkn-neuss", "rkn-meerbusch", tell=True)
    held = (HELD[0], CoHost("rkn-meerbusch", 7))

    assert desk.training.plan.co_hosts == told.training.plan.co_hosts == held
    assert desk.done == [("plan", False)]
    assert quiet == Changed(desk.training)
    assert [each[:3] for each in told.done if each[0] == "tell"] == [
        ("tell", Kind.CHANGED, {**words(JOINT.plan), "small": "co_hosts"})
    ]
    assert [each[5] for each in told.done if each[0] == "tell"] == [set(ACTIVE)]
    assert isinstance(loud, Changed)
    assert loud.told == 10


def test_the_same_hosts_again_change_nothing(network: Network) -> None:
    desk = Desk(JOINT)

    assert sets(desk, network, "rkn-neuss", "rkn-dormagen", tell=True) == Changed(JOINT)
    assert desk.done == []


def test_a_card_of_other_hosts_is_another_card_to_who_registers() -> None:
    assert OF.plan.offered == OF.plan.shown
    assert JOINT.plan.shown == OF.plan.shown
    kinds = {
        plan.offered
        for plan in (
            OF.plan,
            JOINT.plan,
            replace(JOINT.plan, co_hosts=HELD[:1]),
            replace(JOINT.plan, starts_at=START + timedelta(days=1)),
        )
    }

    assert len(kinds) == 4
    assert all(0 <= each < 2**31 for each in kinds)
    assert replace(JOINT.plan, co_hosts=HELD[::-1]).offered == JOINT.plan.offered
    later = tuple(replace(each, after=9) for each in HELD)
    assert replace(JOINT.plan, co_hosts=later).offered == JOINT.plan.offered


OTHERS: dict[str, dict[str, Any]] = {
    "title": {"title": "Another"},
    "mode": {"mode": DeliveryMode.ONLINE},
    "place": {"place": "Elsewhere"},
    "link": {"link": "https://a.example"},
    "day": {"ends_at": OF.plan.ends_at + timedelta(hours=1)},
    "seats": {"seats": 99},
    "deadline": {"deadline_at": START - timedelta(days=9)},
    "units": {"units": 99},
    "reminders": {"reminders": ()},
    "cost": {"cost": "10"},
    "minimum": {"minimum": 2},
    "hosts": {"co_hosts": HELD},
}


@pytest.mark.parametrize("part", OTHERS)
def test_who_is_second_to_change_a_part_is_told(part: str) -> None:
    stood, desk = stands(OF.plan, part), Desk()

    def overtaken() -> Refused | None:
        return asyncio.run(plan_change.overtaken(desk, 1, part, stood, NOW))

    assert overtaken() is None

    desk.training = replace(OF, plan=replace(OF.plan, **OTHERS[part]))

    assert overtaken() == Refused(Reason.OVERTAKEN)

    untouched = set(OTHERS) - {part, *(("mode",) if part in {"place", "link"} else ())}
    assert all(stands(OF.plan, each) == stands(desk.training.plan, each) for each in untouched)

    desk.training = replace(desk.training, status=EventStatus.CANCELLED)

    assert overtaken() == Refused(Reason.CANCELLED)


def test_a_mode_stands_with_its_place_and_its_address() -> None:
    for part in ("place", "link"):
        assert stands(replace(OF.plan, **OTHERS[part]), "mode") != stands(OF.plan, "mode")
    began = replace(OF.plan, starts_at=START - timedelta(hours=1))

    assert stands(began, "day") != stands(OF.plan, "day")


@pytest.mark.parametrize(
    ("seats", "given", "waiting", "most"),
    [(None, 9, 4, 4), (10, 9, 4, 1), (20, 9, 4, 4), (9, 9, 4, 0), (5, 9, 4, 0), (10, 9, 0, 0)],
)
def test_no_more_move_up_than_wait_and_than_there_are_seats(
    seats: int | None, given: int, waiting: int, most: int
) -> None:
    assert moving_up(seats, given, waiting) == most


def test_doubts_of_several_trainings_are_told_together() -> None:
    assert Doubts(1, 2, 5) + Doubts(3, 4, 4) == Doubts(4, 6, 5)
    assert Doubts(1, 2, 4) + Doubts(0, 0, 6) == Doubts(1, 2, 6)
