"""A sealed year stays what it was: the seals of kept years are still those of today's code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from domain.assessment_parts import AssessedPart, SaidOfHint
from domain.endorse import Endorsed, Endorsement
from domain.exchange import Contact, ContactFormat, ContactLength, Counted, Party, Series
from domain.feedback import Answers, FeedbackItem
from domain.ledger.correction import Reason
from domain.ledger.entries import Entry, LedgerKind
from domain.ledger.seal import (
    AGREED,
    BEGINNING,
    FORM,
    OLD_FORM,
    Seal,
    differing,
    ends,
    in_order,
    left_out,
    settings,
)
from domain.ledger.sealing import Books, NotSealed, contents, proof, seal, verify
from domain.measures import AboutKind, Measure, MeasureState
from domain.network import ReminderRule
from domain.protocol_rows import JudgedBy
from domain.training import Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    ReminderStage,
    Sector,
    Topic,
)
from tests.domain.years import NETWORK

YEAR = 2026
BEGINS = datetime(YEAR - 1, 12, 31, 23, tzinfo=UTC)
ENDS = datetime(YEAR, 12, 31, 23, tzinfo=UTC)
STARTS = datetime(YEAR, 3, 12, 8, tzinfo=UTC)
PLAN = Plan(
    title="Gespräche | führen",
    topic=Topic.TRAUMA,
    format=EventFormat.SEMINAR,
    mode=DeliveryMode.HYBRID,
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=3),
    deadline_at=STARTS - timedelta(days=7),
    withdraw_by=STARTS - timedelta(days=3),
    release_at=STARTS - timedelta(days=9),
    seats=20,
    units=4,
    place="Rathaus",
    link="https://example.org/raum",
    reminders=(ReminderRule(ReminderStage.ONE_DAY, 1, time(9, 30)),),
    sectors=(Sector.POLICE,),
    accessibility=("captions",),
)
TRAINING = Training(7, "uid-7", "rkn-kaarst", PLAN, EventStatus.CLOSED, 2, 3, ENDS, 4, 5)
ROWS = [
    (11, Entry(date(YEAR, 3, 12), LedgerKind.ATTENDANCE, 8, 7, None, "rkn-kaarst")),
    (12, Entry(date(YEAR, 3, 13), LedgerKind.ATTENDANCE, -1, 7, 5, None, "police", "one-day")),
]
#: What they were sealed with; another digest would call all kept years broken.
OLD = Seal(
    YEAR,
    4,
    BEGINNING,
    "c08654a745dcba8467e4f842b150ace83a96a8169e8f467fdc7e6c5292594ab4",
    date(2027, 1, 9),
    OLD_FORM,
)
NEW = Seal(
    YEAR,
    2,
    BEGINNING,
    "ec333a71b25c5c2ed0d781e06cc2b808b6724644f1fddfeeb00b5a60ff43dfa7",
    date(2027, 1, 9),
    FORM,
    2,
    {"name": "a1", "lead": "b2"},
)


#: The year after the old one: it covers what that one left out.
AFTER = Seal(
    YEAR + 1,
    0,
    OLD.digest,
    "8f71fb2c425a25bd82af95650722d7bc9bb2e23564322262efab8a8f3be42408",
    date(2028, 1, 9),
    FORM,
    2,
    {"name": "a1"},
)


@dataclass
class Decided:
    """The measures of a network."""

    found: Sequence[Measure] = ()

    async def all(self) -> Sequence[Measure]:
        return self.found


@dataclass
class Shelves:
    """A network's books in memory, which insist on the time they are asked for."""

    seals_kept: list[Seal] = field(default_factory=list)
    last_end: tuple[int, str] | None = None
    held: bool = False
    rows: Sequence[tuple[int, Entry]] = field(default_factory=lambda: list(ROWS))
    taken_back: Sequence[tuple[int, int, Reason]] = ((12, 11, Reason.MISCOUNTED),)
    counters: Sequence[Counted] = (Counted(date(YEAR, 5, 1), Series.NEED_TOPIC, "trauma", 6),)
    scores: Sequence[Answers] = (Answers(7, FeedbackItem.FORM, 0, 3),)
    courses: Sequence[Training] = (replace(TRAINING, id=9), TRAINING)
    quotas: Mapping[int, Mapping[str, int]] = field(default_factory=lambda: {7: {"rkn-kaarst": 5}})
    notices: Mapping[int, date] = field(default_factory=lambda: {7: date(YEAR - 1, 12, 1)})
    handed_out: Sequence[tuple[Any, ...]] = ((1, "public", 0), (2, "own", 3))
    words: str | None = "Ein gutes Jahr."
    noted: Sequence[tuple[datetime, Contact]] = ()
    agreed: Sequence[tuple[Any, ...]] = ((11, "flyer", "", ["a", "b"], None),)
    said: Sequence[AssessedPart] = ()
    endorsed: Sequence[Endorsement] = ()
    judged: Mapping[int, JudgedBy] = field(default_factory=dict)
    done_about: Decided = field(default_factory=lambda: Decided())
    counted_now: list[Counted] = field(default_factory=list)

    @property
    def books(self) -> Books:
        """Return them as the rooms that a seal covers."""
        rooms = dict.fromkeys(
            (
                *("seals", "ledger", "exchange", "trainings", "seating", "years", "reports"),
                *("agreements", "assessments", "endorsements", "judgements"),
            ),
            self,
        )
        return cast(Books, SimpleNamespace(**rooms, measures=self.done_about))

    async def kept(self, first: date, last: date) -> Sequence[tuple[Any, ...]]:
        return self.agreed if (first, last) == (date(YEAR, 1, 1), date(YEAR, 12, 31)) else ()

    async def hold(self) -> None:
        self.held = True

    async def all(self) -> Sequence[Seal]:
        return self.seals_kept

    async def last(self) -> int | None:
        return max((each.year for each in self.seals_kept), default=None)

    async def end(self) -> tuple[int, str] | None:
        return self.last_end

    async def set_end(self, seals: int, proven: str) -> None:
        self.last_end = (seals, proven)

    async def numbered(self, first: date, last: date) -> Sequence[tuple[int, Entry]]:
        return [each for each in self.rows if first <= each[1].day <= last]

    async def corrections(self, first: date, last: date) -> Sequence[tuple[int, int, Reason]]:
        return self.taken_back if first <= date(YEAR, 3, 12) <= last else ()

    async def counted(self, first: date, last: date) -> Sequence[Counted]:
        return [each for each in self.counters if first <= each.period <= last]

    async def answers(self, first: datetime, last: datetime) -> Sequence[Answers]:
        return self.scores if first <= STARTS < last else ()

    async def starting_between(self, first: datetime, last: datetime) -> Sequence[Training]:
        return [each for each in self.courses if first <= each.plan.starts_at < last]

    async def quotas_of(self, training_ids: Sequence[int]) -> Mapping[int, Mapping[str, int]]:
        return {number: n for number, n in self.quotas.items() if number in training_ids}

    async def noticed(self, training_ids: Sequence[int]) -> Mapping[int, date]:
        return {number: day for number, day in self.notices.items() if number in training_ids}

    async def newest_version(self) -> int:
        return len(self.handed_out)

    async def versions(self, after: int, last: int) -> Sequence[tuple[Any, ...]]:
        return [each for each in self.handed_out if after < each[0] <= last]

    async def assessment(self, year: int) -> str | None:
        return self.words if year == YEAR else None

    async def parts(self, year: int) -> Sequence[AssessedPart]:
        return self.said if year == YEAR else ()

    async def of(self, year: int) -> Sequence[Endorsement]:
        return self.endorsed if year == YEAR else ()

    async def between(self, first: date, last: date) -> Mapping[int, JudgedBy]:
        return self.judged if first <= date(YEAR, 3, 12) <= last else {}

    async def take_due(
        self, before: datetime, only: int | None = None
    ) -> Sequence[tuple[datetime, Contact]]:
        assert self.held
        assert only is None
        return [each for each in self.noted if each[0] < before]

    async def add(self, new: Any) -> None:
        if isinstance(new, Seal):
            self.seals_kept.append(new)
        else:
            self.counted_now += new


