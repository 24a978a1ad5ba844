"""Block seats and quotas: coordinators book and keep by buttons, specialists see what is left."""

from datetime import date, datetime

import pytest

from domain import seats as rules
from domain.ledger.entries import LedgerKind
from domain.report.material import material as material_of
from domain.training import Training
from standin.people.person import Person
from talk.seats import ChangeBlock, Quotas
from tests.chat.budget import budget
from tests.chat.conftest import World
from tests.chat.stage import BERLIN, TITLE, coordinates, crowd, hand, ledger, plan, planned

AFTER = datetime(2027, 3, 12, 13, 0, tzinfo=BERLIN)
#: 21 days before the start, at the first minutes of the day.
RELEASE = datetime(2027, 2, 19, 0, 2, tzinfo=BERLIN)
POLICE = "Polizei, kreisweit"


@pytest.fixture
async def training(world: World) -> Training:
    """Return a training with four seats."""
    return await planned(world, plan(seats=4))


async def opens(person: Person) -> None:
    await person.says("/termine")
    await person.taps(f"1. {TITLE}")


async def manages(person: Person, entry: str) -> None:
    await person.says("/verwalten")
    await person.taps(f"1. {TITLE}")
    await person.taps(entry)


async def chooses(person: Person, n: int, done: str) -> None:
    """Choose a number by the buttons and keep it."""
    for _ in range(abs(n)):
        await person.taps("Eins mehr" if n > 0 else "Eins weniger")
    await person.taps(done)


async def books(person: Person, n: int) -> None:
    """Book so many seats for the police."""
    await manages(person, "Sammelplätze")
    await person.taps("Institution wählen")
    await person.taps("kreisweit")
    await person.taps(POLICE)
    await chooses(person, n, "So buchen")


async def keeps(world: World, training: Training, **quotas: int) -> None:
    async with world.bot.database.transaction() as store:
        for office, n in quotas.items():
            slug = f"rkn-{office}"
            now = world.clock.now()
            await rules.set_quota(store, world.bot.parts.network, training.id, slug, n, now)


