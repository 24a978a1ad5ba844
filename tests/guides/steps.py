"""What people do in the jobs of the handbooks, as data, and how it is played.

A job is written as the handbook tells it, its steps parted by ` > `:

    /neu                 writes a command; CODE in it stands for that of a certificate,
                         DOOR for that at the door of the next training
    „Rathaus, Saal 2“    writes a text
    «Jetzt senden»       presses the newest button called so; «1. …» the newest that begins so
    invited              opens an invitation of its own
    until 11.3.27 7:31   lets time pass, local
    [planen 2]           takes the picture `planen` of the newest two messages
    [planen 2 1]         the same, of the first of these two
    Neuss: «Anmelden»    somebody else does it meanwhile
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.demo.phones import COLLEAGUE, COORDINATOR, DORMAGEN, MEMBER, NEUSS, POLICE
from bot.demo.stage import NETWORK, Stage
from bot.network_file import load
from domain import presence_door
from domain.channel import in_chat
from domain.localtime import local_day
from domain.network import Network
from domain.paper_certificate import Certificate, code_of
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from standin.people.person import Person
from standin.world.chats import Standing
from talk.start import Opening, Purpose

NAMES = {
    "Kaarst": COORDINATOR,
    "Kollegin": COLLEAGUE,
    "Mitglied": MEMBER,
    "Neuss": NEUSS,
    "Dormagen": DORMAGEN,
    "Polizei": POLICE,
}
#: Members who are only counted: enough that numbers are told.
_CROWD = (("rkn-neuss", 3), ("rkn-dormagen", 2), ("rkn-kreis", 2), ("rkn-kaarst", 2))


@dataclass(frozen=True, slots=True)
class Says:
    """Writes a text or a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Presses the newest button whose label is this, or begins so if it ends with «…»."""

    label: str


@dataclass(frozen=True, slots=True)
class Invited:
    """Opens an invitation of its own."""


@dataclass(frozen=True, slots=True)
class Until:
    """Lets time pass until a moment, local and without a zone."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Shot:
    """Takes the picture of the newest messages on this phone, or of some of them."""

    name: str
    newest: int
    of_them: int


Deed = Says | Taps | Invited


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and whose it is."""

    person: int
    what: Deed | Until | Shot


@dataclass(frozen=True, slots=True)
class Job:
    """One heading of a handbook: whose it is, and what is done from beginning to end.

    `before` is what makes the job possible; the handbook does not tell it.
    """

    heading: str
    who: str
    told: str
    before: str = ""

    @property
    def steps(self) -> list[Step]:
        """Return all steps. Raises ValueError if one cannot be read."""
        return [step for told in (self.before, self.told) for step in _read(told, NAMES[self.who])]

    @property
    def shots(self) -> list[str]:
        """Return the names of its pictures."""
        return [step.what.name for step in self.steps if isinstance(step.what, Shot)]


_SHOT = re.compile(r"\[([a-z-]+)(?: (\d))?(?: (\d))?\]")
_BY = re.compile(rf"({'|'.join(NAMES)}): (.+)")


def _read(told: str, person: int) -> list[Step]:
    return [_step(one.strip(), person) for one in told.split(" > ") if one.strip()]


def _step(told: str, person: int) -> Step:
    if by := _BY.fullmatch(told):
        return _step(by[2], NAMES[by[1]])
    if shot := _SHOT.fullmatch(told):
        newest = int(shot[2] or 1)
        return Step(person, Shot(shot[1], newest, int(shot[3] or newest)))
    if told.startswith("until "):
        return Step(person, Until(datetime.strptime(told, "until %d.%m.%y %H:%M")))  # noqa: DTZ007
    if told == "invited":
        return Step(person, Invited())
    if told.startswith("«") and told.endswith("»"):
        return Step(person, Taps(told[1:-1]))
    if told.startswith("„") and told.endswith("“"):
        return Step(person, Says(told[1:-1]))
    if told.startswith("/"):
        return Step(person, Says(told))
    raise ValueError(f"{told!r} is no step")


class Hands(Protocol):
    """Who plays: people themselves, or a mouse in front of the page."""

    async def does(self, person: int, deed: Deed) -> None:
        """Do something with somebody's phone. Raises AssertionError if it cannot be done."""

    async def shot(self, person: int, shot: Shot) -> None:
        """Take a picture, or look whether there is anything to be seen."""


