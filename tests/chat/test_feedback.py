"""Feedback: asked once after the closing, five taps and a topic, and nobody is behind the sums."""

from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.exchange import Series
from domain.training import Training
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, TITLE, coordinates, planned

AFTER = datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN)
STATEMENTS = (
    "Die Inhalte waren für meine Arbeit nützlich.",
    "Ich kann das Gelernte anwenden.",
    "Der Austausch mit anderen Fachrichtungen war hilfreich.",
    "Organisation und Information waren gut.",
    "Ich empfehle die Veranstaltung weiter.",
)
YES = "5: trifft voll zu"


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def registers(person: Person) -> None:
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    await person.taps("Anmelden")


async def closes(coordinator: Person) -> None:
    await coordinator.taps("Abschließen")
    await coordinator.taps("So abschließen")


async def held(world: World, coordinator: Person, *people: Person) -> None:
    await coordinates(world, coordinator)
    for person in people:
        await world.joins(person)
        await registers(person)
    await world.moves_to(AFTER)


async def counts(world: World) -> list[tuple[str, int, int]]:
    query = "SELECT item, score, n FROM feedback_count ORDER BY item, score"
    async with world.bot.database.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(sa.text(query))]


@pytest.mark.long
async def test_everybody_who_had_a_seat_is_asked_once_and_thanked(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
    training: Training,
) -> None:
    await held(world, coordinator, anna)
    await world.joins(bela)
    await closes(coordinator)

    assert anna.last.text.startswith(f"Ihre Rückmeldung, bitte\n\n{TITLE}")
    assert "Rückmeldung, bitte" not in bela.reads() + outsider.reads() + coordinator.reads()

    for statement in STATEMENTS:
        assert statement in anna.last.text

        await anna.taps(YES)

    assert anna.last.text == "Welches Thema brauchen Sie als Nächstes?"

    await anna.taps("Vernachlässigung")

    assert anna.last.text == "Vielen Dank für Ihre Rückmeldung."
    assert await counts(world) == [
        ("applicable", 5, 1),
        ("exchange", 5, 1),
        ("form", 0, 1),
        ("organisation", 5, 1),
        ("recommend", 5, 1),
        ("useful", 5, 1),
    ]
    async with world.bot.database.reading() as store:
        needs = await store.exchange.counted(date(2027, 3, 1), date(2027, 3, 31))

    assert [(each.series, each.slug, each.n) for each in needs] == [
        (Series.NEED_SECTOR, "youth-office", 1),
        (Series.NEED_TOPIC, "neglect", 1),
    ]

    await world.moves(timedelta(days=10))

    assert sum("Ihre Rückmeldung, bitte" in entry.text for entry in world.telegram.sent) == 1


async def test_a_second_answer_is_not_counted(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await held(world, coordinator, anna)
    await closes(coordinator)
    world.telegram.settled = None
    await anna.taps(YES)
    await anna.taps("1: trifft nicht zu")
    await anna.taps(YES)
    world.telegram.settled = world.pressed
    await world.settled()

    assert await counts(world) == [("form", 0, 1), ("useful", 5, 1)]
    assert STATEMENTS[1] in anna.last.text


@pytest.mark.long
async def test_nobody_else_can_answer_in_ones_place(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    from talk.feedback import Rate
    from tests.chat.stage import hand

    await held(world, coordinator, anna, bela)
    await closes(coordinator)
    await hand(world, bela, "Fremde", Rate(1, 0, 5))
    await hand(world, anna, "Fremde", Rate(2, 0, 5))
    await bela.taps("Fremde")
    await anna.taps("Fremde")

    assert bela.toast == anna.toast == "Diese Rückmeldung ist beendet."
    assert await counts(world) == []


async def test_who_muted_it_is_not_asked(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await registers(anna)
    await anna.says("/meine")
    await anna.taps(f"1. {TITLE}")
    await anna.taps("Details")
    mute = next(label for label in anna.last.labels if "Erinnerung" in label)
    await anna.taps(mute)
    await world.moves_to(AFTER)
    await closes(coordinator)

    assert "Ihre Rückmeldung" not in anna.reads()


async def test_in_the_evening_nobody_is_asked(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await held(world, coordinator, anna)
    await world.moves_to(datetime(2027, 3, 13, 21, 0, tzinfo=BERLIN))
    await closes(coordinator)

    assert "Ihre Rückmeldung" not in anna.reads()

    await world.moves_to(datetime(2027, 3, 15, 7, 1, tzinfo=BERLIN))  # the Sunday is quiet too

    assert "Ihre Rückmeldung" in anna.reads()


@pytest.mark.long
async def test_after_a_week_or_with_a_no_nothing_is_counted(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await held(world, coordinator, anna, bela)
    await closes(coordinator)
    await bela.taps("Keine Rückmeldung geben")

    assert bela.last.text == "In Ordnung. Es wird nichts gezählt."

    await anna.taps(YES)
    await world.moves(timedelta(days=7))
    await anna.taps("1: trifft nicht zu")

    assert anna.toast == "Diese Rückmeldung ist beendet."
    assert await counts(world) == [("form", 0, 1), ("useful", 5, 1)]


async def test_nothing_kept_says_who_answered_what(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    """The rows of two people who answered differently are the same but for their numbers."""
    await held(world, coordinator, anna)
    await closes(coordinator)
    before = await kept(world)
    await anna.taps("2: trifft eher nicht zu")
    lower = await kept(world) - before

    assert lower
    assert not any("trifft" in row or "score" in row for row in lower)


async def kept(world: World) -> set[str]:
    query = "SELECT dedupe_key, kind, state, facts, payload, error FROM delivery"
    async with world.bot.database.engine.connect() as connection:
        return {str(tuple(row)) for row in await connection.execute(sa.text(query))}
