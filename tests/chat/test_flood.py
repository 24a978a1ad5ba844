"""Too much from one chat: told once, then nothing for a while; and secrets that are guessed."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.flood import ONE_MORE_TRY, STRANGERS_COUNT, Buckets, Flood
from standin.people.person import Person
from storage.crypto import new_token
from storage.tables import delivery, draft, person
from tests.chat.conftest import World

WAIT = "Das war sehr viel auf einmal."
TRIES = "Es waren zu viele falsche Links oder Codes."
#: Smaller buckets than the bot's, and slower ones: a busy machine gives nothing back meanwhile.
MOST_AT_ONCE, MOST_WRONG, ONE_MORE = 18, 3, timedelta(minutes=10)


@pytest.fixture
def flood() -> Flood:
    """Bound everybody, as the bot does."""
    return Flood(Buckets(MOST_AT_ONCE, ONE_MORE), Buckets(MOST_WRONG, ONE_MORE_TRY))


async def rows(world: World, table: sa.Table) -> int:
    async with world.bot.database.engine.connect() as connection:
        query = sa.select(sa.func.count()).select_from(table)
        return int((await connection.execute(query)).scalar_one())


def said(someone: Person) -> list[str]:
    return [message.text for message in someone.messages]


@pytest.mark.long
async def test_who_writes_like_a_program_is_told_once_and_can_go_on_after_a_while(
    world: World, anna: Person, bela: Person
) -> None:
    await world.joins(anna)
    await world.joins(bela)
    await world.moves(MOST_AT_ONCE * ONE_MORE)
    before = len(said(anna))
    for _ in range(MOST_AT_ONCE + 4):
        await anna.says("/menue")
    answers = said(anna)[before:]

    assert sum(WAIT in text for text in answers) == 1
    assert WAIT in answers[-1]

    await bela.says("/menue")
    assert WAIT not in bela.last.text

    await world.moves(MOST_AT_ONCE / 2 * ONE_MORE)
    await anna.says("/menue")
    assert WAIT not in anna.last.text


async def test_a_stranger_who_floods_gets_a_third_and_leaves_nothing_but_answers(
    world: World, outsider: Person
) -> None:
    for n in range(MOST_AT_ONCE):
        await outsider.says(f"Text {n}")

    own = MOST_AT_ONCE // STRANGERS_COUNT
    assert WAIT in said(outsider)[-1]
    assert await rows(world, delivery) == own + 1
    assert await rows(world, person) == 0
    assert await rows(world, draft) == 0


@pytest.mark.parametrize("kind", ["", "s-", "k-", "c-"])
async def test_so_many_links_that_are_none_are_looked_up_and_no_more(
    world: World, anna: Person, kind: str
) -> None:
    await world.joins(anna)
    for _ in range(MOST_WRONG):
        await anna.opens(kind + new_token())
        assert TRIES not in anna.last.text
    await anna.opens(kind + new_token())

    assert TRIES in anna.last.text


async def test_a_right_link_is_not_found_by_who_guessed_too_often_but_later_is(
    world: World, outsider: Person, anna: Person
) -> None:
    token = await world.invite()
    for _ in range(MOST_WRONG):
        await outsider.opens(new_token())
        await world.moves(ONE_MORE_TRY / 9)
    await outsider.opens(token)

    assert TRIES in outsider.last.text
    await world.joins(anna)  # nobody else is bound by it

    await world.moves(ONE_MORE_TRY)
    await outsider.opens(token)
    assert TRIES not in outsider.last.text
    assert "Einverstanden" in outsider.last.labels


async def test_so_many_codes_of_certificates_that_are_none_are_checked_and_no_more(
    world: World, outsider: Person
) -> None:
    for n in range(MOST_WRONG):
        await outsider.says(f"/pruefen AAAA-BBBB-CCCC-DDD{n}")
        assert TRIES not in outsider.last.text
        await world.moves(ONE_MORE_TRY / 9)
    await outsider.says("/pruefen AAAA-BBBB-CCCC-DDDD")

    assert TRIES in outsider.last.text
