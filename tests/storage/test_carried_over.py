"""What revision 0013 kept of people, messages and updates goes on after 0014, on both databases."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from domain.channel import in_chat
from domain.delivery import Kind, State
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector, Topic
from storage import alembic_runs, migrate
from storage.crypto import Vault
from storage.database import Database
from storage.inbox import Arrived
from storage.tables import delivery
from tests.conftest import NETWORK
from tests.storage.test_migrations import emptied

ANNA, BELA, GONE, STRANGER = 101, 102, 103, 104
HOUR = timedelta(hours=1)
DAY = date(2027, 2, 1)


class Before:
    """The tables of 0013, to be filled as the release before this one did."""

    def __init__(self, connection: sa.Connection, vault: Vault, now: datetime) -> None:
        self._connection, self._vault = connection, vault
        # SQLite keeps moments without a zone.
        self.now = now.replace(tzinfo=None) if connection.dialect.name == "sqlite" else now
        self._tables = sa.MetaData()
        self._tables.reflect(connection)

    def add(self, table: str, **values: Any) -> None:
        insert = sa.insert(self._tables.tables[table])
        self._connection.execute(insert.values(network=NETWORK, **values))

    def chat(self, number: int) -> dict[str, bytes]:
        return {
            "chat_key": self._vault.lookup(number),
            "chat_id": self._vault.seal(str(number)),
        }

    def fill(self) -> None:
        for chat in (ANNA, BELA, GONE):
            self._person(chat)
        self.add("draft", chat_key=self.chat(ANNA)["chat_key"], **self._draft())
        self._connection.exec_driver_sql("INSERT INTO subscription VALUES (1, 'trauma')")
        self._connection.exec_driver_sql("DELETE FROM person WHERE id = 3")
        self._deliveries()
        for number in (12, 11):
            self._update(number)
        self.add("send_gate", paused_until=self.now + HOUR, reason="429")

    def _person(self, chat: int) -> None:
        self.add(
            "person",
            **self.chat(chat),
            role="lead" if chat == ANNA else "specialist",
            office="rkn-kaarst",
            sector="youth-office",
            language="de",
            name=self._vault.seal("Anna Beispiel") if chat == ANNA else None,
            consent_version=1,
            consented_on=DAY,
            active_on=DAY,
            unreachable_since=self.now - HOUR if chat == BELA else None,
        )

    def _draft(self) -> dict[str, Any]:
        kept = {"kind": "close", "step": "numbers", "data": {}, "version": 3, "card": 8}
        return {
            "kind": "plan",
            "step": "title",
            "data": self._vault.seal_json({"title": "Ö", "kept": [kept]}),
            "version": 7,
            "card": 9,
            "changed_at": self.now,
        }

    def _deliveries(self) -> None:
        own = {"person_id": 1, "chat_key": self.chat(ANNA)["chat_key"]}
        change = Message("Neu").to_json() | {"replaces": 41}
        self._delivery("reminder", "scheduled", **own)
        self._delivery("stranger", "scheduled", **self.chat(STRANGER), payload=self._sealed())
        self._delivery("change", "scheduled", **own, payload=self._sealed(change), message_id=41)
        self._delivery("out", "sending", person_id=2, owner="old", generation=1)
        self._delivery("sent", "sent", person_id=1, message_id=41)

    def _sealed(self, message: dict[str, Any] | None = None) -> bytes:
        return self._vault.seal_json(message or Message("Guten Tag").to_json())

    def _delivery(self, key: str, state: str, **values: Any) -> None:
        held = {"lease_until": self.now + HOUR} if state == "sending" else {}
        self.add(
            "delivery",
            dedupe_key=key,
            kind=Kind.ANSWER,
            priority=0,
            facts={},
            in_place=key == "change",
            plain=False,
            due_at=self.now,
            next_at=self.now,
            state=state,
            settled_at=self.now if state == "sent" else None,
            **held,
            **values,
        )

    def _update(self, number: int) -> None:
        self.add(
            "inbox_update",
            update_id=number,
            ordering_key=self._vault.lookup(ANNA),
            payload=self._vault.seal_json({"update_id": number}),
            received_at=self.now,
            state="new",
            next_at=self.now,
        )


@pytest.fixture
async def carried(database: Database, now: datetime) -> Database:
    """Return a database that was filled at 0013 and brought to the newest tables."""
    async with database.engine.begin() as connection:
        await connection.run_sync(emptied)
        await connection.run_sync(lambda sync: command.upgrade(alembic_runs.config(sync), "0013"))
        await connection.run_sync(lambda sync: Before(sync, database.vault, now).fill())
    await migrate.upgrade(database.engine)
    return database


async def test_people_are_found_and_lose_nothing(carried: Database, now: datetime) -> None:
    async with carried.transaction() as store:
        anna = await store.persons.by_chat(in_chat(ANNA))
        bela = await store.persons.by_chat(in_chat(BELA))
        topics = await store.persons.topics(1)
        [address] = await store.dossiers.addresses(1)
        draft = await store.drafts.get(in_chat(ANNA))
        place = Place("rkn-kaarst", Sector.POLICE)
        newcomer = await store.persons.add(
            Newcomer(in_chat(GONE), Role.SPECIALIST, place), now.date()
        )

    assert anna is not None
    assert bela is not None
    assert (anna.address, anna.name) == (in_chat(ANNA), "Anna Beispiel")
    assert anna.unreachable_since is None
    assert (bela.address, bela.unreachable_since) == (in_chat(BELA), now - HOUR)
    assert topics == {Topic.TRAUMA}
    assert (address.channel, address.name, address.confirmed_on) == ("telegram", str(ANNA), DAY)
    assert draft is not None
    assert (draft.card, [kept.card for kept in draft.kept]) == ("9", ["8"])
    assert newcomer.id > 3  # the number of who was erased is nobody else's


async def test_what_is_open_goes_on(carried: Database, now: datetime) -> None:
    async with carried.transaction() as store:
        first = await store.deliveries.claim(now, "new", 9, HOUR)
        await store.deliveries.settle_by_hand(1, now)
        pause = await store.gates.paused(now)
        waiting = await store.deliveries.listed([State.SCHEDULED])
        sent = await store.deliveries.listed([State.SENT])

    assert {(one.person_id, one.address) for one in first} == {
        (1, str(ANNA)),
        (None, str(STRANGER)),
    }
    (change,) = waiting
    assert change.message is not None
    assert (change.message_id, change.message.replaces, change.replaces) == ("41", "41", "41")
    assert [one.message_id for one in sent] == ["41"]
    assert pause is not None
    assert pause.left == HOUR or not carried.sqlite


async def test_updates_keep_their_order_and_come_once(carried: Database, now: datetime) -> None:
    async with carried.transaction() as store:
        again = await store.inbox.put([Arrived("11", in_chat(ANNA), {})], now)
        [first] = await store.inbox.claim(now, "new", 9, HOUR)

    assert again == 0
    assert first.reference == "11"


async def test_who_sent_before_can_still_write_down_what_became_of_it(
    carried: Database, now: datetime
) -> None:
    """A process of the release before names a message by a number."""
    number = sa.bindparam("number", type_=sa.BigInteger())
    mine = sa.and_(delivery.c.owner == "old", delivery.c.generation == 1)
    async with carried.engine.begin() as connection:
        change = {"state": "sent", "settled_at": now, "message_id": number}
        await connection.execute(sa.update(delivery).where(mine).values(change), {"number": 77})
    async with carried.reading() as store:
        sent = await store.deliveries.listed([State.SENT])

    assert [one.message_id for one in sent] == ["41", "77"]
