"""The parts of an assessment: chapter after chapter, hint by hint, each can be left out."""

from __future__ import annotations

from datetime import date

import pytest

from domain.assessment_parts import CHAPTERS, AssessedPart, SaidOfHint
from domain.deeds import Deed
from domain.ledger import sealing
from domain.vocabulary import Role
from standin.people.person import Person
from talk.assessment import ShowAssessment
from talk.assessment_parts import AssessChapters, AssessHint, DropPart
from tests.chat.conftest import World
from tests.chat.stage import coordinates, hand
from tests.chat.test_deeds import log
from tests.chat.test_safety import everything

WORDS = "Die Treffen waren gut besucht <und> kurz."
YEAR, HINT = 2026, "o1/topic/trauma"


async def parts(world: World) -> list[AssessedPart]:
    async with world.bot.database.reading() as store:
        return await store.assessments.parts(YEAR)


@pytest.fixture
async def writer(world: World, coordinator: Person) -> Person:
    """Return a coordinator who has the first chapter open."""
    await coordinates(world, coordinator)
    await hand(world, coordinator, "B", ShowAssessment(YEAR))
    await coordinator.taps("B")
    await coordinator.taps("Abschnitte einzeln bewerten")
    return coordinator


async def opens_hint(world: World, coordinator: Person) -> None:
    await hand(world, coordinator, "H", AssessHint(YEAR, 0, HINT))
    await coordinator.taps("H")


async def test_chapters_are_asked_for_one_after_the_other(world: World, writer: Person) -> None:
    assert "Höchstens 600 Zeichen" in writer.last.text

    await writer.says(WORDS)

    assert await parts(world) == []

    await writer.taps("So übernehmen")

    assert await parts(world) == [AssessedPart(CHAPTERS[0], None, WORDS)]

    for _ in CHAPTERS[1:]:
        await writer.taps("Auslassen")

    assert [(done.deed, done.n) for done in await log(world)] == [(Deed.ASSESSED, 1)]
    assert "Ein Abschnitt von 7 hat eigene Worte." in writer.last.text
    assert await parts(world) == [AssessedPart(CHAPTERS[0], None, WORDS)]


async def test_what_was_left_out_stays_as_it_was(world: World, writer: Person) -> None:
    await writer.says(WORDS)
    await writer.taps("So übernehmen")
    await writer.taps("Aufhören")
    await writer.taps("Abschnitte einzeln bewerten")

    assert f"Bisher: {WORDS}" in writer.last.text

    await writer.taps("Auslassen")

    assert [each.words for each in await parts(world)] == [WORDS]

    await hand(world, writer, "X", DropPart(YEAR, CHAPTERS[0]))
    await writer.taps("X")

    assert await parts(world) == []


@pytest.mark.parametrize(
    "text", ["x" * 601, "zu kurz", "Mia, geb. 2019, blaue Flecken", "Rückfragen: 02131 555 0199"]
)
async def test_what_does_not_belong_is_not_kept(world: World, writer: Person, text: str) -> None:
    await writer.says(text)

    assert "Höchstens 600 Zeichen" in writer.last.text
    assert text not in await everything(world)
    assert await parts(world) == []


async def test_the_longest_part_is_kept_whole(world: World, writer: Person) -> None:
    await writer.says("Wort " * 119 + "Ende.")
    await writer.taps("So übernehmen")

    assert [len(each.words) for each in await parts(world)] == [600]


async def test_what_looks_like_a_name_must_be_looked_at(world: World, writer: Person) -> None:
    await writer.says("Wir danken Frau Beispiel für die Treffen.")

    assert "Das sieht nach Personen aus: Frau Beispiel" in writer.last.text


async def test_a_hint_applies_without_a_text(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await opens_hint(world, coordinator)

    assert "Lange Warteliste: Traumatisierung" in coordinator.last.text

    await coordinator.taps("Trifft zu")
    await coordinator.taps("Ohne Text weiter")

    assert await parts(world) == [AssessedPart(HINT, SaidOfHint.APPLIES)]


async def test_that_it_is_different_has_a_reason(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await opens_hint(world, coordinator)
    await coordinator.taps("Anders, weil …")

    assert "Ohne Text weiter" not in coordinator.last.labels

    await coordinator.says(WORDS)
    await coordinator.taps("So übernehmen")

    assert await parts(world) == [AssessedPart(HINT, SaidOfHint.DIFFERS, WORDS)]


async def test_the_last_verdict_takes_the_place_of_the_first(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    for verdict in ("Trifft zu", "Teilweise"):
        await opens_hint(world, coordinator)
        await coordinator.taps(verdict)
        await coordinator.taps("Ohne Text weiter")

    assert await parts(world) == [AssessedPart(HINT, SaidOfHint.PARTLY)]


async def test_nothing_is_said_of_a_sealed_year(world: World, writer: Person) -> None:
    await writer.says(WORDS)
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, YEAR, date(2027, 2, 9))
    await writer.taps("So übernehmen")

    assert await parts(world) == []


@pytest.mark.long
async def test_only_coordinators_say_something(
    world: World, anna: Person, bela: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await outsider.opens()
    for person in (anna, bela, outsider):
        for action in (AssessChapters(YEAR, 0), AssessHint(YEAR, 0, HINT), DropPart(YEAR, HINT)):
            await hand(world, person, "X", action)
            await person.taps("X")
        await person.says(WORDS)

    assert await parts(world) == []


async def test_words_lie_sealed_and_nobody_with_them(world: World, writer: Person) -> None:
    from storage.report.tables import assessment_part

    await writer.says(WORDS)
    await writer.taps("So übernehmen")
    async with world.bot.database.engine.connect() as connection:
        rows = (await connection.execute(assessment_part.select())).all()

    assert len(rows) == 1
    assert "Treffen" not in repr(rows)
    assert {each.name for each in assessment_part.columns} == {
        "id", "network", "year", "part", "verdict", "words",
    }  # fmt: skip
