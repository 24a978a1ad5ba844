"""Each question to the database names the network; the watch that sees to it is tried here.

It looks at what storage asks in every test that has a database (`tests/fixtures/networks.py`).
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storage import registrations
from storage.circles import out_of_reach
from storage.database import Database
from storage.ours import own_training
from storage.shelf import Shelf
from storage.tables import broadcast, delivery, person, registration, tally, training
from tests.fixtures.databases import watch
from tests.fixtures.networks import nameless

ROOT = Path(__file__).parent.parent.parent
MINE = training.c.network == "here"
OF_IT = registration.c.training_id == training.c.id
#: Questions that keep to a network: by a name, by a row they belong to, by what was found for them.
KEPT = [
    sa.select(person).where(person.c.network == "here"),
    sa.update(training).where(MINE).values(seats=3),
    sa.select(registration).join(training, OF_IT).where(MINE),
    sa.select(training, sa.select(sa.func.count()).where(OF_IT).scalar_subquery()).where(MINE),
    sa.select(tally).where(tally.c.training_id == own_training("here", 1)),
    sa.select(registration).where(registration.c.network == "here", out_of_reach()),
    registrations._HALL,
    registrations._enter("sqlite"),
]
#: The same with one condition less.
LOOSE = [
    sa.select(person).where(person.c.id == 1),
    sa.update(training).values(seats=3),
    sa.select(registration).join(training, OF_IT),
    sa.select(training, sa.select(sa.func.count()).where(registration.c.id > 1).scalar_subquery()),
    sa.select(tally).where(tally.c.training_id == 1),
    sa.delete(delivery).where(delivery.c.id.in_(sa.select(broadcast.c.id))),
    sa.select(sa.exists().where(broadcast.c.training_id == 1)),
    sa.select(sa.select(person.c.id).subquery()),
    sa.union_all(sa.select(person.c.id).where(person.c.id == 1), sa.select(training.c.id)),
    sa.insert(tally).values(training_id=sa.select(training.c.id).scalar_subquery(), kind="a", n=1),
]


@pytest.mark.parametrize("statement", KEPT, ids=range(len(KEPT)))
def test_what_keeps_to_a_network_is_passed(statement: sa.Executable) -> None:
    assert list(nameless(statement)) == []


@pytest.mark.parametrize("statement", LOOSE, ids=range(len(LOOSE)))
def test_what_reads_all_networks_is_found(statement: sa.Executable) -> None:
    assert list(nameless(statement)) != []


#: Stands in storage, as far as the watch can tell.
OPEN = """
class Open(Shelf):
    async def everybody(self):
        return await self._all(sa.select(person.c.id))
"""


async def test_the_watch_sees_what_storage_asks(database: Database) -> None:
    there: dict[str, Any] = {"Shelf": Shelf, "sa": sa, "person": person}
    exec(compile(OPEN, ROOT / "storage" / "open.py", "exec"), there)
    async with database.reading() as store:
        await store.persons.count()
        before = dict(watch.found)
        await there["Open"](*store._given).everybody()
    seen = dict(watch.found)
    watch.found.clear()  # else this test would fail, as any other does

    assert before == {}
    assert seen == {"open.py everybody": "SELECT person.id FROM person"}


def test_nobody_asks_past_the_shelf() -> None:
    """Where a statement runs beside it, no rows of a network are read, or of all on purpose."""
    beside = {
        "storage/copying.py",  # carries all of a database over
        "storage/database.py",  # begins, ends and calls
        "storage/dump.py",  # writes all of a database down, and puts it back
        "storage/guards.py",  # counts what breaks a rule, of whatever network
        "storage/inline.py",  # the driver itself
        "storage/migrate.py",  # brings all of a database up to date
        "storage/outbox/notify.py",  # listens
        "storage/report/seals.py",  # holds tables
        "storage/shelf.py",
        "storage/writer.py",  # begins and ends
        "storage/report/years.py",  # holds a table
    }
    asking = {"execute", "exec_driver_sql"}
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "storage").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in asking
    }

    assert found - beside == set()
