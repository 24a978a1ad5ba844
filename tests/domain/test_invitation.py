"""One person, one role, one place; one use for each who comes in or says yes; always a lead."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from domain import invite
from domain.channel import Address, in_chat
from domain.invite import Invitation, InvitationProblem, token_hash
from domain.invite_leads import must_stay
from domain.invite_targets import Target, fits
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Announced, Role, Sector

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
OFFICES = ("aa", "bb")
#: By token: whom it invites, where to, how often.
TOKENS = {
    "lead": (Role.LEAD, "aa", None, 2),
    "specialist": (Role.SPECIALIST, "aa", None, 2),
    "elsewhere": (Role.SPECIALIST, "bb", None, 3),
    "police": (Role.SPECIALIST, None, Sector.POLICE, 2),
}


@dataclass
class House:
    """A network of three chats, in memory."""

    people: dict[int, Person] = field(default_factory=dict)
    doors: dict[bytes, Invitation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, (token, (role, office, sector, uses)) in enumerate(TOKENS.items(), 1):
            door = Invitation(number, role, office, sector, uses, NOW + timedelta(days=9))
            self.doors[token_hash(token)] = door

    async def find(self, token_hash: bytes, *, hold: bool = False) -> Invitation | None:
        return self.doors.get(token_hash)

    async def use(self, invitation_id: int, now: datetime) -> bool:
        key, door = next((k, each) for k, each in self.doors.items() if each.id == invitation_id)
        if door.uses_left < 1:
            return False
        self.doors[key] = replace(door, uses_left=door.uses_left - 1)
        return True

    async def by_chat(self, address: Address) -> Person | None:
        return self.people.get(int(address.name))

    async def leads(self) -> list[Person]:
        return [each for each in self.people.values() if each.role is Role.LEAD]

    async def add(self, newcomer: Newcomer, day: date) -> Person:
        person = Person(
            id=int(newcomer.address.name),
            address=newcomer.address,
            role=newcomer.role,
            office=newcomer.place.office,
            sector=newcomer.place.sector,
            language="de",
            name=None,
            consent_version=1,
            consented_on=date(2027, 1, 1),
            active_on=day,
        )
        self.people[int(newcomer.address.name)] = person
        return person

    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person:
        old = self.people[person_id]
        there = replace(old, role=role, office=place.office, sector=place.sector)
        self.people[person_id] = replace(there, announced=announced)
        return self.people[person_id]

    async def drop(self, address: Address) -> bool:
        return False

    def uses(self) -> int:
        return sum(door.uses_left for door in self.doors.values())


@given(
    st.sampled_from(Role),
    st.builds(Target, st.sampled_from((None, *OFFICES)), st.sampled_from((None, *Sector))),
    st.sampled_from(OFFICES),
)
def test_coordinators_belong_to_an_office_and_everybody_somewhere(
    role: Role, target: Target, chosen: str
) -> None:
    if not fits(role, target):
        return
    door = Invitation(1, role, target.office, target.sector, 1, NOW)
    place = door.place(chosen)

    assert place is not None
    assert (door.place() is None) is (target.office is None)
    if role in {Role.COORDINATOR, Role.LEAD}:
        assert place == Place(str(target.office), Sector.YOUTH_OFFICE)
    elif target.office is None:
        assert place.sector is not Sector.YOUTH_OFFICE


chats = st.integers(1, 3)
tokens = st.sampled_from([*TOKENS, "unknown"])
steps = st.one_of(
    st.tuples(st.just("join"), chats, tokens, st.sampled_from(OFFICES)),
    st.tuples(st.just("change"), chats, tokens, st.sampled_from(OFFICES)),
    st.tuples(st.just("erase"), chats, tokens, st.sampled_from(OFFICES)),
    st.tuples(st.just("block"), chats, tokens, st.sampled_from(OFFICES)),
)


TWO_LEADS = [("join", 1, "lead", "aa"), ("join", 2, "lead", "aa")]


async def act(house: House, what: str, chat: int, token: str, office: str) -> None:
    """Do one step, as the handlers do it, and check what it may have changed."""
    before, uses, leads = house.people.get(chat), house.uses(), await house.leads()
    if what == "join":
        door = house.doors.get(token_hash(token))
        place = door.place(office) if door else Place(office, Sector.OTHER)
        assert place is not None
        newcomer = Newcomer(in_chat(chat), door.role if door else Role.SPECIALIST, place)
        await invite.join(house, house, house, token, newcomer, NOW, BERLIN)
    elif what == "change" and before is not None:
        await invite.change(house, house, token, before, office, NOW)
    elif what == "block" and before is not None:
        house.people[chat] = replace(before, unreachable_since=NOW)
    elif what == "erase" and before is not None and not await must_stay(house, before):
        del house.people[chat]
    after = house.people.get(chat)
    came = before is None and after is not None
    moved = (
        before is not None
        and after is not None
        and (before.role, before.place) != (after.role, after.place)
    )
    assert uses - house.uses() == int(came or moved)
    assert not (moved and what == "join")  # who is in already stays as they are
    if leads:
        assert await house.leads()
    if any(each.reachable for each in leads) and what != "block":
        assert any(each.reachable for each in await house.leads())


@given(st.lists(steps, max_size=14))
@example([*TWO_LEADS, ("block", 1, "lead", "aa"), ("erase", 2, "lead", "aa")])
@example([*TWO_LEADS, ("block", 1, "lead", "aa"), ("change", 2, "elsewhere", "bb")])
@example([*TWO_LEADS, ("erase", 1, "lead", "aa"), ("change", 2, "police", "bb")])
def test_a_use_is_a_person_who_came_or_said_yes_and_a_lead_stays(
    life: list[tuple[str, int, str, str]],
) -> None:
    async def live() -> None:
        house = House()
        for step in life:
            await act(house, *step)

    asyncio.run(live())


@given(tokens, st.sampled_from(OFFICES))
def test_who_came_by_an_invitation_is_told_that_it_changes_nothing(token: str, office: str) -> None:
    async def come_twice() -> None:
        house = House()
        door = house.doors.get(token_hash(token))
        place = door.place(office) if door else None
        if door is None or place is None:
            return
        person = await house.add(Newcomer(in_chat(1), door.role, place), NOW)
        late = NOW + timedelta(days=99)  # closed by then, and still no reproach
        assert await invite.weigh(house, house, token, person, late) is InvitationProblem.SAME

    asyncio.run(come_twice())
