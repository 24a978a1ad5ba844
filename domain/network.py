"""A child protection network: who belongs to it and the rules it has given itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.quiet import QuietHours
from domain.vocabulary import COUNTY_WIDE, ReminderStage, Sector


class Names(StrEnum):
    """Whether a person is asked for a name."""

    OPTIONAL = "optional"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A town or municipality; `ags` is its official key of eight digits."""

    ags: str
    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """A youth office and the municipalities it is in charge of.

    `short_label` names its district ("Kaarst", "Kreis Steinfurt") and never mixes up a town
    with a county of the same name.
    """

    slug: str
    label: str
    short_label: str
    municipalities: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """An institution of the whole county that has signed the agreement for its sector."""

    sector: Sector
    label: str


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """A reminder `days_before` the start (of the deadline, if that is near) at local time `at`.

    A negative number of days lies after the start: a request for feedback.
    """

    stage: ReminderStage
    days_before: int
    at: time = time(8)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new training starts with; all of it can be changed per training.

    Days are calendar days before the start. A seat is offered for `offer_hours`, in the last
    week before the start for `late_offer_hours`.
    """

    deadline_days: int = 14
    withdrawal_days: int = 7
    release_days: int = 21
    capacity: int = 20
    offer_hours: int = 48
    late_offer_hours: int = 12
    reminders: tuple[ReminderRule, ...] = (
        ReminderRule(ReminderStage.ONE_WEEK, 7),
        ReminderRule(ReminderStage.ONE_DAY, 1),
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """Where people turn to outside of the chat, also for support at an event."""

    mail: str
    phone: str = ""

    @property
    def is_placeholder(self) -> bool:
        """Whether the address still is the one of the shipped file."""
        return self.mail.endswith(".example")


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days personal data are kept, each from the end of their use."""

    registrations_days: int = 30
    inactive_days: int = 365
    inactive_warning_days: tuple[int, ...] = (30, 7)
    deliveries_days: int = 7
    blocked_days: int = 30
    actions_days: int = 365


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
    enough_events: int = 5
    enough_attendances: int = 30


@dataclass(frozen=True, slots=True)
class ReportRules:
    """What the yearly report is called, who signs it, and how small numbers are protected.

    Counts of people below `small_cell` are not shown.
    """

    title: str
    author: str
    small_cell: int = 5
    thresholds: Thresholds = field(default_factory=Thresholds)


@dataclass(frozen=True, slots=True)
class Network:
    """One network with all its settings; `established` is a year."""

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
    contact: Contact
    report: ReportRules
    partners: tuple[Partner, ...] = ()
    sectors: tuple[Sector, ...] = tuple(Sector)
    defaults: Defaults = field(default_factory=Defaults)
    quiet: QuietHours = field(default_factory=QuietHours)
    names: Names = Names.OPTIONAL
    retention: Retention = field(default_factory=Retention)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of all dates people read and type."""
        return ZoneInfo(self.timezone)

    def find_office(self, slug: str) -> Office | None:
        """Return the youth office of that slug; None for `county-wide` and unknown slugs."""
        return next((each for each in self.offices if each.slug == slug), None)

    def office(self, slug: str) -> Office:
        """Return the youth office of that slug; KeyError if the network has none."""
        found = self.find_office(slug)
        if found is None:
            raise KeyError(slug)
        return found

    def office_in_charge(self, ags: str) -> Office | None:
        """Return the youth office in charge of a municipality."""
        return next(
            (each for each in self.offices if any(m.ags == ags for m in each.municipalities)), None
        )

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

    def institution_label(self, office: str, sector: Sector, sector_label: str) -> str:
        """Return how the institution of a person is called.

        A youth office has its own name, so has a partner of the whole county; everybody else is
        called by the label of the sector and the place. KeyError if the office is unknown.
        """
        if office == COUNTY_WIDE:
            partner = self.partner(sector)
            return partner.label if partner else f"{sector_label}, {self.county}"
        found = self.office(office)
        if sector is Sector.YOUTH_OFFICE:
            return found.label
        return f"{sector_label}, {found.short_label}"
