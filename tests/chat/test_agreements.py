"""Agreements: entered into the protocol by coordinators, read by members, replaced and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.app import Bot
from domain.agreements import Agreed, AgreementTitle, dropped
from domain.ledger.entries import LedgerKind
from domain.protocol_rows import procedure_agreed
from domain.vocabulary import Procedure, Role
from standin.people.person import Person
from storage.report.tables import agreement
from tests.chat.conftest import World
from tests.chat.stage import coordinates
from tests.chat.test_protocol import enters

DAY = date(2027, 2, 9)
TITLE = AgreementTitle("rueckmeldung-kkg", "Rückmeldung an Meldende nach § 4 KKG")


async def with_titles(world: World, *titles: AgreementTitle) -> None:
    """Let the bot begin anew with these titles in the network's file."""
    network = replace(world.bot.network, agreements=titles)
    world.bot = Bot(replace(world.bot.parts, network=network))
    await world.bot.initialize()


@pytest.fixture
async def reader(world: World, anna: Person) -> Person:
    return await world.joins(anna, office="rkn-neuss")


async def agrees(person: Person, title: str, *offices: str, replaces: str = "") -> None:
    """Let a coordinator enter an agreement of today."""
    await enters(person, "Absprache oder Produkt", "Di., 09.02.2027", title, *offices)
    if offices != ("Alle Jugendämter",):
        await person.taps("Weiter")
    if replaces:
        await person.taps(replaces)
    await person.taps("So eintragen")


