"""Noting an exchange: four taps, a way back until the night, then numbers that nothing links."""

from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.app import Bot
from domain.exchange import Counted, Series
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import BERLIN

FEBRUARY = date(2027, 2, 1)
NIGHT = datetime(2027, 2, 10, 0, 5, tzinfo=BERLIN)
TOPIC = "Gefährdungseinschätzung (§ 8a SGB VIII)"


async def counters(world: World) -> list[Counted]:
    async with world.bot.database.reading() as store:
        return await store.exchange.counted(date(2027, 1, 1), date(2027, 12, 31))


async def pending(world: World) -> int:
    async with world.bot.database.engine.connect() as connection:
        return int(await connection.scalar(sa.text("SELECT count(*) FROM exchange_pending")))


async def notes(person: Person, partner: str = "Polizei") -> None:
    await person.says("/austausch")
    for label in (partner, TOPIC, "Telefon", "unter 15 Minuten"):
        await person.taps(label)


async def test_four_taps_note_an_exchange_and_the_night_counts_it(
    world: World, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await notes(anna)

    assert anna.last.text == (
        "Austausch eingetragen\n\n"
        f"Mit: Polizei\nThema: {TOPIC}\nForm: Telefon\nDauer: unter 15 Minuten\n\n"
        "In der Nacht wird daraus eine Zahl ohne Bezug zu Ihnen. "
        "Bis dahin können Sie den Eintrag zurücknehmen."
    )
    assert await counters(world) == []

    await world.moves_to(NIGHT)

    assert await counters(world) == [
        Counted(FEBRUARY, Series.FORMAT, "phone", 1),
        Counted(FEBRUARY, Series.LENGTH, "short", 1),
        Counted(FEBRUARY, Series.PAIR, "office:rkn-kaarst+sector:police", 1),
        Counted(FEBRUARY, Series.TOPIC, "risk-assessment", 1),
    ]
    assert await pending(world) == 0

    await anna.taps("Rückgängig")

    assert anna.toast == "Dieser Eintrag ist schon gezählt oder zurückgenommen."

    await outsider.says("/austausch")

    assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_until_the_night_it_can_be_taken_back(world: World, anna: Person) -> None:
    await world.joins(anna)
    await notes(anna)
    await anna.taps("Rückgängig")

    assert anna.last.text == "Der Eintrag ist zurückgenommen. Es wird nichts gezählt."

    await world.moves_to(NIGHT)

    assert await counters(world) == []


async def test_an_old_way_back_takes_nothing_newer(world: World, anna: Person) -> None:
    """Numbers of contacts come again after a night; the button of yesterday must not fit."""
    await world.joins(anna)
    await notes(anna)
    old = anna.last.message_id
    await world.moves_to(NIGHT)
    await notes(anna)
    await anna.presses(old, 0, 0)

    assert anna.toast == "Dieser Eintrag ist schon gezählt oder zurückgenommen."
    assert await pending(world) == 1


async def test_double_taps_note_once(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/austausch")
    for label in ("Polizei", TOPIC, "Telefon"):
        await anna.taps(label)
    world.telegram.settled = None
    await anna.taps("über eine Stunde")
    await anna.taps("über eine Stunde")
    await world.settled()

    assert await pending(world) == 1


async def test_steps_go_back_turn_pages_and_survive_a_restart(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/austausch")

    assert "Dormagen" in anna.last.labels
    assert "Kaarst" not in anna.last.labels  # one's own office is no other institution

    await anna.taps("Dormagen")
    await anna.taps("Weitere Themen")
    await anna.taps("Zurück")

    assert "Mit wem" in anna.last.text

    await anna.taps("Stadt Neuss")
    world.bot = Bot(world.bot.parts)
    await world.bot.initialize()
    await anna.taps("Weitere Themen")
    await anna.taps("Sexualisierte Gewalt")

    assert "Mit: Jugendamt der Stadt Neuss\nThema: Sexualisierte Gewalt" in anna.last.text

    await anna.says("/abbrechen")
    await anna.taps("Telefon")

    assert anna.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert await pending(world) == 0


async def test_topics_one_follows_come_first(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/themen")
    await anna.taps("Vernachlässigung")
    await anna.says("/austausch")
    await anna.taps("Polizei")

    assert anna.last.labels[0] == "Vernachlässigung"


async def test_who_looks_up_the_own_data_sees_what_is_held(world: World, anna: Person) -> None:
    await world.joins(anna)
    await notes(anna)
    await anna.says("/auskunft")
    file = anna.last.document

    assert file is not None
    assert b'"office:rkn-kaarst"' in file.content
    assert b'"risk-assessment"' in file.content


async def test_who_leaves_takes_along_what_is_held(world: World, anna: Person) -> None:
    await world.joins(anna)
    await notes(anna)
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")

    assert await pending(world) == 0


@pytest.mark.parametrize("late", [timedelta(days=1), timedelta(days=30)])
async def test_a_late_night_counts_in_the_month_it_was(
    world: World, anna: Person, late: timedelta
) -> None:
    await world.joins(anna)
    await notes(anna)
    await world.moves(late)

    assert {each.period for each in await counters(world)} == {FEBRUARY}
