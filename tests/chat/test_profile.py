"""What people set for themselves: topics, name, language, and the commands Telegram lists."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.network_file import load
from bot.telegram.about import announce_commands, describe
from domain.channel import in_chat
from domain.network import Network
from domain.vocabulary import Role, Topic
from standin.people.person import Person
from tests.chat.conftest import World
from texts.catalogue import Texts


async def topics_of(world: World, person: Person) -> set[Topic]:
    async with world.bot.database.reading() as store:
        found = await store.persons.by_chat(in_chat(person.id))
        assert found is not None
        return await store.persons.topics(found.id)


async def name_of(world: World, person: Person) -> str | None:
    async with world.bot.database.reading() as store:
        found = await store.persons.by_chat(in_chat(person.id))
        assert found is not None
        return found.name


def listed(world: World, person: Person | None = None, language: str = "") -> list[str]:
    """Return the commands that Telegram lists in a chat, or to everybody."""
    scope: dict[str, Any] = (
        {"chat_id": person.id, "type": "chat"} if person else {"type": "default"}
    )
    key = f"commands {json.dumps(scope, sort_keys=True)} {language}"
    return [each["command"] for each in world.telegram.world.profile.get(key, [])]


def described(world: World, person: Person) -> str:
    scope = json.dumps({"chat_id": person.id, "type": "chat"}, sort_keys=True)
    commands = world.telegram.world.profile[f"commands {scope} "]
    return str(commands[0]["description"])


async def test_topics_are_switched_on_and_off(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/themen")

    assert "Sie haben noch kein Thema abonniert." in anna.last.text

    await anna.taps("Vernachlässigung")

    assert anna.toast == "Abonniert: Vernachlässigung"
    assert "Ihre Themen: Vernachlässigung" in anna.last.text

    await anna.taps("Weitere Themen")
    await anna.taps("Digitale Medien und Cybergrooming")

    assert await topics_of(world, anna) == {Topic.NEGLECT, Topic.DIGITAL_MEDIA}

    await anna.taps("Vorige Themen")
    await anna.taps("✓ Vernachlässigung")

    assert await topics_of(world, anna) == {Topic.DIGITAL_MEDIA}


async def test_every_topic_is_on_one_page(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/themen")
    seen = set(anna.last.labels)
    while "Weitere Themen" in anna.last.labels:
        await anna.taps("Weitere Themen")
        seen |= set(anna.last.labels)

    assert {world.bot.texts.label("topic", topic) for topic in Topic} <= seen


async def test_a_double_tap_on_a_topic_changes_nothing(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/themen")
    world.telegram.settled = None
    await anna.taps("Vernachlässigung")
    await anna.taps("Vernachlässigung")
    await world.settled()

    assert await topics_of(world, anna) == {Topic.NEGLECT}


async def test_a_name_is_entered_changed_and_deleted(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/name")
    await anna.says("Änne Öztürk-Groß")

    assert "stehen Sie jetzt als: Änne Öztürk-Groß" in anna.last.text

    await anna.says("/name")

    assert "Änne Öztürk-Groß" in anna.last.text

    await anna.says("x")

    assert "Das sieht nicht wie ein Name aus." in anna.last.text

    await anna.says("/name")
    await anna.taps("Namen löschen")

    assert "Es ist kein Name gespeichert." in anna.last.text
    assert await name_of(world, anna) is None


async def test_what_comes_much_later_is_no_name(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/name")
    await world.moves(timedelta(hours=2))
    await anna.says("Kevin braucht Hilfe")

    assert "Ihre Nachricht wurde nicht gespeichert." in anna.last.text
    assert await name_of(world, anna) is None


async def test_the_language_can_be_changed(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/sprache")
    await anna.taps("English")

    assert anna.last.text == "From now on the bot writes in English."
    assert "dates" in listed(world, anna)
    assert described(world, anna) == "Show the menu"

    await anna.says("/termine")

    assert "Nothing is on offer right now." in anna.last.text


async def test_strangers_set_nothing(world: World, outsider: Person) -> None:
    for command in ("/themen", "/name", "/sprache"):
        await outsider.says(command)

        assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_telegram_lists_the_commands_of_a_role(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(coordinator, Role.COORDINATOR)
    await outsider.opens()

    assert "termine" in listed(world, anna)
    assert "neu" not in listed(world, anna)
    assert {"termine", "neu", "einladen"} <= set(listed(world, coordinator))
    assert listed(world, outsider) == []

    await anna.opens(await world.invite(Role.COORDINATOR))
    await anna.taps("Ändern")

    assert "neu" in listed(world, anna)

    await anna.says("/loeschen")
    await anna.taps("Ja, alles löschen")

    assert listed(world, anna) == []


async def test_everybody_sees_a_few_commands_in_both_languages(world: World) -> None:
    await announce_commands(world.bot.channel.api, world.bot.texts)

    assert listed(world) == ["start", "hilfe", "datenschutz"]
    assert listed(world, language="en") == ["start", "help", "privacy"]


async def test_a_list_that_telegram_refuses_keeps_nobody_out(world: World, anna: Person) -> None:
    world.telegram.fault("setMyCommands", "code", times=10, code=500)
    await world.joins(anna)

    assert "Zurzeit ist nichts im Angebot" in anna.last.text


async def test_telegram_shows_what_the_bot_is_in_both_languages(
    world: World, network: Network
) -> None:
    bot, profile = world.bot.channel.api, world.telegram.world.profile
    await describe(bot, world.bot.texts, network)

    assert "nichts über Kinder" in profile["description "]
    assert "nothing here about children" in profile["description en"]
    assert network.name in profile["short_description "]
    assert network.name in profile["short_description en"]


async def test_what_has_not_changed_is_not_told_again(world: World, network: Network) -> None:
    bot = world.bot.channel.api
    for _ in range(2):
        await describe(bot, world.bot.texts, network)
        await announce_commands(bot, world.bot.texts)

    told = [call.method for call in world.telegram.calls if "set" in call.method]
    assert sorted(told) == sorted(
        [*["setMyDescription", "setMyShortDescription", "setMyCommands"] * 2]
    )


@pytest.mark.parametrize("slug", ["rhein-kreis-neuss", "kreis-steinfurt"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_descriptions_are_short_enough(slug: str, language: str) -> None:
    texts, name = Texts(language), load(slug).name

    assert len(texts.plain("bot-description", network=name)) <= 512
    assert len(texts.plain("bot-short-description", network=name)) <= 120
