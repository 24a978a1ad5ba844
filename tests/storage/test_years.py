"""A year in the database: final rows, corrections, seals, exchange as counters only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.disclosure.cells import FAR, Publication, Range, Relation
from domain.exchange import (
    Contact,
    ContactFormat,
    ContactLength,
    Party,
    Series,
    count_noted,
    need,
)
from domain.feedback import Answers, FeedbackItem
from domain.ledger import sealing
from domain.ledger.correction import Hindrance, NotCorrected, Reason, correct
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.seal import Seal
from domain.ledger.sealing import NotSealed
from domain.network import Network
from domain.person import Newcomer, Place
from domain.protocol_rows import Goal, GoalOfYear, goal_judged, goal_set, goals
from domain.report.material import material as material_of
from domain.report.order import Order
from domain.report_order import hand_out
from domain.vocabulary import GoalStatus, Role, Sector, Topic
from storage.database import Database
from storage.report.tables import metadata
from storage.report.years import publication_json, publication_of
from tests.report.builders import training
from tests.report.making import build

ZONE = ZoneInfo("Europe/Berlin")
DAY = date(2025, 5, 6)
CONTACT = Contact(
    Party("office", "rkn-kaarst"),
    Party("sector", "police"),
    Topic.NEGLECT,
    ContactFormat.PHONE,
    ContactLength.SHORT,
)


async def write(database: Database, *entries: Entry) -> None:
    async with database.transaction() as store:
        await store.ledger.add(entries)


async def test_rows_of_the_ledger_are_final(database: Database) -> None:
    await write(database, Entry(DAY, LedgerKind.NOTICE_PUBLISHED, 1))
    for statement in ("UPDATE ledger SET n = 2", "DELETE FROM ledger"):
        with pytest.raises(sa.exc.DBAPIError):
            async with database.engine.begin() as connection:
                await connection.exec_driver_sql(statement)


async def test_a_row_holds_no_text(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError):
        await write(database, Entry(DAY, LedgerKind.NEED, 1, detail="Frau Muster"))


async def test_a_correction_is_a_counter_entry_with_a_reason(database: Database) -> None:
    await write(database, Entry(DAY, LedgerKind.ADVICE_TOTAL, 12))
    async with database.transaction() as store:
        ((entry_id, _),) = await store.years.find(LedgerKind.ADVICE_TOTAL, DAY, DAY)
        assert await correct(store, [(entry_id, 9)], Reason.MISCOUNTED) is None

    async with database.reading() as store:
        rows = await store.ledger.between(DAY, DAY)
        (summed,) = (await material_of(store, 2025, ZONE)).entries

    assert [row.n for row in rows] == [12, -12, 9]
    assert summed.n == 9

    async with database.transaction() as store:
        again = await correct(store, [(entry_id, 8)], Reason.MISCOUNTED)
        rows = await store.ledger.between(DAY, DAY)

    assert again == NotCorrected(Hindrance.CORRECTED)
    assert len(rows) == 3


async def test_either_all_rows_are_corrected_or_none(database: Database) -> None:
    await write(database, *(Entry(DAY, LedgerKind.ADVICE_TOTAL, n) for n in (12, 7)))
    async with database.transaction() as store:
        (one, _), (other, _) = await store.years.find(LedgerKind.ADVICE_TOTAL, DAY, DAY)
        same = await correct(store, [(one, 9), (other, 7)], Reason.MISCOUNTED)
        below = await correct(store, [(one, 9), (other, -1)], Reason.MISCOUNTED)
        gone = await correct(store, [(one, 9), (other + 1, 3)], Reason.MISCOUNTED)
        rows = await store.ledger.between(DAY, DAY)

    assert same == below == NotCorrected(Hindrance.NUMBER)
    assert gone == NotCorrected(Hindrance.GONE)
    assert [row.n for row in rows] == [12, 7]


async def test_a_new_target_and_a_new_result_are_rows_of_their_own_without_a_reason(
    database: Database,
) -> None:
    goal, later = Goal.TRAININGS, date(2025, 9, 1)
    await write(database, goal_set(DAY, goal, 12))
    await write(database, *goal_judged(DAY, goal, GoalStatus.PARTLY))
    async with database.reading() as store:
        known = await store.ledger.between(DAY, DAY)
    await write(database, goal_set(later, goal, 8, known))
    await write(database, *goal_judged(later, goal, GoalStatus.MET, known))
    async with database.reading() as store:
        rows = await store.ledger.between(DAY, later)
        material = await material_of(store, 2025, ZONE)
    async with database.engine.connect() as connection:
        corrections = await connection.scalar(sa.text("SELECT count(*) FROM correction"))

    assert [(row.day, row.n, row.detail) for row in rows] == [
        (DAY, 12, "trainings"),
        (DAY, 1, "trainings:partly"),
        (later, -4, "trainings"),
        (DAY, -1, "trainings:partly"),
        (later, 1, "trainings:met"),
    ]
    assert goals(material.entries) == [GoalOfYear(goal, 8, GoalStatus.MET)]
    assert corrections == 0


async def test_a_sealed_year_takes_no_more_rows(database: Database, network: Network) -> None:
    await write(database, Entry(DAY, LedgerKind.ADVICE_TOTAL, 12))
    async with database.transaction() as store:
        early = await sealing.seal(store, network, 2025, date(2025, 12, 31))
        seal = await sealing.seal(store, network, 2025, date(2026, 3, 1))

    assert early is NotSealed.NOT_OVER
    assert isinstance(seal, Seal)
    assert seal.rows == 1
    with pytest.raises(sa.exc.DBAPIError):
        await write(database, Entry(DAY, LedgerKind.ADVICE_TOTAL, 1))
    await write(database, Entry(date(2026, 1, 1), LedgerKind.ADVICE_TOTAL, 1))


async def test_the_chain_of_seals_shows_what_was_changed(
    database: Database, network: Network
) -> None:
    await write(database, *(Entry(date(y, 5, 6), LedgerKind.ADVICE_TOTAL, 7) for y in (2024, 2025)))
    async with database.transaction() as store:
        for year in (2024, 2025):
            await sealing.seal(store, network, year, date(2026, 1, 2))
    async with database.reading() as store:
        checked = await sealing.verify(store, network)
    seals = checked.seals

    assert [seal.year for seal in seals] == [2024, 2025]
    assert seals[1].previous == seals[0].digest
    assert not checked.broken
    assert checked.whole

    async with database.engine.begin() as connection:
        off = "" if database.sqlite else " ON ledger"
        await connection.exec_driver_sql(f"DROP TRIGGER guard_ledger_update{off}")
        await connection.exec_driver_sql("UPDATE ledger SET n = 8 WHERE day < '2025-01-01'")
    async with database.reading() as store:
        checked = await sealing.verify(store, network)

    assert checked.broken == [2024]


async def test_contacts_are_held_for_taking_back_then_only_counted(database: Database) -> None:
    now = datetime(2025, 5, 31, 22, 30, tzinfo=UTC)  # already June in Berlin
    async with database.transaction() as store:
        anna, bela = [
            await store.persons.add(
                Newcomer(in_chat(n), Role.SPECIALIST, Place("rkn-kaarst", Sector.YOUTH_OFFICE)),
                now.date(),
            )
            for n in (1, 2)
        ]
        wrong = await store.exchange.note(anna.id, CONTACT, now)
        await store.exchange.note(anna.id, CONTACT, now)

        assert not await store.exchange.take_back(wrong, bela.id, now)
        assert await store.exchange.take_back(wrong, anna.id, now)

    async with database.transaction() as store:
        assert await count_noted(store, now, ZONE) == 0
        assert await count_noted(store, now + timedelta(hours=5), ZONE) == 1
        assert await count_noted(store, now + timedelta(hours=6), ZONE) == 0
        await store.exchange.add(need(date(2025, 6, 3), Topic.TRAUMA, Sector.POLICE))
        counted = await store.exchange.counted(date(2025, 1, 1), date(2025, 12, 31))

    assert [(c.period, c.series, c.slug, c.n) for c in counted] == [
        (date(2025, 6, 1), Series.FORMAT, "phone", 1),
        (date(2025, 6, 1), Series.LENGTH, "short", 1),
        (date(2025, 6, 1), Series.PAIR, "office:rkn-kaarst+sector:police", 1),
        (date(2025, 6, 1), Series.TOPIC, "neglect", 1),
        (date(2025, 6, 2), Series.NEED_SECTOR, "police", 1),
        (date(2025, 6, 2), Series.NEED_TOPIC, "trauma", 1),
    ]
    async with database.engine.connect() as connection:
        left = await connection.scalar(sa.text("SELECT count(*) FROM exchange_pending"))

    assert left == 0


async def test_feedback_is_a_count_and_nothing_else(database: Database) -> None:
    async with database.transaction() as store:
        course = await store.trainings.add(training(1).plan, "rkn-neuss", None)
        for _ in range(2):
            await store.exchange.answer([Answers(course.id, FeedbackItem.USEFUL, 4, 1)])
        answers = (await material_of(store, 2026, ZONE)).answers

    assert answers == [Answers(course.id, FeedbackItem.USEFUL, 4, 2)]


async def test_what_was_published_comes_back_as_it_was(
    database: Database, network: Network
) -> None:
    async with database.transaction() as store:
        material = await material_of(store, 2025, ZONE)
        _, said = build(network, material, Order(date(2026, 2, 1)))
        await hand_out(store.years, 2025, date(2026, 2, 1), said)

        assert await store.years.published(2025) == (said,)


async def test_what_may_have_been_read_comes_back_as_that(database: Database) -> None:
    """An old version has no note of it; then nobody knows, and that comes back, too."""
    day, lines = (
        date(2026, 2, 1),
        (Relation(((1, "came"),), 3, FAR), Relation(((1, "came"),), 0, 9)),
    )
    said = Publication(
        {"came": 9},
        {"came": Range(9, 9), "hours/1": Range(1, None)},
        lines,
        maybe=frozenset({"hours/1"}),
        maybe_lines=frozenset(lines[:1]),
    )
    noted = publication_json(said)
    old = {name: noted[name] for name in ("values", "said", "relations")}
    async with database.transaction() as store:
        await store.years.add_version(2025, day, said)
        (kept,) = await store.years.published(2025)

    assert kept == said
    assert kept.maybe == frozenset({"hours/1"})
    assert kept.maybe_lines == frozenset(lines[:1])
    assert publication_of(old) == replace(said, maybe=None, maybe_lines=frozenset())


async def test_what_knows_nothing_of_the_newest_version_is_not_handed_out(
    database: Database, network: Network
) -> None:
    """Two lanes, or two processes, gathered the same year; between them a sum was corrected."""
    day = date(2026, 2, 1)
    async with database.reading() as store:
        known = await store.years.newest_version()
        _, said = build(network, await material_of(store, 2025, ZONE), Order(day))
    async with database.transaction() as store:
        first = await hand_out(store.years, 2025, day, said, known)
    async with database.transaction() as store:
        second = await hand_out(store.years, 2024, day, said, known)
        again = await hand_out(store.years, 2025, day, said, await store.years.newest_version())

        assert (first, second, again) == (True, False, True)
        assert len(await store.years.published(2025)) == 1
        assert await store.years.published(2024) == ()


def test_no_column_of_the_year_can_hold_a_person_or_a_sentence() -> None:
    lasting = {"ledger", "counter", "feedback_count", "correction", "year_seal", "report_version"}
    for name in lasting:
        for column in metadata.tables[name].columns:
            words = set(column.name.split("_"))

            assert not words & {"person", "chat", "name", "hash", "at", "text", "note"}, column
            assert not isinstance(column.type, sa.LargeBinary | sa.Text), column
            assert not isinstance(column.type, sa.DateTime), column
