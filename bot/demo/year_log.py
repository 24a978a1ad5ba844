"""What coordinators enter by buttons in a year: meetings, agreements, advice totals, goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.demo.year_calendar import workdays
from bot.demo.year_goals import Results, chosen, judged
from bot.demo.year_scene import YearScene
from domain.agreements import Agreed
from domain.ledger.entries import Entry
from domain.protocol_rows import (
    Goal,
    JudgedBy,
    advice_total,
    exchange_held,
    goal_result,
    goal_set,
    procedure_agreed,
)
from domain.vocabulary import EventFormat, Procedure, Sector
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
#: Goals of which an agreement shows that they are reached.
_WRITTEN_DOWN = frozenset({Goal.PROCEDURES, Goal.JOINT_STANDARDS})
#: One advice in a quarter by so many members; how busy each quarter is beside the others.
_ADVICE, _QUARTERS = 11, (1.05, 1.0, 0.8, 1.15)


async def log(scene: YearScene, store: Store, meetings: Sequence[date]) -> None:
    """Enter the year; the goals last, when all that counts for them has happened."""
    rows, agreed = _meetings(scene, meetings)
    await store.ledger.add(rows)
    await _agree(store, agreed)
    await store.ledger.add(_advice(scene))
    for goal, result, how in _goals(scene):
        await store.ledger.add([goal])
        await store.judgements.add(await store.ledger.write(result), how)


async def _agree(store: Store, agreed: Sequence[Agreed]) -> None:
    """Enter agreements; one of the same title takes the place of the one before."""
    standing = {each.title: each.number for each in await store.agreements.all()}
    for each in agreed:
        number = await store.ledger.write(procedure_agreed(each.day, Procedure(each.title)))
        before = standing.get(each.title)
        await store.agreements.add(replace(each, number=number, replaces=before))
        standing[each.title] = number


def _meetings(scene: YearScene, days: Sequence[date]) -> tuple[list[Entry], list[Agreed]]:
    """Return conferences that the bot did not announce, and what their offices agreed upon."""
    rows: list[Entry] = []
    found: list[Agreed] = []
    offices = [office.slug for office in scene.network.offices]
    for number, day in enumerate(days):
        there = scene.chance.sample(offices, len(offices) - scene.chance.randint(0, 1))
        held = EventFormat.COORDINATION_CONFERENCE
        rows += exchange_held(day, held, 120, there, [Sector.YOUTH_OFFICE])
        scene.tell("meeting", day=day.isoformat(), format=held.value, offices=there)
        times = scene.chance.randint(0, 2) if number else 1
        kinds, weights = list(_PROCEDURES), list(_PROCEDURES.values())
        for agreed in scene.chance.choices(kinds, weights, k=times):
            found.append(Agreed(0, day, agreed.value, offices=there))
            facts = {"procedure": agreed.value, "offices": there}
            scene.tell("procedure", day=day.isoformat(), **facts)
    return rows, found


def _advice(scene: YearScene) -> list[Entry]:
    """Return the advice total of each quarter, entered on its last working day."""
    rows = []
    ends = {(day.month - 1) // 3: day for day in workdays(scene.year)}
    for quarter, day in ends.items():
        usual = len(scene.people) / _ADVICE * _QUARTERS[quarter]
        advised = max(1, round(usual * scene.chance.uniform(0.88, 1.12)))
        rows.append(advice_total(day, advised))
        scene.tell("advice", day=day.isoformat(), n=advised)
    return rows


def _goals(scene: YearScene) -> list[tuple[Entry, Entry, JudgedBy]]:
    """Return the year's goals as set in January and judged in December, and by what."""
    rows = []
    days = workdays(scene.year)
    early = next(day for day in days if day >= date(scene.year, 1, 20))
    late = next(day for day in days if day >= date(scene.year, 12, 10))
    results = Results(scene.told(), scene.before())
    for goal, target in chosen(scene).items():
        result = results.of(goal)
        status = judged(target, result)
        how = JudgedBy.AGREEMENT if goal in _WRITTEN_DOWN else JudgedBy.FIGURE
        rows.append((goal_set(early, goal, target), goal_result(late, goal, status), how))
        facts = {"target": target, "result": result, "status": status.value}
        scene.tell("goal", goal=goal.value, **facts)
    return rows
