"""Who corrects how many came, what is written for it, and why nothing is: in a small world."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.channel import in_chat
from domain.close import MOST_PEOPLE
from domain.ledger.correction import Booked, Hindrance, NotCorrected, Reason
from domain.ledger.entries import Entry, LedgerKind
from domain.person import Person
from domain.recount import Account, CountChange, Recount, account, put_right, recount
from domain.session import Session
from domain.session_count import Missed
from domain.training import Training, held_on
from domain.vocabulary import Role, Sector
from tests.domain.years import event

BERLIN = ZoneInfo("Europe/Berlin")
#: Half an hour before the new year in London is half an hour after it in Berlin.
STARTS = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
DAY = date(2027, 1, 1)
_PLAN = replace(event(1).plan, starts_at=STARTS, ends_at=STARTS + timedelta(hours=3))
OF = replace(event(1), plan=_PLAN, closed_at=STARTS + timedelta(days=1))
FIRST = OF.plan.dates[0]
SECOND = Session(2, STARTS + timedelta(days=7), STARTS + timedelta(days=7, hours=3), 4)
SERIES = replace(OF, plan=held_on(OF.plan, (FIRST, SECOND), BERLIN))
OWN = Person(1, in_chat(1), Role.COORDINATOR, "a", Sector.YOUTH_OFFICE, "de", None, 1, DAY, DAY)


def row(n: int, training_id: int = 1, **place: str) -> Entry:
    return Entry(DAY, LedgerKind.ATTENDANCE, n, training_id=training_id, **place)  # type: ignore[arg-type]  # words only


ROWS = [
    row(50, training_id=2),
    row(5), row(5, office="a"), row(3, sector="school"), row(2, sector="police"),
]  # fmt: skip
OWN_ROWS = list(enumerate(ROWS))[1:]


@dataclass
class Books:
    """A ledger whose rows have the numbers of their places, and one training."""

    training: Training | None = OF
    rows: list[Entry] = field(default_factory=lambda: list(ROWS))
    kept: Mapping[int, Missed] = field(default_factory=dict)
    sealed_years: Sequence[int] = (2026,)
    corrects: dict[int, Reason] = field(default_factory=dict)
    fewer: list[tuple[int, Missed, str]] = field(default_factory=list)
    locked: bool = False

    @property
    def ledger(self) -> Books:
        return self

    trainings = years = seals = ledger

    @property
    def sessions(self) -> OfSessions:
        return OfSessions(self)

    async def get(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def lock(self, training_id: int) -> Training | None:
        self.locked = True
        return await self.get(training_id)

    async def correctable(
        self, kind: LedgerKind, first: date, last: date
    ) -> Sequence[tuple[int, Entry]]:
        assert kind is LedgerKind.ATTENDANCE
        assert first == last == DAY
        return list(enumerate(self.rows))

    async def booked(self, entry_ids: Sequence[int]) -> Mapping[int, Booked]:
        return {n: Booked(n, self.rows[n], n in self.corrects) for n in entry_ids}

    async def write(self, entry: Entry) -> int:
        assert self.locked
        self.rows.append(entry)
        return len(self.rows) - 1

    async def note_correction(self, entry_id: int, corrects: int, reason: Reason) -> None:
        assert self.rows[entry_id].n == -self.rows[corrects].n
        self.corrects[corrects] = reason

    async def add(self, entries: Sequence[Entry]) -> None:
        assert self.locked
        self.rows += entries

    async def sealed(self, year: int) -> bool:
        return year in self.sealed_years


@dataclass
class OfSessions:
    """How many fewer came to single sessions."""

    books: Books

    async def missed(self, training_ids: Sequence[int]) -> Mapping[int, Missed]:
        assert training_ids == [1]
        return self.books.kept

    async def add(self, training_id: int, missed: Missed, reason: str) -> None:
        assert self.books.locked
        self.books.fewer.append((training_id, missed, reason))


def puts(books: Books, change: CountChange, person: Person = OWN, of: int = 1) -> object:
    return asyncio.run(put_right(books, BERLIN, person, of, change, Reason.DUPLICATE))


def reads(books: Books, person: Person = OWN, of: int = 1) -> object:
    return asyncio.run(account(books, BERLIN, person, of))


MORE = CountChange("a", "school", 2)


@pytest.mark.parametrize(
    ("training", "sealed", "person", "of", "why"),
    [
        (OF, (), OWN, 2, NotCorrected(Hindrance.GONE)),
        (replace(OF, closed_at=None), (), OWN, 1, NotCorrected(Hindrance.GONE)),
        (OF, (), replace(OWN, office="b"), 1, NotCorrected(Hindrance.NOT_YOURS)),
        (OF, (2027,), OWN, 1, NotCorrected(Hindrance.SEALED, 2027)),
    ],
)
def test_who_may_not_correct_learns_why_and_nothing_is_written(
    training: Training, sealed: Sequence[int], person: Person, of: int, why: NotCorrected
) -> None:
    books = Books(training, sealed_years=sealed)

    assert reads(books, person, of) == why
    assert not books.locked
    assert puts(books, MORE, person, of) == why
    assert (books.rows, books.corrects) == (ROWS, {})


def test_a_coordinator_reads_the_rows_of_the_training_alone() -> None:
    """What was missed is asked for only where there are several sessions."""
    kept = {1: {2: 3}, 2: {2: 1}}

    assert reads(Books(kept=kept)) == Account(OF, DAY, OWN_ROWS)
    assert reads(Books(SERIES, kept=kept)) == Account(SERIES, DAY, OWN_ROWS, {2: 3})
    assert reads(Books(SERIES)) == Account(SERIES, DAY, OWN_ROWS, {})


def test_a_correction_takes_rows_back_and_adds_what_was_not_there() -> None:
    books = Books()

    assert puts(books, CountChange("b", "school", 2)) == 7
    assert books.rows[len(ROWS) :] == [
        row(-5), row(7), row(-3, sector="school"), row(5, sector="school"), row(2, office="b")
    ]  # fmt: skip
    assert books.corrects == dict.fromkeys((1, 3), Reason.DUPLICATE)
    assert books.fewer == []


def test_what_cannot_be_or_was_corrected_meanwhile_is_not_written() -> None:
    books = Books(corrects={3: Reason.MISCOUNTED})

    assert puts(books, CountChange("a", "school", -4)) == NotCorrected(Hindrance.NUMBER)
    assert puts(books, MORE) == NotCorrected(Hindrance.CORRECTED)
    assert books.rows == ROWS


def test_of_one_session_it_is_kept_how_many_fewer_came() -> None:
    books = Books(SERIES, kept={1: {2: 3}})

    assert puts(books, CountChange("", "", 2, session=2)) == 5
    assert books.fewer == [(1, {2: -2}, "duplicate")]
    assert books.rows == ROWS
    assert puts(books, CountChange("", "", 4, session=2)) == NotCorrected(Hindrance.NUMBER)
    assert len(books.fewer) == 1


MISSED = Account(SERIES, DAY, OWN_ROWS, {2: 3})
NOTHING = Recount((), ())


@pytest.mark.parametrize(
    ("session", "by", "can_be"),
    [
        (2, 3, True), (2, 4, False), (2, -2, True), (2, -3, False), (2, 0, False),
        (1, 1, False), (1, -1, False), (3, -1, False),
    ],
)  # fmt: skip
def test_to_one_session_no_more_came_than_to_that_with_the_most(
    session: int, by: int, *, can_be: bool
) -> None:
    change = CountChange("", "", by, session)

    assert MISSED.changed(change) == (NOTHING if can_be else None)


def test_the_bounds_of_a_change_belong_to_it() -> None:
    many = Account(SERIES, DAY, [(1, row(5000)), (2, row(5000, office="a"))], {2: MOST_PEOPLE + 1})

    assert many.changed(CountChange("", "", MOST_PEOPLE, 2)) == NOTHING
    assert many.changed(CountChange("", "", MOST_PEOPLE + 1, 2)) is None
    assert many.changed(CountChange("", "", -MOST_PEOPLE, 2)) == NOTHING
    assert many.changed(CountChange("", "", -MOST_PEOPLE - 1, 2)) is None
    most, beyond = (CountChange("a", "x", MOST_PEOPLE + n) for n in (0, 1))
    assert recount([], 1, DAY, most) == Recount(
        (), (row(MOST_PEOPLE), row(MOST_PEOPLE, office="a"), row(MOST_PEOPLE, sector="x"))
    )
    assert recount([], 1, DAY, beyond) is None


def test_in_all_no_fewer_can_have_come_than_missed_a_session() -> None:
    rows = [(1, row(5)), (2, row(5, office="a")), (3, row(5, sector="school"))]
    of = Account(SERIES, DAY, rows, {2: 3})

    assert of.changed(CountChange("a", "school", -3)) is None
    assert of.changed(CountChange("a", "school", -2)) == Recount(((1, 3), (2, 3), (3, 3)), ())
    assert replace(of, missed={}).changed(CountChange("a", "school", -5)) == Recount(
        ((1, 0), (2, 0), (3, 0)), ()
    )
    assert of.came() == {1: 5, 2: 2}