def kept(*seals: Seal, **more: Any) -> Shelves:
    """Return books whose seals were made before."""
    last = (len(seals), ends(seals)[-1]) if seals else None
    return Shelves(list(seals), last, **more)


@pytest.mark.parametrize("made", [[OLD], [NEW], [OLD, AFTER]])
async def test_what_was_sealed_long_ago_is_as_it_was_sealed(made: list[Seal]) -> None:
    found = await verify(kept(*made).books, NETWORK)

    assert (found.seals, found.broken, found.whole) == (made, [], True)
    assert found.ends == ends(made)


ONE = {
    "rows": [ROWS[0]],
    "taken_back": (),
    "counters": (Counted(date(YEAR, 5, 1), Series.NEED_TOPIC, "trauma", 7),),
    "scores": (Answers(7, FeedbackItem.FORM, 0, 4),),
    "courses": (TRAINING,),
    "quotas": {7: {"rkn-kaarst": 6}},
    "notices": {7: date(YEAR - 1, 12, 2)},
    "handed_out": ((1, "public", 0), (2, "own", 4)),
    "words": None,
    "endorsed": (Endorsement("rkn-kaarst", date(YEAR + 1, 1, 8), Endorsed.AGREES),),
    "judged": {11: JudgedBy.FIGURE},
    "said": (AssessedPart("o1/topic/trauma", SaidOfHint.APPLIES, "So ist es."),),
}
#: What the first form did not cover.
LATER = {
    "taken_back",
    "courses",
    "quotas",
    "notices",
    "handed_out",
    "words",
    "said",
    "endorsed",
    "judged",
}


