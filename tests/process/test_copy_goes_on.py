"""After the move the bot goes on there: what is due goes out once, and nothing a second time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.channel import in_chat
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.store import Store
from tests.fixtures.databases import admin
from tests.process.conftest import House
from tests.process.support import call, until

pytestmark = [pytest.mark.process, pytest.mark.postgres]

PLACE = Place("rkn-kaarst", Sector.POLICE)


def reminds(house: House, key: str, due: timedelta) -> None:
    """Let a reminder wait for somebody."""

    async def put(store: Store) -> None:
        member = await store.persons.by_chat(in_chat(101))
        assert member is not None
        at = datetime.now(UTC) + due
        text = Message(f"<{key}>")
        await store.deliveries.put(
            Letter(key, Kind.REMINDER, at, person_id=member.id, message=text)
        )

    house.asks(put)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_bot_goes_on_after_the_move(house: House, postgres: str) -> None:
    name = "goes_on"
    admin(postgres, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    admin(postgres, f"CREATE DATABASE {name}")
    there = postgres.format(name)
    command = ("db", "copy", "--to", there)

    async def join(store: Store) -> None:
        await store.persons.add(
            Newcomer(in_chat(101), Role.SPECIALIST, PLACE), datetime.now(UTC).date()
        )

    house.asks(join)
    person = house.person(101)
    person.does("says", text="/start")
    reminds(house, "before", timedelta(hours=-1))
    bot = house.starts()
    person.reads("before")
    running = call(*command, settings=house.settings, cwd=house.folder)
    assert bot.stops() == 0
    reminds(house, "missed", timedelta(minutes=-1))
    reminds(house, "ahead", timedelta(days=1))
    person.does("says", text="/hilfe")
    moved = call(*command, settings=house.settings, cwd=house.folder)
    former = house.starts()
    assert former.ends() == 1
    house.settings["NETZBOTE_DATABASE_URL"] = there
    second = house.starts()
    person.reads("missed")
    until(lambda: house.counts() == {"sent": 4, "scheduled": 1})
    told = person.texts()
    refused = call("db", "copy", "--to", f"sqlite:///{house.folder}/back.db",
                   settings=house.settings, cwd=house.folder)  # fmt: skip
    second.stops()
    admin(postgres, f"DROP DATABASE {name} WITH (FORCE)")

    assert "another netzbote (process" in running.stderr
    assert "stop it first: systemctl stop netzbote" in running.stderr
    assert moved.returncode == 0, moved.stderr
    assert "was copied to another one, which goes on" in former.told()
    assert [sum(word in each for each in told) for word in ("before", "missed", "ahead")] == [
        1,
        1,
        0,
    ]
    assert len(told) == 4  # and one answer to what was asked before, and while nobody worked
    assert "a bot works on this database" in refused.stderr
