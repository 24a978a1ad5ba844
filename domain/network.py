"""A child protection network: who belongs to it and the rules it has given itself.

The values refuse what cannot be (ValueError), so a network that exists can be relied upon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.agreements import MOST_TITLES, AgreementTitle
from domain.contacts import ContactPoint, OfficeContact
from domain.demands import (
    demand,
    demand_filled,
    demand_once,
    demand_range,
    demand_short,
    demand_slug,
    tidy,
)
from domain.measures import MOST_MEASURES, MeasureTitle
from domain.quiet import QuietHours
from domain.vocabulary import COUNTY_WIDE, ReminderStage, Sector

#: What a network can have and wait for; more is a slip of the finger.
MOST_OFFICES, MOST_MUNICIPALITIES, MOST_FUNCTIONS = 60, 100, 10
LONGEST_BEFORE, LONGEST_KEPT = 365, 3_650
LARGEST_CELL = 100
#: Fewer people than this in a cell of a report can be recognised.
SMALLEST_CELL = 3
#: Fewer people of other offices than this are told to a coordinator as few only.
FEW = 5


class Names(StrEnum):
    """Whether a person is asked for a name."""

    OPTIONAL = "optional"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A town or municipality; `ags` is its official key of eight digits."""

    ags: str
    name: str

    def __post_init__(self) -> None:
        tidy(self)
        demand(re.fullmatch(r"[0-9]{8}", self.ags), f"ags {self.ags!r} must have eight digits")
        demand_filled(self, "name")


@dataclass(frozen=True, slots=True)
class OfficeFunction:
    """Whom one turns to at an office: a function, never a person, with its official mail or phone.

    Trainings name it as their contact by its slug.
    """

    slug: str
    label: str
    mail: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.slug)
        demand_filled(self, "label")
        demand_short("label", self.label, 60)
        demand(self.mail or self.phone, f"function {self.slug!r} needs a mail or a phone")
        demand_short("mail", self.mail, 100)
        demand_short("phone", self.phone, 60)
        demand("@" in self.mail or not self.mail, f"mail {self.mail!r} must be a mail address")


@dataclass(frozen=True, slots=True)
class Office:
    """A youth office and the municipalities it is in charge of.

    `short_label` names its district ("Kaarst", "Kreis Steinfurt") and never mixes up a town
    with a county of the same name. `functions` are whom trainings may name as their contact.
    `staffed_since` is the day since which its coordination office is staffed.
    """

    slug: str
    label: str
    short_label: str
    municipalities: tuple[Municipality, ...]
    functions: tuple[OfficeFunction, ...] = ()
    # A newer setting: a seal names it on its own, so that older seals find their digest again.
    staffed_since: date | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.slug)
        demand(self.municipalities, "an office needs at least one municipality")
        demand_short("municipalities", self.municipalities, MOST_MUNICIPALITIES)
        demand_short("functions", self.functions, MOST_FUNCTIONS)
        demand_filled(self, "label", "short_label")


@dataclass(frozen=True, slots=True)
class Partner:
    """An institution of the whole county that has signed the agreement for its sector."""

    sector: Sector
    label: str

    def __post_init__(self) -> None:
        tidy(self)
        demand_filled(self, "label")


@dataclass(frozen=True, slots=True)
class Body:
    """A body or office that the network works through, and its task in a sentence."""

    name: str
    task: str

    def __post_init__(self) -> None:
        tidy(self)
        demand(self.name and self.task, "a body needs a name and a task")


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """A reminder `days_before` the start (of the deadline, if that is near) at local time `at`.

    A negative number of days lies after the start: a request for feedback.
    """

    stage: ReminderStage
    days_before: int
    at: time = time(8)

    def __post_init__(self) -> None:
        demand(-30 <= self.days_before <= 60, "days_before must lie between -30 and 60")


