"""Passing a training on: members see its card, all others learn what the network is."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from domain.channel import in_chat
from domain.message import MOST_COPIED
from domain.training import LONGEST_TITLE, Training
from domain.vocabulary import EventStatus
from standin.people.person import Person
from storage.database import Database
from tests.chat.conftest import World
from tests.chat.stage import TITLE, coordinates, plan, planned


async def passed_on(person: Person) -> str:
    """Let somebody pass the first training of the list on; return what opens it."""
    await person.says("/termine")
    await person.taps(person.last.labels[0])
    await person.taps("Weitergeben")
    await person.taps("Link kopieren")
    assert person.copied is not None
    return parse_qs(urlsplit(person.copied).query)["start"][0]


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def test_a_member_who_opens_it_sees_the_card(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    await coordinates(world, coordinator, "rkn-neuss")
    opens = await passed_on(anna)
    for person in (bela, coordinator):
        await person.opens(opens)

        assert person.last.text.startswith(TITLE)
        assert person.last.labels[0] == "Anmelden"


async def test_two_taps_copy_a_link_and_three_a_text_for_a_mail(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    opens = await passed_on(anna)
    link = anna.copied

    assert link is not None
    assert training.uid in opens
    assert f"Anmelden bis Fr., 26.02.2027, 09:00 Uhr:\n{link}" in anna.last.text

    await anna.taps("Text kopieren")

    assert anna.copied == f"{TITLE}\nFreitag, 12. März 2027, 09:00 bis 12:30 Uhr\nAnmelden: {link}"

    await anna.taps("Zurück")
    await anna.taps("Zur Liste")

    assert "Ein Termin im Angebot" in anna.last.text


async def test_the_longest_title_still_fits_a_button(world: World, anna: Person) -> None:
    title = ("Übergriffe <& Grenzen> " * 9)[: LONGEST_TITLE - 1] + "x"
    starts = plan().starts_at
    await planned(world, plan(title=title, ends_at=starts + timedelta(days=40)))
    await world.joins(anna)
    await passed_on(anna)
    link = anna.copied
    await anna.taps("Text kopieren")

    assert link is not None
    assert anna.copied is not None
    assert anna.copied.endswith(link)
    assert len(anna.copied) <= MOST_COPIED


async def test_anybody_else_learns_what_the_network_is(
    world: World, anna: Person, outsider: Person, training: Training
) -> None:
    """The same for a link that leads nowhere: nobody finds out which trainings there are."""
    await world.joins(anna)
    opens = await passed_on(anna)
    said = set()
    for payload in (opens, "t-1", f"t-{uuid4()}"):
        await outsider.opens(payload)
        said.add((outsider.last.text, tuple(outsider.last.labels)))

    assert len(said) == 1
    assert "bilden sich Fachkräfte im Kinderschutz zusammen fort" in outsider.last.text
    assert TITLE not in outsider.reads()

    await outsider.taps("English")

    assert "Members can open it." in outsider.last.text
    async with world.bot.database.reading() as store:
        assert await store.persons.by_chat(in_chat(outsider.id)) is None

    await outsider.taps("Ask for access")

    assert outsider.last.labels[0] != "Ask for access"


async def test_what_is_off_over_or_gone_is_said_plainly(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    opens = await passed_on(anna)
    await world.moves_to(training.plan.ends_at + timedelta(hours=1))
    await anna.opens(opens)

    assert "Diese Veranstaltung ist vorbei." in anna.last.text

    other = await planned(world, plan(title="Abgesagt", starts=training.plan.starts_at))
    draft = await planned(world, plan(title="Entwurf"))
    async with world.bot.database.transaction() as store:
        await store.trainings.set_status(other.id, EventStatus.CANCELLED)
        await store.trainings.set_status(draft.id, EventStatus.DRAFT)
        await store.trainings.remove(training.id)
    await anna.opens(f"t-{other.uid}")

    assert "Diese Veranstaltung ist abgesagt." in anna.last.text

    for payload in (opens, f"t-{draft.uid}", "t-", "t-1", f"t-{uuid4()}"):
        await anna.opens(payload)

        assert "Diese Fortbildung gibt es hier nicht." in anna.last.text, payload
        assert "Termine im Angebot" in anna.last.labels


async def test_a_link_of_another_network_leads_nowhere(world: World, anna: Person) -> None:
    await world.joins(anna)
    ours = world.bot.database
    other = Database(ours.url.render_as_string(hide_password=False), ours.vault, "other")
    async with other.transaction() as store:
        made = await store.trainings.add(plan(), "elsewhere", None)
    await other.close()
    await anna.opens(f"t-{made.uid}")

    assert "Diese Fortbildung gibt es hier nicht." in anna.last.text


async def test_who_agreed_to_an_older_text_agrees_first_and_then_sees_the_card(
    world: World, anna: Person, training: Training
) -> None:
    await world.joins(anna)
    opens = await passed_on(anna)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(anna.id))
        assert person is not None
        await store.persons.renew(person.id, 0, world.clock.now().date())
    await anna.opens(opens)

    assert "Einverstanden" in anna.last.labels

    await anna.taps("Einverstanden")

    assert anna.last.text.startswith(TITLE)
