"""A training goes on offer for the office and by the one who planned it, and a file only once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.invite_targets import Target
from domain.plan_publish import is_there, keep, publish
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Sector, Topic

BERLIN = ZoneInfo("Europe/Berlin")
#: Half past midnight in Berlin: the day before in UTC.
STARTS = datetime(2027, 3, 11, 23, 30, tzinfo=UTC)
PLAN = Plan(
    title="Gespräche führen",
    topic=Topic.TRAUMA,
    format=EventFormat.SEMINAR,
    mode=DeliveryMode.IN_PERSON,
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=3),
    deadline_at=STARTS - timedelta(days=7),
    withdraw_by=STARTS - timedelta(days=3),
    seats=20,
    units=4,
    place="Rathaus",
    reminders=(),
)


@dataclass
class Trainings:
    """The trainings in memory."""

    kept: list[Training] = field(default_factory=list)
    by: list[int | None] = field(default_factory=list)

    async def add(
        self, plan: Plan, host: str, created_by: int | None, status: EventStatus
    ) -> Training:
        self.kept.append(Training(1, "uid", host, plan, status))
        self.by.append(created_by)
        return self.kept[-1]

    async def on_day(self, title: str, day_start: datetime, day_end: datetime) -> bool:
        return any(
            each.plan.title == title and day_start <= each.plan.starts_at < day_end
            for each in self.kept
        )


async def test_it_is_on_offer_for_its_office_and_by_whom_it_was_planned() -> None:
    trainings = Trainings()
    made = await publish(trainings, PLAN, "rkn-kaarst", 5)

    assert made == Training(1, "uid", "rkn-kaarst", PLAN, EventStatus.PUBLISHED)
    assert (trainings.kept, trainings.by) == ([made], [5])


async def test_a_draft_is_kept_for_its_office_and_by_whom_it_was_planned() -> None:
    trainings = Trainings()
    made = await keep(trainings, PLAN, "rkn-kaarst", 5)

    assert made == Training(1, "uid", "rkn-kaarst", PLAN, EventStatus.DRAFT)
    assert (trainings.kept, trainings.by) == ([made], [5])


async def test_a_title_is_there_on_its_day_as_people_count_days() -> None:
    trainings = Trainings()
    assert not await is_there(trainings, PLAN, BERLIN)

    await publish(trainings, PLAN, "rkn-kaarst", None)

    def at(hour: int, minute: int, day: int = 12) -> Plan:
        starts = datetime(2027, 3, day, hour, minute, tzinfo=BERLIN)
        return replace(PLAN, starts_at=starts, ends_at=starts + timedelta(hours=3))

    for same in (at(0, 0), at(0, 30), at(23, 59)):
        assert await is_there(trainings, same, BERLIN)
    for other in (at(23, 59, 11), at(0, 0, 13)):
        assert not await is_there(trainings, other, BERLIN)


def test_a_target_is_read_as_it_was_packed() -> None:
    for target, packed in (
        (Target(office="rkn-kaarst"), "o-rkn-kaarst"),
        (Target(sector=Sector.YOUTH_OFFICE), "s-youth-office"),
    ):
        assert target.pack() == packed
        assert Target.parse(packed) == target
