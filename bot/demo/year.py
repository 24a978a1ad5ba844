"""A year of a network in fast motion through the real rules, and a list of what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bot.demo.year_calendar import YearCalendar, workday_before
from bot.demo.year_exchange import contacts, needs
from bot.demo.year_log import log
from bot.demo.year_office import (
    announced,
    held_together,
    members,
    morning,
    notices,
    offered,
    regrets,
    word,
)
from bot.demo.year_people import newcomers
from bot.demo.year_programme import blocks_of, body_of, quotas_of, size_of
from bot.demo.year_programme import programme as programme_of
from bot.demo.year_scene import YearScene
from bot.demo.year_words import assess
from domain.channel import in_chat
from domain.close import Group, close, proposed, reminder_entries, seats_of
from domain.feedback import QUESTIONS, Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.localtime import local_day, to_local, to_utc
from domain.network import Network
from domain.person import Person
from domain.plan_change import Changed, Refused
from domain.register import NotRegistered, leave, move_up, register
from domain.seats import book, set_quota
from domain.training import CalledOff, CancelReason, Plan, Training, moved
from domain.vocabulary import EventFormat, RegistrationStatus, Sector
from storage.database import Database
from storage.store import Store

_DAY = timedelta(days=1)


def _must(result: Changed | Refused) -> None:
    """Raise TypeError if the rules refused what a year needs."""
    if isinstance(result, Refused):
        raise TypeError(f"seats cannot be kept: {result.reason}")


class Year:
    """One year, event by event; every transaction is one the bot would make."""

    def __init__(
        self,
        network: Network,
        database: Database,
        year: int,
        chance: Random,
        truth: list[dict[str, Any]],
        done: Callable[[], None],
    ) -> None:
        self._network, self._database, self._year = network, database, year
        self._chance, self._done = chance, done
        self._scene = YearScene(network, size_of(network), year, chance, truth)
        self._tell = self._scene.tell
        self._offices: dict[int, str] = {}

    async def play(self) -> None:
        """Play the year from its first members to its last closing."""
        await self._gather()
        programme = programme_of(self._network, self._scene.size, self._year, self._chance)
        for number, plan in enumerate(programme.plans):
            await self._event(number, plan, programme.calendar)
            self._done()
        async with self._database.transaction() as store:
            await contacts(self._scene, store)
            await needs(self._scene, store)
            await log(self._scene, store, programme.logged)
            await notices(self._scene, store)
            await members(self._scene, store)
            await assess(self._scene, store)

    async def _gather(self) -> None:
        """Bring in the members in the first year; they stay."""
        begins = datetime(self._year, 1, 2, 8, tzinfo=UTC)
        async with self._database.transaction() as store:
            known = await store.persons.by_chat(in_chat(10**12))
            for each in newcomers(self._network, self._scene.size, self._chance):
                found = await store.persons.by_chat(each.address) if known else None
                self._scene.people.append(found or await store.persons.add(each, begins.date()))
        self._offices = {person.id: person.office for person in self._scene.people}

    async def _event(self, number: int, plan: Plan, calendar: YearCalendar) -> None:
        """Plan, announce, fill, perhaps cancel or move, and close one event."""
        async with self._database.transaction() as store:
            host = self._network.offices[number % len(self._network.offices)].slug
            plan = held_together(self._scene, plan, host, number)
            training = await offered(self._scene, store, plan, host, number)
            await self._announce(store, training)
            training = await self._keep(store, training, number)
            await self._fill(store, training)
            await word(self._scene, store, training, number)
            number = 0 if plan.format is EventFormat.SPECIALIST_DAY else number
            if number % 17 == 5:
                await self._cancel(store, training)
                return
            if number % 19 == 7:
                training = await self._move(store, training, calendar)
            if number % 23 == 11:
                self._tell("unclosed", training=training.id)
                self._describe(training)
                return
            await self._finish(store, training)

    def _describe(self, training: Training) -> None:
        plan = training.plan
        self._tell(
            "event",
            training=training.id,
            day=local_day(plan.starts_at, self._network.zone).isoformat(),
            format=plan.format.value,
            topic=plan.topic.value,
            mode=plan.mode.value,
            seats=plan.seats,
            units=plan.units,
            hosts=list(training.hosts),
        )

    async def _announce(self, store: Store, training: Training) -> None:
        day = local_day(training.plan.starts_at, self._network.zone)
        day = workday_before(day - _DAY * self._chance.randint(20, 75))
        delivered = len(self._scene.people) - self._chance.randint(0, 9)
        await announced(self._scene, store, training, day, delivered)

    async def _keep(self, store: Store, training: Training, number: int) -> Training:
        """Keep seats for offices and book some for institutions, before anybody registers."""
        plan, network = training.plan, self._network
        now = plan.starts_at - timedelta(days=70)
        for office, n in quotas_of(network, plan, number).items():
            _must(await set_quota(store, network, training.id, office, n, now))
            self._tell("quota", training=training.id, office=office, n=n)
        for place, n in blocks_of(network, plan, number).items():
            _must(await book(store, network, training.id, place, n, now))
            self._tell("block", training=training.id, office=place[0], sector=place[1], n=n)
        kept = await store.trainings.get(training.id)
        return kept or training

    async def _fill(self, store: Store, training: Training) -> None:
        """Let people register and some withdraw, in time or late."""
        plan, people = training.plan, self._scene.people
        if plan.format is EventFormat.COORDINATION_CONFERENCE:
            people = [person for person in people if person.sector is Sector.YOUTH_OFFICE]
        seats = plan.seats or 45
        wanted = round(seats * self._chance.choice((0.4, 0.7, 0.9, 1.1, 1.35)))
        if seats > 100:
            wanted = round(seats * 0.98)
        guests = self._chance.sample(people, min(wanted, len(people)))
        early = guests[: len(guests) * 2 // 3] if plan.release_at else []
        if plan.release_at:
            await self._register(store, training, early, plan.release_at - timedelta(days=3))
            await self._release(store, training, plan.release_at)
        late = guests[len(early) :]
        await self._register(store, training, late, plan.deadline_at - timedelta(days=3))
        leaving = self._chance.sample(guests, round(len(guests) * self._chance.uniform(0, 0.15)))
        for person in leaving:
            await self._withdraw(store, training, person)
        await regrets(self._scene, store, training, guests)

    async def _register(
        self, store: Store, training: Training, people: Sequence[Person], now: datetime
    ) -> None:
        for person in people:
            result = await register(store.registrations, training.id, person, now)
            if isinstance(result, NotRegistered):
                raise TypeError(f"nobody can register for {training.title}: {result.reason}")
            status = result.registration.status
            what = "confirmed" if status is RegistrationStatus.CONFIRMED else "waitlisted"
            self._seat(what, training, person.id)

    async def _release(self, store: Store, training: Training, now: datetime) -> None:
        """Let who waits move up into the seats that were kept for others."""
        everyone = await store.registrations.active(training.id)
        for up in await move_up(store.registrations, training, everyone, now):
            self._seat("promoted", training, up.person_id)

    def _seat(self, what: str, training: Training, person_id: int) -> None:
        """Write down what happened to somebody's seat, with the office it counts for."""
        office = self._offices[person_id]
        self._tell(what, training=training.id, person=person_id, office=office)

    async def _withdraw(self, store: Store, training: Training, person: Person) -> None:
        early = self._chance.random() < 0.6
        by = training.plan.withdraw_by
        before = await store.registrations.of(training.id, person.id)
        left = await leave(
            store.registrations, training.id, person.id, by - _DAY if early else by + _DAY
        )
        if left is None or before is None:
            raise TypeError("who registered can leave")
        if before.status is RegistrationStatus.CONFIRMED:
            what = "late" if left.late else "withdrawn"
            self._seat(what, training, person.id)
        for up in left.moved_up:
            self._seat("promoted", training, up.person_id)

    async def _cancel(self, store: Store, training: Training) -> None:
        now = training.plan.deadline_at + _DAY
        await store.trainings.set_cancelled(training.id, now, CalledOff(CancelReason.TOO_FEW))
        day = local_day(training.plan.starts_at, self._network.zone)
        await store.ledger.add([Entry(day, LedgerKind.EVENT_CANCELLED, 1, training_id=training.id)])
        self._tell("cancelled", training=training.id)

    async def _move(self, store: Store, training: Training, calendar: YearCalendar) -> Training:
        """Hold an event on a later day and at the same hour, if the year has such a day."""
        plan, zone = training.plan, self._network.zone
        body, apart = body_of(plan)
        was = local_day(plan.starts_at, zone)
        day = calendar.later(body, was, apart)
        if day is None:
            return training
        starts = to_utc(to_local(plan.starts_at, zone) + (day - was), zone)
        plan = moved(plan, starts, starts + (plan.ends_at - plan.starts_at), zone)
        await store.trainings.set_plan(training.id, plan, moved=True)
        await store.ledger.add([Entry(day, LedgerKind.EVENT_POSTPONED, 1, training_id=training.id)])
        self._tell("moved", training=training.id)
        return replace(training, plan=plan)

    async def _finish(self, store: Store, training: Training) -> None:
        """Remind, count who came, close, and ask for feedback."""
        self._describe(training)
        day = local_day(training.plan.starts_at, self._network.zone)
        seats = await seats_of(store, training)
        places = seats.registered
        groups = [self._came(group) for group in proposed(seats.all)]
        for group in groups:
            facts = {"office": group.office, "sector": group.sector, "n": group.came}
            self._tell("came", training=training.id, **facts)
        self._tell("at-start", training=training.id, n=sum(places.values()))
        morning(self._scene, training, sum(places.values()))
        now = training.plan.ends_at + timedelta(hours=2)
        if await close(store, training.id, groups, day, now) is not None:
            raise TypeError("an event that is over can be closed")
        reminders = {rule.stage.value: sum(places.values()) for rule in training.plan.reminders}
        await store.ledger.add(reminder_entries(training.id, day, reminders))
        self._tell("reminded", training=training.id, stages=reminders)
        await self._feedback(store, training, sum(group.came for group in groups))

    def _came(self, group: Group) -> Group:
        absent = sum(self._chance.random() < 0.06 for _ in range(group.registered))
        return replace(group, came=group.registered - absent)

    async def _feedback(self, store: Store, training: Training, came: int) -> None:
        returned = sum(self._chance.random() < 0.45 for _ in range(came))
        for _ in range(returned):
            scores = {
                item: self._chance.choices(range(1, 6), (1, 6, 18, 42, 36))[0] for item in QUESTIONS
            }
            answers = [Answers(training.id, item, score, 1) for item, score in scores.items()]
            await store.exchange.answer([Answers(training.id, FeedbackItem.FORM, 0, 1), *answers])
            self._tell("answers", training=training.id, scores=list(scores.values()))
