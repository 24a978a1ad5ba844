"""Who comes in, who leads, who decides, who leaves: case by case."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain import invite as rules
from domain.access import code, responsible, stamp, waiting
from domain.channel import in_chat
from domain.invite import (
    MOST_DAYS,
    Invitation,
    InvitationProblem,
    expiry,
    invite,
    join,
    look,
    token_hash,
    weigh,
)
from domain.invite_leads import all_away, is_last, leads_of, must_stay
from domain.invite_targets import Target, fits, may_revoke, targets
from domain.network import Network
from domain.person import CONSENT_VERSION, LONGEST_NAME, Newcomer, Person, Place, tidy_name
from domain.privacy import Dossier, withdraw_all
from domain.register import Registration, register
from domain.rights import Act, given, may
from domain.training import Training
from domain.vocabulary import Announced, RegistrationStatus, Role, Sector
from tests.domain.test_invitation import House
from tests.domain.test_registration import Hall
from tests.domain.test_registration import person as specialist

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def person(number: int, role: Role, office: str = "aa", *, away: bool = False) -> Person:
    return Person(
        number,
        in_chat(number),
        role,
        office,
        Sector.YOUTH_OFFICE,
        "de",
        None,
        1,
        DAY,
        DAY,
        NOW if away else None,
    )


LEAD, OTHER_LEAD = person(1, Role.LEAD), person(2, Role.LEAD, "bb")
OWN, NEXT = person(3, Role.COORDINATOR), person(4, Role.COORDINATOR, "bb")
AWAY = person(5, Role.COORDINATOR, "cc", away=True)


def test_the_own_coordinators_are_asked_and_else_all_who_can_be_reached() -> None:
    everyone = [OWN, NEXT, AWAY]

    assert responsible(Place("aa", Sector.POLICE), everyone) == [OWN]
    assert responsible(Place("cc", Sector.POLICE), everyone) == [OWN, NEXT]
    assert may(OWN, Act.LET_IN, waiting(Place("aa", Sector.POLICE), everyone))
    assert not may(NEXT, Act.LET_IN, waiting(Place("aa", Sector.POLICE), everyone))
    assert may(NEXT, Act.LET_IN, waiting(Place("cc", Sector.POLICE), everyone))
    assert not may(AWAY, Act.LET_IN, waiting(Place("cc", Sector.POLICE), everyone))
    assert may(LEAD, Act.LET_IN, waiting(Place("aa", Sector.POLICE), everyone))


def test_a_request_is_named_by_its_number_and_its_second() -> None:
    second = stamp(NOW + timedelta(milliseconds=999))

    assert second == int(NOW.timestamp())
    assert code(12, 1_700_000_007) == "12-007"
    assert code(12, 1_700_001_234) == "12-234"


@pytest.mark.parametrize(
    ("who", "leads", "last"),
    [
        (LEAD, [LEAD], True),
        (LEAD, [LEAD, OTHER_LEAD], False),
        (LEAD, [LEAD, replace(OTHER_LEAD, unreachable_since=NOW)], True),
        (
            replace(LEAD, unreachable_since=NOW),
            [LEAD, replace(OTHER_LEAD, unreachable_since=NOW)],
            False,
        ),
        (OWN, [], False),
    ],
)
def test_the_last_lead_is_who_nobody_can_stand_in_for(
    who: Person, leads: list[Person], last: bool
) -> None:
    assert is_last(who, leads) is last

    class Leads:
        async def leads(self) -> Sequence[Person]:
            return [who if each.id == who.id else each for each in leads]

    assert asyncio.run(must_stay(Leads(), who)) is last


def test_who_leads_no_more_need_not_stay() -> None:
    class Nobody:
        async def leads(self) -> Sequence[Person]:
            return []

    assert not asyncio.run(must_stay(Nobody(), LEAD))
    assert leads_of([OWN, LEAD, AWAY, OTHER_LEAD]) == [LEAD, OTHER_LEAD]


def test_nobody_leads_if_all_are_blocked_or_have_been_gone_for_long() -> None:
    today = DAY + timedelta(days=30)

    assert all_away([], today, 30)
    assert all_away([LEAD], today, 30)
    assert not all_away([LEAD], today - timedelta(days=1), 30)
    assert all_away([replace(LEAD, unreachable_since=NOW)], DAY, 30)
    assert not all_away([LEAD, replace(OTHER_LEAD, active_on=date(2020, 1, 1))], DAY, 30)


def door(**changed: object) -> Invitation:
    made = Invitation(7, Role.SPECIALIST, "aa", None, 1, NOW + timedelta(days=1))
    return replace(made, **changed)  # type: ignore[arg-type]  # the names of its fields


@pytest.mark.parametrize(
    ("of", "now", "problem"),
    [
        (door(), NOW, None),
        (door(revoked=True), NOW + timedelta(days=1), InvitationProblem.REVOKED),
        (door(), NOW + timedelta(days=1), InvitationProblem.EXPIRED),
        (door(), NOW + timedelta(days=1, seconds=-1), None),
        (door(uses_left=0), NOW, InvitationProblem.USED_UP),
    ],
)
def test_why_a_door_is_closed(
    of: Invitation, now: datetime, problem: InvitationProblem | None
) -> None:
    assert of.problem(now) is problem


@pytest.mark.parametrize(
    ("of", "chosen", "place"),
    [
        (door(), None, Place("aa", Sector.YOUTH_OFFICE)),
        (door(sector=Sector.SCHOOL), "bb", Place("aa", Sector.SCHOOL)),
        (door(office=None, sector=Sector.SCHOOL), "bb", Place("bb", Sector.SCHOOL)),
        (door(office=None, sector=Sector.SCHOOL), None, None),
        (door(office=None), "bb", Place("bb", Sector.OTHER)),
    ],
)
def test_where_a_door_leads(of: Invitation, chosen: str | None, place: Place | None) -> None:
    assert of.place(chosen) == place


def test_a_door_gives_nothing_to_who_has_its_role_and_place() -> None:
    own = person(1, Role.SPECIALIST)

    assert door().gives_nothing(own)
    assert not door(role=Role.AUDITOR).gives_nothing(own)
    assert not door(office="bb").gives_nothing(own)
    assert door(office=None, sector=Sector.YOUTH_OFFICE).gives_nothing(own)


def test_tokens_are_kept_as_their_hash_only() -> None:
    assert token_hash("abc").hex() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def test_an_invitation_is_kept_as_it_was_asked_for() -> None:
    kept: list[object] = []

    class Doors:
        find, use = House().find, House().use

        async def add(
            self,
            token_hash: bytes,
            role: Role,
            office: str | None,
            sector: Sector | None,
            uses: int,
            expires_at: datetime,
        ) -> int:
            kept.extend((token_hash, role, office, sector, uses, expires_at))
            return 1

    made = invite(
        Doors(), "secret", Role.AUDITOR, office="aa", sector=Sector.OTHER, uses=5, expires_at=NOW
    )

    assert asyncio.run(made) == Invitation(1, Role.AUDITOR, "aa", Sector.OTHER, 5, NOW)
    assert kept == [token_hash("secret"), Role.AUDITOR, "aa", Sector.OTHER, 5, NOW]


@pytest.mark.parametrize(
    ("days", "lasts"), [(14, 14), (0, 1), (-3, 1), (1, 1), (MOST_DAYS, 90), (500, 90)]
)
def test_an_invitation_lasts_from_a_day_to_ninety(days: int, lasts: int) -> None:
    assert expiry(NOW, days) == NOW + timedelta(days=lasts)


class Held(House):
    """A house whose doors note whether they were held, and when they were used."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[bool] = []
        self.used: list[datetime] = []
        self.came: list[date] = []

    async def find(self, token_hash: bytes, *, hold: bool = False) -> Invitation | None:
        self.held.append(hold)
        return await super().find(token_hash, hold=hold)

    async def use(self, invitation_id: int, now: datetime) -> bool:
        self.used.append(now)
        return await super().use(invitation_id, now)

    async def add(self, newcomer: Newcomer, day: date) -> Person:
        self.came.append(day)
        return await super().add(newcomer, day)


