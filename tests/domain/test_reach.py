"""When a channel is lost: what waited there ends, and who is reached elsewhere is reminded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from domain.channel import in_chat
from domain.delivery import Letter, State
from domain.letters import reminder_letters
from domain.network import ReminderRule
from domain.person import Person
from domain.reach import back_by, lost_by
from domain.register import Registration
from domain.training import Training
from domain.vocabulary import RegistrationStatus, ReminderStage, Role, Sector
from tests.domain.test_daily import training
from tests.domain.years import NETWORK

NOW = datetime(2027, 3, 2, 9, tzinfo=UTC)
DAY = date(2027, 1, 4)
PERSON = Person(3, in_chat(3), Role.SPECIALIST, "a", Sector.SCHOOL, "de", None, 1, DAY, DAY)
RULE = ReminderRule(ReminderStage.TWO_WEEKS, 1, time(18))


def soon(number: int) -> Training:
    of = training(number, NOW + timedelta(days=9), NOW + timedelta(days=5))
    return replace(of, plan=replace(of.plan, reminders=(RULE,)))


def has(number: int, status: RegistrationStatus, *, muted: bool = False) -> Registration:
    return Registration(10 + number, number, 3, status, 1, muted=muted)


SEAT = soon(1), has(1, RegistrationStatus.CONFIRMED)
MUTED = soon(2), has(2, RegistrationStatus.CONFIRMED, muted=True)
LINE = soon(3), has(3, RegistrationStatus.WAITLISTED)
LETTERS = reminder_letters(NETWORK, *SEAT, NOW)


@dataclass
class House:
    """Somebody with a seat, one without reminders, and a place in the line."""

    person: Person | None = PERSON
    done: list[tuple[object, ...]] = field(default_factory=list)

    @property
    def persons(self) -> House:
        return self

    @property
    def registrations(self) -> House:
        return self

    @property
    def plans(self) -> House:
        return self

    @property
    def deliveries(self) -> House:
        return self

    async def get(self, person_id: int) -> Person | None:
        assert person_id == 3
        return self.person

    async def set_unreachable(self, person_id: int, since: datetime | None, channel: str) -> None:
        self.done.append(("unreachable", person_id, since, channel))

    async def of_person(
        self, person_id: int, after: datetime
    ) -> Sequence[tuple[Training, Registration]]:
        assert (person_id, after) == (3, NOW)
        return [LINE, MUTED, SEAT]

    async def end_all(
        self, person_id: int, state: State, reason: str, now: datetime, channel: str | None = None
    ) -> int:
        self.done.append(("end", person_id, state, reason, now, channel))
        return 1

    async def free(self, keys: Sequence[str]) -> None:
        self.done.append(("free", *keys))

    async def put(self, *letters: Letter) -> int:
        self.done.append(("put", *letters))
        return len(letters)


REMINDED = [("free", LETTERS[0].key), ("put", *LETTERS)]
LOST = [
    ("unreachable", 3, NOW, "mail"),
    ("end", 3, State.UNDELIVERABLE, "blocked", NOW, "mail"),
]


async def test_who_is_reached_by_another_channel_is_reminded_there() -> None:
    house = House()
    await lost_by(house, NETWORK, 3, "mail", "blocked", NOW)

    assert len(LETTERS) == 1
    assert house.done == [*LOST, *REMINDED]


async def test_who_is_not_reached_any_more_or_is_gone_is_planned_nothing() -> None:
    for person in (replace(PERSON, unreachable_since=NOW), None):
        house = House(person)
        await lost_by(house, NETWORK, 3, "mail", "blocked", NOW)

        assert house.done == LOST


async def test_who_is_back_is_reminded_of_the_seats_there_are() -> None:
    house = House()
    await back_by(house, NETWORK, 3, "mail", NOW)

    assert house.done == [("unreachable", 3, None, "mail"), *REMINDED]
