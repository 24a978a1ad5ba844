"""Who is outside tries everything there is: all buttons, commands and links, with real numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.approve_answer import mark
from domain.channel import in_chat
from domain.network import Network
from domain.person import Newcomer, Place
from domain.presence_door import code_of
from domain.privacy import erase
from domain.register import register
from domain.second import SecondKind
from domain.training import Training
from domain.vocabulary import EventStatus, Role, Sector
from standin.people.person import Person
from storage.crypto import new_token
from storage.database import Database
from storage.seat_tables import metadata
from talk.start import Opening, Purpose
from tests.chat.conftest import World
from tests.chat.forging import actions, kept, packed, pressed, said
from tests.chat.stage import STARTS, TITLE, coordinates, plan, planned
from tests.chat.test_privacy_rights import member
from tests.chat.test_rights import CO_HOST, HOST, OTHER, Stage, staged
from texts.words import said_as

DRAFT, LINK = "Geheime Vorbereitung", "https://raum.example/geheim"
NAMES = ("Erste Fremde", "Zweite Fremde", "Vierte Fremde")
ALL = actions()
#: Who is no member, and who is one without a right to anything of the host's.
STRANGERS, MEMBERS = ("outsider", "former", "foreign"), ("specialist", "blocked", "other")
#: What nobody of them may read, and what only members may.
SECRET, ONLY_MEMBERS = (*NAMES, DRAFT, LINK), (TITLE, "Dritte Fremde")
#: By these a stranger asks to be let in, after the notice: that is what they are for.
WAYS_IN = {"yes-ask"}
#: What belongs to others as a whole.
OF_OTHERS = (
    "broadcast", "access_request", "second", "seat_block", "quota", "invitation",
    "year_seal", "report_version", "agreement", "correction", "saved_audience", "substitute",
    "ledger", "deed",
)  # fmt: skip
#: What belongs to each: their own they may change.
OF_PEOPLE = ("registration", "address", "subscription", "account_move", "place_change")
#: Of a public offer others may take seats; these columns are the host's.
HOSTS = ("id", "title", "status", "starts_at", "ends_at", "seats", "cancelled_at", "closed_at")


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


async def strangers(world: World, stage: Stage) -> None:
    """Add who was a member, who is one of another network, and who has blocked the bot."""
    for number, who in enumerate(("former", "foreign", "blocked"), 950):
        person = world.telegram.person(number, who)
        stage.people[who] = person
        if who == "foreign":
            await person.says("/start")
        else:
            await coordinates(world, person, OTHER, Role.SPECIALIST)
    gone = await member(world, stage.people["former"])
    async with world.bot.database.transaction() as store:
        await erase(store, world.bot.network, gone.address, gone, world.clock.now())
    await world.settled()
    database = world.bot.database
    url = database.url.render_as_string(hide_password=False)
    other = Database(url, database.vault, "other")
    async with other.transaction() as store:
        place = Place("somewhere", Sector.SCHOOL)
        newcomer = Newcomer(in_chat(stage.people["foreign"].id), Role.LEAD, place)
        await store.persons.add(newcomer, world.clock.now().date())
    await other.close()
    away = await member(world, stage.people["blocked"])
    address = metadata.tables["address"]
    async with database.engine.begin() as connection:
        since = sa.update(address).where(address.c.person_id == away.id)
        await connection.execute(since.values(unreachable_since=world.clock.now()))


async def numbers(world: World, stage: Stage, draft: Training) -> list[dict[str, str]]:
    """Let the host have something of everything; return the numbers that lead to it."""
    now, people = world.clock.now(), stage.people
    host = await member(world, people["host"])
    async with world.bot.database.transaction() as store:
        await register(
            store.registrations, stage.training.id, stage.held, now, network=world.bot.network
        )
        own = await store.registrations.of(stage.training.id, stage.held.id)
        assert own is not None
        asked = await store.access.add(
            Newcomer(in_chat(77), Role.SPECIALIST, Place(HOST, Sector.SCHOOL)), now
        )
        wanted = await store.seconds.put(
            SecondKind.ERASE, host.id, [HOST], stage.training.id, 0, now.date()
        )
        change = Place(CO_HOST, Sector.SCHOOL)  # which has a coordinator to decide
        await store.place_changes.put(stage.held.id, change, now.date())
        await store.seating.set_block(stage.training.id, (HOST, "police"), 1)
    common = {
        "person_id": str(stage.held.id), "registration_id": str(own.id), "request_id": str(asked),
        "seconds": str(int(now.timestamp())), "wanted_id": str(wanted), "office": HOST,
        "request": str(mark(own.approve_by) if own.approve_by else 0), "year": "2027",
        "broadcast_id": "1", "block_id": "1", "change_id": "1", "code": "1", "month": "2",
    }  # fmt: skip
    return [{**common, "training_id": str(each.id)} for each in (stage.training, draft)]


async def of_others(world: World, victims: list[int]) -> dict[str, list[Any]]:
    """Return what belongs to others: their rows, and what the host keeps."""
    found: dict[str, list[Any]] = {}
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            query = sa.select(table)
            if table.name == "training":
                query = sa.select(*(table.c[name] for name in HOSTS if name in table.c))
            elif table.name == "person":
                query = query.where(table.c.id.in_(victims))
            elif table.name in OF_PEOPLE:
                query = query.where(table.c.person_id.in_(victims))
            elif table.name not in OF_OTHERS:
                continue
            found[table.name] = sorted(map(repr, (await connection.execute(query)).all()))
    return found


def links(world: World, training: Training, draft: Training) -> list[str]:
    """Return a link of each purpose, real where its secret is handed to members only."""
    key, network = b"k" * 32, world.bot.network.slug
    of = {
        Purpose.INVITATION: [new_token()],
        Purpose.TRAINING: [training.uid, draft.uid],
        Purpose.SUBSTITUTE: [new_token()],
        Purpose.ACCOUNT: [new_token()],
        Purpose.CHECK_IN: [code_of(key, network, training.id, STARTS.date())],
    }
    return [Opening(purpose, each).written() for purpose in Purpose for each in of[purpose]]


def read_by(person: Person) -> str:
    """Return all that somebody reads and could press."""
    return "\n".join("\n".join([each.text, *each.labels]) for each in person.messages)


@pytest.mark.wide
async def test_who_is_outside_learns_and_changes_nothing(world: World, outsider: Person) -> None:
    stage = await staged(world, outsider)
    async with world.bot.database.transaction() as store:
        draft = await store.trainings.add(
            plan(STARTS + timedelta(days=30), title=DRAFT), HOST, None, EventStatus.DRAFT
        )
    await planned(world, plan(STARTS + timedelta(days=40), link=LINK))
    await strangers(world, stage)
    values = await numbers(world, stage, draft)
    await world.settled()
    victims = [
        each.id for each in (stage.held, stage.county, stage.colleague, stage.restricted)
    ] + [(await member(world, stage.people["host"])).id]
    forged = list(dict.fromkeys(packed(action, each) for action in ALL for each in values))
    texts = [
        *(f"/{word}" for name in world.bot.router.commands for word in said_as(name)[:1]),
        *(f"/start {each}" for each in links(world, stage.training, draft)),
    ]
    before = await kept(world)

    codes = {data.partition(":")[0] for data in forged}
    assert codes == {action.CODE for action in ALL}
    out = [(stage.people[who], d) for d in forged for who in STRANGERS if d not in WAYS_IN]
    await pressed(world, [each for each in out if each[1].partition(":")[0] not in WAYS_IN])
    await said(world, [(stage.people[who], text) for text in texts for who in STRANGERS])

    assert await kept(world) == before
    for who in STRANGERS:
        told = read_by(stage.people[who])
        assert [word for word in (*SECRET, *ONLY_MEMBERS) if word in told] == [], who

    theirs = await of_others(world, victims)
    await pressed(world, [(stage.people[who], d) for d in forged for who in MEMBERS])
    await said(world, [(stage.people[who], text) for text in texts for who in MEMBERS])

    now = await of_others(world, victims)
    changed = {name: (theirs[name], now[name]) for name in theirs if theirs[name] != now[name]}
    assert set(changed) <= {"deed"}, changed
    for who in MEMBERS:
        told = read_by(stage.people[who])
        assert [word for word in SECRET if word in told] == [], who
