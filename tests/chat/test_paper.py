"""What is printed: lists for the door, a flyer, certificates, and the check of one of these."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import openpyxl
import pikepdf
import pytest
import sqlalchemy as sa

from domain.feedback import Answers, FeedbackItem
from domain.paper import Paper
from domain.training import Training
from domain.vocabulary import DeliveryMode
from standin.people.person import Person
from storage.tables import delivery
from talk.paper import AskCertificate, Papers, Print
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.report.test_pdf import leaves_of

DESCRIPTION = "Wie ein Gespräch gelingt."
AFTER = STARTS + timedelta(hours=4)


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world, plan(description=DESCRIPTION, speakers="Fachstelle <Ä>"))


async def registers(world: World, person: Person, office: str, name: str | None = None) -> None:
    await world.joins(person, office=office, name=name)
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")
    await person.taps("Anmelden")


async def prints(coordinator: Person, label: str, *, over: bool = False) -> None:
    await coordinator.says("/verwalten")
    if over:
        await coordinator.taps("Vergangene")
    await coordinator.taps(f"1. {TITLE}")
    await coordinator.taps("Drucken")
    await coordinator.taps(label)


def file(person: Person, name: str) -> bytes:
    assert person.last.document is not None, person.last.text
    assert person.last.document.name == name
    return person.last.document.content


def words(content: bytes) -> str:
    """Return what is written, whichever words the fonts of this machine let be parted."""
    return " ".join(" ".join(leaves_of(content)).split()).replace("\xad ", "")


def is_for_everybody(content: bytes, title: str) -> None:
    """Tagged, titled, in German, and said to be so (PDF/UA-1)."""
    with pikepdf.open(io.BytesIO(content)) as opened, opened.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"
        assert facts["dc:title"] == title
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "de"


def code_in(text: str) -> str:
    found = re.search(r"Prüfcode: ([0-9A-Z-]+)", text)
    assert found is not None
    return found[1]


@pytest.mark.long
async def test_the_list_for_the_door_has_codes_and_names_that_were_given(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, "rkn-neuss", "Anna Ölßen")
    await registers(world, bela, "rkn-kaarst")
    await coordinates(world, coordinator)
    async with world.bot.database.transaction() as store:
        await store.seating.set_block(training.id, ("rkn-kreis", "police"), 2)
    await prints(coordinator, "Liste für die Tür")

    content = file(coordinator, "teilnahmeliste.pdf")
    is_for_everybody(content, f"Teilnahmeliste: {TITLE}")
    text = words(content)
    assert "01 Anna Ölßen Jugendamt der Stadt Neuss" in text
    assert "02 Jugendamt der Stadt Kaarst" in text
    assert text.count("Sammelplatz") == 2
    assert "Nur für den Dienstgebrauch · Stand" in text
    assert "vernichten" in coordinator.last.text

    await prints(coordinator, "Liste als Tabelle")
    book = openpyxl.load_workbook(io.BytesIO(file(coordinator, "teilnahmeliste.xlsx")))
    rows = [[cell or "" for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert ["01", "Anna Ölßen", "Jugendamt der Stadt Neuss", ""] in rows


@pytest.mark.long
async def test_nothing_of_it_is_left_in_the_outbox(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, "rkn-neuss", "Anna Ölßen")
    await coordinates(world, coordinator)
    await prints(coordinator, "Liste für die Tür")

    async with world.bot.database.reading() as store:
        kept = await store.gates._all(sa.select(delivery.c.payload, delivery.c.facts))
    assert [row.payload for row in kept if row.payload] == []
    assert "Anna" not in str([row.facts for row in kept])


async def test_a_flyer_says_what_it_is_and_leads_to_the_card(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await prints(coordinator, "Aushang")

    content = file(coordinator, "aushang.pdf")
    is_for_everybody(content, TITLE)
    text = words(content)
    for said in (DESCRIPTION, "Fachstelle <Ä>", "Rathaus Büttgen, Saal 2", "Anmeldeschluss"):
        assert said in text
    payload = re.search(r"start=(t-[0-9a-f-]{36})", text.replace(" ", ""))
    assert payload is not None

    await world.joins(anna)
    await anna.opens(payload[1])
    assert TITLE in anna.last.text


@pytest.mark.long
async def test_a_certificate_proves_what_it_says_and_keeps_no_name(
    world: World, anna: Person, coordinator: Person, bela: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await hand(world, coordinator, "Einzeln", AskCertificate(training.id))
    await coordinator.taps("Einzeln")
    assert "nach dem Ende" in coordinator.toast

    await world.moves_to(AFTER)
    await prints(coordinator, "Einzelne Bescheinigung")
    await coordinator.says("A")
    assert "Name" in coordinator.last.text
    await coordinator.says("Anna Ölßen")
    await coordinator.taps("4 UE")

    content = file(coordinator, "bescheinigung.pdf")
    is_for_everybody(content, f"Teilnahmebescheinigung: {TITLE}")
    text = words(content)
    assert "Anna Ölßen hat teilgenommen an:" in text
    assert "4 Unterrichtseinheiten zu 45 Minuten" in text
    code = code_in(text)

    await bela.says(f"/pruefen {code}")
    assert "echt" in bela.last.text
    assert "12. März 2027" in bela.last.text
    assert "Anna" not in bela.last.text
    for bad in (code[:5] + ("A" if code[5] != "A" else "B") + code[6:], code[:-5]):
        await bela.says(f"/pruefen {bad}")
        assert "gehört zu keiner" in bela.last.text, bad
    await bela.says("/pruefen")
    assert "hinter den Befehl" in bela.last.text


@pytest.mark.long
async def test_without_a_name_there_is_a_line_and_for_all_there_is_a_page_each(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await registers(world, anna, "rkn-neuss", "Anna Ölßen")
    await registers(world, bela, "rkn-kaarst")
    await coordinates(world, coordinator)
    await world.moves_to(AFTER)
    await prints(coordinator, "Einzelne Bescheinigung")
    await coordinator.taps("Ohne Namen, mit Zeile")
    await coordinator.taps("4 UE")
    assert "Vorname und Name" in words(file(coordinator, "bescheinigung.pdf"))

    await prints(coordinator, "Bescheinigungen für alle")
    pages = leaves_of(file(coordinator, "bescheinigungen.pdf"))
    assert len(pages) == 2
    assert "Anna Ölßen" in pages[0]
    assert "Vorname und Name" in pages[1]
    assert "2 Bescheinigungen" in coordinator.last.text


@pytest.mark.parametrize(("n", "told"), [(9, False), (10, True)])
async def test_speakers_see_means_from_ten_answers_on(
    world: World, coordinator: Person, training: Training, n: int, told: bool
) -> None:
    await coordinates(world, coordinator)
    await world.moves_to(AFTER)
    answers = [
        Answers(training.id, FeedbackItem.FORM, 0, n),
        Answers(training.id, FeedbackItem.USEFUL, 5, n - 1),
        Answers(training.id, FeedbackItem.USEFUL, 2, 1),
    ]
    async with world.bot.database.transaction() as store:
        await store.exchange.answer(answers)
    await prints(coordinator, "Blatt für Referierende")

    if not told:
        assert coordinator.last.document is None
        assert "weniger als zehn" in coordinator.toast
        return
    text = words(file(coordinator, "rueckmeldung.pdf"))
    assert "4,7" in text
    assert text.count("zu wenige Antworten") == 4
    assert "10" not in text.replace("zehn", "")
    assert "Intern" in text


@pytest.mark.long
async def test_others_cannot_print(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    await registers(world, anna, "rkn-neuss", "Anna Ölßen")
    await coordinates(world, bela, "rkn-neuss")
    for person in (anna, bela):
        for action in (Papers(training.id), *(Print(training.id, each) for each in Paper)):
            await hand(world, person, "Drucken!", action)
            await person.taps("Drucken!")
            assert person.toast or person.last.text != "Bitte wählen:", action
            assert [m for m in person.messages if m.document and ".pdf" in m.document.name] == []


async def test_what_fits_comes_as_a_programme_and_for_the_calendar(
    world: World, anna: Person, training: Training
) -> None:
    online = plan(STARTS + timedelta(days=7), title="Daheim", mode=DeliveryMode.ONLINE, place="")
    await planned(world, online)
    await world.joins(anna)
    await anna.says("/termine")
    await anna.taps("Filtern")
    await anna.taps("Als Programm (PDF und Kalender)")
    sheet, calendar = (m.document for m in anna.messages[-2:])

    assert sheet is not None
    assert calendar is not None
    text = words(sheet.content)
    assert sheet.name == "programm.pdf"
    assert text.index(TITLE) < text.index("Daheim")
    assert calendar.name == "programm.ics"
    assert calendar.content.count(b"BEGIN:VEVENT") == 2
    assert training.uid.encode() in calendar.content
    is_for_everybody(sheet.content, f"Fortbildungen: {world.bot.network.name}")
