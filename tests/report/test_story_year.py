"""Every figure, table and hint of the story-years, counted again from the list of what happened."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pytest
import sqlalchemy as sa

from bot.gathering import gather
from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown, Sign, Unit
from domain.exchange import institutions
from domain.person import Person
from domain.privacy import erase_member
from domain.report.order import Order
from domain.report.structure import Item, Label, Note, Report, Table
from scheduler import retention
from scheduler.tools import Tools
from storage.crypto import Vault
from storage.database import Database
from tests.report.making import build, build_quarter
from tests.report.recount import Recount, Rows
from tests.report.rehint import Rehint
from tests.story_years import AS_OF, StoryYear
from texts.catalogue import Texts

#: Tables that are checked in a test of their own.
ELSEWHERE = {"A", "B5", "S1", "K2", "K3", "F1L", "G2", "X1", "X3"}


@pytest.fixture(scope="module")
def recount(story: StoryYear) -> Recount:
    return Recount(story)


def secret(item: Item) -> bool:
    """Return whether a number is hidden, and may be."""
    return isinstance(item, Shown) and item.sign is Sign.HIDDEN


def fits(item: Item, expected: int | Fraction | None) -> bool:
    """Return whether a number is the expected one or hidden; small ones must be."""
    assert isinstance(item, Shown)
    if item.unit is Unit.PEOPLE and expected is not None and 0 < expected < 5:
        return item.sign is Sign.HIDDEN
    if expected is None:
        return item.sign is Sign.TOO_FEW
    return secret(item) or item.number == expected


def rows(table: Table) -> dict[str, tuple[Item, ...]]:
    """Return the rows of a table by what they are called."""
    found = {}
    for row in table.rows:
        assert isinstance(row[0], Label)
        found[row[0].slug] = row[1:]
    return found


def agree(table: Table, expected: Rows) -> None:
    """Check a table number by number, and that it has exactly the rows it should have."""
    shown = rows(table)

    assert shown.keys() == expected.keys(), table.code
    for slug, values in expected.items():
        assert len(values) == len(shown[slug]), (table.code, slug)
        for item, value in zip(shown[slug], values, strict=True):
            assert fits(item, value), (table.code, slug, item, value)


def test_every_figure_is_right(story: StoryYear, recount: Recount) -> None:
    figures = story.report.figures()
    expected = recount.figures()

    assert figures.keys() == expected.keys()
    assert {c: f.value for c, f in figures.items() if not fits(f.value, expected[c])} == {}
    hidden = {c for c, f in figures.items() if secret(f.value)}
    assert hidden <= {"C9", "C10", "C12", "C13"}
    for each in figures.values():
        if each.part is not None and each.part.open and each.value.open:
            assert each.whole is not None
            assert each.whole.number
            assert each.value.number == Fraction(each.part.number or 0) / each.whole.number


def test_every_table_is_right(story: StoryYear, recount: Recount) -> None:
    tables = story.report.tables()
    expected = recount.tables()

    assert tables.keys() == expected.keys() | ELSEWHERE
    for code, found in expected.items():
        agree(tables[code], found)
    cells = [item for t in tables.values() if t.code != "K2" for row in t.rows for item in row]
    assert sum(map(secret, cells)) < 0.1 * sum(isinstance(item, Shown) for item in cells)


def test_seats_beyond_a_quota_are_counted_and_recounted(story: StoryYear, recount: Recount) -> None:
    beyond = {slug: row[-1] for slug, row in rows(story.report.tables()["C14"]).items()}
    counted = {slug: row[-1] or 0 for slug, row in recount.tables()["C14"].items()}
    more = [slug for slug, n in counted.items() if n > 4]

    assert more
    assert all(fits(beyond[slug], counted[slug]) for slug in more)


def test_every_total_is_right(story: StoryYear, recount: Recount) -> None:
    tables, sums = story.report.tables(), recount.tables()
    courses = recount.people(recount.courses)
    whole = {"C4": courses, "C5": courses, "C6": courses, "G1": len(story.of("need"))}
    whole |= dict.fromkeys(("K4", "K5", "K6", "K7"), len(recount.contacts))
    for code, table in tables.items():
        if table.total is not None:
            expected = whole.get(code, sum(int(values[0] or 0) for values in sums[code].values()))

            assert fits(table.total[1], expected), code
    kinds, needs = tables["C2"].total, tables["G1"].total
    assert kinds is not None
    assert needs is not None
    modes = [sum(int(v[i] or 0) for v in sums["C2"].values()) for i in range(5)]
    assert [item.plain for item in kinds[1:] if isinstance(item, Shown)] == modes
    assert needs[2:] == (Label("title", ""),) * 2  # the listed topics are not all events


def test_the_years_stand_beside_each_other(story: StoryYear, recount: Recount) -> None:
    table = story.report.tables()["A"]
    years = [c.slug for c in table.columns if c.kind == "year"]
    before = [e for e in story.events if e["year"] == 2025]
    closed = {e["training"] for e in before if e["what"] == "at-start"}
    came = sum(e["n"] for e in before if e["what"] == "came")
    shown = rows(table)

    assert years == ["2025", "2026"]
    assert [i.plain for i in shown["report-fig-A1"] if isinstance(i, Shown)] == [
        len(closed),
        len(recount.held),
        len(recount.held) - len(closed),
    ]
    assert [i.plain for i in shown["report-fig-A3"] if isinstance(i, Shown)] == [
        came,
        recount.people(recount.held),
        recount.people(recount.held) - came,
    ]
    for code, value in recount.figures().items():
        if code.startswith("A"):
            assert fits(shown[f"report-fig-{code}"][1], value)


def test_the_matrix_of_contacts_is_right(story: StoryYear, recount: Recount) -> None:
    table = story.report.tables()["K2"]
    heads = [column.slug for column in table.columns[1:]]
    found = {}
    for slug, values in rows(table).items():
        for other, item in zip(heads, values, strict=True):
            if not (isinstance(item, Shown) and item.sign is Sign.MISSING):
                key = "+".join(sorted((slug, other)))
                assert isinstance(item, Label) is (slug == other and slug.startswith("office:"))
                if isinstance(item, Label):
                    assert item == Label("text", "report-impossible")
                    continue
                assert key not in found
                found[key] = item
                assert fits(item, recount.pairs[key]), key

    assert recount.pairs.keys() <= found.keys()


def test_who_never_met_is_named(story: StoryYear, recount: Recount) -> None:
    parties = [party.key for party in institutions(story.network)]
    named = {
        (one, other)
        for one, (others,) in rows(story.report.tables()["K3"]).items()
        if isinstance(others, Label)
        for other in others.slug.split()
    }

    assert named == recount.never_met(parties)


def test_agreements_are_listed_with_offices_and_state(story: StoryYear, recount: Recount) -> None:
    replaced, standing = recount.agreements()
    everyone = {office.slug for office in story.network.offices}

    def row(e: dict[str, Any], state: Label) -> tuple[Label, ...]:
        there = [office.slug for office in story.network.offices if office.slug in e["offices"]]
        some = Label("parties", " ".join(f"office:{slug}" for slug in there))
        whole = set(there) == everyone
        offices = Label("text", "report-offices-all") if whole else some
        return Label("procedure", e["procedure"]), offices, Label("day", e["day"]), state

    expected = [row(e, Label("text", "report-in-force")) for e in standing]
    expected += [row(e, Label("replaced", e["until"])) for e in replaced]
    table = story.report.tables()["B5"]

    assert Counter(table.rows) == Counter(expected)
    assert replaced
    oldest = min(e["day"] for e in standing)
    notes = [b for s in story.report.sections() for b in s.blocks if isinstance(b, Note)]
    (note,) = [each for each in notes if each.text == "report-agreement-oldest"]
    assert dict(note.values)["since"] == Label("day", oldest)


def test_events_goals_and_gaps_are_listed(story: StoryYear, recount: Recount) -> None:
    tables = story.report.tables()
    listed = []
    for day, _, kind, mode, units, came in tables["X1"].rows:
        assert isinstance(day, Label)
        assert isinstance(kind, Label)
        assert isinstance(mode, Label)
        assert isinstance(units, Shown)
        listed.append(((day.slug, kind.slug, mode.slug, units.plain), came))
    goals = {
        (goal, int(target.plain or 0), status.slug)
        for goal, (target, _, status, _) in rows(tables["F1L"]).items()
        if isinstance(target, Shown) and isinstance(status, Label)
    }
    expected = recount.directory()

    assert [each for each, _ in listed] == [each[:4] for each in expected]
    assert all(fits(came, each[4]) for (_, came), each in zip(listed, expected, strict=True))
    assert goals == recount.goals()
    assert sorted(rows(tables["X3"])) == sorted(set(recount.unclosed_days()))
    assert len(tables["X3"].rows) == len(recount.unclosed_days())
    assert len(tables["G2"].rows) == len([e for e in story.events if e["what"] == "planned"])
    assert [row[0] for row in tables["S1"].rows] == [
        Label("office", office.slug) for office in story.network.offices
    ]


def test_the_hints_are_those_that_the_rules_ask_for(story: StoryYear, recount: Recount) -> None:
    rules = Rehint(recount)
    expected = rules.all()
    given = {(h.code, h.subject.slug if h.subject else ""): h for h in story.report.hints}

    assert given.keys() <= expected.keys()
    for key in expected.keys() - given.keys():
        assert rules.secret(*key), f"{key} should have been said"
    for key, hint in given.items():
        inputs = {
            name if isinstance(name, str) else name.slug: shown.number
            for name, shown in hint.inputs
        }
        assert inputs.keys() == expected[key].keys(), key
        opened = {name: number for name, number in inputs.items() if number is not None}
        assert opened == {name: expected[key][name] for name in opened}, key
    weights = [hint.weight for hint in story.report.hints]
    assert weights == sorted(weights, reverse=True)
    assert {code for code, _ in given} >= {"O3", "O4", "O12"}


def test_the_quarters_are_right(story: StoryYear, recount: Recount) -> None:
    told = 0
    for quarter, expected in recount.quarters().items():
        report: Report = build_quarter(story.network, story.material, quarter, Order(AS_OF))
        figures = report.figures()

        assert figures.keys() == expected.keys()
        assert {c for c, f in figures.items() if not fits(f.value, expected[c])} == set()
        told += figures["A3"].value.open

    assert told >= 2


#: No mark is shorter, so what does not even begin so need not be looked for in the whole file.
START = 6
#: How a number can stand in a file: as text, and as SQLite and others write numbers.
ENDS: tuple[Literal["big", "little"], ...] = ("big", "little")


@contextlib.asynccontextmanager
async def copied(story: StoryYear, folder: Path) -> AsyncIterator[Database]:
    """Yield a copy of a played year, with the keys that open it."""
    with contextlib.closing(sqlite3.connect(story.database)) as whole:
        whole.execute("VACUUM INTO ?", (str(folder / "copy.db"),))  # its journal included
    keys = story.settings()["NETZBOTE_ENCRYPTION_KEYS"]
    database = Database(f"sqlite:///{folder / 'copy.db'}", Vault([keys]), story.network.slug)
    yield database
    await database.close()


async def everybody(database: Database) -> list[Person]:
    async with database.reading() as store:
        numbers = await store.persons.ids_last_active(date.min, date.max)
        members = [await store.persons.get(number) for number in numbers]
    return [person for person in members if person is not None]


def marks(person: Person) -> Iterator[bytes]:
    """Yield what somebody could be found by in the bytes of a file."""
    chat = int(person.address.name)
    yield from (str(chat).encode(), f"{chat:x}".encode(), f"{chat:X}".encode())
    for size in (6, 8):  # SQLite writes a number of this size into six bytes
        yield from (chat.to_bytes(size, end) for end in ENDS)
    assert person.name
    assert len(person.name) >= START
    for name in (person.name, person.name.lower(), person.name.upper()):
        yield from (name.encode(), name.encode("utf-16-le"), name.encode("utf-16-be"))
        yield from (name.encode("unicode_escape"), name.encode("latin-1", "replace"))


def found(people: Iterable[Person], file: Path) -> set[int]:
    """Return the chats of those who stand readable in a database's file or its journal."""
    journal = file.with_name(f"{file.name}-wal")
    content = file.read_bytes() + (journal.read_bytes() if journal.exists() else b"")
    begins = {content[at : at + START] for at in range(len(content))}
    return {
        int(person.address.name)
        for person in people
        if any(mark[:START] in begins and mark in content for mark in marks(person))
    }


