"""Contacts: a municipality leads to who is in charge, for members and for strangers."""

from __future__ import annotations

import pytest

from bot.network_file import lacking, load, shipped
from domain.contacts import OfficeContact
from domain.offer import towns
from standin.people.person import Person
from talk.contacts import A_PAGE
from tests.chat.conftest import World
from tests.chat.stage import coordinates
from tests.chat.test_safety import CASE
from texts import contacts
from texts.catalogue import Texts

LEADS = "Zuständig ist: Jugendamt Rhein-Kreis Neuss"


async def test_juechen_leads_to_the_office_of_the_county(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator, "rkn-neuss")
    seen = set()
    for person in (anna, coordinator, outsider):
        await person.says("/kontakte")

        assert "Für welche Kommune suchen Sie einen Kontakt?" in person.last.text

        await person.taps("Jüchen")
        seen.add(person.last.text)

        assert LEADS in person.last.text
        assert "02131 928-0" in person.last.text
        assert "info@rhein-kreis-neuss.de" in person.last.text
        assert "Koordinierungsstelle: Jugendamt Rhein-Kreis Neuss" in person.last.text
        assert world.bot.network.contact.mail in person.last.text
        assert "110" in person.last.text
        assert "112" in person.last.text

    assert len(seen) == 1


async def test_the_same_list_stands_under_the_safety_notice(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/kontakte")
    listed = anna.last
    await anna.says(CASE)

    assert "112" in anna.last.text

    await anna.taps("Zuständiges Jugendamt anzeigen")

    assert (anna.last.text, anna.last.labels) == (listed.text, listed.labels)

    await anna.taps("Jüchen")

    assert LEADS in anna.last.text


async def test_what_nobody_knows_is_not_made_up(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/kontakte")
    await anna.taps("Kaarst")

    assert "Zuständig ist: Jugendamt der Stadt Kaarst" in anna.last.text
    assert "Telefon und E-Mail sind hier nicht hinterlegt." in anna.last.text
    assert "Telefon:" not in anna.last.text

    await anna.taps("Zurück")

    assert "Kaarst" in anna.last.labels


async def test_it_is_said_in_english_too(world: World, anna: Person) -> None:
    await world.joins(anna)
    await anna.says("/sprache")
    await anna.taps("English")
    await anna.says("/contacts")
    await anna.taps("Jüchen")

    assert "In charge is: Jugendamt Rhein-Kreis Neuss" in anna.last.text
    assert "Phone: 02131 928-0" in anna.last.text


@pytest.mark.parametrize("name", shipped())
def test_each_municipality_is_found_once_and_a_page_fits_a_screen(name: str) -> None:
    network, found, page = load(name), [], 0
    while page * A_PAGE < len(towns(network)):
        message = contacts.listed(Texts("de", strict=True), network, page)
        found += [each.label for row in message.buttons for each in row]
        page += 1

        assert len(message.buttons) <= 8

    assert [name for name in found if name in {t.name for t, _ in towns(network)}] == [
        town.name for town, _ in towns(network)
    ]


def test_the_check_says_what_is_missing() -> None:
    network = load("rhein-kreis-neuss")
    missing = dict(lacking(network))

    assert missing["rkn-kreis"] == ("coordination_phone", "coordination_mail")
    assert len(missing["rkn-kaarst"]) == 4
    assert set(missing) == {office.slug for office in network.offices}


@pytest.mark.parametrize(
    ("wrong", "because"),
    [
        ({"office": "No"}, "slug"),
        ({"office": "a", "mail": "nobody"}, "must be a mail address"),
        ({"office": "a", "coordination_mail": "a b@c.de"}, "must be a mail address"),
        ({"office": "a", "phone": "ask Anna"}, "must be a number"),
        ({"office": "a", "phone": "1" * 61}, "at most 60"),
    ],
)
def test_what_is_no_address_is_refused(wrong: dict[str, str], because: str) -> None:
    with pytest.raises(ValueError, match=because):
        OfficeContact(**wrong)
