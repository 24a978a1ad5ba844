"""Who may do what: people try each cell of docs/access.md, and get where the page says."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.approve_answer import mark
from domain.channel import in_chat
from domain.network import Network
from domain.person import Newcomer, Place
from domain.person import Person as Member
from domain.register import register
from domain.second import SecondKind
from domain.training import CoHost, Training
from domain.vocabulary import COUNTY_WIDE, EventStatus, Role, Sector
from standin.people.person import Person
from talk.access import LetIn
from talk.action import Action
from talk.approve import WhoAsks
from talk.deeds import ShowDeeds
from talk.invite import Invite
from talk.manage import Attendance, ChooseChange, ManageDrafts, ManageOne
from talk.menu import Menu, MoreMenu
from talk.people import AskEnd, AskMember, OwnMember
from talk.presence import SeePresence
from talk.second import AgreeAsSecond
from tests.chat.conftest import World
from tests.chat.stage import STARTS, coordinates, hand, plan, planned
from tests.chat.test_privacy_rights import member
from texts.catalogue import Texts
from texts.documents.rights import ASKED, ROWS, cells, page

ROOT = Path(__file__).parents[2]
HOST, CO_HOST, OTHER, LEADING = "rkn-kaarst", "rkn-meerbusch", "rkn-neuss", "rkn-dormagen"
THIRD = "rkn-grevenbroich"
REFUSALS = ("Das können nur", "liest nur", "ist geschlossen")


@pytest.fixture
def network(network: Network) -> Network:
    return replace(network, presence=True)


def test_the_page_is_current() -> None:
    """If this fails: python -m bot.commands.rights > docs/access.md."""
    assert (ROOT / "docs" / "access.md").read_text(encoding="utf-8") == page(Texts("de"))


def test_roles_are_asked_for_at_one_place() -> None:
    """Handlers ask for an act; the domain compares roles where it says who may, and who leads."""
    asks = re.compile(r"\.role (?:is|in|==)|\.coordinates\b|\.reads_reports\b")
    allowed = {
        "domain/rights.py",  # the rules
        "domain/person.py",  # what a role is
        "domain/invite_leads.py",  # the last lead stays, whoever asks
        "domain/invite.py",  # what an invitation gives is what somebody has
        "domain/approve.py",  # who coordinates needs no approval
        "domain/plan_hosts.py",  # who is told, not who may
        "domain/privacy_place.py",  # whose role belongs to an office
        "domain/report_order.py",  # who is handed what in an order
        "handlers/context.py",  # whether a dialogue is still open to somebody
    }
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ("domain", "handlers")
        for path in (ROOT / room).rglob("*.py")
        if asks.search(path.read_text(encoding="utf-8"))
    }

    assert found <= allowed


@dataclass
class Stage:
    """Everybody who tries, and what they try it on."""

    world: World
    people: dict[str, Person]
    training: Training
    draft: Training
    county: Member
    held: Member
    colleague: Member
    restricted: Member
    names: dict[str, str]

    async def sees(self, who: str, action: Action) -> str:
        """Let somebody press; return what they read, nothing if they are refused."""
        person = self.people[who]
        await hand(self.world, person, "Drücken", action)
        await person.taps("Drücken")
        assert person.query is not None
        said = person.last.text
        refused = person.query.alert or any(each in said for each in REFUSALS)
        return "" if refused else "\n".join([said, *person.last.labels])


async def added(world: World, chat: int, role: Role, place: Place, name: str | None) -> Member:
    async with world.bot.database.transaction() as store:
        newcomer = Newcomer(in_chat(chat), role, place, "de", name)
        return await store.persons.add(newcomer, world.clock.now().date())


async def staged(world: World, outsider: Person) -> Stage:
    """Let everybody be there, a training with people of three offices, and a newcomer."""
    roles = {
        "specialist": (Role.SPECIALIST, HOST), "auditor": (Role.AUDITOR, HOST),
        "host": (Role.COORDINATOR, HOST), "co-host": (Role.COORDINATOR, CO_HOST),
        "other": (Role.COORDINATOR, OTHER), "lead": (Role.LEAD, LEADING),
    }  # fmt: skip
    people = {}
    for number, (who, (role, office)) in enumerate(roles.items(), 901):
        person = world.telegram.person(number, who)
        people[who] = await coordinates(world, person, office, role)
    await outsider.says("/start")
    people["outsider"] = outsider
    school, office = Sector.SCHOOL, Sector.YOUTH_OFFICE
    names = {"early": "Erste Fremde", "third": "Zweite Fremde", "other": "Dritte Fremde"}
    early = await added(world, 21, Role.SPECIALIST, Place(THIRD, school), names["early"])
    third = await added(world, 22, Role.SPECIALIST, Place(THIRD, school), names["third"])
    other = await added(world, 23, Role.SPECIALIST, Place(OTHER, school), names["other"])
    held = await added(world, 24, Role.SPECIALIST, Place(HOST, school), "Vierte Fremde")
    county = await added(world, 25, Role.SPECIALIST, Place(COUNTY_WIDE, Sector.POLICE), None)
    colleague = await added(world, 26, Role.COORDINATOR, Place(HOST, office), None)
    restricted = await added(world, 27, Role.SPECIALIST, Place(HOST, school), None)
    training = await planned(world, plan(co_hosts=(CoHost(CO_HOST, 2),), approval=True))
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        await store.persons.set_restricted(restricted.id, now.date())
        for each in (early, third, other):
            await register(store.registrations, training.id, each, now)
        first = await store.registrations.of(training.id, early.id)
        assert first is not None
        assert first.position == 2  # after which the second office came to it
        draft = await store.trainings.add(plan(), HOST, None, EventStatus.DRAFT)
    async with world.bot.database.reading() as store:
        kept = await store.trainings.get(training.id)
    assert kept is not None
    return Stage(world, people, kept, draft, county, held, colleague, restricted, names)


Trial = Callable[[Stage, str], Awaitable[bool]]


def sees(action: Callable[[Stage], Action], word: Callable[[Stage], str] = lambda _: "") -> Trial:
    """Return a trial: the press is not refused, and this word is read."""

    async def trial(stage: Stage, who: str) -> bool:
        said = await stage.sees(who, action(stage))
        return bool(said) and word(stage) in said

    return trial


async def reports(stage: Stage, who: str) -> bool:
    """Look whether somebody finds the report in the menu."""
    if who == "outsider":
        return bool(await stage.sees(who, Menu()))
    said = [(await stage.sees(who, action)).split("\n") for action in (Menu(), MoreMenu())]
    return any("Bericht" in lines for lines in said)


async def own_name(stage: Stage, who: str) -> bool:
    """Look for the name of one's own people, in the list of the training or of the members."""
    name = stage.names["other"]
    if name in await stage.sees(who, Attendance(stage.training.id)):
        return True
    async with stage.world.bot.database.reading() as store:
        [found] = await store.persons.named(name)
    return name in await stage.sees(who, OwnMember(found.id))


