"""The language: chosen before anything is kept, kept with the consent, then the person's own."""

from __future__ import annotations

import pytest

from domain.channel import in_chat
from domain.network import Network
from domain.vocabulary import Role, Sector
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.test_access import members, requests
from tests.chat.test_safety import everything
from texts.catalogue import known_language


async def language_kept(world: World, person: Person) -> str:
    async with world.bot.database.reading() as store:
        found = await store.persons.by_chat(in_chat(person.id))
        assert found is not None
        return found.language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("de-AT", "de"),
        ("de", "de"),
        ("tr", "de"),
        ("eng", "de"),
        ("", "de"),
        (None, "de"),
    ],
)
def test_the_first_part_of_a_tag_decides(tag: str | None, language: str) -> None:
    assert known_language(tag) == language


async def test_a_device_in_american_english_reads_english(world: World) -> None:
    person = world.telegram.person(77, "Amy", language_code="en-US")
    await person.opens(await world.invite())

    assert person.last.labels == ["I agree", "I do not agree", "Read the privacy notice", "Deutsch"]

    await person.taps("I agree")

    assert await language_kept(world, person) == "en"


async def test_an_invited_person_reads_and_stays_in_the_chosen_language(world: World) -> None:
    anna = world.telegram.person(987_654_321, "Anna")  # no moment ends in this by chance
    await anna.opens(await world.invite(office=None, sector=Sector.POLICE))
    before, kept = len(anna.messages), await everything(world)
    await anna.taps("English")

    assert len(anna.messages) == before
    assert "Please write nothing here about children" in anna.last.text
    assert "Deutsch" in anna.last.labels
    assert await members(world) == 0
    assert str(anna.id) not in kept

    await anna.taps("Read the privacy notice")

    assert anna.last.labels == ["I agree", "I do not agree", "Deutsch"]

    await anna.taps("I agree")
    await anna.taps("The whole county")

    assert "You belong to" in anna.last.text
    assert await language_kept(world, anna) == "en"

    await anna.taps("Go on without a name")
    await anna.says("/hilfe")

    assert "/dates – Dates on offer" in anna.last.text
    assert "~en" not in str([post.rows for post in anna.chat.shown()][-4:])


async def test_back_to_german_before_the_consent(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    await anna.taps("English")
    await anna.taps("Deutsch")
    await anna.taps("Einverstanden")

    assert await language_kept(world, anna) == "de"


async def test_who_asks_for_access_reads_and_is_answered_in_the_chosen_language(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await outsider.opens()
    await outsider.taps("English")

    assert "This network is closed" in outsider.last.text

    await outsider.taps("Ask for access")

    assert "Please write nothing here about children" in outsider.last.text
    assert await requests(world, outsider) == 0

    await outsider.taps("I agree")
    await outsider.taps("Another institution")
    await outsider.taps("Police")
    await outsider.taps("The whole county")

    assert "Your request is on its way." in outsider.last.text

    await coordinator.taps("Freigeben")

    assert "Your request is granted." in outsider.last.text
    assert await language_kept(world, outsider) == "en"
    assert "Jemand fragt Zugang an." not in outsider.reads()


async def test_the_language_can_be_changed_at_the_question_for_consent_too(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await outsider.opens()
    await outsider.taps("Zugang anfragen")
    await outsider.taps("English")
    await outsider.taps("I agree")

    assert "Which institution" in outsider.last.text


@pytest.mark.parametrize("said", ["/datenschutz", "/start unknown-token"])
async def test_what_else_a_stranger_reads_first_offers_it(
    world: World, outsider: Person, said: str
) -> None:
    await outsider.says(said)
    await outsider.taps("English")

    assert "Deutsch" in outsider.last.labels
    assert any(word in outsider.last.text for word in ("Privacy notice", "This invitation"))


async def test_members_keep_theirs_whatever_an_old_button_says(
    world: World, anna: Person, network: Network
) -> None:
    await anna.opens(await world.invite())
    old = anna.last.message_id
    await anna.opens(await world.invite())
    await anna.taps("Einverstanden")
    await anna.taps("Ohne Namen weiter")
    await anna.presses(old, 3, 0)

    assert await language_kept(world, anna) == "de"
    assert "I agree" not in anna.reads()


async def test_a_made_up_language_is_none(world: World, outsider: Person) -> None:
    await outsider.opens()
    post = next(post for post in reversed(outsider.chat.shown()) if post.rows)
    post.rows[1][0]["callback_data"] = "hi:~xx~1"
    await outsider.presses(post.id, 1, 0)

    assert "Netzwerk ist geschlossen" in outsider.last.text
