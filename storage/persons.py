"""Keeps people: found by chat, sealed at rest, erased without a trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from domain.announce_audience import Audience, Reach
from domain.channel import Address
from domain.delivery import OPEN, Kind, State
from domain.person import Newcomer, Person, Place
from domain.training import Training
from domain.vocabulary import Announced, Role, Sector, Topic
from domain.write import Many
from storage.addresses import has, lives_at
from storage.aside import readable, tell
from storage.circles import may_be_offered, meant, unanswered
from storage.erasures import Gone
from storage.ours import own_person
from storage.shelf import Shelf
from storage.tables import address, broadcast, delivery, person, subscription

_COORDINATING = (Role.COORDINATOR.value, Role.LEAD.value)


_ADDRESSED = sa.select(person, address.c.channel, address.c.sealed, address.c.unreachable_since)
_KNOWN = _ADDRESSED.select_from(person.outerjoin(address, lives_at()))
#: Who is behind a chat, under the key of today or an older one.
_BY_CHAT = _ADDRESSED.join(address, address.c.person_id == person.c.id).where(
    address.c.network == sa.bindparam("of_network"),
    address.c.channel == sa.bindparam("of_channel"),
    address.c.key.in_(sa.bindparam("keys", expanding=True)),
)


class Persons(Shelf):
    """The members of one network."""

    #: Who was erased in this transaction, for the journal outside of the database.
    gone: Sequence[Gone] = ()

    def _person(self, row: sa.Row[Any]) -> Person:
        return Person(
            id=row.id,
            address=Address(row.channel, self._vault.open(row.sealed)),
            role=Role(row.role),
            office=row.office,
            sector=Sector(row.sector),
            language=row.language,
            name=self._vault.open(row.name) if row.name else None,
            consent_version=row.consent_version,
            consented_on=row.consented_on,
            active_on=row.active_on,
            unreachable_since=row.unreachable_since,
            announced=Announced(row.announced),
            daily=row.daily,
            nudged=row.nudged,
            joined_on=row.joined_on,
            confirmed_on=row.confirmed_on,
            asked_on=row.asked_on,
            restricted_on=row.restricted_on,
        )

    def _mine(self) -> sa.Select[Any]:
        return _KNOWN.where(person.c.network == self._network)

    async def by_chat(self, of: Address) -> Person | None:
        """Return who is behind a chat."""
        mine = {"of_network": self._network, "of_channel": of.channel}
        values = {**mine, "keys": self._vault.lookups(of.name)}
        row = await self._first(_BY_CHAT, values)
        return self._person(row) if row else None

    async def get(self, person_id: int) -> Person | None:
        """Return a person."""
        row = await self._first(self._mine().where(person.c.id == person_id))
        return self._person(row) if row else None

    async def many(self, person_ids: Sequence[int]) -> dict[int, Person]:
        """Return people by id; who is erased or cannot be read is missing."""
        return {each.id: each for each in await self._readable(person_ids)}

    async def _readable(self, person_ids: Sequence[int]) -> list[Person]:
        found, damaged = await readable(person_ids, self._read)
        for each in damaged:
            tell("person", each.row, each.reason)
        return found

    async def _read(self, person_ids: Sequence[int]) -> list[Person]:
        # Wrapped, lest SQLite goes through the whole network instead of through the ids.
        mine = sa.func.coalesce(person.c.network, "") == self._network
        query = _KNOWN.where(person.c.id.in_(list(person_ids)), mine)
        return [self._person(row) for row in await self._all(query.order_by(person.c.id))]

    async def _ids(self, *conditions: Any) -> list[int]:
        query = sa.select(person.c.id).where(person.c.network == self._network, *conditions)
        return [row.id for row in await self._all(query.order_by(person.c.id))]

    async def coordinators(self, office: str | None = None) -> list[Person]:
        """Return who coordinates, in one office or anywhere in the network."""
        query = self._mine().where(person.c.role.in_(_COORDINATING)).order_by(person.c.id)
        if office is not None:
            query = query.where(person.c.office == office)
        return await self._read_of(query)

    async def leads(self) -> list[Person]:
        """Return who leads the network; nobody else can let them go until we commit."""
        query = self._mine().where(person.c.role == Role.LEAD).order_by(person.c.id)
        return await self._read_of(query.with_for_update(of=person))

    async def _read_of(self, query: Any) -> list[Person]:
        return await self._read_rows(await self._all(query))

    async def _read_rows(self, rows: Sequence[sa.Row[Any]]) -> list[Person]:
        try:
            return [self._person(row) for row in rows]
        except Exception:  # noqa: BLE001 - whatever a damaged row does: the others are there
            return await self._readable([row.id for row in rows])

    async def named(self, name: str) -> list[Person]:
        """Return who entered this name; names are sealed, so that all are read."""
        query = self._mine().where(person.c.name.is_not(None)).order_by(person.c.id)
        wanted = name.strip().casefold()
        return [p for p in await self._read_of(query) if (p.name or "").casefold() == wanted]

    async def count(self) -> int:
        """Return how many people the network has."""
        query = sa.select(sa.func.count()).where(person.c.network == self._network)
        return int(await self._scalar(query))

    async def add(self, newcomer: Newcomer, day: date) -> Person:
        """Keep somebody who agreed on that day, and the address from which they did.

        Of the day on which they joined only the month is kept.
        """
        joined_on = day.replace(day=1)
        values = {
            "role": newcomer.role,
            "office": newcomer.place.office,
            "sector": newcomer.place.sector,
            "language": newcomer.language,
            "name": self._vault.seal(newcomer.name) if newcomer.name else None,
            "consent_version": newcomer.consent_version,
            "consented_on": day,
            "active_on": day,
            "announced": newcomer.announced,
            "joined_on": joined_on,
            "confirmed_on": day,
        }
        person_id = await self._add(person, network=self._network, **values)
        where = {
            "network": self._network,
            "person_id": person_id,
            "channel": newcomer.address.channel,
        }
        there = self._there(newcomer.address.name)
        await self._run(sa.insert(address).values(**where, **there, confirmed_on=day))
        return Person(
            id=person_id,
            address=newcomer.address,
            role=newcomer.role,
            office=newcomer.place.office,
            sector=newcomer.place.sector,
            language=newcomer.language,
            name=newcomer.name,
            consent_version=newcomer.consent_version,
            consented_on=day,
            active_on=day,
            announced=newcomer.announced,
            joined_on=joined_on,
            confirmed_on=day,
        )

    def _there(self, name: str) -> dict[str, bytes]:
        return {"key": self._vault.lookup(name), "sealed": self._vault.seal(name)}

    async def assign(
        self, person_id: int, role: Role, place: Place, announced: Announced
    ) -> Person:
        """Give a person another role and place, and what comes to them; everything else stays."""
        there = {"role": role, "office": place.office, "sector": place.sector}
        await self._change(person_id, **there, announced=announced, asked_on=None)
        assigned = await self.get(person_id)
        assert assigned is not None
        return assigned

    async def renew(self, person_id: int, version: int, day: date) -> Person:
        """Remember which version of the consent text a member agreed to, and when."""
        await self._change(person_id, consent_version=version, consented_on=day)
        renewed = await self.get(person_id)
        assert renewed is not None
        return renewed

    async def _change(self, person_id: int, **values: Any) -> None:
        mine = sa.and_(person.c.network == self._network, person.c.id == person_id)
        await self._run(sa.update(person).where(mine).values(**values))

    async def set_restricted(self, person_id: int, day: date | None) -> None:
        """Leave alone what is kept of a person from a day on, or no more (None)."""
        await self._change(person_id, restricted_on=day)

    async def set_name(self, person_id: int, name: str | None) -> None:
        """Keep a name, or forget it."""
        await self._change(person_id, name=self._vault.seal(name) if name else None)

    async def set_language(self, person_id: int, language: str) -> None:
        """Change the language of a person's messages."""
        await self._change(person_id, language=language)

    async def set_announced(self, person_id: int, announced: Announced) -> None:
        """Change which announcements somebody gets."""
        await self._change(person_id, announced=announced)

    async def set_daily(self, person_id: int, *, on: bool) -> None:
        """Change whether a coordinator's day is summed up."""
        await self._change(person_id, daily=on)

    async def set_nudged(self, person_id: int, *, on: bool) -> None:
        """Change whether somebody is asked before a deadline."""
        await self._change(person_id, nudged=on)

    async def set_unreachable(self, person_id: int, since: datetime | None, channel: str) -> None:
        """Mark that a person cannot be reached by a channel, or can be again (None)."""
        await self._change_address(person_id, channel, unreachable_since=since)

    async def _change_address(self, person_id: int, channel: str, **values: Any) -> None:
        mine = sa.and_(
            address.c.network == self._network,
            address.c.person_id == person_id,
            address.c.channel == channel,
        )
        await self._run(sa.update(address).where(mine).values(**values))

    async def set_active(self, person_id: int, day: date) -> None:
        """Remember the day of the last sign of life, no clock time."""
        await self._change(person_id, active_on=day)

    async def follow(self, person_id: int, new: str, channel: str) -> None:
        """Follow a chat that moved to a new address."""
        await self._change_address(person_id, channel, **self._there(new))

    async def ids_last_active(self, first: date, last: date) -> list[int]:
        """Return the numbers of those who gave the last sign of life on one of these days.

        What is restricted is not erased for want of it.
        """
        free = person.c.restricted_on.is_(None)
        return await self._ids(person.c.active_on.between(first, last), free)

    async def ids_unreachable(self, until: datetime) -> list[int]:
        """Return the numbers of those who are out of reach everywhere, so long or longer."""
        some = sa.exists().where(address.c.person_id == person.c.id)
        since = address.c.unreachable_since
        free = person.c.restricted_on.is_(None)
        return await self._ids(some, ~some.where(since.is_(None) | (since > until)), free)

    async def erase(self, person_id: int) -> None:
        """Delete a person with subscriptions and registrations; sums elsewhere stay."""
        mine = sa.and_(person.c.network == self._network, person.c.id == person_id)
        led = sa.select(person.c.id, address.c.key, address.c.sealed).join(address, has())
        self.gone = (*self.gone, *self._gone(person, await self._all(led.where(mine))))
        await self._run(sa.delete(person).where(mine))

    async def topics(self, person_id: int) -> set[Topic]:
        """Return the topics somebody asked to be told of."""
        mine = subscription.c.person_id == own_person(self._network, person_id)
        query = sa.select(subscription.c.topic).where(mine)
        return {Topic(row.topic) for row in await self._all(query)}

    async def subscribe(self, person_id: int, topic: Topic, *, on: bool) -> None:
        """Take up or drop a topic; doing it twice changes nothing."""
        if on:
            row = {"person_id": person_id, "topic": topic}
            await self._add_once(subscription, [row], ["person_id", "topic"])
            return
        own = subscription.c.person_id == own_person(self._network, person_id)
        await self._run(sa.delete(subscription).where(own, subscription.c.topic == topic))

    def reached(self, audience: Audience, of: Training) -> Any:
        """Return the condition under which a person is in the audience of a training's notice."""
        follows = sa.exists().where(
            subscription.c.person_id == person.c.id, subscription.c.topic == of.plan.topic
        )
        wants = (person.c.announced == Announced.ALL) | (
            (person.c.announced == Announced.TOPICS) & follows
        )
        conditions = [person.c.network == self._network, may_be_offered(), wants]
        if audience.offices:
            conditions.append(person.c.office.in_(audience.offices))
        for narrowing in (audience.sectors, of.plan.sectors):
            if narrowing:
                conditions.append(person.c.sector.in_([s.value for s in narrowing]))
        if audience.subscribers:
            conditions.append(follows)
        return sa.and_(*conditions)

    def told(self, of: Training) -> Any:
        """Return the condition that somebody was told of the training's present date.

        What did not arrive for sure does not count, and what is older than deliveries are kept
        is not known any more.
        """
        arrived = [state.value for state in OPEN | {State.SENT}]
        got = (
            sa.select(delivery.c.person_id)
            .join(broadcast, broadcast.c.id == delivery.c.broadcast_id)
            .where(
                delivery.c.network == self._network,
                delivery.c.training_id == of.id,
                delivery.c.kind == Kind.ANNOUNCEMENT,
                delivery.c.state.in_(arrived),
                delivery.c.person_id.is_not(None),  # one NULL would make everybody unknown
                broadcast.c.revision == of.revision,
            )
        )
        return person.c.id.in_(got)

    def to_announce(self, audience: Audience, of: Training) -> Any:
        """Return the condition under which a person gets an announcement."""
        reached = self.reached(audience, of)
        return reached if audience.again else sa.and_(reached, sa.not_(self.told(of)))

    def to_nudge(self, audiences: Sequence[Audience], of: Training) -> Any:
        """Return the condition that a specialist was told of a training and has not answered.

        Who coordinates looks after trainings and is not asked.
        """
        reached = sa.or_(*(self.reached(each, of) for each in audiences))
        asked = sa.and_(person.c.role == Role.SPECIALIST, person.c.nudged.is_(sa.true()))
        return sa.and_(asked, unanswered(of), reached)

    def meant(self, audience: Audience, of: Training | None) -> Any:
        """Return the condition under which a person gets a word to many."""
        ours = person.c.network == self._network
        return sa.and_(ours, meant(audience, of))

    async def how_many(self, audience: Audience, of: Training | None, office: str) -> Many:
        """Return how many people a word would go to, and how many are not of this office."""
        others = sa.func.sum(sa.case((person.c.office == office, 0), else_=1))
        query = sa.select(sa.func.count().label("n"), others.label("others"))
        row = await self._first(query.where(self.meant(audience, of)))
        return Many(row.n, int(row.others or 0)) if row else Many(0)

    async def reach(self, audience: Audience, of: Training) -> Reach:
        """Return how many people an announcement would go to, and how many were told before."""
        told = self.told(of)
        query = sa.select(
            sa.func.count(sa.case((told, None), else_=1)).label("fresh"),
            sa.func.count(sa.case((told, 1), else_=None)).label("told"),
        )
        row = (await self._all(query.select_from(person).where(self.reached(audience, of))))[0]
        return Reach(row.fresh + (row.told if audience.again else 0), row.told)

    async def headcounts(self) -> dict[tuple[str, str], int]:
        """Return how many members each institution has, by (office, sector)."""
        query = sa.select(person.c.office, person.c.sector, sa.func.count().label("n")).where(
            person.c.network == self._network
        )
        rows = await self._all(query.group_by(person.c.office, person.c.sector))
        return {(row.office, row.sector): row.n for row in rows}
