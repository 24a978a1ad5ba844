"""The coordinators' own assessment: typed, confirmed, in every form of the report, by nobody."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest

from domain.vocabulary import Role
from standin.people.person import Person
from talk.assessment import ShowAssessment, WriteAssessment
from tests.chat.conftest import World
from tests.chat.stage import coordinates, hand
from tests.chat.test_report import a_year
from tests.chat.test_safety import everything

WORDS = "Die Zusammenarbeit mit den Schulen <gut> & eng.\n\nFür 2028 fehlt ein Angebot."
KEPT = "Die Zusammenarbeit mit den Schulen"


async def writes(coordinator: Person, text: str) -> None:
    await coordinator.taps("Fachliche Bewertung")
    await coordinator.taps("Bewertung schreiben")
    await coordinator.says(text)


async def kept(world: World) -> str | None:
    async with world.bot.database.reading() as store:
        return await store.reports.assessment(2027)


@pytest.fixture
async def reader(world: World, coordinator: Person) -> Person:
    """Return a coordinator who has the figures of 2027 open."""
    await coordinates(world, coordinator)
    await coordinator.says("/bericht 2027")
    return coordinator


async def test_it_is_kept_only_after_it_was_confirmed(world: World, reader: Person) -> None:
    await reader.taps("Fachliche Bewertung")
    await reader.taps("Bewertung schreiben")

    assert "2.000 Zeichen" in reader.last.text
    assert "kein Wort über ein Kind, eine Familie oder eine einzelne Person" in reader.last.text

    await reader.says(WORDS)

    assert reader.last.text.startswith("Fachliche Bewertung 2027: bitte prüfen\n\nDie Zusammen")
    assert WORDS in reader.last.text
    assert await kept(world) is None

    await reader.taps("So übernehmen")

    assert reader.toast == "Die Bewertung ist gespeichert."
    assert await kept(world) == WORDS
    assert KEPT not in await plainly(world)


async def plainly(world: World) -> str:
    """Return all rows as they lie in the database."""
    from storage.tables import metadata

    async with world.bot.database.engine.connect() as connection:
        found = [(await connection.execute(t.select())).all() for t in metadata.sorted_tables]
    return repr(found)


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_it_can_be_discarded_replaced_and_removed(world: World, reader: Person) -> None:
    await writes(reader, WORDS)
    await reader.taps("Verwerfen")

    assert await kept(world) is None
    assert KEPT not in await everything(world)

    await reader.taps("Bewertung schreiben")
    await reader.says(WORDS)
    await reader.taps("So übernehmen")
    await reader.taps("Neu schreiben")
    await reader.says("Ein ganz anderer Text für dieses Jahr.")

    assert "Die bisherige Bewertung wird damit ersetzt." in reader.last.text
    assert await kept(world) == WORDS

    await reader.taps("So übernehmen")

    assert await kept(world) == "Ein ganz anderer Text für dieses Jahr."

    await reader.taps("Bewertung entfernen")

    assert await kept(world) is not None

    await reader.taps("Nein, behalten")
    await reader.taps("Bewertung entfernen")
    await reader.taps("Ja, entfernen")

    assert await kept(world) is None


async def test_the_longest_text_is_kept_whole(world: World, reader: Person) -> None:
    text = "Wort für Wort: " + "ä" * 1975 + " Ende 1234"
    await writes(reader, text)
    await reader.taps("So übernehmen")

    assert len(text) == 2000
    assert await kept(world) == text


async def test_a_second_text_takes_the_place_of_the_first(world: World, reader: Person) -> None:
    await writes(reader, WORDS)
    await reader.says("Der zweite Versuch ist der richtige.")
    first = next(m for m in reader.messages if WORDS in m.text)
    await reader.presses(first.message_id, 0, 0)

    assert reader.toast == "Diese Auswahl ist nicht mehr aktuell."
    assert await kept(world) is None

    await reader.taps("So übernehmen")

    assert await kept(world) == "Der zweite Versuch ist der richtige."


@pytest.mark.parametrize(
    "text",
    ["Mia, geb. 2019, blaue Flecken", "Rückfragen zu Mia: 02131 555 0199", "zu kurz", "x" * 2001],
)
async def test_what_does_not_belong_is_neither_kept_nor_left_standing(
    world: World, reader: Person, text: str
) -> None:
    await writes(reader, text)

    assert "Bitte schreiben Sie noch einmal" in reader.last.text
    assert text not in await everything(world)
    assert all(post.by_bot or text not in post.text for post in reader.chat.shown())

    await reader.says(WORDS)
    await reader.taps("So übernehmen")

    assert await kept(world) == WORDS


async def test_what_looks_like_a_name_must_be_looked_at(world: World, reader: Person) -> None:
    await writes(reader, "Wir danken Frau Beispiel für die gute Zusammenarbeit.")

    assert "Das sieht nach Personen aus: Frau Beispiel" in reader.last.text


async def test_a_text_long_after_the_question_is_none(world: World, reader: Person) -> None:
    await reader.taps("Fachliche Bewertung")
    await reader.taps("Bewertung schreiben")
    world.clock.move(timedelta(hours=2))
    await reader.says(WORDS)

    assert "Bei akuter Gefahr" in reader.last.text
    assert KEPT not in await everything(world)


@pytest.mark.long
async def test_only_coordinators_assess(
    world: World, anna: Person, bela: Person, outsider: Person, reader: Person
) -> None:
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await outsider.opens()
    for person in (anna, bela, outsider):
        for label, action in (("S", ShowAssessment(2027)), ("W", WriteAssessment(2027))):
            await hand(world, person, label, action)
            await person.taps(label)
        await person.says(WORDS)

        assert "Bei akuter Gefahr" in person.last.text

    assert await kept(world) is None


async def test_nobody_is_kept_with_it(world: World, reader: Person) -> None:
    await writes(reader, WORDS)
    await reader.taps("So übernehmen")
    await reader.says("/loeschen")
    await reader.taps("Ja, alles löschen")

    assert await kept(world) == WORDS

    columns = {"network", "year", "words"}
    from storage.report.tables import assessment

    assert {column.name for column in assessment.columns} == columns


@pytest.mark.wide
async def test_it_stands_in_every_form_of_the_report(world: World, coordinator: Person) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    await writes(coordinator, WORDS)
    await coordinator.taps("So übernehmen")
    await coordinator.taps("Zurück zu den Zahlen 2027")
    await coordinator.taps("Bericht 2027 als Dateien")
    found = {
        m.document.name.rpartition(".")[2]: m.document.content
        for m in coordinator.messages
        if m.document
    }

    for form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(found[form])) as archive:
            inside = b"".join(archive.read(name) for name in archive.namelist())

        assert "Schulen &lt;gut&gt; &amp; eng." in inside.decode("utf-8", "ignore"), form
    assert "Schulen &lt;gut&gt; &amp; eng." in found["html"].decode()
    assert "Schulen <gut> & eng." in found["csv"].decode()
    assert b"%PDF" in found["pdf"][:8]
