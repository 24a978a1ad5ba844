"""Small years for the tests of the report."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from domain.ledger.entries import Attendance, Entry, closing_entries, hosted_entries
from domain.register import Tally
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Topic

YEAR = 2026
AS_OF = date(2027, 1, 15)


def training(
    number: int,
    *,
    day: date = date(2026, 3, 12),
    format: EventFormat = EventFormat.SEMINAR,  # noqa: A002 - the field's name
    topic: Topic = Topic.BASICS,
    mode: DeliveryMode = DeliveryMode.IN_PERSON,
    seats: int | None = 20,
    units: int = 4,
    status: EventStatus = EventStatus.HELD,
) -> Training:
    """Return a training whose title has characters that hurt."""
    starts = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    plan = Plan(
        title=f'Gespräche <führen> & "verstehen" {number}',
        topic=topic,
        format=format,
        mode=mode,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=units,
        place="Kreishaus",
    )
    return Training(number, f"uid-{number}", "rkn-neuss", plan, status)


def closed(
    of: Training,
    offices: dict[str, int],
    sectors: dict[str, int],
    *,
    registered: int | None = None,
    tallies: dict[Tally, int] | None = None,
) -> list[Entry]:
    """Return the ledger rows of closing a training."""
    came = Attendance(offices, sectors)
    day = of.plan.starts_at.date()
    there = came.total if registered is None else registered
    rows = closing_entries(of.id, day, came, there, tallies or {Tally.CONFIRMED: there})
    return [*rows, *hosted_entries(of.id, day, of.hosts)]