NEWCOMER = Newcomer(in_chat(9), Role.SPECIALIST, Place("aa", Sector.YOUTH_OFFICE))
LATE = NOW + timedelta(days=9)


def test_a_door_is_held_only_by_who_goes_through() -> None:
    house = Held()
    found = asyncio.run(look(house, "lead", NOW))
    seen = asyncio.run(weigh(house, house, "elsewhere", OWN, NOW))

    assert isinstance(found, Invitation)
    assert isinstance(seen, Invitation)
    assert house.held == [False, False]

    asyncio.run(look(house, "lead", NOW, hold=True))
    asyncio.run(join(house, house, house, "specialist", NEWCOMER, NOW, BERLIN))
    house.people[3] = OWN
    asyncio.run(rules.change(house, house, "elsewhere", OWN, None, NOW))

    assert house.held == [False, False, True, True, True]
    assert (house.used, house.came) == ([NOW, NOW], [DAY])


def test_who_comes_by_no_open_door_stays_outside() -> None:
    house = Held()

    async def comes(token: str, now: datetime = NOW) -> Person | InvitationProblem:
        return await join(house, house, house, token, NEWCOMER, now, BERLIN)

    assert asyncio.run(look(house, "unknown", NOW)) is InvitationProblem.UNKNOWN
    assert asyncio.run(comes("unknown")) is InvitationProblem.UNKNOWN
    assert asyncio.run(comes("lead", LATE)) is InvitationProblem.EXPIRED
    assert house.people == {}