async def test_the_bytes_of_the_file_hold_no_name_and_no_chat(
    story_year: StoryYear, tmp_path: Path
) -> None:
    """Of people in the year's own file, and of some who give a name after it."""
    async with copied(story_year, tmp_path) as database:
        for number, person in enumerate(await everybody(database)):
            if person.name is None:
                async with database.transaction() as store:
                    await store.persons.set_name(person.id, f"Änne Mühlen-Brück {number}")
        people = await everybody(database)

    assert len(people) >= 120
    assert found(people, story_year.database) == set()
    assert found(people, tmp_path / "copy.db") == set()

    one, other, *_ = people  # the same eyes see it where it is
    with contextlib.closing(sqlite3.connect(tmp_path / "copy.db")) as leaky, leaky:
        leaky.execute("CREATE TABLE leak (id INTEGER, name TEXT)")
        leaky.execute(
            "INSERT INTO leak VALUES (?, NULL), (NULL, ?)", (int(one.address.name), other.name)
        )

    assert found(people, tmp_path / "copy.db") >= {int(each.address.name) for each in (one, other)}


async def told(database: Database, story: StoryYear) -> list[Any]:
    """Return all that is said of a year, in each way and of a quarter, and what it is made of."""
    given = await gather(database, story.network, story.year, AS_OF)
    of_year = (story.network, given.material)
    new = replace(given.order, published=())  # what is out is kept to in its own mode alone
    orders = [given.order, *(replace(new, mode=mode) for mode in Mode)]
    orders += [replace(given.order, office=office.slug) for office in story.network.offices[:2]]
    built = [build(*of_year, order, given.earlier) for order in orders]
    return [given, *built, build_quarter(*of_year, 2, given.order)]


@pytest.mark.wide
async def test_the_report_is_the_same_when_all_people_are_gone(
    story_year: StoryYear, tmp_path: Path
) -> None:
    unused: Any = None
    now = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 9, tzinfo=UTC)
    async with copied(story_year, tmp_path) as database:
        tools = Tools(
            *(database, Texts(), story_year.network, lambda: now, ""),
            **dict.fromkeys(("send", "gate", "handle"), unused),
        )
        before = await told(database, story_year)
        people = await everybody(database)
        for person in people:
            async with database.transaction() as store:
                await erase_member(store, story_year.network, person.id, now)
        await retention.forget(tools)
        async with database.engine.connect() as connection:
            left = [
                await connection.scalar(sa.text(f"SELECT count(*) FROM {table}"))
                for table in ("person", "registration", "subscription", "exchange_pending")
            ]
        after = await told(database, story_year)

    assert len(people) >= 120
    assert left == [0, 0, 0, 0]
    assert before == after
    assert before[1][0] == story_year.report
