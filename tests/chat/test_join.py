"""Coming in: nothing is kept before consent, and outsiders get nowhere."""

from domain.vocabulary import Sector
from standin.people.person import Person
from tests.chat.conftest import World


async def count(world: World) -> int:
    async with world.bot.database.reading() as store:
        return await store.persons.count()


async def test_an_invited_specialist_comes_in_without_a_name(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())

    assert "Bitte schreiben Sie hier nichts über Kinder" in anna.last.text
    assert anna.last.buttons == [
        ["Einverstanden"],
        ["Nicht einverstanden"],
        ["Datenschutzhinweise lesen"],
        ["English"],
    ]
    assert await count(world) == 0

    await anna.taps("Einverstanden")

    assert "Sie gehören zu: Jugendamt der Stadt Kaarst" in anna.last.text

    await anna.taps("Ohne Namen weiter")

    assert "Zurzeit ist nichts im Angebot" in anna.last.text
    assert "Fertig, Sie sind dabei." in anna.messages[-2].text
    assert await count(world) == 1


async def test_a_partner_is_asked_for_the_district(world: World, anna: Person) -> None:
    await anna.opens(await world.invite(office=None, sector=Sector.POLICE))
    await anna.taps("Einverstanden")
    await anna.taps("Im ganzen Kreisgebiet")
    await anna.says("  Anna   Möller-Ünal ")

    assert "Auf Teilnahmelisten: Anna Möller-Ünal" in anna.messages[-2].text


async def test_who_declines_leaves_no_trace(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    await anna.taps("Nicht einverstanden")

    assert "Es wurde nichts gespeichert" in anna.last.text
    assert await count(world) == 0


async def test_an_invitation_is_used_once(world: World, anna: Person, bela: Person) -> None:
    token = await world.invite()
    await anna.opens(token)
    await bela.opens(token)
    await anna.taps("Einverstanden")
    await bela.taps("Einverstanden")

    assert "schon aufgebraucht" in bela.last.text
    assert await count(world) == 1


async def test_a_second_tap_on_the_consent_changes_nothing(world: World, anna: Person) -> None:
    await anna.opens(await world.invite())
    consent = anna.last.message_id
    world.telegram.settled = None
    await anna.taps("Einverstanden")
    await anna.presses(consent, 0, 0)
    await world.settled()

    assert "Sie gehören zu: Jugendamt der Stadt Kaarst" in anna.last.text
    assert await count(world) == 1


async def test_an_outsider_gets_nowhere(world: World, outsider: Person) -> None:
    await outsider.opens("no-such-token")

    assert "nicht gültig" in outsider.last.text

    await outsider.says("/termine")

    assert "Netzwerk ist geschlossen" in outsider.last.text

    await outsider.says("Hallo, ich mache mir Sorgen um ein Kind")

    assert "Bei akuter Gefahr wählen Sie bitte 110" in outsider.last.text
    assert await count(world) == 0
