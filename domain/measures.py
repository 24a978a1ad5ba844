"""Measures: what the network does about a hint, a need or an idea, by whom and until when.

No person stands in one, and no free text: each word is of a closed list or of the network's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from domain.demands import demand, demand_filled, demand_slug, tidy
from domain.localtime import quarter_of

LONGEST_MEASURE = 80
#: So many the network's file can add.
MOST_MEASURES = 100
#: So many quarters ahead something can be due, the present one included.
AHEAD = 8
#: Stands in the place of an office that is responsible: all of them together.
NETWORK = "network"


class MeasureKind(StrEnum):
    """What is to be done."""

    OFFER = "offer"
    SECOND_DATE = "second-date"
    OTHER_TIME = "other-time"
    INVITE = "invite"
    CONTACT_PERSON = "contact-person"
    QUOTAS = "quotas"
    RELEASE = "release"
    REMINDERS = "reminders"
    EARLIER = "earlier"
    MEETINGS = "meetings"
    FEEDBACK = "feedback"
    ONLINE = "online"
    CLOSING = "closing"
    EXCHANGE = "exchange"
    AGREEMENT = "agreement"
    TOGETHER = "together"
    OTHER = "other"


class MeasureSource(StrEnum):
    """What a measure was worked out from."""

    HINT = "hint"
    NEED = "need"
    IDEA = "idea"


class MeasureState(StrEnum):
    """How far a measure is."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    DONE = "done"
    DROPPED = "dropped"


class AboutKind(StrEnum):
    """Which closed list says what a measure is about."""

    TOPIC = "topic"
    SECTOR = "sector"
    FORMAT = "format"
    ALL = "all"


#: What is worth trying first, by the rule that found something.
FITTING: Mapping[str, Sequence[MeasureKind]] = {
    "o1": (MeasureKind.SECOND_DATE, MeasureKind.OFFER),
    "o2": (MeasureKind.OTHER_TIME, MeasureKind.INVITE),
    "o3": (MeasureKind.OFFER, MeasureKind.TOGETHER),
    "o4": (MeasureKind.INVITE, MeasureKind.CONTACT_PERSON),
    "o5": (MeasureKind.QUOTAS, MeasureKind.RELEASE),
    "o6": (MeasureKind.REMINDERS,),
    "o7": (MeasureKind.EARLIER,),
    "o8": (MeasureKind.MEETINGS,),
    "o9": (MeasureKind.FEEDBACK,),
    "o10": (MeasureKind.ONLINE,),
    "o11": (MeasureKind.CLOSING,),
    "o12": (MeasureKind.EXCHANGE, MeasureKind.CONTACT_PERSON),
    "o13": (MeasureKind.TOGETHER,),
}


#: What a hint can be about that is one thing.
_ONE = frozenset({AboutKind.TOPIC, AboutKind.SECTOR})


@dataclass(frozen=True, slots=True)
class MeasureTitle:
    """What a network adds to the closed list; one that is used is `retired`, never removed."""

    slug: str
    label: str
    retired: bool = False

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.slug)
        demand_filled(self, "label")
        demand(len(self.label) <= LONGEST_MEASURE, f"label: at most {LONGEST_MEASURE} letters fit")
        closed = {each.value for each in MeasureKind}
        demand(self.slug not in closed, f"slug {self.slug} is one of the closed list already")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the report of a `year`, and the states it had, the first one first.

    `source` is the code of a rule, or where it came from else. `about` is a slug of the closed
    list that its kind names, empty for the whole network, which is also meant by no `office`.
    """

    number: int
    year: int
    day: date
    source: str
    what: str
    about_kind: AboutKind
    about: str
    office: str | None
    due_year: int
    due_quarter: int
    states: Sequence[tuple[date, MeasureState]] = field(default=())

    @property
    def state(self) -> MeasureState:
        """How far it is; nobody has begun before anybody says so."""
        return self.states[-1][1] if self.states else MeasureState.PLANNED

    def at(self, day: date) -> MeasureState:
        """Return how far it was on a day."""
        by_then = [state for since, state in self.states if since <= day]
        return by_then[-1] if by_then else MeasureState.PLANNED

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in {MeasureState.DONE, MeasureState.DROPPED}

    def late(self, day: date) -> bool:
        """Whether it should be done by a day and is not."""
        now = (day.year, quarter_of(day))
        return not self.over and (self.due_year, self.due_quarter) < now


@dataclass(frozen=True, slots=True)
class MeasureScene:
    """What the questions depend on: the day, and the years of which no report is sealed."""

    today: date
    open_years: Sequence[int]


def known_of(year: int, hint: str) -> Mapping[str, str]:
    """Return what a hint (`o1/topic/trauma`) answers of a measure; nothing of several things."""
    rule, _, subject = hint.partition("/")
    kind, _, slug = subject.partition("/")
    known = {"year": str(year), "source": MeasureSource.HINT.value, "rule": rule}
    return {**known, "kind": kind, kind: slug} if kind in _ONE else known


def kinds(added: Iterable[MeasureTitle], rule: str = "") -> list[str]:
    """Return what can be chosen: what fits a rule first, then the network's, then all others."""
    fitting = [each.value for each in FITTING.get(rule, ())]
    own = [each.slug for each in added if not each.retired]
    return [*fitting, *own, *(each.value for each in MeasureKind if each not in fitting)]