class LineRule(StrEnum):
    """What becomes of a seat that somebody gives back after the withdrawal deadline.

    The first in line has it at once, or is asked whether it still suits.
    """

    SEAT = "seat"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new training starts with; all of it can be changed per training.

    Days are calendar days before the start.
    """

    deadline_days: int = 14
    withdrawal_days: int = 7
    release_days: int = 21
    capacity: int = 20
    reminders: tuple[ReminderRule, ...] = (
        ReminderRule(ReminderStage.ONE_WEEK, 7),
        ReminderRule(ReminderStage.ONE_DAY, 1),
    )

    def __post_init__(self) -> None:
        demand_range(self, 0, LONGEST_BEFORE, capacity=(1, 2000))
        demand_once("reminder stage", (each.stage for each in self.reminders))


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days personal data are kept, each from the end of their use.

    Registrations go `registrations_days` after the closing, and at the latest `unclosed_days`
    after the end or the cancellation, whether or not anybody closes. A message that is not
    settled is given up `undecided_days` after it was due. The access log is kept `actions_days`.
    """

    registrations_days: int = 30
    unclosed_days: int = 90
    inactive_days: int = 365
    inactive_warning_days: tuple[int, ...] = (30, 7)
    deliveries_days: int = 7
    undecided_days: int = 30
    blocked_days: int = 30
    actions_days: int = 365

    def __post_init__(self) -> None:
        demand_range(self, 1, LONGEST_KEPT)
        demand_short("inactive_warning_days", self.inactive_warning_days, 10)
        fine = all(0 < days < self.inactive_days for days in self.inactive_warning_days)
        demand(fine, "inactive_warning_days must lie between 0 and inactive_days")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the report points at a potential for improvement; the comment names its rule.

    Rates and shares are fractions from 0 to 1.
    """

    waitlist_rate: float = 0.20  # O1, of a topic, above
    occupancy_rate: float = 0.60  # O2, of a topic, below
    occupancy_events: int = 2  # O2, at least so many events
    top_needs: int = 5  # O3
    sector_share: float = 0.05  # O4, below
    quota_use: float = 0.50  # O5, below
    quota_times: int = 2  # O5
    lost_seats_rate: float = 0.15  # O6, above
    lead_days: int = 28  # O7, median below
    network_meetings: int = 2  # O8, fewer
    feedback_rate: float = 0.30  # O9, below
    distance_share: float = 0.20  # O10, online or hybrid, below
    unclosed_rate: float = 0.10  # O11, above
    silent_quarters: int = 2  # O12, pairs or sectors without exchange
    # A newer setting: a seal names it on its own, so that older seals find their digest again.
    joint_share: float = field(default=0.20, repr=False)  # O13, below
    enough_events: int = 5
    enough_attendances: int = 30

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(each.default, float):
                demand(0 <= value <= 1, f"{each.name} must be a fraction between 0 and 1")
        demand_range(self, 0, 1_000, top_needs=(1, 100), enough_attendances=(0, 100_000))


@dataclass(frozen=True, slots=True)
class ReportRules:
    """What the yearly report is called, who signs it, and how small numbers are protected.

    Counts of people below `small_cell` are not shown. `template` is the network's own Word file;
    in the network's file its path is told from where that lies. `publisher` are the lines of who
    answers for the report, the lead if there are none. `basis` is a sentence on what the
    cooperation rests upon. `title_en` and `author_en` stand in the report in English.
    """

    title: str
    author: str
    small_cell: int = 5
    thresholds: Thresholds = field(default_factory=Thresholds)
    template: Path | None = None
    publisher: tuple[str, ...] = ()
    basis: str = ""
    title_en: str = ""
    author_en: str = ""

    def __post_init__(self) -> None:
        tidy(self)
        demand(self.small_cell >= SMALLEST_CELL, f"small_cell must be at least {SMALLEST_CELL}")
        demand_range(self, SMALLEST_CELL, LARGEST_CELL)
        demand_filled(self, "title", "author")
        demand_short("publisher", self.publisher, 20)
        is_word = self.template is None or self.template.suffix.lower() == ".docx"
        demand(is_word, "template must be a Word file that ends in .docx")


@dataclass(frozen=True, slots=True)
class Network:
    """One network with all its settings; `established` is a year.

    `presence` says whether anybody may note who came: off, unless its Personalrat agreed.
    """

    slug: str
    name: str
    short: str
    county: str
    established: int
    legal_form: str
    lead: str
    landesjugendamt: str
    timezone: str
    offices: tuple[Office, ...]
    contact: ContactPoint
    report: ReportRules
    partners: tuple[Partner, ...] = ()
    bodies: tuple[Body, ...] = ()
    sectors: tuple[Sector, ...] = tuple(Sector)
    defaults: Defaults = field(default_factory=Defaults)
    quiet: QuietHours = field(default_factory=QuietHours)
    names: Names = Names.OPTIONAL
    retention: Retention = field(default_factory=Retention)
    contacts: tuple[OfficeContact, ...] = ()
    agreements: tuple[AgreementTitle, ...] = ()
    measures: tuple[MeasureTitle, ...] = ()
    line: LineRule = LineRule.OFFER
    presence: bool = False

    def __post_init__(self) -> None:
        tidy(self)
        demand_slug(self.slug)
        demand(1990 <= self.established <= 2100, "established must be a year from 1990 to 2100")
        demand_filled(self, "name", "short", "county", "lead")
        demand_short("short", self.short, 60)
        demand(_is_zone(self.timezone), f"time zone {self.timezone[:60]!r} is not known")
        self._check_institutions()
        self._check_places()
        demand_short("agreements", self.agreements, MOST_TITLES)
        demand_once("agreement", (each.slug for each in self.agreements))
        demand_once("agreement label", (each.label for each in self.agreements))
        demand_once("contacts of office", (each.office for each in self.contacts))
        demand_short("measures", self.measures, MOST_MEASURES)
        demand_once("measure", (each.slug for each in self.measures))
        demand_once("measure label", (each.label for each in self.measures))
        for each in self.contacts:
            demand(self.find_office(each.office), f"contacts: there is no office {each.office}")

    def _check_institutions(self) -> None:
        demand(self.offices, "a network needs at least one office")
        demand_short("offices", self.offices, MOST_OFFICES)
        demand_short("bodies", self.bodies, 50)
        demand_once("office slug", (each.slug for each in self.offices))
        demand_once("office label", (each.label for each in self.offices))
        demand_once("office short_label", (each.short_label for each in self.offices))
        demand_once("body", (each.name for each in self.bodies))
        functions = (each.slug for office in self.offices for each in office.functions)
        demand_once("function slug", functions)
        demand_once("partner of sector", (each.sector for each in self.partners))
        demand_once("sector", self.sectors)
        demand(Sector.YOUTH_OFFICE in self.sectors, "sectors must contain youth-office")
        missing = {each.sector for each in self.partners} - set(self.sectors)
        demand(not missing, f"sectors must contain those of the partners: {', '.join(missing)}")

    def _check_places(self) -> None:
        towns = [town for office in self.offices for town in office.municipalities]
        demand_once("ags", (town.ags for town in towns))
        demand_once("municipality", (town.name for town in towns))
        names = [town.name for town in towns] + [each.short_label for each in self.offices]
        for name in self.county.split():
            demand(name not in names, f"{name!r} could be town or county; write 'Stadt {name}'")

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of all dates people read and type."""
        return ZoneInfo(self.timezone)

    def find_office(self, slug: str) -> Office | None:
        """Return the youth office of that slug; None for `county-wide` and unknown slugs."""
        return next((each for each in self.offices if each.slug == slug), None)

    def find_function(self, slug: str) -> tuple[Office, OfficeFunction] | None:
        """Return a function of an office; None if the network has none of that slug any more."""
        every = ((office, each) for office in self.offices for each in office.functions)
        return next((found for found in every if found[1].slug == slug), None)

    def office(self, slug: str) -> Office:
        """Return the youth office of that slug; KeyError if the network has none."""
        found = self.find_office(slug)
        if found is None:
            raise KeyError(slug)
        return found

    def partner(self, sector: Sector) -> Partner | None:
        """Return the partner that has signed for a sector."""
        return next((each for each in self.partners if each.sector is sector), None)

    def has_institution(self, office: str, sector: Sector) -> bool:
        """Return whether somebody can belong to this office (or the county) and sector."""
        if sector not in self.sectors:
            return False
        if office == COUNTY_WIDE:
            return sector is not Sector.YOUTH_OFFICE
        return self.find_office(office) is not None

    def institution_label(
        self, office: str, sector: Sector, sector_label: str, county_label: str
    ) -> str:
        """Return how the institution of a person is called.

        A youth office has its own name, so has a partner of the whole county; everybody else is
        called by the label of the sector and the place. The whole county has words of its own:
        its name is that of a district, too. KeyError if the office is unknown.
        """
        if office == COUNTY_WIDE:
            partner = self.partner(sector)
            return partner.label if partner else f"{sector_label}, {county_label}"
        found = self.office(office)
        if sector is Sector.YOUTH_OFFICE:
            return found.label
        return f"{sector_label}, {found.short_label}"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
