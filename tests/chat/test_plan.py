"""Planning a training: step by step, through a restart, never with an old button."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import Bot, Parts
from domain.network import Network
from domain.training import Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Role, Sector, Topic
from standin.inprocess import InProcessRequest
from standin.people.person import Person
from standin.telegram import TOKEN
from storage.database import Database
from tests.chat.conftest import START, World

BERLIN = ZoneInfo("Europe/Berlin")
TITLE = "Gespräche <führen> & verstehen 🌱"
WAYS = ["Veröffentlichen und ankündigen", "Nur veröffentlichen", "Als Entwurf behalten"]


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await world.joins(coordinator, Role.COORDINATOR)


async def trainings(world: World) -> list[Training]:
    async with world.bot.database.reading() as store:
        found = [each.id for each in await store.trainings.offered(START)]
        read = await store.trainings.many(found)
        return [read[number] for number in found]


async def up_to_the_date(person: Person) -> None:
    await person.says("/neu")
    await person.says(TITLE)
    await person.taps("Formen der Gefährdung")
    await person.taps("Psychische Gewalt")
    await person.taps("Seminar")
    await person.says("Rathaus Büttgen, Saal 2")


async def every_line(person: Person) -> None:
    """Change what is left at its default, a line of the preview each."""
    for line, answers in (
        ("Plätze", ["20 Plätze (üblich)"]),
        ("Anmeldeschluss", ["14 Tage vorher: Fr., 26.02.2027, 23:59 Uhr"]),
        ("UE", ["4 UE (aus der Dauer)"]),
        ("Für", ["Polizei", "Schule und Ganztag", "Weiter"]),
        ("Erinnerungen", ["Wie im Netzwerk üblich"]),
        ("Barrierefrei", ["Stufenfreier Zugang", "Weiter"]),
    ):
        for label in (line, *answers):
            await person.taps(label)


@pytest.mark.long
async def test_a_training_is_planned_with_buttons_and_published(
    world: World, planner: Person, anna: Person
) -> None:
    await up_to_the_date(planner)
    await planner.taps("Spätere Wochen")
    await planner.taps("Spätere Wochen")
    await planner.taps("Fr., 12.03.")

    assert "Freitag, 12. März 2027" in planner.last.text

    await planner.taps("09:00 Uhr")
    await planner.taps("12:30 Uhr")

    assert "Termin: Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in planner.last.text
    assert planner.last.text.startswith("So sehen es andere:")

    assert "Für: alle Handlungsfelder" in planner.last.text

    await every_line(planner)

    assert planner.last.text.startswith("So sehen es andere:\n\n" + TITLE)
    assert "Noch 20 Plätze frei." in planner.last.text
    assert planner.last.labels[:3] == WAYS
    assert planner.last.labels[-2:] == ["Zurück", "Abbrechen"]

    await planner.taps("Nur veröffentlichen")

    assert planner.last.text.startswith("Veröffentlicht.")

    (training,) = await trainings(world)
    plan = training.plan

    assert (training.host, training.status) == ("rkn-kaarst", EventStatus.PUBLISHED)
    assert (plan.title, plan.place, plan.seats, plan.units) == (
        TITLE,
        "Rathaus Büttgen, Saal 2",
        20,
        4,
    )
    assert (plan.topic, plan.format, plan.mode) == (
        Topic.PSYCHOLOGICAL_ABUSE,
        EventFormat.SEMINAR,
        DeliveryMode.IN_PERSON,
    )
    assert plan.starts_at == datetime(2027, 3, 12, 9, tzinfo=BERLIN)
    assert plan.ends_at == datetime(2027, 3, 12, 12, 30, tzinfo=BERLIN)
    assert plan.deadline_at == datetime(2027, 2, 26, 23, 59, tzinfo=BERLIN)
    assert plan.withdraw_by == datetime(2027, 3, 5, 23, 59, tzinfo=BERLIN)
    assert plan.sectors == (Sector.SCHOOL, Sector.POLICE)
    assert [rule.days_before for rule in plan.reminders] == [7, 1]
    assert plan.accessibility == ("step-free",)

    await world.joins(anna)
    await anna.says("/termine")

    assert "Zurzeit ist nichts im Angebot." in anna.last.text  # for other fields of work


@pytest.mark.long
async def test_dates_can_be_typed_and_are_asked_again_until_they_are_clear(
    world: World, planner: Person
) -> None:
    await up_to_the_date(planner)
    await planner.says("31.2.27 9-12")

    assert "Diesen Tag gibt es nicht." in planner.last.text
    assert "Zum Beispiel: 23.3.27 9-12:30" in planner.last.text

    await planner.says("nächsten Freitag 9-12:30")

    assert "passt auf mehrere Termine" in planner.last.text

    await planner.taps("Fr., 19.02.2027, 09:00–12:30 Uhr")

    assert "Freitag, 19. Februar 2027, 09:00 bis 12:30 Uhr" in planner.last.text

    await planner.taps("Zurück")
    await planner.says("bis 11:45")

    assert "Freitag, 19. Februar 2027, 09:00 bis 11:45 Uhr" in planner.last.text

    await planner.taps("Zurück")
    await planner.taps("Zurück")
    await planner.taps("Zurück")
    await planner.says("12.3.27 9-12:30")

    assert "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr" in planner.last.text

    await planner.taps("Plätze")
    await planner.says("zwölf <12>")

    assert "Das ist keine passende Zahl." in planner.last.text
    assert "Bitte schreiben Sie eine Zahl von 1 bis 2.000." in planner.last.text

    await planner.says("dreißig Plätze")
    await planner.taps("Anmeldeschluss")
    await planner.says("13.3.27")

    assert "Der Anmeldeschluss muss vor dem Beginn liegen." in planner.last.text

    await planner.says("10.3.27 12 Uhr")

    assert "Anmeldeschluss: Mi., 10.03.2027, 12:00 Uhr" in planner.last.text


async def test_an_old_button_says_that_it_is_old(world: World, planner: Person) -> None:
    await planner.says("/neu")
    await planner.says(TITLE)
    old = planner.last.message_id
    await planner.taps("Lebenslagen und Alter")
    await planner.says("/neu")
    await planner.presses(old, 0, 0)

    assert planner.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert "Um welches Thema geht es?" in planner.last.text
    assert "Sie haben schon begonnen." in planner.last.text


async def test_pressing_a_choice_twice_changes_nothing(world: World, planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Für")
    sent = planner.last
    await planner.taps("Polizei")

    assert "✓ Polizei" in planner.last.labels
    assert "Gewählt: Polizei" in planner.last.text
    assert sent.message_id == planner.last.message_id


async def test_the_steps_that_ask_for_no_text_take_none(world: World, planner: Person) -> None:
    await planner.says("/neu")
    await planner.says("Ab")

    assert "Der Titel braucht 3 bis 120 Zeichen." in planner.last.text

    await planner.says(TITLE)
    asked = planner.last.text
    await planner.says("Das Kind heißt so und so.")

    assert "nimmt keine Fallangaben" in planner.messages[-2].text
    assert planner.last.text == asked

    await planner.taps("Abbrechen")

    assert planner.last.text == "Abgebrochen. Es wurde nichts gespeichert."
    assert not await trainings(world)


async def test_an_online_training_needs_an_address(world: World, planner: Person) -> None:
    await planner.says("/neu")
    await planner.says(TITLE)
    await planner.says("Vernachlässigung")
    await planner.taps("Fachtag")
    await planner.taps("Online")
    await planner.says("konferenz")

    assert "Das ist keine Adresse." in planner.last.text

    await planner.says("https://anna:geheim@konferenz.example/raum")

    assert "In der Adresse steht ein Name vor dem @." in planner.last.text
    assert "geheim" not in planner.last.text

    await planner.says("https://konferenz.example/raum\u200b")

    assert "An welchem Tag?" in planner.last.text

    await planner.says("12.3.27 9 bis 13.3.27 16 Uhr")

    assert "Freitag, 12. März 2027, 09:00 Uhr bis Samstag, 13. März 2027, 16:00 Uhr" in (
        planner.last.text
    )

    assert "UE: 18" in planner.last.text
    assert "Durchführung: Online" in planner.last.text


async def test_what_time_has_overtaken_is_asked_again(world: World, planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await planner.taps("Anmeldeschluss")
    await planner.says("10.2.27 12 Uhr")
    await world.moves_to(datetime(2027, 2, 10, 12, 1, tzinfo=BERLIN))
    await planner.taps("Nur veröffentlichen")

    assert "Dieser Anmeldeschluss ist schon vorbei." in planner.last.text
    assert not await trainings(world)


async def test_nobody_else_can_plan(world: World, anna: Person, outsider: Person) -> None:
    await world.joins(anna)
    await anna.says("/neu")

    assert anna.last.text == "Das können nur Koordinierende."

    await outsider.says("/neu")

    assert "geschlossen" in outsider.last.text
    assert not await trainings(world)


@pytest.fixture
async def second(
    world: World, database: Database, network: Network, vault: object
) -> AsyncIterator[Bot]:
    """Return another process's bot on the same database."""
    request = InProcessRequest(world.telegram)
    made = Bot(
        Parts(
            network,
            database,
            request,
            TOKEN,
            now=world.clock.now,
            monotonic=world.clock.monotonic,
            rate=None,
        )
    )
    await made.initialize()
    yield made
    await made.channel.api.shutdown()


