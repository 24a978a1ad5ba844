"""A year's facts in plain numbers: what all chapters, cells and rules are computed from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from domain.exchange import Series
from domain.feedback import FeedbackItem
from domain.ledger.entries import Entry, LedgerKind
from domain.localtime import quarter_of
from domain.network import Network
from domain.protocol_rows import is_meeting
from domain.report.events import Held, by_office, held_in, of_training, total, unclosed
from domain.report.material import Material
from domain.report.quotas import Often
from domain.vocabulary import EventFormat, EventStatus, FormatGroup, Topic


@dataclass(frozen=True, slots=True)
class QuotaUse:
    """Seats of an office over the trainings in which it had a quota.

    `used` had its people and block seats at the start, also beyond the quota; `kept` were the
    quotas, training by training, of which `released` seats in all were left to others. In `low`
    trainings less of the quota was used than the threshold of O5.
    """

    used: int = 0
    released: int = 0
    low: int = 0
    kept: tuple[int, ...] = ()

    @property
    def agreed(self) -> int:
        """How many seats were kept for it."""
        return sum(self.kept)

    @property
    def within(self) -> int:
        """How many sat on seats that were kept for them."""
        return self.agreed - self.released

    @property
    def beyond(self) -> int:
        """How many sat on other seats, which were open to all."""
        return self.used - self.within

    def with_one(self, used: int, agreed: int, often: Often) -> QuotaUse:
        """Return it with one training more."""
        return QuotaUse(
            self.used + used,
            self.released + max(0, agreed - used),
            self.low + often.low(used, agreed),
            (*self.kept, agreed),
        )


@dataclass(frozen=True, slots=True)
class SeatsKept:
    """Of a training's seats some are kept for offices, which have so many; None is no limit."""

    training: int
    seats: int | None
    kept: Mapping[str, int]
    used: Mapping[str, int]


