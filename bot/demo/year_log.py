"""What coordinators enter by buttons in a year: meetings, agreements, advice totals, goals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.demo.year_calendar import workdays
from bot.demo.year_scene import Scene
from domain.ledger import Entry
from domain.logbook import (
    Goal,
    Procedure,
    advice_total,
    exchange_held,
    goal_result,
    goal_set,
    procedure_agreed,
)
from domain.vocabulary import EventFormat, GoalStatus, Sector
from storage.store import Store

#: How often each is agreed on; the rest is rare.
_PROCEDURES = {
    Procedure.PROCEDURE: 5,
    Procedure.REPORTING_PATH: 4,
    Procedure.FORM: 3,
    Procedure.FLYER: 3,
    Procedure.GUIDELINE: 2,
    Procedure.AGREEMENT: 2,
    Procedure.DIRECTORY: 1,
}
#: One advice in a quarter by so many members; how busy each quarter is beside the others.
_ADVICE, _QUARTERS = 11, (1.05, 1.0, 0.8, 1.15)


async def log(scene: Scene, store: Store, meetings: Sequence[date]) -> None:
    """Enter the year."""
    rows = [*_meetings(scene, meetings), *_advice(scene)]
    await store.ledger.add([*rows, *_goals(scene)])


def _meetings(scene: Scene, days: Sequence[date]) -> list[Entry]:
    """Return conferences that the bot did not announce, with what was agreed there."""
    rows: list[Entry] = []
    offices = [office.slug for office in scene.network.offices]
    for number, day in enumerate(days):
        there = scene.chance.sample(offices, len(offices) - scene.chance.randint(0, 1))
        held = EventFormat.COORDINATION_CONFERENCE
        rows += exchange_held(day, held, 120, there, [Sector.YOUTH_OFFICE])
        scene.tell("meeting", day=day.isoformat(), format=held.value, offices=there)
        times = scene.chance.randint(0, 2) if number else 1
        kinds, weights = list(_PROCEDURES), list(_PROCEDURES.values())
        for agreed in scene.chance.choices(kinds, weights, k=times):
            rows.append(procedure_agreed(day, agreed))
            scene.tell("procedure", day=day.isoformat(), procedure=agreed.value)
    return rows


def _advice(scene: Scene) -> list[Entry]:
    """Return the advice total of each quarter, entered on its last working day."""
    rows = []
    ends = {(day.month - 1) // 3: day for day in workdays(scene.year)}
    for quarter, day in ends.items():
        usual = len(scene.people) / _ADVICE * _QUARTERS[quarter]
        advised = max(1, round(usual * scene.chance.uniform(0.88, 1.12)))
        rows.append(advice_total(day, advised))
        scene.tell("advice", day=day.isoformat(), n=advised)
    return rows


def _goals(scene: Scene) -> list[Entry]:
    rows: list[Entry] = []
    for goal, status in zip(scene.chance.sample(list(Goal), 4), GoalStatus, strict=True):
        target = scene.chance.randint(1, 9)
        rows.append(goal_set(date(scene.year, 1, 20), goal, target))
        rows.append(goal_result(date(scene.year, 12, 10), goal, status))
        scene.tell("goal", goal=goal.value, target=target, status=status.value)
    return rows