@pytest.mark.parametrize("name", ONE)
async def test_each_change_breaks_the_year_whose_seal_covers_it(name: str) -> None:
    changed = {name: ONE[name]}

    assert (await verify(kept(NEW, **changed).books, NETWORK)).broken == [YEAR]
    assert (await verify(kept(OLD, **changed).books, NETWORK)).broken == (
        [] if name in LATER else [YEAR]
    )


@pytest.mark.parametrize(
    "said",
    [
        {"rows": 3},
        {"previous": "1" * 64},
        {"digest": "1" * 64},
        {"versions": 1},
        {"sealed_on": date(2027, 1, 10)},
        {"file": {"name": "a2", "lead": "b2"}},
        {"form": OLD_FORM},
    ],
)
async def test_each_word_of_a_seal_breaks_it(said: dict[str, Any]) -> None:
    assert (await verify(kept(replace(NEW, **said)).books, NETWORK)).broken == [YEAR]


#: What an office does not agree to: what comes in by itself, what was handed out, the answers.
BESIDE = {"counters", "scores", "handed_out", "endorsed"}


@pytest.mark.parametrize("name", ONE)
async def test_what_people_change_is_other_than_what_an_office_agreed_to(name: str) -> None:
    before = await contents(kept().books, NETWORK, YEAR)
    now = await contents(kept(**{name: ONE[name]}).books, NETWORK, YEAR)

    assert len(before) == 64
    assert (now == before) is (name in BESIDE)
    assert await contents(kept().books, NETWORK, YEAR + 1) != before


async def test_an_answer_is_sealed_with_what_it_was_given_to_and_one_of_before_without() -> None:
    before = Endorsement("rkn-kaarst", date(YEAR + 1, 1, 8), Endorsed.AGREES)
    digest = "5c3912d59e71f36f309925a484191cc671a98cdff176203f74df3a6b5ba9e227"
    made = replace(NEW, digest=digest)
    found = [
        await verify(kept(made, endorsed=(each,)).books, NETWORK)
        for each in (before, replace(before, seen="1" * 64))
    ]

    assert [each.broken for each in found] == [[], [YEAR]]


_MEASURE = Measure(1, YEAR, STARTS.date(), "o1", "offer", AboutKind.ALL, "", None, YEAR + 1, 1)


@pytest.mark.parametrize(
    "measure",
    [
        _MEASURE,
        replace(_MEASURE, year=YEAR + 1, states=((date(YEAR, 12, 31), MeasureState.DONE),)),
    ],
)
async def test_a_measure_or_a_state_that_comes_later_breaks_the_year(measure: Measure) -> None:
    shelves = kept(NEW, done_about=Decided((measure,)))

    assert (await verify(shelves.books, NETWORK)).broken == [YEAR]


async def test_a_year_is_sealed_once_and_after_it_is_over() -> None:
    at_the_end, after = datetime(YEAR, 12, 31, 22, 59, tzinfo=UTC), ENDS
    on_the_first = datetime(YEAR, 11, 30, 23, 30, tzinfo=UTC)  # of December, where they live
    office, police = Party("office", "rkn-kaarst"), Party("sector", "police")
    contact = Contact(office, police, Topic.TRAUMA, ContactFormat.PHONE, ContactLength.SHORT)
    shelves = Shelves(noted=tuple((at, contact) for at in (on_the_first, at_the_end, after)))

    assert await seal(shelves.books, NETWORK, YEAR, date(YEAR, 12, 31)) is NotSealed.NOT_OVER
    assert not shelves.held

    day = date(YEAR + 1, 1, 1)
    made = await seal(shelves.books, NETWORK, YEAR, day)

    assert isinstance(made, Seal)
    file = settings(NETWORK) | {AGREED: made.file[AGREED]}
    assert made == Seal(YEAR, 2, BEGINNING, made.digest, day, FORM, 2, file)
    assert shelves.seals_kept == [made]
    assert shelves.last_end == (1, await proof(shelves.books))
    assert {each.period for each in shelves.counted_now} == {date(YEAR, 12, 1)}
    assert await seal(shelves.books, NETWORK, YEAR, day) is NotSealed.SEALED
    checked = await verify(shelves.books, NETWORK)
    assert (checked.broken, checked.whole, checked.changed) == ([], True, {})
    shelves.agreed = ((11, "flyer", "", ["a"], None),)  # another office beside an agreement
    assert (await verify(shelves.books, NETWORK)).broken == [YEAR]