def test_the_last_use_can_be_gone_between_looking_and_going_through() -> None:
    class Overtaken(House):
        async def use(self, invitation_id: int, now: datetime) -> bool:
            return False

    house = Overtaken()
    house.people[3] = OWN

    joined = join(house, house, house, "lead", NEWCOMER, NOW, BERLIN)
    assert asyncio.run(joined) is InvitationProblem.USED_UP
    changed = rules.change(house, house, "elsewhere", OWN, None, NOW)
    assert asyncio.run(changed) is InvitationProblem.USED_UP
    assert house.people == {3: OWN}


def test_a_member_weighs_what_an_invitation_would_change() -> None:
    house = House({1: LEAD})

    async def weighs(token: str, who: Person, now: datetime = NOW) -> object:
        return await weigh(house, house, token, who, now)

    assert asyncio.run(weighs("unknown", OWN)) is InvitationProblem.UNKNOWN
    assert asyncio.run(weighs("lead", LEAD, LATE)) is InvitationProblem.SAME
    assert asyncio.run(weighs("elsewhere", OWN, LATE)) is InvitationProblem.EXPIRED
    assert asyncio.run(weighs("specialist", LEAD)) is InvitationProblem.LAST_LEAD
    assert asyncio.run(weighs("lead", OWN)) == house.doors[token_hash("lead")]

    moves = replace(LEAD, office="bb")  # a lead who stays one leaves nobody without

    assert asyncio.run(weighs("lead", moves)) == house.doors[token_hash("lead")]


def test_who_says_yes_gets_role_and_place_of_the_invitation() -> None:
    house = House({3: OWN})

    async def takes(token: str, office: str | None) -> object:
        return await rules.change(house, house, token, OWN, office, NOW)

    assert asyncio.run(takes("police", None)) is InvitationProblem.UNKNOWN
    assert asyncio.run(takes("unknown", "bb")) is InvitationProblem.UNKNOWN
    assert house.people[3] == OWN
    assert asyncio.run(takes("police", "bb")) == replace(
        OWN, role=Role.SPECIALIST, office="bb", sector=Sector.POLICE
    )


@pytest.mark.parametrize(
    ("before", "chosen", "after", "then"),
    [
        (Role.SPECIALIST, Announced.ALL, Role.AUDITOR, Announced.NONE),
        (Role.SPECIALIST, Announced.TOPICS, Role.AUDITOR, Announced.NONE),
        (Role.AUDITOR, Announced.NONE, Role.SPECIALIST, Announced.ALL),
        (Role.AUDITOR, Announced.ALL, Role.AUDITOR, Announced.ALL),  # who wants them gets them
        (Role.SPECIALIST, Announced.NONE, Role.COORDINATOR, Announced.NONE),
    ],
)
def test_who_only_looks_on_gets_no_announcements_unless_they_are_wanted(
    before: Role, chosen: Announced, after: Role, then: Announced
) -> None:
    person = replace(OWN, role=before, announced=chosen)
    house = House({3: person})
    house.doors[token_hash("new")] = Invitation(9, after, "bb", None, 1, LATE)
    changed = asyncio.run(rules.change(house, house, "new", person, None, NOW))

    assert isinstance(changed, Person)
    assert changed.announced is then
    assert replace(NEWCOMER, role=Role.AUDITOR).announced is Announced.NONE
    assert NEWCOMER.announced is Announced.ALL


ALL_ROLES = (Role.SPECIALIST, Role.COORDINATOR, Role.LEAD, Role.AUDITOR)


