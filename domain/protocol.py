"""What coordinators enter into the ledger: of which days and years, and as which rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Protocol

from domain import protocol_rows
from domain.agreements import Agreed, in_order, kind_of, label_of
from domain.ledger import correction
from domain.ledger.correction import Hindrance, NotCorrected, Reason, correct
from domain.ledger.entries import Entry, LedgerKind, Sealed
from domain.network import Network
from domain.protocol_rows import Goal, JudgedBy, goals, is_meeting
from domain.vocabulary import EventFormat, FormatGroup, GoalStatus, Sector

MINUTES = (30, 60, 90, 120, 180, 240, 360)
FORMATS = tuple(each for each in EventFormat if each.group is FormatGroup.EXCHANGE)
MOST = 9999
QUARTERS = 5
#: What a new agreement takes the place of, if it does of none.
NOTHING = "none"
#: What can be corrected in the chat; of a meeting all rows at once.
CORRECTABLE = (LedgerKind.EXCHANGE_HELD, LedgerKind.PROCEDURE_AGREED, LedgerKind.ADVICE_TOTAL)
#: What the choices are read from beside these.
READ = (LedgerKind.GOAL_SET, LedgerKind.GOAL_RESULT, LedgerKind.ADVICE_TOTAL)


class Matter(StrEnum):
    """What is entered."""

    MEETING = "meeting"
    PROCEDURE = "procedure"
    ADVICE = "advice"
    GOAL = "goal"
    RESULT = "result"
    CORRECTION = "correction"


Rows = Sequence[tuple[int, Entry]]
Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProtocolScene:
    """What the choices depend on: `rows` can be corrected, `entries` are those of open years."""

    network: Network
    today: date
    open_years: tuple[int, ...]
    entries: Sequence[Entry] = ()
    rows: Rows = ()
    agreed: Sequence[Agreed] = ()

    def in_force(self) -> list[Agreed]:
        """Return the agreements that nothing has taken the place of, the newest first."""
        return [each.agreed for each in in_order(self.agreed) if each.replaced_by is None]

    def goals(self, year: int) -> list[protocol_rows.GoalOfYear]:
        """Return the goals set for a year."""
        return goals(self.of_year(year))

    def of_year(self, year: int) -> list[Entry]:
        """Return the rows of a year."""
        return [entry for entry in self.entries if entry.day.year == year]

    def entry(self, number: int) -> Entry | None:
        """Return a row that can be corrected."""
        return dict(self.rows).get(number)


def days(scene: ProtocolScene) -> list[date]:
    """Return the days something can have happened on, the newest first."""
    first = date(min(scene.open_years), 1, 1)
    return [scene.today - timedelta(days=n) for n in range((scene.today - first).days + 1)]


def quarters(scene: ProtocolScene) -> list[str]:
    """Return the quarters that have begun and can be filled, the newest first: `2027-1`."""
    at = scene.today.year * 4 + (scene.today.month - 1) // 3
    found = [(n // 4, n % 4 + 1) for n in range(at, at - QUARTERS, -1)]
    return [f"{year}-{quarter}" for year, quarter in found if year in scene.open_years]


def years(matter: Matter, scene: ProtocolScene) -> list[int]:
    """Return the years that something can be entered for."""
    if matter is Matter.RESULT:
        return [year for year in scene.open_years if scene.goals(year)]
    return [*scene.open_years, scene.today.year + 1]


def goals_of(matter: Matter, year: int, scene: ProtocolScene) -> list[Goal]:
    """Return the goals that can be set, or whose result can be entered."""
    if matter is Matter.RESULT:
        return [each.goal for each in scene.goals(year)]
    return list(Goal)


def leading(scene: ProtocolScene) -> list[int]:
    """Return the numbers of rows that stand for a whole, the newest first.

    The minutes of a meeting do not, nor who was there.
    """
    return [number for number, entry in reversed(scene.rows) if _leads(entry)]


def _leads(entry: Entry) -> bool:
    return entry.kind is not LedgerKind.EXCHANGE_HELD or is_meeting(entry)


def has_number(entry: Entry | None) -> bool:
    """Return whether a row can get another number: only a total can."""
    return entry is not None and entry.kind is LedgerKind.ADVICE_TOTAL


def _within(year: int, today: date) -> date:
    """Return today, or the day of the year that is nearest to it."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def quarter_day(quarter: str, today: date) -> date:
    """Return the day a quarter's total stands on: its last one, or today within it."""
    year, _, number = quarter.partition("-")
    month = 3 * int(number)
    last = date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return min(last, today)


def day_of(said: Said, scene: ProtocolScene) -> date:
    """Return the day on which the rows will stand."""
    match Matter(said["matter"]):
        case Matter.MEETING | Matter.PROCEDURE:
            return date.fromisoformat(said["day"])
        case Matter.ADVICE:
            return quarter_day(said["quarter"], scene.today)
        case Matter.GOAL | Matter.RESULT:
            return _within(int(said["year"]), scene.today)
        case Matter.CORRECTION:
            entry = scene.entry(int(said["entry"]))
            assert entry is not None
            return entry.day


