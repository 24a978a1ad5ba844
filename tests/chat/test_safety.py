"""What nobody asked for is never kept: answered by the safety notice and taken out of the chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa

from domain.vocabulary import Role
from standin.people.person import Person
from standin.world.chats import Kind
from storage.tables import metadata
from tests.chat.conftest import World

SAFETY = "Bei akuter Gefahr wählen Sie bitte 110."
CASE = "Kind Mia Müller, 4, blaue Flecken"

SENDS: dict[str, Callable[[Person], Awaitable[None]]] = {
    "text": lambda person: person.says(CASE),
    "photo": lambda person: person.sends_photo(),
    "voice": lambda person: person.sends_voice(),
    "location": lambda person: person.sends_location(),
    "contact": lambda person: person.sends_contact(),
    "document": lambda person: person.uploads("Mia Müller.pdf", b"%PDF", caption=CASE),
    "forward": lambda person: person.forwards("Mia Müller"),
    "forwarded command": lambda person: person.forwards("/einladen"),
    "sticker": lambda person: person.sends({"sticker": {"file_id": "x", "emoji": "🌱"}}),
}


async def invited(world: World, person: Person) -> None:
    await person.opens(await world.invite())


async def naming(world: World, person: Person) -> None:
    await world.joins(person)
    await person.says("/name")


async def inviting(world: World, person: Person) -> None:
    await world.joins(person, Role.COORDINATOR)
    await person.says("/einladen")


async def stranger(_: World, person: Person) -> None:
    await person.opens()


STATES = {"stranger": stranger, "invited": invited, "naming": naming, "inviting": inviting}


#: Here the open question follows the notice.
IN_A_DIALOGUE = ("naming", "inviting")


async def everything(world: World) -> str:
    """Return all rows, with what is sealed opened."""
    vault, told = world.bot.database.vault, []
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(sa.select(table)):
                for value in row:
                    sealed = isinstance(value, bytes) and value.startswith(b"gAAAA")
                    # Sealed it would be signs by chance, and three of them are soon a name.
                    told.append(vault.open(value) if sealed else repr(value))
    return "\n".join(told)


def said_by_people(person: Person) -> int:
    return sum(not post.by_bot for post in person.chat.shown())


@pytest.mark.parametrize(
    ("kind", "state"),
    [(kind, state) for kind in SENDS for state in STATES if (kind, state) != ("text", "naming")],
)
async def test_nothing_of_it_is_kept(world: World, anna: Person, kind: str, state: str) -> None:
    await STATES[state](world, anna)
    before = said_by_people(anna)
    await SENDS[kind](anna)

    notice = anna.messages[-2] if state in IN_A_DIALOGUE else anna.last
    assert SAFETY in notice.text
    assert notice.labels == ["Zuständiges Jugendamt anzeigen", "Zum Menü"]
    assert said_by_people(anna) == before
    assert "Mia" not in await everything(world)


async def test_a_case_is_no_name(world: World, anna: Person) -> None:
    await naming(world, anna)
    await anna.says(CASE)

    assert "Es wurde nichts gespeichert." in anna.last.text
    assert "Mia" not in await everything(world)


async def test_the_dialogue_goes_on_after_it(world: World, anna: Person) -> None:
    await naming(world, anna)
    await anna.sends_photo()
    await anna.says("Änne Groß")

    assert "stehen Sie jetzt als: Änne Groß" in anna.last.text


async def test_a_changed_text_is_not_even_asked_for(world: World, anna: Person) -> None:
    await world.joins(anna)
    before = len(anna.messages)
    edited = {
        "message_id": 1,
        "date": 0,
        "edit_date": 1,
        "chat": {"id": anna.id, "type": "private"},
        "from": anna.user,
        "text": CASE,
    }
    await world.bot.accept([{"update_id": 990_000_001, "edited_message": edited}])
    await world.settled()

    assert len(anna.messages) == before
    assert "Mia" not in await everything(world)


async def test_the_office_in_charge_is_shown(world: World, outsider: Person) -> None:
    await outsider.says(CASE)
    await outsider.taps("Zuständiges Jugendamt anzeigen")

    assert "Jugendamt der Stadt Neuss" in outsider.last.text
    assert "Jüchen, Korschenbroich, Rommerskirchen" in outsider.last.text


async def test_names_and_pictures_are_dropped_at_the_door(
    world: World, anna: Person, coordinator: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await world.joins(anna)
    await anna.says("/termine")
    kept = await everything(world)

    assert "Anna" not in kept
    assert "user_101" not in kept
    assert "Last name" not in kept
    assert "Anna" not in coordinator.reads()


@pytest.mark.parametrize("kind", [Kind.GROUP, Kind.SUPERGROUP])
async def test_a_group_is_left_at_once(world: World, anna: Person, kind: Kind) -> None:
    await world.joins(anna)
    group = world.telegram.group(-1001, "Runde <Mia>", kind=kind)
    await group.adds_bot(anna)
    said = [post.text for post in group.chat.shown() if post.by_bot]

    assert group.chat.standing.value == "left"
    assert len(said) <= 1
    assert all("verlässt diese Gruppe" in text for text in said)
    assert "Mia" not in await everything(world)


async def test_a_group_that_holds_it_gets_no_answers(
    world: World, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    group = world.telegram.group(-1002, "Runde")
    world.telegram.fault("leaveChat", "code", times=1, code=500)
    await group.adds_bot(anna)
    await group.hears(outsider, "/termine")

    assert all("verlässt" in post.text for post in group.chat.shown() if post.by_bot)
    assert group.chat.standing.value == "left"
