"""The menu and the help by role, the way out of any dialogue, and buttons nobody knows."""

from bot.demo.people import Person
from domain.vocabulary import Role
from tests.chat.conftest import World


async def test_the_menu_shows_what_a_role_can_do(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(coordinator, Role.COORDINATOR)
    for person in (anna, coordinator, outsider):
        await person.says("/menu")

    assert {"Termine im Angebot", "Themen abonnieren", "Datenschutz"} <= set(anna.last.labels)
    assert "Jemanden einladen" not in anna.last.labels
    assert "Jemanden einladen" in coordinator.last.labels
    assert "Netzwerk ist geschlossen" in outsider.last.text


async def test_the_menu_leads_everywhere(world: World, coordinator: Person) -> None:
    await world.joins(coordinator, Role.COORDINATOR)
    await coordinator.says("/menu")
    for label in coordinator.last.labels:
        await coordinator.says("/menu")
        await coordinator.taps(label)

        assert coordinator.toast != "Diese Auswahl ist nicht mehr aktuell.", label


async def test_help_names_the_commands_of_a_role(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await world.joins(coordinator, Role.COORDINATOR)
    for person in (anna, coordinator, outsider):
        await person.says("/hilfe")

    assert "/loeschen – Meine Daten löschen" in anna.last.text
    assert "/neu" not in anna.last.text
    assert "/neu – Fortbildung anlegen" in coordinator.last.text
    assert "/datenschutz" in outsider.last.text
    assert "/termine" not in outsider.last.text


async def test_any_dialogue_can_be_left(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/abbrechen")

    assert anna.last.text == "Es gibt nichts abzubrechen."

    await anna.says("/name")
    await anna.says("/abbrechen")

    assert anna.last.text == "Abgebrochen. Es wurde nichts gespeichert."

    await anna.says("Änne Groß")

    assert "Bei akuter Gefahr" in anna.last.text


async def test_an_unknown_button_is_answered(world: World, outsider: Person) -> None:
    await outsider.opens()
    post = next(post for post in reversed(outsider.chat.shown()) if post.rows)
    post.rows[0][0]["callback_data"] = "from-another-age:1"
    await outsider.presses(post.id, 0, 0)

    assert outsider.toast == "Diese Auswahl ist nicht mehr aktuell."
