"""How much pressing and writing a training takes: counted, and never more than said here."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from domain.close_late import Due, due
from domain.vocabulary import Topic
from standin.people.person import Person
from talk.plan_words import TOPIC_GROUPS
from tests.chat.conftest import START, World
from tests.chat.stage import STARTS, TITLE, coordinates, plan, planned
from tests.chat.test_plan import up_to_the_date
from texts.catalogue import Texts


@dataclass
class Counted:
    """Somebody whose taps and texts are counted; commands are written once and count as none."""

    person: Person
    taps: int = 0
    texts: int = 0

    async def tap(self, *labels: str) -> None:
        for label in labels:
            await self.person.taps(label)
            self.taps += 1

    async def write(self, text: str) -> None:
        await self.person.says(text)
        self.texts += 1


@pytest.fixture
async def planner(world: World, coordinator: Person) -> Counted:
    return Counted(await coordinates(world, coordinator))


def test_each_topic_stands_in_one_group_of_at_most_eight() -> None:
    every = [topic for group in TOPIC_GROUPS.values() for topic in group]

    assert sorted(every) == sorted(Topic)
    assert max(len(group) for group in TOPIC_GROUPS.values()) <= 8


@pytest.mark.parametrize("topic", [next(iter(Topic)), [*Topic][-1], Topic.TRAUMA])
async def test_a_training_is_created_and_announced_in_seven_taps_and_three_texts(
    world: World, planner: Counted, topic: Topic
) -> None:
    texts = Texts()
    group = next(name for name, topics in TOPIC_GROUPS.items() if topic in topics)
    await planner.person.says("/menue")
    await planner.tap("Fortbildung anlegen")
    await planner.write(TITLE)
    await planner.tap(texts.label("topic-group", group), texts.label("topic", topic), "Seminar")
    await planner.write("Rathaus, Saal 2")
    await planner.write("12.3.27 9-12:30")
    await planner.tap("Veröffentlichen und ankündigen", "Alle im Netzwerk", "Jetzt senden")

    assert (planner.taps, planner.texts) == (7, 3)
    async with world.bot.database.reading() as store:
        (on_offer,) = await store.trainings.offered(START)
        training = await store.trainings.get(on_offer.id)
    assert training is not None

    assert (training.plan.topic, training.plan.seats, training.plan.units) == (topic, 20, 4)


async def test_online_takes_an_address_in_place_of_a_place(world: World, planner: Counted) -> None:
    await planner.person.says("/neu")
    await planner.write(TITLE)
    await planner.tap("Zusammenarbeit und Praxis", "Sonstiges", "Fachtag")
    await planner.write("https://konferenz.example/raum")
    await planner.write("12.3.27 9-12:30")

    assert "Durchführung: Online" in planner.person.last.text
    assert "Zugang: https://konferenz.example/raum" in planner.person.last.text

    await planner.tap("Nur veröffentlichen")

    assert (planner.taps, planner.texts) == (4, 3)


async def test_last_years_training_takes_three_taps_and_one_text(
    world: World, planner: Counted
) -> None:
    about = "Mit Übungen."
    await planned(world, plan(STARTS.replace(year=2026), description=about, speakers="Sonne"))
    async with world.bot.database.transaction() as store:
        found = await store.trainings.overview(1)
        assert found is not None
        await store.trainings.forget_words(_long_ago(world))
    await planner.person.says("/verwalten")
    await planner.tap("Vergangene", "1. noch einmal")

    assert "An welchem Tag?" in planner.person.last.text

    await planner.write("12.3.27 9-12:30")

    assert about not in planner.person.last.text

    await planner.tap("Nur veröffentlichen")

    assert (planner.taps, planner.texts) == (3, 1)
    async with world.bot.database.reading() as store:
        (on_offer,) = await store.trainings.offered(START)
        training = await store.trainings.get(on_offer.id)
    assert training is not None

    assert (training.title, training.plan.place) == (TITLE, "Rathaus Büttgen, Saal 2")
    assert (training.plan.description, training.plan.speakers) == ("", "")


def _long_ago(world: World) -> Due:
    return due(world.bot.network.retention, world.clock.now())


async def test_the_way_back_from_the_preview_loses_no_changed_line(planner: Counted) -> None:
    person = planner.person
    await up_to_the_date(person)
    await person.says("12.3.27 9-12:30")
    for line, said in (("Plätze", "33"), ("Kosten", "kostenfrei"), ("UE", "7")):
        await person.taps(line)
        await person.says(said)

    note = "Hinweis: 7 UE sind mehr, als in die Zeit passen. Ohne Pausen sind es 4 UE."
    assert note in person.last.text

    await person.taps("Zurück")

    assert "Wann endet sie?" in person.last.text

    await person.says("13:15")

    for line in ("Plätze: 33 Plätze", "Kosten: kostenfrei", "09:00 bis 13:15 Uhr", "UE: 5"):
        assert line in person.last.text
    assert "Hinweis" not in person.last.text


async def test_what_was_typed_is_offered_again(planner: Counted) -> None:
    person = planner.person
    await person.says("/neu")
    await person.says(TITLE)
    await person.says("Vernachlässigung")
    await person.taps("Seminar")
    await person.says("Rathaus, Saal 2")
    await person.taps("Zurück")
    await person.taps("Zurück")
    await person.taps("Seminar")

    assert person.last.labels[0] == "Rathaus, Saal 2"

    await person.taps("Rathaus, Saal 2")
    await person.says("12.3.27 9-12:30")
    await person.taps("Durchführung")
    await person.taps("Online")
    await person.says("https://konferenz.example/raum")
    await person.taps("Durchführung")
    await person.taps("Präsenz")

    assert person.last.labels[0] == "Rathaus, Saal 2"

    await person.taps("Rathaus, Saal 2")

    assert "Ort: Rathaus, Saal 2" in person.last.text
