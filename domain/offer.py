"""What is on offer, and what somebody looks for among it: filters that say how many they leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.localtime import local_day
from domain.network import Municipality, Network, Office
from domain.vocabulary import DeliveryMode, Sector, Topic

#: Where one can take part without travelling.
ONLINE = frozenset({DeliveryMode.ONLINE, DeliveryMode.HYBRID, DeliveryMode.SELF_PACED})
MONTHS_A_YEAR = 12


class Filter(StrEnum):
    """What can be looked for; where several values may be, one is chosen from a list."""

    TOPIC = "topic"
    MONTH = "month"
    ONLINE = "online"
    SECTOR = "sector"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class OnOffer:
    """What filters ask of a training on offer; no sectors mean all.

    A series has its further dates in `later`.
    """

    id: int
    topic: Topic
    mode: DeliveryMode
    starts_at: datetime
    sectors: Sequence[Sector]
    hosts: Sequence[str]
    later: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: at first all that is for the own sector.

    `month` counts months (`month_of`), `town` is the official key of a municipality: what the
    office in charge there hosts. With `everyone` also what is for other sectors only.
    """

    topic: Topic | None = None
    month: int | None = None
    online: bool = False
    everyone: bool = False
    town: str | None = None

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters that were set."""
        is_set = {
            Filter.TOPIC: self.topic is not None,
            Filter.MONTH: self.month is not None,
            Filter.ONLINE: self.online,
            Filter.TOWN: self.town is not None,
        }
        return tuple(each for each in is_set if is_set[each])

    def without(self, which: Filter) -> Sought:
        """Return the same without one filter."""
        nothing = {
            Filter.TOPIC: replace(self, topic=None),
            Filter.MONTH: replace(self, month=None),
            Filter.ONLINE: replace(self, online=False),
            Filter.SECTOR: replace(self, everyone=True),
            Filter.TOWN: replace(self, town=None),
        }
        return nothing[which]


def month_of(day: date) -> int:
    """Return a month as a number; they follow each other without a gap."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def first_of(month: int) -> date:
    """Return the first day of a month that `month_of` counts."""
    return date(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)


def towns(network: Network) -> list[tuple[Municipality, Office]]:
    """Return every municipality with the youth office in charge of it, by name."""
    found = [(town, office) for office in network.offices for town in office.municipalities]
    return sorted(found, key=lambda each: each[0].name)


def in_charge(network: Network, ags: str) -> tuple[Municipality, Office] | None:
    """Return a municipality by its official key, and who is in charge; None for unknown ones."""
    return next((each for each in towns(network) if each[0].ags == ags), None)


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody of a sector looks for among all that is on offer in a network."""

    network: Network
    sector: Sector
    sought: Sought
    offered: Sequence[OnOffer]

    @property
    def found(self) -> list[OnOffer]:
        """What fits, soonest first."""
        return list(self._fitting(self.sought))

    @property
    def elsewhere(self) -> int:
        """How many fit but for being for other sectors only."""
        if self.sought.everyone:
            return 0
        wider = self.sought.without(Filter.SECTOR)
        return sum(1 for _ in self._fitting(wider)) - len(self.found)

    def topics(self) -> Counter[Topic]:
        """Return how many there are on each topic, all other filters kept."""
        return Counter(each.topic for each in self._fitting(self.sought.without(Filter.TOPIC)))

    def months(self) -> Counter[int]:
        """Return how many there are in each month, all other filters kept."""
        others = self._fitting(self.sought.without(Filter.MONTH))
        return Counter(month for each in others for month in self._months(each))

    def hosts(self) -> Counter[str]:
        """Return how many each office hosts, all other filters kept."""
        fitting = self._fitting(self.sought.without(Filter.TOWN))
        return Counter(host for each in fitting for host in each.hosts)

    def _months(self, one: OnOffer) -> set[int]:
        zone, days = self.network.zone, (one.starts_at, *one.later)
        return {month_of(local_day(each, zone)) for each in days}

    def _fitting(self, sought: Sought) -> Iterator[OnOffer]:
        return (each for each in self.offered if all(self._tests(sought, each)))

    def _tests(self, sought: Sought, one: OnOffer) -> Iterable[bool]:
        yield sought.everyone or not one.sectors or self.sector in one.sectors
        yield sought.topic in {None, one.topic}
        yield sought.month is None or sought.month in self._months(one)
        yield not sought.online or one.mode in ONLINE
        yield sought.town is None or self._hosts(one, sought.town)

    def _hosts(self, one: OnOffer, town: str) -> bool:
        known = in_charge(self.network, town)
        return known is not None and known[1].slug in one.hosts
