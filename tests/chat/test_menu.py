"""The menu and the help by role, the way out of any dialogue, and buttons nobody knows."""

from datetime import date

from domain.channel import in_chat
from domain.network import Network
from domain.person import Person as Someone
from domain.vocabulary import Role, Sector
from handlers import menu
from standin.people.person import Person
from tests.chat.conftest import World
from texts import menus
from texts.catalogue import Texts

DAY = date(2027, 2, 9)


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


async def test_ones_own_work_comes_first_and_the_rest_behind_more(
    world: World, anna: Person, coordinator: Person
) -> None:
    await world.joins(anna)
    await world.joins(coordinator, Role.COORDINATOR)
    auditor = await world.joins(world.telegram.person(903, "Prüfung"), Role.AUDITOR)
    for person in (anna, coordinator, auditor):
        await person.says("/menu")

    own = ["Termine im Angebot", "Meine Anmeldungen"]
    rest = [
        "Kontakte",
        "Austausch eintragen",
        "Fortbildungsbedarf melden",
        "Absprachen",
        "Themen abonnieren",
        "Datenschutz",
    ]

    assert anna.last.labels == [*own, *rest]
    assert auditor.last.labels == ["Bericht", *own, *rest[:4], "Mehr"]
    assert coordinator.last.labels == [
        "Fortbildung anlegen",
        "Fortbildungen verwalten",
        "Jemanden einladen",
        "Eintrag ins Protokoll",
        "Bericht",
        *own,
        "Mehr",
    ]

    await coordinator.taps("Mehr")

    rows = [["Eigene Mitglieder"], *([label] for label in rest), ["Zurück"]]
    rows[4].append("Maßnahmen")
    assert coordinator.last.buttons == rows

    await coordinator.taps("Zurück")

    assert coordinator.last.labels[-1] == "Mehr"


def member(role: Role) -> Someone:
    place = "rkn-neuss", Sector.YOUTH_OFFICE
    return Someone(1, in_chat(1), role, *place, "de", None, 1, DAY, DAY)


def test_nobody_sees_more_rows_than_fit(network: Network) -> None:
    """Nor a command twice, nor an entry that another one hides."""
    for role in Role:
        person = member(role)
        first, rest = menu.entries(person)
        shown = [action.pack() for _, action in (*first, *rest)]

        texts = Texts(strict=True)
        assert len(menus.menu(texts, network, first, rest).buttons) <= menu.MOST_ROWS
        assert len(menus.more(texts, network, rest).buttons) <= menu.MOST_ROWS
        assert len(shown) == len(set(shown))
        assert len(menu.commands(person)) == len(set(menu.commands(person)))


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


async def test_who_has_nothing_more_sees_the_menu(
    world: World, anna: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await outsider.opens()
    for person in (anna, outsider):
        await person.says("/menu")
        menu = person.last
        await person.says("/mehr")

        assert (person.last.text, person.last.labels) == (menu.text, menu.labels)


async def test_whoever_runs_the_bot_learns_the_number_of_a_chat(
    world: World, outsider: Person
) -> None:
    await outsider.says("/chatnummer")

    assert outsider.last.text == f"Dieser Chat hat die Nummer {outsider.id}."
