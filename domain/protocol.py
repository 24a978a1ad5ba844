"""What coordinators enter into the ledger by buttons: the steps, what each offers, the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from domain import logbook
from domain.correction import Reason
from domain.ledger import Entry, LedgerKind
from domain.logbook import Goal, Procedure, goals, is_meeting
from domain.network import Network
from domain.vocabulary import EventFormat, FormatGroup, GoalStatus, Sector

MINUTES = (30, 60, 90, 120, 180, 240, 360)
FORMATS = tuple(each for each in EventFormat if each.group is FormatGroup.EXCHANGE)
MOST = 9999
QUARTERS = 5
DONE, WRITE = "done", "write"
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


class Step(StrEnum):
    """What is asked."""

    DAY = "day"
    FORMAT = "format"
    MINUTES = "minutes"
    OFFICES = "offices"
    SECTORS = "sectors"
    PROCEDURE = "procedure"
    QUARTER = "quarter"
    NUMBER = "number"
    YEAR = "year"
    GOAL = "goal"
    STATUS = "status"
    ENTRY = "entry"
    REASON = "reason"
    CHECK = "check"


STEPS: Mapping[Matter, tuple[Step, ...]] = {
    Matter.MEETING: (Step.DAY, Step.FORMAT, Step.MINUTES, Step.OFFICES, Step.SECTORS, Step.CHECK),
    Matter.PROCEDURE: (Step.DAY, Step.PROCEDURE, Step.CHECK),
    Matter.ADVICE: (Step.QUARTER, Step.NUMBER, Step.CHECK),
    Matter.GOAL: (Step.YEAR, Step.GOAL, Step.NUMBER, Step.CHECK),
    Matter.RESULT: (Step.YEAR, Step.GOAL, Step.STATUS, Step.CHECK),
    Matter.CORRECTION: (Step.ENTRY, Step.NUMBER, Step.REASON, Step.CHECK),
}
#: Steps at which several can be chosen, until «Fertig».
SEVERAL = frozenset({Step.OFFICES, Step.SECTORS})

Rows = Sequence[tuple[int, Entry]]
Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the choices depend on: `rows` can be corrected, `entries` are those of open years."""

    network: Network
    today: date
    open_years: tuple[int, ...]
    entries: Sequence[Entry] = ()
    rows: Rows = ()

    def goals(self, year: int) -> list[logbook.GoalOfYear]:
        """Return the goals set for a year."""
        return goals(self.of_year(year))

    def of_year(self, year: int) -> list[Entry]:
        """Return the rows of a year."""
        return [entry for entry in self.entries if entry.day.year == year]

    def entry(self, number: int) -> Entry | None:
        """Return a row that can be corrected."""
        return dict(self.rows).get(number)


def steps(said: Said, scene: Scene) -> tuple[Step, ...]:
    """Return the steps of what is entered; only a total can get another number."""
    found = STEPS[Matter(said["matter"])]
    if Step.ENTRY in found and "entry" in said:
        entry = scene.entry(int(said["entry"]))
        if entry is None or entry.kind is not LedgerKind.ADVICE_TOTAL:
            return tuple(step for step in found if step is not Step.NUMBER)
    return found


def after(step: Step, said: Said, scene: Scene) -> Step:
    """Return the step that follows."""
    found = steps(said, scene)
    return found[found.index(step) + 1]


def before(step: Step, said: Said, scene: Scene) -> Step | None:
    """Return the step before; None at the first one."""
    found = steps(said, scene)
    return found[found.index(step) - 1] if found.index(step) else None


def without(said: Said, from_: Step, scene: Scene) -> dict[str, Any]:
    """Return what was said before a step."""
    found = steps(said, scene)
    later = {str(step) for step in found[found.index(from_) :]}
    return {key: value for key, value in said.items() if key not in later}


def days(scene: Scene) -> list[date]:
    """Return the days something can have happened on, the newest first."""
    first = date(min(scene.open_years), 1, 1)
    return [scene.today - timedelta(days=n) for n in range((scene.today - first).days + 1)]


