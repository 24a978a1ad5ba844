"""Drafts of an office, and trainings that are held again."""

from __future__ import annotations

import pytest

from domain.training import Training
from domain.vocabulary import EventStatus, Role
from standin.people.person import Person
from talk.action import Action
from talk.manage import AskCancel, ManageDrafts, ManagePast
from talk.plan_again import AskDropDraft, DropDraft, FinishDraft, Repeat
from tests.chat.budget import assert_statements
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned
from tests.chat.test_plan import up_to_the_date


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Person:
    return await coordinates(world, coordinator)


@pytest.fixture
async def colleague(world: World) -> Person:
    return await coordinates(world, world.telegram.person(903, "Kaarst"))


@pytest.fixture
async def neuss(world: World) -> Person:
    return await coordinates(world, world.telegram.person(904, "Neuss"), "rkn-neuss")


async def training(world: World, number: int = 1) -> Training:
    async with world.bot.database.reading() as store:
        found = await store.trainings.get(number)
    assert found is not None
    return found


async def keeps(person: Person) -> None:
    await up_to_the_date(person)
    await person.says("12.3.27 9-12:30")
    await person.taps("Als Entwurf behalten")


async def seated(world: World, person: Person) -> Person:
    await world.joins(person)
    await person.says("/termine")
    await person.taps(person.last.labels[0])
    await person.taps("Anmelden")
    return person


async def changes(planner: Person, part: str) -> None:
    await planner.says("/verwalten")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Ändern")
    await planner.taps(part)


@pytest.mark.long
async def test_a_colleague_finishes_a_draft(
    world: World, planner: Person, colleague: Person, neuss: Person, anna: Person
) -> None:
    await keeps(planner)

    assert planner.last.text.startswith("Als Entwurf behalten.")

    await world.joins(anna)
    await anna.says("/termine")

    assert "Zurzeit ist nichts im Angebot." in anna.last.text

    await neuss.says("/verwalten")
    await neuss.taps("Entwürfe")

    assert neuss.last.text == "Ihre Stelle hat zurzeit keine Entwürfe."

    await colleague.says("/verwalten")

    assert "Ihre Stelle hat zurzeit keine Fortbildungen." in colleague.last.text

    await colleague.taps("Entwürfe")
    await colleague.taps(colleague.last.labels[0])

    assert "Nur die Koordinierenden Ihrer Stelle sehen ihn." in colleague.last.text

    await colleague.taps("Weiter bearbeiten")

    assert "Ort: " in colleague.last.text
    assert "Zugang: " not in colleague.last.text  # nobody needs one in a room

    await colleague.taps("Plätze")
    await colleague.says("33")
    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Weiter bearbeiten")
    await colleague.taps("Nur veröffentlichen")

    assert (await training(world)).plan.seats == 33
    assert (await training(world)).status is EventStatus.PUBLISHED

    await planner.taps("Nur veröffentlichen")

    assert planner.toast == "Diesen Entwurf hat schon jemand veröffentlicht."
    assert (await training(world)).plan.seats == 33


@pytest.mark.long
async def test_a_draft_is_kept_once_more_or_discarded(world: World, planner: Person) -> None:
    await keeps(planner)
    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Weiter bearbeiten")
    await planner.taps("Titel")
    await planner.says("Ein anderer Titel")
    await planner.taps("Als Entwurf behalten")

    assert (await training(world)).title == "Ein anderer Titel"

    await planner.taps("Entwürfe")
    await planner.taps(planner.last.labels[0])
    await planner.taps("Entwurf verwerfen")
    await planner.taps("Ja, verwerfen")
    async with world.bot.database.reading() as store:
        gone = await store.trainings.get(1)

    assert gone is None
    assert planner.last.text.startswith("Verworfen.")


@pytest.mark.long
async def test_nobody_else_reaches_a_draft_or_what_is_over(
    world: World, planner: Person, neuss: Person, anna: Person, outsider: Person
) -> None:
    await keeps(planner)
    await world.joins(anna, Role.SPECIALIST)
    await outsider.says("/start")
    doors: list[Action] = [FinishDraft(1), AskDropDraft(1), DropDraft(1), Repeat(1), AskCancel(1)]
    for person in (neuss, anna, outsider):
        for door in doors if person is neuss else [*doors, ManageDrafts(0), ManagePast(0)]:
            before = len(person.messages)
            await hand(world, person, "Drücken", door)
            await person.taps("Drücken")

            assert all("Gespräche" not in each.text for each in person.messages[before:])
    assert (await training(world)).status is EventStatus.DRAFT


@pytest.mark.long
@pytest.mark.differs  # how many statements it takes
async def test_the_lists_take_no_more_for_sixty_trainings(world: World, planner: Person) -> None:
    for n in range(60):
        await planned(
            world, plan(STARTS.replace(year=2026, month=1 + n % 12), title=f"{TITLE} {n}")
        )
    await planner.says("/verwalten")
    with assert_statements(world.bot.database, 4):
        await planner.taps("Vergangene")
    with assert_statements(world.bot.database, 4):
        await planner.taps("Entwürfe")