@pytest.mark.long
async def test_police_seats_are_taken_at_once_and_move_the_line_up_when_given_back(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await world.joins(bela)
    await books(coordinator, 3)

    assert coordinator.last.text.startswith("Gespeichert.\n\nSammelplätze")
    assert f"{POLICE}: 3" in coordinator.last.text

    await opens(anna)

    assert "Noch ein Platz frei." in anna.last.text

    await anna.taps("Anmelden")
    await opens(bela)
    await bela.taps("Auf die Warteliste")
    await manages(coordinator, "Sammelplätze")
    await coordinator.taps(f"{POLICE}: 3")

    assert "Möglich sind höchstens 3." in coordinator.last.text

    await chooses(coordinator, -1, "So buchen")

    assert "Gespeichert. Eine Person rückt nach." in coordinator.last.text
    assert bela.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    await coordinator.taps("Zurück")

    assert "4 von 4 Plätzen vergeben, davon 2 Sammelplätze" in coordinator.last.text

    await coordinator.taps("Teilnahmeliste")

    assert coordinator.last.text.endswith(f"\nSammelplätze {POLICE}: 2")


@pytest.mark.long
@pytest.mark.differs  # seats are given under a lock
async def test_more_than_free_is_refused(
    world: World, anna: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await opens(anna)
    await anna.taps("Anmelden")
    await books(coordinator, 4)

    assert coordinator.last.text.startswith(
        "Nur noch 3 Plätze sind frei. Mehr lassen sich nicht buchen."
    )

    await chooses(coordinator, -1, "So buchen")

    assert f"{POLICE}: 3" in coordinator.last.text

    await manages(coordinator, "Ändern")
    await coordinator.taps("Plätze")
    await coordinator.says("3")
    await coordinator.taps("Ja, ändern")

    assert "4 Plätze sind schon vergeben." in coordinator.last.text


@pytest.mark.long
async def test_only_who_manages_the_training_gets_near(
    world: World, anna: Person, bela: Person, coordinator: Person, outsider: Person
) -> None:
    training = await planned(world, plan(seats=4))
    await coordinates(world, coordinator)
    await coordinates(world, bela, office="rkn-neuss")
    await world.joins(anna)
    await outsider.opens()
    await books(coordinator, 1)
    for person, said in (
        (bela, "Diese Fortbildung verwaltet eine andere Stelle."),
        (anna, ""),
        (outsider, ""),
    ):
        await hand(world, person, "Ändern", ChangeBlock(training.id, 1))
        await person.taps("Ändern")

        assert person.toast == said
        assert POLICE not in person.reads()

    await hand(world, coordinator, "Gibt es nicht", ChangeBlock(training.id, 77))
    await coordinator.taps("Gibt es nicht")

    assert "nicht mehr" in coordinator.toast


async def test_a_button_of_an_earlier_step_changes_nothing(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await manages(coordinator, "Sammelplätze")
    await coordinator.taps("Institution wählen")
    await coordinator.taps("kreisweit")
    await coordinator.taps(POLICE)
    world.telegram.settled = None
    await coordinator.taps("Eins mehr")
    await coordinator.taps("Eins mehr")  # a double tap on the same card
    world.telegram.settled = world.pressed
    await world.settled()
    await coordinator.taps("So buchen")

    assert f"{POLICE}: 1" in coordinator.last.text


async def test_each_step_says_its_number_and_back_leads_to_the_question_before(
    world: World, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await manages(coordinator, "Sammelplätze")
    await coordinator.taps("Institution wählen")
    await coordinator.taps("kreisweit")
    await coordinator.taps("Zurück")

    assert "Zu welchem Jugendamtsbezirk" in coordinator.last.text

    await coordinator.says("kreisweit")
    await coordinator.taps(POLICE)
    await coordinator.taps("Fünf mehr")

    assert coordinator.toast == "5"

    await coordinator.says("9")

    assert coordinator.last.text.startswith("Bitte schreiben Sie eine Zahl von 0 bis 4.")
    assert "Sammelplätze: 5, bisher 0" in coordinator.last.text

    await coordinator.says("2")
    await coordinator.taps("So buchen")

    assert f"{POLICE}: 2" in coordinator.last.text


@pytest.mark.long
async def test_a_quota_is_kept_until_the_release_and_its_seats_then_go_down_the_line(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna)
    await world.joins(bela, office="rkn-neuss")
    await manages(coordinator, "Kontingente")
    await coordinator.taps("Stadt Neuss: 0")
    await coordinator.taps("Fünf mehr")
    await coordinator.taps("So festlegen")

    assert coordinator.last.text.startswith(
        "Für dieses Jugendamt lassen sich höchstens 4 Plätze vorhalten."
    )

    await chooses(coordinator, -2, "So festlegen")

    assert "Für alle offen: 1 von 4 Plätzen" in coordinator.last.text

    await coordinator.taps("Zurück")

    assert "Kontingente: Stadt Neuss 3\nFreigabe: Fr., 19.02.2027" in coordinator.last.text

    (dora,) = await crowd(world, 1, "rkn-kaarst")
    await opens(anna)

    assert "Noch ein Platz frei." in anna.last.text

    await anna.taps("Anmelden")
    await opens(dora)
    why = "Noch freie Plätze sind bis zum 18. Februar 2027 für andere Jugendämter vorgehalten."

    assert dora.last.text.endswith(f"{why} Sie können sich auf die Warteliste setzen.")

    await dora.taps("Auf die Warteliste")

    assert dora.toast == f"Sie stehen auf der Warteliste, Platz 1. {why}"
    assert dora.reads().count(why) >= 2  # the card, and the confirmation

    await opens(bela)

    assert "Noch 3 Plätze frei." in bela.last.text

    await bela.taps("Anmelden")

    assert bela.toast.startswith("Sie sind angemeldet")

    await world.moves_to(RELEASE)

    assert "nachgerückt" not in dora.reads()  # nobody is woken

    await world.moves_to(RELEASE.replace(hour=7, minute=1))

    assert dora.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")

    told = len(dora.messages)
    await world.moves_to(RELEASE.replace(hour=7, minute=30))

    assert len(dora.messages) == told

    await hand(world, coordinator, "Zu spät", Quotas(training.id))
    await coordinator.taps("Zu spät")
    await coordinator.taps("Stadt Neuss: 3")
    await chooses(coordinator, -1, "So festlegen")

    assert coordinator.last.text.startswith("Die Kontingente sind bereits freigegeben.")


@pytest.mark.long
@pytest.mark.differs  # seats are given under a lock
async def test_a_freed_seat_goes_to_the_first_who_may_have_it(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    """Of who waits, Dora came first; but the seat that becomes free is kept for Neuss."""
    await world.joins(bela, office="rkn-neuss")
    await world.joins(anna, office="rkn-neuss")
    (dora,) = await crowd(world, 1, "rkn-kaarst")
    await keeps(world, training, neuss=1)
    async with world.bot.database.transaction() as store:
        place = ("county-wide", "police")
        network, now = world.bot.parts.network, world.clock.now()
        await rules.book(store, network, training.id, place, 3, now)
    for person, label in ((bela, "Anmelden"), (dora, "Auf die Warteliste")):
        await opens(person)
        await person.taps(label)
    await opens(anna)
    await anna.taps("Auf die Warteliste")

    assert anna.toast == "Sie stehen auf der Warteliste, Platz 2."

    await opens(bela)
    await bela.taps("Abmelden")
    await bela.taps("Ja, abmelden")

    assert anna.last.text.startswith("Sie sind nachgerückt und haben einen Platz.")
    assert "nachgerückt" not in dora.reads()


@pytest.mark.long
async def test_closing_proposes_who_was_booked_and_writes_it_down(
    world: World, anna: Person, bela: Person, coordinator: Person, training: Training
) -> None:
    await coordinates(world, coordinator)
    await world.joins(anna, office="rkn-neuss")
    await world.joins(bela)
    await keeps(world, training, neuss=2)
    await books(coordinator, 2)
    for person in (anna,):
        await opens(person)
        await person.taps("Anmelden")
    await world.moves_to(AFTER)
    await coordinator.taps("Abschließen")

    assert f"{POLICE}: 2 von 2 Angemeldeten" in coordinator.last.text
    assert coordinator.last.text.endswith("Zusammen: 3 Personen")

    await coordinator.taps("Eins weniger")
    await coordinator.taps("So abschließen")

    assert await ledger(world) == {
        "event-held": 1,
        "registered-at-start": 1,
        "block-seats": 2,
        "attendance": 2,
        "registration-confirmed": 1,
    }

    async with world.bot.database.reading() as store:
        rows = await store.ledger.between(date(2027, 1, 1), date(2027, 12, 31))
        material = await material_of(store, 2027, BERLIN)

    def broken_down(kind: LedgerKind) -> dict[str, int]:
        found = [row for row in rows if row.kind is kind and (row.office or row.sector)]
        return {row.office or row.sector or "": row.n for row in found}

    assert broken_down(LedgerKind.BLOCK_SEATS) == {"county-wide": 2, "police": 2}
    assert broken_down(LedgerKind.REGISTERED_AT_START) == {"rkn-neuss": 1}
    assert material.quotas == {training.id: {"rkn-neuss": 2}}


async def test_registering_costs_no_more_beside_block_seats(
    world: World, anna: Person, bela: Person, training: Training
) -> None:
    """The hot path: only where seats are kept for offices is there more to ask."""
    await world.joins(anna)
    await world.joins(bela)
    await opens(anna)
    await opens(bela)
    with budget(world.bot.database) as plain:
        await anna.taps("Anmelden")
    async with world.bot.database.transaction() as store:
        place = ("county-wide", "police")
        network, now = world.bot.parts.network, world.clock.now()
        await rules.book(store, network, training.id, place, 1, now)
    with budget(world.bot.database) as beside:
        await bela.taps("Anmelden")

    assert bela.toast.startswith("Sie sind angemeldet")
    assert beside.spent == plain.spent