async def test_members_read_what_is_agreed_by_whom_and_since_when(
    world: World, reader: Person, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await reader.says("/absprachen")

    assert "Es ist noch keine Absprache eingetragen." in reader.last.text

    await agrees(coordinator, "Meldeweg", "Kaarst", "Stadt Neuss")
    auditor = await world.joins(world.telegram.person(903, "Prüfung"), Role.AUDITOR)
    other = await coordinates(world, world.telegram.person(901, "Neuss"), "rkn-neuss")
    for person in (reader, coordinator, auditor, other):
        await person.says("/absprachen")

        assert person.last.text == (
            "Eine Absprache im Netzwerk\n\n1. Meldeweg\nJugendämter: Kaarst, Stadt Neuss\n"
            "In Kraft seit 9. Februar 2027."
        )

    await outsider.says("/absprachen")

    assert "geschlossen" in outsider.last.text
    assert "Meldeweg" not in outsider.reads()

    await reader.says("/protokoll")

    assert "Das können nur Koordinierende." in reader.last.text


async def test_one_takes_the_place_of_another_until_it_is_taken_back(
    world: World, reader: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await agrees(coordinator, "Meldeweg", "Alle Jugendämter")
    old = "Di., 09.02.2027: Meldeweg"
    await agrees(coordinator, "Leitfaden", "Alle Jugendämter", replaces=old)
    await reader.says("/absprachen")

    assert "1. Leitfaden\nAlle Jugendämter des Netzwerks\nIn Kraft seit" in reader.last.text
    assert "Seit 9. Februar 2027 ersetzt durch: Leitfaden" in reader.last.text

    await enters(coordinator, "Absprache oder Produkt", "Di., 09.02.2027", "Flyer")
    await coordinator.taps("Alle Jugendämter")

    assert old not in coordinator.last.labels

    await coordinator.says("/abbrechen")
    await enters(coordinator, "Eintrag berichtigen", "Di., 09.02.2027: Leitfaden")
    await coordinator.taps(coordinator.last.labels[0])
    await coordinator.taps("So eintragen")
    await reader.says("/absprachen")

    assert "Leitfaden" not in reader.last.text
    assert "1. Meldeweg\nAlle Jugendämter des Netzwerks\nIn Kraft seit" in reader.last.text


async def test_what_was_entered_before_stands_there_too(world: World, reader: Person) -> None:
    async with world.bot.database.transaction() as store:
        await store.ledger.add([procedure_agreed(DAY - timedelta(days=90), Procedure.FORM)])
    await reader.says("/absprachen")

    assert "1. Formular oder Bogen\nJugendämter: nicht angegeben" in reader.last.text


async def test_a_title_of_the_networks_file_keeps_the_label_of_its_first_use(
    world: World, reader: Person, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await with_titles(world, TITLE)
    await agrees(coordinator, TITLE.label, "Kaarst")
    async with world.bot.database.reading() as store:
        ((_, counted),) = await store.years.find(LedgerKind.PROCEDURE_AGREED, DAY, DAY)
        (made,) = await store.agreements.all()

    assert counted.detail == Procedure.PROCEDURE
    assert (made.title, made.label) == (TITLE.slug, TITLE.label)

    await with_titles(world, replace(TITLE, label="Anders genannt"))
    await agrees(coordinator, "Anders genannt", "Kaarst", replaces="Nein, keine")
    async with world.bot.database.reading() as store:
        assert {each.label for each in await store.agreements.all()} == {TITLE.label}

    await with_titles(world, replace(TITLE, label="Anders genannt", retired=True))
    await reader.says("/absprachen")

    assert TITLE.label in reader.last.text
    assert "Anders genannt" not in reader.last.text

    await enters(coordinator, "Absprache oder Produkt", "Di., 09.02.2027")

    assert "Anders genannt" not in coordinator.last.labels

    await with_titles(world)
    await reader.says("/absprachen")

    assert TITLE.label in reader.last.text
    assert dropped((), [made]) == [TITLE.slug]
    assert dropped([replace(TITLE, retired=True)], [made]) == []


async def test_sixty_cost_no_statement_more_and_are_all_there(world: World, reader: Person) -> None:
    async with world.bot.database.transaction() as store:
        days = [DAY - timedelta(days=n) for n in range(60)]
        await store.ledger.add([procedure_agreed(day, Procedure.FLYER) for day in days])
    await reader.says("/absprachen")
    n = reader.last.text.count("Flyer")

    assert "60 Absprachen im Netzwerk" in reader.last.text

    while "Weiter" in reader.last.labels:
        await reader.taps("Weiter")
        n += reader.last.text.count("Flyer")

    assert n == 60


@pytest.mark.differs  # what the database refuses
@pytest.mark.parametrize("title", ["Herr Müller", "a--b", "", "x" * 25, "1-2-3", "mia\0"])
async def test_the_database_takes_only_what_looks_like_a_slug(world: World, title: str) -> None:
    async with world.bot.database.transaction() as store:
        number = await store.ledger.write(procedure_agreed(DAY, Procedure.FORM))
    with pytest.raises(sa.exc.DBAPIError):
        async with world.bot.database.transaction() as store:
            await store.agreements.add(Agreed(number, DAY, title))


@pytest.mark.differs  # what the database refuses
async def test_what_was_agreed_is_final(world: World) -> None:
    async with world.bot.database.transaction() as store:
        number = await store.ledger.write(procedure_agreed(DAY, Procedure.FORM))
        await store.agreements.add(Agreed(number, DAY, "form"))
    for statement in (sa.update(agreement).values(title="flyer"), sa.delete(agreement)):
        with pytest.raises(sa.exc.DBAPIError, match="an agreement is final"):
            async with world.bot.database.engine.begin() as connection:
                await connection.execute(statement)


async def test_it_is_said_in_english_too(world: World, reader: Person, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await agrees(coordinator, "Meldeweg", "Alle Jugendämter")
    await reader.says("/sprache")
    await reader.taps("English")
    await reader.says("/agreements")

    assert "One agreement in the network\n\n1. Reporting path" in reader.last.text
    assert "In force since 9 February 2027." in reader.last.text


@pytest.mark.parametrize(
    ("wrong", "because"),
    [
        ({"slug": "form", "label": "Bogen"}, "closed list already"),
        ({"slug": "Bogen", "label": "Bogen"}, "slug"),
        ({"slug": "bogen", "label": " "}, "must not be empty"),
        ({"slug": "bogen", "label": "x" * 121}, "at most 120"),
    ],
)
def test_what_is_no_title_is_refused(wrong: dict[str, str], because: str) -> None:
    with pytest.raises(ValueError, match=because):
        AgreementTitle(wrong["slug"], wrong["label"])
