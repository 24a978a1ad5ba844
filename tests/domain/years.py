"""A small network and a year of it in which the report finds nothing to say: tests change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from domain.contacts import ContactPoint
from domain.exchange import Counted, Series, institutions, pair
from domain.feedback import Answers, FeedbackItem
from domain.ledger.entries import Attendance, Entry, LedgerKind, closing_entries
from domain.network import Municipality, Network, Office, ReportRules, Thresholds
from domain.register import Tally
from domain.report.material import Material
from domain.training import Plan, Training
from domain.vocabulary import DeliveryMode, EventFormat, EventStatus, Sector, Topic

YEAR = 2027
AS_OF = date(2028, 1, 20)
#: Two offices, and with three sectors beside theirs five institutions that can meet: ten pairs.
NETWORK = Network(
    slug="small",
    name="Netzwerk",
    short="NW",
    county="Kreis Musterland",
    established=2020,
    legal_form="",
    lead="Kreis",
    landesjugendamt="",
    timezone="Europe/Berlin",
    offices=(
        Office("a", "Jugendamt A", "A", (Municipality("00000001", "Adorf"),)),
        Office(
            "b",
            "Jugendamt B",
            "B",
            (Municipality("00000002", "Bdorf"), Municipality("00000003", "Cdorf")),
        ),
    ),
    contact=ContactPoint("netz@kreis.example"),
    report=ReportRules("Bericht", "Kreis"),
    sectors=(Sector.YOUTH_OFFICE, Sector.SCHOOL, Sector.POLICE, Sector.OTHER),
)


def with_limits(**limits: float) -> Network:
    """Return the network with other thresholds."""
    thresholds = Thresholds(**limits)  # type: ignore[arg-type]  # whole numbers are floats, too
    return replace(NETWORK, report=replace(NETWORK.report, thresholds=thresholds))


def event(
    number: int,
    month: int = 3,
    day: int = 12,
    *,
    topic: Topic = Topic.BASICS,
    form: EventFormat = EventFormat.SEMINAR,
    mode: DeliveryMode = DeliveryMode.IN_PERSON,
    seats: int | None = 20,
    units: int = 4,
    status: EventStatus = EventStatus.HELD,
    year: int = YEAR,
) -> Training:
    """Return an event at noon."""
    starts = datetime(year, month, day, 12, tzinfo=UTC)
    plan = Plan(
        title=f"Titel {number}",
        topic=topic,
        format=form,
        mode=mode,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=14),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=units,
    )
    return Training(number, f"uid-{number}", "a", plan, status)


def closed(
    of: Training,
    offices: Mapping[str, int],
    sectors: Mapping[str, int],
    registered: int | None = None,
    tallies: Mapping[Tally, int] | None = None,
) -> list[Entry]:
    """Return the rows of a closing; all who came were registered, if nothing else is said."""
    came = Attendance(offices, sectors)
    there = came.total if registered is None else registered
    counts = {Tally.CONFIRMED: there} if tallies is None else tallies
    return closing_entries(of.id, of.plan.starts_at.date(), came, there, counts)


def told(of: Training, days: int) -> Entry:
    """Return the row of a notice so many days before an event."""
    day = of.plan.starts_at.date() - timedelta(days=days)
    return Entry(day, LedgerKind.NOTICE_PUBLISHED, 1, of.id)


def loose(
    kind: LedgerKind,
    n: int,
    detail: str = "",
    day: date = date(YEAR, 5, 4),
    *,
    office: str | None = None,
    sector: str | None = None,
) -> Entry:
    """Return a row that belongs to no event."""
    return Entry(day, kind, n, office=office, sector=sector, detail=detail)


COURSES = (
    event(1, 1),
    event(2, 2),
    event(3, 4, mode=DeliveryMode.ONLINE),
    event(4, 7, mode=DeliveryMode.HYBRID),
    event(5, 10),
)
EACH = {"a": 8, "b": 7}, {"youth-office": 5, "school": 5, "police": 5}
MEETINGS = loose(LedgerKind.EXCHANGE_HELD, 2, "network-meeting")


def rows_of(courses: Iterable[Training] = COURSES) -> list[Entry]:
    """Return the rows of trainings to which fifteen came each, told of forty days before."""
    return [row for each in courses for row in (*closed(each, *EACH), told(each, 40))]


def all_met(n: int = 6, but: Sequence[str] = ()) -> list[Counted]:
    """Return so many contacts of each pair of institutions, but for those of these keys."""
    pairs = [pair(*both) for both in combinations(institutions(NETWORK), 2)]
    counters = [Counted(date(YEAR, 4, 1), Series.PAIR, each, n) for each in pairs]
    return [each for each in counters if each.slug not in but]


FORMS = (Answers(1, FeedbackItem.FORM, 0, 30),)
#: Seventy-five attendances, all seats told of in time and most of them used, and all have met.
QUIET_YEAR = Material(YEAR, [*rows_of(), MEETINGS], COURSES, all_met(), FORMS)
