"""What lasts is guarded by the database itself: each table says what may become of its rows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from domain.disclosure.cells import Publication, Range, Relation
from domain.exchange import Counted, Series, need
from domain.feedback import Answers, FeedbackItem
from domain.ledger import sealing
from domain.ledger.correction import Reason, correct
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.seal import Seal
from domain.ledger.sealing import NotSealed
from domain.network import Network
from domain.plan import ACCESSIBILITY
from domain.register import Tally
from domain.report_order import hand_out
from domain.training import Training
from domain.vocabulary import DeliveryMode, Sector, Topic
from storage.database import Database
from storage.migrations.v0013 import rules
from storage.migrations.v0023 import guards as hosts
from storage.report.tables import metadata
from storage.seat_tables import metadata as seats
from tests.conftest import NETWORK, NOW
from tests.report.builders import training

DAY, SEALED_ON = date(2026, 5, 6), date(2027, 1, 9)
FINAL, GROWING, FROM_CLOSING = "final at once", "only growing", "final from the closing"
LATER = "final at once, by a later guard"
WITH_THE_YEAR, NOT_COUNTED = "final from the seal", "nothing is counted from it"
#: Of each table, what may become of its rows.
KINDS = {
    "ledger": FINAL,
    "correction": FINAL,
    "year_seal": FINAL,
    "report_version": FINAL,
    "counter": GROWING,
    "feedback_count": GROWING,
    "seal_end": GROWING,
    "training": FROM_CLOSING,
    "tally": FROM_CLOSING,
    "quota": FROM_CLOSING,
    "seat_block": FROM_CLOSING,
    "assessment": WITH_THE_YEAR,
    # Tried in `test_sessions.py`.
    "session_missed": LATER,
    # Tried in `test_measures.py`.
    "measure": LATER,
    "measure_state": LATER,
    # Tried in `test_said_of_years.py`.
    "assessment_part": LATER,
    "endorsement": LATER,
    "goal_judgement": LATER,
    # Beside its row of the ledger, which is counted; it is guarded all the same (v0018).
    "agreement": NOT_COUNTED,
    # Short-lived: what leads to a person, and what is on its way.
    "person": NOT_COUNTED,
    "address": NOT_COUNTED,
    "subscription": NOT_COUNTED,
    "access_request": NOT_COUNTED,
    "invitation": NOT_COUNTED,
    "draft": NOT_COUNTED,
    "registration": NOT_COUNTED,
    "regret": NOT_COUNTED,
    "moveup": NOT_COUNTED,
    "substitute": NOT_COUNTED,
    "account_move": NOT_COUNTED,
    "delivery": NOT_COUNTED,
    "delivery_attempt": NOT_COUNTED,
    "inbox_update": NOT_COUNTED,
    "exchange_pending": NOT_COUNTED,
    "report_request": NOT_COUNTED,
    "set_aside": NOT_COUNTED,
    "deed": NOT_COUNTED,
    "second": NOT_COUNTED,
    "place_change": NOT_COUNTED,
    "saved_audience": NOT_COUNTED,
    # What runs: an announcement on its way, a pause, who works.
    "broadcast": NOT_COUNTED,
    "send_gate": NOT_COUNTED,
    "lease": NOT_COUNTED,
    # What certificates are proved by.
    "secret": NOT_COUNTED,
}
GUARDED = [name for name, kind in KINDS.items() if kind not in {NOT_COUNTED, LATER}]


def test_each_table_says_what_may_become_of_its_rows() -> None:
    """A new table must say whether a report is made from it, and then be guarded."""
    assert metadata is seats
    assert set(metadata.tables) == set(KINDS)
    by_kind = {kind: {name for name in KINDS if KINDS[name] == kind} for kind in KINDS.values()}

    assert set(rules.FINAL) == by_kind[FINAL]
    assert set(rules.GROWING) == by_kind[GROWING]
    assert set(rules.FROM_CLOSING) == by_kind[FROM_CLOSING]
    assert set(rules.KEPT_WITH_THE_YEAR) == by_kind[WITH_THE_YEAR]


def test_the_guards_know_the_closed_lists_and_the_columns() -> None:
    """A list or a table that grows needs a migration that puts the guards anew."""
    assert set(rules.TALLIES) == set(Tally)
    assert set(rules.MODES) == set(DeliveryMode)
    assert set(rules.SUPPORT) == set(ACCESSIBILITY)
    free = {"created_by", "sequence", "next_position", "close_asked_at"}
    # What was typed is erased after the closing; no figure is made of the others.
    free |= {"words", "contact", "minimum", "cancelled_for", "instead_at"}
    free |= {"asks_first"}  # how seats were given, and not to how many
    free |= {"wants_approval"}  # whether an office approves, and of whom nothing
    free |= {"sessions"}  # they have a guard of their own (v0024)
    free |= {"nudged_at"}  # whether a question was asked, and of whom nothing
    free |= {"goes_ahead"}  # whether a minimum still matters
    later = {name for guard in hosts.guards("sqlite") for name in guard.of}

    assert {*rules.FACTS, *later, *free} == set(metadata.tables["training"].columns.keys())


@pytest.fixture
async def course(database: Database) -> Training:
    """Return a training of 2026 with all that is counted beside it, in every guarded table."""
    async with database.transaction() as store:
        added = await store.trainings.add(training(1, day=DAY).plan, "rkn-neuss", None)
        await store.registrations.count(added.id, [(Tally.CONFIRMED, 3)])
        await store.seating.set_block(added.id, ("rkn-neuss", "school"), 2)
        await store.seating.set_quota(added.id, "rkn-kaarst", 1, added.plan.starts_at)
        await store.ledger.add([Entry(date(2025, 5, 6), LedgerKind.ADVICE_TOTAL, 7)])
        await store.ledger.add([Entry(DAY, LedgerKind.ADVICE_TOTAL, 9)])
        ((entry, _),) = await store.years.find(LedgerKind.ADVICE_TOTAL, DAY, DAY)
        await correct(store, [(entry, 8)], Reason.MISCOUNTED)
        await store.exchange.add(need(DAY, Topic.TRAUMA, Sector.POLICE))
        await store.exchange.answer([Answers(added.id, FeedbackItem.USEFUL, 4, 2)])
        await store.reports.set_assessment(2026, "Die Zusammenarbeit ist gut.")
        said = Publication({"came/a": 3}, {"came/a": Range(0, None)}, (Relation(((1, "came/a"),)),))
        await hand_out(store.years, 2026, SEALED_ON, said)
    return added


async def seal(
    database: Database, network: Network, year: int = 2025, today: date = SEALED_ON
) -> Seal | NotSealed:
    async with database.transaction() as store:
        return await sealing.seal(store, network, year, today)


async def close(database: Database, course: Training) -> None:
    async with database.transaction() as store:
        assert await store.trainings.set_closed(course.id, NOW)


async def tries(database: Database, statement: str, **values: Any) -> str:
    """Run a statement past everything that is ours; return what the database says against it.

    A SQLite file is opened as any other program does: there foreign keys are off.
    """
    try:
        if database.file:
            with contextlib.closing(sqlite3.connect(database.file)) as opened, opened:
                opened.execute(statement, values)
            return ""
        async with database.engine.begin() as connection:
            await connection.execute(sa.text(statement), values)
    except sqlite3.Error as error:
        return str(error)
    except sa.exc.DBAPIError as error:
        return str(error.orig).partition("\n")[0]
    return ""


async def rows(database: Database, table: str) -> list[Any]:
    async with database.engine.connect() as connection:
        return [tuple(r) for r in await connection.execute(sa.select(metadata.tables[table]))]


def changes(table: str) -> Iterator[str]:
    """Yield a change of each column of a table to another value, and one that takes it away."""
    for column in metadata.tables[table].columns:
        kind = column.type.python_type if not isinstance(column.type, sa.JSON) else dict
        if "starts_at" in column.name or kind is date:
            yield f"UPDATE {table} SET {column.name} = '2026-08-07'"
        elif kind is int:
            yield f"UPDATE {table} SET {column.name} = {column.name} + 1"
            yield f"UPDATE {table} SET {column.name} = {column.name} - 1"
        elif kind is str:
            yield f"UPDATE {table} SET {column.name} = 'other'"
    yield f"DELETE FROM {table}"


@pytest.mark.parametrize("table", rules.FINAL)
async def test_what_is_final_is_neither_changed_nor_taken_away(
    database: Database, network: Network, course: Training, table: str
) -> None:
    await seal(database, network)
    before = await rows(database, table)

    assert before
    for statement in changes(table):
        assert "is final" in await tries(database, statement), statement
    assert await rows(database, table) == before


@pytest.mark.parametrize("table", GUARDED)
async def test_no_table_is_emptied_at_once(
    database: Database, network: Network, course: Training, table: str
) -> None:
    await seal(database, network)
    if database.sqlite:  # which knows no other way; a table of which all may go is guarded by row
        said = await tries(database, f"DELETE FROM {table} WHERE 1")
        free = KINDS[table] in {FROM_CLOSING, WITH_THE_YEAR} and table != "training"

        assert free or said
        return
    for statement in (f"TRUNCATE {table} CASCADE", "TRUNCATE person CASCADE"):
        assert await tries(database, statement) == "this table is never emptied"


async def test_counts_only_grow_until_their_year_is_sealed(
    database: Database, network: Network, course: Training
) -> None:
    less = "a count only grows"
    for table in ("counter", "feedback_count"):
        assert await tries(database, f"UPDATE {table} SET n = n - 1") == less
        assert await tries(database, f"UPDATE {table} SET n = n + 1") == ""
        assert await tries(database, f"DELETE FROM {table}") == "a count is never taken away"
    await seal(database, network)

    assert await tries(database, "UPDATE seal_end SET seals = 0") == "a chain of seals is counted"
    assert await tries(database, f"UPDATE seal_end SET digest = '{'a' * 64}'") == less
    assert await tries(database, "DELETE FROM seal_end") == "a count is never taken away"
    await seal(database, network, 2026)
    for table in ("counter", "feedback_count"):
        assert await tries(database, f"UPDATE {table} SET n = n + 1") == "this year is sealed"


@pytest.mark.parametrize(
    "change",
    [
        "counter SET slug = 'school' WHERE series = 'need-sector'",
        "counter SET period = '2026-06-01'",
        "counter SET series = 'need-topic', slug = 'basics' WHERE series = 'need-sector'",
        "counter SET network = 'kreis-steinfurt'",
        "feedback_count SET score = 5",
        "feedback_count SET item = 'exchange'",
        "seal_end SET network = 'kreis-steinfurt', seals = 5",
    ],
)
async def test_a_count_keeps_what_it_counts(
    database: Database, network: Network, course: Training, change: str
) -> None:
    await seal(database, network)

    assert await tries(database, f"UPDATE {change}") == "a count keeps what it counts"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("seal_end SET seals = 2, digest = 'none'", "a chain of seals has a digest"),
        (f"seal_end SET seals = 2, digest = '{'g' * 64}'", "a chain of seals has a digest"),
        ("seat_block SET office = 'Herr Muster'", "seats are booked for an office"),
        ("seat_block SET sector = 'sport'", "seats are booked for a sector"),
        ("quota SET office = 'Herr Muster'", "a quota belongs to an office"),
        ("tally SET kind = 'came'", "a tally counts registrations"),
    ],
)
async def test_what_is_changed_holds_what_a_new_row_must(
    database: Database, network: Network, course: Training, change: str, said: str
) -> None:
    await seal(database, network)
    table = change.partition(" ")[0]
    before = await rows(database, table)

    assert await tries(database, f"UPDATE {change}") == said
    assert await rows(database, table) == before


_INTO_LEDGER = "INSERT INTO ledger (network, day, kind, n)"
NUMBERS = [
    "UPDATE tally SET n = n + 1",
    "UPDATE tally SET kind = 'registration-withdrawn'",
    "DELETE FROM tally",
    "INSERT INTO tally (training_id, kind, n) VALUES (:id, 'registration-promoted', 1)",
    "UPDATE quota SET n = n + 1",
    "UPDATE quota SET office = 'rkn-neuss'",
    "DELETE FROM quota",
    "INSERT INTO quota (training_id, office, n) VALUES (:id, 'rkn-neuss', 1)",
    "UPDATE seat_block SET n = n + 1",
    "UPDATE seat_block SET sector = 'police'",
    "DELETE FROM seat_block",
    "INSERT INTO seat_block (training_id, office, sector, n) VALUES (:id, 'a', 'police', 1)",
]
FACTS = [
    "UPDATE training SET title = 'Anderes'",
    "UPDATE training SET topic = 'trauma'",
    "UPDATE training SET format = 'other'",
    "UPDATE training SET mode = 'online'",
    "UPDATE training SET units = units + 20",
    "UPDATE training SET seats = seats + 1",
    "UPDATE training SET host = 'rkn-kaarst'",
    "UPDATE training SET sectors = '[\"police\"]'",
    "UPDATE training SET status = 'cancelled'",
    "UPDATE training SET block_seats = 1",
    "UPDATE training SET revision = 7",
    "UPDATE training SET starts_at = '2026-05-05 07:00:00'",
    "UPDATE training SET closed_at = NULL",
    "DELETE FROM training",
]


async def test_before_the_closing_a_training_is_free(database: Database, course: Training) -> None:
    for statement in [*NUMBERS, *FACTS[:-2]]:
        async with database.engine.connect() as connection, connection.begin() as begun:
            done = sa.text(statement)
            await connection.execute(done, {"id": course.id} if ":id" in statement else {})
            await begun.rollback()


@pytest.mark.parametrize("how", ["closed", "sealed"])
async def test_from_the_closing_or_the_seal_its_facts_and_numbers_are_final(
    database: Database, network: Network, course: Training, how: str
) -> None:
    if how == "closed":
        await close(database, course)
    else:
        await seal(database, network, 2026)
    tables = ("training", "tally", "quota", "seat_block")
    before = [await rows(database, table) for table in tables]
    for statement in [*NUMBERS, *FACTS]:
        # Who is erased later takes a registration back, also of what nobody closed.
        of_erased = how == "sealed" and "tally" in statement
        nothing = how == "sealed" and "closed_at" in statement
        values = {"id": course.id} if ":id" in statement else {}

        assert of_erased or nothing or await tries(database, statement, **values), statement
    if how == "closed":
        assert [await rows(database, table) for table in tables] == before


async def test_who_planned_it_and_what_its_messages_need_stay_free(
    database: Database, course: Training
) -> None:
    await close(database, course)
    free = "created_by = NULL, sequence = 9, next_position = 9, close_asked_at = closed_at"

    assert await tries(database, f"UPDATE training SET {free}") == ""


async def test_a_training_goes_only_without_ledger_rows_and_answers(
    database: Database, course: Training
) -> None:
    """Also where foreign keys are off, as in any other program that opens a SQLite file."""
    async with database.transaction() as store:
        other = await store.trainings.add(training(2, day=DAY).plan, "rkn-neuss", None)
        told = await store.trainings.add(training(3, day=DAY).plan, "rkn-neuss", None)
        await store.ledger.add([Entry(DAY, LedgerKind.EVENT_POSTPONED, 1, told.id)])

    for kept in (course, told):
        assert await tries(database, "DELETE FROM training WHERE id = :id", id=kept.id) == (
            "a training of which the ledger tells stays"
        )
    assert await tries(database, "DELETE FROM training WHERE id = :id", id=other.id) == ""


async def test_nothing_comes_into_a_sealed_year(
    database: Database, network: Network, course: Training
) -> None:
    await seal(database, network, 2026)
    sealed = "this year is sealed"
    async with database.transaction() as store:
        later = await store.trainings.add(training(2, day=date(2027, 5, 6)).plan, "rkn-neuss", None)
    with pytest.raises(sa.exc.DBAPIError, match=sealed):
        async with database.transaction() as store:
            await store.trainings.add(training(3, day=DAY).plan, "rkn-neuss", None)
    for write in (
        "INSERT INTO assessment (network, year, words) SELECT network, 2026, words FROM assessment",
        "DELETE FROM assessment",
        f"INSERT INTO counter VALUES ('{NETWORK}', '2026-01-01', 'exchange-topic', 'trauma', 1)",
        f"INSERT INTO feedback_count VALUES ({course.id}, 'exchange', 1, 1)",
        f"{_INTO_LEDGER} VALUES ('{NETWORK}', '2026-12-31', 'advice-total', 1)",
    ):
        assert await tries(database, write) == sealed, write
    move = f"UPDATE training SET starts_at = '2026-05-05 07:00' WHERE id = {later.id}"

    assert await tries(database, move) == sealed


@pytest.mark.parametrize(
    ("moment", "year"), [("2026-12-31 22:59:00", 2026), ("2026-12-31 23:00:00", 2027)]
)
async def test_the_year_turns_at_midnight_here(
    database: Database, network: Network, course: Training, moment: str, year: int
) -> None:
    await seal(database, network, 2026)
    async with database.transaction() as store:
        later = await store.trainings.add(training(2, day=date(2027, 5, 6)).plan, "rkn-neuss", None)
    off = "" if database.sqlite else "+00"
    move = f"UPDATE training SET starts_at = '{moment}{off}' WHERE id = {later.id}"

    assert await tries(database, move) == ("this year is sealed" if year == 2026 else "")


REPLACING = {
    "ledger": "id = id",
    "correction": "reason = 'duplicate'",
    "year_seal": "rows = 99",
    "report_version": "year = 2025",
    "counter": "n = 1",
    "feedback_count": "n = 1",
    "seal_end": "seals = 7",
    "training": "title = 'Anderes'",
}


@pytest.mark.parametrize("table", REPLACING)
async def test_no_row_is_replaced_by_another(
    database: Database, network: Network, course: Training, table: str
) -> None:
    """SQLite takes the old row away without asking its guards."""
    if not database.sqlite:
        assert "syntax error" in await tries(database, f"INSERT OR REPLACE INTO {table} SELECT 1")
        return
    await seal(database, network)
    column, value = REPLACING[table].split(" = ")
    columns = [each.name for each in metadata.tables[table].columns]
    new = [value if name == column else name for name in columns]
    into = f"INSERT OR REPLACE INTO {table} ({', '.join(columns)})"
    before = await rows(database, table)

    assert await tries(database, f"{into} SELECT {', '.join(new)} FROM {table}")
    assert await rows(database, table) == before


async def test_a_block_of_a_closed_training_is_not_replaced_by_one_of_another(
    database: Database, course: Training
) -> None:
    async with database.transaction() as store:
        other = await store.trainings.add(training(2, day=DAY).plan, "rkn-neuss", None)
    await close(database, course)
    taken = f"SELECT id, {other.id}, office, sector, n FROM seat_block"
    into = "INSERT OR REPLACE INTO" if database.sqlite else "INSERT INTO"

    assert await tries(database, f"{into} seat_block (id, training_id, office, sector, n) {taken}")


async def test_who_says_to_be_a_copy_is_guarded_against(
    database: Database, course: Training
) -> None:
    if database.sqlite:
        return
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("SET session_replication_role = replica")
        with pytest.raises(sa.exc.DBAPIError, match="a ledger row is final"):
            await connection.exec_driver_sql("UPDATE ledger SET n = 1")


async def test_a_correction_takes_back_the_row_it_names(
    database: Database, network: Network, course: Training
) -> None:
    async with database.transaction() as store:
        rows_of = [Entry(DAY, LedgerKind.NOTICE_PUBLISHED, n) for n in (4, -3, -4)]
        await store.ledger.add(
            [*rows_of, Entry(DAY, LedgerKind.PROCEDURE_AGREED, -4, detail="flyer")]
        )
        found = await store.years.find(LedgerKind.NOTICE_PUBLISHED, DAY, DAY)
        ((other, _),) = await store.years.find(LedgerKind.PROCEDURE_AGREED, DAY, DAY)
    (taken, less, back), reason = [number for number, _ in found], "miscounted"
    into = "INSERT INTO correction (entry_id, corrects, reason) VALUES (:entry, :of, :reason)"

    for entry in (less, other, taken):
        assert await tries(database, into, entry=entry, of=taken, reason=reason) == (
            "a correction takes a row back"
        )
    assert await tries(database, into, entry=back, of=taken, reason="because of Anna")
    assert await tries(database, into, entry=back, of=taken, reason=reason) == ""


async def test_all_guards_stand_and_one_that_is_gone_is_told(
    database: Database, course: Training
) -> None:
    async with database.reading() as store:
        assert await store.guards.watch() == type(await store.guards.watch())([], {})
    off = "" if database.sqlite else " ON ledger"
    weaker = (
        "CREATE TRIGGER guard_ledger_update BEFORE UPDATE ON ledger BEGIN SELECT 1; END"
        if database.sqlite
        else "ALTER TABLE counter DISABLE TRIGGER guard_counter_delete"
    )
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql(f"DROP TRIGGER guard_ledger_update{off}")
        await connection.exec_driver_sql(weaker)
    async with database.reading() as store:
        missing = (await store.guards.watch()).missing

    assert "guard_ledger_update" in missing
    assert ("guard_counter_delete" in missing) is not database.sqlite


async def test_the_counts_of_the_bot_still_grow(database: Database, course: Training) -> None:
    async with database.transaction() as store:
        for _ in range(2):
            await store.exchange.add([Counted(date(2026, 5, 1), Series.TOPIC, "trauma", 2)])
        (counted,) = [
            each
            for each in await store.exchange.counted(DAY.replace(day=1), DAY)
            if each.series is Series.TOPIC
        ]

    assert counted.n == 4


async def test_rows_that_would_not_be_taken_today_are_counted(
    database: Database, course: Training
) -> None:
    """As an older version left them: a place with many digits, written before the guard was."""
    async with database.engine.begin() as connection:
        off = "" if database.sqlite else " ON ledger"
        await connection.exec_driver_sql(f"DROP TRIGGER guard_ledger_insert{off}")
    values = f"('{NETWORK}', '2026-05-06', 'attendance', 3, 'a1-23')"
    odd = f"{_INTO_LEDGER[:-1]}, office) VALUES {values}"

    assert await tries(database, odd) == ""
    async with database.reading() as store:
        watch = await store.guards.watch()

    assert watch.odd == {("ledger", "a ledger row has an office of a network"): 1}
    assert watch.missing == ["guard_ledger_insert"]
