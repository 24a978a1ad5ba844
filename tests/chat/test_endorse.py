"""Each coordination office agrees to the report or has a remark, before its year is sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.commands import ledger
from domain.assessment_parts import AssessedPart, say
from domain.disclosure.cells import Publication
from domain.endorse import Endorsed, Endorsement
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.problem import Problem
from domain.report_order import hand_out
from domain.vocabulary import Role
from standin.people.person import Person
from talk.endorse import AskRemark, Endorse, ShowEndorsing
from tests.chat.conftest import World
from tests.chat.stage import coordinates, hand

YEAR, TODAY = 2026, date(2027, 2, 9)


async def handed_out(world: World, on: date = TODAY) -> None:
    async with world.bot.database.transaction() as store:
        await hand_out(store.years, YEAR, on, Publication({}, {}, hints=()))


async def answers(world: World) -> list[Endorsement]:
    """Return the answers, without what they were given to."""
    async with world.bot.database.reading() as store:
        return [replace(each, seen="") for each in await store.endorsements.of(YEAR)]


async def opens(world: World, person: Person) -> None:
    await hand(world, person, "A", ShowEndorsing(YEAR))
    await person.taps("A")


async def test_an_office_agrees_after_a_remark(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await handed_out(world)
    await opens(world, coordinator)

    assert "Ohne Antwort: Rhein-Kreis Neuss" in coordinator.last.text
    assert coordinator.last.labels[:3] == ["Bericht lesen", "Zustimmen", "Anmerkung"]

    await coordinator.taps("Anmerkung")
    await coordinator.taps("Eine Zahl stimmt nicht")

    assert "Mit Anmerkung: Kaarst (Eine Zahl stimmt nicht)." in coordinator.last.text

    await coordinator.taps("Zustimmen")

    assert coordinator.toast == "Ihre Antwort ist festgehalten."
    assert "zugestimmt: Kaarst." in coordinator.last.text
    assert await answers(world) == [
        Endorsement("rkn-kaarst", TODAY, Endorsed.FIGURE),
        Endorsement("rkn-kaarst", TODAY, Endorsed.AGREES),
    ]


async def test_who_agreed_before_a_change_is_told_so_and_agrees_anew(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await handed_out(world)
    await opens(world, coordinator)
    await coordinator.taps("Zustimmen")

    assert "zugestimmt: Kaarst." in coordinator.last.text

    async with world.bot.database.transaction() as store:
        await say(store.assessments, YEAR, AssessedPart("trainings", None, "So war das Jahr."))
    await opens(world, coordinator)

    assert "Vor der letzten Änderung des Berichts zugestimmt: Kaarst (am 9. Februar 2027)." in (
        coordinator.last.text
    )
    assert "haben die Koordinierungsstellen zugestimmt" not in coordinator.last.text

    await coordinator.taps("Zustimmen")

    assert "Dem Bericht haben die Koordinierungsstellen zugestimmt: Kaarst." in (
        coordinator.last.text
    )
    assert "Vor der letzten" not in coordinator.last.text


@pytest.mark.parametrize(("year", "said"), [(2026, "noch keinen Bericht"), (2027, "nicht vorbei")])
async def test_without_a_report_there_is_nothing_to_agree_to(
    world: World, coordinator: Person, year: int, said: str
) -> None:
    await coordinates(world, coordinator)
    for action in (ShowEndorsing(year), AskRemark(year), Endorse(year, Endorsed.AGREES)):
        await hand(world, coordinator, "X", action)
        await coordinator.taps("X")

        assert said in coordinator.toast

    assert await answers(world) == []


async def test_a_sealed_year_is_answered_no_more(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await handed_out(world)
    async with world.bot.database.transaction() as store:
        await sealing.seal(store, world.bot.network, YEAR, TODAY)
    await hand(world, coordinator, "X", Endorse(YEAR, Endorsed.AGREES))
    await coordinator.taps("X")

    assert "versiegelt" in coordinator.toast
    assert await answers(world) == []

    await opens(world, coordinator)

    assert "ohne die Zustimmung aller versiegelt" in coordinator.last.text
    assert "Zustimmen" not in coordinator.last.labels


@pytest.mark.long
async def test_who_is_no_coordinator_of_an_office_cannot(
    world: World, anna: Person, bela: Person, outsider: Person, coordinator: Person
) -> None:
    await handed_out(world)
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await outsider.opens()
    await coordinates(world, coordinator, "county-wide")
    for person in (anna, bela, outsider, coordinator):
        for action in (AskRemark(YEAR), Endorse(YEAR, Endorsed.AGREES)):
            await hand(world, person, "X", action)
            await person.taps("X")

    assert "nur Koordinierungsstellen" in coordinator.toast
    assert await answers(world) == []


async def test_a_year_waits_for_all_offices_until_the_term_is_over(
    world: World, coordinator: Person
) -> None:
    database, network = world.bot.database, world.bot.network
    await handed_out(world)
    async with database.transaction() as store:
        for office in network.offices[1:]:
            said = Endorsement(office.slug, TODAY, Endorsed.AGREES)
            await store.endorsements.add(YEAR, said)
    for day in (TODAY, date(2027, 3, 22)):
        with pytest.raises(Problem, match=r"Rhein-Kreis Neuss; from 2027-03-23 on"):
            await ledger.seal(database, network, YEAR, day)
    made, _ = await ledger.seal(database, network, YEAR, date(2027, 3, 23))

    assert made.year == YEAR


async def test_a_year_waits_for_who_agreed_to_what_has_changed_since(world: World) -> None:
    database, network = world.bot.database, world.bot.network
    await handed_out(world)
    async with database.transaction() as store:
        seen = await sealing.contents(store, network, YEAR)
        for office in network.offices:
            said = Endorsement(office.slug, TODAY, Endorsed.AGREES, seen)
            await store.endorsements.add(YEAR, said)
        await store.ledger.write(Entry(date(YEAR, 5, 4), LedgerKind.ADVICE_TOTAL, 7))
    with pytest.raises(
        Problem,
        match=r"as it is now, was not agreed to by Rhein-Kreis Neuss, .*; from 2027-03-23 on",
    ):
        await ledger.seal(database, network, YEAR, TODAY)
    made, _ = await ledger.seal(database, network, YEAR, date(2027, 3, 23))

    assert made.year == YEAR


async def test_once_all_agree_a_year_can_be_sealed(world: World) -> None:
    database, network = world.bot.database, world.bot.network
    await handed_out(world)
    async with database.transaction() as store:
        for office in network.offices:
            said = Endorsement(office.slug, TODAY, Endorsed.AGREES)
            await store.endorsements.add(YEAR, said)
    made, _ = await ledger.seal(database, network, YEAR, TODAY)

    assert made.year == YEAR