def possible(said: Said, scene: ProtocolScene) -> bool:
    """Whether it still can be written: the year is open, and the row to correct is there."""
    if "entry" in said and scene.entry(int(said["entry"])) is None:
        return False
    return day_of(said, scene).year in (*scene.open_years, scene.today.year + 1)


def entries(said: Said, scene: ProtocolScene) -> list[Entry]:
    """Return the rows of what was entered; corrections write theirs another way."""
    day = day_of(said, scene)
    match Matter(said["matter"]):
        case Matter.MEETING:
            sectors = [Sector(slug) for slug in said.get("sectors", ())]
            held = EventFormat(said["format"])
            offices = said.get("offices", ())
            return protocol_rows.exchange_held(day, held, int(said["minutes"]), offices, sectors)
        case Matter.PROCEDURE:
            kind = kind_of(scene.network.agreements, said["procedure"])
            return [protocol_rows.procedure_agreed(day, kind)]
        case Matter.ADVICE:
            return [protocol_rows.advice_total(day, said["number"])]
        case Matter.GOAL:
            known = scene.of_year(int(said["year"]))
            return [protocol_rows.goal_set(day, Goal(said["goal"]), said["number"], known)]
        case Matter.RESULT:
            known = scene.of_year(int(said["year"]))
            return protocol_rows.goal_judged(
                day, Goal(said["goal"]), GoalStatus(said["status"]), known
            )
        case Matter.CORRECTION:
            return []


def corrections(said: Said, scene: ProtocolScene) -> list[tuple[int, int]]:
    """Return the numbers of the rows to correct, and what each shall be."""
    number = int(said["entry"])
    entry = scene.entry(number)
    if entry is None:
        return []
    if entry.kind is LedgerKind.EXCHANGE_HELD:
        held = [row for row in scene.rows if row[1].kind is LedgerKind.EXCHANGE_HELD]
        return [(each, 0) for each in protocol_rows.whole_meeting(held, number)]
    return [(number, said.get("number", 0))]


class Years(Protocol):
    """In which year a row stands; None if there is no such row."""

    async def year_of(self, entry_id: int) -> int | None: ...


class Ledger(correction.Ledger, Protocol):
    """Where rows that are new go."""

    async def add(self, entries: Sequence[Entry]) -> None: ...


class Agreements(Protocol):
    """Where agreements go, beside their rows."""

    async def add(self, made: Agreed) -> None: ...


class Judgements(Protocol):
    """Where it goes how a result was judged, beside its row."""

    async def add(self, number: int, how: JudgedBy) -> None: ...


class Books(Protocol):
    """Everything the log reads and writes, in one transaction."""

    @property
    def years(self) -> Years: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def agreements(self) -> Agreements: ...
    @property
    def judgements(self) -> Judgements: ...
    @property
    def seals(self) -> Sealed: ...


async def write(books: Books, said: Said, scene: ProtocolScene) -> NotCorrected | None:
    """Write what was entered, or correct what stands there; return why not, if it cannot be."""
    year = await _year(books, said, scene)
    if year is not None and await books.seals.sealed(year):  # meanwhile
        return NotCorrected(Hindrance.SEALED, year)
    if not possible(said, scene):  # somebody was faster
        return NotCorrected(Hindrance.GONE)
    if "entry" in said:
        return await correct(books, corrections(said, scene), Reason(said["reason"]))
    match Matter(said["matter"]):
        case Matter.PROCEDURE:
            await _agree(books, said, scene)
        case Matter.RESULT:
            *back, made = entries(said, scene)
            await books.ledger.add(back)
            await books.judgements.add(await books.ledger.write(made), JudgedBy(said["judged"]))
        case _:
            await books.ledger.add(entries(said, scene))
    return None


async def _agree(books: Books, said: Said, scene: ProtocolScene) -> None:
    """Write the row of an agreement, and beside it what members read."""
    (entry,) = entries(said, scene)
    title, replaced = said["procedure"], said.get("replaces", NOTHING)
    in_force = {str(each.number): each.number for each in scene.in_force()}
    number = await books.ledger.write(entry)
    label = label_of(scene.network.agreements, title, scene.agreed)
    offices = tuple(said.get("agreed", ()))
    made = Agreed(number, entry.day, title, label, offices, in_force.get(replaced))
    await books.agreements.add(made)


async def _year(books: Books, said: Said, scene: ProtocolScene) -> int | None:
    """Return the year in which it would be written; rows of a sealed one are not in the scene."""
    if "entry" in said:
        return await books.years.year_of(int(said["entry"]))
    return day_of(said, scene).year
