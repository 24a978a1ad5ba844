"""Erasing: all of a chat and of the member behind it, the line moves up, the chat is tidied."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from domain.channel import Address, in_chat
from domain.delivery import Kind, Letter, State
from domain.letters import moved_up_letters
from domain.message import Message
from domain.network import Network
from domain.person import Person
from domain.privacy import Erased, NotErased, WrittenMessage, erase, last_words, removals
from domain.register import register
from domain.vocabulary import Role
from tests.domain.test_membership import Places
from tests.domain.test_registration import person as specialist

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
WHERE = in_chat(1)
WRITTEN = WrittenMessage("4", NOW)


@dataclass
class OfChat:
    """What is kept of a chat."""

    there: bool
    asked: list[Address] = field(default_factory=list)

    async def drop(self, address: Address) -> bool:
        self.asked.append(address)
        return self.there


@dataclass
class House:
    """A member with a seat, one who waits behind, and what is kept of a chat."""

    registrations: Places
    drafts: OfChat = field(default_factory=lambda: OfChat(False))
    access: OfChat = field(default_factory=lambda: OfChat(False))
    accounts: OfChat = field(default_factory=lambda: OfChat(False))
    done: list[tuple[object, ...]] = field(default_factory=list)
    leading: Sequence[Person] = ()

    @property
    def persons(self) -> House:
        return self

    @property
    def dossiers(self) -> House:
        return self

    @property
    def plans(self) -> House:
        return self

    @property
    def deliveries(self) -> House:
        return self

    async def leads(self) -> Sequence[Person]:
        return self.leading

    async def erase(self, person_id: int) -> None:
        self.done.append(("erase", person_id))

    async def written(
        self, person_id: int, since: datetime, channel: str
    ) -> Sequence[WrittenMessage]:
        assert (person_id, since, channel) == (1, NOW - timedelta(hours=48), "telegram")
        return [WRITTEN]

    async def end_all(self, person_id: int, state: State, reason: str, now: datetime) -> int:
        self.done.append(("end", person_id, state, reason, now))
        return 1

    async def put(self, *letters: Letter) -> int:
        self.done.append(("put", *letters))
        return len(letters)


def house() -> House:
    hall = Places(1)

    async def fill() -> None:
        for number in (1, 2):
            await register(hall, 1, specialist(number), NOW)

    asyncio.run(fill())
    return House(hall)


def test_a_member_goes_with_all_and_who_moves_up_is_told(network: Network) -> None:
    for tidy, written in ((False, ()), (True, (WRITTEN,))):
        of = house()
        found = asyncio.run(erase(of, network, WHERE, specialist(1), NOW, tidy=tidy))

        training, next_one = of.registrations.training, of.registrations.rows[2]
        letters = moved_up_letters(network, training, [next_one], NOW)
        assert found == Erased(written)
        assert letters[0].kind is Kind.MOVED_UP
        assert of.done == [
            ("put", *letters),
            ("end", 1, State.CANCELLED, "erased", NOW),
            ("erase", 1),
        ]
        assert of.drafts.asked == of.access.asked == [WHERE]


def test_without_being_asked_nothing_is_taken_out_of_the_chat(network: Network) -> None:
    assert asyncio.run(erase(house(), network, WHERE, specialist(1), NOW)) == Erased()


def test_of_who_is_no_member_what_was_entered_goes(network: Network) -> None:
    for draft, request in ((True, False), (False, True), (False, False)):
        of = house()
        of.drafts, of.access = OfChat(draft), OfChat(request)
        found = asyncio.run(erase(of, network, WHERE, None, NOW))

        assert found == (Erased() if draft or request else NotErased.NOTHING)
        assert of.drafts.asked == of.access.asked == [WHERE]
        assert of.done == []


def test_the_last_lead_stays_with_all(network: Network) -> None:
    of, lead = house(), replace(specialist(1), role=Role.LEAD)
    of.leading = [lead]

    assert asyncio.run(erase(of, network, WHERE, lead, NOW)) is NotErased.LAST_LEAD
    assert not any([of.done, of.drafts.asked, of.access.asked])


def test_messages_go_a_hundred_at_a_time_the_oldest_first_and_as_long_as_they_can() -> None:
    sent = [WrittenMessage(str(n), NOW + timedelta(minutes=n)) for n in range(201)]
    parts = sent[:100], sent[100:200], sent[200:]

    assert removals(WHERE, "bye", sent[::-1], NOW) == [
        Letter(
            f"bye:{number}",
            Kind.REMOVAL,
            NOW,
            address=WHERE,
            expires_at=part[0].at + timedelta(hours=48),
            message=Message("", removes=tuple(one.message_id for one in part)),
        )
        for number, part in enumerate(parts)
    ]
    assert removals(WHERE, "bye", [], NOW) == []


def test_the_last_words_come_after_all_removals() -> None:
    after = [Letter("bye:0", Kind.REMOVAL, NOW), Letter("bye:1", Kind.REMOVAL, NOW)]
    facts = {"after": ["bye:0", "bye:1"], "replaces": "7", "language": "en"}

    assert last_words(WHERE, after, "7", "en", NOW) == Letter(
        "last:bye:0", Kind.LAST_WORDS, NOW, address=WHERE, facts=facts
    )