@pytest.mark.long
async def test_a_restart_loses_no_step(world: World, planner: Person, second: Bot) -> None:
    await up_to_the_date(planner)
    first, world.bot = world.bot, second
    await planner.says("12.3.27 9-12:30")
    await every_line(planner)
    world.bot = first
    await planner.taps("Nur veröffentlichen")
    await planner.says("/neu")

    assert "Wie heißt die Fortbildung?" in planner.last.text
    assert [training.title for training in await trainings(world)] == [TITLE]


@pytest.mark.long
async def test_announcing_publishes_and_leads_on(world: World, planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await every_line(planner)
    await planner.taps("Veröffentlichen und ankündigen")

    assert planner.toast == "Die Fortbildung ist veröffentlicht."
    assert "Wer soll die Ankündigung erhalten?" in planner.last.text
    assert len(await trainings(world)) == 1


@pytest.mark.long
async def test_a_second_press_publishes_once(world: World, planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 9-12:30")
    await every_line(planner)
    card = planner.last.message_id
    press = planner.chat.posts[card].rows[0][0]
    await planner.taps("Nur veröffentlichen")
    await planner._presses(planner.chat.posts[card], press)
    await world.moves(timedelta(minutes=1))

    assert planner.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert len(await trainings(world)) == 1


async def test_each_refusal_of_a_date_cites_an_example_of_what_was_asked(planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("10-13")

    assert "Hier fehlt der Tag." in planner.last.text
    assert "Zum Beispiel: 23.3.27 9-12:30" in planner.last.text

    await planner.says("8.2. 9-12")

    assert "Der 8. Februar 2027 ist schon vorbei. Meinen Sie diesen Termin?" in planner.last.text
    assert planner.last.labels[0] == "Di., 08.02.2028, 09:00–12:00 Uhr"

    await planner.says("26.3.27")

    assert "Freitag, 26. März 2027 (Karfreitag)" in planner.last.text

    await planner.says("25:00")

    assert "Diese Uhrzeit gibt es nicht.\nZum Beispiel: 9:15" in planner.last.text

    await planner.says("viertel zehn")
    await planner.taps(
        "09:15 Uhr" if "09:15 Uhr" in planner.last.labels else planner.last.labels[0]
    )
    await planner.says("9 Uhr")

    assert "Das Ende muss nach dem Beginn liegen.\nZum Beispiel: 12:45" in planner.last.text


async def test_a_holiday_is_said_beside_its_day_and_can_be_chosen(planner: Person) -> None:
    await up_to_the_date(planner)
    while not any("Karfreitag" in label for label in planner.last.labels):
        await planner.taps("Spätere Wochen")

    assert "Fr., 26.03. (Karfreitag)" in planner.last.labels

    await planner.taps("Fr., 26.03. (Karfreitag)")

    assert "Freitag, 26. März 2027 (Karfreitag)" in planner.last.text

    await planner.taps("Zurück")
    await planner.says("Sonntag, 28.2.27 10-12")

    assert "Sonntag, 28. Februar 2027, 10:00 bis 12:00 Uhr (Sonntag)" in planner.last.text


async def test_a_night_is_proposed_with_its_real_length(planner: Person) -> None:
    await up_to_the_date(planner)
    await planner.says("12.3.27 22 Uhr bis 13.3.27 2 Uhr")
    await planner.taps("UE")

    assert planner.last.labels[0] == "5 UE (aus der Dauer)"

    await planner.taps("Zurück")
    await planner.taps("Termin")
    await planner.says("12.3.27 9-9:30")
    await planner.taps("UE")

    assert not any("aus der Dauer" in label for label in planner.last.labels)
    assert "Keine UE" in planner.last.labels


async def test_a_topic_may_be_typed_whichever_page_it_stands_on(
    world: World, planner: Person
) -> None:
    await planner.says("/neu")
    await planner.says(TITLE)
    await planner.says("Gewalt")  # stands in the names of several

    assert "Das passt auf mehrere Einträge." in planner.last.text
    assert "Häusliche Gewalt und Partnerschaftsgewalt" in planner.last.labels

    await planner.says("Das Kind heißt so und so.")

    assert "110" in planner.messages[-2].text

    await planner.says("traumatisierung")

    assert "Traumatisierung und ihre Folgen" in planner.last.text
    assert "Um welches Thema geht es?" not in planner.last.text
