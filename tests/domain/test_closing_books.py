"""What a closing writes, and what is kept without one: row for row, once, and nothing personal."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.close import (
    ASK_AGAIN,
    MOST_PEOPLE,
    Group,
    NotClosable,
    Seats,
    close,
    entries,
    merged,
    not_closable,
    proposed,
    seats_of,
    time_to_ask,
    with_count,
    with_number,
    with_place,
)
from domain.close_late import Due, due, keep_sums
from domain.ledger.entries import UNCLOSED, Entry, LedgerKind, by_place, closing_entries
from domain.network import Network, Retention
from domain.presence import Marked, Marks
from domain.register import Tally
from domain.session import Session
from domain.session_count import Missed
from domain.training import CoHost, Training, held_on
from domain.vocabulary import EventStatus
from tests.domain.test_broadcast import training

OF = training()
ENDS = OF.plan.ends_at
AFTER = ENDS + timedelta(days=3)
DAY = date(2027, 3, 12)
LATER = Session(2, AFTER + timedelta(days=7), AFTER + timedelta(days=7, hours=3), 4)
POLICE, SCHOOL = ("a", "police"), ("b", "school")


def row(kind: LedgerKind, n: int, **more: str) -> Entry:
    return Entry(DAY, kind, n, training_id=1, **more)  # type: ignore[arg-type]  # words only


@dataclass
class Books:
    """One training and all that its closing reads and writes, in memory."""

    training: Training | None = OF
    seats: Mapping[tuple[str, str], int] = field(default_factory=lambda: {POLICE: 2, SCHOOL: 1})
    booked: Mapping[tuple[str, str], int] = field(default_factory=lambda: {SCHOOL: 3})
    counted: Mapping[Tally, int] = field(default_factory=lambda: {Tally.WITHDRAWN: 2})
    sent: Mapping[str, int] = field(default_factory=lambda: {"one-day": 3})
    sealed_years: Sequence[int] = ()
    taken_already: bool = False
    before: bool = False
    closed_at: datetime | None = None
    marked: Marks = field(default_factory=dict)
    rows: list[Entry] = field(default_factory=list)
    missed: list[tuple[int, Missed]] = field(default_factory=list)

    @property
    def sessions(self) -> OfSessions:
        return OfSessions(self)

    @property
    def trainings(self) -> Books:
        return self

    registrations = attendees = seating = outcomes = ledger = seals = trainings

    def of(self, training_id: int) -> None:
        assert self.training is not None
        assert training_id == self.training.id

    async def lock(self, training_id: int) -> Training | None:
        return self.training if training_id == 1 else None

    async def set_closed(self, training_id: int, now: datetime) -> bool:
        self.of(training_id)
        self.closed_at = now
        return not self.taken_already

    async def tallies(self, training_id: int) -> Mapping[Tally, int]:
        self.of(training_id)
        return self.counted

    async def places(self, training_id: int) -> Mapping[tuple[str, str], int]:
        self.of(training_id)
        return self.seats

    async def marks(self, training_id: int) -> Marks:
        self.of(training_id)
        return self.marked

    async def blocks(self, training_id: int) -> Mapping[tuple[str, str], int]:
        self.of(training_id)
        return self.booked

    async def reminders_sent(self, training_id: int) -> Mapping[str, int]:
        self.of(training_id)
        return self.sent

    async def kept(self, training_id: int) -> bool:
        self.of(training_id)
        return self.before

    async def add(self, entries: Sequence[Entry]) -> None:
        self.rows += entries

    async def sealed(self, year: int) -> bool:
        return year in self.sealed_years


@dataclass
class OfSessions:
    """Where it goes how many fewer came to single sessions."""

    of: Books

    async def add(self, training_id: int, missed: Missed) -> None:
        assert self.of.rows, "the ledger comes first"
        self.of.missed.append((training_id, missed))


GROUPS = [Group("a", "police", 2, 2), Group("b", "school", 4, 0)]


def closes(books: Books, now: datetime = AFTER, training_id: int = 1) -> NotClosable | None:
    return asyncio.run(close(books, training_id, GROUPS, DAY, now))


def test_what_was_marked_since_the_numbers_were_proposed_keeps_it_open() -> None:
    seen = {("a", "police"): Marked(2, 0)}
    books = Books(OF, marked={("a", "police"): Marked(2, 1)})

    def closed(marked: Marks | None) -> NotClosable | None:
        return asyncio.run(close(books, 1, GROUPS, DAY, AFTER, marked=marked))

    assert closed(seen) is closed({}) is NotClosable.MARKED
    assert (books.closed_at, books.rows) == (None, [])
    assert closed(dict(books.marked)) is None
    assert closed(None) is None


def test_of_a_series_it_is_kept_how_many_fewer_came() -> None:
    sessions = (*OF.plan.dates, LATER)
    series = replace(OF, plan=held_on(OF.plan, sessions, ZoneInfo("Europe/Berlin")))
    after = LATER.ends_at + timedelta(hours=1)

    def closed(missed: Missed) -> list[tuple[int, Missed]]:
        books = Books(series)
        assert asyncio.run(close(books, 1, GROUPS, DAY, after, missed)) is None
        return books.missed

    assert asyncio.run(close(Books(series), 1, GROUPS, DAY, AFTER)) is NotClosable.NOT_OVER
    assert closed({}) == []
    assert closed({2: 1}) == [(1, {2: 1})]
    for wrong in ({2: 3}, {3: 1}, {1: 1, 2: 1}, {2: -1}):
        with pytest.raises(ValueError, match="fewer"):
            closed(wrong)


COUNTED = [
    row(LedgerKind.EVENT_HELD, 1),
    row(LedgerKind.REGISTERED_AT_START, 3),
    row(LedgerKind.ATTENDANCE, 2),
    row(LedgerKind.ATTENDANCE, 2, office="a"),
    row(LedgerKind.ATTENDANCE, 2, sector="police"),
    row(LedgerKind.REGISTRATION_WITHDRAWN, 2),
    row(LedgerKind.HOSTED, 1, office=OF.host),
]
REMINDED = row(LedgerKind.REMINDER_SENT, 3, detail="one-day")
BOOKED = [
    row(LedgerKind.BLOCK_SEATS, 3),
    row(LedgerKind.BLOCK_SEATS, 3, office="b"),
    row(LedgerKind.BLOCK_SEATS, 3, sector="school"),
]


def test_a_closing_writes_all_sums_once() -> None:
    books = Books()

    assert closes(books) is None
    assert books.closed_at == AFTER
    assert books.rows == [*COUNTED, REMINDED]


def test_each_office_that_held_it_has_a_row_and_nobody_is_counted_by_it() -> None:
    books = Books(replace(OF, plan=replace(OF.plan, co_hosts=(CoHost("b"), CoHost("c", 3)))))

    assert closes(books) is None
    assert [each for each in books.rows if each.kind is LedgerKind.HOSTED] == [
        row(LedgerKind.HOSTED, 1, office=office) for office in (OF.host, "b", "c")
    ]


def test_seats_booked_for_institutions_are_counted_where_there_are_any() -> None:
    books = Books(replace(OF, block_seats=3))

    assert closes(books) is None
    assert books.rows == [*COUNTED, *BOOKED, REMINDED]
    assert asyncio.run(seats_of(books, OF)) == Seats(books.seats, {})
    assert asyncio.run(seats_of(books, replace(OF, block_seats=1))) == Seats(
        books.seats, books.booked
    )


def test_seats_at_the_start_are_told_by_office_only_with_quotas() -> None:
    books = Books(replace(OF, quota_seats=2))

    assert closes(books) is None
    assert books.rows == [
        *COUNTED,
        row(LedgerKind.REGISTERED_AT_START, 2, office="a"),
        row(LedgerKind.REGISTERED_AT_START, 1, office="b"),
        REMINDED,
    ]


def test_what_was_kept_before_is_not_written_again() -> None:
    books = Books(replace(OF, block_seats=3, quota_seats=2), before=True)
    kinds = {LedgerKind.EVENT_HELD, LedgerKind.ATTENDANCE, LedgerKind.REMINDER_SENT}
    kinds.add(LedgerKind.HOSTED)

    assert closes(books) is None
    assert books.rows == [each for each in [*COUNTED, REMINDED] if each.kind in kinds]


@pytest.mark.parametrize(
    ("books", "reason"),
    [
        (Books(None), NotClosable.GONE),
        (Books(replace(OF, status=EventStatus.CANCELLED)), NotClosable.CANCELLED),
        (Books(replace(OF, closed_at=AFTER)), NotClosable.CLOSED),
        (Books(replace(OF, status=EventStatus.DRAFT)), NotClosable.NOT_OVER),
        (Books(sealed_years=(2027,)), NotClosable.SEALED),
        (Books(taken_already=True), NotClosable.CLOSED),
    ],
)
def test_nothing_is_written_of_what_cannot_be_closed(books: Books, reason: NotClosable) -> None:
    assert closes(books) is reason
    assert books.rows == []


def test_it_is_closed_from_its_end_on() -> None:
    assert not_closable(OF, ENDS - timedelta(seconds=1)) is NotClosable.NOT_OVER
    assert not_closable(OF, ENDS) is None
    assert not_closable(None, ENDS) is NotClosable.GONE
    assert closes(Books(), training_id=2) is NotClosable.GONE
    assert closes(Books(sealed_years=(2026, 2028))) is None


@pytest.mark.parametrize(
    ("asked_at", "now", "number"),
    [
        (None, ENDS - timedelta(seconds=1), 0),
        (None, ENDS, 1),
        (None, ENDS + ASK_AGAIN, 1),
        (ENDS, ENDS + ASK_AGAIN - timedelta(seconds=1), 0),
        (ENDS, ENDS + ASK_AGAIN, 2),
        (ENDS + ASK_AGAIN - timedelta(seconds=1), ENDS + ASK_AGAIN, 2),
        (ENDS + ASK_AGAIN, ENDS + 2 * ASK_AGAIN, 0),
    ],
)
def test_it_is_asked_when_it_ends_and_once_more_a_week_later(
    asked_at: datetime | None, now: datetime, number: int
) -> None:
    assert time_to_ask(ENDS, asked_at, now) == number


def test_groups_stand_in_the_order_of_institutions_and_strangers_come_last() -> None:
    places = {("b", "school"): 1, ("a", "school"): 2, ("a", "police"): 3}
    order = [("b", "school"), ("a", "police")]

    assert proposed(places, order) == [
        Group("b", "school", 1, 1),
        Group("a", "police", 3, 3),
        Group("a", "school", 2, 2),
    ]
    assert [each.office for each in proposed(places)] == ["a", "a", "b"]

    entered = [Group("c", "school", 0, 4), Group("b", "school", 1, 7)]

    assert merged(entered, places, order) == [
        Group("b", "school", 1, 7),
        Group("a", "police", 3, 3),
        Group("a", "school", 2, 2),
        Group("c", "school", 0, 4),
    ]
    assert [each.office for each in merged(entered, places)] == ["a", "a", "b", "c"]


def test_a_number_changes_in_its_group_only_and_within_reason() -> None:
    made = [Group("a", "police", 1, 1), Group("b", "school", 2, 2), Group("c", "other", 3, 3)]

    assert with_number(made, 1, 9) == [made[0], Group("b", "school", 2, 9), made[2]]
    assert with_number(made, 0, -1) == [Group("a", "police", 1, 0), *made[1:]]
    assert with_number(made, 2, 9999) == [*made[:2], Group("c", "other", 3, MOST_PEOPLE)]
    assert with_number(made, 3, 1) is None
    assert with_number(made, -1, 1) is None
    assert with_count(made, ("b", "school"), 5) == [made[0], Group("b", "school", 2, 5), made[2]]
    assert with_count(made, ("b", "police"), 5) == [*made, Group("b", "police", 0, 5)]
    assert with_place(made, "b", "school") == made
    assert with_place(made, "b", "police") == [*made, Group("b", "police", 0, 1)]


def test_who_is_expected_are_people_and_booked_seats() -> None:
    assert Seats({POLICE: 1, SCHOOL: 2}, {SCHOOL: 3}).all == {POLICE: 1, SCHOOL: 5}


def test_reminders_that_nobody_got_are_no_row() -> None:
    sent = {"one-week": 2, "one-day": 1, "feedback": 0}
    rows = entries(OF, DAY, [], Seats({}), {}, sent)
    reminded = [each for each in rows if each.kind is LedgerKind.REMINDER_SENT]

    assert reminded == [
        row(LedgerKind.REMINDER_SENT, 1, detail="one-day"),
        row(LedgerKind.REMINDER_SENT, 2, detail="one-week"),
    ]


def test_the_rows_of_a_closing_are_of_its_training_and_its_day() -> None:
    came = by_place({("a", "police"): 2, ("b", "police"): 0, ("b", "school"): 1})
    tallies = {Tally.WITHDRAWN: 1, Tally.CONFIRMED: 2, Tally.PROMOTED: 0}

    assert closing_entries(1, DAY, came, 5, tallies) == [
        row(LedgerKind.EVENT_HELD, 1),
        row(LedgerKind.REGISTERED_AT_START, 5),
        row(LedgerKind.ATTENDANCE, 3),
        row(LedgerKind.ATTENDANCE, 2, office="a"),
        row(LedgerKind.ATTENDANCE, 1, office="b"),
        row(LedgerKind.ATTENDANCE, 2, sector="police"),
        row(LedgerKind.ATTENDANCE, 1, sector="school"),
        row(LedgerKind.REGISTRATION_CONFIRMED, 2),
        row(LedgerKind.REGISTRATION_WITHDRAWN, 1),
    ]


def keeps(books: Books, network: Network, training_id: int = 1) -> int:
    return asyncio.run(keep_sums(books, network, training_id))


def unclosed(rows: Sequence[Entry]) -> list[Entry]:
    return [replace(each, detail=UNCLOSED) for each in rows]


def test_without_a_closing_the_sums_are_kept_and_marked_but_never_who_came(
    network: Network,
) -> None:
    books = Books(replace(OF, block_seats=3, quota_seats=2))
    expected = [
        row(LedgerKind.REGISTERED_AT_START, 3),
        row(LedgerKind.REGISTRATION_WITHDRAWN, 2),
        row(LedgerKind.REGISTERED_AT_START, 2, office="a"),
        row(LedgerKind.REGISTERED_AT_START, 1, office="b"),
        *BOOKED,
    ]

    assert keeps(books, network) == 0
    assert books.rows == unclosed(expected)


def test_of_what_is_off_only_comings_and_goings_are_kept(network: Network) -> None:
    books = Books(replace(OF, status=EventStatus.CANCELLED, block_seats=3))

    assert keeps(books, network) == 0
    assert books.rows == unclosed([row(LedgerKind.REGISTRATION_WITHDRAWN, 2)])


def test_sums_are_written_on_the_local_day_and_never_as_nothing(network: Network) -> None:
    late = datetime(2027, 3, 12, 23, 30, tzinfo=UTC)  # on the wall it is the 13th
    plan = replace(OF.plan, starts_at=late, ends_at=late + timedelta(hours=1))
    books = Books(replace(OF, plan=plan), seats={}, counted={Tally.CONFIRMED: 1})

    assert keeps(books, network) == 0
    assert books.rows == [
        Entry(date(2027, 3, 13), LedgerKind.REGISTRATION_CONFIRMED, 1, 1, detail=UNCLOSED)
    ]


def test_what_comes_too_late_for_a_sealed_year_is_counted_as_late(network: Network) -> None:
    books = Books(sealed_years=[DAY.year])

    assert keeps(books, network) == 2  # who registered, who withdrew
    assert books.rows == []


def test_what_is_counted_already_is_not_kept_again(network: Network) -> None:
    for books in (Books(None), Books(replace(OF, closed_at=AFTER)), Books(before=True)):
        assert keeps(books, network) == 0
        assert books.rows == []
    assert keeps(Books(), network, 2) == 0


def test_registrations_go_so_many_days_after_the_closing_or_the_end() -> None:
    kept = Retention(registrations_days=30, unclosed_days=90)

    assert due(kept, AFTER) == Due(
        AFTER - timedelta(days=30), AFTER - timedelta(days=90), AFTER - timedelta(days=90)
    )
