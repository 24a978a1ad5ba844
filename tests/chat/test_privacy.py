"""Privacy: the notice before consent, everything stored at once, and erasure without a trace."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from domain.network import Defaults, Network
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, Role, Topic
from standin.people.person import Person
from storage.tables import metadata
from tests.chat.conftest import World
from tests.chat.test_access import asks

BERLIN = ZoneInfo("Europe/Berlin")
NAME = "Änne Löschmich"


@pytest.fixture
async def training(world: World) -> Training:
    """Return a training with one seat, on Friday, 12 March 2027."""
    starts = datetime(2027, 3, 12, 9, 0, tzinfo=BERLIN)
    plan = Plan(
        title="Recht & <Datenschutz>",
        topic=Topic.DATA_PROTECTION,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.ONLINE,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=1,
        units=4,
        reminders=Defaults().reminders,
    )
    async with world.bot.database.transaction() as store:
        return await store.trainings.add(plan, "rkn-kaarst", None)


async def registers(person: Person, button: str = "Anmelden") -> None:
    await person.says("/termine")
    await person.taps("1. Recht & <Datenschutz>")
    await person.taps(button)


async def everything(world: World) -> str:
    """Return all rows of all tables as one text."""
    async with world.bot.database.engine.connect() as connection:
        rows = [
            (await connection.execute(sa.select(table))).all() for table in metadata.sorted_tables
        ]
    return repr(rows)


async def sealed(world: World) -> list[bytes]:
    """Return what is kept, encrypted, of all people: the keys of their chats, ids and names."""
    async with world.bot.database.engine.connect() as connection:
        person, address = metadata.tables["person"].c, metadata.tables["address"].c
        queries = (sa.select(address.key, address.sealed), sa.select(person.name))
        rows = [row for query in queries for row in await connection.execute(query)]
        return [value for row in rows for value in row if value]


@pytest.mark.parametrize("command", ["/datenschutz", "/privacy"])
async def test_anybody_can_read_the_whole_notice(
    world: World, outsider: Person, command: str
) -> None:
    await outsider.says(command)
    first, second = outsider.messages[-2:]

    assert "Geschäftsführung der Konferenz der Koordinierungsstellen" in first.text
    assert "kinderschutz@rhein-kreis-neuss.example" in first.text
    assert "30 Tage nach dem Abschluss" in first.text
    assert "www.ldi.nrw.de" in second.text
    assert "Keine Angaben zu Kindern" in second.text
    assert second.buttons == [["English"]]


class TestWhereTheFileNamesThem:
    """An officer and an authority of the network's own."""

    OFFICER, AUTHORITY = "Datenschutzstelle <des Kreises>, Postfach 1", "Aufsicht, Straße 2"

    @pytest.fixture
    def network(self, network: Network) -> Network:
        named = {
            "data_protection_officer": self.OFFICER,
            "supervisory_authority": self.AUTHORITY,
        }
        return replace(network, contact=replace(network.contact, **named))

    async def test_the_notice_names_officer_and_authority(
        self, world: World, outsider: Person
    ) -> None:
        await outsider.says("/datenschutz")
        first, second = outsider.messages[-2:]

        assert f"Datenschutzbeauftragte: {self.OFFICER}" in first.text
        assert "Kontakt, auch zu den" not in first.text
        assert f"Beschwerde\n{self.AUTHORITY}" in second.text
        assert "www.ldi.nrw.de" not in second.text