class People:
    """Plays without a browser."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def does(self, person: int, deed: Deed) -> None:
        """Do it at once."""
        one = self._stage.person(person)
        match deed:
            case Says(text):
                await one.says(text)
            case Taps(label):
                await one.taps(whole(one, label))
            case Invited():
                await one.opens(await self._stage.invitation(person))

    async def shot(self, person: int, shot: Shot) -> None:
        """Look whether there are so many messages."""
        shown = self._stage.person(person).chat.shown()
        assert len(shown) >= shot.newest, "there are too few messages"


async def play(stage: Stage, hands: Hands, job: Job) -> None:
    """Play a job. Raises AssertionError with the job and the step that cannot be done."""
    await stage.moves_to(following(stage.clock.now()))
    for step in job.steps:
        try:
            await _done(stage, hands, step)
        except AssertionError as error:
            raise AssertionError(f"{job.heading}: {step.what}: {error}") from error


async def _done(stage: Stage, hands: Hands, step: Step) -> None:
    match step.what:
        case Until(moment):
            await stage.moves_to(moment.replace(tzinfo=stage.network.zone))
        case Shot() as shot:
            await hands.shot(step.person, shot)
        case deed:
            person = stage.person(step.person)
            if isinstance(deed, Taps) and whole(person, deed.label) not in person.labels:
                await stage.settled()  # what only a tick brings may still come
            if isinstance(deed, Says) and "CODE" in deed.text:
                deed = Says(deed.text.replace("CODE", await _code(stage)))
            if isinstance(deed, Says) and "DOOR" in deed.text:
                deed = Says(deed.text.replace("DOOR", await _door(stage)))
            await hands.does(step.person, deed)
            await stage.idle()


async def _code(stage: Stage) -> str:
    """Return the code on a certificate of the training that was closed last."""
    now, zone = stage.clock.now(), stage.network.zone
    async with stage.bot.database.reading() as store:
        key = await store.proofs.certificates_if_any()
        past = await store.trainings.past(None, now, 0)
    assert key is not None, "no certificate was printed"
    held = next(each.training for each in past.items if each.training.over(now))
    first, last = local_day(held.plan.starts_at, zone), local_day(held.plan.ends_at, zone)
    return code_of(key, Certificate(stage.network.slug, held.id, first, last, held.plan.units or 0))


async def _door(stage: Stage) -> str:
    """Return what the code opens that was printed for the door of the next training."""
    now = stage.clock.now()
    async with stage.bot.database.reading() as store:
        key = await store.proofs.check_in_if_any()
        coming = await store.trainings.offered(now)
    assert key is not None, "no code was printed"
    next_one = min(coming, key=lambda each: each.starts_at)
    day = local_day(next_one.starts_at, stage.network.zone)
    code = presence_door.code_of(key, stage.network.slug, next_one.id, day)
    return Opening(Purpose.CHECK_IN, code).written()


def following(now: datetime) -> datetime:
    """Return the next full ten minutes: a job that takes less than one shows the same times."""
    begun = now.replace(minute=now.minute // 10 * 10, second=0, microsecond=0)
    return begun + timedelta(minutes=10)


def whole(person: Person, label: str) -> str:
    """Return a label that is on a button, newest message first; `label` if there is none."""
    if not label.endswith("…"):
        return label
    start = label.removesuffix("…")
    return next((one for one in person.labels if one.startswith(start)), label)


def network() -> Network:
    """Return the network of the handbooks: all that a network can switch on is."""
    return replace(load(NETWORK), presence=True)


async def people(stage: Stage) -> None:
    """Let the others of the network be there: two more phones, and who is only counted."""
    stage.colleague()
    stage.telegram.person(MEMBER, "Fachkraft Kaarst")
    crowd = [office for office, n in _CROWD for _ in range(n)]
    async with stage.bot.database.transaction() as store:
        for number, office in enumerate(crowd, 2001):
            stage.telegram.person(number, str(number)).chat.standing = Standing.MEMBER
            place = Place(office, Sector.YOUTH_OFFICE)
            newcomer = Newcomer(in_chat(number), Role.SPECIALIST, place)
            await store.persons.add(newcomer, stage.clock.now().date())