def test_a_setting_that_older_files_did_not_know_is_told_only_where_it_says_something() -> None:
    limits = replace(NETWORK.report.thresholds, joint_share=0.5)
    other = replace(NETWORK, report=replace(NETWORK.report, thresholds=limits))

    assert differing(settings(NETWORK), settings(other)) == ["report.thresholds.joint_share"]


async def test_the_next_seal_hangs_on_it_and_covers_what_the_first_form_left_out() -> None:
    shelves = kept(OLD)
    made = await seal(shelves.books, NETWORK, YEAR + 1, date(YEAR + 2, 1, 1))

    assert isinstance(made, Seal)
    assert (made.previous, made.rows, shelves.last_end) == (
        OLD.digest,
        0,
        (2, ends([OLD, made])[-1]),
    )
    assert (await verify(shelves.books, NETWORK)).broken == []

    shelves.words = "Anders."

    assert (await verify(shelves.books, NETWORK)).broken == [YEAR + 1]

    twice = kept(NEW)
    after = await seal(twice.books, NETWORK, YEAR + 1, date(YEAR + 2, 1, 1))
    twice.handed_out = ()  # covered by the seal before, and by none after it
    assert isinstance(after, Seal)
    assert (await verify(twice.books, NETWORK)).broken == [YEAR]


async def test_a_missing_end_is_seen_unless_it_was_never_noted() -> None:
    async def whole(*seals: Seal, end: tuple[int, str] | None) -> bool:
        return (await verify(Shelves(list(seals), end).books, NETWORK)).whole

    proven = ends([OLD])[-1]

    assert await whole(OLD, end=(1, proven))
    assert await whole(OLD, end=None)
    assert await whole(end=None)
    assert not await whole(NEW, end=None)
    assert not await whole(OLD, end=(2, proven))
    assert not await whole(OLD, end=(1, "1" * 64))
    assert not await whole(end=(1, proven))


async def test_settings_that_are_others_now_are_named_by_year() -> None:
    now = replace(NETWORK, lead="Andere", report=replace(NETWORK.report, small_cell=7))
    made = replace(NEW, file=settings(NETWORK))
    quiet = replace(
        NETWORK, names=next(each for each in type(NETWORK.names) if each is not NETWORK.names)
    )

    assert (await verify(kept(made, OLD).books, now)).changed == {
        YEAR: ["lead", "report.small_cell"]
    }
    assert (await verify(kept(made).books, quiet)).changed == {}
    assert differing({"a": "1", "b": "1", "d": "1"}, {"a": "1", "b": "2", "c": "3"}) == [
        "b",
        "c",
        "d",
    ]


def test_a_template_counts_by_its_name() -> None:
    def of(template: Path | None) -> str:
        report = replace(NETWORK.report, template=template)
        return settings(replace(NETWORK, report=report))["report.template"]

    assert of(Path("/a/own.docx")) == of(Path("/b/own.docx")) != of(Path("/a/other.docx"))
    assert of(None) not in {of(Path("/a/own.docx")), of(Path("/a/other.docx"))}
    assert set(settings(NETWORK)) >= {"name", "offices", "report.title", "report.small_cell"}
    assert not {"report", "names", "quiet"} & set(settings(NETWORK))


def test_seals_stand_as_they_are_chained() -> None:
    first = Seal(2027, 1, BEGINNING, "a" * 64, date(2028, 1, 1))
    second = Seal(2025, 1, "a" * 64, "b" * 64, date(2028, 1, 1), FORM)
    lost = [Seal(year, 1, "c" * 64, "d" * 64, date(2028, 1, 1)) for year in (2023, 2024)]

    assert in_order([*reversed(lost), second, first]) == [first, second, *lost]
    assert in_order([]) == []
    assert left_out([first, second]) == []
    assert left_out([second, *lost]) == lost
    assert left_out([first, second, first]) == [first]


def test_the_end_proves_all_that_a_seal_says() -> None:
    proven = ends([OLD, NEW])

    assert proven == [
        "ab890bd5353bf1752497ce124424cec30eedbc05be07edbea61b6c466079b2c8",
        "654f14d431a0bc1ba8eba08236b422539339da9ac8e93dca241af2dad833b372",
    ]
    assert ends([OLD]) == proven[:1]
