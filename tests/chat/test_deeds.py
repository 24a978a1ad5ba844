"""The access log: who looked at names and what was done, by role and office, read by the lead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.deeds import Deed, Done, Month
from domain.training import Training
from domain.vocabulary import Role
from handlers import routed
from handlers.context import Who
from standin.people.person import Person
from talk.action import Action
from talk.deeds import ShowDeeds
from talk.manage import Attendance, SetOpen
from tests.chat.conftest import World
from tests.chat.stage import TITLE, coordinates, hand, planned

#: Doors of coordinators that write nothing into the log, and why.
UNLOGGED = {
    "numbers and trainings, no names": {
        "Manage", "ManageDrafts", "ManagePast", "ManageOne", "ShowDeliveries", "Troubles",
        "Blocks", "BlocksPage", "Quotas", "AllSessions", "OneSession", "ListClosed",
        "ShowAnnouncement", "ShowInvitations", "InvitationsPage", "ShowAssessment", "Elsewhere",
        "AssessHints", "ChooseQuarter", "ShowQuarter", "Papers", "ShowMeasures", "OpenMeasure",
        "ShowEndorsing", "/verwalten", "/zustellung", "/massnahmen",
    },
    "begins a form, whose end is written down": {
        "NewTraining", "Announce", "Write", "WriteToAll", "Close", "Open", "FindSeat",
        "SeekPresence", "TakeOut", "ChooseChange", "Change", "AskCancel", "AddBlock", "ChangeBlock",
        "ChangeQuota", "FinishDraft", "Repeat", "MoveSession", "Protocol", "EnterMatter",
        "WriteAssessment", "AssessChapters", "AssessHint", "JudgeHint", "NewMeasure",
        "MeasureOfHint", "Invite", "AskCertificate", "/neu", "/protokoll", "/einladen",
    },
    "asks back before anything is done": {
        "AskTakeBack", "AskDropDraft", "AskDropAssessment", "AskConfirmAll", "AskAccount",
        "AskRemark",
    },
    "what somebody sets for themselves, or their office keeps": {
        "SetDaily", "ShowSaved", "DropSaved", "LeaveSaved",
    },
    "the log itself, which names nobody": {"ShowDeeds", "ChooseDeeds", "/zugriffe"},
}  # fmt: skip


#: What only the command line does, for who writes a letter.
BY_LETTER = {Deed.CORRECTED, Deed.RESTRICTED}


def doors() -> dict[str, bool]:
    """Return each door of coordinators, and whether it writes into the log."""
    router = routed()
    found = {
        action.__name__: door.deed is not None
        for action, door in router.taps.items()
        if door.who is Who.COORDINATORS
    }
    found |= {
        f"/{name}": door.deed is not None
        for name, door in router.commands.items()
        if door.who is Who.COORDINATORS
    }
    return found


def test_each_door_of_coordinators_is_logged_or_says_why_not() -> None:
    reasons = [name for names in UNLOGGED.values() for name in names]

    assert len(reasons) == len(set(reasons))
    assert {name for name, logged in doors().items() if not logged} == set(reasons)


def test_each_form_of_coordinators_is_logged() -> None:
    router = routed()
    forms = {name: router.dialogues[name].coordinators for name in router.hosts}

    assert any(forms.values())
    assert [name for name, only in forms.items() if only and router.hosts[name].deed is None] == []


def test_each_deed_is_done_somewhere() -> None:
    router = routed()
    declared = [door.deed for door in (*router.taps.values(), *router.commands.values())]
    declared += [host.deed for host in router.hosts.values()]
    done = {deed for deed in declared if isinstance(deed, Deed)}

    assert done | BY_LETTER == set(Deed)
    assert not done & BY_LETTER


@pytest.fixture
async def training(world: World) -> Training:
    return await planned(world)


async def log(world: World) -> list[Done]:
    today = world.clock.now()
    async with world.bot.database.reading() as store:
        part = await store.deeds.page(Month.of(today), "", 0, 50)
    return list(part.items)


async def presses(world: World, person: Person, action: Action) -> None:
    await hand(world, person, "Drücken", action)
    await person.taps("Drücken")


@pytest.mark.long
async def test_what_a_coordinator_does_is_written_down_and_what_is_refused_is_not(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator)
    other = await coordinates(world, world.telegram.person(901, "Neuss"), "rkn-neuss")
    await outsider.says("/start")
    today = world.clock.now().date()
    for person in (anna, other, outsider):
        await presses(world, person, Attendance(training.id))
        await presses(world, person, SetOpen(training.id, 0))

    assert await log(world) == []

    await presses(world, coordinator, Attendance(training.id))
    await presses(world, coordinator, Attendance(training.id))
    await presses(world, coordinator, SetOpen(training.id, 0))
    await other.says("/mitglieder")

    kaarst = ("coordinator", "rkn-kaarst")
    assert await log(world) == [
        Done(today, *kaarst, Deed.ATTENDANCE, TITLE, 2),
        Done(today, *kaarst, Deed.CHANGED, TITLE),
        Done(today, "coordinator", "rkn-neuss", Deed.MEMBERS),
    ]


@pytest.mark.long
@pytest.mark.differs  # what no other story asks of storage
async def test_the_lead_reads_it_by_month_and_office_and_nobody_else(
    world: World, anna: Person, coordinator: Person, outsider: Person, training: Training
) -> None:
    lead = await coordinates(
        world, world.telegram.person(902, "Leitung"), "rkn-dormagen", Role.LEAD
    )
    await coordinates(world, coordinator)
    await world.joins(anna)
    await presses(world, coordinator, Attendance(training.id))
    await lead.says("/mitglieder")
    await lead.says("/zugriffe")

    said = lead.last.text
    assert "Zugriffe im Februar 2027\nAlle Jugendämter" in said
    assert f"Koordination, Kaarst: Teilnahmeliste angesehen\nFortbildung: {TITLE}" in said
    assert "Federführung, Dormagen: Mitgliederliste angesehen" in said
    assert str(coordinator.id) not in said

    await lead.taps("Jugendamt wählen")
    await lead.taps("Kaarst")

    assert "Koordination: Teilnahmeliste angesehen" in lead.last.text
    assert "Mitgliederliste" not in lead.last.text

    await world.moves(timedelta(days=30))
    await lead.says("/zugriffe")
    assert "nichts verzeichnet" in lead.last.text
    await lead.taps("Februar 2027")
    assert "Teilnahmeliste angesehen" in lead.last.text

    await outsider.says("/start")
    for person in (anna, coordinator, outsider):
        await presses(world, person, ShowDeeds(2027, 2))
        await person.says("/zugriffe")

        assert "Teilnahmeliste angesehen" not in person.reads()
    assert "Die Zugriffe liest nur die Federführung." in coordinator.reads()


async def test_after_a_year_it_is_gone(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/mitglieder")
    day = world.clock.now().date()
    for days, left in ((364, [day]), (2, [])):
        await world.moves(timedelta(days=days))
        async with world.bot.database.reading() as store:
            part = await store.deeds.page(Month.of(day), "", 0, 50)

        assert [each.day for each in part.items] == left


def test_months_follow_each_other() -> None:
    december = Month(2026, 12)

    assert december.following == date(2027, 1, 1)
    assert december.later(1) == Month(2027, 1)
    assert Month(2027, 1).later(-1) == december