def quarters(scene: Scene) -> list[str]:
    """Return the quarters that have begun and can be filled, the newest first: `2027-1`."""
    at = scene.today.year * 4 + (scene.today.month - 1) // 3
    found = [(n // 4, n % 4 + 1) for n in range(at, at - QUARTERS, -1)]
    return [f"{year}-{quarter}" for year, quarter in found if year in scene.open_years]


def options(step: Step, said: Said, scene: Scene) -> list[str]:
    """Return what can be answered at a step, apart from numbers."""
    match step:
        case Step.DAY:
            return [day.isoformat() for day in days(scene)]
        case Step.QUARTER:
            return quarters(scene)
        case Step.YEAR:
            return [str(year) for year in _years(said, scene)]
        case Step.GOAL:
            return _goals(said, scene)
        case Step.ENTRY:
            return [str(number) for number, entry in reversed(scene.rows) if _leads(entry)]
        case Step.OFFICES | Step.SECTORS:
            return _several(step, said, scene)
        case _:
            return [str(each) for each in _FIXED.get(step, ())]


_FIXED: Mapping[Step, Sequence[object]] = {
    Step.FORMAT: FORMATS,
    Step.MINUTES: MINUTES,
    Step.PROCEDURE: tuple(Procedure),
    Step.STATUS: tuple(GoalStatus),
    Step.REASON: tuple(Reason),
    Step.CHECK: (WRITE,),
}


def _years(said: Said, scene: Scene) -> list[int]:
    if said["matter"] == Matter.RESULT:
        return [year for year in scene.open_years if scene.goals(year)]
    return [*scene.open_years, scene.today.year + 1]


def _goals(said: Said, scene: Scene) -> list[str]:
    if said["matter"] == Matter.RESULT:
        return [each.goal for each in scene.goals(int(said["year"]))]
    return list(Goal)


def _leads(entry: Entry) -> bool:
    """Whether a row stands for the whole: not the minutes, not who was there."""
    return entry.kind is not LedgerKind.EXCHANGE_HELD or is_meeting(entry)


def _several(step: Step, said: Said, scene: Scene) -> list[str]:
    """Return the switches of a step: `+` chooses, `-` drops; and the end, once it may be."""
    slugs = (
        [office.slug for office in scene.network.offices]
        if step is Step.OFFICES
        else [each.value for each in scene.network.sectors]
    )
    switches = [("-" if slug in said.get(step, ()) else "+") + slug for slug in slugs]
    anybody = said.get(Step.OFFICES) or said.get(Step.SECTORS)
    return [*switches, DONE] if step is Step.OFFICES or anybody else switches


def switched(said: Said, step: Step, value: str) -> dict[str, Any]:
    """Return what was said with one more or one fewer chosen."""
    chosen = [slug for slug in said.get(step, ()) if slug != value[1:]]
    return {**said, str(step): [*chosen, value[1:]] if value[0] == "+" else chosen}


def _within(year: int, today: date) -> date:
    """Return today, or the day of the year that is nearest to it."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def quarter_day(quarter: str, today: date) -> date:
    """Return the day a quarter's total stands on: its last one, or today within it."""
    year, _, number = quarter.partition("-")
    month = 3 * int(number)
    last = date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return min(last, today)


def day_of(said: Said, scene: Scene) -> date:
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


def possible(said: Said, scene: Scene) -> bool:
    """Whether it still can be written: the year is open, and the row to correct is there."""
    if "entry" in said and scene.entry(int(said["entry"])) is None:
        return False
    return day_of(said, scene).year in (*scene.open_years, scene.today.year + 1)


def entries(said: Said, scene: Scene) -> list[Entry]:
    """Return the rows of what was entered; corrections write theirs another way."""
    day = day_of(said, scene)
    match Matter(said["matter"]):
        case Matter.MEETING:
            sectors = [Sector(slug) for slug in said.get("sectors", ())]
            held = EventFormat(said["format"])
            offices = said.get("offices", ())
            return logbook.exchange_held(day, held, int(said["minutes"]), offices, sectors)
        case Matter.PROCEDURE:
            return [logbook.procedure_agreed(day, Procedure(said["procedure"]))]
        case Matter.ADVICE:
            return [logbook.advice_total(day, said["number"])]
        case Matter.GOAL:
            known = scene.of_year(int(said["year"]))
            return [logbook.goal_set(day, Goal(said["goal"]), said["number"], known)]
        case Matter.RESULT:
            known = scene.of_year(int(said["year"]))
            return logbook.goal_judged(day, Goal(said["goal"]), GoalStatus(said["status"]), known)
        case Matter.CORRECTION:
            return []


def corrections(said: Said, scene: Scene) -> list[tuple[int, int]]:
    """Return the numbers of the rows to correct, and what each shall be."""
    number = int(said["entry"])
    entry = scene.entry(number)
    if entry is None:
        return []
    if entry.kind is LedgerKind.EXCHANGE_HELD:
        held = [row for row in scene.rows if row[1].kind is LedgerKind.EXCHANGE_HELD]
        return [(each, 0) for each in logbook.whole_meeting(held, number)]
    return [(number, said.get("number", 0))]
