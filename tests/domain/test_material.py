"""What a report is made from: asked for the whole year as people count it, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.agreements import Agreed
from domain.disclosure.cells import FAR, Publication, Range, Relation
from domain.exchange import Counted, Series
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.protocol_rows import JudgedBy
from domain.report.material import Material, first_event, material, years_kept
from domain.report.unnoted import noted
from domain.session import Session
from domain.training import Training, held_on
from tests.domain.test_daily import training

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
BEGINS, ENDS = datetime(2026, 12, 31, 23, tzinfo=UTC), datetime(2027, 12, 31, 23, tzinfo=UTC)
ENTRY = Entry(FIRST, LedgerKind.NOTICE_PUBLISHED, 1)
AGREED = Agreed(1, LAST, "flyer")
COUNTED = Counted(FIRST, next(iter(Series)), "x", 1)
ANSWERS = Answers(1, FeedbackItem.FORM, 0, 3)
PLAIN = training(1, datetime(2027, 5, 3, 9, tzinfo=UTC), datetime(2027, 5, 1, 9, tzinfo=UTC))
WITH_QUOTAS = replace(PLAIN, id=2, quota_seats=3)


@dataclass
class Archive:
    """One year, and years with rows; nothing of another one is asked for."""

    offer: Sequence[Training] = (PLAIN, WITH_QUOTAS)
    rows: Sequence[date] = ()
    held: date | None = None
    start: datetime | None = None
    asked: list[object] = field(default_factory=list)

    @property
    def years(self) -> Archive:
        return self

    @property
    def trainings(self) -> Archive:
        return self

    @property
    def seating(self) -> Archive:
        return self

    @property
    def exchange(self) -> Archive:
        return self

    @property
    def judgements(self) -> Archive:
        return self

    @property
    def sessions(self) -> Archive:
        return self

    @property
    def agreements(self) -> Archive:
        return self

    async def standing(self, first: date, last: date) -> Sequence[Agreed]:
        assert (first, last) == (FIRST, LAST)
        return [AGREED]

    async def missed(self, training_ids: Sequence[int]) -> Mapping[int, Mapping[int, int]]:
        assert training_ids == [3]
        return {3: {2: 1}}

    async def details(self, first: date, last: date) -> Sequence[tuple[str, JudgedBy]]:
        assert (first, last) == (FIRST, LAST)
        return [("trainings:met", JudgedBy.FIGURE)]

    async def sums(self, first: date, last: date) -> Sequence[Entry]:
        assert (first, last) == (FIRST, LAST)
        return [ENTRY]

    async def noticed(self, training_ids: Sequence[int]) -> Mapping[int, date]:
        assert training_ids == [each.id for each in self.offer]
        return {1: FIRST}

    async def last_before(self, day: date) -> date | None:
        self.asked.append(day)
        return max((each for each in self.rows if each < day), default=None)

    async def first_held(self) -> date | None:
        return self.held

    async def first_start(self) -> datetime | None:
        return self.start

    async def starting_between(self, first: datetime, last: datetime) -> Sequence[Training]:
        assert (first, last) == (BEGINS, ENDS)
        return self.offer

    async def quotas_of(self, training_ids: Sequence[int]) -> Mapping[int, Mapping[str, int]]:
        assert training_ids == [2]
        return {2: {"a": 3}}

    async def counted(self, first: date, last: date) -> Sequence[Counted]:
        assert (first, last) == (FIRST, LAST)
        return [COUNTED]

    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]:
        assert (first, last) == (BEGINS, ENDS)
        return [ANSWERS]


WHOLE = Material(
    2027,
    [ENTRY],
    (PLAIN, WITH_QUOTAS),
    [COUNTED],
    [ANSWERS],
    {2: {"a": 3}},
    {1: FIRST},
    agreed=[AGREED],
    judged=[("trainings:met", JudgedBy.FIGURE)],
)


async def test_a_year_is_that_of_people_and_quotas_are_asked_of_those_that_have_some() -> None:
    assert await material(Archive(), 2027, BERLIN) == WHOLE
    alone = await material(Archive(offer=(PLAIN,)), 2027, BERLIN)
    assert alone == replace(WHOLE, trainings=(PLAIN,), quotas={})

    later = Session(2, PLAIN.plan.ends_at, PLAIN.plan.ends_at + timedelta(hours=1), 1)
    of = replace(PLAIN, id=3, plan=held_on(PLAIN.plan, (*PLAIN.plan.dates, later), BERLIN))
    series = await material(Archive(offer=(of,)), 2027, BERLIN)
    assert series == replace(WHOLE, trainings=(of,), quotas={}, missed={3: {2: 1}})


async def test_years_with_rows_are_found_by_one_look_each_the_newest_first() -> None:
    archive = Archive(rows=[date(2022, 1, 1), date(2025, 12, 31), date(2027, 5, 1)])

    assert await years_kept(archive, date(2027, 6, 1)) == [2027, 2025, 2022]
    assert archive.asked == [date(year, 1, 1) for year in (2028, 2027, 2025, 2022)]
    assert await years_kept(Archive(rows=[date(2028, 1, 1)]), date(2027, 6, 1)) == []


async def test_no_more_than_24_years_are_offered() -> None:
    archive = Archive(rows=[date(year, 7, 1) for year in range(1990, 2028)])

    assert await years_kept(archive, date(2027, 6, 1)) == [*range(2027, 2003, -1)]
    assert len(archive.asked) == 24


async def test_the_first_event_is_the_first_that_was_held_or_begins() -> None:
    night = datetime(2027, 3, 2, 23, 30, tzinfo=UTC)  # the third in Berlin

    assert await first_event(Archive(), BERLIN) is None
    assert await first_event(Archive(start=night), BERLIN) == date(2027, 3, 3)
    assert await first_event(Archive(held=date(2027, 3, 2), start=night), BERLIN) == date(
        2027, 3, 2
    )
    assert await first_event(Archive(held=date(2027, 3, 9)), BERLIN) == date(2027, 3, 9)


PRESENT = Relation(((1, "event/1"),), 3, FAR)
FURTHER = Relation(((1, "event/1"),), 3, FAR + 1)
SEATS = Relation(((1, "event/1"),), 0, FAR - 1)
MIX = Relation(((1, "came"), (1, "presence/police")), 4, 4)


def old(*names: str) -> Publication:
    """Return a version of which nobody noted what readers surely know."""
    return Publication(
        dict.fromkeys(names, 9),
        dict.fromkeys(names, Range(1, None)),
        (PRESENT, FURTHER, SEATS, MIX),
        maybe=None,
    )


def test_of_an_old_report_quarters_and_lines_of_presence_are_not_sure() -> None:
    report, excerpt = old("courses", "came", "came/1", "hours/4"), old("came/1", "hours/4")
    lines = frozenset({PRESENT, FURTHER, MIX})

    assert noted(report) == replace(
        report, maybe=frozenset({"came/1", "hours/4"}), maybe_lines=lines
    )
    assert noted(excerpt) == replace(excerpt, maybe=frozenset(), maybe_lines=lines)
    assert noted(replace(report, maybe=frozenset())) == replace(report, maybe=frozenset())