async def lets_in(stage: Stage, who: str) -> bool:
    """Let a newcomer ask, and somebody try to let them in."""
    newcomer = Newcomer(in_chat(50), Role.SPECIALIST, Place(HOST, Sector.SCHOOL))
    now = stage.world.clock.now()
    async with stage.world.bot.database.transaction() as store:
        number = await store.access.add(newcomer, now)
    assert number is not None
    await stage.sees(who, LetIn(number, int(now.timestamp())))
    async with stage.world.bot.database.transaction() as store:
        found = await store.persons.by_chat(in_chat(50))
        await store.access.drop(in_chat(50))
        if found is not None:
            await store.persons.erase(found.id)
    return found is not None


async def approves(stage: Stage, who: str) -> bool:
    """Look whether somebody may know who asks to be approved."""
    async with stage.world.bot.database.reading() as store:
        asked = await store.registrations.of(stage.training.id, stage.held.id)
    assert asked is not None
    assert asked.approve_by is not None
    about = WhoAsks(asked.id, mark(asked.approve_by))
    return "Vierte Fremde" in await stage.sees(who, about)


def agrees(asker: str) -> Trial:
    """Return a trial: a second person agrees to what somebody of the host wants."""

    async def trial(stage: Stage, who: str) -> bool:
        of = stage.colleague
        if asker == "host":
            of = await member(stage.world, stage.people["host"])
        today = stage.world.clock.now().date()
        erased = await planned(stage.world)
        hosts = stage.training.hosts
        async with stage.world.bot.database.transaction() as store:
            wanted = await store.seconds.put(SecondKind.ERASE, of.id, hosts, erased.id, 0, today)
        await stage.sees(who, AgreeAsSecond(wanted))
        async with stage.world.bot.database.reading() as store:
            return await store.trainings.get(erased.id) is None

    return trial


