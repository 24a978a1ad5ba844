"""What is typed outside of dialogues: understood where it is harmless, else taken out."""

from __future__ import annotations

import pytest

from domain.vocabulary import Role
from handlers import routed
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import planned
from tests.chat.test_safety import CASE, SAFETY, everything, said_by_people
from texts.words import WORDS

UNKNOWN = "Diesen Befehl kennt der Bot nicht."
#: What is typed, and what the answer says.
UNDERSTOOD = {
    "Hilfe": "So geht es",
    "help": "So geht es",
    "danke": "Gern geschehen.",
    "Danke!": "Gern geschehen.",
    "thanks": "Gern geschehen.",
    "Menü": "Was möchten Sie tun?",
    "hallo": "Was möchten Sie tun?",
    "guten Morgen": "Was möchten Sie tun?",
    "ok": "Es wurde nichts geändert.",
    "👍": "Es wurde nichts geändert.",
    "ja": "keine Frage",
    "Termine": "Ein Termin im Angebot",
    "anmelden": "Ein Termin im Angebot",
    "Meine Anmeldungen": "keine Anmeldung",
    "/abmelden": "keine Anmeldung",
    "abmelden": "keine Anmeldung",
    "löschen": "Möchten Sie alle Ihre Daten löschen?",
    "/löschen": "Möchten Sie alle Ihre Daten löschen?",
    "stopp": "Möchten Sie alle Ihre Daten löschen?",
    "/profile": "Ihr Profil",
    "/dates": "Ein Termin im Angebot",
    "/meine_termine": "keine Anmeldung",
    "Zuständiges Jugendamt anzeigen": "Jugendamt der Stadt Neuss",
}


async def test_harmless_words_are_understood(world: World, anna: Person) -> None:
    await world.joins(anna)
    await planned(world)
    for typed, answer in UNDERSTOOD.items():
        before, said = len(anna.messages), said_by_people(anna)
        await anna.says(typed)

        assert len(anna.messages) == before + 1, typed
        assert answer in anna.last.text, typed
        assert SAFETY not in anna.last.text, typed
        assert said_by_people(anna) == said + 1, typed


@pytest.mark.long
async def test_everything_in_the_menu_may_be_typed(world: World, coordinator: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/menu")
    for label in coordinator.last.labels:
        await coordinator.says("/menu")
        await coordinator.taps(label)
        pressed = coordinator.last
        await coordinator.says("/abbrechen")
        await coordinator.says(label.upper())

        assert coordinator.last.labels == pressed.labels, label
        assert coordinator.last.text == pressed.text, label
        await coordinator.says("/abbrechen")


@pytest.mark.long
async def test_the_words_of_both_languages_work_for_everybody(
    world: World, coordinator: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    for name in WORDS:
        answers = set()
        for word in (WORDS[name].de, WORDS[name].en):
            await coordinator.says("/neu")  # so that there is something to cancel
            await coordinator.says(f"/{word}")
            answers.add(coordinator.last.text)

        assert len(answers) == 1, name
        assert not any(SAFETY in each or UNKNOWN in each for each in answers), name


def test_every_command_has_its_words(world: World) -> None:
    assert routed().commands.keys() == WORDS.keys()


async def test_strangers_get_an_answer_and_nowhere(world: World, outsider: Person) -> None:
    await outsider.says("Guten Tag")

    assert outsider.last.labels == ["Zugang anfragen", "English"]

    await outsider.says("danke")

    assert outsider.last.text == "Gern geschehen."
    assert outsider.last.labels == []

    await outsider.says("Termine")

    assert "Netzwerk ist geschlossen" in outsider.last.text


@pytest.mark.parametrize("who", ["anna", "outsider"])
async def test_an_unknown_command_is_said_to_be_one(
    world: World, who: str, request: pytest.FixtureRequest
) -> None:
    person: Person = request.getfixturevalue(who)
    if who == "anna":
        await world.joins(person)
    await person.says("/foo")

    assert UNKNOWN in person.last.text
    assert SAFETY not in person.last.text


async def test_more_behind_a_command_may_be_about_a_child(world: World, anna: Person) -> None:
    await world.joins(anna)
    for command, answer in (("/foo", SAFETY), ("/hilfe", "So geht es"), ("/start", "möchten Sie")):
        before, said = len(anna.messages), said_by_people(anna)
        await anna.says(f"{command} {CASE}")
        told = [post.text for post in anna.messages[before:]]

        assert any(SAFETY in text for text in told), command
        assert answer in told[-1], command
        assert said_by_people(anna) == said, command
        assert "Mia" not in await everything(world)


async def test_within_a_dialogue_its_question_comes_first(
    world: World, coordinator: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/neu")
    await coordinator.says("Danke")

    assert "Gern geschehen" not in coordinator.last.text

    await coordinator.says("/foo")
    told, question = coordinator.messages[-2:]
    assert UNKNOWN in told.text
    assert "Titel: Danke" in question.text

    await coordinator.says("/abbrechen")
    await coordinator.says("/einladen")
    await coordinator.says("Hilfe")

    assert "So geht es" in coordinator.messages[-2].text