async def test_the_notice_can_be_read_before_consent(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    await anna.taps("Datenschutzhinweise lesen")

    assert anna.last.labels == ["Einverstanden", "Nicht einverstanden", "English"]

    await anna.taps("Einverstanden")

    assert "Sie gehören zu: Jugendamt der Stadt Kaarst" in anna.last.text


async def test_who_asks_for_access_can_read_it_too(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await outsider.opens()
    await outsider.taps("Zugang anfragen")
    await outsider.taps("Datenschutzhinweise lesen")
    await outsider.taps("Einverstanden")

    assert "Für welche Stelle sind Sie tätig?" in outsider.last.text


async def test_everything_stored_is_shown_at_once(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna, name=NAME)
    await anna.says("/themen")
    await anna.taps("Vernachlässigung")
    await registers(anna)
    await anna.says("/auskunft")
    about, registered, file = anna.messages[-3:]

    assert "Chat-Kennung: 101" in about.text
    assert f"Name: {NAME}" in about.text
    assert "Institution: Jugendamt der Stadt Kaarst" in about.text
    assert "Einwilligung: Fassung 1 vom 9. Februar 2027" in about.text
    assert "Themen: Vernachlässigung" in about.text
    assert "Von Ihnen" not in about.text
    assert "Recht & <Datenschutz>" in registered.text
    assert "Bestätigt" in registered.text
    assert file.document is not None
    assert file.document.name == "meine-daten.json"
    found = json.loads(file.document.content)

    assert found["person"]["chat_id"] == anna.id
    assert found["person"]["name"] == NAME
    assert found["addresses"] == [
        {
            "channel": "telegram",
            "address": str(anna.id),
            "confirmed_on": "2027-02-09",
            "unreachable_since": None,
        }
    ]
    assert found["topics"] == ["neglect"]
    assert [each["status"] for each in found["registrations"]] == ["confirmed"]
    assert {"confirmation", "reminder"} <= {each["kind"] for each in found["messages"]}


async def test_a_stranger_learns_that_nothing_is_stored(world: World, outsider: Person) -> None:
    for words in ("/auskunft", "/loeschen", "Stopp"):
        await outsider.says(words)

        assert outsider.last.text == "Über Sie ist hier nichts gespeichert."


async def test_after_midnight_it_is_the_day_of_the_network(world: World, anna: Person) -> None:
    await world.moves_to(datetime(2027, 3, 1, 0, 30, tzinfo=BERLIN))
    await world.joins(anna)
    await anna.says("/auskunft")

    document = anna.last.document
    assert document is not None
    member = json.loads(document.content)["person"]
    days = {member[name] for name in ("consented_on", "active_on", "confirmed_on")}
    assert (days, member["joined_in"]) == ({"2027-03-01"}, "2027-03")


@pytest.mark.differs  # what no other story asks of storage
async def test_who_waits_for_access_sees_the_request(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await asks(outsider)
    await outsider.says("/auskunft")
    assert outsider.last.document is not None
    found = json.loads(outsider.last.document.content)

    assert found["person"] is None
    assert found["access_request"]["chat_id"] == outsider.id


@pytest.mark.parametrize("words", ["/loeschen", "/stop", "Stopp", " stop! "])
async def test_erasure_asks_once_and_can_be_refused(
    world: World, anna: Person, training: Training, words: str
) -> None:
    await world.joins(anna)
    await registers(anna)
    await anna.says(words)

    assert "Sie verlieren dabei Ihre Anmeldung." in anna.last.text
    assert anna.last.styles[0] == ["danger"]

    await anna.taps("Nein, behalten")
    await anna.says("/meine")

    assert "Ihre Anmeldung" in anna.last.text


async def test_stop_is_heard_while_a_name_is_asked_for(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/name")
    await anna.says("Stopp")

    assert "Möchten Sie alle Ihre Daten löschen?" in anna.last.text


@pytest.mark.long
@pytest.mark.differs  # what is erased with a person
async def test_who_is_erased_makes_room(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    await registers(anna)
    await registers(bela, "Auf die Warteliste")
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")

    assert anna.last.text.startswith("Ihre Daten sind gelöscht.\n\nNachrichten, die älter als 48")
    assert "Anonyme Summen im Bericht bleiben erhalten." in anna.last.text
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await world.moves_to(datetime(2027, 3, 11, 8, 1, tzinfo=BERLIN))

    assert "Ihre Daten sind gelöscht." in anna.last.text
    assert bela.last.text.startswith("Erinnerung: morgen")


async def test_sums_stay(world: World, anna: Person, training: Training) -> None:
    await world.joins(anna)
    await registers(anna)
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")
    async with world.bot.database.reading() as store:
        tallies = await store.trainings.tallies(training.id)

    assert {kind.value: n for kind, n in tallies.items()} == {
        "registration-confirmed": 1,
        "registration-withdrawn": 1,
    }


async def test_the_bot_takes_its_messages_out_of_the_chat(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/hilfe")
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")

    assert len(anna.messages) == 1


async def test_a_second_tap_on_erase_changes_nothing(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/loeschen")
    world.telegram.settled = None
    await anna.taps("Ja, alles löschen")
    await anna.taps("Ja, alles löschen")
    await world.settled()

    assert anna.toast == "Über Sie ist hier nichts gespeichert."
    assert [message.text.splitlines()[0] for message in anna.messages] == [
        "Ihre Daten sind gelöscht."
    ]


@pytest.mark.differs  # what is erased with a person
async def test_nothing_of_an_erased_person_is_left(
    world: World, bela: Person, training: Training
) -> None:
    aenne = world.telegram.person(7_345_678_901, "Änne <&>")
    await world.joins(aenne, Role.COORDINATOR, name=NAME)
    await aenne.says("/themen")
    await aenne.taps("Vernachlässigung")
    await registers(aenne)
    await aenne.says("/name")
    secrets = await sealed(world)

    assert len(secrets) == 3
    assert "person" in await _unsealed(world, aenne)

    await aenne.says("/loeschen")
    await aenne.taps("Ja, alles löschen")
    await world.joins(bela)
    left = await everything(world)

    assert not [secret for secret in secrets if repr(secret)[2:-1] in left]
    assert NAME not in left
    assert str(aenne.id) not in left
    assert await _unsealed(world, aenne) == []


async def _unsealed(world: World, person: Person) -> list[str]:
    """Return the tables where something can be found or opened with our keys."""
    vault = world.bot.database.vault
    keys, number = vault.lookups(person.id), str(person.id)
    found = []
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in await connection.execute(sa.select(table)):
                values = [value for value in row if isinstance(value, bytes)]
                opened = [vault.open(v) for v in values if v.startswith(b"gAAAA")]
                if any(v in keys for v in values) or any(
                    number in text or NAME in text for text in opened
                ):
                    found.append(table.name)
    return found


async def test_not_a_byte_is_left_in_the_file(
    world: World, anna: Person, training: Training
) -> None:
    database = world.bot.database
    if database.file is None:
        pytest.skip("there is no file")
    await world.joins(anna, name=NAME)
    await registers(anna)
    secrets = await sealed(world)
    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")
    await world.moves(timedelta(hours=1))
    kept = b"".join(path.read_bytes() for path in database.file.parent.glob("netzbote.db*"))

    assert len(secrets) == 3
    assert not [secret for secret in [*secrets, NAME.encode()] if secret in kept]
