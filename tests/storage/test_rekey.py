"""Keys are changed in operation: everything is sealed anew, and everybody is still found."""

from __future__ import annotations

from datetime import datetime

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.delivery import Kind, Letter, State
from domain.draft import Draft
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.crypto import KeyProblem, Vault, new_key, new_token
from storage.database import Database
from storage.inbox import Arrived
from storage.keys import BATCH, SEALED
from storage.rekey import reseal_all
from storage.tables import metadata
from tests.chat.stage import plan

NETWORK = "rhein-kreis-neuss"
ANNA, BELA, STRANGER = 101, 102, 103
#: Binary columns that hold nothing sealed: look-up keys are made anew, hashes stay.
UNSEALED = frozenset({"key", "chat_key", "ordering_key", "token_hash"})
HERE = Place("rkn-kaarst", Sector.YOUTH_OFFICE)


async def fill(database: Database, now: datetime) -> None:
    async with database.transaction() as store:
        newcomer = Newcomer(in_chat(ANNA), Role.SPECIALIST, HERE, "de", "Anna <&> Ö 🌱")
        person = await store.persons.add(newcomer, now.date())
        await store.access.add(Newcomer(in_chat(BELA), Role.SPECIALIST, HERE, "de"), now)
        for chat in (ANNA, STRANGER):
            waiting = Draft("create", "title", {"sketch": {"title": "Ö 🌱"}}, version=3)
            open_one = Draft("name", "name", {"chat": chat}, kept=(waiting,))
            await store.drafts.put(in_chat(chat), open_one, now)
        letters = [
            Letter(f"k{n}", Kind.ANSWER, now, address=in_chat(STRANGER), message=Message("Grüße"))
            for n in range(BATCH + 1)
        ]
        await store.deliveries.put(*letters)
        await store.deliveries.put(
            Letter("of-anna", Kind.ANSWER, now, person_id=person.id, message=Message("Grüße"))
        )
        await store.trainings.add(plan(speakers="Grüße"), "rkn-kaarst", None)
        await store.inbox.put([Arrived("7", in_chat(ANNA), {"update_id": 7})], now)


@pytest.fixture
def keys() -> tuple[str, str]:
    return new_key(), new_key()


@pytest.mark.long
async def test_after_a_rotation_the_newest_key_alone_opens_everything(
    database_url: str, keys: tuple[str, str], now: datetime
) -> None:
    old, new = keys
    first = Database(database_url, Vault([old]), NETWORK)
    await fill(first, now)
    await first.close()
    between = Database(database_url, Vault([new, old]), NETWORK)
    steps = [step async for step in reseal_all(between)]
    again = [step async for step in reseal_all(between)]
    await between.close()

    assert steps[-1].done == steps[-1].total == again[-1].done

    after = Database(database_url, Vault([new]), NETWORK)
    async with after.transaction() as store:
        anna = await store.persons.by_chat(in_chat(ANNA))
        drafts = [await store.drafts.get(in_chat(chat)) for chat in (ANNA, STRANGER)]
        [update] = await store.inbox.claim(now, "me", 5, now - now)
        waiting = await store.deliveries.listed([State.SCHEDULED], 1000)
        again_asked = await store.access.add(
            Newcomer(in_chat(BELA), Role.SPECIALIST, HERE, "de"), now
        )
        opened = await store.keys.open_everything()
    await after.close()

    assert anna is not None
    assert anna.name == "Anna <&> Ö 🌱"
    assert drafts[0] is not None
    assert drafts[0].data == {"chat": ANNA}
    assert [(one.kind, one.version, one.data) for one in drafts[0].kept] == [
        ("create", 3, {"sketch": {"title": "Ö 🌱"}})
    ]
    assert drafts[1] is None  # of somebody whose chat is not kept: they begin anew
    assert update.payload == {"update_id": 7}
    assert {one.address for one in waiting} == {str(ANNA), str(STRANGER)}
    assert again_asked is None  # the look-up key found the first request
    assert opened


async def test_a_missing_key_is_noticed_and_nothing_is_changed(
    database_url: str, keys: tuple[str, str], now: datetime
) -> None:
    first = Database(database_url, Vault([keys[0]]), NETWORK)
    await fill(first, now)
    stranger = Database(database_url, Vault([keys[1]]), NETWORK)
    async with stranger.reading() as store:
        opened = await store.keys.open_everything()
    with pytest.raises(KeyProblem):
        [step async for step in reseal_all(stranger)]
    async with first.reading() as store:
        anna = await store.persons.by_chat(in_chat(ANNA))
    await first.close()
    await stranger.close()

    assert not opened
    assert anna is not None


def test_no_sealed_column_is_forgotten() -> None:
    """A new binary column belongs into SEALED, or it is a look-up key or a hash."""
    binary = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, sa.LargeBinary) and column.name not in UNSEALED
    }

    assert binary == {(table.name, name) for table, names in SEALED.items() for name in names}


def test_tokens_are_long_and_secret() -> None:
    made = {new_token() for _ in range(20)}

    assert len(made) == 20
    assert all(len(token) == 22 for token in made)
