"""What is said of a year is kept and guarded: parts of its assessment, answers, judgements."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain.assessment_parts import AssessedPart, SaidOfHint
from domain.endorse import Endorsed, Endorsement
from domain.ledger import sealing
from domain.ledger.entries import Entry, LedgerKind
from domain.network import Network
from domain.protocol_rows import JudgedBy
from storage.database import Database

YEAR, DAY, SEALED_ON = 2026, date(2026, 11, 3), date(2027, 1, 9)
PART = AssessedPart("o1/topic/trauma", SaidOfHint.PARTLY, "So ist es.")
ANSWER = Endorsement("rkn-neuss", SEALED_ON, Endorsed.AGREES, "1a" * 32)
BEFORE = Endorsement("rkn-kaarst", SEALED_ON, Endorsed.AGREES)
RESULT = Entry(DAY, LedgerKind.GOAL_RESULT, 1, detail="trainings:met")


async def told(database: Database) -> int:
    """Keep one of each; return the number of the judged row."""
    async with database.transaction() as store:
        await store.assessments.keep(YEAR, PART)
        await store.endorsements.add(YEAR, ANSWER)
        await store.endorsements.add(YEAR, BEFORE)
        number = await store.ledger.write(RESULT)
        await store.judgements.add(number, JudgedBy.FIGURE)
    return number


async def refused(database: Database, statement: str) -> str:
    try:
        async with database.engine.begin() as connection:
            await connection.execute(sa.text(statement))
    except DBAPIError as error:
        return str(error.orig)
    return ""


async def seal(database: Database, network: Network) -> None:
    async with database.transaction() as store:
        await sealing.seal(store, network, YEAR, SEALED_ON)


async def broken(database: Database, network: Network) -> list[int]:
    async with database.reading() as store:
        return [*(await sealing.verify(store, network)).broken]


async def test_all_is_read_as_it_was_kept(database: Database) -> None:
    number = await told(database)

    async with database.reading() as store:
        assert await store.assessments.parts(YEAR) == [PART]
        assert await store.endorsements.of(YEAR) == [ANSWER, BEFORE]
        assert await store.judgements.between(DAY, DAY) == {number: JudgedBy.FIGURE}
        assert await store.assessments.parts(YEAR - 1) == []
        assert await store.endorsements.of(YEAR - 1) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE endorsement SET answer = 'figure'",
        "UPDATE endorsement SET office = 'rkn-kaarst'",
        "UPDATE endorsement SET seen = NULL",
        "DELETE FROM endorsement",
        "UPDATE goal_judgement SET how = 'minutes'",
        "DELETE FROM goal_judgement",
    ],
)
async def test_answers_and_judgements_are_final(database: Database, statement: str) -> None:
    await told(database)

    assert "is final" in await refused(database, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE assessment_part SET verdict = 'applies'",
        "UPDATE assessment_part SET part = 'goals'",
        "UPDATE assessment_part SET year = 2025",
    ],
)
async def test_a_part_is_written_anew_and_never_turned(database: Database, statement: str) -> None:
    await told(database)

    assert "keeps what it is about" in await refused(database, statement)


async def test_nobody_empties_them(database: Database) -> None:
    await told(database)
    for table in ("assessment_part", "endorsement", "goal_judgement"):
        said = await refused(database, f"TRUNCATE {table}")

        assert said
        assert database.engine.dialect.name == "sqlite" or "never emptied" in said


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO assessment_part (network, year, part) VALUES ('n', 2026, 'Frau Muster')",
        "INSERT INTO assessment_part (network, year, part, verdict) VALUES ('n', 2026, 'a', 'x')",
        (
            "INSERT INTO endorsement (network, year, office, day, answer) "
            "VALUES ('n', 2026, 'Frau Muster', '2027-01-09', 'agrees')"
        ),
        (
            "INSERT INTO endorsement (network, year, office, day, answer) "
            "VALUES ('n', 2026, 'rkn-neuss', '2027-01-09', 'nie')"
        ),
        (
            "INSERT INTO endorsement (network, year, office, day, answer, seen) "
            "VALUES ('n', 2026, 'rkn-neuss', '2027-01-09', 'agrees', 'Frau Muster war dagegen')"
        ),
        "INSERT INTO goal_judgement (network, entry_id, how) VALUES ('n', 4711, 'figure')",
    ],
)
async def test_none_holds_a_sentence_or_a_name(database: Database, statement: str) -> None:
    await told(database)

    assert await refused(database, statement)


async def test_a_judgement_stands_beside_a_result(database: Database) -> None:
    async with database.transaction() as store:
        number = await store.ledger.write(Entry(DAY, LedgerKind.ADVICE_TOTAL, 7))
    with pytest.raises(DBAPIError, match="beside a result"):
        async with database.transaction() as store:
            await store.judgements.add(number, JudgedBy.FIGURE)


async def test_a_sealed_year_takes_nothing_more(database: Database, network: Network) -> None:
    await told(database)
    async with database.transaction() as store:
        late = await store.ledger.write(RESULT)
    await seal(database, network)
    statements = ["DELETE FROM assessment_part"]
    for statement in statements:
        assert "sealed" in await refused(database, statement)
    with pytest.raises(DBAPIError, match="sealed"):
        async with database.transaction() as store:
            await store.assessments.keep(YEAR, AssessedPart("goals", None, "Zu spät gesagt."))
    with pytest.raises(DBAPIError, match="sealed"):
        async with database.transaction() as store:
            await store.endorsements.add(YEAR, ANSWER)
    with pytest.raises(DBAPIError, match="sealed"):
        async with database.transaction() as store:
            await store.judgements.add(late, JudgedBy.MINUTES)

    assert await broken(database, network) == []


@pytest.mark.parametrize(
    ("trigger", "statement"),
    [
        ("assessment_part_update", "UPDATE assessment_part SET verdict = 'applies'"),
        ("assessment_part_delete", "DELETE FROM assessment_part"),
        ("endorsement_update", "UPDATE endorsement SET answer = 'figure'"),
        ("endorsement_delete", "DELETE FROM endorsement"),
        ("goal_judgement_update", "UPDATE goal_judgement SET how = 'minutes'"),
    ],
)
async def test_the_seal_covers_each(
    database: Database, network: Network, trigger: str, statement: str
) -> None:
    await told(database)
    await seal(database, network)

    assert await broken(database, network) == []

    on = f" ON {trigger.rpartition('_')[0]}" if database.engine.dialect.name != "sqlite" else ""

    assert await refused(database, f"DROP TRIGGER guard_{trigger}{on}") == ""
    assert await refused(database, statement) == ""
    assert await broken(database, network) == [YEAR]
