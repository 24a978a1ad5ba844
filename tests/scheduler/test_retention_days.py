"""Three years, jumped through from edge to edge: each row ends on its day, none before or after."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.backups import forget_old, named
from domain.channel import in_chat
from domain.close import Group, close
from domain.person import Newcomer, Place
from domain.vocabulary import EventStatus, Role, Sector
from standin.people.person import Person
from storage.erasures import Erasures, Gone
from storage.seat_tables import metadata
from tests.chat.conftest import World, coordinator, flood, outsider, world
from tests.chat.stage import STARTS, coordinates, plan, planned
from tests.scheduler.test_retention import LASTING, PERSONAL, litter, seated

__all__ = ["coordinator", "flood", "outsider", "world"]

ROOT = Path(__file__).resolve().parents[2]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
YEARS = 3 * 365 * DAY + 60 * DAY
BERLIN = ZoneInfo("Europe/Berlin")
#: What an end may be late: ticks that forget beat by the hour.
BEAT = timedelta(hours=1, minutes=1)
ENDS = STARTS + timedelta(hours=3, minutes=30)

Row = dict[str, Any]
Rows = dict[str, dict[Any, Row]]


def days(column: str, whole: int) -> Callable[[Row, Rows], datetime | None]:
    """Return the rule that a row ends so many days after a moment, or after that whole day."""

    def rule(row: Row, _: Rows) -> datetime | None:
        since = row[column]
        if since is None:
            return None
        if isinstance(since, datetime):
            return since + whole * DAY
        return datetime.combine(since + (whole + 1) * DAY, time.min, BERLIN)

    return rule


def earliest(*moments: datetime | None) -> datetime | None:
    """Return the first of the moments there are."""
    return min((each for each in moments if each is not None), default=None)


def of_registration(row: Row, rows: Rows) -> datetime | None:
    about = rows["training"][row["training_id"]]
    kept = {"closed_at": 30, "ends_at": 90, "cancelled_at": 90}
    return earliest(*(days(column, whole)(about, rows) for column, whole in kept.items()))


def of_regret(row: Row, rows: Rows) -> datetime | None:
    about = rows["training"][row["training_id"]]
    return earliest(about["deadline_at"], about["cancelled_at"])


def of_delivery(row: Row, rows: Rows) -> datetime | None:
    if row["settled_at"] is not None:
        return days("settled_at", 7)(row, rows)
    return days("due_at", 30 + 7)(row, rows)  # given up after 30 days


def of_person(row: Row, rows: Rows) -> datetime | None:
    """A year without use or a month out of reach, unless the processing is restricted."""
    if row["restricted_on"] is not None:
        return None
    silent = datetime.combine(row["active_on"] + 365 * DAY, time.min, BERLIN)
    away = [each for each in rows["address"].values() if each["person_id"] == row["id"]]
    return earliest(silent, *(days("unreachable_since", 30)(each, rows) for each in away))


def with_person(row: Row, rows: Rows) -> datetime | None:
    return of_person(rows["person"][row["person_id"]], rows)


def of_training(row: Row, rows: Rows) -> datetime | None:
    return row["ends_at"] if row["status"] == EventStatus.DRAFT else None


def with_delivery(row: Row, rows: Rows) -> datetime | None:
    return of_delivery(rows["delivery"][row["delivery_id"]], rows)


def of_move(row: Row, _: Rows) -> datetime | None:
    ends: datetime | None = row["moves_at"] or row["expires_at"]
    return ends


#: When a row ends, though nobody acts. These numbers stand here once more on purpose: they are
#: what people were told (the notice, docs/decisions.md), whatever the settings become.
ENDING: dict[str, Callable[[Row, Rows], datetime | None]] = {
    "person": of_person, "address": with_person, "subscription": with_person,
    "access_request": days("requested_at", 30), "invitation": days("expires_at", 30),
    "draft": days("changed_at", 7), "registration": of_registration, "account_move": of_move,
    "substitute": days("expires_at", 0), "regret": of_regret, "moveup": days("ended_at", 7),
    "delivery": of_delivery, "delivery_attempt": with_delivery,
    "inbox_update": days("received_at", 8), "exchange_pending": days("noted_at", 8),
    "report_request": days("asked_at", 8), "set_aside": days("noted_at", 1),
    "deed": days("day", 365), "second": days("asked_on", 7), "place_change": days("asked_on", 30),
    "training": of_training,
}  # fmt: skip
#: These may go before: counted at night, made, repaired, or with the seat they are of.
SOONER = {"exchange_pending", "report_request", "set_aside", "moveup", "delivery", "inbox_update"}
#: Names of processes, written at every beat.
RUNNING = {"lease", "send_gate"}


def test_each_table_is_in_a_line() -> None:
    """A new table ends by a rule of this file, or lasts and says why in the other one."""
    assert set(ENDING) - {"training"} == set(PERSONAL)
    assert set(ENDING) | set(LASTING) == set(metadata.tables)


async def look(world: World) -> Rows:
    """Return all rows of all tables, by what tells them from each other."""
    found: Rows = {}
    async with world.bot.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            keys = list(table.primary_key.columns.keys())
            rows = (await connection.execute(sa.select(table))).mappings().all()
            found[table.name] = {tuple(r[k] for k in keys): dict(r) for r in rows}
            if keys == ["id"]:
                found[table.name] = {r["id"]: dict(r) for r in rows}
    return found


def limits(rows: Rows) -> dict[tuple[str, Any], datetime | None]:
    """Return when each row ends."""
    return {
        (name, key): rule(row, rows)
        for name, rule in ENDING.items()
        for key, row in rows[name].items()
    }


async def use(world: World, stays: list[int]) -> None:
    """Let these members use the bot today; the others are silent, and all were confirmed."""
    person = metadata.tables["person"]
    async with world.bot.database.engine.begin() as connection:
        today = world.clock.now().date()
        there = sa.update(person).where(person.c.id.in_(stays))
        await connection.execute(there.values(active_on=today))
        await connection.execute(sa.update(person).values(confirmed_on=today, asked_on=None))


async def staged(world: World, coordinator: Person) -> tuple[list[int], int]:
    """Leave everything behind; return who goes on using the bot, and what will be closed."""
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says("Titel einer angefangenen Fortbildung")
    await world.invite()
    await litter(world)
    closing = await planned(world, plan(STARTS + DAY))
    now = world.clock.now()
    async with world.bot.database.transaction() as store:
        await store.trainings.add(plan(STARTS + 5 * DAY), "rkn-kaarst", None, EventStatus.DRAFT)
        place = Place("rkn-neuss", Sector.SCHOOL)
        held = await store.persons.add(
            Newcomer(in_chat(55_555), Role.SPECIALIST, place), now.date()
        )
        await store.persons.set_restricted(held.id, now.date())
    people = sorted(key for key in (await look(world))["person"])
    away = next(iter(key for key in people if key not in (people[0], held.id)))
    address = metadata.tables["address"]
    async with world.bot.database.engine.begin() as connection:
        gone = sa.update(address).where(address.c.person_id == away)
        await connection.execute(gone.values(unreachable_since=now))
    await seated(world, closing, people[1:4])
    return [people[0], people[-2]], closing.id


def judge(before: Rows, after: Rows, now: datetime) -> None:
    """See that what ended was due, and that what was due has ended."""
    due = limits(before)
    for (name, key), limit in due.items():
        if key in after[name] or name in SOONER:
            continue
        row, with_it = before[name][key], limit is not None and limit <= now
        led = row.get("person_id")
        gone = led is not None and led not in after["person"] and name != "person"
        assert with_it or gone, (name, key, limit, now)
    for (name, key), limit in limits(after).items():
        assert limit is None or limit > now - BEAT, (name, key, limit, now)
    for name in set(LASTING) - RUNNING:
        if name != "training":
            assert set(before[name]) <= set(after[name]), name


@pytest.mark.wide
async def test_each_row_ends_on_its_day(
    world: World, coordinator: Person, outsider: Person
) -> None:
    stays, closing = await staged(world, coordinator)
    began, closed, steps = world.clock.now(), False, 0
    before = await look(world)
    assert {name for name in PERSONAL if not before[name]} <= {"delivery_attempt"}

    ended: set[str] = set()
    while world.clock.now() < began + YEARS:
        now = world.clock.now()
        ahead = [each for each in limits(before).values() if each is not None and each > now + BEAT]
        edge = min([*ahead, now + 100 * DAY])
        if not closed and now > ENDS + 11 * DAY:
            closed = True
            async with world.bot.database.transaction() as store:
                came = [Group("rkn-kaarst", "school", 3, 3)]
                assert await close(store, closing, came, date(2027, 3, 13), now) is None
            before = await look(world)
            continue
        for moment in (edge - timedelta(minutes=1), edge + 2 * HOUR):
            await use(world, stays)
            before = await look(world)
            await world.moves_to(max(moment, world.clock.now()))
            after = await look(world)
            judge(before, after, world.clock.now())
            ended |= {name for name in ENDING if set(before[name]) - set(after[name])}
            before, steps = after, steps + 1

    assert ended == set(ENDING)
    assert closed
    left = {name: len(before[name]) for name in PERSONAL if before[name]}
    assert left["person"] == len(stays) + 1  # and who is restricted
    assert set(left) <= {"person", "address", "subscription", "delivery", "delivery_attempt"}
    assert steps > 50


def test_a_line_of_the_journal_ends_with_the_backups_that_need_it(tmp_path: Path) -> None:
    """As the nightly timer runs it, for a year: nobody comes back, and nobody stays listed."""
    unit = (ROOT / "deploy" / "systemd" / "netzbote-backup.service").read_text(encoding="utf-8")
    (keep,) = (int(days) for days in re.findall(r"--keep (\d+)", unit))
    now = STARTS.astimezone(UTC).replace(hour=0)
    journal = Erasures(tmp_path / "erasures.jsonl", lambda: now)
    erased: dict[int, datetime] = {}
    went = set[int]()
    for day in range(365):
        now += DAY
        if not day % 11:
            now += timedelta(hours=day % 24)
            erased[day] = now
            journal.note("rkn", [Gone("person", day, "ab" * 32, "12345678")])
            now -= timedelta(hours=day % 24)
        night = now + timedelta(hours=27)
        named(tmp_path, "rkn", night).touch()
        forget_old(tmp_path, "rkn", journal, keep, night)
        oldest = min(tmp_path.glob("rkn-*.backup"))
        listed = {line.gone.row for line in journal.read()[1]}
        needed = {row for row, at in erased.items() if oldest < named(tmp_path, "rkn", at)}
        assert needed <= listed, night
        assert all(night - erased[row] < (keep + 2) * DAY for row in listed), night
        went |= set(erased) - listed

    assert keep == 30  # the page says so
    assert len(went) > 25