def attended(name: str) -> Trial:
    return sees(lambda stage: Attendance(stage.training.id), lambda stage: stage.names[name])


def invites(role: str) -> Trial:
    """Return a trial: the role can be chosen; the dialogue is given up again."""
    offered = sees(lambda _: Invite(), lambda _: role)

    async def trial(stage: Stage, who: str) -> bool:
        found = await offered(stage, who)
        await stage.people[who].says("/abbrechen")
        return found

    return trial


TRIALS: dict[str, Trial] = {
    "coordinate": sees(lambda _: ManageDrafts(0)),
    "read-reports": reports,
    "read-log": sees(lambda _: ShowDeeds(2027, 2)),
    "invite-specialist": invites("Fachkraft"),
    "invite-coordinator": invites("Koordinierungsstelle"),
    "invite-lead": invites("Federführung"),
    "invite-auditor": invites("Leserecht"),
    "manage": sees(lambda stage: ManageOne(stage.training.id)),
    "manage-draft": sees(lambda stage: ManageOne(stage.draft.id)),
    "name-hosts": sees(lambda s: ChooseChange(s.training.id), lambda _: "Gemeinsam mit"),
    "mark": sees(lambda stage: SeePresence(stage.training.id, 0)),
    "read-name": attended("third"),
    "read-name-early": attended("early"),
    "read-name-own": own_name,
    "look-after": sees(lambda stage: OwnMember(stage.held.id)),
    "look-after-county": sees(lambda stage: OwnMember(stage.county.id)),
    "look-after-coordinator": sees(lambda stage: OwnMember(stage.colleague.id)),
    "ask-member": sees(lambda stage: AskMember(stage.held.id)),
    "end-membership": sees(lambda stage: AskEnd(stage.held.id)),
    "end-coordinator": sees(lambda stage: AskEnd(stage.colleague.id)),
    "end-restricted": sees(lambda stage: AskEnd(stage.restricted.id)),
    "approve": approves,
    "second": agrees("colleague"),
    "second-own": agrees("host"),
    "let-in": lets_in,
}


@pytest.mark.wide
async def test_people_get_where_the_page_says(world: World, outsider: Person) -> None:
    stage = await staged(world, outsider)
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        await register(
            store.registrations, stage.training.id, stage.held, now, network=world.bot.network
        )
    assert set(TRIALS) == set(ROWS)
    tried = {}
    for row in sorted(ROWS, key=lambda each: each == "mark"):
        if row == "mark":  # there is nothing to mark before the doors open
            await world.moves_to(STARTS - timedelta(minutes=30))
        for who in [*ASKED, "outsider"]:
            tried[row, who] = await TRIALS[row](stage, who)

    assert {cell: came for cell, came in tried.items() if cell[1] != "outsider"} == cells()
    assert [row for row in ROWS if tried[row, "outsider"]] == []