@pytest.mark.parametrize(
    ("role", "target", "fit"),
    [
        (Role.COORDINATOR, Target("aa"), True),
        (Role.COORDINATOR, Target("aa", Sector.YOUTH_OFFICE), True),
        (Role.COORDINATOR, Target("aa", Sector.SCHOOL), False),
        (Role.LEAD, Target(None, Sector.YOUTH_OFFICE), False),
        (Role.LEAD, Target(), False),
        (Role.SPECIALIST, Target("aa"), True),
        (Role.SPECIALIST, Target("aa", Sector.SCHOOL), True),
        (Role.SPECIALIST, Target(None, Sector.SCHOOL), True),
        (Role.AUDITOR, Target(None, Sector.YOUTH_OFFICE), False),
        (Role.AUDITOR, Target(), False),
    ],
)
def test_which_role_fits_where(role: Role, target: Target, fit: bool) -> None:
    assert fits(role, target) is fit


def test_who_may_invite_whom_to_where(network: Network) -> None:
    slugs = [office.slug for office in network.offices]
    lead, own = replace(LEAD, office=slugs[0]), replace(OWN, office=slugs[1])
    partners = [Target(sector=s) for s in network.sectors if s is not Sector.YOUTH_OFFICE]

    assert given(lead) == ALL_ROLES
    assert given(own) == (Role.SPECIALIST, Role.COORDINATOR)
    assert given(replace(own, role=Role.SPECIALIST)) == ()
    assert targets(network, lead, Role.LEAD) == [Target(slug) for slug in slugs]
    assert targets(network, lead, Role.AUDITOR) == [*map(Target, slugs), *partners]
    assert targets(network, own, Role.COORDINATOR) == [Target(slugs[1])]
    assert targets(network, own, Role.SPECIALIST) == [Target(slugs[1]), *partners]
    assert targets(network, own, Role.LEAD) == []
    assert Target("aa").pack() == "o-aa"
    assert Target(None, Sector.SCHOOL).pack() == "s-school"

    made = door(office=slugs[1])

    assert may_revoke(network, own, made)
    assert may_revoke(network, lead, made)
    assert not may_revoke(network, own, replace(made, office=slugs[0]))
    assert not may_revoke(network, own, replace(made, role=Role.LEAD))
    assert may_revoke(network, own, replace(made, office=None, sector=Sector.SCHOOL))
    assert not may_revoke(network, own, replace(made, sector=Sector.SCHOOL))


def test_what_a_person_may_follows_from_the_role() -> None:
    coordinate = {role for role in Role if person(1, role).coordinates}
    read = {role for role in Role if person(1, role).reads_reports}

    assert coordinate == {Role.COORDINATOR, Role.LEAD}
    assert read == {Role.COORDINATOR, Role.LEAD, Role.AUDITOR}
    assert OWN.reachable
    assert not AWAY.reachable
    assert OWN.place == Place("aa", Sector.YOUTH_OFFICE)
    assert NEWCOMER.consent_version == CONSENT_VERSION
    assert replace(OWN, consent_version=CONSENT_VERSION).consented
    assert not replace(OWN, consent_version=CONSENT_VERSION - 1).consented


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Aino   Öz ", "Aino Öz"),
        ("Ab", "Ab"),
        ("A", None),
        ("A" * LONGEST_NAME, "A" * LONGEST_NAME),
        ("A" * (LONGEST_NAME + 1), None),
        ("-Ab", None),
        ("Ab-C. d'E’f", "Ab-C. d'E’f"),
        ("Ab,c", None),
        ("Ab3", None),
        ("A\u0331b", "A\u0331b"),  # an accent that has no letter of its own
        ("", None),
    ],
)
def test_a_name_is_what_can_stand_on_a_list(typed: str, name: str | None) -> None:
    assert tidy_name(typed) == name


def test_kept_is_nothing_only_of_who_is_and_does_nothing() -> None:
    assert Dossier(None).empty
    assert not Dossier(OWN).empty
    assert not Dossier(None, newcomer=NEWCOMER).empty


class Places(Hall):
    """A hall that knows where somebody is registered, and in one training that is gone."""

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]:
        assert after == NOW
        gone = replace(self.training, id=2)
        return [(gone, self.rows[person_id]), (self.training, self.rows[person_id])]


def test_who_leaves_for_good_gives_up_every_place_and_the_line_moves_up() -> None:
    hall = Places(1)

    async def live() -> None:
        for number in (1, 2):
            await register(hall, 1, specialist(number), NOW)
        left = await withdraw_all(hall, 1, NOW)

        assert [each.training for each in left] == [hall.training]
        assert [each.id for each in left[0].moved_up] == [2]

    asyncio.run(live())

    assert hall.rows[1].status is RegistrationStatus.WITHDRAWN