class Facts:
    """The year in sums; everything here is raw and must pass the rule before it is shown."""

    def __init__(self, network: Network, material: Material, as_of: date) -> None:
        self.network, self.material, self.year = network, material, material.year
        self.as_of = as_of
        self.entries = material.entries
        self.trainings = material.trainings
        zone = network.zone
        self.held = held_in(self.year, self.entries, self.trainings, zone, material.missed)
        self.courses = [h for h in self.held if h.group is FormatGroup.TRAINING]
        self.meetings = [h for h in self.held if h.group is FormatGroup.EXCHANGE]
        self.with_seats = [h for h in self.courses if h.training.plan.seats is not None]
        self.unclosed = unclosed(self.year, self.entries, self.trainings, zone, as_of)
        self.loose = [e for e in self.entries if e.training_id is None]
        self.logged = [e for e in self.entries if is_meeting(e)]
        limits = network.report.thresholds
        self.often = Often(limits.quota_use, limits.quota_times)

    @property
    def events(self) -> int:
        """A1: events held."""
        return len(self.held) + total(self.loose, LedgerKind.EVENT_HELD)

    @property
    def trainings_held(self) -> int:
        """A2: of these, continuing trainings; imported ones by the format they name."""
        imported = sum(e.n for e in self.imported_events() if is_training(e.detail))
        return len(self.courses) + imported

    def imported_events(self) -> Iterable[Entry]:
        """Return the rows of events from before Netzbote."""
        return [e for e in self.loose if e.kind is LedgerKind.EVENT_HELD]

    @property
    def exchanges(self) -> int:
        """A6: exchange dates, announced or only logged."""
        imported = sum(e.n for e in self.imported_events() if is_exchange(e.detail))
        return len(self.meetings) + imported + sum(e.n for e in self.logged)

    def hosts(self) -> dict[int, set[str]]:
        """Return who held each training, of those closed since hosts are counted."""
        found = {
            number: set(by_office(rows, LedgerKind.HOSTED))
            for number, rows in of_training(self.entries).items()
        }
        return {number: hosts for number, hosts in found.items() if hosts}

    def announced(self, kind: EventFormat) -> list[Held]:
        """Return the meetings of a format that were announced, and not only logged."""
        return [h for h in self.meetings if h.training.plan.format is kind]

    @property
    def quarters_begun(self) -> int:
        """How many quarters of the year had begun when the data were taken, 0 to 4."""
        if self.as_of.year != self.year:
            return 4 if self.as_of.year > self.year else 0
        return quarter_of(self.as_of)

    def sessions(self) -> dict[str, int]:
        """B1: exchange dates by format."""
        counts = Counter(h.training.plan.format.value for h in self.meetings)
        for entry in [*self.logged, *self.imported_events()]:
            if is_exchange(entry.detail):
                counts[entry.detail] += entry.n
        return {slug: n for slug, n in counts.items() if n}

    def imported_came(self, *, courses_only: bool = False) -> int:
        """Return the attendances from before Netzbote, which stand behind no event."""
        return sum(
            e.n
            for e in self._imported_attendance(courses_only)
            if e.office is None and e.sector is None
        )

    def imported_by_quarter(self) -> dict[int, int]:
        """Return the attendances from before Netzbote by quarter."""
        counts: Counter[int] = Counter()
        for e in self._imported_attendance(courses_only=False):
            if e.office is None and e.sector is None:
                counts[quarter_of(e.day)] += e.n
        return dict(counts)

    def _imported_attendance(self, courses_only: bool) -> Iterable[Entry]:
        rows = (e for e in self.loose if e.kind is LedgerKind.ATTENDANCE)
        return [e for e in rows if not courses_only or is_training(e.detail)]

    def by_office(self) -> dict[str, int]:
        """C4: attendances of trainings by office, all offices named."""
        counts = Counter(dict.fromkeys((o.slug for o in self.network.offices), 0))
        for each in self.courses:
            counts.update(each.offices)
        for entry in self._imported_attendance(courses_only=True):
            if entry.office:
                counts[entry.office] += entry.n
        return dict(counts)

    def by_sector(self) -> dict[str, int]:
        """C5: attendances of trainings by sector, all sectors named."""
        counts = Counter(dict.fromkeys((s.value for s in self.network.sectors), 0))
        for each in self.courses:
            counts.update(each.sectors)
        for entry in self._imported_attendance(courses_only=True):
            if entry.sector:
                counts[entry.sector] += entry.n
        return dict(counts)

    def topics(self) -> dict[Topic, list[Held]]:
        """Return the trainings by primary topic, the most frequent first."""
        groups: dict[Topic, list[Held]] = {}
        for each in self.courses:
            groups.setdefault(each.training.plan.topic, []).append(each)
        return dict(sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))

    def sum_of(self, kind: LedgerKind) -> int:
        """Return the sum of registrations of a kind over all trainings."""
        return sum(h.tally(kind) for h in self.courses)

    def reminders(self) -> dict[str, int]:
        """D3: reminders by stage."""
        return self.by_detail(LedgerKind.REMINDER_SENT)

    def by_detail(self, kind: LedgerKind) -> dict[str, int]:
        """Return the sums of a kind's rows by what they name."""
        counts: Counter[str] = Counter()
        for entry in self.entries:
            if entry.kind is kind and entry.office is None and entry.sector is None:
                counts[entry.detail] += entry.n
        return {slug: n for slug, n in sorted(counts.items()) if n}

    def lead_days(self) -> Fraction | None:
        """D2: the median of days from an event's first notice to its start."""
        first = dict(self.material.noticed)
        for entry in self.entries:
            if entry.kind is LedgerKind.NOTICE_PUBLISHED and entry.training_id is not None:
                known = first.get(entry.training_id, entry.day)
                first[entry.training_id] = min(known, entry.day)
        spans = [(h.day - first[h.training.id]).days for h in self.held if h.training.id in first]
        return Fraction(median(spans)) if spans else None

    def counted(self, series: Series) -> dict[str, int]:
        """Return a series' counters of the year, summed over its months or weeks."""
        counts: Counter[str] = Counter()
        for each in self.material.counters:
            if each.series is series and each.period.year == self.year:
                counts[each.slug] += each.n
        return {slug: n for slug, n in sorted(counts.items()) if n}

    def contacts_by_month(self) -> dict[int, int]:
        """Return the exchange contacts of each month, 1 to 12."""
        counts = Counter(dict.fromkeys(range(1, 13), 0))
        for each in self.material.counters:
            if each.series is Series.FORMAT and each.period.year == self.year:
                counts[each.period.month] += each.n
        return dict(counts)

    def needs(self) -> dict[str, int]:
        """G1: needs by topic, also those of the ledger; in no order that would tell of them."""
        counts = Counter(self.counted(Series.NEED_TOPIC))
        counts.update(self.by_detail(LedgerKind.NEED))
        return {slug: n for slug, n in sorted(counts.items()) if n}

    def scores(self) -> dict[FeedbackItem, dict[int, int]]:
        """E2: how many gave an item each score."""
        found: dict[FeedbackItem, dict[int, int]] = {}
        for each in self.material.answers:
            scores = found.setdefault(each.item, {})
            scores[each.score] = scores.get(each.score, 0) + each.n
        return found

    def members(self) -> dict[int, int]:
        """N1: how many members there were at the end of each quarter that was counted."""
        counts: Counter[int] = Counter()
        for entry in self._counted_members():
            if entry.office is None and entry.sector is None:
                counts[quarter_of(entry.day)] += entry.n
        return dict(counts)

    def members_by(self, part: str) -> dict[str, int]:
        """N2 and N3: the members at the end of the year by office or sector, all of them named."""
        rows = [(getattr(e, part), e.n) for e in self._counted_members()]
        if not any(slug for slug, _ in rows):
            return {}
        network = self.network
        known = {"office": [o.slug for o in network.offices], "sector": network.sectors}[part]
        counts = Counter(dict.fromkeys(map(str, known), 0))
        for slug, n in rows:
            if slug:
                counts[slug] += n
        return dict(counts)

    def _counted_members(self) -> Iterable[Entry]:
        return (e for e in self.entries if e.kind is LedgerKind.MEMBERS)

    def advice(self) -> dict[int, int]:
        """E4: advice totals by quarter."""
        counts: Counter[int] = Counter()
        for entry in self.entries:
            if entry.kind is LedgerKind.ADVICE_TOTAL:
                counts[quarter_of(entry.day)] += entry.n
        return dict(counts)

    def quota_use(self) -> dict[str, QuotaUse]:
        """C14: what became of the quotas by office, over the trainings with quotas."""
        found: dict[str, QuotaUse] = {}
        for each in self.seats_kept():
            for office, kept in each.kept.items():
                known = found.get(office, QuotaUse())
                found[office] = known.with_one(each.used[office], kept, self.often)
        return found

    def seats_kept(self) -> Iterator[SeatsKept]:
        """Yield the seats of each training of which some were kept for offices."""
        for each in self.courses:
            if kept := self.material.quotas.get(each.training.id, {}):
                used = {office: self._seated(each, office) for office in kept}
                yield SeatsKept(each.training.id, each.training.plan.seats, kept, used)

    def _seated(self, of: Held, office: str) -> int:
        """Return how many of an office had a seat at the start, block seats included."""
        return sum(
            e.n
            for e in self.entries
            if e.training_id == of.training.id
            and e.office == office
            and e.kind in {LedgerKind.REGISTERED_AT_START, LedgerKind.BLOCK_SEATS}
        )

    def cancelled(self) -> int:
        """Return how many of the year's events were cancelled."""
        off = sum(t.status is EventStatus.CANCELLED for t in self.trainings)
        return max(off, total(self.entries, LedgerKind.EVENT_CANCELLED))

    def postponed(self) -> int:
        """Return how many of the year's events were put on another date, also if several times."""
        moved = {
            number
            for number, rows in of_training(self.entries).items()
            if total(rows, LedgerKind.EVENT_POSTPONED) > 0
        }
        moved |= {
            t.id
            for t in self.trainings
            if t.status is EventStatus.POSTPONED or (t.revision > 0 and not t.plan.dropped)
        }  # a session that only fell out counts the revision up, too
        return len(moved) + total(self.loose, LedgerKind.EVENT_POSTPONED)


def is_training(detail: str) -> bool:
    """Whether an imported row belongs to trainings; so does one that names no format."""
    return not detail or _group(detail) is FormatGroup.TRAINING


def is_exchange(detail: str) -> bool:
    """Whether an imported or logged row belongs to exchange dates."""
    return _group(detail) is FormatGroup.EXCHANGE


def _group(detail: str) -> FormatGroup | None:
    return EventFormat(detail).group if detail in set(EventFormat) else None