def quarters_ahead(today: date) -> list[str]:
    """Return the quarters until which something can be due, the present one first: `2027-1`."""
    at = today.year * 4 + quarter_of(today) - 1
    return [f"{n // 4}-{n % 4 + 1}" for n in range(at, at + AHEAD)]


def in_use_and_gone(added: Iterable[MeasureTitle], used: Iterable[Measure]) -> list[str]:
    """Return what is in use and neither of the closed list nor of the network's file any more."""
    known = {*(each.slug for each in added), *(each.value for each in MeasureKind)}
    return sorted({each.what for each in used} - known)


def in_turn(found: Iterable[Measure]) -> list[Measure]:
    """Return measures as they are worked on: what is open by its quarter, then what is over."""
    return sorted(found, key=lambda m: (m.over, m.due_year, m.due_quarter, m.number))


def measure_of(said: Mapping[str, Any], today: date) -> Measure:
    """Return the measure that was put together by buttons; it has no number yet."""
    kind = AboutKind.TOPIC if said["source"] == MeasureSource.NEED else AboutKind(said["kind"])
    source = said["rule"] if said["source"] == MeasureSource.HINT else said["source"]
    due_year, _, due_quarter = said["due"].partition("-")
    return Measure(
        number=0,
        year=int(said["year"]),
        day=today,
        source=source,
        what=said["what"],
        about_kind=kind,
        about="" if kind is AboutKind.ALL else said[kind.value],
        office=None if said["office"] == NETWORK else said["office"],
        due_year=int(due_year),
        due_quarter=int(due_quarter),
    )


class NotNoted(StrEnum):
    """Why a measure, or its state, is not written."""

    SEALED = "sealed"
    GONE = "gone"
    SAME = "same"


class Measures(Protocol):
    """Where measures and their states go; None for one that is not there."""

    async def add(self, made: Measure) -> int: ...
    async def get(self, number: int) -> Measure | None: ...
    async def note(self, number: int, day: date, state: MeasureState) -> None: ...


class Sealed(Protocol):
    """Which years are closed for good."""

    async def sealed(self, year: int) -> bool: ...


class Books(Protocol):
    """Everything that a measure touches, in one transaction."""

    @property
    def measures(self) -> Measures: ...
    @property
    def seals(self) -> Sealed: ...


async def decide(books: Books, said: Mapping[str, Any], today: date) -> int | NotNoted:
    """Keep a measure and return its number, or why it cannot be kept."""
    made = measure_of(said, today)
    if await books.seals.sealed(made.year):
        return NotNoted.SEALED
    return await books.measures.add(made)


async def take_in(measures: Measures, made: Measure) -> None:
    """Keep a measure that comes from a file, with the states it had."""
    number = await measures.add(made)
    for day, state in made.states:
        await measures.note(number, day, state)


async def set_state(books: Books, number: int, state: MeasureState, today: date) -> NotNoted | None:
    """Note how far a measure is from today on; what it was before stays where it stands."""
    found = await books.measures.get(number)
    if found is None:
        return NotNoted.GONE
    if found.state is state:
        return NotNoted.SAME
    if await books.seals.sealed(today.year):
        return NotNoted.SEALED
    await books.measures.note(number, today, state)
    return None
