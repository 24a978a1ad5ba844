"""What stands on the screen of a training's card is what the database says, whatever got lost."""

from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from domain.delivery import State
from domain.training import Training
from domain.vocabulary import RegistrationStatus
from standin.people.person import Person
from standin.telegram import TOKEN
from storage.tables import delivery
from tests.chat.conftest import World
from tests.chat.stage import plan, planned

ROOT = Path(__file__).parents[2]
HOLD = timedelta(seconds=95)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(seats=5))


async def opens_card(person: Person) -> int:
    """Open the card; return the channel's id of its message."""
    await person.says("/termine")
    await person.taps(person.last.labels[0])
    return person.last.message_id


async def presses(person: Person, message_id: int, label: str) -> None:
    """Press a button of this very message."""
    (shown,) = [each for each in person.messages if each.message_id == message_id]
    (place,) = [
        (row, column)
        for row, labels in enumerate(shown.buttons)
        for column, each in enumerate(labels)
        if each == label
    ]
    await person.presses(message_id, *place)


def screen(world: World, person: Person, message_id: int) -> str:
    """Return what a message of the chat shows now."""
    return world.telegram.chat(person.id).posts[message_id].text


async def reasons(world: World) -> list[tuple[str, str | None]]:
    """Return how the changes of cards ended."""
    async with world.bot.database.reading() as store:
        query = sa.select(delivery.c.state, delivery.c.error).where(delivery.c.in_place)
        rows = await store.deliveries._all(query.order_by(delivery.c.id))
    return [(row.state, row.error) for row in rows]


@pytest.mark.parametrize("after", [False, True])
async def test_an_older_change_never_overwrites_a_newer_one(
    world: World, anna: Person, training: Training, *, after: bool
) -> None:
    await world.joins(anna)
    card = await opens_card(anna)
    world.telegram.fault("editMessageText", "code", code=502, after=after)
    await presses(anna, card, "Anmelden")
    if not after:
        await presses(anna, card, "Anmelden")
    await presses(anna, card, "Abmelden")
    await presses(anna, card, "Ja, abmelden")
    assert screen(world, anna, card) == "Sie sind abgemeldet."
    for _ in range(4):
        await world.moves(HOLD)

    assert screen(world, anna, card) == "Sie sind abgemeldet."
    # A press beneath what did arrive proves that it arrived.
    assert ((State.UNKNOWN.value, "superseded") in await reasons(world)) is not after


async def test_a_lost_change_that_arrives_late_is_overwritten(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    card = await opens_card(anna)
    world.telegram.fault("editMessageText", "code", code=502)
    await presses(anna, card, "Anmelden")
    await presses(anna, card, "Anmelden")
    await presses(anna, card, "Abmelden")
    await presses(anna, card, "Ja, abmelden")
    late = {"chat_id": str(anna.id), "message_id": str(card), "text": "Sie sind angemeldet."}
    await world.telegram.call(TOKEN, "editMessageText", late)
    assert screen(world, anna, card) == "Sie sind angemeldet."
    for _ in range(4):
        await world.moves(HOLD)

    assert screen(world, anna, card) == "Sie sind abgemeldet."


async def test_a_lost_card_that_arrives_late_is_followed_by_what_is_true(
    world: World, anna: Person, training: Training
) -> None:
    """A message that comes late is the newest one, until its marked repetition is drawn."""
    await world.joins(anna)
    card = await opens_card(anna)
    before = screen(world, anna, card)
    world.telegram.fault("sendMessage", "code", code=502)
    await anna.says("/meine")
    await presses(anna, card, "Anmelden")
    late = {"chat_id": str(anna.id), "text": before}
    await world.telegram.call(TOKEN, "sendMessage", late)
    assert "Sie sind angemeldet." not in anna.last.text
    for _ in range(2):
        await world.moves(HOLD)

    assert "Sie sind angemeldet." in anna.last.text
    assert "Vielleicht haben Sie diese Nachricht schon erhalten" in anna.last.text


async def test_a_lost_change_is_repeated_after_seconds(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    card = await opens_card(anna)
    world.telegram.fault("editMessageText", "code", code=502)
    await anna.taps("Anmelden")
    assert "Sie sind angemeldet." not in screen(world, anna, card)
    await world.moves(timedelta(seconds=10))

    assert "Sie sind angemeldet." in screen(world, anna, card)


async def test_what_waited_is_drawn_from_the_facts_of_now(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    card = await opens_card(anna)
    world.telegram.fault("editMessageText", "code", code=409)
    await anna.taps("Anmelden")
    async with world.bot.database.transaction() as store:
        (registration,) = [
            own for _, own in await store.registrations.of_person(1, world.clock.now())
        ]
        withdrawn = RegistrationStatus.WITHDRAWN
        await store.registrations.set_status([registration.id], withdrawn, world.clock.now())
    await world.moves(timedelta(minutes=1))

    assert "Sie sind angemeldet." not in screen(world, anna, card)


def test_whatever_says_a_standing_is_drawn_when_it_is_sent() -> None:
    """No handler makes a text from where somebody stands: an answer may wait or be repeated."""
    made = {"card", "details", "mine", "offer", "ask_leave", "calendar_document"}
    found = []
    for path in sorted((ROOT / "handlers").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "cards"
                and node.func.attr in made
            ):
                found.append(f"{path.name}:{node.lineno}")

    assert found == []
